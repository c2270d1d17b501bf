// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// TerminalView: from command to command, by the marks that a shell sets (OSC 133).

#include <ui/terminal/terminalview.h>

#include <models/terminal/screen.h>

#include <QScrollBar>

namespace holdpoint::ui {

using terminal::LineMark;

void TerminalView::scrollToLine(qint64 line)
{
    if (line >= 0)
        verticalScrollBar()->setValue(static_cast<int>(line));
}

void TerminalView::previousCommand()
{
    if (m_screen && !m_screen->alternateScreen())
        scrollToLine(m_screen->markedAtOrBefore(firstLine() - 1, LineMark::Prompt));
}

void TerminalView::nextCommand()
{
    if (m_screen && !m_screen->alternateScreen())
        scrollToLine(m_screen->markedAtOrAfter(firstLine() + 1, LineMark::Prompt));
}

void TerminalView::selectCommandOutput()
{
    if (!m_screen || m_screen->alternateScreen())
        return;
    const qint64 first = m_screen->markedAtOrBefore(firstLine() + m_screen->rows() - 1, LineMark::Output);
    if (first < 0)
        return;
    const qint64 prompt = m_screen->markedAtOrAfter(first + 1, LineMark::Prompt);
    const qint64 end = m_screen->scrollbackLines() + m_screen->cursorRow(); // of a command that still runs
    m_selection.selectLines(*m_screen, first, prompt < 0 ? end : prompt - 1);
    viewport()->update();
    emit selectionChanged();
}

} // namespace holdpoint::ui
