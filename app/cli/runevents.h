// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/entry.h>
#include <models/session/runstate.h>

#include <QJsonObject>

#include <optional>

namespace holdpoint::cli {

/// The entry as a line of `run --json`, or nothing for entries that are no event of the contract.
std::optional<QJsonObject> runEvent(const ledger::Entry &entry);

/// The entry as one line for people, or nothing when there is nothing to say.
std::optional<QString> runLine(const ledger::Entry &entry, const session::RunState &state);

} // namespace holdpoint::cli
