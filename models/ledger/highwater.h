// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/ledger/entry.h>

#include <optional>

namespace holdpoint::ledger {

/// How far a ledger is known to have grown: a small file beside it, written after commits, so that an older copy of the
/// ledger or a lost log is noticed at the next start. It may lag behind the ledger and is never ahead of it.
/// Errors: Io; Corrupt for a file whose checksum is off.
Result<> writeHighWater(const QString &path, const Head &head);
/// Nothing when there is no such file.
Result<std::optional<Head>> readHighWater(const QString &path);

/// "ledger.highwater" beside the ledger file.
QString highWaterPath(const QString &ledgerPath);

} // namespace holdpoint::ledger
