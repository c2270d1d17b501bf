// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <runbooks/binding.h>
#include <runbooks/document.h>

namespace holdpoint::session {

/// The exact line to type for a resolved command: a shell command as it is; SQL as a here-document for psql (`db=` of the
/// block names the database), so that no quoting of ours stands between the statement and the server. Substituted spans
/// are moved along.
/// Errors: NotPermitted for data and for queries that this program cannot run; Invalid for control characters.
Result<runbooks::ResolvedCommand> commandLine(const runbooks::Command &command,
                                              const runbooks::ResolvedCommand &resolved);

/// The command with the values in `db=` in place.
Result<runbooks::Command> withDatabase(const runbooks::Runbook &runbook, const runbooks::Command &command,
                                       const runbooks::Values &values);

/// The same, from the template: resolves, then builds the line.
Result<runbooks::ResolvedCommand> commandLine(const runbooks::Runbook &runbook, const runbooks::Command &command,
                                              const runbooks::Values &values);

} // namespace holdpoint::session
