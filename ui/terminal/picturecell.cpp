// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/picturecell.h>

#include <QLineF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace holdpoint::ui {

namespace {

// Where the `index`-th of the lines is that cut a length into equal parts.
int edge(int length, int index, int parts) { return (2 * length * index + parts) / (2 * parts); }

} // namespace

PictureCell::PictureCell(QPainter &painter, const QRect &rect, int lineWidth, const QColor &color)
    : m_painter(painter)
    , m_rect(rect)
    , m_color(color)
    , m_lineWidth(lineWidth)
{
}

QPoint PictureCell::middle() const
{
    return m_rect.topLeft() + QPoint((m_rect.width() - m_lineWidth) / 2, (m_rect.height() - m_lineWidth) / 2);
}

QPoint PictureCell::middle(int width) const
{
    const int more = (width - m_lineWidth) / 2;
    return middle() - QPoint(more, more);
}

QPointF PictureCell::at(qreal across, qreal down) const
{
    return {m_rect.left() + across * m_rect.width(), m_rect.top() + down * m_rect.height()};
}

QRect PictureCell::part(int left, int top, int right, int bottom, int columns, int rows) const
{
    const int x = std::min(edge(m_rect.width(), left, columns), m_rect.width() - 1);
    const int y = std::min(edge(m_rect.height(), top, rows), m_rect.height() - 1);
    const int width = std::max(1, edge(m_rect.width(), right, columns) - x);
    const int height = std::max(1, edge(m_rect.height(), bottom, rows) - y);
    return {m_rect.left() + x, m_rect.top() + y, width, height};
}

void PictureCell::fill(const QRect &part) const { m_painter.fillRect(part, m_color); }

void PictureCell::fill(const QRect &part, qreal opacity) const
{
    QColor color = m_color;
    color.setAlphaF(static_cast<float>(opacity));
    m_painter.fillRect(part, color);
}

void PictureCell::fill(const QPolygonF &shape, qreal opacity) const
{
    QPainterPath path;
    path.addPolygon(shape);
    fill(path, opacity);
}

// Smooth only while it has to be: filling a rectangle takes twice as long then.
void PictureCell::fill(const QPainterPath &shape, qreal opacity) const
{
    QColor color = m_color;
    color.setAlphaF(static_cast<float>(opacity));
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    m_painter.fillPath(shape, color);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void PictureCell::stroke(const QPainterPath &path) const
{
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    m_painter.strokePath(path, QPen(m_color, m_lineWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void PictureCell::strokeWithin(const QPainterPath &path) const
{
    m_painter.save();
    m_painter.setClipRect(m_rect, Qt::IntersectClip);
    stroke(path);
    m_painter.restore();
}

void PictureCell::strokeAcross(QPointF from, QPointF to) const
{
    QLineF line(from, to);
    line.setLength(line.length() + m_lineWidth);
    QLineF back(line.p2(), line.p1());
    back.setLength(back.length() + m_lineWidth);
    QPainterPath path(back.p1());
    path.lineTo(back.p2());
    stroke(path);
}

} // namespace holdpoint::ui
