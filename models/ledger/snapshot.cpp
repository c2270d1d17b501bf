// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/snapshot.h>

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace holdpoint::ledger {

namespace {

constexpr qint64 logHeaderSize = 32; // with the salts that change when the log starts anew (sqlite.org/fileformat2.html)

QString logOf(const QString &ledgerPath) { return ledgerPath + QStringLiteral("-wal"); }

/// What changes when SQLite moves the log into the file.
struct Mark
{
    qint64 inode = 0;
    qint64 size = 0;
    qint64 seconds = 0;
    qint64 nanoseconds = 0;
    QByteArray logHeader;

    friend bool operator==(const Mark &, const Mark &) = default;
};

Mark markOf(const QString &path)
{
    struct stat status{};
    ::stat(QFile::encodeName(path).constData(), &status);
    Mark mark{qint64(status.st_ino), qint64(status.st_size), qint64(status.st_mtim.tv_sec),
              qint64(status.st_mtim.tv_nsec), {}};
    QFile log(logOf(path));
    if (log.open(QIODevice::ReadOnly))
        mark.logHeader = log.read(logHeaderSize);
    return mark;
}

Result<> copyFile(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.copy(to))
        return fail(ErrorKind::Io, QStringLiteral("%1 cannot be copied to %2: %3").arg(from, to, source.errorString()));
    return {};
}

} // namespace

QString Snapshot::path() const { return m_folder.filePath(QStringLiteral("ledger.db")); }

Result<std::unique_ptr<Snapshot>> Snapshot::take(const QString &ledgerPath)
{
    if (!QFileInfo(ledgerPath).isFile())
        return fail(ErrorKind::NotFound, QStringLiteral("%1: no such ledger").arg(ledgerPath));
    std::unique_ptr<Snapshot> snapshot(new Snapshot);
    if (!snapshot->m_folder.isValid())
        return fail(ErrorKind::Io, snapshot->m_folder.errorString());
    const Mark before = markOf(ledgerPath);
    if (auto copied = copyFile(ledgerPath, snapshot->path()); !copied)
        return fail(copied.error());
    if (QFileInfo::exists(logOf(ledgerPath))) {
        if (auto copied = copyFile(logOf(ledgerPath), logOf(snapshot->path())); !copied)
            return fail(copied.error());
    }
    snapshot->m_isStable = markOf(ledgerPath) == before;
    return snapshot;
}

} // namespace holdpoint::ledger
