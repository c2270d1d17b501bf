// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/search.h>

#include <models/terminal/screen.h>
#include <models/terminal/scrollback.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace holdpoint::terminal {

namespace {

// Lines in one piece: a chunk of the scrollback, or the screen. Searching whole pieces is what makes it fast.
struct Block
{
    QString text; // lines with a line feed between them
    qint64 firstRow = 0;
    std::function<int(int line)> rowsOf;
    std::function<std::vector<Cell>(int line)> cellsOf;
    std::function<QString(const Cell &cell)> textOf;
};

// Turns offsets in a block's text, in rising order, into positions.
class Locator
{
public:
    Locator(const Block &block, int columns) : m_block(block), m_columns(columns), m_row(block.firstRow) {}

    Match locate(qsizetype begin, qsizetype end)
    {
        for (qsizetype next = m_block.text.indexOf(QLatin1Char('\n'), m_lineBegin); next >= 0 && next < begin;
             next = m_block.text.indexOf(QLatin1Char('\n'), m_lineBegin)) {
            m_row += m_block.rowsOf(m_line++);
            m_lineBegin = next + 1;
            m_cellsLine = -1;
        }
        if (m_cellsLine != m_line) {
            m_cells = m_block.cellsOf(m_line);
            m_cellsLine = m_line;
        }
        return {place(begin - m_lineBegin), place(end - m_lineBegin)};
    }

private:
    Position place(qsizetype offset) const
    {
        Position position{m_row, 0};
        std::size_t cell = 0;
        while (cell < m_cells.size() && offset > 0)
            offset -= m_block.textOf(m_cells[cell++]).size();
        std::size_t begin = 0;
        for (std::size_t length = rowLength(m_cells, 0, m_columns); begin + length <= cell && length > 0
             && begin + length < m_cells.size();
             length = rowLength(m_cells, begin, m_columns)) {
            begin += length;
            ++position.line;
        }
        position.column = static_cast<int>(cell - begin);
        return position;
    }

    const Block &m_block;
    int m_columns;
    qint64 m_row;
    int m_line = 0;
    qsizetype m_lineBegin = 0;
    int m_cellsLine = -1;
    std::vector<Cell> m_cells;
};

Block screenBlock(const Screen &screen)
{
    auto lines = std::make_shared<std::vector<std::vector<Cell>>>();
    auto rows = std::make_shared<std::vector<int>>();
    Block block;
    block.firstRow = screen.scrollbackLines();
    bool continues = false;
    for (qint64 row = block.firstRow; row < screen.lines(); ++row) {
        Line line = screen.line(row);
        if (!continues) {
            lines->emplace_back();
            rows->push_back(0);
            if (row > block.firstRow)
                block.text += QLatin1Char('\n');
        }
        if (line.wrapped && !line.cells.empty() && line.cells.back().isFiller())
            line.cells.pop_back();
        for (const Cell &cell : line.cells)
            block.text += screen.cellText(cell);
        lines->back().insert(lines->back().end(), line.cells.begin(), line.cells.end());
        ++rows->back();
        continues = line.wrapped;
    }
    block.rowsOf = [rows](int line) { return (*rows)[static_cast<std::size_t>(line)]; };
    block.cellsOf = [lines](int line) { return (*lines)[static_cast<std::size_t>(line)]; };
    block.textOf = [&screen](const Cell &cell) { return screen.cellText(cell); };
    return block;
}

Block chunkBlock(const ScrollChunk &chunk, qint64 firstRow)
{
    auto clusters = std::make_shared<ClusterTable>();
    Block block;
    block.text = QString::fromUtf8(chunk.text());
    block.firstRow = firstRow;
    block.rowsOf = [&chunk](int line) { return chunk.rowsOf(line); };
    block.cellsOf = [&chunk, clusters](int line) { return chunk.line(line, *clusters); };
    block.textOf = [clusters](const Cell &cell) {
        if (cell.isSpacer())
            return QString();
        if (!cell.isCluster()) {
            const char32_t code = cell.code();
            return QString::fromUcs4(&code, 1);
        }
        const std::u32string &text = clusters->at(cell.clusterIndex());
        return QString::fromUcs4(text.data(), static_cast<qsizetype>(text.size()));
    };
    return block;
}

std::optional<Match> searchBlock(const Block &block, int columns, const QRegularExpression &pattern, Position start,
                                 SearchDirection direction)
{
    Locator locator(block, columns);
    std::optional<Match> last;
    QRegularExpressionMatchIterator matches = pattern.globalMatch(block.text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype lineEnd = block.text.indexOf(QLatin1Char('\n'), match.capturedStart());
        const qsizetype end = lineEnd < 0 ? match.capturedEnd() : std::min(match.capturedEnd(), lineEnd);
        if (end <= match.capturedStart())
            continue;
        const Match found = locator.locate(match.capturedStart(), end);
        if (direction == SearchDirection::Forward && found.from > start)
            return found;
        if (direction == SearchDirection::Backward && found.from < start)
            last = found;
    }
    return last;
}

} // namespace

std::optional<Match> search(const Screen &screen, const QRegularExpression &pattern, Position start,
                            SearchDirection direction)
{
    QRegularExpression byLine(pattern);
    byLine.setPatternOptions(pattern.patternOptions() | QRegularExpression::MultilineOption);
    std::vector<std::function<Block()>> blocks;
    std::vector<std::pair<qint64, qint64>> spans; // rows [first, last] of each
    qint64 row = 0;
    for (const ScrollChunk &chunk : screen.scrollback().chunks()) {
        blocks.emplace_back([&chunk, row] { return chunkBlock(chunk, row); });
        spans.emplace_back(row, row + chunk.rows() - 1);
        row += chunk.rows();
    }
    blocks.emplace_back([&screen] { return screenBlock(screen); });
    spans.emplace_back(row, screen.lines() - 1);
    const bool forward = direction == SearchDirection::Forward;
    for (std::size_t count = 0; count < blocks.size(); ++count) {
        const std::size_t index = forward ? count : blocks.size() - 1 - count;
        if (forward ? spans[index].second < start.line : spans[index].first > start.line)
            continue;
        if (const auto match = searchBlock(blocks[index](), screen.columns(), byLine, start, direction))
            return match;
    }
    return std::nullopt;
}

} // namespace holdpoint::terminal
