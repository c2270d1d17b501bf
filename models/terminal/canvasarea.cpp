// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Canvas: rectangular areas (VT420: DECCRA, DECFRA, DECERA, DECSERA, DECRQCRA).

#include <models/terminal/canvas.h>

#include <algorithm>
#include <vector>

namespace holdpoint::terminal {

Area Canvas::pageArea(int top, int left, int bottom, int right) const
{
    const Area page = m_modes.origin ? m_margins : Area{0, 0, rows() - 1, columns() - 1};
    const Area asked{page.top + top, page.left + left, bottom < 0 ? page.bottom : page.top + bottom,
                     right < 0 ? page.right : page.left + right};
    return {std::max(asked.top, page.top), std::max(asked.left, page.left), std::min(asked.bottom, page.bottom),
            std::min(asked.right, page.right)};
}

void Canvas::copyCells(int fromRow, int fromColumn, int row, int column, int count)
{
    const std::span<const Cell> source = m_grid->row(fromRow).subspan(static_cast<std::size_t>(fromColumn),
                                                                       static_cast<std::size_t>(count));
    std::vector<Cell> cells(source.begin(), source.end());
    if (cells.front().isSpacer())
        cells.front() = Cell::blank(cells.front().attributes.background);
    if (cells.back().isWide() || cells.back().isFiller())
        cells.back() = Cell::blank(cells.back().attributes.background);
    change(row);
    healEdges(row, column, column + count);
    std::copy(cells.begin(), cells.end(), m_grid->edit(row, column + count) + column);
}

void Canvas::copyArea(const Area &from, int row, int column)
{
    const int height = std::min(from.height(), rows() - row);
    const int width = std::min(from.width(), columns() - column);
    if (from.isEmpty() || height <= 0 || width <= 0)
        return;
    const bool down = row > from.top; // from the far end, so that an overlap is read before it is written
    for (int index = 0; index < height; ++index) {
        const int line = down ? height - 1 - index : index;
        copyCells(from.top + line, from.left, row + line, column, width);
    }
}

void Canvas::fillArea(const Area &area, char32_t code)
{
    for (int row = area.top; !area.isEmpty() && row <= area.bottom; ++row) {
        change(row);
        healEdges(row, area.left, area.right + 1);
        std::fill_n(m_grid->edit(row, area.right + 1) + area.left, area.width(), Cell(code, m_cursor.pen));
    }
}

void Canvas::eraseArea(const Area &area)
{
    for (int row = area.top; !area.isEmpty() && row <= area.bottom; ++row)
        eraseCells(row, area.left, area.right + 1, Erase::Normal);
}

void Canvas::eraseAreaSelectively(const Area &area)
{
    for (int row = area.top; !area.isEmpty() && row <= area.bottom; ++row)
        eraseCells(row, area.left, area.right + 1, Erase::Selective);
}

void Canvas::protect(bool on, Protection from)
{
    m_protection = from;
    if (on)
        m_cursor.pen.set(Attributes::Protected);
    else
        m_cursor.pen.clear(Attributes::Protected);
}

int Canvas::checksum(const Area &area) const
{
    int sum = 0;
    for (int row = area.top; row <= area.bottom; ++row) {
        for (int column = area.left; column <= area.right; ++column) {
            const Cell &cell = grid().at(row, column);
            sum += cell.isBlank()     ? ' '
                   : cell.isCluster() ? static_cast<int>(m_clusters.at(cell.clusterIndex()).front())
                                      : static_cast<int>(cell.code());
        }
    }
    return -sum & 0xffff;
}

} // namespace holdpoint::terminal
