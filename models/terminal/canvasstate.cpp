// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Canvas: margins, tab stops, saved cursors, the two screens, resets, and upkeep of the shared tables.

#include <models/terminal/canvas.h>

#include <models/terminal/reflow.h>

#include <algorithm>
#include <array>

namespace holdpoint::terminal {

namespace {

void clampTo(const Grid &grid, Cursor *cursor)
{
    cursor->row = std::clamp(cursor->row, 0, grid.rows() - 1);
    cursor->column = std::clamp(cursor->column, 0, grid.columns() - 1);
}

} // namespace

void Canvas::setMargins(int top, int bottom)
{
    const int last = bottom < 0 || bottom >= rows() ? rows() - 1 : bottom;
    if (top < 0 || top >= last)
        return;
    m_margins.top = top;
    m_margins.bottom = last;
    moveTo(0, 0);
}

void Canvas::setSideMargins(int left, int right)
{
    const int last = right < 0 || right >= columns() ? columns() - 1 : right;
    if (!m_modes.sideMargins || left < 0 || left >= last)
        return;
    m_margins.left = left;
    m_margins.right = last;
    moveTo(0, 0);
}

void Canvas::allowSideMargins(bool on)
{
    m_modes.sideMargins = on;
    m_margins.left = 0;
    m_margins.right = columns() - 1;
}

void Canvas::resetMargins() { m_margins = {0, 0, rows() - 1, columns() - 1}; }

void Canvas::resetTabs()
{
    m_tabs.assign(Limits::columns, false);
    for (std::size_t column = 8; column < m_tabs.size(); column += 8)
        m_tabs[column] = true;
}

void Canvas::setTabStop() { m_tabs[static_cast<std::size_t>(m_cursor.column)] = true; }
void Canvas::clearTabStop() { m_tabs[static_cast<std::size_t>(m_cursor.column)] = false; }
void Canvas::clearTabStops() { m_tabs.assign(m_tabs.size(), false); }

void Canvas::setOrigin(bool on)
{
    m_modes.origin = on;
    moveTo(0, 0);
}

void Canvas::saveCursor()
{
    Cursor &saved = m_isAlternate ? m_savedAlternate : m_savedPrimary;
    saved = m_cursor;
    saved.origin = m_modes.origin;
}

void Canvas::restoreCursor()
{
    m_cursor = m_isAlternate ? m_savedAlternate : m_savedPrimary;
    m_modes.origin = m_cursor.origin;
    clampTo(*m_grid, &m_cursor);
}

void Canvas::showAlternate(bool on)
{
    if (on == m_isAlternate)
        return;
    m_isAlternate = on;
    m_grid = on ? &m_alternate : &m_primary;
    m_grid->touchAll();
    m_damage.scrolled = 0;
    changeKeyFlags([](KeyFlags *) {}); // each screen has its own
}

void Canvas::softReset()
{
    const Modes before = m_modes;
    m_modes = Modes{};
    m_modes.mouse = before.mouse;
    m_modes.mouseCoding = before.mouseCoding;
    m_modes.focusReporting = before.focusReporting;
    m_modes.bracketedPaste = before.bracketedPaste;
    m_modes.reverseScreen = before.reverseScreen;
    changeKeyFlags([](KeyFlags *flags) { flags->reset(); });
    resetMargins();
    m_cursor.pen = {};
    m_cursor.charsets = {};
    m_cursor.pendingWrap = false;
    (m_isAlternate ? m_savedAlternate : m_savedPrimary) = Cursor{};
}

void Canvas::reset()
{
    showAlternate(false);
    m_modes = Modes{};
    m_keyFlags = {};
    m_cursor = m_savedPrimary = m_savedAlternate = Cursor{};
    m_prompt.reset();
    m_last = 0;
    m_primary = Grid(columns(), rows());
    m_alternate = Grid(columns(), rows());
    m_scrollback.closeLine();
    m_damage.scrolled = 0;
    resetMargins();
    resetTabs();
}

void Canvas::resize(int columns, int rows, std::span<Position> followed)
{
    if (columns == this->columns() && rows == this->rows())
        return;
    std::vector<Cursor *> tracked;
    if (!m_isAlternate)
        tracked.push_back(&m_cursor);
    tracked.push_back(&m_savedPrimary);
    if (m_prompt && !m_isAlternate)
        tracked.push_back(&*m_prompt);
    const qint64 above = m_scrollback.droppedRows() + m_scrollback.rows();
    std::vector<Position> inText(followed.begin(), followed.end());
    reflow(&m_primary, &m_scrollback, m_clusters, columns, rows, tracked, inText);
    const qint64 shift = m_scrollback.droppedRows() + m_scrollback.rows() - above;
    for (std::size_t index = 0; index < followed.size(); ++index) {
        if (m_isAlternate && followed[index].line >= above)
            followed[index].line += shift;
        else
            followed[index] = inText[index];
    }
    m_alternate.resize(columns, rows);
    for (Cursor *cursor : {&m_cursor, &m_savedPrimary, &m_savedAlternate})
        clampTo(*m_grid, cursor);
    m_cursor.pendingWrap = m_cursor.pendingWrap && m_cursor.column == columns - 1;
    resetMargins();
    m_grid->touchAll();
    m_damage = {};
    m_seenEnd = firstRowLine() + this->rows();
}

void Canvas::collectGarbage()
{
    if (m_clusters.size() > m_clusterLimit) {
        renumberClusters();
        m_clusterLimit = std::max(8192, 2 * m_clusters.size());
    }
    if (m_decorations.size() > m_decorationLimit) {
        renumberDecorations();
        m_decorationLimit = std::max(8192, m_decorations.size() + 8192);
    }
}

void Canvas::renumberClusters()
{
    std::vector<bool> inUse(static_cast<std::size_t>(m_clusters.size()), false);
    const std::array grids{&m_primary, &m_alternate};
    for (const Grid *grid : grids) {
        for (int row = 0; row < grid->rows(); ++row) {
            for (const Cell &cell : grid->row(row)) {
                if (cell.isCluster())
                    inUse[static_cast<std::size_t>(cell.clusterIndex())] = true;
            }
        }
    }
    const std::vector<int> renumbered = m_clusters.compact(inUse);
    for (Grid *grid : grids) {
        for (int row = 0; row < grid->rows(); ++row) {
            Cell *cells = grid->edit(row, grid->used(row));
            for (int column = 0; column < grid->columns(); ++column) {
                if (cells[column].isCluster())
                    cells[column].setCluster(renumbered[static_cast<std::size_t>(cells[column].clusterIndex())]);
            }
        }
    }
}

void Canvas::renumberDecorations()
{
    std::vector<bool> inUse(static_cast<std::size_t>(m_decorations.size()), false);
    const std::array grids{&m_primary, &m_alternate};
    for (const Grid *grid : grids) {
        for (int row = 0; row < grid->rows(); ++row) {
            for (const Cell &cell : grid->row(row))
                inUse[cell.attributes.decoration] = true;
        }
    }
    const std::array pens{&m_cursor.pen, &m_savedPrimary.pen, &m_savedAlternate.pen};
    for (const Attributes *pen : pens)
        inUse[pen->decoration] = true;
    const std::vector<int> renumbered = m_decorations.compact(inUse);
    for (Grid *grid : grids) {
        for (int row = 0; row < grid->rows(); ++row) {
            Cell *cells = grid->edit(row, grid->used(row));
            for (int column = 0; column < grid->columns(); ++column)
                cells[column].attributes.decoration =
                    static_cast<quint16>(renumbered[cells[column].attributes.decoration]);
        }
    }
    for (Attributes *pen : pens)
        pen->decoration = static_cast<quint16>(renumbered[pen->decoration]);
    m_scrollback.forgetDecorations();
}

} // namespace holdpoint::terminal
