// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/snapshot.h>

#include <models/ledger/logfile.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace holdpoint::ledger {

namespace {

constexpr qint64 logHeaderSize = 32; // with the salts that change when the log starts anew (sqlite.org/fileformat2.html)

Result<> copyFile(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.copy(to))
        return fail(ErrorKind::Io, QStringLiteral("%1 cannot be copied to %2: %3").arg(from, to, source.errorString()));
    return {};
}

const QString prefix = QStringLiteral("holdpoint-copy-");
const QString holdName = QStringLiteral("in-use"); // made before anything else is in the folder

bool takesHold(const QFile &hold) { return ::flock(hold.handle(), LOCK_EX | LOCK_NB) == 0; }

/// What nobody holds is of a process that is gone. Only our own folders are gone into: nobody else can put something in their
/// place.
void removeLeftCopies()
{
    const QDir temporary(QDir::tempPath());
    for (const QFileInfo &info : temporary.entryInfoList({prefix + u'*'}, QDir::Dirs | QDir::NoSymLinks)) {
        QDir left(info.filePath());
        QFile hold(left.filePath(holdName));
        if (info.ownerId() != ::getuid() || !hold.open(QIODevice::ReadOnly) || !takesHold(hold))
            continue;
        left.removeRecursively();
    }
}

} // namespace

FileMark FileMark::of(const QString &ledgerPath)
{
    struct stat status{};
    ::stat(QFile::encodeName(ledgerPath).constData(), &status);
    FileMark mark{qint64(status.st_ino), qint64(status.st_size), qint64(status.st_mtim.tv_sec),
                  qint64(status.st_mtim.tv_nsec), {}};
    QFile log(logPath(ledgerPath));
    if (log.open(QIODevice::ReadOnly))
        mark.logHeader = log.read(logHeaderSize);
    return mark;
}

Snapshot::Snapshot()
    : m_folder(QDir::temp().filePath(prefix + QStringLiteral("XXXXXX")))
{
}

/// The file gets its name when it is held already: whoever finds it by that name and can hold it knows that its owner is gone.
Result<> Snapshot::hold()
{
    const QString path = m_folder.filePath(holdName);
    m_hold.setFileName(path + QStringLiteral(".new"));
    if (!m_hold.open(QIODevice::WriteOnly) || !takesHold(m_hold)
        || ::rename(QFile::encodeName(m_hold.fileName()).constData(), QFile::encodeName(path).constData()) != 0)
        return fail(ErrorKind::Io, QStringLiteral("%1 cannot be written").arg(m_folder.path()));
    return {};
}

void Snapshot::hide()
{
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(path() + QLatin1String(suffix));
}

QString Snapshot::path() const { return m_folder.filePath(QStringLiteral("ledger.db")); }

Result<std::unique_ptr<Snapshot>> Snapshot::take(const QString &ledgerPath)
{
    if (!QFileInfo(ledgerPath).isFile())
        return fail(ErrorKind::NotFound, QStringLiteral("%1: no such ledger").arg(ledgerPath));
    removeLeftCopies();
    std::unique_ptr<Snapshot> snapshot(new Snapshot);
    if (!snapshot->m_folder.isValid())
        return fail(ErrorKind::Io, snapshot->m_folder.errorString());
    if (auto held = snapshot->hold(); !held)
        return fail(held.error());
    const FileMark before = FileMark::of(ledgerPath);
    if (auto copied = copyFile(ledgerPath, snapshot->path()); !copied)
        return fail(copied.error());
    if (QFileInfo::exists(logPath(ledgerPath))) {
        if (auto copied = copyFile(logPath(ledgerPath), logPath(snapshot->path())); !copied)
            return fail(copied.error());
    }
    snapshot->m_isStable = FileMark::of(ledgerPath) == before;
    return snapshot;
}

} // namespace holdpoint::ledger
