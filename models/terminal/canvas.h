// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/area.h>
#include <models/terminal/charset.h>
#include <models/terminal/damage.h>
#include <models/terminal/decoration.h>
#include <models/terminal/grid.h>
#include <models/terminal/keyflags.h>
#include <models/terminal/limits.h>
#include <models/terminal/modes.h>
#include <models/terminal/position.h>
#include <models/terminal/scrollback.h>

#include <QByteArray>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace holdpoint::terminal {

/// Where and how the next character is written; what DECSC saves.
struct Cursor
{
    int row = 0;
    int column = 0;
    bool pendingWrap = false; ///< the last column was written; the next character wraps first
    bool origin = false;      ///< only in a saved cursor
    Attributes pen;
    Charsets charsets;
};

enum class Extent { ToEnd, ToStart, All };
/// What an erase function spares: ED, EL and ECH honour the protection of ISO 6429 (SPA), DECSED and DECSEL that of
/// DECSCA; whichever a host used last is the one in force.
enum class Erase { Normal, Selective, Everything };
enum class Protection { Always, Selective };

/// The two screens, the scrollback and everything that draws on them. Rows and columns count from 0.
///
/// Invariants: the cursor is on the grid; a wide character is never cut in two.
/// Not here: what bytes mean (Parser, Interpreter).
class Canvas
{
public:
    Canvas(int columns, int rows, const Limits &limits);
    /// For Screen::copy(): nothing is shared with the other.
    enum class Copy { Whole };
    Canvas(const Canvas &other, Copy);
    ~Canvas() = default;
    Canvas &operator=(const Canvas &) = delete;

    void printAscii(const char *text, int count);
    void print(char32_t code);
    /// The character before, while nothing but it came since.
    void repeatLast(int times);
    /// What is no text comes: nothing is there to be repeated.
    void endText() { m_last = 0; }

    void backspace();
    void tab(int times);
    void backTab(int times);
    void carriageReturn();
    void lineFeed();
    void reverseLineFeed();
    /// One column to the right or left; at a margin the page moves the other way (DECFI, DECBI).
    void forwardIndex();
    void backIndex();

    /// To a place as the host counts it: from the margins in origin mode.
    void moveTo(int row, int column);
    void moveToRow(int row);
    void moveToColumn(int column);
    /// Stops at the margins when it begins inside them.
    void moveVertically(int rows);
    void moveForward(int columns);
    void moveBackward(int columns);

    void eraseInLine(Extent extent, Erase what = Erase::Normal);
    void eraseInDisplay(Extent extent, Erase what = Erase::Normal);
    void eraseCharacters(int count);
    void insertCharacters(int count);
    void deleteCharacters(int count);
    void insertLines(int count);
    void deleteLines(int count);
    void insertColumns(int count);
    void deleteColumns(int count);
    void scrollUp(int count);
    void scrollDown(int count);
    void scrollLeft(int count);
    void scrollRight(int count);
    void fillWithE();
    void clearScrollback();

    /// An area as the host gives it: counted from the margins in origin mode, and cut to the page.
    [[nodiscard]] Area pageArea(int top, int left, int bottom, int right) const;
    void copyArea(const Area &from, int row, int column);
    void fillArea(const Area &area, char32_t code);
    void eraseArea(const Area &area);
    void eraseAreaSelectively(const Area &area);
    /// Whether what is printed from now on is protected, and from which functions.
    void protect(bool on, Protection from);
    /// Changes the look of an area's cells; as a stream, of all text from its first cell to its last.
    enum class Shape { Stream, Rectangle };
    template <class Change> void changeArea(const Area &area, Shape shape, const Change &change);
    /// DECRQCRA: the negated sum of an area's characters in 16 bits, blanks counting as spaces and looks not at all.
    [[nodiscard]] int checksum(const Area &area) const;

    void setMargins(int top, int bottom);
    /// Only while the mode allows left and right margins.
    void setSideMargins(int left, int right);
    void allowSideMargins(bool on);
    [[nodiscard]] const Area &margins() const { return m_margins; }
    void setTabStop();
    void clearTabStop();
    void clearTabStops();
    void setOrigin(bool on);
    void saveCursor();
    void restoreCursor();
    void showAlternate(bool on);
    void softReset();
    void reset();
    /// Positions in the text, dropped lines included, stay on it; those on the alternate screen stay in their cells.
    void resize(int columns, int rows, std::span<Position> followed = {});

    /// Changes what the program on this screen asks of the keyboard.
    template <class Change> void changeKeyFlags(const Change &change)
    {
        change(&m_keyFlags[m_isAlternate ? 1 : 0]);
        m_modes.keyFlags = m_keyFlags[m_isAlternate ? 1 : 0].current();
    }

    /// Here begins a prompt, or a command's output, says a shell that goes by this nonce.
    void markPromptStart(const QByteArray &nonce);
    void markOutputStart(const QByteArray &nonce);
    /// The shell whose command printed is gone, and with it the end of that output.
    void forgetOutput() { m_printing = 0; }
    /// Whose prompt was marked last; 0 before the first.
    [[nodiscard]] quint32 newestCommand() const { return m_newestCommand; }
    /// Remembers the cursor's place as the end of a prompt.
    void markPrompt() { m_prompt = Cursor{m_cursor}; }
    void forgetPrompt() { m_prompt.reset(); }
    [[nodiscard]] const std::optional<Cursor> &prompt() const { return m_prompt; }

    /// Drops shared clusters and links that no cell shows any more. To be called between slices of input.
    void collectGarbage();

