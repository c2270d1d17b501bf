// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/reflow.h>

#include <models/terminal/canvas.h>

#include <algorithm>
#include <deque>
#include <tuple>

namespace holdpoint::terminal {

namespace {

struct Place
{
    int line = 0;
    int offset = 0;
};

struct Row
{
    std::span<const Cell> cells;
    bool wrapped = false;
    LineStart start; ///< of a line's first row
};

/// A line as its host wrote it.
struct Line
{
    std::vector<Cell> cells;
    LineStart start;
};

/// Where a followed position is: a line of scrollback and screen together, and how many cells are before it.
struct Followed
{
    qint64 line = -1; ///< counted from the oldest kept; -1 where the text is gone
    int offset = 0;
    bool isBehindEnd = false; ///< behind the last column of the line's last row
};

class Reflow
{
public:
    Reflow(const Grid &grid, Scrollback *scrollback, ClusterTable &clusters, int columns, int rows)
        : m_scrollback(scrollback)
        , m_clusters(clusters)
        , m_columns(columns)
        , m_rows(rows)
        , m_lacksColumn(scrollback->awaitsWide() && !grid.at(0, 0).isWide())
    {
    }

    /// To be called while all has the old width. Positions in order cost one way through the history.
    void findFollowed(const Grid &grid, int last, std::span<const Position> followed);
    void gather(const Grid &grid, int last, const std::vector<Cursor *> &tracked);
    void wrapLines();
    /// To be called before rows move between scrollback and screen.
    void placeFollowed(std::span<Position> followed) const;
    void fillFromScrollback();
    [[nodiscard]] Grid build();
    void place(const std::vector<Cursor *> &tracked) const;

private:
    [[nodiscard]] Followed findInHistory(Scrollback::Walk *walk, qint64 row, int column, int columns) const;
    [[nodiscard]] Followed findOnScreen(const Grid &grid, int last, int row, int column) const;
    /// The open line of the history, without what the screen has of it.
    [[nodiscard]] std::vector<Cell> headOf(qint64 line) const;
    void joinScrollback();
    void wrapLine(const Line &line, std::vector<Row> *rows) const;
    [[nodiscard]] int pushOverflow();
    [[nodiscard]] std::pair<int, int> newPlace(const Place &place) const;

