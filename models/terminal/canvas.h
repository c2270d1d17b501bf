// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/charset.h>
#include <models/terminal/decoration.h>
#include <models/terminal/grid.h>
#include <models/terminal/limits.h>
#include <models/terminal/modes.h>
#include <models/terminal/scrollback.h>

#include <optional>
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
enum class Erase { Everything, Unprotected };

/// The two screens, the scrollback and everything that draws on them. Rows and columns count from 0.
///
/// Invariants: the cursor is on the grid; a wide character is never cut in two.
/// Not here: what bytes mean (Parser, Interpreter).
class Canvas
{
public:
    Canvas(int columns, int rows, const Limits &limits);
    Q_DISABLE_COPY_MOVE(Canvas)

    void printAscii(const char *text, int count);
    void print(char32_t code);
    void repeatLast(int times);

    void backspace();
    void tab(int times);
    void backTab(int times);
    void carriageReturn() { moveInRow(0); }
    void lineFeed();
    void reverseLineFeed();

    /// To a place as the host counts it: from the margins in origin mode.
    void moveTo(int row, int column);
    void moveToColumn(int column) { moveInRow(column); }
    void moveVertically(int rows);
    void moveHorizontally(int columns) { moveInRow(m_cursor.column + columns); }

    void eraseInLine(Extent extent, Erase what = Erase::Everything);
    void eraseInDisplay(Extent extent, Erase what = Erase::Everything);
    void eraseCharacters(int count);
    void insertCharacters(int count);
    void deleteCharacters(int count);
    void insertLines(int count);
    void deleteLines(int count);
    void scrollUp(int count);
    void scrollDown(int count);
    void fillWithE();
    void clearScrollback();

    void setMargins(int top, int bottom);
    void setTabStop();
    void clearTabStop();
    void clearTabStops();
    void setOrigin(bool on);
    void saveCursor();
    void restoreCursor();
    void showAlternate(bool on);
    void softReset();
    void reset();
    void resize(int columns, int rows);

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
    [[nodiscard]] int reportedRow() const { return m_cursor.row - (m_modes.origin ? m_top : 0); }
    [[nodiscard]] bool isAlternate() const { return m_isAlternate; }
    [[nodiscard]] int columns() const { return m_grid->columns(); }
    [[nodiscard]] int rows() const { return m_grid->rows(); }
    [[nodiscard]] Grid &grid() { return *m_grid; }
    [[nodiscard]] const Grid &grid() const { return *m_grid; }
    [[nodiscard]] const Scrollback &scrollback() const { return m_scrollback; }
    [[nodiscard]] ClusterTable &clusters() const { return m_clusters; }
    [[nodiscard]] DecorationTable &decorations() { return m_decorations; }
    [[nodiscard]] const DecorationTable &decorations() const { return m_decorations; }
    /// Lines the whole screen moved up since the last call.
    [[nodiscard]] int takeScrolled();

private:
    void moveInRow(int column);
    void wrap();
    void putRun(const char *text, int count);
    void put(const Cell &cell, int width);
    void combine(char32_t code);
    /// A wide character that would lose one half at [begin, end) loses both.
    void healEdges(int row, int begin, int end);
    void eraseCells(int row, int begin, int end, Erase what);
    void scrollRegionUp(int top, int count);
    void shiftRight(int count);
    [[nodiscard]] Color background() const { return m_cursor.pen.background; }
    [[nodiscard]] bool isInsideMargins() const { return m_cursor.row >= m_top && m_cursor.row <= m_bottom; }
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
    std::optional<Cursor> m_prompt;
    int m_top = 0;
    int m_bottom;
    std::vector<bool> m_tabs;
    char32_t m_last = 0; // for REP
    int m_scrolled = 0;
};

} // namespace holdpoint::terminal
