// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/entry.h>

#include <QList>

#include <optional>

namespace holdpoint::report {

/// The first entry of which bytes are missing that no "erased" entry of the run names; nothing when each is named.
std::optional<quint64> firstUnnamedErasure(const QList<ledger::Entry> &entries);

/// Whether what is erased of the run is on record in it: its start says so, or it holds such a record. A run from before that
/// was kept has bytes that are missing without one.
bool recordsErasures(const QList<ledger::Entry> &entries);

} // namespace holdpoint::report
