// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <vector>

namespace holdpoint::terminal {

/// What a host asks the window for (CSI ... t, xterm's ctlseqs, XTWINOPS), where Permissions allow that: its parameters,
/// -1 for one that is left out.
using WindowRequest = std::vector<int>;

} // namespace holdpoint::terminal
