// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/scrollback.h>

#include <algorithm>

namespace holdpoint::terminal {

namespace {

// Of a row that ends its line, what was never written says nothing.
std::span<const Cell> trimmed(std::span<const Cell> row, LineEnd end)
{
    std::size_t length = row.size();
    if (end == LineEnd::Wrap)
        return row.first(length > 0 && row[length - 1].isFiller() ? length - 1 : length);
    while (length > 0 && row[length - 1].isBlank() && row[length - 1].attributes.background == Color{})
        --length;
    return row.first(length);
}

} // namespace

void Scrollback::append(std::span<const Cell> row, LineEnd end, const LineStart &start, const ClusterTable &clusters)
{
    if (m_chunks.empty() || (m_chunks.back().isFull() && !m_chunks.back().isOpen())) {
        if (!m_chunks.empty()) {
            m_chunks.back().seal();
            m_sealedBytes += m_chunks.back().bytes();
        }
        m_chunks.emplace_back();
        while (m_chunks.size() > 1 && m_sealedBytes > m_byteLimit)
            dropOldest();
    }
    ScrollChunk &newest = m_chunks.back();
    std::span<const Cell> cells = trimmed(row, end);
    std::vector<Cell> filled;
    if (awaitsWide() && (row.empty() || !row.front().isWide())) {
        filled.resize(1);
        filled.insert(filled.end(), cells.begin(), cells.end());
        cells = filled;
    }
    m_awaitsWide = end == LineEnd::Wrap && !row.empty() && row.back().isFiller();
    m_rows -= newest.rows();
    newest.append(cells, end, start, clusters);
    m_rows += newest.rows();
}

void Scrollback::closeLine()
{
    if (!m_chunks.empty())
        m_chunks.back().closeLine();
}

void Scrollback::dropOldest()
{
    m_rows -= m_chunks.front().rows();
    m_droppedRows += m_chunks.front().rows();
    m_sealedBytes -= m_chunks.front().bytes();
    m_chunks.pop_front();
}

std::optional<Scrollback::Found> Scrollback::find(qint64 row) const
{
    for (const ScrollChunk &chunk : m_chunks) {
        if (row >= chunk.rows()) {
            row -= chunk.rows();
            continue;
        }
        int line = 0;
        for (; row >= chunk.rowsOf(line); ++line)
            row -= chunk.rowsOf(line);
        return Found{&chunk, line, static_cast<int>(row)};
    }
    return std::nullopt;
}

template <class IsAbove> bool Scrollback::Walk::advance(const IsAbove &isAbove)
{
    for (; m_chunk < m_scrollback->m_chunks.size(); ++m_chunk, m_place = 0) {
        if (m_place == 0 && isAbove(chunk().lines(), chunk().rows())) {
            m_line += chunk().lines();
            m_row += chunk().rows();
            continue;
        }
        for (; m_place < chunk().lines(); ++m_place, ++m_line) {
            if (!isAbove(1, rows()))
                return true;
            m_row += rows();
        }
    }
    return false;
}

bool Scrollback::Walk::toRow(qint64 row)
{
    if (row < m_row)
        *this = Walk(*m_scrollback);
    return advance([&](qint64, qint64 rows) { return m_row + rows <= row; });
}

bool Scrollback::Walk::toLine(qint64 line)
{
    if (line < m_line)
        *this = Walk(*m_scrollback);
    return advance([&](qint64 lines, qint64) { return m_line + lines <= line; });
}

std::vector<Cell> Scrollback::cellsOf(qint64 line, ClusterTable &clusters) const
{
    for (const ScrollChunk &chunk : m_chunks) {
        if (line < chunk.lines())
            return chunk.line(static_cast<int>(line), clusters);
        line -= chunk.lines();
    }
    return {};
}

LineStart Scrollback::start(qint64 row) const
{
    const std::optional<Found> place = find(row);
    return place && place->row == 0 ? place->chunk->start(place->line) : LineStart{};
}

qint64 Scrollback::markedAtOrBefore(qint64 row, LineMark mark) const
{
    qint64 end = m_rows;
    for (auto chunk = m_chunks.rbegin(); chunk != m_chunks.rend(); ++chunk) {
        qint64 begin = end - chunk->rows();
        if (begin > row) {
            end = begin;
            continue;
        }
        for (int line = chunk->lines() - 1; line >= 0; --line) {
            end -= chunk->rowsOf(line);
            if (end <= row && chunk->mark(line) == mark)
                return end;
        }
    }
    return -1;
}

qint64 Scrollback::markedAtOrAfter(qint64 row, LineMark mark) const
{
    qint64 begin = 0;
    for (const ScrollChunk &chunk : m_chunks) {
        if (begin + chunk.rows() <= row) {
            begin += chunk.rows();
            continue;
        }
        for (int line = 0; line < chunk.lines(); ++line) {
            if (begin >= row && chunk.mark(line) == mark)
                return begin;
            begin += chunk.rowsOf(line);
        }
    }
    return -1;
}

void Scrollback::visitMarks(const std::function<void(qint64 row, LineMark mark)> &visit) const
{
    qint64 row = 0;
    for (const ScrollChunk &chunk : m_chunks) {
        for (int line = 0; line < chunk.lines(); row += chunk.rowsOf(line), ++line) {
            if (chunk.mark(line) != LineMark::None)
                visit(row, chunk.mark(line));
        }
    }
}

std::vector<Cell> Scrollback::takeLast(ClusterTable &clusters, LineStart *start)
{
    if (m_chunks.empty())
        return {};
    ScrollChunk &newest = m_chunks.back();
    *start = newest.start(newest.lines() - 1);
    std::vector<Cell> cells = newest.line(newest.lines() - 1, clusters);
    m_rows -= newest.rows();
    newest.dropLast();
    m_rows += newest.rows();
    if (newest.lines() == 0) {
        m_chunks.pop_back();
        if (!m_chunks.empty())
            m_sealedBytes -= m_chunks.back().bytes();
    }
    return cells;
}

void Scrollback::clear()
{
    m_droppedRows += m_rows;
    m_chunks.clear();
    m_rows = 0;
    m_sealedBytes = 0;
}

void Scrollback::setColumns(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    m_rows = 0;
    for (ScrollChunk &chunk : m_chunks) {
        chunk.countRows(columns);
        m_rows += chunk.rows();
    }
}

qint64 Scrollback::lines() const
{
    qint64 lines = 0;
    for (const ScrollChunk &chunk : m_chunks)
        lines += chunk.lines();
    return lines;
}

qint64 Scrollback::bytes() const { return m_sealedBytes + (m_chunks.empty() ? 0 : m_chunks.back().bytes()); }

void Scrollback::visitRows(qint64 first, qint64 last, ClusterTable &clusters,
                           const std::function<void(std::span<const Cell> cells, bool wrapped)> &visit) const
{
    qint64 above = 0;
    for (auto chunk = m_chunks.begin(); chunk != m_chunks.end() && above <= last; ++chunk) {
        if (above + chunk->rows() <= first) {
            above += chunk->rows();
            continue;
        }
        for (int line = 0; line < chunk->lines() && above <= last; ++line) {
            const int rows = chunk->rowsOf(line);
            if (above + rows <= first) {
                above += rows;
                continue;
            }
            const std::vector<Cell> whole = chunk->line(line, clusters);
            const bool isOpen = chunk->isOpen() && line == chunk->lines() - 1;
            std::size_t begin = 0;
            for (int row = 0; row < rows && above <= last; ++row, ++above) {
                const std::size_t length = rowLength(whole, begin, m_columns);
                if (above >= first)
                    visit(std::span(whole).subspan(begin, length), row < rows - 1 || isOpen);
                begin += length;
            }
        }
    }
}

std::pair<qint64, qint64> Scrollback::rowsOfLine(qint64 row) const
{
    const std::optional<Found> place = find(row);
    const qint64 first = row - (place ? place->row : 0);
    return {first, first + (place ? place->chunk->rowsOf(place->line) - 1 : 0)};
}

void Scrollback::forgetDecorations()
{
    for (ScrollChunk &chunk : m_chunks)
        chunk.forgetDecorations();
}

} // namespace holdpoint::terminal
