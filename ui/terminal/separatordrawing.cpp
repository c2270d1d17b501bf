// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/separatordrawing.h>

#include <ui/terminal/picturecell.h>

#include <QPainterPath>
#include <QPolygonF>

namespace holdpoint::ui {

namespace {

// `from` is the side that the point looks away from, and `to` the other: 0 left, 1 right.
void paintArrow(const PictureCell &cell, int from, int to)
{
    cell.fill(QPolygonF{cell.at(from, 0), cell.at(to, 0.5), cell.at(from, 1)});
}

void paintAngle(const PictureCell &cell, int from, int to)
{
    const qreal half = cell.lineWidth() / 2.0; // inside the cell, point and all
    QPainterPath path(cell.at(from, 0));
    path.lineTo(cell.at(to, 0.5) + QPointF(to > from ? -half : half, 0));
    path.lineTo(cell.at(from, 1));
    cell.stroke(path);
}

// Half of an ellipse that is `inset` smaller than the cell on its three round sides.
QPainterPath halfCircle(const PictureCell &cell, int from, qreal inset)
{
    const QRectF rect(cell.rect());
    const qreal radius = rect.width() - inset;
    const QPointF centre = cell.at(from, 0.5);
    const QRectF whole(centre.x() - radius, rect.top() + inset, 2 * radius, rect.height() - 2 * inset);
    QPainterPath path;
    path.arcMoveTo(whole, 90);
    path.arcTo(whole, 90, from == 0 ? -180 : 180);
    return path;
}

void paintSlant(const PictureCell &cell, char32_t code)
{
    const auto n = code - 0xe0b8;
    const bool falls = n % 6 <= 1; // from the upper left; else it rises from the lower left
    if (n % 2 == 1) {
        cell.strokeAcross(cell.at(0, falls ? 0 : 1), cell.at(1, falls ? 1 : 0));
        return;
    }
    const qreal x = n == 0 || n == 4 ? 0 : 1; // the right angle: lower left, lower right, upper left, upper right
    const qreal y = n < 4 ? 1 : 0;
    cell.fill(QPolygonF{cell.at(x, y), cell.at(1 - x, y), cell.at(x, 1 - y)});
}

} // namespace

void paintSeparator(const PictureCell &cell, char32_t code)
{
    const int from = code % 4 < 2 ? 0 : 1;
    if (code >= 0xe0b8)
        paintSlant(cell, code);
    else if (code == 0xe0b0 || code == 0xe0b2)
        paintArrow(cell, from, 1 - from);
    else if (code == 0xe0b1 || code == 0xe0b3)
        paintAngle(cell, from, 1 - from);
    else if (code % 2 == 0)
        cell.fill(halfCircle(cell, from, 0));
    else
        cell.stroke(halfCircle(cell, from, cell.lineWidth() / 2.0));
}

} // namespace holdpoint::ui
