// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/halfdrawing.h>

#include <ui/terminal/picturecell.h>

#include <QPolygonF>

#include <algorithm>
#include <array>
#include <tuple>

namespace holdpoint::ui {

namespace {

constexpr qreal mediumShade = 0.5;

enum Corner { UpperLeft = 1, UpperRight = 2, LowerLeft = 4, LowerRight = 8 };

// U+1FBA0 to U+1FBAE: which corners a line cuts off.
constexpr std::array cuts{int{UpperLeft},
                          int{UpperRight},
                          int{LowerLeft},
                          int{LowerRight},
                          UpperLeft | LowerLeft,
                          UpperRight | LowerRight,
                          LowerLeft | LowerRight,
                          UpperLeft | UpperRight,
                          UpperLeft | LowerRight,
                          UpperRight | LowerLeft,
                          UpperRight | LowerLeft | LowerRight,
                          UpperLeft | LowerLeft | LowerRight,
                          UpperLeft | UpperRight | LowerRight,
                          UpperLeft | UpperRight | LowerLeft,
                          UpperLeft | UpperRight | LowerLeft | LowerRight};

void paintCuts(const PictureCell &cell, int corners)
{
    for (const auto &[corner, x, y] : {std::tuple(UpperLeft, 0, 0), std::tuple(UpperRight, 1, 0),
                                       std::tuple(LowerLeft, 0, 1), std::tuple(LowerRight, 1, 1)}) {
        if ((corners & corner) != 0)
            cell.strokeAcross(cell.at(0.5, y), cell.at(x, 0.5));
    }
}

// U+1FB8C to U+1FB94: halves that are shaded, and what the others are then.
void paintShades(const PictureCell &cell, char32_t code)
{
    const QRect left = cell.part(0, 0, 1, 1, 2, 1);
    const QRect right = cell.part(1, 0, 2, 1, 2, 1);
    const QRect upper = cell.part(0, 0, 1, 1, 1, 2);
    const QRect lower = cell.part(0, 1, 1, 2, 1, 2);
    if (code == 0x1fb90) {
        cell.fill(cell.rect(), mediumShade);
        return;
    }
    const bool isLeft = code == 0x1fb8c || code == 0x1fb94;
    const bool isUpper = code == 0x1fb8e || code == 0x1fb92;
    cell.fill(isLeft ? left : code == 0x1fb8d ? right : isUpper ? upper : lower, mediumShade);
    if (code >= 0x1fb91)
        cell.fill(code == 0x1fb94 ? right : isUpper ? lower : upper);
}

// U+1FB9C to U+1FB9F: the corner of the right angle goes round from the upper left.
void paintShadedCorner(const PictureCell &cell, char32_t code)
{
    const std::array corners{cell.at(0, 0), cell.at(1, 0), cell.at(1, 1), cell.at(0, 1)};
    const std::size_t corner = code - 0x1fb9c;
    cell.fill(QPolygonF{corners[(corner + 3) % 4], corners[corner], corners[(corner + 1) % 4]}, mediumShade);
}

// U+1FBAF: a light line from side to side, and a short one through its middle.
void paintStruckLine(const PictureCell &cell)
{
    const QRect &rect = cell.rect();
    const QPoint middle = cell.middle();
    const int reach = std::max(1, rect.height() / 8);
    cell.fill(QRect(rect.left(), middle.y(), rect.width(), cell.lineWidth()));
    cell.fill(QRect(middle.x(), middle.y() - reach, cell.lineWidth(), cell.lineWidth() + 2 * reach));
}

} // namespace

void paintHalves(const PictureCell &cell, char32_t code)
{
    const QPointF middle = cell.at(0.5, 0.5);
    if (code == 0x1fbaf) {
        paintStruckLine(cell);
    } else if (code >= 0x1fba0) {
        paintCuts(cell, cuts[code - 0x1fba0]);
    } else if (code == 0x1fb9a) {
        cell.fill(QPolygonF{cell.at(0, 0), cell.at(1, 0), middle});
        cell.fill(QPolygonF{cell.at(0, 1), cell.at(1, 1), middle});
    } else if (code == 0x1fb9b) {
        cell.fill(QPolygonF{cell.at(0, 0), cell.at(0, 1), middle});
        cell.fill(QPolygonF{cell.at(1, 0), cell.at(1, 1), middle});
    } else if (code >= 0x1fb9c) {
        paintShadedCorner(cell, code);
    } else {
        paintShades(cell, code);
    }
}

} // namespace holdpoint::ui
