// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Canvas: erasing, inserting, deleting and scrolling.

#include <models/terminal/canvas.h>

#include <algorithm>

namespace holdpoint::terminal {

void Canvas::eraseCells(int row, int begin, int end, Erase what)
{
    if (begin < m_grid->used(row))
        change(row);
    const bool spares = (what == Erase::Normal && m_protection == Protection::Always)
        || (what == Erase::Selective && m_protection == Protection::Selective);
    if (!spares) {
        healEdges(row, begin, end);
        m_grid->erase(row, begin, end, background());
        return;
    }
    // Both halves of a wide character go or stay.
    const std::span<const Cell> before = m_grid->row(row);
    if (begin > 0 && before[static_cast<std::size_t>(begin)].isSpacer())
        --begin;
    if (end < columns() && before[static_cast<std::size_t>(end)].isSpacer())
        ++end;
    Cell *cells = m_grid->edit(row, end);
    for (int column = begin; column < end; ++column) {
        if (!cells[column].attributes.has(Attributes::Protected))
            cells[column] = Cell::blank(background());
    }
}

void Canvas::endLineAbove(int row)
{
    if (row > 0)
        m_grid->setWrapped(row - 1, false);
    else if (!m_isAlternate)
        m_scrollback.closeLine();
}

// A shell that draws a long command anew erases from the beginning of its second row to the end: that alone ends no line, but
// for the one above the screen, where nothing can be drawn anew.
void Canvas::eraseInLine(Extent extent, Erase what)
{
    m_cursor.pendingWrap = false;
    const int begin = extent == Extent::ToEnd ? m_cursor.column : 0;
    const int end = extent == Extent::ToStart ? m_cursor.column + 1 : columns();
    eraseCells(m_cursor.row, begin, end, what);
    if (extent == Extent::All || (begin == 0 && m_cursor.row == 0))
        endLineAbove(m_cursor.row);
}

void Canvas::eraseInDisplay(Extent extent, Erase what)
{
    m_cursor.pendingWrap = false;
    if (extent != Extent::All)
        eraseInLine(extent, what);
    const int begin = extent == Extent::ToEnd ? m_cursor.row + 1 : 0;
    const int end = extent == Extent::ToStart ? m_cursor.row : rows();
    for (int row = begin; row < end; ++row) {
        eraseCells(row, 0, columns(), what);
        m_grid->setStart(row, {});
    }
    if (begin == 0 && end > 0)
        endLineAbove(0);
}

void Canvas::eraseCharacters(int count)
{
    m_cursor.pendingWrap = false;
    const int end = std::min(m_cursor.column + count, columns());
    eraseCells(m_cursor.row, m_cursor.column, end, Erase::Normal);
}

void Canvas::shiftRight(int row, int begin, int end, int count)
{
    count = std::min(count, end - begin);
    change(row);
    healEdges(row, begin, end);
    Cell *cells = m_grid->edit(row, end);
    if (cells[begin].isSpacer()) // its character was cut at the left
        cells[begin] = Cell::blank(cells[begin].attributes.background);
    std::move_backward(cells + begin, cells + end - count, cells + end);
    Cell &last = cells[end - 1];
    if (last.isWide())
        last = Cell::blank(last.attributes.background);
    std::fill_n(cells + begin, count, Cell::blank(background()));
}

void Canvas::shiftLeft(int row, int begin, int end, int count)
{
    count = std::min(count, end - begin);
    change(row);
    healEdges(row, begin, begin + count);
    healEdges(row, begin, end);
    Cell *cells = m_grid->edit(row, std::min(end, m_grid->used(row)));
    // Its other half is on the far side of the margin, or its character in the next row, and stays there.
    if (Cell &last = cells[end - 1]; last.isWide() || last.isFiller())
        last = Cell::blank(last.attributes.background);
    std::move(cells + begin + count, cells + end, cells + begin);
    m_grid->erase(row, end - count, end, background());
}

void Canvas::insertCharacters(int count)
{
    m_cursor.pendingWrap = false;
    if (m_margins.holdsColumn(m_cursor.column))
        shiftRight(m_cursor.row, m_cursor.column, m_margins.right + 1, count);
}

void Canvas::deleteCharacters(int count)
{
    m_cursor.pendingWrap = false;
    if (m_margins.holdsColumn(m_cursor.column))
        shiftLeft(m_cursor.row, m_cursor.column, m_margins.right + 1, count);
}

void Canvas::insertLines(int count)
{
    if (!isInsideMargins())
        return;
    scrollAreaDown({m_cursor.row, m_margins.left, m_margins.bottom, m_margins.right}, count);
    moveInRow(m_margins.left);
}

void Canvas::deleteLines(int count)
{
    if (!isInsideMargins())
        return;
    scrollAreaUp({m_cursor.row, m_margins.left, m_margins.bottom, m_margins.right}, count);
    moveInRow(m_margins.left);
}

void Canvas::insertColumns(int count)
{
    m_cursor.pendingWrap = false;
    for (int row = m_margins.top; isInsideMargins() && row <= m_margins.bottom; ++row)
        shiftRight(row, m_cursor.column, m_margins.right + 1, count);
}

void Canvas::deleteColumns(int count)
{
    m_cursor.pendingWrap = false;
    for (int row = m_margins.top; isInsideMargins() && row <= m_margins.bottom; ++row)
        shiftLeft(row, m_cursor.column, m_margins.right + 1, count);
}

void Canvas::scrollLeft(int count)
{
    for (int row = m_margins.top; isInsideMargins() && row <= m_margins.bottom; ++row)
        shiftLeft(row, m_margins.left, m_margins.right + 1, count);
}

void Canvas::scrollRight(int count)
{
    for (int row = m_margins.top; isInsideMargins() && row <= m_margins.bottom; ++row)
        shiftRight(row, m_margins.left, m_margins.right + 1, count);
}

void Canvas::scrollAreaUp(const Area &area, int count)
{
    count = std::min(count, area.height());
    if (area.width() == columns()) {
        m_grid->scrollUp(area.top, area.bottom, count, background());
        if (area.height() == rows()) // no scroll: the history stays as it is, and numbers of lines with it
            m_grid->touchAll();
        endLineAbove(area.top);
        endLineAbove(area.bottom - count + 1);
        return;
    }
    for (int row = area.top; row + count <= area.bottom; ++row)
        copyCells(row + count, area.left, row, area.left, area.width());
    for (int row = area.bottom - count + 1; row <= area.bottom; ++row)
        eraseCells(row, area.left, area.right + 1, Erase::Everything);
}

void Canvas::scrollAreaDown(const Area &area, int count)
{
    count = std::min(count, area.height());
    if (area.width() == columns()) {
        m_grid->scrollDown(area.top, area.bottom, count, background());
        endLineAbove(area.top);
        m_grid->setWrapped(area.bottom, false); // what it went on in is gone
        return;
    }
    for (int row = area.bottom; row - count >= area.top; --row)
        copyCells(row - count, area.left, row, area.left, area.width());
    for (int row = area.top; row < area.top + count; ++row)
        eraseCells(row, area.left, area.right + 1, Erase::Everything);
}

void Canvas::keepRows(int count)
{
    for (int row = 0; row < count; ++row) {
        if (const qint64 line = firstRowLine(); line < m_seenEnd && m_grid->isChanged(row))
            m_damage.leftChanged.push_back(line);
        const auto used = static_cast<std::size_t>(m_grid->used(row));
        const bool wrapped = m_grid->isWrapped(row);
        if (const int last = columns() - 1; m_grid->at(row, last).isFiller() && !m_grid->endsInFiller(row))
            m_grid->edit(row, columns())[last] = Cell::blank(m_grid->at(row, last).attributes.background);
        m_scrollback.append(wrapped ? m_grid->row(row) : m_grid->row(row).first(used),
                            wrapped ? LineEnd::Wrap : LineEnd::Break, m_grid->start(row), m_clusters);
    }
}

void Canvas::scrollUp(int count)
{
    count = std::min(count, m_margins.height());
    if (!hasFullWidth()) {
        scrollAreaUp(m_margins, count);
        return;
    }
    const bool isAll = m_margins.top == 0 && m_margins.bottom == rows() - 1;
    if (m_margins.top == 0 && !m_isAlternate) {
        if (!isAll) // the rows below stay where they are while the history grows
            m_damage.renumberedFrom = std::min(m_damage.renumberedFrom, firstRowLine() + m_margins.bottom + 1);
        keepRows(count);
    }
    if (isAll) {
        m_damage.scrolled += count;
        if (m_isAlternate)
            m_damage.renumberedFrom = std::min(m_damage.renumberedFrom, firstRowLine());
    }
    if (m_prompt && m_margins.top == 0) {
        m_prompt->row -= count;
        if (m_prompt->row < 0)
            m_prompt.reset();
    }
    m_grid->scrollUp(m_margins.top, m_margins.bottom, count, background());
    if (m_margins.top > 0) // the row above stays, and what it went on in is gone
        endLineAbove(m_margins.top);
}

void Canvas::scrollDown(int count)
{
    scrollAreaDown(m_margins, count);
    if (m_prompt && m_margins.top == 0 && hasFullWidth())
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
