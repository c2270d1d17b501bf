// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/promptmark.h>

#include <ui/terminal/terminalcolors.h>

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace holdpoint::ui {

namespace {

using terminal::CommandOutcome;

constexpr int barWidth = 3;
constexpr double markContrast = 3; // WCAG 1.4.11, of what is no text

enum class Shape { Bar, Triangle, Tick, Cross };

Shape shapeOf(const std::optional<CommandOutcome> &outcome)
{
    if (!outcome || outcome->state == CommandOutcome::State::Unknown)
        return Shape::Bar;
    if (outcome->state == CommandOutcome::State::Running)
        return Shape::Triangle;
    return outcome->exit == 0 ? Shape::Tick : Shape::Cross;
}

QColor colorOf(Shape shape, const TerminalColors &colors)
{
    constexpr int red = 1;
    constexpr int green = 2;
    constexpr int blue = 4;
    const int index = shape == Shape::Tick ? green : shape == Shape::Cross ? red : blue;
    return QColor(readable(colors.palette[static_cast<std::size_t>(index)], colors.background, markContrast));
}

QString translate(const char *text) { return QCoreApplication::translate("PromptMark", text); }

QString timeText(qint64 ms)
{
    constexpr qint64 minute = 60'000;
    constexpr qint64 second = 1000;
    if (ms < minute)
        return translate("%1 s").arg(QLocale().toString(double(ms) / second, 'f', 1));
    return translate("%1 min %2 s").arg(ms / minute).arg(ms % minute / second);
}

} // namespace

void paintPromptMark(QPainter &painter, const QRect &margin, const TerminalColors &colors,
                     const std::optional<CommandOutcome> &outcome)
{
    const Shape shape = shapeOf(outcome);
    const QColor color = colorOf(shape, colors);
    if (shape == Shape::Bar) {
        painter.fillRect(margin.left(), margin.top() + 1, barWidth, margin.height() - 2, color);
        return;
    }
    const qreal side = std::min(margin.width() - 3, margin.height());
    const QRectF box(margin.left() + 1, margin.center().y() + 0.5 - side / 2, side, side);
    const auto at = [&](qreal across, qreal down) {
        return QPointF(box.left() + across * side, box.top() + down * side);
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path;
    if (shape == Shape::Triangle) {
        path.addPolygon(QPolygonF({at(0.1, 0), at(0.95, 0.5), at(0.1, 1)}));
        painter.fillPath(path, color);
    } else if (shape == Shape::Tick) {
        path.addPolygon(QPolygonF({at(0.05, 0.55), at(0.35, 0.85), at(0.95, 0.15)}));
        painter.strokePath(path, QPen(color, 2));
    } else {
        path.addPolygon(QPolygonF({at(0.1, 0.1), at(0.9, 0.9)}));
        path.addPolygon(QPolygonF({at(0.9, 0.1), at(0.1, 0.9)}));
        painter.strokePath(path, QPen(color, 2));
    }
    painter.restore();
}

QString outcomeText(const std::optional<CommandOutcome> &outcome)
{
    if (!outcome)
        return translate("How a command at this prompt ended is not known");
    switch (outcome->state) {
    case CommandOutcome::State::Running: return translate("still runs");
    case CommandOutcome::State::Unknown: return translate("how it ended is not known");
    case CommandOutcome::State::Ended: break;
    }
    const QString status = translate("exit status %1").arg(outcome->exit.value_or(0));
    return outcome->ms ? translate("%1, took %2").arg(status, timeText(*outcome->ms)) : status;
}

} // namespace holdpoint::ui