    [[nodiscard]] Modes &modes() { return m_modes; }
    [[nodiscard]] const Modes &modes() const { return m_modes; }
    [[nodiscard]] Attributes &pen() { return m_cursor.pen; }
    [[nodiscard]] Charsets &charsets() { return m_cursor.charsets; }
    [[nodiscard]] const Cursor &cursor() const { return m_cursor; }
    [[nodiscard]] int reportedRow() const { return m_cursor.row - (m_modes.origin ? m_margins.top : 0); }
    [[nodiscard]] int reportedColumn() const { return m_cursor.column - (m_modes.origin ? m_margins.left : 0); }
    [[nodiscard]] bool isAlternate() const { return m_isAlternate; }
    [[nodiscard]] int columns() const { return m_grid->columns(); }
    [[nodiscard]] int rows() const { return m_grid->rows(); }
    [[nodiscard]] Grid &grid() { return *m_grid; }
    [[nodiscard]] const Grid &grid() const { return *m_grid; }
    [[nodiscard]] const Scrollback &scrollback() const { return m_scrollback; }
    [[nodiscard]] ClusterTable &clusters() const { return m_clusters; }
    [[nodiscard]] DecorationTable &decorations() { return m_decorations; }
    [[nodiscard]] const DecorationTable &decorations() const { return m_decorations; }
    /// What changed since the last call.
    [[nodiscard]] Damage takeDamage();

private:
    Canvas(const Canvas &) = default; // leaves m_grid on the other's
    void moveInRow(int column);
    void wrap();
    /// Where the text that is being written ends: behind the right margin, or the page's edge when it began outside.
    [[nodiscard]] int writeEnd() const { return m_cursor.column <= m_margins.right ? m_margins.right + 1 : columns(); }
    [[nodiscard]] bool hasFullWidth() const { return m_margins.left == 0 && m_margins.right == columns() - 1; }
    [[nodiscard]] bool isInsideMargins() const
    {
        return m_margins.holdsRow(m_cursor.row) && m_margins.holdsColumn(m_cursor.column);
    }
    void moveBackwardWrapping(int columns);
    void putRun(const char *text, int count);
    /// To be called before the text of a row changes. A shell draws its prompts anew and they stay prompts; what a command
    /// writes over one that was there before it is none any more, and no mark may stand beside it.
    void change(int row)
    {
        const quint32 command = m_grid->start(row).command;
        if (command > 0 && command <= m_printing)
            m_grid->setStart(row, {});
    }
    /// A row's text is gone from its beginning on: what comes there is not the rest of the line above.
    void endLineAbove(int row);
    void put(const Cell &cell, int width);
    /// Adds to the character left of the cursor; false when it begins one of its own.
    bool join(char32_t code);
    /// Of what was just printed; the cursor goes along.
    void setWidth(int column, int width);
    /// A wide character that would lose one half at [begin, end) loses both.
    void healEdges(int row, int begin, int end);
    void eraseCells(int row, int begin, int end, Erase what);
    /// Copies cells of one row to another, whole characters only.
    void copyCells(int fromRow, int fromColumn, int row, int column, int count);
    /// The line that the screen's first row is, dropped lines included.
    [[nodiscard]] qint64 firstRowLine() const { return m_scrollback.droppedRows() + m_scrollback.rows(); }
    /// The rows go to the history.
    void keepRows(int count);
    void scrollAreaUp(const Area &area, int count);
    void scrollAreaDown(const Area &area, int count);
    /// Moves the cells of the columns [begin, end) of a row; blanks come in.
    void shiftRight(int row, int begin, int end, int count);
    void shiftLeft(int row, int begin, int end, int count);
    [[nodiscard]] Color background() const { return m_cursor.pen.background; }
    void resetTabs();
    void resetMargins();
    void renumberClusters();
    void renumberDecorations();

    Modes m_modes;
    Grid m_primary;
    Grid m_alternate;
    Grid *m_grid = &m_primary;
    bool m_isAlternate = false;
    Scrollback m_scrollback;
    mutable ClusterTable m_clusters; // reading the scrollback may add to it
    DecorationTable m_decorations;
    int m_clusterLimit = 8192;
    int m_decorationLimit = 8192;

    Cursor m_cursor;
    Cursor m_savedPrimary;
    Cursor m_savedAlternate;
    std::array<KeyFlags, 2> m_keyFlags; // of the primary and the alternate screen
    quint32 m_newestCommand = 0;
    quint32 m_printing = 0; ///< the command whose output is under way; 0 while its shell is at a prompt
    QByteArray m_printingNonce;
    std::optional<Cursor> m_prompt;
    Area m_margins;
    std::vector<bool> m_tabs;
    Protection m_protection = Protection::Selective;
    char32_t m_last = 0; // for REP
    Damage m_damage;       ///< but for the rows, which the grid knows
    qint64 m_seenEnd = 0;  ///< one past the last line at the last takeDamage(), dropped lines included
};

template <class Change> void Canvas::changeArea(const Area &area, Shape shape, const Change &change)
{
    const bool whole = shape == Shape::Stream;
    const bool isNothing = area.isEmpty() && !(whole && area.bottom > area.top);
    for (int row = area.top; !isNothing && row <= area.bottom; ++row) {
        const int begin = whole && row > area.top ? 0 : area.left;
        const int end = whole && row < area.bottom ? columns() : area.right + 1;
        Cell *cells = m_grid->edit(row, end);
        for (int column = begin; column < end; ++column) {
            if (!whole || !cells[column].isBlank())
                change(cells[column].attributes);
        }
    }
}

} // namespace holdpoint::terminal
