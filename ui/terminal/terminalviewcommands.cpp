// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// TerminalView: from command to command, by the marks that a shell sets (OSC 133).

#include <ui/terminal/terminalview.h>

#include <models/terminal/screen.h>

#include <QScrollBar>

namespace holdpoint::ui {

using terminal::LineMark;

std::optional<qint64> TerminalView::currentCommand() const
{
    const qint64 line = m_command ? *m_command - m_screen->droppedLines() : -1;
    return line >= 0 ? std::optional(line) : std::nullopt;
}

void TerminalView::goToCommand(qint64 line)
{
    if (line < 0)
        return;
    m_command = line + m_screen->droppedLines();
    verticalScrollBar()->setValue(static_cast<int>(line));
    viewport()->update();
}

void TerminalView::previousCommand()
{
    if (!m_screen || m_screen->alternateScreen())
        return;
    // The prompt that the cursor stands at has no command yet.
    const qint64 newest = m_screen->markedAtOrBefore(m_screen->scrollbackLines() + m_screen->cursorRow(), LineMark::Prompt);
    goToCommand(m_screen->markedAtOrBefore(currentCommand().value_or(newest) - 1, LineMark::Prompt));
}

void TerminalView::nextCommand()
{
    if (!m_screen || m_screen->alternateScreen() || !currentCommand())
        return;
    goToCommand(m_screen->markedAtOrAfter(*currentCommand() + 1, LineMark::Prompt));
}

void TerminalView::selectCommandOutput()
{
    if (!m_screen || m_screen->alternateScreen())
        return;
    const auto command = currentCommand();
    const qint64 first = command ? m_screen->markedAtOrAfter(*command, LineMark::Output)
                                 : m_screen->markedAtOrBefore(firstLine() + m_screen->rows() - 1, LineMark::Output);
    if (first < 0)
        return;
    const qint64 prompt = m_screen->markedAtOrAfter(first + 1, LineMark::Prompt);
    const qint64 end = m_screen->scrollbackLines() + m_screen->cursorRow(); // of a command that still runs
    m_selection.selectLines(*m_screen, first, prompt < 0 ? end : prompt - 1);
    viewport()->update();
    emit selectionChanged();
}

} // namespace holdpoint::ui
