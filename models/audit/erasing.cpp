// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/erasing.h>

#include <QJsonArray>

#include <algorithm>

namespace holdpoint::audit {

namespace {

/// Whether an entry with a part of the line is in the ranges.
bool covers(const Ranges &ranges, const Line &line)
{
    const auto range = std::ranges::lower_bound(ranges, line.first, {}, &Ranges::value_type::second);
    return range != ranges.end() && range->first <= line.moment.sequence;
}

} // namespace

Ranges rangesOf(QList<quint64> sequences)
{
    std::ranges::sort(sequences);
    Ranges ranges;
    for (const quint64 sequence : std::as_const(sequences)) {
        if (ranges.isEmpty() || sequence > ranges.last().second + 1)
            ranges.append({sequence, sequence});
        else
            ranges.last().second = sequence;
    }
    return ranges;
}

Ranges erasedBy(const ledger::Entry &entry)
{
    Ranges ranges;
    if (entry.type != QLatin1String("erased"))
        return ranges;
    for (const auto range : entry.body[QLatin1String("entries")].toArray()) {
        const qint64 first = range[0].toInteger(-1);
        const qint64 last = range[1].toInteger(-1);
        // In order, and before the record itself: what comes later cannot have been erased by it.
        if (first < 0 || last < first || quint64(last) >= entry.sequence
            || (!ranges.isEmpty() && quint64(first) <= ranges.last().second))
            return {};
        ranges.append({quint64(first), quint64(last)});
    }
    return ranges;
}

Result<> removeLines(IndexFile &file, const Ranges &ranges, const QByteArray &run)
{
    if (ranges.isEmpty())
        return {};
    const IndexFile::Stretch stretch{run, ranges.first().first, ranges.last().second};
    const auto tails = file.removeTails(stretch);
    if (!tails)
        return fail(tails.error());
    bool isDue = *tails > 0;
    const auto numbers = file.erasableBlocks(stretch);
    if (!numbers)
        return fail(numbers.error());
    for (const qint64 number : *numbers) {
        const auto row = file.block(number);
        if (!row)
            return fail(row.error());
        IndexFile::BlockRow rest = *row;
        if (rest.block.lines.removeIf([&](const Line &line) { return covers(ranges, line); }) == 0)
            continue;
        isDue = true;
        if (auto removed = file.removeBlock(number, row->block); !removed)
            return removed;
        if (rest.block.lines.isEmpty())
            continue;
        if (const auto kept = file.insertBlock(rest); !kept)
            return fail(kept.error());
    }
    return isDue ? file.setProperty(QStringLiteral("purge"), QStringLiteral("due")) : Result<>();
}

} // namespace holdpoint::audit
