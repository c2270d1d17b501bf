// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/foldercopy.h>

#include <models/base/privatefile.h>
#include <models/base/whenfinished.h>
#include <models/files/localtree.h>
#include <models/files/partname.h>
#include <models/files/sftperror.h>

#include <QFile>
#include <QFileInfo>
#include <QtConcurrent>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>

namespace holdpoint::session {

using files::Direction;
using files::Tree;

namespace {

/// Small files wait for the host more than for the link; a host takes ten channels at once, by default (MaxSessions).
constexpr qsizetype mostLanes = 3;
constexpr int mostFoldersUnderWay = 16;
constexpr std::chrono::milliseconds tellInterval(100);
constexpr quint32 ownerMayAll = 0700;

QString folderOf(const QString &path) { return path.left(std::max<qsizetype>(path.lastIndexOf(u'/'), 0)); }

Error inClosedFolder() { return {ErrorKind::Io, QStringLiteral("the folder it lies in could not be made")}; }

struct FolderProblem
{
    QString path;
    Error error;
};

/// Never through a symbolic link that somebody has put in the place of a folder.
Result<> makeFolder(const QString &path)
{
    struct stat status
    {
    };
    if (::lstat(QFile::encodeName(path).constData(), &status) == 0 && !S_ISDIR(status.st_mode))
        return fail(ErrorKind::Busy, QStringLiteral("%1 exists already and is no folder").arg(path));
    return makePrivateFolder(path);
}

/// Waits for the disk.
QList<FolderProblem> makeFolders(const QString &top, const QList<files::TreeFolder> &folders,
                                 const files::CancelFlag &cancel)
{
    QList<FolderProblem> problems;
    QSet<QString> closed;
    for (const files::TreeFolder &folder : folders) {
        if (*cancel)
            return problems;
        const QString path = folder.path;
        const bool isTop = path.isEmpty();
        Result<> made = isTop                             ? makePrivateFolder(top)
                        : closed.contains(folderOf(path)) ? fail(inClosedFolder())
                                                          : makeFolder(top + u'/' + path);
        if (made)
            continue;
        closed.insert(path);
        problems.append({path, made.error()});
        if (isTop)
            break;
    }
    return problems;
}

/// Never of what a symbolic link leads to, but for the folder that a person named. Waits for the disk; tells how many were
/// not kept.
qsizetype keepFolderTimes(const QString &top, const QList<files::TreeFolder> &folders)
{
    return std::ranges::count_if(folders, [&top](const files::TreeFolder &folder) {
        const bool isTop = folder.path.isEmpty();
        const QByteArray path = QFile::encodeName(isTop ? top : top + u'/' + folder.path);
        const timespec times[] = {{0, UTIME_OMIT}, {time_t(folder.modified.value_or(0)), 0}};
        return !folder.modified || ::utimensat(AT_FDCWD, path.constData(), times, isTop ? 0 : AT_SYMLINK_NOFOLLOW) != 0;
    });
}

} // namespace

FolderCopy::FolderCopy(files::TransferOrder order, Transport &transport, CopyFile copyFile, QObject *parent)
    : QObject(parent)
    , m_order(std::move(order))
    , m_copyFile(std::move(copyFile))
    , m_transport(&transport)
    , m_lanes([this] { copyNext(); })
    , m_service(std::make_unique<FileService>(transport))
{
    m_tellTimer.setSingleShot(true);
    m_tellTimer.setInterval(tellInterval);
    connect(&m_tellTimer, &QTimer::timeout, this, [this] { emit progressed(m_progress); });
    connect(m_service.get(), &FileService::lost, this, [this](const Error &why) { stop(why); });
}

FolderCopy::~FolderCopy() { *m_cancel = true; }

void FolderCopy::start()
{
    m_service->start([this](const Result<> &ready) {
        if (!ready)
            stop(ready.error());
        else if (m_order.direction == Direction::Fetch)
            readThere();
        else
            readHere();
    });
}

QByteArray FolderCopy::onHost(const QString &path) const
{
    const QByteArray top = files::servicePath(QFile::encodeName(m_order.remotePath));
    return path.isEmpty() ? top : top + (top.endsWith('/') ? "" : "/") + QFile::encodeName(path);
}

void FolderCopy::readHere()
{
    const auto read = [order = m_order, cancel = m_cancel] {
        return files::readLocalTree(order.localPath, order.names, cancel);
    };
    whenFinished(QtConcurrent::run(read), this, [this](const Result<Tree> &tree) { treeRead(tree); });
}

void FolderCopy::readThere()
{
    m_reader = std::make_unique<files::TreeReader>(
        m_service->client(), onHost({}), m_order.names, files::TreeLimits(),
        [this](qsizetype found) {
            m_progress.allFiles = found;
            tellProgress();
        },
        [this](const Result<Tree> &tree) { treeRead(tree); });
    m_reader->start();
}

void FolderCopy::treeRead(const Result<Tree> &tree)
{
    if (isEnding())
        return;
    if (!tree)
        return stop(tree.error());
    m_tree = *tree;
    m_tally.files = m_tree.files().size();
    m_tally.left = m_tree.left();
    m_tally.problems = m_tree.problems();
    m_progress.allFiles = m_tally.files;
    m_progress.allBytes = m_tree.bytes();
    m_progress.isCounting = false;
    tellProgress();
    if (m_transport)
        m_lanes.open(*m_transport, int(std::clamp<qsizetype>(m_tally.files, 1, mostLanes)) - 1);
    if (m_order.direction == Direction::Fetch)
        makeFoldersHere();
    else
        makeFoldersThere();
}

void FolderCopy::makeFoldersHere()
{
    const auto make = [top = m_order.localPath, folders = m_tree.folders(), cancel = m_cancel] {
        return makeFolders(top, folders, cancel);
    };
    whenFinished(QtConcurrent::run(make), this, [this](const QList<FolderProblem> &problems) {
        for (const FolderProblem &problem : problems)
            folderMade(problem.path, fail(problem.error));
        copyFiles();
    });
}

/// Those that lie in each other one after the other, the rest side by side.
void FolderCopy::makeFoldersThere()
{
    const QList<files::TreeFolder> &folders = m_tree.folders();
    const auto depth = [](const QString &path) { return path.isEmpty() ? 0 : path.count(u'/') + 1; };
    while (!isEnding() && m_nextFolder < folders.size() && m_makingFolders < mostFoldersUnderWay) {
        const files::TreeFolder &folder = folders[m_nextFolder];
        const bool isDeeper = m_nextFolder > 0 && depth(folder.path) > depth(folders[m_nextFolder - 1].path);
        if (isDeeper && m_makingFolders > 0)
            return;
        ++m_nextFolder;
        if (!folder.path.isEmpty() && m_closed.contains(folderOf(folder.path)))
            folderMade(folder.path, fail(inClosedFolder()));
        else
            makeFolderThere(folder);
    }
    if (!isEnding() && m_nextFolder == folders.size() && m_makingFolders == 0)
        copyFiles();
}

void FolderCopy::makeFolderThere(const files::TreeFolder &folder)
{
    ++m_makingFolders;
    const auto made = [this, path = folder.path](const Result<> &result) {
        --m_makingFolders;
        folderMade(path, result);
        // Later: a client without a connection answers at once, and each answer would be a call in the one before.
        QMetaObject::invokeMethod(this, &FolderCopy::makeFoldersThere, Qt::QueuedConnection);
    };
    const QByteArray there = onHost(folder.path);
    const QString what = files::trying("making the folder", there);
    m_service->client().makeFolder(
        there, folder.permissions | ownerMayAll,
        [this, made, what, there, isTop = folder.path.isEmpty()](const Result<files::Reply> &reply) {
            const auto done = files::done(reply, what);
            if (done || isEnding())
                return made(done);
            const auto judge = [made, what, there, error = done.error()](const Result<files::Reply> &found) {
                const auto attributes = files::attributesOf(found, what);
                if (!attributes)
                    return made(fail(error));
                if (attributes->isFolder())
                    return made({});
                made(fail(ErrorKind::Busy,
                          QStringLiteral("%1 exists already and is no folder").arg(QString::fromUtf8(there))));
            };
            // A link in the place of a folder would lead elsewhere; the one a person named may be one.
            if (isTop)
                m_service->client().stat(there, judge);
            else
                m_service->client().lstat(there, judge);
        });
}

/// Without the folder itself or the connection there is nothing to do; what lies in another one is left.
void FolderCopy::folderMade(const QString &path, const Result<> &made)
{
    if (made || isEnding())
        return;
    const ErrorKind kind = made.error().kind;
    if (path.isEmpty() || kind == ErrorKind::Disconnected || kind == ErrorKind::Cancelled || kind == ErrorKind::Corrupt)
        return stop(made.error());
    m_closed.insert(path);
    m_namesTaken += made.error().kind == ErrorKind::Busy ? 1 : 0;
    m_tally.problems.add(QStringLiteral("%1: %2").arg(path, made.error().detail));
}

void FolderCopy::copyFiles()
{
    if (isEnding())
        return;
    m_stage = Stage::Copying;
    m_reader.reset();
    m_service->disconnect(this);
    m_lanes.add(std::move(m_service));
    copyNext();
}

void FolderCopy::copyNext()
{
    while (m_stage == Stage::Copying && !isEnding() && m_underWay.size() < m_lanes.count()
           && m_nextFile < m_tree.files().size())
        copy(m_nextFile++);
    finishIfDone();
}

void FolderCopy::copy(int number)
{
    const QString path = m_tree.files()[number].path;
    m_underWay[number] = 0;
    if (m_closed.contains(folderOf(path)))
        return fileEnded(number, fail(inClosedFolder()));
    m_copyFile(number, {.direction = m_order.direction,
                        .localPath = m_order.localPath + u'/' + path,
                        .remotePath = m_order.remotePath
                                      + (m_order.remotePath.endsWith(u'/') ? QString() : QStringLiteral("/")) + path,
                        .existing = m_order.existing,
                        .isPart = true});
}

void FolderCopy::fileProgressed(int number, qint64 done)
{
    const auto file = m_underWay.find(number);
    if (m_over || file == m_underWay.end())
        return;
    const qint64 now = std::clamp<qint64>(done, 0, m_tree.files()[number].size);
    m_progress.bytes += now - std::exchange(file->second, now);
    tellProgress();
}

void FolderCopy::fileEnded(int number, const Result<files::Copied> &result)
{
    const auto file = m_underWay.find(number);
    if (m_over || file == m_underWay.end())
        return;
    if (result) {
        ++m_tally.arrived;
        m_tally.wereThere += result->wasThere ? 1 : 0;
        m_tally.bytes += result->size;
        m_tally.timesLost += result->timeLost ? 1 : 0;
        if (result->changedMeanwhile)
            m_tally.changed.add(m_tree.files()[number].path);
    }
    m_progress.bytes += (result ? m_tree.files()[number].size : 0) - file->second;
    m_progress.files = m_tally.arrived;
    m_progress.failed += result ? 0 : 1;
    m_underWay.erase(file);
    tellProgress();
    if (!result)
        fileFailed(number, result.error());
    finishIfDone();
    // Later: many that end at once would be as many calls in each other.
    QMetaObject::invokeMethod(this, &FolderCopy::copyNext, Qt::QueuedConnection);
}

void FolderCopy::fileFailed(int number, const Error &error)
{
    if (error.kind == ErrorKind::Disconnected || error.kind == ErrorKind::Cancelled)
        return stop(error);
    m_namesTaken += error.kind == ErrorKind::Busy ? 1 : 0;
    m_tally.problems.add(QStringLiteral("%1: %2").arg(m_tree.files()[number].path, error.detail));
}

void FolderCopy::cancel()
{
    stop({ErrorKind::Cancelled, QStringLiteral("called off")});
    std::vector<int> numbers;
    for (const auto &[number, done] : m_underWay)
        numbers.push_back(number);
    for (const int number : numbers)
        emit cancelWanted(number);
}

void FolderCopy::abandon(const Error &why)
{
    m_underWay.clear();
    stop(why);
}

void FolderCopy::stop(const Error &why)
{
    if (m_stage == Stage::KeepingTimes) // all has arrived
        return timesKept(madeFolders().size());
    if (!m_tally.error)
        m_tally.error = why;
    *m_cancel = true;
    finishIfDone();
}

void FolderCopy::finishIfDone()
{
    if (m_over || !m_underWay.empty())
        return;
    if (!m_tally.error && m_stage == Stage::Copying && m_nextFile == m_tree.files().size())
        return keepTimes();
    if (!m_tally.error && m_stage != Stage::Settled)
        return;
    m_over = true;
    if (m_service)
        m_service->close();
    m_tellTimer.stop();
    m_tally.onlyNamesTaken = m_namesTaken > 0 && m_namesTaken == m_tally.problems.count();
    emit finished(m_tally);
}

/// Whatever is put into a folder changes its time: that is set once all is in it.
void FolderCopy::keepTimes()
{
    m_stage = Stage::KeepingTimes;
    if (m_order.direction == Direction::Fetch)
        keepTimesHere();
    else
        keepTimesThere();
}

/// The one that chosen names were taken from was not copied itself.
QList<files::TreeFolder> FolderCopy::madeFolders() const
{
    QList<files::TreeFolder> made;
    for (const files::TreeFolder &folder : m_tree.folders()) {
        const bool isCopied = !folder.path.isEmpty() || m_order.names.isEmpty();
        if (isCopied && !m_closed.contains(folder.path))
            made.append(folder);
    }
    return made;
}

void FolderCopy::keepTimesHere()
{
    const auto keep = [top = m_order.localPath, folders = madeFolders()] { return keepFolderTimes(top, folders); };
    whenFinished(QtConcurrent::run(keep), this, [this](qsizetype lost) { timesKept(lost); });
}

/// That the connection breaks now, or is refused, costs no more than the times.
void FolderCopy::keepTimesThere()
{
    if (!m_transport)
        return timesKept(madeFolders().size());
    m_service = m_lanes.take(*m_transport);
    m_service->start([this](const Result<> &ready) {
        if (ready)
            askForTimesThere();
        else
            timesKept(madeFolders().size());
    });
}

void FolderCopy::askForTimesThere()
{
    files::SftpClient &client = m_service->client();
    const QList<files::TreeFolder> folders = madeFolders();
    const auto left = std::make_shared<qsizetype>(folders.size());
    const auto lost = std::make_shared<qsizetype>(0);
    const auto kept = [this, left, lost](bool isKept) {
        *lost += isKept ? 0 : 1;
        if (--*left == 0)
            timesKept(*lost);
    };
    if (folders.isEmpty())
        return timesKept(0);
    for (const files::TreeFolder &folder : folders) {
        const qint64 seconds = folder.modified.value_or(-1);
        if (seconds < 0 || seconds > std::numeric_limits<quint32>::max()) { // the protocol has no words for it
            kept(false);
            continue;
        }
        const files::FileTimes times{.accessed = quint32(seconds), .modified = quint32(seconds)};
        const auto answered = [kept](const Result<files::Reply> &reply) { kept(files::done(reply, {}).has_value()); };
        // A link in the place of a folder would lead elsewhere; the one a person named may be one.
        if (!folder.path.isEmpty() && client.offers("lsetstat@openssh.com"))
            client.setTimesOfLink(onHost(folder.path), times, answered);
        else
            client.setTimesOf(onHost(folder.path), times, answered);
    }
}

void FolderCopy::timesKept(qsizetype lost)
{
    if (m_over)
        return;
    m_tally.folderTimesLost = lost;
    m_stage = Stage::Settled;
    finishIfDone();
}

void FolderCopy::tellProgress()
{
    if (!m_over && !m_tellTimer.isActive())
        m_tellTimer.start();
}

} // namespace holdpoint::session
