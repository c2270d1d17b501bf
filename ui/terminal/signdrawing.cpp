// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/signdrawing.h>

#include <ui/terminal/picturecell.h>

#include <QPainterPath>

#include <initializer_list>

namespace holdpoint::ui {

namespace {

void strokeThrough(const PictureCell &cell, std::initializer_list<QPointF> points)
{
    QPainterPath path;
    for (const QPointF &point : points) {
        const QPointF at = cell.at(point.x(), point.y());
        if (path.elementCount() == 0)
            path.moveTo(at);
        else
            path.lineTo(at);
    }
    cell.strokeWithin(path);
}

void fillDot(const PictureCell &cell, QPointF at)
{
    const qreal radius = cell.rect().width() / 6.0;
    QPainterPath path;
    path.addEllipse(cell.at(at.x(), at.y()), radius, radius);
    cell.fill(path);
}

void paintBranch(const PictureCell &cell)
{
    strokeThrough(cell, {{0.3, 0.18}, {0.3, 0.82}});
    strokeThrough(cell, {{0.3, 0.66}, {0.75, 0.52}, {0.75, 0.3}});
    for (const QPointF end : {QPointF(0.3, 0.18), QPointF(0.3, 0.82), QPointF(0.75, 0.3)})
        fillDot(cell, end);
}

void paintPadlock(const PictureCell &cell)
{
    const QPointF corner = cell.at(0.12, 0.48);
    cell.fill(QRectF(corner, cell.at(0.88, 0.84)).toAlignedRect());
    const qreal radius = cell.rect().width() * 0.24;
    const QPointF middle = cell.at(0.5, 0.36);
    QPainterPath shackle(QPointF(middle.x() - radius, corner.y()));
    shackle.lineTo(middle.x() - radius, middle.y());
    shackle.arcTo(QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius), 180, -180);
    shackle.lineTo(middle.x() + radius, corner.y());
    cell.strokeWithin(shackle);
}

// The first letter stands above and before the second.
void paintL(const PictureCell &cell) { strokeThrough(cell, {{0.12, 0.12}, {0.12, 0.45}, {0.5, 0.45}}); }
void paintC(const PictureCell &cell) { strokeThrough(cell, {{0.5, 0.14}, {0.12, 0.14}, {0.12, 0.45}, {0.5, 0.45}}); }
void paintN(const PictureCell &cell) { strokeThrough(cell, {{0.48, 0.88}, {0.48, 0.55}, {0.88, 0.88}, {0.88, 0.55}}); }

} // namespace

void paintSign(const PictureCell &cell, char32_t code)
{
    switch (code) {
    case 0xe0a0: return paintBranch(cell);
    case 0xe0a1: paintL(cell); return paintN(cell);
    case 0xe0a2: return paintPadlock(cell);
    default: paintC(cell); return paintN(cell);
    }
}

} // namespace holdpoint::ui
