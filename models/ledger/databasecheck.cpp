// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// What there is to find out about the file itself: its pages and its indexes.

#include <models/ledger/database.h>

#include <models/ledger/merkle.h>
#include <models/ledger/sqliterow.h>

#include <algorithm>
#include <array>
#include <limits>

namespace holdpoint::ledger {

Result<> Database::checked(const QString &pragma)
{
    const Result<QString> answer = singleValue(QStringLiteral("PRAGMA ") + pragma);
    if (!answer)
        return fail(answer.error());
    return *answer == QLatin1String("ok") ? Result<>() : fail(damaged(*answer));
}

Result<> Database::checkPages(Check check)
{
    return checked(check == Check::Quick ? QStringLiteral("quick_check(1)") : QStringLiteral("integrity_check(1)"));
}

Error Database::damaged(const QString &what) const
{
    return {ErrorKind::Corrupt, QStringLiteral("%1: %2").arg(m_path, what)};
}

// SQLite's own comparison looks each row up in each index. Reading the indexes from end to end takes a quarter of that, and
// an index that is in order and has what the table has answers every question as the table would.
Result<Filings> Database::checkFile()
{
    Filings filings;
    Result<> done = checkPages(Check::Quick);
    if (done)
        done = checked(QStringLiteral("integrity_check(property)"));
    if (done)
        done = checkAttachmentIndex();
    if (done)
        done = readIndex("SELECT run, sequence FROM entry INDEXED BY entry_run ORDER BY run, sequence", SQLITE_BLOB,
                         filings.runs);
    if (done)
        done = readIndex("SELECT type, sequence FROM entry INDEXED BY entry_type ORDER BY type, sequence", SQLITE_TEXT,
                         filings.types);
    return done ? Result<Filings>(std::move(filings)) : fail(done.error());
}

Result<std::optional<quint64>> Database::firstUnfitLeaf(quint64 from)
{
    std::optional<quint64> unfit;
    const auto read = eachRow(from, std::numeric_limits<int>::max(), Columns::All, [&](const RowView &row) {
        if (!isLeafOf(row.leaf, row.record))
            unfit = row.sequence;
        return !unfit;
    });
    return read ? Result<std::optional<quint64>>(unfit) : fail(read.error());
}

// A value of another type is another value to a query, though its bytes read the same.
Result<> Database::readIndex(const char *sql, int valueType, Filing &filing)
{
    QByteArray last;
    qint64 lastSequence = -1;
    bool isGood = true;
    const auto read = eachOf(sql, [&](sqlite3_stmt *row) {
        isGood = sqlite3_column_type(row, 0) == valueType && sqlite3_column_type(row, 1) == SQLITE_INTEGER && isGood;
        const QByteArrayView value = columnOf(row, 0);
        const qint64 sequence = sqlite3_column_int64(row, 1);
        if (value != last) {
            isGood = last < value && isGood;
            last = value.toByteArray();
            lastSequence = -1;
        }
        isGood = lastSequence < sequence && isGood;
        lastSequence = sequence;
        filing.add(value, quint64(sequence));
    });
    if (!read)
        return read;
    return isGood ? Result<>()
                  : fail(damaged(QStringLiteral("an index is out of order, or of other values than its table's")));
}

Result<> Database::checkAttachmentIndex()
{
    using Place = std::array<qint64, 3>;
    const auto placesOf = [this](const char *sql) -> Result<std::vector<Place>> {
        std::vector<Place> places;
        bool isGood = true;
        const auto read = eachOf(sql, [&](sqlite3_stmt *row) {
            Place place;
            for (int column = 0; column < 3; ++column) {
                isGood = sqlite3_column_type(row, column) == SQLITE_INTEGER && isGood;
                place[std::size_t(column)] = sqlite3_column_int64(row, column);
            }
            places.push_back(place);
        });
        if (!read)
            return fail(read.error());
        return isGood ? Result<std::vector<Place>>(std::move(places))
                      : fail(damaged(QStringLiteral("an attachment is filed under something that is no number")));
    };
    auto rows = placesOf("SELECT sequence, position, rowid FROM attachment NOT INDEXED");
    if (!rows)
        return fail(rows.error());
    const auto indexed = placesOf("SELECT sequence, position, rowid FROM attachment"
                                  " INDEXED BY sqlite_autoindex_attachment_1 ORDER BY sequence, position");
    if (!indexed)
        return fail(indexed.error());
    std::sort(rows->begin(), rows->end());
    return *rows == *indexed ? Result<>()
                             : fail(damaged(QStringLiteral("the index of attachments is not that of the rows")));
}

Result<> Database::eachOf(const char *sql, const std::function<void(sqlite3_stmt *)> &see)
{
    const auto select = statement(sql);
    if (!select)
        return fail(select.error());
    int code = sqlite3_step(select->get());
    for (; code == SQLITE_ROW; code = sqlite3_step(select->get()))
        see(select->get());
    return code == SQLITE_DONE ? Result<>() : fail(lastError());
}

} // namespace holdpoint::ledger
