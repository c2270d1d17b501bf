// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Canvas: erasing, inserting, deleting and scrolling.

#include <models/terminal/canvas.h>

#include <algorithm>

namespace holdpoint::terminal {

void Canvas::eraseCells(int row, int begin, int end, Erase what)
{
    if (what == Erase::Everything) {
        healEdges(row, begin, end);
        m_grid->erase(row, begin, end, background());
        return;
    }
    Cell *cells = m_grid->edit(row, end);
    for (int column = begin; column < end; ++column) {
        if (!cells[column].attributes.has(Attributes::Protected))
            cells[column] = Cell::blank(background());
    }
}

void Canvas::eraseInLine(Extent extent, Erase what)
{
    m_cursor.pendingWrap = false;
    const int begin = extent == Extent::ToEnd ? m_cursor.column : 0;
    const int end = extent == Extent::ToStart ? m_cursor.column + 1 : columns();
    eraseCells(m_cursor.row, begin, end, what);
}

void Canvas::eraseInDisplay(Extent extent, Erase what)
{
    m_cursor.pendingWrap = false;
    if (extent != Extent::All)
        eraseInLine(extent, what);
    const int begin = extent == Extent::ToEnd ? m_cursor.row + 1 : 0;
    const int end = extent == Extent::ToStart ? m_cursor.row : rows();
    for (int row = begin; row < end; ++row)
        eraseCells(row, 0, columns(), what);
}

void Canvas::eraseCharacters(int count)
{
    m_cursor.pendingWrap = false;
    const int end = std::min(m_cursor.column + count, columns());
    eraseCells(m_cursor.row, m_cursor.column, end, Erase::Everything);
}

void Canvas::shiftRight(int count)
{
    const int begin = m_cursor.column;
    count = std::min(count, columns() - begin);
    healEdges(m_cursor.row, begin, columns());
    Cell *cells = m_grid->edit(m_cursor.row, columns());
    std::move_backward(cells + begin, cells + columns() - count, cells + columns());
    Cell &last = cells[columns() - 1];
    if (last.isWide())
        last = Cell::blank(last.attributes.background);
    std::fill_n(cells + begin, count, Cell::blank(background()));
}

void Canvas::insertCharacters(int count)
{
    m_cursor.pendingWrap = false;
    shiftRight(count);
}

void Canvas::deleteCharacters(int count)
{
    m_cursor.pendingWrap = false;
    const int begin = m_cursor.column;
    count = std::min(count, columns() - begin);
    healEdges(m_cursor.row, begin, begin + count);
    Cell *cells = m_grid->edit(m_cursor.row, m_grid->used(m_cursor.row));
    std::move(cells + begin + count, cells + columns(), cells + begin);
    eraseCells(m_cursor.row, columns() - count, columns(), Erase::Everything);
}

void Canvas::insertLines(int count)
{
    if (!isInsideMargins())
        return;
    m_grid->scrollDown(m_cursor.row, m_bottom, count, background());
    carriageReturn();
}

void Canvas::deleteLines(int count)
{
    if (!isInsideMargins())
        return;
    m_grid->scrollUp(m_cursor.row, m_bottom, count, background());
    carriageReturn();
}

void Canvas::scrollUp(int count)
{
    count = std::min(count, m_bottom - m_top + 1);
    if (m_top == 0 && !m_isAlternate) {
        for (int row = 0; row < count; ++row) {
            const auto used = static_cast<std::size_t>(m_grid->used(row));
            const bool wrapped = m_grid->isWrapped(row);
            m_scrollback.append(wrapped ? m_grid->row(row) : m_grid->row(row).first(used),
                                wrapped ? LineEnd::Wrap : LineEnd::Break, m_clusters);
        }
    }
    if (m_top == 0 && m_bottom == rows() - 1)
        m_scrolled += count;
    if (m_prompt && m_top == 0) {
        m_prompt->row -= count;
        if (m_prompt->row < 0)
            m_prompt.reset();
    }
    m_grid->scrollUp(m_top, m_bottom, count, background());
}

void Canvas::scrollDown(int count)
{
    m_grid->scrollDown(m_top, m_bottom, count, background());
    if (m_prompt && m_top == 0)
        m_prompt->row += count;
}

void Canvas::fillWithE()
{
    resetMargins();
    m_modes.origin = false;
    for (int row = 0; row < rows(); ++row)
        std::fill_n(m_grid->edit(row, columns()), columns(), Cell(U'E', Attributes{}));
    moveTo(0, 0);
}

void Canvas::clearScrollback() { m_scrollback.clear(); }

} // namespace holdpoint::terminal
