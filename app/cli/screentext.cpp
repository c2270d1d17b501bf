// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/screentext.h>

#include <span>

namespace holdpoint::cli {

void ScreenText::skip()
{
    m_next = {m_screen.droppedLines() + m_screen.scrollbackLines() + m_screen.cursorRow(), 0};
}

QString ScreenText::linesUpTo(qint64 end)
{
    const qint64 dropped = m_screen.droppedLines();
    if (m_next.line < dropped) // a host has cleared them
        m_next = {dropped, 0};
    QString text;
    for (; m_next.line < end; m_next = {m_next.line + 1, 0}) {
        const qint64 line = m_next.line - dropped;
        // After a new size the rest of a line may stand behind what was taken of it.
        text += m_next.column > 0 ? m_screen.text({line, m_next.column}, {line, m_screen.columns()}) : m_screen.lineText(line);
        if (!m_screen.line(line).wrapped)
            text += QLatin1Char('\n');
    }
    return text;
}

QString ScreenText::take() { return linesUpTo(m_screen.droppedLines() + m_screen.scrollbackLines()); }

void ScreenText::resize(int columns, int rows)
{
    m_screen.resize(columns, rows, std::span(&m_next, 1));
}

QString ScreenText::takeAll()
{
    qint64 end = m_screen.lines();
    while (end > 0 && m_screen.lineText(end - 1).trimmed().isEmpty())
        --end;
    return linesUpTo(m_screen.droppedLines() + end);
}

} // namespace holdpoint::cli
