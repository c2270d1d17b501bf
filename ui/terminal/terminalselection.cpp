// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/terminalselection.h>

#include <models/terminal/screen.h>
#include <models/terminal/wholecharacters.h>
#include <ui/terminal/coloredtext.h>

#include <algorithm>

namespace holdpoint::ui {

using terminal::Position;
using terminal::Screen;
using terminal::SelectionShape;

namespace {

Position stable(const Screen &screen, Position at) { return {at.line + screen.droppedLines(), at.column}; }
Position current(const Screen &screen, Position at) { return {at.line - screen.droppedLines(), at.column}; }

// What a double click takes: what paths, hosts, addresses and options are made of.
bool isWordCharacter(const QString &text)
{
    if (text.isEmpty())
        return true; // the second half of a wide character
    const QChar first = text.front();
    return first.isLetterOrNumber() || first.isSurrogate() || first.isMark()
        || QStringLiteral("_-./~:@%+#=,?&").contains(first);
}

} // namespace

/// Over the rows that the line wraps into, too.
TerminalSelection::Span TerminalSelection::wordAround(const Screen &screen, Position at)
{
    constexpr int mostRows = 64; // to each side: a row of the history costs as much as its whole line
    const auto sizeOf = [](const terminal::Line &line) { return static_cast<int>(line.cells.size()); };
    const auto isWord = [&](const terminal::Line &line, int column) {
        return column >= 0 && column < sizeOf(line)
            && isWordCharacter(screen.cellText(line.cells[static_cast<std::size_t>(column)]));
    };
    terminal::Line line = screen.line(at.line);
    if (!isWord(line, at.column))
        return {at, {at.line, at.column + 1}};
    Position begin = at;
    Position end = at;
    for (terminal::Line right = line; isWord(right, end.column);) {
        while (isWord(right, end.column))
            ++end.column;
        terminal::Line below = screen.line(end.line + 1);
        if (end.column < sizeOf(right) || !right.wrapped || !isWord(below, 0) || end.line - at.line == mostRows)
            break;
        right = std::move(below);
        end = {end.line + 1, 0};
    }
    for (;;) {
        while (isWord(line, begin.column - 1))
            --begin.column;
        if (begin.column > 0 || begin.line <= screen.firstLine() || at.line - begin.line == mostRows)
            break;
        line = screen.line(begin.line - 1);
        if (!line.wrapped || !isWord(line, sizeOf(line) - 1))
            break;
        begin = {begin.line - 1, sizeOf(line)};
    }
    return {begin, end};
}

TerminalSelection::Span TerminalSelection::around(const Screen &screen, Position at) const
{
    if (m_unit == Unit::Line) {
        const auto [first, last] = screen.wrappedWith(at.line);
        return {{first, 0}, {last, screen.columns()}};
    }
    return m_unit == Unit::Character ? Span{at, at} : wordAround(screen, at);
}

void TerminalSelection::start(const Screen &screen, Position at, Unit unit, SelectionShape shape)
{
    m_unit = unit;
    m_shape = shape;
    const Span span = around(screen, at);
    m_anchor = Span{stable(screen, span.from), stable(screen, span.to)};
    m_from = m_anchor->from;
    m_to = m_anchor->to;
}

void TerminalSelection::extend(const Screen &screen, Position to)
{
    if (!m_anchor)
        return;
    const Span span = around(screen, to);
    const Position from = stable(screen, span.from);
    const Position end = stable(screen, span.to);
    if (m_shape == SelectionShape::Block) {
        m_from = m_anchor->from;
        m_to = end;
        return;
    }
    m_from = std::min(m_anchor->from, from);
    m_to = std::max(m_anchor->to, end);
}

void TerminalSelection::selectAll(const Screen &screen) { selectLines(screen, screen.firstLine(), screen.lines() - 1); }

void TerminalSelection::selectLines(const Screen &screen, qint64 first, qint64 last)
{
    m_unit = Unit::Character;
    m_shape = SelectionShape::Stream;
    m_from = stable(screen, {first, 0});
    m_to = stable(screen, {last, screen.columns()});
    m_anchor = Span{m_from, m_to};
}

std::vector<Position *> TerminalSelection::positions()
{
    if (!m_anchor)
        return {};
    return {&m_anchor->from, &m_anchor->to, &m_from, &m_to};
}

bool TerminalSelection::beginsAbove(const Screen &screen, qint64 line) const
{
    return m_anchor && current(screen, m_anchor->from).line < line;
}

std::pair<int, int> TerminalSelection::columnsOf(const Screen &screen, qint64 line) const
{
    if (isEmpty())
        return {0, 0};
    const Position from = current(screen, m_from);
    const Position to = current(screen, m_to);
    if (line < std::min(from.line, to.line) || line > std::max(from.line, to.line))
        return {0, 0};
    const std::vector<terminal::Cell> cells = screen.line(line).cells;
    if (m_shape == SelectionShape::Block)
        return terminal::wholeCharacters(cells, std::min(from.column, to.column), std::max(from.column, to.column));
    return terminal::wholeCharacters(cells, line == from.line ? from.column : 0,
                                     line == to.line ? to.column : screen.columns());
}

bool TerminalSelection::touches(const Screen &screen, qint64 first, qint64 last) const
{
    if (isEmpty())
        return false;
    const qint64 from = std::min(m_from.line, m_to.line) - screen.droppedLines();
    const qint64 to = std::max(m_from.line, m_to.line) - screen.droppedLines();
    return from <= last && to >= first;
}

QString TerminalSelection::text(const Screen &screen) const
{
    return isEmpty() ? QString() : screen.text(current(screen, m_from), current(screen, m_to), m_shape);
}

QString TerminalSelection::html(const Screen &screen, const TerminalColors &colors) const
{
    return isEmpty() ? QString() : coloredText(screen, current(screen, m_from), current(screen, m_to), m_shape, colors);
}

} // namespace holdpoint::ui
