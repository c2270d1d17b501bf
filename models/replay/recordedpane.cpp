// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/replay/recordedpane.h>

#include <models/report/recordings.h>

#include <algorithm>

namespace holdpoint::replay {

int RecordedPane::pieceAt(qint64 ms) const
{
    const auto after = std::ranges::upper_bound(pieces, ms, {}, &Piece::fromMs);
    return int(after - pieces.begin()) - 1;
}

QList<RecordedPane> recordedPanesOf(const QList<ledger::Entry> &entries)
{
    QList<RecordedPane> panes;
    for (const report::Recording &recording : report::recordingsOf(entries)) {
        RecordedPane pane{.name = recording.pane,
                          .columns = recording.columns,
                          .rows = recording.rows,
                          .outsideSteps = recording.outsideSteps};
        qint64 endMs = 0;
        qint64 offset = 0;
        for (const qsizetype index : recording.entries) {
            const ledger::Entry &entry = entries[index];
            const qint64 fromMs = std::max(endMs, entry.body[QLatin1String("from_ms")].toInteger());
            endMs = std::max(fromMs, entry.body[QLatin1String("to_ms")].toInteger());
            pane.pieces.append({.sequence = entry.sequence,
                                .fromMs = fromMs,
                                .toMs = endMs,
                                .offset = offset,
                                .leftOut = entry.body[QLatin1String("truncated")].toInteger()});
            offset += qint64(entry.attachments.first().size);
        }
        panes.append(pane);
    }
    return panes;
}

} // namespace holdpoint::replay
