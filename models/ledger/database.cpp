// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/database.h>

#include <models/base/bytes.h>
#include <models/ledger/checkpoint.h>
#include <models/ledger/logfile.h>
#include <models/ledger/packing.h>
#include <models/ledger/record.h>
#include <models/ledger/schema.h>
#include <models/ledger/sqliterow.h>

#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QUuid>
#include <QVariant>

#include <sqlite3.h>

namespace holdpoint::ledger {

namespace {

/// Primary result codes (sqlite.org/rescode.html); the driver gives the extended ones.
int primaryCode(int extendedCode) { return extendedCode & 0xff; }

/// SQLite's own handle, for the settings that have no SQL.
sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return *static_cast<sqlite3 *const *>(handle.constData());
}

/// The bytes are read when the statement runs. No bytes are a value of length 0, not NULL.
void bindBytes(sqlite3_stmt *statement, int position, QByteArrayView bytes)
{
    const char *data = bytes.isEmpty() ? "" : bytes.data();
    sqlite3_bind_blob64(statement, position, data, quint64(bytes.size()), SQLITE_STATIC);
}

/// Qt binds a null QByteArray as NULL; a column of bytes wants zero bytes.
QByteArray notNull(const QByteArray &bytes) { return bytes.isNull() ? QByteArray("") : bytes; }

} // namespace

