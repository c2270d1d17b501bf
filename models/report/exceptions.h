// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/runview.h>

namespace holdpoint::report {

/// Skips, waivers, "not applicable", failures and retries, unknown outcomes, rollbacks, gaps in the record, clocks that
/// were not synchronised: in the order in which they came up.
QList<Exception> exceptionsOf(const RunView &view, const QList<ledger::Entry> &entries);

} // namespace holdpoint::report
