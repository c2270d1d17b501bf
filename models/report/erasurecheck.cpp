// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/erasurecheck.h>

#include <models/ledger/erasure.h>

#include <algorithm>

namespace holdpoint::report {

namespace {

using Ranges = QList<QPair<quint64, quint64>>;

/// All that the run's records of erasures name, without overlaps. Each names only entries before itself.
Ranges namedBy(const QList<ledger::Entry> &entries)
{
    Ranges all;
    for (const ledger::Entry &entry : entries) {
        if (const auto record = ledger::erasureIn(entry))
            all += record->ranges;
    }
    std::ranges::sort(all);
    Ranges merged;
    for (const auto &[first, last] : std::as_const(all)) {
        if (!merged.isEmpty() && first <= merged.last().second)
            merged.last().second = std::max(merged.last().second, last);
        else
            merged.append({first, last});
    }
    return merged;
}

} // namespace

std::optional<quint64> firstUnnamedErasure(const QList<ledger::Entry> &entries)
{
    const ledger::ErasureRecord named{.ranges = namedBy(entries)};
    const auto isUnnamed = [&](const ledger::Entry &entry) {
        return !std::ranges::all_of(entry.attachments, &ledger::Attachment::present) && !named.covers(entry.sequence);
    };
    const auto found = std::ranges::find_if(entries, isUnnamed);
    return found == entries.end() ? std::nullopt : std::optional(found->sequence);
}

bool recordsErasures(const QList<ledger::Entry> &entries)
{
    const auto isErasure = [](const ledger::Entry &entry) { return entry.type == QStringView(ledger::erasedType); };
    return std::ranges::any_of(entries, isErasure)
           || (!entries.isEmpty()
               && entries.first().body[QLatin1String("erasures")].toString() == QLatin1String("recorded"));
}

} // namespace holdpoint::report
