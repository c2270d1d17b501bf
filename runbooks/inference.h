// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

namespace holdpoint::runbooks {

/// Fills what the text of a shell or SQL command tells by itself: how it ends, whether it cuts the connection, and why
/// it is dangerous. Attributes are applied over it.
void inferCommand(Command &command);

} // namespace holdpoint::runbooks
