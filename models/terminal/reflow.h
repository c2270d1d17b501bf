// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/decoration.h>
#include <models/terminal/grid.h>
#include <models/terminal/position.h>
#include <models/terminal/scrollback.h>

#include <span>
#include <vector>

namespace holdpoint::terminal {

struct Cursor;

/// Gives the primary screen another size: lines that were too long wrap anew, lines that do not fit go to the
/// scrollback, and lines come back from it when the screen was full and grows.
///
/// `tracked` cursors keep their place in the text; the first of them stays on the screen. So do the `followed` positions in
/// scrollback and screen, which count dropped lines too: one behind the last column of a line's end stays behind it.
void reflow(Grid *grid, Scrollback *scrollback, ClusterTable &clusters, int columns, int rows,
            const std::vector<Cursor *> &tracked, std::span<Position> followed = {});

} // namespace holdpoint::terminal