    Scrollback *m_scrollback;
    ClusterTable &m_clusters;
    int m_columns;
    int m_rows;
    bool m_lacksColumn; ///< the last row of the history is a column short, and no wide character follows
    bool m_wasFull = false;
    int m_pushed = 0;
    int m_fromScrollback = 0;            // rows that came back
    std::deque<Line> m_lines;            // addresses must stay: rows are views of them
    std::vector<int> m_firstRow;         // of each line of the screen, in m_wrapped
    std::vector<Row> m_wrapped;
    std::vector<Place> m_places;
    std::vector<Followed> m_followed;
};

/// The last row that holds anything.
int lastRow(const Grid &grid, const Cursor &cursor)
{
    int last = cursor.row;
    for (int row = last + 1; row < grid.rows(); ++row) {
        if (grid.used(row) > 0)
            last = row;
    }
    return last;
}

std::span<const Cell> cellsOf(const Grid &grid, int row, bool wrapped)
{
    const std::span<const Cell> cells = grid.row(row);
    if (wrapped)
        return cells.first(cells.size() - (grid.endsInFiller(row) ? 1 : 0));
    return cells.first(static_cast<std::size_t>(grid.used(row)));
}

Followed Reflow::findInHistory(Scrollback::Walk *walk, qint64 row, int column, int columns) const
{
    if (!walk->toRow(row))
        return {};
    if (walk->rows() == 1 && !walk->isOpen())
        return {walk->line(), column, column >= columns};
    const std::vector<Cell> cells = walk->cells(m_clusters);
    std::size_t begin = 0;
    for (qint64 above = walk->firstRow(); above < row; ++above)
        begin += rowLength(cells, begin, columns);
    const std::size_t length = rowLength(cells, begin, columns);
    const bool goesOn = begin + length < cells.size() || walk->isOpen();
    return {walk->line(), static_cast<int>(begin) + (goesOn ? std::min(column, static_cast<int>(length)) : column),
            !goesOn && column >= columns};
}

Followed Reflow::findOnScreen(const Grid &grid, int last, int row, int column) const
{
    Followed found{m_scrollback->lines() - (m_scrollback->isOpen() ? 1 : 0), 0, false};
    if (m_scrollback->isOpen()) // the first line began above
        found.offset = static_cast<int>(headOf(found.line).size());
    for (int above = 0; above < std::min(row, last); ++above) {
        const bool wrapped = grid.isWrapped(above);
        found.offset = wrapped ? found.offset + static_cast<int>(cellsOf(grid, above, true).size()) : 0;
        found.line += wrapped ? 0 : 1;
    }
    if (row > last)
        column = grid.columns();
    const bool goesOn = row < last && grid.isWrapped(row);
    found.offset += goesOn ? std::min(column, static_cast<int>(cellsOf(grid, row, true).size())) : column;
    found.isBehindEnd = !goesOn && column >= grid.columns();
    return found;
}

std::vector<Cell> Reflow::headOf(qint64 line) const
{
    std::vector<Cell> cells = m_scrollback->cellsOf(line, m_clusters);
    if (m_lacksColumn)
        cells.emplace_back();
    return cells;
}

void Reflow::findFollowed(const Grid &grid, int last, std::span<const Position> followed)
{
    Scrollback::Walk walk(*m_scrollback);
    for (const Position &position : followed) {
        const qint64 row = position.line - m_scrollback->droppedRows();
        const qint64 onScreen = std::min<qint64>(row - m_scrollback->rows(), grid.rows());
        if (row < 0)
            m_followed.push_back({});
        else if (onScreen < 0)
            m_followed.push_back(findInHistory(&walk, row, position.column, grid.columns()));
        else
            m_followed.push_back(findOnScreen(grid, last, static_cast<int>(onScreen), position.column));
    }
}

void Reflow::placeFollowed(std::span<Position> followed) const
{
    const qint64 lines = m_scrollback->lines();
    Scrollback::Walk walk(*m_scrollback);
    for (std::size_t index = 0; index < followed.size(); ++index) {
        const Followed &from = m_followed[index];
        if (from.line < 0)
            continue;
        qint64 row = m_scrollback->rows();
        int offset = from.offset;
        if (const qint64 onScreen = from.line - lines; onScreen >= 0) {
            const auto [place, rest] = newPlace({static_cast<int>(onScreen), offset});
            row += place;
            offset = rest;
        } else if (walk.toLine(from.line)) {
            row = walk.firstRow();
            std::vector<Row> rows;
            const Line line{walk.rows() > 1 ? walk.cells(m_clusters) : std::vector<Cell>{}, {}};
            wrapLine(line, &rows);
            for (const Row &part : rows) {
                if (!part.wrapped || offset < static_cast<int>(part.cells.size()))
                    break;
                offset -= static_cast<int>(part.cells.size());
                ++row;
            }
        }
        followed[index] = {row + m_scrollback->droppedRows(),
                           from.isBehindEnd ? m_columns : std::min(offset, m_columns)};
    }
}

void Reflow::gather(const Grid &grid, int last, const std::vector<Cursor *> &tracked)
{
    m_wasFull = last == grid.rows() - 1;
    m_places.resize(tracked.size());
    bool startsLine = true;
    for (int row = 0; row <= last; ++row) {
        if (startsLine)
            m_lines.push_back({{}, grid.start(row)});
        std::vector<Cell> &line = m_lines.back().cells;
        for (std::size_t index = 0; index < tracked.size(); ++index) {
            const Cursor &cursor = *tracked[index];
            if (cursor.row == row || (row == last && cursor.row > last))
                m_places[index] = {static_cast<int>(m_lines.size()) - 1,
                                   static_cast<int>(line.size()) + cursor.column + (cursor.pendingWrap ? 1 : 0)};
        }
        const bool wrapped = grid.isWrapped(row) && row < last;
        const std::span<const Cell> cells = cellsOf(grid, row, wrapped);
        line.insert(line.end(), cells.begin(), cells.end());
        if (!line.empty() && line.back().isFiller())
            line.back() = Cell::blank(line.back().attributes.background);
        startsLine = !wrapped;
    }
    joinScrollback();
}

// The screen's first row may continue a line whose beginning has already left the screen.
void Reflow::joinScrollback()
{
    if (!m_scrollback->isOpen())
        return;
    Line &first = m_lines.front();
    std::vector<Cell> head = headOf(m_scrollback->lines() - 1);
    std::ignore = m_scrollback->takeLast(m_clusters, &first.start);
    first.cells.insert(first.cells.begin(), head.begin(), head.end());
    for (Place &place : m_places) {
        if (place.line == 0)
            place.offset += static_cast<int>(head.size());
    }
}

void Reflow::wrapLine(const Line &line, std::vector<Row> *rows) const
{
    const std::span<const Cell> cells(line.cells);
    std::size_t begin = 0;
    do {
        const std::size_t length = rowLength(cells, begin, m_columns);
        rows->push_back({cells.subspan(begin, length), begin + length < cells.size(),
                         begin == 0 ? line.start : LineStart{}});
        begin += length;
    } while (begin < cells.size());
}

void Reflow::wrapLines()
{
    for (const Line &line : m_lines) {
        m_firstRow.push_back(static_cast<int>(m_wrapped.size()));
        wrapLine(line, &m_wrapped);
    }
}

void Reflow::fillFromScrollback()
{
    while (m_wasFull && static_cast<int>(m_wrapped.size()) < m_rows && m_scrollback->rows() > 0) {
        std::vector<Row> rows;
        Line &line = m_lines.emplace_back();
        line.cells = m_scrollback->takeLast(m_clusters, &line.start);
        wrapLine(m_lines.back(), &rows);
        m_fromScrollback += static_cast<int>(rows.size());
        m_wrapped.insert(m_wrapped.begin(), rows.begin(), rows.end());
    }
}

std::pair<int, int> Reflow::newPlace(const Place &place) const
{
    const auto line = static_cast<std::size_t>(place.line);
    int row = m_firstRow[line] + m_fromScrollback;
    int offset = place.offset;
    while (m_wrapped[static_cast<std::size_t>(row)].wrapped) {
        const int length = static_cast<int>(m_wrapped[static_cast<std::size_t>(row)].cells.size());
        if (offset < length)
            break;
        offset -= length;
        ++row;
    }
    return {row, offset};
}

int Reflow::pushOverflow()
{
    const int overflow = static_cast<int>(m_wrapped.size()) - m_rows;
    const int pushed = std::clamp(overflow, 0, newPlace(m_places.front()).first);
    for (int index = 0; index < pushed; ++index) {
        const Row &row = m_wrapped[static_cast<std::size_t>(index)];
        m_scrollback->append(row.cells, row.wrapped ? LineEnd::Wrap : LineEnd::Break, row.start, m_clusters);
    }
    return pushed;
}

Grid Reflow::build()
{
    m_pushed = pushOverflow();
    Grid grid(m_columns, m_rows);
    const int count = std::min(m_rows, static_cast<int>(m_wrapped.size()) - m_pushed);
    for (int row = 0; row < count; ++row) {
        const Row &from = m_wrapped[static_cast<std::size_t>(row) + static_cast<std::size_t>(m_pushed)];
        const int length = static_cast<int>(from.cells.size());
        const bool needsFiller = from.wrapped && length < m_columns;
        Cell *to = grid.edit(row, length + (needsFiller ? 1 : 0));
        std::copy(from.cells.begin(), from.cells.end(), to);
        if (needsFiller)
            to[length] = Cell::filler({});
        grid.setWrapped(row, from.wrapped);
        grid.setStart(row, from.start);
    }
    return grid;
}

void Reflow::place(const std::vector<Cursor *> &tracked) const
{
    for (std::size_t index = 0; index < tracked.size(); ++index) {
        const auto [row, offset] = newPlace(m_places[index]);
        Cursor *cursor = tracked[index];
        cursor->row = std::clamp(row - m_pushed, 0, m_rows - 1);
        cursor->column = std::min(offset, m_columns - 1);
        cursor->pendingWrap = offset == m_columns;
    }
}

} // namespace

void reflow(Grid *grid, Scrollback *scrollback, ClusterTable &clusters, int columns, int rows,
            const std::vector<Cursor *> &tracked, std::span<Position> followed)
{
    Reflow work(*grid, scrollback, clusters, columns, rows);
    const int last = lastRow(*grid, *tracked.front());
    work.findFollowed(*grid, last, followed);
    scrollback->setColumns(columns);
    work.gather(*grid, last, tracked);
    work.wrapLines();
    work.placeFollowed(followed);
    work.fillFromScrollback();
    *grid = work.build();
    work.place(tracked);
}

} // namespace holdpoint::terminal
