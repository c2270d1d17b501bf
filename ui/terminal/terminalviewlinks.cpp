// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// TerminalView: links, those of a host and the addresses that stand in the text.

#include <ui/terminal/terminalview.h>

#include <models/terminal/screen.h>
#include <ui/terminal/weblink.h>

namespace holdpoint::ui {

std::optional<TerminalView::Link> TerminalView::linkAt(terminal::Position at) const
{
    const auto link = terminal::linkAt(*m_screen, at);
    const QUrl url = link ? webLink(link->target) : QUrl();
    return url.isValid() ? std::optional(Link{url, link->place}) : std::nullopt;
}

std::optional<TerminalView::Link> TerminalView::linkAt(QPoint point) const
{
    const QPoint cell = cellAt(point);
    const QRect rect = cellRect(cell.y(), cell.x());
    return foldAt(cell.y()) || !rect.contains(point) ? std::nullopt : linkAt(positionAt(point));
}

/// The last one shown at or before the cursor: who has no mouse means what was printed just now.
std::optional<TerminalView::Link> TerminalView::linkBeforeCursor() const
{
    int tries = 100; // rows may be full of what only looks like one
    const int cursor = std::clamp(cursorRow(), 0, m_screen->rows() - 1);
    for (int row = cursor; row >= 0; --row) {
        const terminal::Line line = m_screen->line(lineAt(row));
        const int last = row == cursorRow() ? m_screen->cursorColumn() : m_screen->columns() - 1;
        for (int column = std::min(last, static_cast<int>(line.cells.size()) - 1); column >= 0 && !foldAt(row);
             --column) {
            const terminal::Cell &cell = line.cells[static_cast<std::size_t>(column)];
            if (cell.code() != U':' && m_screen->decoration(cell).link.isEmpty())
                continue;
            if (const auto link = linkAt(terminal::Position{lineAt(row), column}); link || --tries == 0)
                return link;
        }
    }
    return std::nullopt;
}

/// With Ctrl a link shows that a click opens it.
void TerminalView::pointAt(QPoint point, Qt::KeyboardModifiers modifiers)
{
    m_pointer = point;
    const bool isWanted = modifiers.testFlag(Qt::ControlModifier) && !reportsMouse(modifiers);
    setPointedLink(isWanted ? linkAt(point) : std::nullopt);
    showPointer();
}

void TerminalView::showPointer()
{
    const bool isClickable = m_screen && (m_pointedLink || foldAt(cellAt(m_pointer).y()));
    viewport()->setCursor(isClickable ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void TerminalView::setPointedLink(const std::optional<Link> &link)
{
    if (!link && !m_pointedLink)
        return;
    const bool isSame = link && m_pointedLink && link->place == m_pointedLink->place && link->url == m_pointedLink->url;
    m_pointedLink = link;
    if (isSame)
        return;
    viewport()->update();
    showPointer();
}

void TerminalView::lookAtLinkAgain()
{
    if (m_pointedLink)
        setPointedLink(linkAt(m_pointer));
}

void TerminalView::leaveEvent(QEvent *event)
{
    setPointedLink(std::nullopt);
    QAbstractScrollArea::leaveEvent(event);
}

} // namespace holdpoint::ui
