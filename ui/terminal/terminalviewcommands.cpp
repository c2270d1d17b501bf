// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// TerminalView: from command to command, by the marks that a shell sets (OSC 133).

#include <ui/terminal/terminalview.h>

#include <models/terminal/screen.h>
#include <ui/terminal/promptmark.h>
#include <ui/terminal/terminalaccessible.h>

#include <QScrollBar>

namespace holdpoint::ui {

using terminal::LineMark;

std::optional<qint64> TerminalView::currentCommand() const
{
    const qint64 line = m_command ? *m_command - m_screen->droppedLines() : -1;
    return line >= 0 ? std::optional(line) : std::nullopt;
}

bool TerminalView::isPrompt(qint64 line) const
{
    return !m_screen->alternateScreen() && m_screen->mark(line) == LineMark::Prompt;
}

QString TerminalView::commandText() const
{
    if (!m_screen)
        return {};
    qint64 line = currentCommand().value_or(m_screen->markedAtOrBefore(cursorLine(), LineMark::Prompt));
    if (!currentCommand() && !m_screen->outcome(line)) // the prompt that waits for a command
        line = m_screen->markedAtOrBefore(line - 1, LineMark::Prompt);
    return line < 0 ? QString() : outcomeText(m_screen->outcome(line));
}

void TerminalView::goToCommand(qint64 line)
{
    if (line < 0)
        return;
    m_command = line + m_screen->droppedLines();
    verticalScrollBar()->setValue(static_cast<int>(m_folds.rowOf(*m_command)));
    viewport()->update();
    TerminalAccessible::tellCommand(this);
}

void TerminalView::previousCommand()
{
    if (!m_screen || m_screen->alternateScreen())
        return;
    // The prompt that the cursor stands at has no command yet.
    const qint64 newest = m_screen->markedAtOrBefore(cursorLine(), LineMark::Prompt);
    goToCommand(m_screen->markedAtOrBefore(currentCommand().value_or(newest) - 1, LineMark::Prompt));
}

void TerminalView::nextCommand()
{
    if (!m_screen || m_screen->alternateScreen() || !currentCommand())
        return;
    goToCommand(m_screen->markedAtOrAfter(*currentCommand() + 1, LineMark::Prompt));
}

/// Of the output that begins with the line; none where that is no line.
std::optional<TerminalView::Output> TerminalView::outputFrom(qint64 first) const
{
    if (first < 0)
        return std::nullopt;
    const qint64 prompt = m_screen->markedAtOrAfter(first + 1, LineMark::Prompt);
    if (prompt >= 0 && prompt <= cursorLine())
        return Output{first, prompt - 1, true};
    return Output{first, std::max(first, cursorLine()), false};
}

/// Of the command whose prompt, text or output has the line.
std::optional<TerminalView::Output> TerminalView::outputAround(qint64 line) const
{
    const qint64 prompt = std::max<qint64>(0, m_screen->markedAtOrBefore(line, LineMark::Prompt));
    const qint64 next = m_screen->markedAtOrAfter(prompt + 1, LineMark::Prompt);
    const qint64 first = m_screen->markedAtOrAfter(prompt, LineMark::Output);
    return next >= 0 && first > next ? std::nullopt : outputFrom(first);
}

std::optional<TerminalView::Output> TerminalView::currentOutput() const
{
    if (const auto command = currentCommand())
        return outputAround(*command);
    const qint64 first = m_screen->markedAtOrBefore(lineAt(m_screen->rows()) - 1, LineMark::Output);
    return outputFrom(first);
}

void TerminalView::selectCommandOutput()
{
    if (!m_screen || m_screen->alternateScreen())
        return;
    if (const auto output = currentOutput())
        selectOutput(*output);
}

void TerminalView::selectOutput(const Output &output)
{
    takeWhatChanged();
    m_selection.selectLines(*m_screen, output.first, output.last);
    viewport()->update();
    emit selectionChanged();
}

} // namespace holdpoint::ui
