// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/indexfile.h>
#include <models/ledger/entry.h>

/// Taking out of the index what the ledger has erased.
namespace holdpoint::audit {

/// Entries whose attachments are gone, in rising order and apart.
using Ranges = QList<std::pair<quint64, quint64>>;

Ranges rangesOf(QList<quint64> sequences);
/// What an "erased" entry names (models/ledger/FORMAT.md); empty for entries of other types.
Ranges erasedBy(const ledger::Entry &entry);

/// Takes the lines out of their blocks, inside the file's transaction; if there were any, marks the file as due for a purge().
/// `run`: whose lines alone are meant; empty for all.
Result<> removeLines(IndexFile &file, const Ranges &ranges, const QByteArray &run);

} // namespace holdpoint::audit
