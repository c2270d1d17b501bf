// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/grid.h>

#include <algorithm>
#include <utility>

namespace holdpoint::terminal {

namespace {

// std::rotate, but a rotation by one, which is what every line feed in a region is, moves memory instead of swapping.
template <class Iterator> void rotateRows(Iterator first, Iterator middle, Iterator last)
{
    if (middle - first == 1) {
        const auto row = *first;
        *std::move(middle, last, first) = row;
    } else {
        std::rotate(first, middle, last);
    }
}

} // namespace

Grid::Grid(int columns, int rows)
    : m_columns(columns), m_rows(toIndex(rows)), m_cells(toIndex(columns) * toIndex(rows))
{
    for (int row = 0; row < rows; ++row)
        m_rows[toIndex(row)].begin = toIndex(row) * toIndex(columns);
}

void Grid::erase(int row, int begin, int end, Color background)
{
    Record &target = record(row);
    target.changed = true;
    if (end == m_columns)
        target.wrapped = false;
    Cell *cells = m_cells.data() + target.begin;
    if (background != Color{}) {
        target.used = std::max(target.used, end);
        std::fill(cells + begin, cells + end, Cell::blank(background));
        return;
    }
    const int last = std::min(end, target.used);
    if (begin < last)
        std::fill(cells + begin, cells + last, Cell{});
    if (end >= target.used)
        target.used = std::min(target.used, begin);
}

void Grid::clear(int row, Color background)
{
    erase(row, 0, m_columns, background);
    setStart(row, {});
}

void Grid::straighten()
{
    std::rotate(m_rows.begin(), m_rows.begin() + m_top, m_rows.end());
    m_top = 0;
}

void Grid::scrollUp(int top, int bottom, int count, Color background)
{
    count = std::min(count, bottom - top + 1);
    if (top == 0 && bottom == rows() - 1) {
        m_top = (m_top + count) % rows();
    } else {
        straighten();
        const auto first = m_rows.begin() + top;
        rotateRows(first, first + count, m_rows.begin() + bottom + 1);
        std::for_each(first, first + (bottom - top + 1), [](Record &row) { row.changed = true; });
    }
    for (int row = bottom - count + 1; row <= bottom; ++row)
        clear(row, background);
}

void Grid::scrollDown(int top, int bottom, int count, Color background)
{
    count = std::min(count, bottom - top + 1);
    straighten();
    const auto end = m_rows.begin() + bottom + 1;
    std::rotate(m_rows.begin() + top, end - count, end);
    std::for_each(m_rows.begin() + top, end, [](Record &row) { row.changed = true; });
    for (int row = top; row < top + count; ++row)
        clear(row, background);
}

void Grid::resize(int columns, int rows)
{
    Grid resized(columns, rows);
    for (int row = 0; row < std::min(rows, this->rows()); ++row) {
        const int kept = std::min(columns, used(row));
        const std::span<const Cell> from = this->row(row);
        Cell *to = resized.edit(row, kept);
        std::copy_n(from.begin(), kept, to);
        resized.setStart(row, start(row));
        if (kept == columns && kept > 0 && to[kept - 1].isWide())
            to[kept - 1] = Cell::blank(to[kept - 1].attributes.background);
    }
    *this = std::move(resized);
}

void Grid::touchAll()
{
    for (Record &record : m_rows)
        record.changed = true;
}

bool Grid::takeChanged(int row) { return std::exchange(record(row).changed, false); }

} // namespace holdpoint::terminal
