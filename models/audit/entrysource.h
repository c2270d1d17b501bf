// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/ledger.h>
#include <models/ledger/ledgercopy.h>

#include <functional>

namespace holdpoint::audit {

/// Where the index reads entries from: an open ledger, or the copy of one that is open elsewhere. What is borrowed outlives it.
struct EntrySource
{
    quint64 size = 0; ///< of the ledger when this was made
    /// A piece with attachments, as Ledger::entriesFrom().
    std::function<Result<QList<ledger::Entry>>(quint64 sequence, int count)> piece;
};

/// Waits for the ledger's thread with each piece: not for the GUI thread.
EntrySource sourceOf(ledger::Ledger &ledger);
Result<EntrySource> sourceOf(ledger::LedgerCopy &copy);

} // namespace holdpoint::audit
