// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/entry.h>

namespace holdpoint::cli {

/// Who looks: the operator of the call, or that of the machine.
QString viewer(const QString &operatorName);

/// Puts on record that somebody looks, before they see it. While another program has the ledger open it is left to the next
/// one that opens it for a run or a report, which is said with what it was that they looked at: "this look at the recording";
/// so is why it cannot be.
void recordViewings(const QString &ledgerFolder, const QList<ledger::Draft> &viewings, const QString &what);

} // namespace holdpoint::cli
