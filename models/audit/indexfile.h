// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/block.h>
#include <models/audit/place.h>
#include <models/base/result.h>

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <memory>
#include <optional>

namespace holdpoint::audit {

/// The SQLite file of the search index: one connection and its statements.
///
/// Thread: one; opened, used and destroyed there (QSqlDatabase's rule). Others may read and write the file meanwhile: one
/// writes at a time, and readers see what was last committed.
/// Errors: Corrupt (damaged, of another version, or of another ledger: to be discarded), Busy, Io.
class IndexFile
{
public:
    /// Errors: also NotFound.
    static Result<std::unique_ptr<IndexFile>> open(const QString &path, const QString &origin);
    /// An empty index, mode 0600, in place of whatever is there; who has that open sees it become empty. For one at a time.
    static Result<std::unique_ptr<IndexFile>> make(const QString &path, const QString &origin);
    ~IndexFile();
    IndexFile(const IndexFile &) = delete;
    IndexFile &operator=(const IndexFile &) = delete;

    Result<> begin();
    Result<> commit();
    void rollback();

    Result<QString> property(const QString &name); ///< empty when it is not set
    Result<> setProperty(const QString &name, const QString &value);

    /// What a run is called, and what its next entries need to know of those before, as JSON.
    struct RunRow
    {
        QString runbook;
        QString title;
        QByteArray context;
    };
    Result<std::optional<RunRow>> run(const QByteArray &id);
    Result<> setRun(const QByteArray &id, const RunRow &row);

    /// The number of the place, which is made where it is new.
    Result<qint64> placeNumber(const Place &place);
    /// A place, and what its run is called.
    struct NamedPlace
    {
        qint64 number = 0;
        Place place;
        QString runbook;
        QString title;
    };
    Result<NamedPlace> place(qint64 number);
    /// Those that pass the test.
    Result<QList<NamedPlace>> places(const std::function<bool(const NamedPlace &)> &test);

    struct BlockRow
    {
        qint64 place = 0;
        Block block;
    };
    Result<qint64> insertBlock(const BlockRow &row);
    Result<BlockRow> block(qint64 number);
    Result<> removeBlock(qint64 number, const Block &block);

    /// The end of a recording that the next entries continue.
    struct Tail
    {
        qint64 block = 0; ///< holds the open line as its last one; 0 for none
        int columns = 80;
        Moment moment;
        QByteArray bytes;
    };
    Result<std::optional<Tail>> tail(const QByteArray &run, const QString &pane);
    Result<> setTail(const QByteArray &run, const QString &pane, const Tail &tail);

    /// Entries of a run, or of any when it is empty.
    struct Stretch
    {
        QByteArray run;
        quint64 first = 0;
        quint64 last = 0;
    };
    /// Gives how many.
    Result<int> removeTails(const Stretch &stretch);
    /// Numbers of the blocks with lines of these entries, of kinds that can be erased.
    Result<QList<qint64>> erasableBlocks(const Stretch &stretch);

    struct Candidate
    {
        qint64 place = 0;
        QByteArray bytes; ///< of the block
    };
    struct Range
    {
        qint64 first = 0;
        qint64 last = 0;
    };
    /// From the first to the last block of these places; nothing when they have none.
    Result<std::optional<Range>> rangeOf(const QList<NamedPlace> &places);
    /// The bytes of so many blocks from all over the range; none where there are not many times as many.
    Result<QList<QByteArray>> sample(Range range, int count);
    /// Blocks that may hold a hit, newest first, until `take` says false. An empty expression means all.
    Result<> candidates(const QString &expression, Range range, const std::function<bool(const Candidate &)> &take);

    /// Writes everything anew, so that nothing of what was removed stays in the file. Errors: also Busy, when somebody reads.
    Result<> purge();

private:
    explicit IndexFile(QString path);
    Result<> connect();
    Result<> configure();
    Result<> check(const QString &origin);
    Result<> empty();
    Result<> create(const QString &origin);
    Result<QSqlQuery *> prepared(const QString &sql);
    Result<QSqlQuery *> run(const QString &sql, const QVariantList &values);
    Result<> execute(const QString &sql);
    Error errorFrom(const QSqlError &error) const;

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
};

} // namespace holdpoint::audit
