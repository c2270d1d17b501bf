// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/blockdrawing.h>

#include <ui/terminal/picturecell.h>

#include <QPolygonF>

#include <array>
#include <string_view>

namespace holdpoint::ui {

namespace {

// The parts between two of the nine lines that cut a cell into eighths.
void fillColumns(const PictureCell &cell, int left, int right) { cell.fill(cell.part(left, 0, right, 1, 8, 1)); }
void fillRows(const PictureCell &cell, int top, int bottom) { cell.fill(cell.part(0, top, 1, bottom, 1, 8)); }

// Two columns of parts, from the upper left to the lower right a bit each.
void fillParts(const PictureCell &cell, int bits, int rows)
{
    for (int part = 0; part < 2 * rows; ++part) {
        if ((bits >> part & 1) != 0)
            cell.fill(cell.part(part % 2, part / 2, part % 2 + 1, part / 2 + 1, 2, rows));
    }
}

// U+2596 to U+259F: which quarters.
constexpr std::array quarters{4, 8, 1, 13, 9, 7, 11, 2, 6, 14};

void paintElement(const PictureCell &cell, char32_t code)
{
    const int n = static_cast<int>(code - 0x2580);
    if (code == 0x2580)
        fillRows(cell, 0, 4);
    else if (code <= 0x2588)
        fillRows(cell, 8 - n, 8);
    else if (code <= 0x258f)
        fillColumns(cell, 0, 16 - n);
    else if (code == 0x2590)
        fillColumns(cell, 4, 8);
    else if (code <= 0x2593)
        cell.fill(cell.rect(), (n - 0x10) / 4.0);
    else if (code == 0x2594)
        fillRows(cell, 0, 1);
    else if (code == 0x2595)
        fillColumns(cell, 7, 8);
    else
        fillParts(cell, quarters[code - 0x2596], 2);
}

// U+1FB00 to U+1FB3B: every set of sixths but the four that other characters are (none, the left half, the right half, all).
int sixthsOf(char32_t code)
{
    constexpr int leftHalf = 0b010101;
    constexpr int rightHalf = 0b101010;
    int bits = static_cast<int>(code - 0x1fb00) + 1;
    bits += bits >= leftHalf ? 1 : 0;
    return bits + (bits >= rightHalf ? 1 : 0);
}

// The line that cuts U+1FB3C to U+1FB51, from and to: each across in halves and down in thirds. What is below it is filled;
// U+1FB52 to U+1FB67 are the same with what is above.
constexpr std::string_view cutTable = "0213 0223 0113 0123 0013 0110 0120 0210 0220 0310 0221 "
                                      "1322 0322 1321 0321 1320 1021 0021 1022 0022 1023 0122 ";

void paintCut(const PictureCell &cell, char32_t code)
{
    const auto n = code - 0x1fb3c;
    const std::string_view entry = cutTable.substr(n % 22 * 5, 4);
    const auto point = [&](std::size_t index) {
        return QPointF((entry[index] - '0') / 2.0, (entry[index + 1] - '0') / 3.0);
    };
    const QPointF from = point(0);
    const QPointF along = point(2) - from;
    const qreal side = n < 22 ? 1 : -1;
    const auto depth = [&](QPointF at) {
        return side * (along.x() * (at.y() - from.y()) - along.y() * (at.x() - from.x()));
    };
    constexpr std::array corners{QPointF(0, 0), QPointF(1, 0), QPointF(1, 1), QPointF(0, 1)};
    QPolygonF shape;
    for (std::size_t index = 0; index < corners.size(); ++index) {
        const QPointF here = corners[index];
        const QPointF next = corners[(index + 1) % corners.size()];
        const qreal depthHere = depth(here);
        const qreal depthNext = depth(next);
        if (depthHere >= 0)
            shape += cell.at(here.x(), here.y());
        if (depthHere * depthNext < 0) {
            const QPointF cut = here + (next - here) * depthHere / (depthHere - depthNext);
            shape += cell.at(cut.x(), cut.y());
        }
    }
    cell.fill(shape);
}

// U+1FB68 to U+1FB6F: without the wedge at the left, upper, right, lower side, and that wedge alone.
void paintWedges(const PictureCell &cell, char32_t code)
{
    const std::array corners{cell.at(0, 0), cell.at(1, 0), cell.at(1, 1), cell.at(0, 1)};
    const std::size_t side = code % 4;
    QPolygonF shape{cell.at(0.5, 0.5)};
    if (code >= 0x1fb6c) {
        shape << corners[(side + 3) % 4] << corners[side];
    } else {
        for (std::size_t corner = 0; corner < corners.size(); ++corner)
            shape += corners[(side + corner) % 4];
    }
    cell.fill(shape);
}

// U+1FB7C to U+1FB81: rows and columns of one eighth at the sides.
void paintRims(const PictureCell &cell, char32_t code)
{
    const bool isLower = code == 0x1fb7c || code >= 0x1fb7f;
    const bool isUpper = code == 0x1fb7d || code == 0x1fb7e || code >= 0x1fb80;
    if (code <= 0x1fb7d)
        fillColumns(cell, 0, 1);
    else if (code <= 0x1fb7f)
        fillColumns(cell, 7, 8);
    if (isUpper)
        fillRows(cell, 0, 1);
    if (isLower)
        fillRows(cell, 7, 8);
    if (code == 0x1fb81) {
        fillRows(cell, 2, 3);
        fillRows(cell, 4, 5);
    }
}

// U+1FB70 to U+1FB8B.
void paintEighths(const PictureCell &cell, char32_t code)
{
    constexpr std::array widths{2, 3, 5, 6, 7}; // what U+2580 to U+2590 lack
    const int n = static_cast<int>(code & 0xff);
    if (n <= 0x75)
        fillColumns(cell, n - 0x6f, n - 0x6e);
    else if (n <= 0x7b)
        fillRows(cell, n - 0x75, n - 0x74);
    else if (n <= 0x81)
        paintRims(cell, code);
    else if (n <= 0x86)
        fillRows(cell, 0, widths[code - 0x1fb82]);
    else
        fillColumns(cell, 8 - widths[code - 0x1fb87], 8);
}

} // namespace

void paintBlock(const PictureCell &cell, char32_t code)
{
    if (code <= 0x259f)
        paintElement(cell, code);
    else if (code <= 0x1fb3b)
        fillParts(cell, sixthsOf(code), 3);
    else if (code <= 0x1fb67)
        paintCut(cell, code);
    else if (code <= 0x1fb6f)
        paintWedges(cell, code);
    else
        paintEighths(cell, code);
}

} // namespace holdpoint::ui