Database::Database(QString path)
    : m_path(std::move(path))
    , m_connection(QStringLiteral("ledger-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Database::~Database()
{
    m_insertEntry.reset();
    m_insertAttachment.reset();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode)
{
    std::unique_ptr<Database> database(new Database(path));
    if (auto opened = database->openConnection(mode); !opened)
        return fail(opened.error());
    return database;
}

Result<> Database::openConnection(Mode mode)
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    if (mode == Mode::ReadInPlace) {
        // sqlite.org/uri.html: without locks and without a look for a log.
        m_database.setDatabaseName(QUrl::fromLocalFile(m_path).toString(QUrl::FullyEncoded)
                                   + QStringLiteral("?immutable=1"));
        m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
    } else {
        m_database.setDatabaseName(m_path);
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=0"));
    }
    if (!m_database.open())
        return fail(errorFrom(m_database.lastError()));
    if (auto hardened = harden(mode); !hardened)
        return hardened;
    return checkSchema();
}

Result<> Database::harden(Mode mode)
{
    sqlite3 *handle = handleOf(m_database);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    // The lock comes before the first read: with it SQLite keeps the log's index in memory, not in a shared file.
    QStringList pragmas{QStringLiteral("PRAGMA locking_mode=EXCLUSIVE"), QStringLiteral("PRAGMA trusted_schema=OFF"),
                        QStringLiteral("PRAGMA cell_size_check=ON")};
    if (mode == Mode::Append) {
        pragmas << QStringLiteral("PRAGMA journal_mode=WAL") << QStringLiteral("PRAGMA synchronous=FULL")
                << QStringLiteral("PRAGMA wal_autocheckpoint=%1").arg(logFrames) << QStringLiteral("BEGIN IMMEDIATE")
                << QStringLiteral("COMMIT");
    }
    for (const QString &pragma : std::as_const(pragmas)) {
        if (auto done = execute(pragma); !done)
            return done;
    }
    return {};
}

void Database::allowCheckpointOnClose()
{
    sqlite3_db_config(handleOf(m_database), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

Result<> Database::checkSchema()
{
    const Result<QString> id = singleValue(QStringLiteral("PRAGMA application_id"));
    const Result<QString> version = singleValue(QStringLiteral("PRAGMA user_version"));
    if (!id || !version)
        return fail(id ? version.error() : id.error());
    if (id->toUInt() != applicationId)
        return fail(ErrorKind::Corrupt, QStringLiteral("%1 is no ledger, or its header is damaged").arg(m_path));
    if (version->toUInt() > formatVersion)
        return fail(ErrorKind::NotPermitted, QStringLiteral("%1 has the newer format %2; this program knows up to %3")
                                                 .arg(m_path, *version)
                                                 .arg(formatVersion));
    auto query = prepared(QStringLiteral("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"));
    if (!query)
        return fail(query.error());
    if (auto done = run(*query); !done)
        return done;
    QStringList statements;
    while (query->next())
        statements.append(query->value(0).toString());
    QStringList expected = schemaStatements();
    statements.sort();
    expected.sort();
    if (statements != expected)
        return fail(ErrorKind::Corrupt, QStringLiteral("the tables of %1 are not those of a ledger").arg(m_path));
    return {};
}

Result<QString> Database::origin()
{
    return singleValue(QStringLiteral("SELECT value FROM property WHERE name = 'origin'"));
}

Result<quint64> Database::size()
{
    const auto count = singleValue(QStringLiteral("SELECT coalesce(max(sequence) + 1, 0) FROM entry"));
    return count ? Result<quint64>(count->toULongLong()) : fail(count.error());
}

Result<QList<Database::Row>> Database::readRows(QSqlQuery &query, Columns columns)
{
    if (auto done = run(query); !done)
        return fail(done.error());
    QList<Row> rows;
    while (query.next()) {
        Row row{query.value(0).toULongLong(),
                query.value(1).toByteArray(),
                query.value(2).toByteArray(),
                query.value(3).toString(),
                {}};
        if (columns == Columns::All)
            row.record = query.value(4).toByteArray();
        rows.append(row);
    }
    if (query.lastError().isValid())
        return fail(errorFrom(query.lastError()));
    return rows;
}

Result<QList<Database::Row>> Database::rows(quint64 sequence, int count, Columns columns)
{
    auto query = prepared(QStringLiteral("SELECT sequence, leaf, run, type%1 FROM entry WHERE sequence >= ?"
                                         " ORDER BY sequence LIMIT ?")
                              .arg(columns == Columns::All ? QStringLiteral(", record") : QString()));
    if (!query)
        return fail(query.error());
    query->addBindValue(qint64(sequence));
    query->addBindValue(count);
    return readRows(*query, columns);
}

Result<int> Database::eachRow(quint64 sequence, int count, Columns columns,
                              const std::function<bool(const RowView &)> &see)
{
    const char *sql =
        columns == Columns::All
            ? "SELECT sequence, leaf, run, type, record FROM entry WHERE sequence >= ? ORDER BY sequence LIMIT ?"
            : "SELECT sequence, leaf, run, type FROM entry WHERE sequence >= ? ORDER BY sequence LIMIT ?";
    const auto select = statement(sql);
    if (!select)
        return fail(select.error());
    sqlite3_stmt *rows = select->get();
    sqlite3_bind_int64(rows, 1, qint64(sequence));
    sqlite3_bind_int(rows, 2, count);
    int seen = 0;
    int code = sqlite3_step(rows);
    for (; code == SQLITE_ROW; code = sqlite3_step(rows)) {
        ++seen;
        const RowView row{quint64(sqlite3_column_int64(rows, 0)), columnOf(rows, 1), columnOf(rows, 2),
                          columnOf(rows, 3), columns == Columns::All ? columnOf(rows, 4) : QByteArrayView()};
        if (!see(row))
            return seen;
    }
    return code == SQLITE_DONE ? Result<int>(seen) : fail(lastError());
}

Result<QList<Database::Row>> Database::rowsOfRun(const QByteArray &run)
{
    auto query =
        prepared(QStringLiteral("SELECT sequence, leaf, run, type, record FROM entry WHERE run = ? ORDER BY sequence"));
    if (!query)
        return fail(query.error());
    query->addBindValue(run);
    return readRows(*query, Columns::All);
}

Result<QList<Database::Row>> Database::rowsOfType(const QString &type)
{
    auto query = prepared(
        QStringLiteral("SELECT sequence, leaf, run, type, record FROM entry WHERE type = ? ORDER BY sequence"));
    if (!query)
        return fail(query.error());
    query->addBindValue(type);
    return readRows(*query, Columns::All);
}

Result<> Database::loadAttachments(Entry &entry)
{
    if (entry.attachments.isEmpty())
        return {};
    auto query = prepared(QStringLiteral("SELECT position, salt, packed, bytes FROM attachment WHERE sequence = ?"));
    if (!query)
        return fail(query.error());
    query->addBindValue(qint64(entry.sequence));
    if (auto done = run(*query); !done)
        return done;
    while (query->next()) {
        const qsizetype position = query->value(0).toLongLong();
        if (position < 0 || position >= entry.attachments.size())
            return fail(ErrorKind::Corrupt, QStringLiteral("entry %1 has an attachment too many").arg(entry.sequence));
        Attachment &attachment = entry.attachments[position];
        const Packed packed{query->value(3).toByteArray(), query->value(2).toBool()};
        attachment.salt = query->value(1).toByteArray();
        const auto bytes = unpacked(packed, attachment.size);
        if (!bytes || attachmentCommitment(attachment.salt, *bytes) != attachment.commitment)
            return fail(
                ErrorKind::Corrupt,
                QStringLiteral("attachment %1 of entry %2 is not what was recorded").arg(position).arg(entry.sequence));
        attachment.bytes = *bytes;
        attachment.present = true;
    }
    return query->lastError().isValid() ? Result<>(fail(errorFrom(query->lastError()))) : Result<>();
}

Result<QList<StoredAttachment>> Database::storedAttachments()
{
    auto query = prepared(QStringLiteral("SELECT attachment.sequence, entry.run, entry.type, length(attachment.bytes)"
                                         " FROM attachment JOIN entry USING(sequence) ORDER BY attachment.sequence"));
    if (!query)
        return fail(query.error());
    if (auto done = run(*query); !done)
        return fail(done.error());
    QList<StoredAttachment> stored;
    while (query->next()) {
        stored.append({query->value(0).toULongLong(), query->value(1).toByteArray(), query->value(2).toString(),
                       query->value(3).toULongLong()});
    }
    if (query->lastError().isValid())
        return fail(errorFrom(query->lastError()));
    return stored;
}

/// Of the attachments of these entries. The query has run.
Result<QSqlQuery> Database::attachmentsBetween(const QString &what, quint64 first, quint64 last)
{
    auto query = prepared(QStringLiteral("SELECT %1 FROM attachment WHERE sequence BETWEEN ? AND ?").arg(what));
    if (!query)
        return query;
    query->addBindValue(qint64(first));
    query->addBindValue(qint64(last));
    if (auto done = run(*query); !done)
        return fail(done.error());
    return query;
}

Result<quint64> Database::countAttachments(quint64 first, quint64 last)
{
    auto query = attachmentsBetween(QStringLiteral("count(*)"), first, last);
    if (!query)
        return fail(query.error());
    return query->next() ? Result<quint64>(query->value(0).toULongLong()) : fail(errorFrom(query->lastError()));
}

Result<QSet<quint64>> Database::sequencesWithAttachments(quint64 first, quint64 last)
{
    auto query = attachmentsBetween(QStringLiteral("DISTINCT sequence"), first, last);
    if (!query)
        return fail(query.error());
    QSet<quint64> sequences;
    while (query->next())
        sequences.insert(query->value(0).toULongLong());
    if (query->lastError().isValid())
        return fail(errorFrom(query->lastError()));
    return sequences;
}

Result<std::optional<qint64>> Database::attachmentBeyond(quint64 size)
{
    auto query = prepared(QStringLiteral("SELECT min(sequence) FROM"
                                         " (SELECT sequence FROM attachment WHERE sequence < 0"
                                         " UNION ALL SELECT sequence FROM attachment WHERE sequence >= ?)"));
    if (!query)
        return fail(query.error());
    query->addBindValue(qint64(size));
    if (auto done = run(*query); !done)
        return fail(done.error());
    if (!query->next())
        return fail(errorFrom(query->lastError()));
    const QVariant sequence = query->value(0);
    return sequence.isNull() ? std::optional<qint64>() : std::optional(sequence.toLongLong());
}

Result<std::optional<quint64>> Database::firstStored(const AttachmentRange &range)
{
    auto query = prepared(QStringLiteral("SELECT entry.sequence FROM entry JOIN attachment USING(sequence)"
                                         " WHERE entry.sequence BETWEEN ? AND ? AND entry.run = ?"
                                         " ORDER BY entry.sequence LIMIT 1"));
    if (!query)
        return fail(query.error());
    query->addBindValue(qint64(range.first));
    query->addBindValue(qint64(range.last));
    query->addBindValue(range.run);
    if (auto done = run(*query); !done)
        return fail(done.error());
    const bool isThere = query->next();
    if (query->lastError().isValid())
        return fail(errorFrom(query->lastError()));
    return isThere ? std::optional(query->value(0).toULongLong()) : std::optional<quint64>();
}

// The trigger against deleting stays in the schema, and every other connection meets it: it is passed over by this one
// connection, which nobody else shares, for this one transaction. A trigger that looked into the records for a permission
// would have to parse JSON inside of SQLite; one that is dropped and made anew changes the schema each time.
Result<> Database::eraseAttachments(const QList<AttachmentRange> &ranges)
{
    sqlite3 *handle = handleOf(m_database);
    if (auto secure = execute(QStringLiteral("PRAGMA secure_delete=ON")); !secure)
        return secure;
    Result<> done = begin();
    if (!done)
        return done;
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    done = deleteAttachments(ranges);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, nullptr);
    if (done)
        done = commit();
    if (!done)
        rollback();
    return done;
}

Result<> Database::deleteAttachments(const QList<AttachmentRange> &ranges)
{
    // A record speaks for the entries of its own run only.
    auto query = prepared(QStringLiteral("DELETE FROM attachment WHERE sequence IN"
                                         " (SELECT sequence FROM entry WHERE sequence BETWEEN ? AND ? AND run = ?)"));
    if (!query)
        return fail(query.error());
    for (const AttachmentRange &range : ranges) {
        query->bindValue(0, qint64(range.first));
        query->bindValue(1, qint64(range.last));
        query->bindValue(2, range.run);
        if (auto done = run(*query); !done)
            return done;
    }
    return {};
}

// Deleting alone leaves traces: pages that were split keep old copies of cells in their unused parts, and the log holds what
// it has not been overwritten with.
Result<> Database::rebuild()
{
    if (auto done = execute(QStringLiteral("VACUUM")); !done)
        return done;
    return emptyLog();
}

Result<> Database::emptyLog()
{
    const Result<QString> busy = singleValue(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (!busy)
        return fail(busy.error());
    return *busy == QLatin1String("0")
               ? Result<>()
               : fail(ErrorKind::Busy, QStringLiteral("%1: its log cannot be emptied").arg(m_path));
}

Result<QList<Checkpoint>> Database::checkpoints()
{
    auto query = prepared(QStringLiteral("SELECT body, signature, utc FROM checkpoint ORDER BY number"));
    if (!query)
        return fail(query.error());
    if (auto done = run(*query); !done)
        return fail(done.error());
    QList<Checkpoint> checkpoints;
    while (query->next()) {
        const QByteArray body = query->value(0).toByteArray();
        Result<Checkpoint> checkpoint = parseCheckpoint(body);
        if (!checkpoint || checkpoint->body != body)
            return fail(ErrorKind::Corrupt, QStringLiteral("a stored checkpoint is damaged"));
        checkpoint->signature = query->value(1).toByteArray();
        checkpoint->utc = QDateTime::fromMSecsSinceEpoch(query->value(2).toLongLong(), Qt::UTC);
        checkpoints.append(*checkpoint);
    }
    if (query->lastError().isValid())
        return fail(errorFrom(query->lastError()));
    return checkpoints;
}

Result<> Database::begin() { return execute(QStringLiteral("BEGIN IMMEDIATE")); }
Result<> Database::commit() { return execute(QStringLiteral("COMMIT")); }

void Database::rollback()
{
    const bool full = m_diskFull;
    // SQLite has rolled back by itself after some errors; saying so again is no failure.
    (void)execute(QStringLiteral("ROLLBACK"));
    m_diskFull = full;
}

Result<> Database::insertEntry(const Entry &entry)
{
    if (!m_insertEntry) {
        auto entries = statement("INSERT INTO entry VALUES(?, ?, ?, ?, ?)");
        auto attachments = statement("INSERT INTO attachment VALUES(?, ?, ?, ?, ?)");
        if (!entries || !attachments)
            return fail(entries ? attachments.error() : entries.error());
        m_insertEntry = std::move(*entries);
        m_insertAttachment = std::move(*attachments);
    }
    const QByteArray type = entry.type.toUtf8();
    sqlite3_bind_int64(m_insertEntry.get(), 1, qint64(entry.sequence));
    bindBytes(m_insertEntry.get(), 2, entry.leaf);
    bindBytes(m_insertEntry.get(), 3, entry.run);
    sqlite3_bind_text(m_insertEntry.get(), 4, type.constData(), int(type.size()), SQLITE_STATIC);
    bindBytes(m_insertEntry.get(), 5, entry.record);
    Result<> done = insert(m_insertEntry);
    for (qsizetype position = 0; done && position < entry.attachments.size(); ++position) {
        const Attachment &attachment = entry.attachments[position];
        const Packed packed = packedIfSmaller(attachment.bytes);
        sqlite3_bind_int64(m_insertAttachment.get(), 1, qint64(entry.sequence));
        sqlite3_bind_int64(m_insertAttachment.get(), 2, position);
        bindBytes(m_insertAttachment.get(), 3, attachment.salt);
        sqlite3_bind_int(m_insertAttachment.get(), 4, packed.isPacked ? 1 : 0);
        bindBytes(m_insertAttachment.get(), 5, packed.bytes);
        done = insert(m_insertAttachment);
    }
    return done;
}

Result<> Database::insertCheckpoint(const Checkpoint &checkpoint)
{
    auto query = prepared(QStringLiteral("INSERT INTO checkpoint(body, signature, utc) VALUES(?, ?, ?)"));
    if (!query)
        return fail(query.error());
    query->addBindValue(checkpoint.body);
    query->addBindValue(notNull(checkpoint.signature));
    query->addBindValue(checkpoint.utc.toMSecsSinceEpoch());
    return run(*query);
}

Result<QSqlQuery> Database::prepared(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return fail(errorFrom(query.lastError()));
    return query;
}

void Database::Finalize::operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }

Result<Database::Statement> Database::statement(const char *sql)
{
    sqlite3_stmt *prepared = nullptr;
    const int code = sqlite3_prepare_v2(handleOf(m_database), sql, -1, &prepared, nullptr);
    Statement statement(prepared);
    return code == SQLITE_OK ? Result<Statement>(std::move(statement)) : fail(lastError());
}

Result<> Database::insert(const Statement &statement)
{
    const int code = sqlite3_step(statement.get());
    const Result<> done = code == SQLITE_DONE ? Result<>() : fail(lastError());
    sqlite3_reset(statement.get());
    sqlite3_clear_bindings(statement.get());
    return done;
}

Error Database::lastError()
{
    sqlite3 *handle = handleOf(m_database);
    return errorFrom(sqlite3_extended_errcode(handle), QString::fromUtf8(sqlite3_errmsg(handle)));
}

Result<> Database::run(QSqlQuery &query) { return query.exec() ? Result<>() : fail(errorFrom(query.lastError())); }

Result<> Database::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    return query.exec(sql) ? Result<>() : fail(errorFrom(query.lastError()));
}

Result<QString> Database::singleValue(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return fail(errorFrom(query.lastError()));
    if (!query.next())
        return fail(ErrorKind::Corrupt, QStringLiteral("%1 lacks what every ledger has").arg(m_path));
    return query.value(0).toString();
}

Error Database::errorFrom(const QSqlError &error)
{
    return errorFrom(error.nativeErrorCode().toInt(), error.databaseText());
}

Error Database::errorFrom(int extendedCode, const QString &text)
{
    const int code = primaryCode(extendedCode);
    m_diskFull = code == SQLITE_FULL;
    const QString detail = QStringLiteral("%1: %2 (SQLite %3)").arg(m_path, text).arg(extendedCode);
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
        return {ErrorKind::Corrupt, detail};
    return {code == SQLITE_BUSY || code == SQLITE_LOCKED ? ErrorKind::Busy : ErrorKind::Io, detail};
}

} // namespace holdpoint::ledger
