// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/erasure.h>

#include <QJsonArray>

#include <algorithm>

namespace holdpoint::ledger {

namespace {

QJsonArray rangesOf(const QList<quint64> &sequences)
{
    QJsonArray ranges;
    for (qsizetype first = 0; first < sequences.size();) {
        qsizetype last = first;
        while (last + 1 < sequences.size() && sequences[last + 1] == sequences[last] + 1)
            ++last;
        ranges.append(QJsonArray{qint64(sequences[first]), qint64(sequences[last])});
        first = last + 1;
    }
    return ranges;
}

} // namespace

bool ErasureRecord::covers(quint64 sequence) const
{
    const auto after = std::ranges::upper_bound(ranges, sequence, {}, &QPair<quint64, quint64>::first);
    return after != ranges.begin() && sequence <= std::prev(after)->second;
}

Draft erasedDraft(const Erasure &erasure, quint64 attachments, quint64 bytes)
{
    return {.type = QString::fromUtf16(erasedType),
            .actor = erasure.actor,
            .run = erasure.run,
            .body = {{QStringLiteral("rule"), erasure.rule},
                     {QStringLiteral("reason"), erasure.reason},
                     {QStringLiteral("attachments"), qint64(attachments)},
                     {QStringLiteral("bytes"), qint64(bytes)},
                     {QStringLiteral("entries"), rangesOf(erasure.sequences)}},
            .attachments = {},
            .kind = Draft::Kind::Ordinary};
}

std::optional<ErasureRecord> erasureIn(const Entry &entry)
{
    if (entry.type != QStringView(erasedType))
        return {};
    ErasureRecord record{.rule = entry.body[QLatin1String("rule")].toString(),
                         .reason = entry.body[QLatin1String("reason")].toString(),
                         .attachments = quint64(entry.body[QLatin1String("attachments")].toInteger()),
                         .bytes = quint64(entry.body[QLatin1String("bytes")].toInteger()),
                         .ranges = {}};
    qint64 previous = -1;
    for (const auto value : entry.body[QLatin1String("entries")].toArray()) {
        const qint64 first = value[0].toInteger(-1);
        const qint64 last = value[1].toInteger(-1);
        // In order and before the record itself: what comes later cannot have been erased by it.
        if (first <= previous || last < first || quint64(last) >= entry.sequence)
            return {};
        record.ranges.append({quint64(first), quint64(last)});
        previous = last;
    }
    return record.ranges.isEmpty() ? std::nullopt : std::optional(record);
}

} // namespace holdpoint::ledger
