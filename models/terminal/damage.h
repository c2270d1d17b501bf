// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QtGlobal>

#include <limits>
#include <vector>

namespace holdpoint::terminal {

/// What changed since the last look. `rows` are numbered as they are now, after the scroll; lines count dropped ones too.
struct Damage
{
    int scrolled = 0; ///< lines the whole screen moved up
    std::vector<int> rows;
    std::vector<qint64> leftChanged; ///< lines that changed and have left the screen since
    /// From here on a line's number stands for another text than it did, though its row may show what it showed.
    qint64 renumberedFrom = std::numeric_limits<qint64>::max();
};

} // namespace holdpoint::terminal
