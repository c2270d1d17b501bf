// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/boxdrawing.h>

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
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

int thickness(int weight, int lineWidth) { return weight == 2 ? 2 * lineWidth + 1 : lineWidth; }

void fill(QPainter &painter, const QRect &rect) { painter.fillRect(rect, painter.pen().color()); }

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

void paintArm(QPainter &painter, const QRect &cell, Qt::Edge edge, int weight, const Crossing &crossing, int lineWidth)
{
    if (weight == 0)
        return;
    const int width = thickness(weight, lineWidth);
    const bool horizontal = edge == Qt::LeftEdge || edge == Qt::RightEdge;
    const int middle = horizontal ? cell.top() + cell.height() / 2 : cell.left() + cell.width() / 2;
    const int cross = horizontal ? cell.left() + cell.width() / 2 : cell.top() + cell.height() / 2;
    const auto stroke = [&](int at, int over) {
        const bool starts = edge == Qt::LeftEdge || edge == Qt::TopEdge;
        const int begin = horizontal ? cell.left() : cell.top();
        const int end = horizontal ? cell.right() + 1 : cell.bottom() + 1;
        const int from = starts ? begin : cross - over;
        const int to = starts ? cross + over + lineWidth : end;
        fill(painter, horizontal ? QRect(from, at, to - from, width) : QRect(at, from, width, to - from));
    };
    const int first = reach(weight, crossing.before, crossing.after, crossing.opposite, lineWidth);
    if (weight != 3) {
        stroke(middle - (width - lineWidth) / 2, first);
        return;
    }
    stroke(middle - lineWidth, first);
    stroke(middle + lineWidth, reach(weight, crossing.after, crossing.before, crossing.opposite, lineWidth));
}

void paintArms(QPainter &painter, const QRect &cell, const Arms &arms, int lineWidth)
{
    paintArm(painter, cell, Qt::LeftEdge, arms.left, {arms.up, arms.down, arms.right}, lineWidth);
    paintArm(painter, cell, Qt::RightEdge, arms.right, {arms.up, arms.down, arms.left}, lineWidth);
    paintArm(painter, cell, Qt::TopEdge, arms.up, {arms.left, arms.right, arms.down}, lineWidth);
    paintArm(painter, cell, Qt::BottomEdge, arms.down, {arms.left, arms.right, arms.up}, lineWidth);
}

// U+256D to U+2570: down-right, down-left, up-left, up-right.
void paintArc(QPainter &painter, const QRect &cell, char32_t code, int lineWidth)
{
    const qreal half = lineWidth / 2.0;
    const QPoint centre(cell.left() + cell.width() / 2, cell.top() + cell.height() / 2); // a whole pixel, as of the straight lines
    const QPointF middle = QPointF(centre) + QPointF(half, half);
    const bool right = code == 0x256d || code == 0x2570;
    const bool down = code == 0x256d || code == 0x256e;
    const qreal endX = right ? cell.right() + 1 : cell.left();
    const qreal endY = down ? cell.bottom() + 1 : cell.top();
    const qreal radius = cell.width() / 2.0;
    QPainterPath path(QPointF(middle.x(), endY));
    path.lineTo(middle.x(), middle.y() + (down ? radius : -radius));
    path.quadTo(middle, QPointF(middle.x() + (right ? radius : -radius), middle.y()));
    path.lineTo(endX, middle.y());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(path, QPen(painter.pen().color(), lineWidth, Qt::SolidLine, Qt::FlatCap));
    painter.restore();
}

// The dashed lines: 2504 to 250B by three and four, 254C to 254F by two; light and heavy, across and down in turn.
void paintDashes(QPainter &painter, const QRect &cell, char32_t code, int lineWidth)
{
    const int dashes = code >= 0x254c ? 2 : code >= 0x2508 ? 4 : 3;
    const int width = thickness(code % 2 == 0 ? 1 : 2, lineWidth);
    const bool vertical = (code & 2) != 0;
    const int length = vertical ? cell.height() : cell.width();
    for (int dash = 0; dash < dashes; ++dash) {
        const int begin = length * dash / dashes;
        const int end = length * (dash + 1) / dashes - std::max(1, length / dashes / 4);
        if (vertical)
            fill(painter, {cell.left() + (cell.width() - width) / 2, cell.top() + begin, width, end - begin});
        else
            fill(painter, {cell.left() + begin, cell.top() + (cell.height() - width) / 2, end - begin, width});
    }
}

// U+2596 to U+259F: which quarters, as bits: 1 upper left, 2 upper right, 4 lower left, 8 lower right.
constexpr std::array quarters{4, 8, 1, 13, 9, 7, 11, 2, 6, 14};

void paintQuarters(QPainter &painter, const QRect &cell, int bits)
{
    const int width = cell.width() / 2;
    const int height = cell.height() / 2;
    const std::array parts{QRect(cell.left(), cell.top(), width, height),
                           QRect(cell.left() + width, cell.top(), cell.width() - width, height),
                           QRect(cell.left(), cell.top() + height, width, cell.height() - height),
                           QRect(cell.left() + width, cell.top() + height, cell.width() - width,
                                 cell.height() - height)};
    for (std::size_t part = 0; part < parts.size(); ++part) {
        if ((bits >> part & 1) != 0)
            fill(painter, parts[part]);
    }
}

void paintShade(QPainter &painter, const QRect &cell, int quarter)
{
    QColor color = painter.pen().color();
    color.setAlphaF(static_cast<float>(quarter) / 4);
    painter.fillRect(cell, color);
}

void paintBlock(QPainter &painter, const QRect &cell, char32_t code)
{
    const auto eighths = [](int length, int count) { return (length * count + 4) / 8; };
    const int n = static_cast<int>(code - 0x2580);
    if (code == 0x2580) {
        fill(painter, {cell.left(), cell.top(), cell.width(), eighths(cell.height(), 4)});
    } else if (code <= 0x2588) {
        const int height = eighths(cell.height(), n);
        fill(painter, {cell.left(), cell.top() + cell.height() - height, cell.width(), height});
    } else if (code <= 0x258f) {
        fill(painter, {cell.left(), cell.top(), std::max(1, eighths(cell.width(), 16 - n)), cell.height()});
    } else if (code == 0x2590 || code == 0x2595) {
        const int width = std::max(1, eighths(cell.width(), code == 0x2590 ? 4 : 1));
        fill(painter, {cell.left() + cell.width() - width, cell.top(), width, cell.height()});
    } else if (code <= 0x2593) {
        paintShade(painter, cell, static_cast<int>(code - 0x2590));
    } else if (code == 0x2594) {
        fill(painter, {cell.left(), cell.top(), cell.width(), std::max(1, eighths(cell.height(), 1))});
    } else {
        paintQuarters(painter, cell, quarters[code - 0x2596]);
    }
}

} // namespace

bool paintBoxCharacter(QPainter &painter, const QRect &cell, char32_t code, int lineWidth)
{
    if (code < 0x2500 || code > 0x259f || (code >= 0x2571 && code <= 0x2573))
        return false;
    if (code >= 0x2580)
        paintBlock(painter, cell, code);
    else if (code >= 0x256d && code <= 0x2570)
        paintArc(painter, cell, code, lineWidth);
    else if ((code >= 0x2504 && code <= 0x250b) || (code >= 0x254c && code <= 0x254f))
        paintDashes(painter, cell, code, lineWidth);
    else
        paintArms(painter, cell, armsOf(code), lineWidth);
    return true;
}

} // namespace holdpoint::ui
