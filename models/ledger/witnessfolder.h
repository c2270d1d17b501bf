// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/ledger.h>

#include <optional>

/// The simplest witness: a folder that somebody else keeps (a mounted share), with one file for each checkpoint that was
/// brought there. It only grows; what lies there is never written again. Format: FORMAT.md, "A folder as witness".
namespace holdpoint::ledger {

/// Writes the checkpoint and its signature into the folder, on disk when it returns; nothing when that head is there
/// already. Gives the name of the file. Errors: NotFound (no such folder: it is not made, for an empty mount point would
/// keep nothing), Io.
Result<QString> keepCheckpoint(const QString &folder, const Checkpoint &checkpoint);

/// All checkpoints in the folder, of all ledgers, by size; `utc` is the time of the file. Errors: NotFound, Io, Corrupt
/// (names a file that is no checkpoint).
Result<QList<KeptCheckpoint>> keptCheckpoints(const QString &folder);

/// A time stamp (RFC 3161) over a kept checkpoint, and the name of the file it lies in.
struct KeptTimestamp
{
    QString file;
    Checkpoint checkpoint;
    QByteArray response; ///< as it was kept: nothing of it is checked here
};

/// Where a ledger keeps the time stamps of its checkpoints: a folder beside it.
QString timestampFolder(const QString &ledgerFolder);
/// Writes the stamp beside the checkpoint that keepCheckpoint() put there under this name; one that is there already stays.
/// Errors: Io.
Result<> keepTimestamp(const QString &folder, const QString &checkpointFile, const QByteArray &response);
/// All time stamps in the folder, by size; none where there is no folder. Errors: Io, Corrupt (a stamp without its checkpoint).
Result<QList<KeptTimestamp>> keptTimestamps(const QString &folder);

/// What this machine remembers of the last time a witness took a checkpoint. For showing: it proves nothing.
struct LastWitness
{
    quint64 size = 0;
    QDateTime utc;
    QString folder;    ///< empty where only an authority stamped it
    QString authority; ///< of the time stamp; empty where there is none
};
/// Both know the file beside the ledger. Errors: Io.
Result<> rememberWitness(const QString &ledgerFolder, const LastWitness &witness);
/// Nothing when none is remembered, or what is remembered cannot be read.
std::optional<LastWitness> lastWitness(const QString &ledgerFolder);

} // namespace holdpoint::ledger
