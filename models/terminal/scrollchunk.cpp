// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/scrollchunk.h>

#include <models/terminal/charwidth.h>
#include <models/terminal/utf8.h>

#include <algorithm>

namespace holdpoint::terminal {

namespace {

void appendUtf8(std::string *text, char32_t code)
{
    const auto put = [text](char32_t byte) { text->push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xc0 | (code >> 6));
        put(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        put(0xe0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3f));
        put(0x80 | (code & 0x3f));
    } else {
        put(0xf0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3f));
        put(0x80 | ((code >> 6) & 0x3f));
        put(0x80 | (code & 0x3f));
    }
}

// A mark joins the last character; the scrollback holds only what was a cell, so there is one.
void appendMark(std::vector<Cell> *cells, char32_t code, ClusterTable &clusters)
{
    auto last = std::find_if_not(cells->rbegin(), cells->rend(), [](const Cell &cell) { return cell.isSpacer(); });
    if (last == cells->rend())
        return;
    std::u32string cluster = last->isCluster() ? clusters.at(last->clusterIndex()) : std::u32string(1, last->code());
    cluster.push_back(code);
    last->setCluster(clusters.intern(cluster));
}

} // namespace

std::size_t rowLength(std::span<const Cell> line, std::size_t begin, int columns)
{
    const std::size_t length = std::min(line.size() - begin, static_cast<std::size_t>(columns));
    const bool cutsWide = length > 1 && begin + length < line.size() && line[begin + length].isSpacer();
    return cutsWide ? length - 1 : length;
}

std::size_t ScrollChunk::bytesInUse() const
{
    return m_text.size() + m_runs.size() * sizeof(Run) + m_lines.size() * sizeof(Line)
           + m_attributes.size() * sizeof(Attributes);
}

qint64 ScrollChunk::bytes() const
{
    const std::size_t held = m_text.capacity() + m_runs.capacity() * sizeof(Run) + m_lines.capacity() * sizeof(Line)
                             + m_commands.capacity() * sizeof(Command) + m_attributes.capacity() * sizeof(Attributes);
    return static_cast<qint64>(held);
}

std::size_t ScrollChunk::textBegin(int line) const { return line == 0 ? 0 : at(line - 1).textEnd + 1; }
std::size_t ScrollChunk::runsBegin(int line) const { return line == 0 ? 0 : at(line - 1).runsEnd; }

void ScrollChunk::openLine()
{
    if (!m_lines.empty())
        m_text.push_back('\n');
    Line line;
    line.textEnd = static_cast<quint32>(m_text.size());
    line.runsEnd = static_cast<quint32>(m_runs.size());
    m_lines.push_back(line);
}

void ScrollChunk::append(std::span<const Cell> row, LineEnd end, const LineStart &start, const ClusterTable &clusters)
{
    const bool begins = !isOpen();
    if (begins)
        openLine();
    Line &line = m_lines.back();
    if (begins)
        line.mark = static_cast<quint16>(start.mark) & 3u;
    if (begins && start.command != 0)
        m_commands.push_back({lines() - 1, start.command});
    appendRuns(row, &line);
    appendText(row, &line, clusters);
    line.columns = static_cast<quint16>(line.columns + row.size()) & 0x3fffu;
    line.rows = (line.rows + 1u) & 0x3fffu;
    line.open = end == LineEnd::Wrap && line.columns < longestLine ? 1 : 0;
    ++m_rows;
}

quint16 ScrollChunk::number(const Attributes &attributes)
{
    // The newest are looked at first: output alternates between few looks.
    const auto found = std::find(m_attributes.rbegin(), m_attributes.rend(), attributes);
    if (found != m_attributes.rend())
        return static_cast<quint16>(m_attributes.rend() - found - 1);
    constexpr std::size_t most = 512;
    if (m_attributes.size() == most) // a rainbow: better the default look than a slow search
        return 0;
    m_attributes.push_back(attributes);
    return static_cast<quint16>(m_attributes.size() - 1);
}

