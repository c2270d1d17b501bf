// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QColor>
#include <QPointF>
#include <QRect>

class QPainter;
class QPainterPath;
class QPolygonF;

namespace holdpoint::ui {

/// A cell to draw a picture character in, and the few strokes that all of them are made of.
///
/// Borrows the painter. Units: device pixels, as the painter's must be. Where the parts of a cell meet is rounded to whole
/// pixels in one place, part(), and where its middle is in another, middle(): neighbours agree on both.
class PictureCell
{
public:
    PictureCell(QPainter &painter, const QRect &rect, int lineWidth, const QColor &color);

    [[nodiscard]] const QRect &rect() const { return m_rect; }
    [[nodiscard]] int lineWidth() const { return m_lineWidth; }
    /// Where a line through the middle begins: the left of a vertical light line, the top of a horizontal one.
    [[nodiscard]] QPoint middle() const;
    /// The same for a line of another width.
    [[nodiscard]] QPoint middle(int width) const;
    [[nodiscard]] QPointF at(qreal across, qreal down) const;
    /// The part between two of the lines that cut the cell's width and height into `columns` and `rows`; never nothing.
    [[nodiscard]] QRect part(int left, int top, int right, int bottom, int columns, int rows) const;

    void fill(const QRect &part) const;
    void fill(const QRect &part, qreal opacity) const;
    void fill(const QPolygonF &shape, qreal opacity = 1) const;
    void fill(const QPainterPath &shape, qreal opacity = 1) const;
    void stroke(const QPainterPath &path) const;
    /// The same, cut at the cell's sides.
    void strokeWithin(const QPainterPath &path) const;
    /// A line from corner to corner, and on a little, so that it meets the next cell's without a notch.
    void strokeAcross(QPointF from, QPointF to) const;

private:
    QPainter &m_painter;
    QRect m_rect;
    QColor m_color;
    int m_lineWidth;
};

} // namespace holdpoint::ui
