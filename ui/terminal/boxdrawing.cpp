// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/boxdrawing.h>

#include <ui/terminal/picturecell.h>

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace holdpoint::ui {

namespace {

// The arms of U+2500 to U+257F, four digits each: left, up, right, down; 0 none, 1 light, 2 heavy, 3 double. All 0 is
// for what is drawn otherwise: dashes, arcs and diagonals.
constexpr std::string_view armTable =
    "1010 2020 0101 0202 0000 0000 0000 0000 "
    "0000 0000 0000 0000 0011 0021 0012 0022 "
    "1001 2001 1002 2002 0110 0120 0210 0220 "
    "1100 2100 1200 2200 0111 0121 0211 0112 "
    "0212 0221 0122 0222 1101 2101 1201 1102 "
    "1202 2201 2102 2202 1011 2011 1021 2021 "
    "1012 2012 1022 2022 1110 2110 1120 2120 "
    "1210 2210 1220 2220 1111 2111 1121 2121 "
    "1211 1112 1212 2211 1221 2112 1122 2221 "
    "2122 2212 1222 2222 0000 0000 0000 0000 "
    "3030 0303 0031 0013 0033 3001 1003 3003 "
    "0130 0310 0330 3100 1300 3300 0131 0313 "
    "0333 3101 1303 3303 3031 1013 3033 3130 "
    "1310 3330 3131 1313 3333 0000 0000 0000 "
    "0000 0000 0000 0000 1000 0100 0010 0001 "
    "2000 0200 0020 0002 1020 0102 2010 0201 ";

struct Arms
{
    int left, up, right, down;
};

Arms armsOf(char32_t code)
{
    const std::string_view entry = armTable.substr((code - 0x2500) * 5, 4);
    return {entry[0] - '0', entry[1] - '0', entry[2] - '0', entry[3] - '0'};
}

// A heavy line is thicker by an even number, so that it lies evenly about a light one's middle.
int thickness(int weight, int lineWidth) { return weight == 2 ? lineWidth + (lineWidth + 1) / 2 * 2 : lineWidth; }

// How far one line of an arm goes over the cell's middle, so that lines meet without a notch and the inside of double
// lines stays open. `same` and `other` are the crossing arms on the line's own side and on the other.
int reach(int weight, int same, int other, int opposite, int lineWidth)
{
    const bool open = weight == 3 ? same == 3 : same == 3 && other == 3 && opposite == 0;
    if (open)
        return -lineWidth;
    const int crossing = std::max(same, other);
    if (crossing == 3)
        return weight != 3 && same == 3 && other == 3 ? 0 : lineWidth;
    return crossing == 2 ? (thickness(2, lineWidth) - lineWidth) / 2 : 0;
}

struct Crossing
{
    int before; // the arm up of a horizontal arm, left of a vertical one
    int after;
    int opposite;
};

void paintArm(const PictureCell &cell, Qt::Edge edge, int weight, const Crossing &crossing)
{
    if (weight == 0)
        return;
    const int lineWidth = cell.lineWidth();
    const int width = thickness(weight, lineWidth);
    const bool horizontal = edge == Qt::LeftEdge || edge == Qt::RightEdge;
    const QRect &rect = cell.rect();
    const int cross = horizontal ? cell.middle().x() : cell.middle().y();
    const auto stroke = [&](int at, int over) {
        const bool starts = edge == Qt::LeftEdge || edge == Qt::TopEdge;
        const int begin = horizontal ? rect.left() : rect.top();
        const int end = horizontal ? rect.right() + 1 : rect.bottom() + 1;
        const int from = starts ? begin : cross - over;
        const int to = starts ? cross + over + lineWidth : end;
        cell.fill(horizontal ? QRect(from, at, to - from, width) : QRect(at, from, width, to - from));
    };
    const QPoint corner = cell.middle(width);
    const int middle = horizontal ? corner.y() : corner.x();
    const int first = reach(weight, crossing.before, crossing.after, crossing.opposite, lineWidth);
    if (weight != 3) {
        stroke(middle, first);
        return;
    }
    stroke(middle - lineWidth, first);
    stroke(middle + lineWidth, reach(weight, crossing.after, crossing.before, crossing.opposite, lineWidth));
}

void paintArms(const PictureCell &cell, const Arms &arms)
{
    paintArm(cell, Qt::LeftEdge, arms.left, {arms.up, arms.down, arms.right});
    paintArm(cell, Qt::RightEdge, arms.right, {arms.up, arms.down, arms.left});
    paintArm(cell, Qt::TopEdge, arms.up, {arms.left, arms.right, arms.down});
    paintArm(cell, Qt::BottomEdge, arms.down, {arms.left, arms.right, arms.up});
}

// U+256D to U+2570: down-right, down-left, up-left, up-right.
void paintArc(const PictureCell &cell, char32_t code)
{
    const qreal half = cell.lineWidth() / 2.0;
    const QPointF middle = QPointF(cell.middle()) + QPointF(half, half);
    const QRect &rect = cell.rect();
    const bool right = code == 0x256d || code == 0x2570;
    const bool down = code == 0x256d || code == 0x256e;
    const qreal endX = right ? rect.right() + 1 : rect.left();
    const qreal endY = down ? rect.bottom() + 1 : rect.top();
    const qreal room = std::min(std::abs(endX - middle.x()), std::abs(endY - middle.y()));
    const qreal radius = std::max(0.0, room - cell.lineWidth()); // straight where it meets the next line
    QPainterPath path(QPointF(middle.x(), endY));
    path.lineTo(middle.x(), middle.y() + (down ? radius : -radius));
    path.quadTo(middle, QPointF(middle.x() + (right ? radius : -radius), middle.y()));
    path.lineTo(endX, middle.y());
    cell.stroke(path);
}

// The dashed lines: 2504 to 250B by three and four, 254C to 254F by two; light and heavy, across and down in turn.
void paintDashes(const PictureCell &cell, char32_t code)
{
    const int width = thickness(code % 2 == 0 ? 1 : 2, cell.lineWidth());
    const bool vertical = (code & 2) != 0;
    const QRect &rect = cell.rect();
    const QPoint corner = cell.middle(width);
    const int length = vertical ? rect.height() : rect.width();
    const int wanted = code >= 0x254c ? 2 : code >= 0x2508 ? 4 : 3;
    const int dashes = std::clamp(length / 2, 1, wanted); // each a pixel and a gap at least
    for (int dash = 0; dash < dashes; ++dash) {
        const int begin = length * dash / dashes;
        const int end = length * (dash + 1) / dashes - std::max(1, length / dashes / 4);
        if (vertical)
            cell.fill(QRect(corner.x(), rect.top() + begin, width, end - begin));
        else
            cell.fill(QRect(rect.left() + begin, corner.y(), end - begin, width));
    }
}

// U+2571 to U+2573: rising, falling, both.
void paintDiagonals(const PictureCell &cell, char32_t code)
{
    if (code != 0x2572)
        cell.strokeAcross(cell.at(0, 1), cell.at(1, 0));
    if (code != 0x2571)
        cell.strokeAcross(cell.at(0, 0), cell.at(1, 1));
}

} // namespace

void paintBoxCharacter(const PictureCell &cell, char32_t code)
{
    if (code >= 0x256d && code <= 0x2570)
        paintArc(cell, code);
    else if (code >= 0x2571 && code <= 0x2573)
        paintDiagonals(cell, code);
    else if ((code >= 0x2504 && code <= 0x250b) || (code >= 0x254c && code <= 0x254f))
        paintDashes(cell, code);
    else
        paintArms(cell, armsOf(code));
}

} // namespace holdpoint::ui
