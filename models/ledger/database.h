// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/ledger/erasure.h>
#include <models/ledger/filing.h>
#include <models/ledger/ledger.h>

#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <memory>
#include <optional>

struct sqlite3_stmt;

namespace holdpoint::ledger {

/// The SQLite file of a ledger: one connection, its statements, and nothing that thinks about chains.
///
/// Thread: one; open, used and destroyed there (QSqlDatabase's rule).
/// Owns: the connection. In Mode::Append the file is locked for everybody else until destruction.
/// Errors: Corrupt (no or a damaged ledger), Busy (locked), Io; diskFull() tells a full disk from other Io.
class Database
{
public:
    /// Examine leaves the files as they are, also when the connection closes, and ReadInPlace writes nothing beside them
    /// either, for a file that has no log; Append may move the log into the file.
    enum class Mode { Examine, ReadInPlace, Append };

    /// Errors: also NotPermitted for a file of a newer format.
    static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// SQLite's own check of pages; Thorough also compares the indexes with the tables.
    enum class Check { Quick, Thorough };
    Result<> checkPages(Check check);
    /// All that a Thorough check finds, in a third of the time, but whether the entries stand where their indexes say. That
    /// is what it gives back, for whoever reads them anyway. Errors: Corrupt.
    Result<Filings> checkFile();
    /// The first entry from there on whose record does not fit its leaf.
    Result<std::optional<quint64>> firstUnfitLeaf(quint64 from);
    /// After a good check: closing moves the log into the file.
    void allowCheckpointOnClose();

    Result<QString> origin();
    Result<quint64> size();

    struct Row
    {
        quint64 sequence = 0;
        QByteArray leaf;
        QByteArray run;
        QString type;
        QByteArray record; ///< empty when not asked for
    };
    enum class Columns { All, WithoutRecord };
    /// At most `count` rows in order from `sequence` on.
    Result<QList<Row>> rows(quint64 sequence, int count, Columns columns);
    /// A row where SQLite holds it, until the next one is read.
    struct RowView
    {
        quint64 sequence = 0;
        QByteArrayView leaf;
        QByteArrayView run;
        QByteArrayView type;
        QByteArrayView record; ///< empty when not asked for
    };
    /// Shows the same rows one after the other, without building anything, until `see` returns false. How many it saw.
    Result<int> eachRow(quint64 sequence, int count, Columns columns, const std::function<bool(const RowView &)> &see);
    Result<QList<Row>> rowsOfRun(const QByteArray &run);
    Result<QList<Row>> rowsOfType(const QString &type);
    /// Fills in salt and bytes of what is stored. Errors: Corrupt when the bytes do not fit their commitment.
    Result<> loadAttachments(Entry &entry);
    /// Every attachment whose bytes are there, in order.
    Result<QList<StoredAttachment>> storedAttachments();
    /// How many of the entries from `first` to `last` have their bytes.
    Result<quint64> countAttachments(quint64 first, quint64 last);
    /// The numbers from `first` to `last` under which bytes are stored, whether or not there is such an entry.
    Result<QSet<quint64>> sequencesWithAttachments(quint64 first, quint64 last);
    /// The lowest number outside of 0 to `size` - 1 under which bytes are stored.
    Result<std::optional<qint64>> attachmentBeyond(quint64 size);
    /// In order of writing.
    Result<QList<Checkpoint>> checkpoints();

    Result<> begin();
    Result<> commit();
    void rollback();
    Result<> insertEntry(const Entry &entry);
    Result<> insertCheckpoint(const Checkpoint &checkpoint);

    struct AttachmentRange
    {
        quint64 first = 0;
        quint64 last = 0;
        QByteArray run; ///< of the entries that are meant
    };
    /// The first of these entries that has bytes.
    Result<std::optional<quint64>> firstStored(const AttachmentRange &range);
    /// Deletes salts and bytes in one transaction, overwriting them. Only for what an "erased" entry on disk names.
    Result<> eraseAttachments(const QList<AttachmentRange> &ranges);
    /// Moves the log into the file and cuts it to nothing. Errors: also Busy.
    Result<> emptyLog();
    /// Writes the file anew, without what was deleted, and empties the log. Needs room for two more of it.
    Result<> rebuild();

    /// Whether the last failure was a full disk.
    [[nodiscard]] bool diskFull() const { return m_diskFull; }

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    /// SQLite's own, for what is done by the million: QSqlQuery makes a QVariant of each value.
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    explicit Database(QString path);
    Result<> openConnection(Mode mode);
    Result<> harden(Mode mode);
    Result<> checkSchema();
    Result<> deleteAttachments(const QList<AttachmentRange> &ranges);
    Result<> execute(const QString &sql);
    Result<> run(QSqlQuery &query);
    /// Shows each row of a query without parameters.
    Result<> eachOf(const char *sql, const std::function<void(sqlite3_stmt *)> &see);
    Result<> checked(const QString &pragma);
    Result<> checkAttachmentIndex();
    Result<> readIndex(const char *sql, int valueType, Filing &filing);
    [[nodiscard]] Error damaged(const QString &what) const;
    Result<QSqlQuery> prepared(const QString &sql);
    Result<Statement> statement(const char *sql);
    /// Runs an INSERT whose values are bound, and makes it ready for the next.
    Result<> insert(const Statement &statement);
    Error lastError();
    Result<QString> singleValue(const QString &sql);
    Result<QList<Row>> readRows(QSqlQuery &query, Columns columns);
    Result<QSqlQuery> attachmentsBetween(const QString &what, quint64 first, quint64 last);
    Error errorFrom(const QSqlError &error);
    Error errorFrom(int extendedCode, const QString &text);

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    Statement m_insertEntry;
    Statement m_insertAttachment;
    bool m_diskFull = false;
};

} // namespace holdpoint::ledger
