// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/reflow.h>

#include <models/terminal/canvas.h>

#include <algorithm>
#include <deque>

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
    LineMark mark = LineMark::None; ///< of a line's first row
};

/// A line as its host wrote it.
struct Line
{
    std::vector<Cell> cells;
    LineMark mark = LineMark::None;
};

class Reflow
{
public:
    Reflow(Scrollback *scrollback, ClusterTable &clusters, int columns, int rows)
        : m_scrollback(scrollback), m_clusters(clusters), m_columns(columns), m_rows(rows)
    {
    }

    void gather(const Grid &grid, const std::vector<Cursor *> &tracked);
    void wrapLines();
    void fillFromScrollback();
    [[nodiscard]] Grid build();
    void place(const std::vector<Cursor *> &tracked) const;

private:
    void joinScrollback();
    void wrapLine(const Line &line, std::vector<Row> *rows) const;
    [[nodiscard]] int pushOverflow();
    [[nodiscard]] std::pair<int, int> newPlace(const Place &place) const;

    Scrollback *m_scrollback;
    ClusterTable &m_clusters;
    int m_columns;
    int m_rows;
    bool m_wasFull = false;
    int m_pushed = 0;
    int m_fromScrollback = 0;            // rows that came back
    std::deque<Line> m_lines;            // addresses must stay: rows are views of them
    std::vector<int> m_firstRow;         // of each line of the screen, in m_wrapped
    std::vector<Row> m_wrapped;
    std::vector<Place> m_places;
};

void Reflow::gather(const Grid &grid, const std::vector<Cursor *> &tracked)
{
    int last = tracked.front()->row;
    for (int row = last + 1; row < grid.rows(); ++row) {
        if (grid.used(row) > 0)
            last = row;
    }
    m_wasFull = last == grid.rows() - 1;
    m_places.resize(tracked.size());
    bool startsLine = true;
    for (int row = 0; row <= last; ++row) {
        if (startsLine)
            m_lines.push_back({{}, grid.mark(row)});
        std::vector<Cell> &line = m_lines.back().cells;
        for (std::size_t index = 0; index < tracked.size(); ++index) {
            const Cursor &cursor = *tracked[index];
            if (cursor.row == row || (row == last && cursor.row > last))
                m_places[index] = {static_cast<int>(m_lines.size()) - 1,
                                   static_cast<int>(line.size()) + cursor.column + (cursor.pendingWrap ? 1 : 0)};
        }
        const bool wrapped = grid.isWrapped(row) && row < last;
        const std::span<const Cell> cells = grid.row(row);
        std::size_t length = wrapped ? cells.size() : static_cast<std::size_t>(grid.used(row));
        if (length > 0 && cells[length - 1].isFiller())
            --length;
        line.insert(line.end(), cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(length));
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
    const std::vector<Cell> head = m_scrollback->takeLast(m_clusters, &first.mark);
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
                         begin == 0 ? line.mark : LineMark::None});
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
        line.cells = m_scrollback->takeLast(m_clusters, &line.mark);
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
        m_scrollback->append(row.cells, row.wrapped ? LineEnd::Wrap : LineEnd::Break, row.mark, m_clusters);
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
        grid.setMark(row, from.mark);
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
            const std::vector<Cursor *> &tracked)
{
    Reflow work(scrollback, clusters, columns, rows);
    scrollback->setColumns(columns);
    work.gather(*grid, tracked);
    work.wrapLines();
    work.fillFromScrollback();
    *grid = work.build();
    work.place(tracked);
}

} // namespace holdpoint::terminal
