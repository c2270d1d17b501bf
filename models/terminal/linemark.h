// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QtGlobal>

namespace holdpoint::terminal {

/// What begins with a line, as the shell says (OSC 133). Anything that prints can say so too: good for finding one's way, not
/// for trust.
enum class LineMark : quint8 { None, Prompt, Output };

} // namespace holdpoint::terminal
