// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/linedrawing.h>

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace holdpoint::ui {

namespace {

void drawDashes(QPainter &painter, const LineMeasures &measures, const QRect &line, int length, int gap,
                const QColor &color)
{
    const int period = length + gap;
    const int right = line.left() + line.width();
    for (int x = line.left() - (line.left() - measures.left) % period; x < right; x += period) {
        const int begin = std::max(x, line.left());
        const int end = std::min(x + length, right);
        if (begin < end)
            painter.fillRect(begin, line.top(), end - begin, line.height(), color);
    }
}

// A whole wave to a cell. It cannot be sharp, but it is equally smooth everywhere: how much of a pixel it covers depends on the
// pixel's place in its row and on nothing else.
void drawWave(QPainter &painter, const LineMeasures &measures, const QRect &stretch, const QRect &line, QColor color)
{
    const qreal swing = 1.25 * measures.width;
    const qreal pace = 2 * std::numbers::pi / measures.cellWidth;
    const qreal lowest = stretch.top() + measures.height - swing - measures.width / 2.0;
    const qreal middle = std::min(line.top() + line.height() / 2.0, lowest);
    for (int x = line.left(); x < line.left() + line.width(); ++x) {
        const qreal turn = pace * (x + 0.5 - measures.left);
        const qreal steep = swing * pace * std::cos(turn);
        const qreal reach = measures.width / 2.0 * std::sqrt(1 + steep * steep);
        const qreal top = middle - swing * std::sin(turn) - reach;
        const qreal bottom = std::min<qreal>(top + 2 * reach, stretch.top() + measures.height);
        for (int y = std::max(static_cast<int>(std::floor(top)), stretch.top()); y < bottom; ++y) {
            const qreal covered = std::min<qreal>(y + 1, bottom) - std::max<qreal>(y, top);
            color.setAlphaF(static_cast<float>(std::clamp(covered, 0.0, 1.0)));
            painter.fillRect(x, y, 1, 1, color);
        }
    }
}

void drawUnderline(QPainter &painter, const LineMeasures &measures, const QRect &stretch, const QRect &line,
                   terminal::Underline style, const QColor &color)
{
    using terminal::Underline;
    switch (style) {
    case Underline::None: return;
    case Underline::Double: painter.fillRect(line.translated(0, -2 * measures.width), color); [[fallthrough]];
    case Underline::Single: painter.fillRect(line, color); return;
    case Underline::Dotted: drawDashes(painter, measures, line, measures.width, measures.width, color); return;
    case Underline::Dashed: {
        const int cell = qRound(measures.cellWidth);
        drawDashes(painter, measures, line, std::max(1, cell / 2), std::max(1, cell / 4), color);
        return;
    }
    case Underline::Curly: drawWave(painter, measures, stretch, line, color); return;
    }
}

} // namespace

void drawLines(QPainter &painter, const LineMeasures &measures, const QRect &stretch, const TextLines &lines)
{
    const auto at = [&](int down) {
        return QRect(stretch.left(), stretch.top() + std::clamp(down, 0, measures.height - measures.width),
                     stretch.width(), measures.width);
    };
    drawUnderline(painter, measures, stretch, at(measures.ascent + 2 * measures.width), lines.underline,
                  QColor(lines.underlineColor));
    if (lines.isStruck)
        painter.fillRect(at(measures.ascent * 2 / 3), QColor(lines.textColor));
    if (lines.isOverlined)
        painter.fillRect(at(0), QColor(lines.textColor));
}

} // namespace holdpoint::ui
