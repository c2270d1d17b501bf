// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/cell.h>
#include <models/terminal/commandoutcome.h>
#include <models/terminal/damage.h>
#include <models/terminal/decoration.h>
#include <models/terminal/event.h>
#include <models/terminal/limits.h>
#include <models/terminal/linestart.h>
#include <models/terminal/modes.h>
#include <models/terminal/palette.h>
#include <models/terminal/permissions.h>
#include <models/terminal/position.h>
#include <models/terminal/theme.h>
#include <models/terminal/windowrequest.h>

#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace holdpoint::terminal {

class Scrollback;

/// One row of text, from the scrollback or the screen. It may be shorter than the screen is wide.
struct Line
{
    std::vector<Cell> cells;
    bool wrapped = false; ///< goes on in the next row
};

/// A terminal without a window: bytes from a host in, a grid of cells, answers and events out.
///
/// Lines are numbered from the oldest kept in the scrollback; the screen's rows follow: row r of the screen is line
/// scrollbackLines() + r. When old lines are dropped, all numbers shift by what droppedLines() grew.
///
/// Thread: one at a time; in the application the GUI thread.
/// Invariants: any split of the stream gives the same screen. Memory is bounded by Limits whatever a host sends.
/// What a host may learn is fixed texts and numbers (CONTROLS.md); nothing it sent comes back.
/// Not here: painting (ui/terminal), keys to bytes (keyboard.h), redaction (before feed()).
class Screen
{
public:
    explicit Screen(int columns, int rows, const Limits &limits = {}, const Permissions &permissions = {});
    ~Screen();
    Q_DISABLE_COPY_MOVE(Screen)

    /// The same screen once more, scrollback and unfinished sequences included: what is fed to either from now on does the same
    /// to it. Costs what the scrollback holds.
    [[nodiscard]] std::unique_ptr<Screen> copy() const;

    void feed(QByteArrayView bytes);
    /// The same, but no further than the end of the first shell mark. How many bytes that were.
    [[nodiscard]] qsizetype feedThroughMark(QByteArrayView bytes);
    /// What to send to the host now.
    [[nodiscard]] QByteArray takeReplies();
    /// Only where the permissions allow them.
    [[nodiscard]] std::vector<WindowRequest> takeWindowRequests();
    /// The colours the window paints in; a host that asks is told these.
    void setTheme(const Theme &theme);
    /// What a host has set in place of the theme's colours.
    [[nodiscard]] const Palette &palette() const;
    /// In stream order. Take them after each slice of at most 64 KiB, so that none is lost.
    [[nodiscard]] std::vector<Event> takeEvents();
    [[nodiscard]] Damage takeDamage();
    /// Lines of the primary screen wrap anew. `followed` positions stay on their text; they count dropped lines too, so that
    /// one whose line was dropped stays below droppedLines().
    void resize(int columns, int rows, std::span<Position> followed = {});

    [[nodiscard]] int columns() const;
    [[nodiscard]] int rows() const;
    [[nodiscard]] int cursorRow() const;
    [[nodiscard]] int cursorColumn() const;
    [[nodiscard]] bool cursorVisible() const { return modes().cursorVisible; }
    [[nodiscard]] CursorShape cursorShape() const { return modes().cursorShape; }

    [[nodiscard]] const Modes &modes() const;
    /// Whether text comes out as it does on a new screen: no look, ASCII, within no margins.
    [[nodiscard]] bool printsPlainly() const;
    [[nodiscard]] bool alternateScreen() const;
    [[nodiscard]] bool bracketedPaste() const { return modes().bracketedPaste; }
    [[nodiscard]] bool applicationCursorKeys() const { return modes().applicationCursorKeys; }
    [[nodiscard]] bool synchronisedOutput() const { return modes().synchronisedOutput; }

    /// A cell of the screen, and whether its row's line goes on in the next row.
    [[nodiscard]] const Cell &cell(int row, int column) const;
    [[nodiscard]] bool isWrapped(int row) const;
    /// The cell's character with its combining marks; a space for a blank, nothing for the second half of a wide one.
    [[nodiscard]] QString cellText(const Cell &cell) const;
    /// The same, added to a text.
    void appendText(const Cell &cell, QString *text) const;
    /// The link and underline colour of a cell.
    [[nodiscard]] const Decoration &decoration(const Cell &cell) const;

    [[nodiscard]] qint64 scrollbackLines() const;
    /// Lines that were dropped from the old end since the screen was made.
    [[nodiscard]] qint64 droppedLines() const;
    [[nodiscard]] qint64 lines() const { return scrollbackLines() + rows(); }
    /// The first one that belongs to what is shown: the history is the primary screen's.
    [[nodiscard]] qint64 firstLine() const { return alternateScreen() ? scrollbackLines() : 0; }
    /// Valid until the next feed() or resize().
    [[nodiscard]] Line line(qint64 line) const;
    /// The lines [first, last] in order; a long line of the history costs no more for the many rows it wraps into.
    void visitLines(qint64 first, qint64 last, const std::function<void(const Line &line)> &visit) const;
    /// The first and the last of the lines that one line of text wraps into, of which this is one.
    [[nodiscard]] std::pair<qint64, qint64> wrappedWith(qint64 line) const;
    [[nodiscard]] QString lineText(qint64 line) const;
    [[nodiscard]] QStringList visibleLines() const;
    /// The text between two positions, the second exclusive. Rows of one wrapped line are joined. A block of no width is empty.
    [[nodiscard]] QString text(Position from, Position to, SelectionShape shape = SelectionShape::Stream) const;
    /// Its cells in order, with a null where a line ends. A cell is good for as long as it is visited.
    void visitText(Position from, Position to, SelectionShape shape,
                   const std::function<void(const Cell *cell)> &visit) const;
    [[nodiscard]] const Scrollback &scrollback() const;
    [[nodiscard]] LineMark mark(qint64 line) const;
    /// The nearest line at or before (or after) `line` that begins with the mark; -1 when there is none.
    [[nodiscard]] qint64 markedAtOrBefore(qint64 line, LineMark mark) const;
    [[nodiscard]] qint64 markedAtOrAfter(qint64 line, LineMark mark) const;
    /// All lines that begin with a mark, in order.
    void visitMarks(const std::function<void(qint64 line, LineMark mark)> &visit) const;

    /// The command of the prompt marked last, numbered from 1; 0 before the first prompt.
    [[nodiscard]] quint32 newestCommand() const;
    /// The shell whose command printed is gone: what comes is no output of it any more.
    void forgetOutput();
    /// To be told by who knows it: the marks of the stream alone are anybody's, and set none. The oldest are forgotten first.
    void setOutcome(quint32 command, const CommandOutcome &outcome);
    /// Of the command whose prompt begins with the line.
    [[nodiscard]] std::optional<CommandOutcome> outcome(qint64 line) const;

    /// Whether the cursor left the place where the last prompt ended (OSC 133;B): something was typed, or runs, or
    /// there never was a prompt to compare with.
    [[nodiscard]] bool cursorMovedSincePrompt() const;

private:
    struct Parts;
    explicit Screen(std::unique_ptr<Parts> parts);

    [[nodiscard]] LineStart start(qint64 line) const;
    [[nodiscard]] Line lineOfRow(int row) const;
    /// The cells of [begin, end) that are text.
    [[nodiscard]] static std::span<const Cell> textCells(const Line &line, int begin, int end);

    std::unique_ptr<Parts> m_parts;
};

} // namespace holdpoint::terminal
