// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// TerminalView: the mouse, for the host or for selecting.

#include <ui/terminal/terminalview.h>

#include <models/terminal/mouse.h>
#include <ui/terminal/hiddencontrol.h>
#include <ui/terminal/promptmark.h>
#include <ui/terminal/weblink.h>

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QToolTip>
#include <QWheelEvent>

namespace holdpoint::ui {

namespace {

constexpr int autoscrollMs = 40;
constexpr int notch = 120; // of a wheel, in eighths of a degree
constexpr int linesPerNotch = 3;

terminal::MouseButton buttonOf(Qt::MouseButton button)
{
    switch (button) {
    case Qt::LeftButton:
        return terminal::MouseButton::Left;
    case Qt::MiddleButton:
        return terminal::MouseButton::Middle;
    case Qt::RightButton:
        return terminal::MouseButton::Right;
    case Qt::BackButton:
        return terminal::MouseButton::Back;
    case Qt::ForwardButton:
        return terminal::MouseButton::Forward;
    default:
        return terminal::MouseButton::None;
    }
}

terminal::MouseButton heldButton(Qt::MouseButtons buttons)
{
    for (const Qt::MouseButton button :
         {Qt::LeftButton, Qt::MiddleButton, Qt::RightButton, Qt::BackButton, Qt::ForwardButton}) {
        if (buttons.testFlag(button))
            return buttonOf(button);
    }
    return terminal::MouseButton::None;
}

} // namespace

// With Shift the mouse is the person's even when a program wants it.
bool TerminalView::reportsMouse(Qt::KeyboardModifiers modifiers) const
{
    return m_screen && m_policy == InputPolicy::Enabled && m_screen->modes().mouse != terminal::MouseTracking::Off
        && !modifiers.testFlag(Qt::ShiftModifier) && isAtBottom();
}

void TerminalView::reportMouse(terminal::MouseAction action, terminal::MouseButton button,
                               const QSinglePointEvent &event)
{
    QPoint point = event.position().toPoint();
    QPoint cell = cellAt(point);
    const auto row = static_cast<int>(lineAt(cell.y()) - m_screen->scrollbackLines()); // folds may show more than the screen
    if (row < 0 || row >= m_screen->rows() || foldAt(cell.y()))
        return;
    if (action != terminal::MouseAction::Move && button == terminal::MouseButton::None)
        return; // one that has no number
    point.ry() += (row - cell.y()) * m_font.cellHeight();
    point -= cellRect(0, 0).topLeft();
    cell.setY(row);
    const bool inPixels = m_screen->modes().mouseCoding == terminal::MouseCoding::SgrPixels;
    if (action == terminal::MouseAction::Move && cell == m_lastReported && !inPixels)
        return;
    m_lastReported = cell;
    const terminal::MouseReport report{action, button, terminalModifiers(event.modifiers()), cell.x(), cell.y(),
                                       std::clamp(point.x(), 0, m_screen->columns() * m_font.cellWidth() - 1),
                                       std::clamp(point.y(), 0, m_screen->rows() * m_font.cellHeight() - 1)};
    const QByteArray bytes = terminal::encodeMouse(report, m_screen->modes());
    if (!bytes.isEmpty() && m_policy == InputPolicy::Enabled)
        emit input(bytes);
}

terminal::Position TerminalView::positionAt(QPoint point) const
{
    const QPoint cell = cellAt(point);
    return {std::min(lineAt(cell.y()), m_screen->lines() - 1), cell.x()};
}

/// Of the cell there, a wide one in both its columns.
QString TerminalView::textAt(QPoint point) const
{
    const terminal::Position position = positionAt(point);
    const terminal::Line line = m_screen->line(position.line);
    auto column = static_cast<std::size_t>(position.column);
    if (column < line.cells.size() && line.cells[column].isSpacer() && column > 0)
        --column;
    return column < line.cells.size() ? m_screen->cellText(line.cells[column]) : QString();
}

void TerminalView::mousePressEvent(QMouseEvent *event)
{
    if (!m_screen)
        return;
    const terminal::FoldMap::Fold *fold = foldAt(cellAt(event->position().toPoint()).y());
    if (fold && event->button() == Qt::LeftButton) {
        toggleFold(Output{fold->first - m_screen->droppedLines(), fold->last - m_screen->droppedLines(), true});
        return;
    }
    if (reportsMouse(event->modifiers())) {
        reportMouse(terminal::MouseAction::Press, buttonOf(event->button()), *event);
        return;
    }
    const QPoint point = event->position().toPoint();
    if (event->button() == Qt::MiddleButton) {
        perform(TerminalAction::PastePrimary);
    } else if (event->button() == Qt::LeftButton) {
        const bool third = m_sinceDoubleClick.isValid()
            && m_sinceDoubleClick.elapsed() < QApplication::doubleClickInterval()
            && (point - m_doubleClickPoint).manhattanLength() < QApplication::startDragDistance();
        m_sinceDoubleClick.invalidate();
        if (const auto link = event->modifiers().testFlag(Qt::ControlModifier) ? linkAt(point) : std::nullopt)
            emit linkActivated(link->url);
        else
            startSelection(*event, third ? TerminalSelection::Unit::Line : TerminalSelection::Unit::Character);
    }
}

void TerminalView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_screen)
        return;
    if (reportsMouse(event->modifiers())) {
        reportMouse(terminal::MouseAction::Press, buttonOf(event->button()), *event);
    } else if (event->button() == Qt::LeftButton) {
        m_sinceDoubleClick.start();
        m_doubleClickPoint = event->position().toPoint();
        startSelection(*event, TerminalSelection::Unit::Word);
    }
}

