// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/filldrawing.h>

#include <ui/terminal/picturecell.h>

#include <QPainterPath>

namespace holdpoint::ui {

namespace {

void paintCheckers(const PictureCell &cell, int first)
{
    constexpr int columns = 4;
    constexpr int rows = 8;
    for (int row = 0; row < rows; ++row) {
        for (int column = (row + first) % 2; column < columns; column += 2)
            cell.fill(cell.part(column, row, column + 1, row + 1, columns, rows));
    }
}

void paintStripes(const PictureCell &cell)
{
    cell.fill(cell.part(0, 1, 1, 2, 1, 4));
    cell.fill(cell.part(0, 3, 1, 4, 1, 4));
}

// Four lines to a height, each half a height lower at the other side: so they meet those of every neighbour.
void paintSlants(const PictureCell &cell, int from, int to)
{
    constexpr int lines = 4;
    const int way = to - from;
    QPainterPath path;
    for (int line = -2; line <= lines; ++line) {
        const qreal down = qreal(line) / lines;
        path.moveTo(cell.at(from - way, down - 0.5)); // from beyond one side to beyond the other
        path.lineTo(cell.at(to + way, down + 1));
    }
    cell.strokeWithin(path);
}

} // namespace

void paintFill(const PictureCell &cell, char32_t code)
{
    switch (code) {
    case 0x1fb95: return paintCheckers(cell, 0);
    case 0x1fb96: return paintCheckers(cell, 1);
    case 0x1fb97: return paintStripes(cell);
    case 0x1fb98: return paintSlants(cell, 0, 1);
    default: return paintSlants(cell, 1, 0);
    }
}

} // namespace holdpoint::ui
