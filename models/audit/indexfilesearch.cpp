// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/indexfile.h>

#include <QSqlError>
#include <QVariant>

#include <algorithm>

// What a search and a removal ask of the file.
namespace holdpoint::audit {

Result<int> IndexFile::removeTails(const Stretch &stretch)
{
    const auto query =
        run(QStringLiteral("DELETE FROM tail WHERE sequence <= ? AND (run = ? OR coalesce(length(?), 0) = 0)"),
            {qint64(stretch.last), stretch.run, stretch.run});
    return query ? Result<int>((*query)->numRowsAffected()) : fail(query.error());
}

Result<QList<qint64>> IndexFile::erasableBlocks(const Stretch &stretch)
{
    const auto query =
        run(QStringLiteral(
                "SELECT block.number FROM place JOIN block ON block.place = place.number"
                " WHERE kind IN (?, ?) AND (run = ? OR coalesce(length(?), 0) = 0) AND last >= ? AND first <= ?"),
            {int(Kind::Output), int(Kind::CheckOutput), stretch.run, stretch.run, qint64(stretch.first),
             qint64(stretch.last)});
    if (!query)
        return fail(query.error());
    QList<qint64> numbers;
    while ((*query)->next())
        numbers.append((*query)->value(0).toLongLong());
    return numbers;
}

Result<std::optional<IndexFile::Range>> IndexFile::rangeOf(const QList<NamedPlace> &places)
{
    std::optional<Range> range;
    for (const NamedPlace &place : places) {
        const auto query =
            run(QStringLiteral("SELECT (SELECT min(number) FROM block WHERE place = ?),"
                               " (SELECT max(number) FROM block WHERE place = ?)"),
                {place.number, place.number});
        if (!query)
            return fail(query.error());
        if ((*query)->next() && !(*query)->value(0).isNull()) {
            const Range one{(*query)->value(0).toLongLong(), (*query)->value(1).toLongLong()};
            range = range ? Range{std::min(range->first, one.first), std::max(range->last, one.last)} : one;
        }
        (*query)->finish();
    }
    return range;
}

Result<QList<QByteArray>> IndexFile::sample(Range range, int count)
{
    constexpr int manyTimes = 32;
    const auto ends = run(QStringLiteral("SELECT (SELECT min(number) FROM block), (SELECT max(number) FROM block)"), {});
    if (!ends)
        return fail(ends.error());
    const bool hasEnds = (*ends)->next();
    const qint64 first = hasEnds ? std::max(range.first, (*ends)->value(0).toLongLong()) : 0;
    const qint64 last = hasEnds ? std::min(range.last, (*ends)->value(1).toLongLong()) : 0;
    (*ends)->finish();
    QList<QByteArray> blocks;
    if (last - first < qint64(count) * manyTimes)
        return blocks;
    for (qint64 part = 0; part < count; ++part) {
        const auto query = run(QStringLiteral("SELECT bytes FROM block WHERE number >= ? ORDER BY number LIMIT 1"),
                               {first + (last - first) / count * part});
        if (!query)
            return fail(query.error());
        if ((*query)->next())
            blocks.append((*query)->value(0).toByteArray());
        (*query)->finish();
    }
    return blocks;
}

Result<> IndexFile::candidates(const QString &expression, Range range,
                               const std::function<bool(const Candidate &)> &take)
{
    const bool hasWords = !expression.isEmpty();
    const auto query =
        hasWords
            ? run(QStringLiteral("SELECT place, bytes FROM words CROSS JOIN block ON block.number = words.rowid"
                                 " WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? ORDER BY words.rowid DESC"),
                  {expression, range.first, range.last})
            : run(QStringLiteral("SELECT place, bytes FROM block WHERE number BETWEEN ? AND ? ORDER BY number DESC"),
                  {range.first, range.last});
    if (!query)
        return fail(query.error());
    bool goesOn = true;
    while (goesOn && (*query)->next())
        goesOn = take({(*query)->value(0).toLongLong(), (*query)->value(1).toByteArray()});
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    return error.isValid() ? Result<>(fail(errorFrom(error))) : Result<>();
}

// A removed row leaves a mark in the words' table beside what it removes, until both are merged away; and SQLite leaves what
// was deleted in pages it does not use. So the one is merged into a single piece, and then the file is written anew.
Result<> IndexFile::purge()
{
    for (const char *statement : {"INSERT INTO words(words) VALUES('optimize')", "VACUUM"}) {
        if (auto done = execute(QLatin1String(statement)); !done)
            return done;
    }
    const auto query = run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"), {});
    if (!query)
        return fail(query.error());
    const bool isBusy = !(*query)->next() || (*query)->value(0).toInt() != 0;
    (*query)->finish();
    return isBusy ? Result<>(fail(ErrorKind::Busy, QStringLiteral("%1: somebody reads what was removed").arg(m_path)))
                  : Result<>();
}

} // namespace holdpoint::audit
