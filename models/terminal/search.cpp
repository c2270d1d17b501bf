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

// Rows [first, last], which begin and end with whole lines.
Block rowsBlock(const Screen &screen, qint64 first, qint64 last)
{
    auto lines = std::make_shared<std::vector<std::vector<Cell>>>();
    auto rows = std::make_shared<std::vector<int>>();
    Block block;
    block.firstRow = first;
    bool continues = false;
    for (qint64 row = first; row <= last; ++row) {
        Line line = screen.line(row);
        if (!continues) {
            lines->emplace_back();
            rows->push_back(0);
            if (row > first)
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

/// Without its last line when that goes on in the screen, where it is searched whole.
Block chunkBlock(const ScrollChunk &chunk, qint64 firstRow)
{
    auto clusters = std::make_shared<ClusterTable>();
    Block block;
    const QByteArrayView lines = chunk.text();
    block.text = QString::fromUtf8(chunk.isOpen() ? lines.first(std::max<qsizetype>(0, lines.lastIndexOf('\n'))) : lines);
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

/// Visits the matches of a block in order until `visit` returns false.
template <class Visit>
bool visitMatches(const Block &block, int columns, const QRegularExpression &pattern, const Visit &visit)
{
    Locator locator(block, columns);
    QRegularExpressionMatchIterator matches = pattern.globalMatch(block.text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype lineEnd = block.text.indexOf(QLatin1Char('\n'), match.capturedStart());
        const qsizetype end = lineEnd < 0 ? match.capturedEnd() : std::min(match.capturedEnd(), lineEnd);
        if (end > match.capturedStart() && !visit(locator.locate(match.capturedStart(), end)))
            return false;
    }
    return true;
}

/// A stretch of rows [first, last] and how to get its text.
struct Stretch
{
    qint64 first = 0;
    qint64 last = 0;
    std::function<Block()> block;
};

std::vector<Stretch> stretchesOf(const Screen &screen)
{
    std::vector<Stretch> stretches;
    qint64 row = 0;
    for (const ScrollChunk &chunk : screen.scrollback().chunks()) {
        const qint64 open = chunk.isOpen() ? chunk.rowsOf(chunk.lines() - 1) : 0;
        const qint64 end = row + chunk.rows() - open;
        if (end > row)
            stretches.push_back({row, end - 1, [&chunk, row] { return chunkBlock(chunk, row); }});
        row = end;
    }
    stretches.push_back({row, screen.lines() - 1, [&screen, row] { return rowsBlock(screen, row, screen.lines() - 1); }});
    return stretches;
}

QRegularExpression byLine(QRegularExpression pattern)
{
    pattern.setPatternOptions(pattern.patternOptions() | QRegularExpression::MultilineOption);
    return pattern;
}

} // namespace

std::optional<Match> search(const Screen &screen, const QRegularExpression &pattern, Position start,
                            SearchDirection direction)
{
    const bool forward = direction == SearchDirection::Forward;
    std::vector<Stretch> stretches = stretchesOf(screen);
    if (!forward)
        std::reverse(stretches.begin(), stretches.end());
    for (const Stretch &stretch : stretches) {
        if (forward ? stretch.last < start.line : stretch.first > start.line)
            continue;
        std::optional<Match> found;
        visitMatches(stretch.block(), screen.columns(), byLine(pattern), [&](const Match &match) {
            if (forward ? match.from > start : match.from < start)
                found = match;
            return !(forward && found);
        });
        if (found)
            return found;
    }
    return std::nullopt;
}

MatchCount countMatches(const Screen &screen, const QRegularExpression &pattern, std::optional<Position> current,
                        int most)
{
    MatchCount count;
    for (const Stretch &stretch : stretchesOf(screen)) {
        const bool all = visitMatches(stretch.block(), screen.columns(), byLine(pattern), [&](const Match &match) {
            count.isMore = count.total == most;
            if (count.isMore)
                return false;
            ++count.total;
            if (match.from == current)
                count.current = count.total;
            return true;
        });
        if (!all)
            break;
    }
    return count;
}

std::vector<Match> matchesIn(const Screen &screen, const QRegularExpression &pattern, qint64 first, qint64 last)
{
    qint64 begin = first;
    while (begin > 0 && screen.line(begin - 1).wrapped)
        --begin;
    qint64 end = last;
    while (end < screen.lines() - 1 && screen.line(end).wrapped)
        ++end;
    std::vector<Match> matches;
    visitMatches(rowsBlock(screen, begin, end), screen.columns(), byLine(pattern), [&](const Match &match) {
        if (match.to.line >= first && match.from.line <= last)
            matches.push_back(match);
        return true;
    });
    return matches;
}

} // namespace holdpoint::terminal
