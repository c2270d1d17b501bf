// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/attributes.h>

#include <QRect>
#include <QRgb>

class QPainter;

namespace holdpoint::ui {

/// The lines along a stretch of text: below, through and above it.
struct TextLines
{
    terminal::Underline underline = terminal::Underline::None;
    QRgb underlineColor = 0;
    QRgb textColor = 0;
    bool isStruck = false;
    bool isOverlined = false;

    [[nodiscard]] bool areAny() const { return underline != terminal::Underline::None || isStruck || isOverlined; }
    friend bool operator==(const TextLines &, const TextLines &) = default;
};

/// Where lines are in a row, the same in each of them. In device pixels, whatever their size, as the painter's must be: a line
/// that falls between two of them is of another weight in each row.
struct LineMeasures
{
    int width = 1;  ///< of a line
    int ascent = 0; ///< from a row's top to the baseline
    int height = 0; ///< of a row
    qreal cellWidth = 0;
    int left = 0; ///< of the row: dots and waves go on through its cells as if they were one
};

/// `stretch` is of one row, and as high as it. Nothing goes above or below it.
void drawLines(QPainter &painter, const LineMeasures &measures, const QRect &stretch, const TextLines &lines);

} // namespace holdpoint::ui
