// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/linemark.h>

namespace holdpoint::terminal {

/// What begins with a line, and of a prompt, which command is typed at it: numbered from 1 since the screen was made.
struct LineStart
{
    LineMark mark = LineMark::None;
    quint32 command = 0;
};

} // namespace holdpoint::terminal
