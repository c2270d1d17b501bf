// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QStringList>

namespace holdpoint::ledger {

/// "Hold" in ASCII, in the header of every ledger file (sqlite.org/fileformat2.html, offset 68).
constexpr quint32 applicationId = 0x486f6c64;
/// Raised by every change of the tables; a file with a higher one is refused.
constexpr quint32 formatVersion = 1;

/// The statements that make a ledger file's tables, indexes and triggers, word for word as sqlite_schema keeps them; VACUUM
/// changes their order there.
QStringList schemaStatements();

} // namespace holdpoint::ledger
