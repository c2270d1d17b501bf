// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/calls.h>
#include <runbooks/document.h>

namespace holdpoint::runbooks {

/// Fills what the text of a shell or SQL command tells by itself: how it ends, whether it cuts the connection, and why
/// it is dangerous. Attributes are applied over it. `calls` are those of the text of a shell command.
void inferCommand(Command &command, const QList<Call> &calls);

} // namespace holdpoint::runbooks
