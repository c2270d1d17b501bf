// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/files/treereader.h>

#include <models/files/nameproblem.h>
#include <models/files/sftperror.h>

#include <QPointer>

#include <algorithm>
#include <limits>
#include <utility>

namespace holdpoint::files {

namespace {

constexpr std::size_t mostReading = 6;
constexpr int mostLooking = 32;

} // namespace

TreeReader::TreeReader(SftpClient &client, QByteArray folder, const QStringList &names, TreeLimits limits,
                       Progressed progressed, Done done)
    : m_client(client)
    , m_top(std::move(folder))
    , m_tree({}, limits)
    , m_progressed(std::move(progressed))
    , m_done(std::move(done))
{
    for (const QString &name : names) {
        if (const QString problem = nameProblem(name.toUtf8()); !problem.isEmpty())
            m_tree.fault(name, problem);
        else
            m_unknown.append({name, true});
    }
    if (!names.isEmpty())
        m_begun = 0; // the folder itself is not read
}

QByteArray TreeReader::onHost(const QString &path) const
{
    return path.isEmpty() ? m_top : m_top + (m_top.endsWith('/') ? "" : "/") + path.toUtf8();
}

void TreeReader::start()
{
    if (m_begun < 0)
        lookAtTop();
    next();
}

/// No listing holds the time of the folder itself.
void TreeReader::lookAtTop()
{
    ++m_looking;
    m_client.stat(m_top, [self = QPointer<TreeReader>(this)](const Result<Reply> &reply) {
        if (!self || !self->m_done)
            return;
        --self->m_looking;
        if (const auto attributes = attributesOf(reply, {}))
            self->m_tree.setTopModified(attributes->modified);
        self->next();
    });
}

/// Begins with further folders, or ends when there are none.
void TreeReader::next()
{
    if (!m_done)
        return;
    lookOn();
    std::erase_if(m_reading, [](const auto &folder) { return folder->isDone; });
    while (m_done && m_reading.size() < mostReading && m_begun + 1 < m_tree.folders().size())
        read(++m_begun == 0 ? QString() : m_tree.folders()[m_begun].path + u'/');
    if (m_done && m_reading.empty() && m_looking == 0 && m_unknown.isEmpty() && m_begun + 1 >= m_tree.folders().size())
        finish(std::move(m_tree));
}

void TreeReader::read(const QString &path)
{
    Folder &folder = *m_reading.emplace_back(std::make_unique<Folder>());
    folder.path = path;
    folder.reader = std::make_unique<FolderReader>(
        m_client, onHost(path.chopped(path.isEmpty() ? 0 : 1)), FolderReader::Limits{.names = m_tree.limits().names},
        [this, &folder](const QList<FolderEntry> &entries) {
            for (const FolderEntry &entry : entries) {
                if (!m_done)
                    return;
                if (const auto taken = take(folder, entry); !taken)
                    return finish(fail(taken.error()));
            }
            m_progressed(m_tree.files().size());
        },
        [this, &folder](const Result<FolderReader::End> &end) { folderEnded(folder, end); });
    folder.reader->start();
}

Result<> TreeReader::take(Folder &folder, const FolderEntry &entry)
{
    if (++m_names > m_tree.limits().names)
        return fail(ErrorKind::Invalid, QStringLiteral("it holds more than %L1 names").arg(m_tree.limits().names));
    const QString path = folder.path + QString::fromUtf8(entry.name);
    if (const QString problem = nameProblem(entry.name); !problem.isEmpty())
        m_tree.fault(path, problem);
    else if (folder.names.contains(entry.name))
        m_tree.fault(path, QStringLiteral("the host lists it twice"));
    else if (folder.names.insert(entry.name); entry.attributes.type() == FileType::Unknown)
        m_unknown.append({path});
    else
        return place(path, entry.attributes);
    return {};
}

Result<> TreeReader::place(const QString &path, const FileAttributes &attributes)
{
    constexpr quint64 most = std::numeric_limits<qint64>::max();
    switch (attributes.type()) {
    case FileType::Folder:
        return m_tree.addFolder({path, attributes.permissions.value_or(0700) & 0777, attributes.modified});
    case FileType::Regular: return m_tree.addFile(path, qint64(std::min(attributes.size.value_or(0), most)));
    case FileType::Link: m_tree.leave(path, QStringLiteral("a symbolic link, not followed")); break;
    case FileType::Unknown: m_tree.fault(path, QStringLiteral("the host does not say what it is")); break;
    default: m_tree.leave(path, QStringLiteral("no plain file")); break;
    }
    return {};
}

/// Some servers list names without saying what they are.
void TreeReader::lookOn()
{
    while (m_done && m_looking < mostLooking && !m_unknown.isEmpty()) {
        const Unknown unknown = m_unknown.takeFirst();
        const SftpClient::Answer answer = [self = QPointer<TreeReader>(this), unknown](const Result<Reply> &reply) {
            if (self && self->m_done)
                self->lookedAt(unknown.path, reply);
        };
        ++m_looking;
        if (unknown.isNamed)
            m_client.stat(onHost(unknown.path), answer);
        else
            m_client.lstat(onHost(unknown.path), answer);
    }
}

void TreeReader::lookedAt(const QString &path, const Result<Reply> &reply)
{
    --m_looking;
    const auto attributes = attributesOf(reply, QStringLiteral("looking at it"));
    if (!attributes && attributes.error().kind == ErrorKind::Disconnected)
        return finish(fail(attributes.error()));
    if (!attributes)
        m_tree.fault(path, attributes.error().detail);
    else if (const auto placed = place(path, *attributes); !placed)
        return finish(fail(placed.error()));
    next();
}

void TreeReader::folderEnded(Folder &folder, const Result<FolderReader::End> &end)
{
    if (!m_done)
        return;
    const bool lost = !end && (end.error().kind == ErrorKind::Disconnected || end.error().kind == ErrorKind::Corrupt);
    if (!end && (folder.path.isEmpty() || lost))
        return finish(fail(end.error()));
    if (!end)
        m_tree.fault(folder.path, end.error().detail);
    else if (*end == FolderReader::End::Cut)
        return finish(
            fail(ErrorKind::Invalid, QStringLiteral("it holds more than %L1 names").arg(m_tree.limits().names)));
    folder.isDone = true;
    folder.names.clear();
    // Not now: it is the reader that is telling us this.
    QMetaObject::invokeMethod(
        this, [this] { next(); }, Qt::QueuedConnection);
}

void TreeReader::finish(const Result<Tree> &result)
{
    if (const auto done = std::exchange(m_done, nullptr))
        done(result);
}

} // namespace holdpoint::files
