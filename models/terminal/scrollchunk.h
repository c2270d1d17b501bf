// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/cell.h>
#include <models/terminal/decoration.h>
#include <models/terminal/linestart.h>

#include <QByteArrayView>

#include <span>
#include <string>
#include <vector>

namespace holdpoint::terminal {

enum class LineEnd { Break, Wrap };

/// A stretch of scrollback: about 256 KiB of lines.
///
/// Format: all text as UTF-8 with a line feed between lines, so that a search can run over it as it is; runs of
/// (columns, number in the chunk's own attribute table), the default look at a line's end left out; one record a line. Where the
/// text begins a cell is told by the text itself (UAX #29), and where it was otherwise, by a seam.
class ScrollChunk
{
public:
    /// Of bytes or of looks; a row more still fits.
    [[nodiscard]] bool isFull() const { return bytesInUse() >= targetBytes || m_attributes.size() >= targetLooks; }
    [[nodiscard]] bool isOpen() const { return !m_lines.empty() && m_lines.back().open; }
    [[nodiscard]] int lines() const { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] qint64 bytes() const;
    /// Rows of the whole chunk at the width last counted.
    [[nodiscard]] qint64 rows() const { return m_rows; }
    [[nodiscard]] int rowsOf(int line) const { return at(line).rows; }
    void countRows(int columns);

    /// Adds one row of a screen as wide as rows were last counted at.
    void append(std::span<const Cell> row, LineEnd end, const LineStart &start, const ClusterTable &clusters);
    [[nodiscard]] LineMark mark(int line) const { return static_cast<LineMark>(at(line).mark); }
    [[nodiscard]] LineStart start(int line) const;
    [[nodiscard]] std::vector<Cell> line(int line, ClusterTable &clusters) const;
    /// The newest line does not go on.
    void closeLine();
    void dropLast();
    void seal();
    void forgetDecorations();

    /// All lines, with a line feed between them.
    [[nodiscard]] QByteArrayView text() const { return {m_text.data(), static_cast<qsizetype>(m_text.size())}; }

private:
    struct Line
    {
        quint32 textEnd = 0;
        quint32 runsEnd = 0;
        quint16 columns : 14 = 0;
        quint16 mark : 2 = 0;
        quint16 rows : 14 = 0;
        quint16 open : 1 = 0;    ///< goes on in the next row appended
        quint16 hasWide : 1 = 0; ///< rows cannot be counted by division
    };
    struct Run
    {
        quint16 columns;
        quint16 attributes;
    };

    /// A cell that begins here though its text would join the one before, or is not as wide as its text tells.
    struct Seam
    {
        quint32 at; ///< in the text
        bool wide;
    };

    struct Command
    {
        int line;
        quint32 number;
    };

    static constexpr std::size_t targetBytes = 256 * 1024;
    static constexpr std::size_t targetLooks = 512; // they are searched one by one
    static constexpr std::size_t mostLooks = 2 * targetLooks;
    static constexpr int longestLine = 12 * 1024; // columns; a longer one is broken

    [[nodiscard]] std::size_t bytesInUse() const;
    [[nodiscard]] std::size_t textBegin(int line) const;
    [[nodiscard]] std::size_t runsBegin(int line) const;
    [[nodiscard]] int measuredRows(int line, int columns) const;
    [[nodiscard]] const Line &at(int line) const { return m_lines[static_cast<std::size_t>(line)]; }
    void openLine();
    void appendRuns(std::span<const Cell> row, Line *line);
    /// Blanks behind a line's last character are cells of the line, but no text.
    void appendText(std::span<const Cell> row, LineEnd end, Line *line, const ClusterTable &clusters);
    /// `before` is the cell in front of it in this row; without one `continues` says whether there is one in the row above.
    void appendCell(const Cell &cell, const Cell *before, bool continues, const ClusterTable &clusters);
    [[nodiscard]] quint16 number(const Attributes &attributes);

    std::string m_text;
    std::vector<Run> m_runs;
    std::vector<Line> m_lines;
    std::vector<Command> m_commands; // of the prompts, by line
    std::vector<Seam> m_seams;       // in their order
    std::vector<Attributes> m_attributes{Attributes{}};
    qint64 m_rows = 0;
};

/// How many cells from `begin` fit a row of `columns`: a wide character is never cut in two.
[[nodiscard]] std::size_t rowLength(std::span<const Cell> line, std::size_t begin, int columns);

} // namespace holdpoint::terminal
