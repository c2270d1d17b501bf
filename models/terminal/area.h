// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

namespace holdpoint::terminal {

/// A rectangle of cells: the rows [top, bottom] and the columns [left, right], counted from 0.
struct Area
{
    int top = 0;
    int left = 0;
    int bottom = 0;
    int right = 0;

    [[nodiscard]] bool isEmpty() const { return bottom < top || right < left; }
    [[nodiscard]] bool holdsRow(int row) const { return row >= top && row <= bottom; }
    [[nodiscard]] bool holdsColumn(int column) const { return column >= left && column <= right; }
    [[nodiscard]] int height() const { return bottom - top + 1; }
    [[nodiscard]] int width() const { return right - left + 1; }

    friend bool operator==(const Area &, const Area &) = default;
};

} // namespace holdpoint::terminal
