// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/entry.h>

#include <QList>
#include <QString>

namespace holdpoint::replay {

/// One "output" entry of a pane: asciicast event lines, which lie in the ledger.
struct Piece
{
    quint64 sequence = 0;
    qint64 fromMs = 0; ///< never before the end of the piece before it
    qint64 toMs = 0;
    qint64 offset = 0;  ///< bytes of all pieces before it
    qint64 leftOut = 0; ///< bytes that were over the limit of one command and not recorded
};

/// What is known of a pane's recording without reading it.
struct RecordedPane
{
    QString name;
    int columns = 80;
    int rows = 24;
    bool outsideSteps = false; ///< a further shell
    QList<Piece> pieces;

    [[nodiscard]] qint64 endMs() const { return pieces.isEmpty() ? 0 : pieces.last().toMs; }
    /// The index of the last piece that begins at or before this moment; -1 when none does.
    [[nodiscard]] int pieceAt(qint64 ms) const;
};

/// Of a run's entries, in order, attachments not loaded; by first appearance, as a report numbers them.
QList<RecordedPane> recordedPanesOf(const QList<ledger::Entry> &entries);

} // namespace holdpoint::replay
