// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/database.h>

namespace holdpoint::ledger {

/// Bytes of attachments after which a piece of the ledger ends: what a reader holds, and a writer waits for, at a time.
constexpr quint64 pieceBytes = 2 * 1024 * 1024;

/// Entries from `sequence` on, at most `count`, and no further one after `pieceBytes` of attachments; the first one
/// always. `entryOf` makes a row an entry or says why not; between the entries is no gap, or the answer is Corrupt.
template <class EntryOf>
Result<QList<Entry>> readPiece(Database &database, quint64 sequence, int count, Ledger::Attachments attachments,
                               EntryOf entryOf)
{
    const auto rows = database.rows(sequence, count, Database::Columns::All);
    if (!rows)
        return fail(rows.error());
    QList<Entry> entries;
    quint64 bytes = 0;
    for (const Database::Row &row : *rows) {
        if (bytes >= pieceBytes)
            break;
        if (row.sequence != sequence + quint64(entries.size()))
            return fail(ErrorKind::Corrupt,
                        QStringLiteral("entry %1 is missing").arg(sequence + quint64(entries.size())));
        Result<Entry> entry = entryOf(row);
        if (entry && attachments == Ledger::Attachments::Load) {
            if (auto loaded = database.loadAttachments(*entry); !loaded)
                entry = fail(loaded.error());
        }
        if (!entry)
            return fail(entry.error());
        for (const Attachment &attachment : std::as_const(entry->attachments))
            bytes += attachment.present ? attachment.size : 0;
        entries.append(std::move(*entry));
    }
    return entries;
}

} // namespace holdpoint::ledger
