// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/entry.h>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

/// What the panes of a run showed, as asciicast version 2 (docs.asciinema.org/manual/asciicast/v2): one file a pane.
/// The event lines are those of the ledger's "output" entries, byte for byte, so that each piece of a recording can be
/// held against the commitment in its entry.
namespace holdpoint::report {

struct Recording
{
    QString fileName; ///< "terminal-1.cast", numbered by first appearance
    QString pane;     ///< role of the host, or the name of a further shell on it
    int columns = 80;
    int rows = 24;
    QList<qsizetype> entries; ///< indices of its "output" entries
    qint64 leftOut = 0; ///< bytes over the limit that were not kept while recording
    bool outsideSteps = false; ///< a further shell, in which no command of the runbook ran
};

QList<Recording> recordingsOf(const QList<ledger::Entry> &entries);

/// Its first line.
QByteArray castHeader(const Recording &recording, const QString &title, const QDateTime &started);
/// What follows of one entry's bytes: whole lines.
QByteArray castPiece(const QByteArray &bytes);

/// The file. Pieces whose bytes were erased or not loaded are left out.
QByteArray asciicast(const Recording &recording, const QList<ledger::Entry> &entries, const QString &title,
                     const QDateTime &started);

} // namespace holdpoint::report
