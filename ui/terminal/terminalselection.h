// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/position.h>

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace holdpoint::terminal {
class Screen;
}

namespace holdpoint::ui {

struct TerminalColors;

/// What a person has selected.
///
/// Invariants: positions count dropped lines too (line + Screen::droppedLines()), so that the selection stays on its
/// text while output scrolls. The second position is exclusive.
class TerminalSelection
{
public:
    enum class Unit { Character, Word, Line };

    void start(const terminal::Screen &screen, terminal::Position at, Unit unit, terminal::SelectionShape shape);
    void extend(const terminal::Screen &screen, terminal::Position to);
    void selectAll(const terminal::Screen &screen);
    /// The lines [first, last].
    void selectLines(const terminal::Screen &screen, qint64 first, qint64 last);
    void clear() { m_anchor.reset(); }
    /// Every position kept here, to be moved when lines wrap anew.
    [[nodiscard]] std::vector<terminal::Position *> positions();
    /// Whether it was begun above the line.
    [[nodiscard]] bool beginsAbove(const terminal::Screen &screen, qint64 line) const;

    [[nodiscard]] bool isEmpty() const
    {
        const bool isBlock = m_shape == terminal::SelectionShape::Block;
        return !m_anchor || (isBlock ? m_from.column == m_to.column : m_from == m_to);
    }
    [[nodiscard]] terminal::SelectionShape shape() const { return m_shape; }
    [[nodiscard]] QString text(const terminal::Screen &screen) const;
    /// The same as HTML, in these colours.
    [[nodiscard]] QString html(const terminal::Screen &screen, const TerminalColors &colors) const;
    /// Columns [begin, end) of a line that are selected; begin == end when none are.
    [[nodiscard]] std::pair<int, int> columnsOf(const terminal::Screen &screen, qint64 line) const;
    /// Whether one of the screen's lines from `first` to `last` is in it.
    [[nodiscard]] bool touches(const terminal::Screen &screen, qint64 first, qint64 last) const;

private:
    struct Span
    {
        terminal::Position from;
        terminal::Position to;
    };
    [[nodiscard]] static Span wordAround(const terminal::Screen &screen, terminal::Position at);
    [[nodiscard]] Span around(const terminal::Screen &screen, terminal::Position at) const;

    std::optional<Span> m_anchor;
    terminal::Position m_from;
    terminal::Position m_to;
    Unit m_unit = Unit::Character;
    terminal::SelectionShape m_shape = terminal::SelectionShape::Stream;
};

} // namespace holdpoint::ui
