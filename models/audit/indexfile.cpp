// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/indexfile.h>

#include <models/audit/grams.h>

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace holdpoint::audit {

namespace {

constexpr int applicationId = 0x486f6c53; // "HolS"
constexpr int formatVersion = 2;          // raised by every change of the tables and of what is in them

/// The words' table keeps no text and no positions: a block is unpacked and read anyway, to tell lines that hit from those
/// that do not. It takes a third of what positions would.
const std::array schema{
    "CREATE TABLE property(name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)",
    "CREATE TABLE run(id BLOB PRIMARY KEY NOT NULL, runbook TEXT NOT NULL, title TEXT NOT NULL, context BLOB NOT NULL)",
    "CREATE TABLE place(number INTEGER PRIMARY KEY, run BLOB NOT NULL, kind INTEGER NOT NULL, stage TEXT NOT NULL,"
    " subject TEXT NOT NULL, pane TEXT NOT NULL, role TEXT NOT NULL, address TEXT NOT NULL, who TEXT NOT NULL,"
    " UNIQUE(run, kind, stage, subject, pane, role, address, who))",
    "CREATE TABLE block(number INTEGER PRIMARY KEY, place INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER"
    " NOT NULL,"
    " bytes BLOB NOT NULL)",
    "CREATE INDEX block_place ON block(place)",
    "CREATE TABLE tail(run BLOB NOT NULL, pane TEXT NOT NULL, block INTEGER NOT NULL, columns INTEGER NOT NULL,"
    " sequence INTEGER NOT NULL, utc_ms INTEGER NOT NULL, cast_ms INTEGER NOT NULL, bytes BLOB NOT NULL,"
    " PRIMARY KEY(run, pane))",
    "CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, detail=none, tokenize='trigram')",
    // What is collected in memory before it is written: with few large pieces there is little to merge.
    "INSERT INTO words(words, rank) VALUES('hashsize', 16777216)",
};

QString notNull(const QString &text) { return text.isNull() ? QLatin1String("") : text; }
QByteArray notNull(const QByteArray &bytes) { return bytes.isNull() ? QByteArray("") : bytes; }

const QString namedPlaces =
    QStringLiteral("SELECT place.number, run, kind, stage, subject, pane, role, address, who, runbook,"
                   " title FROM place JOIN run ON run.id = place.run");

IndexFile::NamedPlace namedPlaceFrom(const QSqlQuery &query)
{
    const auto text = [&query](int column) { return query.value(column).toString(); };
    return {.number = query.value(0).toLongLong(),
            .place = {.run = query.value(1).toByteArray(),
                      .kind = Kind(query.value(2).toInt()),
                      .stage = text(3),
                      .subject = text(4),
                      .pane = text(5),
                      .role = text(6),
                      .address = text(7),
                      .who = text(8)},
            .runbook = text(9),
            .title = text(10)};
}

QVariantList valuesOf(const Place &place)
{
    return {place.run,           int(place.kind),     notNull(place.stage),   notNull(place.subject),
            notNull(place.pane), notNull(place.role), notNull(place.address), notNull(place.who)};
}

} // namespace

QString kindName(Kind kind)
{
    constexpr std::array names{"command", "output", "check", "check-output", "statement"};
    return QLatin1String(names.at(size_t(kind)));
}

IndexFile::IndexFile(QString path)
    : m_path(std::move(path))
    , m_connection(QStringLiteral("search-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

IndexFile::~IndexFile()
{
    m_statements.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<IndexFile>> IndexFile::open(const QString &path, const QString &origin)
{
    const QFileInfo info(path);
    if (info.isSymLink())
        return fail(ErrorKind::Corrupt, QStringLiteral("%1 is a symbolic link").arg(path));
    if (!info.exists())
        return fail(ErrorKind::NotFound, QStringLiteral("%1: no such search index").arg(path));
    std::unique_ptr<IndexFile> file(new IndexFile(path));
    Result<> opened = file->connect();
    if (opened)
        opened = file->configure();
    if (opened)
        opened = file->check(origin);
    if (!opened)
        return fail(opened.error());
    return file;
}

Result<std::unique_ptr<IndexFile>> IndexFile::make(const QString &path, const QString &origin)
{
    const QByteArray name = QFile::encodeName(path);
    if (QFileInfo(path).isSymLink())
        ::unlink(name.constData());
    const int fd = ::open(name.constData(), O_CREAT | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0 || ::fchmod(fd, 0600) != 0 || ::close(fd) != 0)
        return fail(ErrorKind::Io, QStringLiteral("%1: %2").arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    std::unique_ptr<IndexFile> file(new IndexFile(path));
    Result<> made = file->connect();
    if (made)
        made = file->empty();
    if (made)
        made = file->configure();
    if (made)
        made = file->create(origin);
    if (!made)
        return fail(made.error());
    return file;
}

Result<> IndexFile::connect()
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    return m_database.open() ? Result<>() : fail(errorFrom(m_database.lastError()));
}

Result<> IndexFile::configure()
{
    for (const char *pragma : {"PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA journal_mode=WAL",
                               "PRAGMA synchronous=NORMAL", "PRAGMA cache_size=-32768"}) {
        if (auto done = execute(QLatin1String(pragma)); !done)
            return done;
    }
    return {};
}

/// SQLite's own way, which works on damaged files too. To unlink one that somebody has open would take its log from the next.
Result<> IndexFile::empty()
{
    const QVariant driver = m_database.driver()->handle();
    sqlite3 *handle = *static_cast<sqlite3 *const *>(driver.constData());
    (void)execute(
        QStringLiteral("SELECT count(*) FROM sqlite_schema")); // it has to have been read, with whatever result
    sqlite3_db_config(handle, SQLITE_DBCONFIG_RESET_DATABASE, 1, nullptr);
    const Result<> emptied = execute(QStringLiteral("VACUUM"));
    sqlite3_db_config(handle, SQLITE_DBCONFIG_RESET_DATABASE, 0, nullptr);
    return emptied;
}

Result<> IndexFile::create(const QString &origin)
{
    if (auto begun = begin(); !begun)
        return begun;
    for (const char *statement : schema) {
        if (auto done = execute(QLatin1String(statement)); !done)
            return done;
    }
    if (auto done = setProperty(QStringLiteral("origin"), origin); !done)
        return done;
    for (const QString &pragma : {QStringLiteral("PRAGMA application_id=%1").arg(applicationId),
                                  QStringLiteral("PRAGMA user_version=%1").arg(formatVersion)}) {
        if (auto done = execute(pragma); !done)
            return done;
    }
    return commit();
}

Result<> IndexFile::check(const QString &origin)
{
    const auto number = [this](const QString &pragma) {
        const auto query = run(pragma, {});
        const int value = query && (*query)->next() ? (*query)->value(0).toInt() : 0;
        if (query)
            (*query)->finish();
        return query ? Result<int>(value) : fail(query.error());
    };
    const auto id = number(QStringLiteral("PRAGMA application_id"));
    const auto version = number(QStringLiteral("PRAGMA user_version"));
    if (!id || !version)
        return fail(id ? version.error() : id.error());
    if (*id != applicationId || *version != formatVersion)
        return fail(ErrorKind::Corrupt, QStringLiteral("%1 is no search index, or one of another version").arg(m_path));
    const auto known = property(QStringLiteral("origin"));
    if (!known)
        return fail(known.error());
    if (*known != origin)
        return fail(ErrorKind::Corrupt, QStringLiteral("%1 is of another ledger").arg(m_path));
    return {};
}

Result<> IndexFile::begin() { return execute(QStringLiteral("BEGIN IMMEDIATE")); }
Result<> IndexFile::commit() { return execute(QStringLiteral("COMMIT")); }

void IndexFile::rollback()
{
    // SQLite has rolled back by itself after some errors; saying so again is no failure.
    (void)execute(QStringLiteral("ROLLBACK"));
}

Result<QString> IndexFile::property(const QString &name)
{
    const auto query = run(QStringLiteral("SELECT value FROM property WHERE name = ?"), {name});
    if (!query)
        return fail(query.error());
    const QString value = (*query)->next() ? (*query)->value(0).toString() : QString();
    (*query)->finish();
    return value;
}

Result<> IndexFile::setProperty(const QString &name, const QString &value)
{
    const auto query = run(QStringLiteral("INSERT OR REPLACE INTO property VALUES(?, ?)"), {name, notNull(value)});
    return query ? Result<>() : fail(query.error());
}

Result<std::optional<IndexFile::RunRow>> IndexFile::run(const QByteArray &id)
{
    const auto query = run(QStringLiteral("SELECT runbook, title, context FROM run WHERE id = ?"), {id});
    if (!query)
        return fail(query.error());
    std::optional<RunRow> row;
    if ((*query)->next())
        row = RunRow{(*query)->value(0).toString(), (*query)->value(1).toString(), (*query)->value(2).toByteArray()};
    (*query)->finish();
    return row;
}

Result<> IndexFile::setRun(const QByteArray &id, const RunRow &row)
{
    const auto query = run(QStringLiteral("INSERT OR REPLACE INTO run VALUES(?, ?, ?, ?)"),
                           {id, notNull(row.runbook), notNull(row.title), notNull(row.context)});
    return query ? Result<>() : fail(query.error());
}

Result<qint64> IndexFile::placeNumber(const Place &place)
{
    const auto found =
        run(QStringLiteral("SELECT number FROM place WHERE run = ? AND kind = ? AND stage = ? AND subject = ?"
                           " AND pane = ? AND role = ? AND address = ? AND who = ?"),
            valuesOf(place));
    if (!found)
        return fail(found.error());
    const std::optional<qint64> number =
        (*found)->next() ? std::optional((*found)->value(0).toLongLong()) : std::nullopt;
    (*found)->finish();
    if (number)
        return *number;
    const auto made = run(QStringLiteral("INSERT INTO place VALUES(NULL, ?, ?, ?, ?, ?, ?, ?, ?)"), valuesOf(place));
    return made ? Result<qint64>((*made)->lastInsertId().toLongLong()) : fail(made.error());
}

Result<IndexFile::NamedPlace> IndexFile::place(qint64 number)
{
    const auto query = run(namedPlaces + QStringLiteral(" WHERE place.number = ?"), {number});
    if (!query)
        return fail(query.error());
    if (!(*query)->next())
        return fail(ErrorKind::Corrupt, QStringLiteral("%1: a block is nowhere").arg(m_path));
    const NamedPlace found = namedPlaceFrom(**query);
    (*query)->finish();
    return found;
}

Result<QList<IndexFile::NamedPlace>> IndexFile::places(const std::function<bool(const NamedPlace &)> &test)
{
    const auto query = run(namedPlaces, {});
    if (!query)
        return fail(query.error());
    QList<NamedPlace> places;
    while ((*query)->next()) {
        if (const NamedPlace place = namedPlaceFrom(**query); test(place))
            places.append(place);
    }
    return places;
}

Result<qint64> IndexFile::insertBlock(const BlockRow &row)
{
    const Block &block = row.block;
    const auto inserted = run(QStringLiteral("INSERT INTO block VALUES(NULL, ?, ?, ?, ?)"),
                              {row.place, qint64(block.firstSequence()), qint64(block.lastSequence()), block.packed()});
    if (!inserted)
        return fail(inserted.error());
    const qint64 number = (*inserted)->lastInsertId().toLongLong();
    const auto words =
        run(QStringLiteral("INSERT INTO words(rowid, text) VALUES(?, ?)"), {number, indexedText(block.text())});
    return words ? Result<qint64>(number) : fail(words.error());
}

Result<IndexFile::BlockRow> IndexFile::block(qint64 number)
{
    const auto query = run(QStringLiteral("SELECT place, bytes FROM block WHERE number = ?"), {number});
    if (!query)
        return fail(query.error());
    const bool isThere = (*query)->next();
    const qint64 place = isThere ? (*query)->value(0).toLongLong() : 0;
    const auto block = Block::unpacked(isThere ? (*query)->value(1).toByteArray() : QByteArray());
    (*query)->finish();
    return block ? Result<BlockRow>({place, *block}) : fail(block.error());
}

Result<> IndexFile::removeBlock(qint64 number, const Block &block)
{
    const auto row = run(QStringLiteral("DELETE FROM block WHERE number = ?"), {number});
    if (!row)
        return fail(row.error());
    const auto words = run(QStringLiteral("INSERT INTO words(words, rowid, text) VALUES('delete', ?, ?)"),
                           {number, indexedText(block.text())});
    return words ? Result<>() : fail(words.error());
}

Result<std::optional<IndexFile::Tail>> IndexFile::tail(const QByteArray &runId, const QString &pane)
{
    const auto query = run(
        QStringLiteral("SELECT block, columns, sequence, utc_ms, cast_ms, bytes FROM tail WHERE run = ? AND pane = ?"),
        {runId, notNull(pane)});
    if (!query)
        return fail(query.error());
    std::optional<Tail> tail;
    if ((*query)->next()) {
        tail = Tail{.block = (*query)->value(0).toLongLong(),
                    .columns = (*query)->value(1).toInt(),
                    .moment = {(*query)->value(2).toULongLong(), (*query)->value(3).toLongLong(),
                               (*query)->value(4).toLongLong()},
                    .bytes = (*query)->value(5).toByteArray()};
    }
    (*query)->finish();
    return tail;
}

Result<> IndexFile::setTail(const QByteArray &runId, const QString &pane, const Tail &tail)
{
    const auto query = run(QStringLiteral("INSERT OR REPLACE INTO tail VALUES(?, ?, ?, ?, ?, ?, ?, ?)"),
                           {runId, notNull(pane), tail.block, tail.columns, qint64(tail.moment.sequence),
                            tail.moment.utcMs, tail.moment.castMs, notNull(tail.bytes)});
    return query ? Result<>() : fail(query.error());
}

Result<QSqlQuery *> IndexFile::prepared(const QString &sql)
{
    auto &query = m_statements[sql];
    if (query)
        return query.get();
    auto made = std::make_shared<QSqlQuery>(m_database);
    made->setForwardOnly(true);
    if (!made->prepare(sql))
        return fail(errorFrom(made->lastError()));
    query = std::move(made);
    return query.get();
}

Result<QSqlQuery *> IndexFile::run(const QString &sql, const QVariantList &values)
{
    const auto query = prepared(sql);
    if (!query)
        return fail(query.error());
    for (int index = 0; index < values.size(); ++index)
        (*query)->bindValue(index, values[index]);
    if (!(**query).exec())
        return fail(errorFrom((*query)->lastError()));
    return *query;
}

Result<> IndexFile::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    return query.exec(sql) ? Result<>() : fail(errorFrom(query.lastError()));
}

Error IndexFile::errorFrom(const QSqlError &error) const
{
    const int code = error.nativeErrorCode().toInt() & 0xff; // the primary one, sqlite.org/rescode.html
    const QString detail =
        QStringLiteral("%1: %2 (SQLite %3)").arg(m_path, error.databaseText(), error.nativeErrorCode());
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
        return {ErrorKind::Corrupt, detail};
    return {code == SQLITE_BUSY || code == SQLITE_LOCKED ? ErrorKind::Busy : ErrorKind::Io, detail};
}

} // namespace holdpoint::audit
