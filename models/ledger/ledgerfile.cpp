// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/ledgerfile.h>

#include <models/base/bytes.h>
#include <models/ledger/schema.h>

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace holdpoint::ledger {

namespace {

// sqlite.org/fileformat2.html, section 1.3: the offsets of what must be so in a ledger file.
constexpr char sqliteMagic[] = "SQLite format 3";
constexpr qsizetype headerSize = 100;
constexpr qsizetype writeVersionOffset = 18;
constexpr qsizetype readVersionOffset = 19;
constexpr qsizetype applicationIdOffset = 68;
constexpr char walVersion = 2;

tl::unexpected<Error> systemError(const QString &path)
{
    return fail(ErrorKind::Io, path + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno)));
}

/// An empty file nobody else can read: SQLite gives its log the same mode.
Result<> createEmpty(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (::unlink(name.constData()) != 0 && errno != ENOENT)
        return systemError(path);
    const int fd = ::open(name.constData(), O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0 || ::close(fd) != 0)
        return systemError(path);
    return {};
}

Result<> fillTables(QSqlDatabase &database, const QString &origin)
{
    QStringList statements{QStringLiteral("PRAGMA application_id=%1").arg(applicationId),
                           QStringLiteral("PRAGMA user_version=%1").arg(formatVersion), QStringLiteral("BEGIN")};
    statements += schemaStatements();
    statements << QStringLiteral("INSERT INTO property VALUES('origin', '%1')").arg(origin) << QStringLiteral("COMMIT")
               << QStringLiteral("PRAGMA journal_mode=WAL");
    QSqlQuery query(database);
    for (const QString &statement : std::as_const(statements)) {
        if (!query.exec(statement))
            return fail(ErrorKind::Io, QStringLiteral("%1: %2").arg(database.databaseName(),
                                                                    query.lastError().databaseText()));
    }
    return {};
}

Result<> fill(const QString &path, const QString &origin)
{
    const QString connection = QStringLiteral("ledger-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    Result<> done;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(path);
        done = database.open() ? fillTables(database, origin)
                               : fail(ErrorKind::Io, path + QStringLiteral(": ") + database.lastError().databaseText());
    }
    QSqlDatabase::removeDatabase(connection);
    return done;
}

Result<> syncFolder(const QString &folder)
{
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    if (!synced)
        return systemError(folder);
    ::close(fd);
    return {};
}

} // namespace

Result<> createLedgerFile(const QString &path, const QString &origin)
{
    const QString fresh = path + QStringLiteral(".new");
    if (auto created = createEmpty(fresh); !created)
        return created;
    if (auto filled = fill(fresh, origin); !filled)
        return filled;
    if (::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) != 0)
        return systemError(path);
    return syncFolder(QFileInfo(path).absolutePath());
}

Result<> checkLedgerHeader(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 && errno == ELOOP)
        return fail(ErrorKind::NotPermitted, QStringLiteral("%1 is a symbolic link").arg(path));
    if (fd < 0)
        return systemError(path);
    QByteArray header(headerSize, '\0');
    const ssize_t count = ::read(fd, header.data(), std::size_t(headerSize));
    ::close(fd);
    ByteReader id(QByteArrayView(header).sliced(applicationIdOffset));
    const bool isLedger = count == headerSize && header.startsWith(QByteArrayView(sqliteMagic, sizeof sqliteMagic))
                          && header[writeVersionOffset] == walVersion && header[readVersionOffset] == walVersion
                          && id.u32() == applicationId;
    if (!isLedger)
        return fail(ErrorKind::Corrupt, QStringLiteral("%1 is no ledger, or its header is damaged").arg(path));
    return {};
}

} // namespace holdpoint::ledger
