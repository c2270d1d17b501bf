// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/scrollchunk.h>

#include <models/terminal/charwidth.h>
#include <models/terminal/grapheme.h>
#include <models/terminal/utf8.h>

#include <algorithm>
#include <array>

namespace holdpoint::terminal {

namespace {

void appendUtf8(std::string *text, char32_t code)
{
    std::array<char, 4> bytes;
    std::size_t length = 0;
    const auto put = [&](char32_t byte) { bytes[length++] = static_cast<char>(byte); };
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
    text->append(bytes.data(), length);
}

std::u32string_view textOf(const Cell &cell, const ClusterTable &clusters, char32_t *single)
{
    if (cell.isCluster())
        return clusters.at(cell.clusterIndex());
    *single = cell.isBlank() || cell.isFiller() ? U' ' : cell.code();
    return {single, 1};
}

bool joinsLast(const Cell &last, char32_t code, const ClusterTable &clusters)
{
    char32_t single = 0;
    return joinsCluster(textOf(last, clusters, &single), code);
}

/// Makes cells of text.
class CellWriter
{
public:
    CellWriter(std::vector<Cell> *cells, ClusterTable &clusters)
        : m_cells(cells)
        , m_clusters(clusters)
    {
    }

    void write(char32_t code)
    {
        if (m_cells->empty() || code < 0x80 || joiningOf(code) == Joining::Never || !join(code))
            append(code, charWidth(code) == 2);
    }
    /// Whatever is before it, and as wide as is said.
    void begin(char32_t code, bool wide)
    {
        append(code, wide);
        m_hasGivenWidth = true;
    }

private:
    void append(char32_t code, bool wide)
    {
        m_hasGivenWidth = false;
        m_cells->emplace_back(code, Attributes{});
        setWide(wide);
    }
    bool join(char32_t code)
    {
        Cell &last = lastCell();
        char32_t single = 0;
        std::u32string cluster(textOf(last, m_clusters, &single));
        if (!joinsCluster(cluster, code))
            return false;
        cluster.push_back(code);
        last.setCluster(m_clusters.intern(cluster));
        if (!m_hasGivenWidth)
            setWide(clusterWidth(cluster) == 2);
        return true;
    }
    [[nodiscard]] Cell &lastCell()
    {
        return m_cells->back().isSpacer() ? *std::prev(m_cells->end(), 2) : m_cells->back();
    }
    void setWide(bool wide)
    {
        Cell &last = lastCell();
        if (last.isWide() == wide)
            return;
        last.setWide(wide);
        if (wide)
            m_cells->push_back(Cell::spacer({}));
        else
            m_cells->pop_back();
    }

    std::vector<Cell> *m_cells;
    ClusterTable &m_clusters;
    bool m_hasGivenWidth = false;
};

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
           + m_attributes.size() * sizeof(Attributes) + m_seams.size() * sizeof(Seam);
}

qint64 ScrollChunk::bytes() const
{
    const std::size_t held = m_text.capacity() + m_runs.capacity() * sizeof(Run) + m_lines.capacity() * sizeof(Line)
                             + m_commands.capacity() * sizeof(Command) + m_attributes.capacity() * sizeof(Attributes)
                             + m_seams.capacity() * sizeof(Seam);
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
    appendText(row, end, &line, clusters);
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
    if (m_attributes.size() == mostLooks) // one line of rainbow: better the default look than a slow search
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

void ScrollChunk::appendText(std::span<const Cell> row, LineEnd end, Line *line, const ClusterTable &clusters)
{
    while (end == LineEnd::Break && !row.empty() && (row.back().isBlank() || row.back().isFiller()))
        row = row.first(row.size() - 1);
    const std::size_t begin = m_text.size();
    m_text.resize(begin + row.size());
    std::size_t plain = 0; // most rows are ASCII from end to end
    for (; plain < row.size() && row[plain].isAscii(); ++plain)
        m_text[begin + plain] = row[plain].isBlank() ? ' ' : static_cast<char>(row[plain].code());
    m_text.resize(begin + plain);
    const bool continues = begin > textBegin(lines() - 1); // behind a row whose last cell is not looked at again
    const Cell *before = plain > 0 ? &row[plain - 1] : nullptr;
    for (const Cell &cell : row.subspan(plain)) {
        if (cell.isSpacer()) {
            line->hasWide = 1;
            continue;
        }
        if (cell.isAscii()) {
            m_text.push_back(cell.isBlank() ? ' ' : static_cast<char>(cell.code()));
        } else {
            appendCell(cell, before, continues, clusters);
        }
        before = &cell;
    }
    line->textEnd = static_cast<quint32>(m_text.size());
}

void ScrollChunk::appendCell(const Cell &cell, const Cell *before, bool continues, const ClusterTable &clusters)
{
    char32_t single = 0;
    const std::u32string_view text = textOf(cell, clusters, &single);
    const CharTraits first = traitsOf(text.front());
    const int width = text.size() == 1 ? first.width : clusterWidth(text);
    const bool joins = before ? first.joining != Joining::Never && joinsLast(*before, text.front(), clusters) : continues;
    if (joins || width != (cell.isWide() ? 2 : 1))
        m_seams.push_back({static_cast<quint32>(m_text.size()), cell.isWide()});
    for (const char32_t code : text)
        appendUtf8(&m_text, code);
}

std::vector<Cell> ScrollChunk::line(int line, ClusterTable &clusters) const
{
    std::vector<Cell> cells;
    cells.reserve(at(line).columns);
    const auto *begin = reinterpret_cast<const quint8 *>(m_text.data());
    const quint8 *end = begin + at(line).textEnd;
    auto seam = std::ranges::lower_bound(m_seams, textBegin(line), {}, &Seam::at);
    CellWriter writer(&cells, clusters);
    for (const quint8 *text = begin + textBegin(line); text < end;) {
        const bool isSeam = seam != m_seams.end() && begin + seam->at == text;
        char32_t code = *text;
        text += code < 0x80 ? 1 : Utf8Decoder::decodeWhole(text, end, &code);
        if (isSeam)
            writer.begin(code, (seam++)->wide);
        else
            writer.write(code);
    }
    cells.resize(std::max<std::size_t>(cells.size(), at(line).columns));
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

void ScrollChunk::closeLine()
{
    if (isOpen())
        m_lines.back().open = 0;
}

void ScrollChunk::dropLast()
{
    const int last = lines() - 1;
    m_rows -= rowsOf(last);
    m_text.resize(last == 0 ? 0 : textBegin(last) - 1);
    m_runs.resize(runsBegin(last));
    while (!m_seams.empty() && m_seams.back().at >= m_text.size())
        m_seams.pop_back();
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
    m_seams.shrink_to_fit();
    m_commands.shrink_to_fit();
    m_attributes.shrink_to_fit();
}

void ScrollChunk::forgetDecorations()
{
    for (Attributes &attributes : m_attributes)
        attributes.decoration = 0;
}

} // namespace holdpoint::terminal
