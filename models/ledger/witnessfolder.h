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

/// What this machine remembers of the last time a witness took a checkpoint. For showing: it proves nothing.
struct LastWitness
{
    quint64 size = 0;
    QDateTime utc;
    QString folder;
};
/// Both know the file beside the ledger. Errors: Io.
Result<> rememberWitness(const QString &ledgerFolder, const LastWitness &witness);
/// Nothing when none is remembered, or what is remembered cannot be read.
std::optional<LastWitness> lastWitness(const QString &ledgerFolder);

} // namespace holdpoint::ledger
