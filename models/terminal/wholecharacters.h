// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/cell.h>

#include <span>
#include <utility>

namespace holdpoint::terminal {

/// Columns [begin, end) of a row, widened so that no wide character is cut in two.
[[nodiscard]] inline std::pair<int, int> wholeCharacters(std::span<const Cell> cells, int begin, int end)
{
    const auto cuts = [cells](int column) {
        return column > 0 && static_cast<std::size_t>(column) < cells.size()
               && cells[static_cast<std::size_t>(column)].isSpacer();
    };
    if (begin < end)
        return {cuts(begin) ? begin - 1 : begin, cuts(end) ? end + 1 : end};
    return {begin, end};
}

} // namespace holdpoint::terminal
