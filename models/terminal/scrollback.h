// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/decoration.h>
#include <models/terminal/scrollchunk.h>

#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace holdpoint::terminal {

/// The lines that left the top of the screen.
///
/// Kept as the lines the host wrote, not as rows of the screen: at another width they wrap anew, at no cost until they
/// are looked at. Trimmed UTF-8 with runs of attributes, in chunks that are dropped whole, oldest first, when all
/// together pass the limit.
///
/// Invariants: rows() counts rows at the width last set; bytes() <= limit + one chunk.
class Scrollback
{
public:
    Scrollback(qint64 byteLimit, int columns) : m_byteLimit(byteLimit), m_columns(columns) {}

    /// Adds a row of the screen; when the newest line is open, the row continues it.
    void append(std::span<const Cell> row, LineEnd end, const LineStart &start, const ClusterTable &clusters);
    /// Whether the newest line goes on in the next row appended.
    [[nodiscard]] bool isOpen() const { return !m_chunks.empty() && m_chunks.back().isOpen(); }
    /// Whether the newest line is open and its last row one column short, because a wide character follows that did not fit. Where
    /// something else follows, that column is a blank of the line.
    [[nodiscard]] bool awaitsWide() const { return m_awaitsWide && isOpen(); }
    /// What comes next is no part of the newest line, though that was too long for its row.
    void closeLine();
    /// Takes the newest line away, as unwrapped cells.
    [[nodiscard]] std::vector<Cell> takeLast(ClusterTable &clusters, LineStart *start);
    /// Of a row that begins a line; nothing of others.
    [[nodiscard]] LineStart start(qint64 row) const;
    /// The nearest row at or before (or after) `row` that begins a line with the mark; -1 when there is none.
    [[nodiscard]] qint64 markedAtOrBefore(qint64 row, LineMark mark) const;
    [[nodiscard]] qint64 markedAtOrAfter(qint64 row, LineMark mark) const;
    void visitMarks(const std::function<void(qint64 row, LineMark mark)> &visit) const;
    void clear();
    void setColumns(int columns);

    [[nodiscard]] qint64 rows() const { return m_rows; }
    [[nodiscard]] qint64 lines() const;
    [[nodiscard]] qint64 bytes() const;
    /// Rows that fell out at the old end so far: row numbers shift by as much.
    [[nodiscard]] qint64 droppedRows() const { return m_droppedRows; }

    /// The rows [first, last], counted from the oldest, in order and padded with nothing; `wrapped` tells whether a row's line goes
    /// on. Each line is decoded once.
    void visitRows(qint64 first, qint64 last, ClusterTable &clusters,
                   const std::function<void(std::span<const Cell> cells, bool wrapped)> &visit) const;
    /// The first and the last row of the line that a row is of; behind the newest the row itself.
    [[nodiscard]] std::pair<qint64, qint64> rowsOfLine(qint64 row) const;
    /// The decorations' numbers are about to change: lines keep their text and colours only.
    void forgetDecorations();

    [[nodiscard]] const std::deque<ScrollChunk> &chunks() const { return m_chunks; }

    [[nodiscard]] std::vector<Cell> cellsOf(qint64 line, ClusterTable &clusters) const;

    /// From line to line, whose numbers stay when the width changes: to go on costs what is between, to go back begins anew. The
    /// history must not change meanwhile.
    class Walk
    {
    public:
        explicit Walk(const Scrollback &scrollback) : m_scrollback(&scrollback) {}

        /// To the line that a row is of; false, and nowhere, behind the newest.
        bool toRow(qint64 row);
        bool toLine(qint64 line);
        /// Counted from the oldest.
        [[nodiscard]] qint64 line() const { return m_line; }
        [[nodiscard]] qint64 firstRow() const { return m_row; }
        [[nodiscard]] int rows() const { return chunk().rowsOf(m_place); }
        [[nodiscard]] bool isOpen() const { return chunk().isOpen() && m_place == chunk().lines() - 1; }
        [[nodiscard]] std::vector<Cell> cells(ClusterTable &clusters) const { return chunk().line(m_place, clusters); }

    private:
        [[nodiscard]] const ScrollChunk &chunk() const { return m_scrollback->m_chunks[m_chunk]; }
        template <class IsAbove> bool advance(const IsAbove &isAbove);

        const Scrollback *m_scrollback;
        std::size_t m_chunk = 0;
        int m_place = 0; // in the chunk
        qint64 m_line = 0;
        qint64 m_row = 0;
    };

private:
    struct Found
    {
        const ScrollChunk *chunk;
        int line; ///< of the chunk
        int row;  ///< of the line
    };

    /// Where a row is; nothing behind the newest.
    [[nodiscard]] std::optional<Found> find(qint64 row) const;
    void dropOldest();

    qint64 m_byteLimit;
    int m_columns;
    qint64 m_rows = 0;
    qint64 m_droppedRows = 0;
    qint64 m_sealedBytes = 0; // of all chunks but the newest
    bool m_awaitsWide = false;
    std::deque<ScrollChunk> m_chunks;
};

} // namespace holdpoint::terminal
