// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QString>

namespace holdpoint::ledger {

/// Makes a new ledger file of this origin in one step, mode 0600: after a crash it is there with all its tables, or not
/// at all. Errors: Io.
Result<> createLedgerFile(const QString &path, const QString &origin);

/// Looks at the first bytes without SQLite, which would write into some files it takes for empty databases.
/// Errors: Io, Corrupt (empty, zeroed or foreign header), NotPermitted (a symbolic link stands in its place).
Result<> checkLedgerHeader(const QString &path);

} // namespace holdpoint::ledger
