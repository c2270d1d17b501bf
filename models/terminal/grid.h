// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/cell.h>
#include <models/terminal/linestart.h>

#include <algorithm>
#include <span>
#include <vector>

namespace holdpoint::terminal {

/// Rows and columns of cells, with what changed since the last look.
///
/// Invariants: rows are a ring, so that a full-screen scroll moves an index, and a scroll inside a region rotates row
/// records, never cells. Cells from used(row) on are blank in the default colours, which makes clearing cheap.
class Grid
{
public:
    Grid(int columns, int rows);

    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] std::span<const Cell> row(int index) const
    {
        return {m_cells.data() + record(index).begin, toIndex(m_columns)};
    }
    [[nodiscard]] const Cell &at(int row, int column) const { return this->row(row)[toIndex(column)]; }
    /// The row for writing up to `end` (exclusive); marks it changed.
    [[nodiscard]] Cell *edit(int row, int end)
    {
        Record &target = record(row);
        target.changed = true;
        target.used = std::max(target.used, end);
        return m_cells.data() + target.begin;
    }
    [[nodiscard]] int used(int row) const { return record(row).used; }
    /// Whether the line goes on in the next row because it was too long.
    [[nodiscard]] bool isWrapped(int row) const { return record(row).wrapped; }
    /// Whether the wide character that the next row begins with did not fit the last column. What is there is a filler then; one
    /// that stands anywhere else has lost its wide character and counts as a blank. Of what follows the last row nothing is known.
    [[nodiscard]] bool endsInFiller(int row) const
    {
        return isWrapped(row) && at(row, m_columns - 1).isFiller() && (row + 1 == rows() || at(row + 1, 0).isWide());
    }
    void setWrapped(int row, bool wrapped) { record(row).wrapped = wrapped; }
    [[nodiscard]] LineMark mark(int row) const { return record(row).start.mark; }
    [[nodiscard]] const LineStart &start(int row) const { return record(row).start; }
    void setStart(int row, const LineStart &start) { record(row).start = start; }

    /// Blanks the columns [begin, end).
    void erase(int row, int begin, int end, Color background);
    /// Moves the rows [top, bottom] up or down by `count`; blank rows come in. Those of a whole screen that moves up count as
    /// changed only where they did before.
    void scrollUp(int top, int bottom, int count, Color background);
    void scrollDown(int top, int bottom, int count, Color background);
    /// Cuts or extends columns and rows at the right and at the bottom.
    void resize(int columns, int rows);

    void touch(int row) { record(row).changed = true; }
    void touchAll();
    [[nodiscard]] bool isChanged(int row) const { return record(row).changed; }
    [[nodiscard]] bool takeChanged(int row);

private:
    struct Record
    {
        std::size_t begin = 0; ///< its first cell in m_cells
        int used = 0;
        bool wrapped = false;
        bool changed = true;
        LineStart start; ///< stays when the row is written anew: shells redraw their prompts
    };

    [[nodiscard]] static std::size_t toIndex(int value) { return static_cast<std::size_t>(value); }
    [[nodiscard]] std::size_t place(int row) const
    {
        const std::size_t place = toIndex(m_top + row);
        return place < m_rows.size() ? place : place - m_rows.size();
    }
    [[nodiscard]] const Record &record(int row) const { return m_rows[place(row)]; }
    [[nodiscard]] Record &record(int row) { return m_rows[place(row)]; }
    void straighten();
    void clear(int row, Color background);

    int m_columns;
    int m_top = 0; // where row 0 is in m_rows
    std::vector<Record> m_rows;
    std::vector<Cell> m_cells;
};

} // namespace holdpoint::terminal