void TerminalView::startSelection(const QMouseEvent &event, TerminalSelection::Unit unit)
{
    const auto shape = event.modifiers().testFlag(Qt::AltModifier) ? terminal::SelectionShape::Block
                                                                   : terminal::SelectionShape::Stream;
    const terminal::Position at = positionAt(event.position().toPoint());
    takeWhatChanged();
    m_selection.start(*m_screen, at, unit, shape);
    m_selecting = true;
    viewport()->update();
}

void TerminalView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_screen)
        return;
    if (!m_selecting) {
        pointAt(event->position().toPoint(), event->modifiers());
        if (reportsMouse(event->modifiers()))
            reportMouse(terminal::MouseAction::Move, heldButton(event->buttons()), *event);
        return;
    }
    m_dragPoint = event->position().toPoint();
    if (viewport()->rect().contains(m_dragPoint))
        m_autoscrollTimer.stop();
    else if (!m_autoscrollTimer.isActive())
        m_autoscrollTimer.start(autoscrollMs, this);
    extendSelection(m_dragPoint);
}

void TerminalView::extendSelection(QPoint point)
{
    if (const terminal::FoldMap::Fold *fold = foldAt(cellAt(point).y())) { // with all that it holds
        const qint64 first = fold->first - m_screen->droppedLines();
        const qint64 last = fold->last - m_screen->droppedLines();
        m_selection.extend(*m_screen, m_selection.beginsAbove(*m_screen, first)
                                          ? terminal::Position{last, m_screen->columns()}
                                          : terminal::Position{first, 0});
        viewport()->update();
        return;
    }
    terminal::Position to = positionAt(point);
    const QRect cell = cellRect(0, to.column);
    if (point.x() >= cell.center().x() + 1) // past the middle of a character takes it in
        ++to.column;
    m_selection.extend(*m_screen, to);
    viewport()->update();
}

void TerminalView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_screen)
        return;
    m_autoscrollTimer.stop();
    if (!m_selecting) {
        if (reportsMouse(event->modifiers()))
            reportMouse(terminal::MouseAction::Release, buttonOf(event->button()), *event);
        return;
    }
    m_selecting = false;
    if (!m_selection.isEmpty() && QApplication::clipboard()->supportsSelection())
        QApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
    emit selectionChanged();
}

void TerminalView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    if (!m_screen)
        return;
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoom(event->angleDelta().y() > 0 ? 1 : event->angleDelta().y() < 0 ? -1 : 0);
        return;
    }
    m_wheelRest += event->angleDelta().y();
    const int notches = m_wheelRest / notch;
    m_wheelRest -= notches * notch;
    if (notches == 0)
        return;
    const bool up = notches > 0;
    if (reportsMouse(event->modifiers())) {
        for (int count = std::abs(notches); count > 0; --count)
            reportMouse(terminal::MouseAction::Press, up ? terminal::MouseButton::WheelUp : terminal::MouseButton::WheelDown,
                        *event);
    } else if (m_screen->alternateScreen()) {
        const QByteArray arrow = terminal::encodeKey(up ? terminal::Key::Up : terminal::Key::Down, {}, m_screen->modes());
        if (m_screen->modes().alternateScroll && m_policy == InputPolicy::Enabled)
            emit input(arrow.repeated(std::abs(notches) * linesPerNotch));
    } else {
        verticalScrollBar()->setValue(verticalScrollBar()->value() - notches * linesPerNotch);
    }
}

bool TerminalView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_screen) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const auto link = linkAt(help->pos()))
            QToolTip::showText(help->globalPos(), linkText(link->url), this);
        else if (foldAt(cellAt(help->pos()).y()))
            QToolTip::showText(help->globalPos(), tr("Click to unfold"), this);
        else if (const qint64 line = positionAt(help->pos()).line; help->pos().x() < cellRect(0, 0).left() && isPrompt(line))
            QToolTip::showText(help->globalPos(), outcomeText(m_screen->outcome(line)), this);
        else if (const QString hidden = hiddenControlText(textAt(help->pos())); !hidden.isEmpty())
            QToolTip::showText(help->globalPos(), hidden, this);
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace holdpoint::ui