void ScrollChunk::appendRuns(std::span<const Cell> row, Line *line)
{
    std::size_t covered = 0;
    for (std::size_t run = runsBegin(lines() - 1); run < m_runs.size(); ++run)
        covered += m_runs[run].columns;
    std::size_t end = row.size();
    while (end > 0 && row[end - 1].attributes == Attributes{})
        --end;
    if (end > 0 && covered < line->columns)
        m_runs.push_back({static_cast<quint16>(line->columns - covered), 0});
    for (std::size_t begin = 0; begin < end;) {
        std::size_t after = begin + 1;
        while (after < end && row[after].attributes == row[begin].attributes)
            ++after;
        m_runs.push_back({static_cast<quint16>(after - begin), number(row[begin].attributes)});
        begin = after;
    }
    line->runsEnd = static_cast<quint32>(m_runs.size());
}

void ScrollChunk::appendText(std::span<const Cell> row, Line *line, const ClusterTable &clusters)
{
    const std::size_t begin = m_text.size();
    m_text.resize(begin + row.size());
    std::size_t plain = 0; // most rows are ASCII from end to end
    for (; plain < row.size() && row[plain].isAscii(); ++plain)
        m_text[begin + plain] = row[plain].isBlank() ? ' ' : static_cast<char>(row[plain].code());
    m_text.resize(begin + plain);
    for (const Cell &cell : row.subspan(plain)) {
        if (cell.isAscii()) {
            m_text.push_back(cell.isBlank() ? ' ' : static_cast<char>(cell.code()));
        } else if (cell.isSpacer()) {
            line->hasWide = 1;
        } else if (cell.isCluster()) {
            for (const char32_t code : clusters.at(cell.clusterIndex()))
                appendUtf8(&m_text, code);
        } else {
            appendUtf8(&m_text, cell.code());
        }
    }
    line->textEnd = static_cast<quint32>(m_text.size());
}

std::vector<Cell> ScrollChunk::line(int line, ClusterTable &clusters) const
{
    std::vector<Cell> cells;
    cells.reserve(at(line).columns);
    const auto *text = reinterpret_cast<const quint8 *>(m_text.data());
    const quint8 *end = text + at(line).textEnd;
    for (text += textBegin(line); text < end;) {
        char32_t code = *text;
        text += code < 0x80 ? 1 : Utf8Decoder::decodeWhole(text, end, &code);
        const int width = charWidth(code);
        if (width == 0) {
            appendMark(&cells, code, clusters);
            continue;
        }
        cells.emplace_back(code, Attributes{});
        if (width == 2) {
            cells.back().setWide();
            cells.push_back(Cell::spacer({}));
        }
    }
    std::size_t column = 0;
    for (std::size_t run = runsBegin(line); run < at(line).runsEnd; ++run) {
        const std::size_t after = std::min(column + m_runs[run].columns, cells.size());
        for (; column < after; ++column)
            cells[column].attributes = m_attributes[m_runs[run].attributes];
    }
    return cells;
}

int ScrollChunk::measuredRows(int line, int columns) const
{
    const int length = static_cast<int>(at(line).columns);
    if (length <= columns)
        return 1;
    if (!at(line).hasWide)
        return (length + columns - 1) / columns;
    ClusterTable unused;
    const std::vector<Cell> cells = this->line(line, unused);
    int rows = 0;
    for (std::size_t begin = 0; begin < cells.size(); ++rows)
        begin += rowLength(cells, begin, columns);
    return rows;
}

void ScrollChunk::countRows(int columns)
{
    m_rows = 0;
    for (int line = 0; line < lines(); ++line) {
        const int rows = measuredRows(line, columns);
        m_lines[static_cast<std::size_t>(line)].rows = static_cast<quint16>(rows) & 0x3fffu;
        m_rows += rows;
    }
}

void ScrollChunk::dropLast()
{
    const int last = lines() - 1;
    m_rows -= rowsOf(last);
    m_text.resize(last == 0 ? 0 : textBegin(last) - 1);
    m_runs.resize(runsBegin(last));
    m_lines.pop_back();
    if (!m_commands.empty() && m_commands.back().line == last)
        m_commands.pop_back();
}

LineStart ScrollChunk::start(int line) const
{
    const auto found = std::ranges::lower_bound(m_commands, line, {}, &Command::line);
    return {mark(line), found != m_commands.end() && found->line == line ? found->number : 0};
}

void ScrollChunk::seal()
{
    m_text.shrink_to_fit();
    m_runs.shrink_to_fit();
    m_lines.shrink_to_fit();
    m_commands.shrink_to_fit();
    m_attributes.shrink_to_fit();
}

void ScrollChunk::forgetDecorations()
{
    for (Attributes &attributes : m_attributes)
        attributes.decoration = 0;
}

} // namespace holdpoint::terminal
