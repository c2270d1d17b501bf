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
    std::function<std::vector<Cell>(int line)> cellsOf; ///< to be asked for once
    std::function<QString(const Cell &cell)> textOf;    ///< of a cluster
};

qsizetype lineEnd(const QString &text, qsizetype offset)
{
    const qsizetype end = text.indexOf(QLatin1Char('\n'), offset);
    return end < 0 ? text.size() : end;
}

/// Turns offsets in a block's text, in rising order, into positions: it goes on where it got to, since a line may be long and
/// have many matches.
class Locator
{
public:
    Locator(const Block &block, int columns)
        : m_block(block), m_columns(columns), m_row(block.firstRow), m_lineEnd(lineEnd(block.text, 0))
    {
    }

    Match locate(qsizetype begin, qsizetype end)
    {
        enterLine(begin);
        while (m_reached.cell < m_cells.size() && m_reached.offset + length(m_reached) <= begin - m_lineBegin)
            step(&m_reached);
        Reached behind = m_reached; // a copy: the next match may begin in the cell that this one ends in
        while (behind.cell < m_cells.size() && behind.offset < end - m_lineBegin)
            step(&behind);
        while (behind.cell < m_cells.size() && m_cells[behind.cell].isSpacer())
            step(&behind);
        return {position(&m_reached), position(&behind)};
    }

private:
    /// How far in the line: a cell, where its text begins, and the row it is in.
    struct Reached
    {
        std::size_t cell = 0;
        qsizetype offset = 0;
        std::size_t rowBegin = 0;
        qint64 row = 0;
    };

    void enterLine(qsizetype offset)
    {
        while (m_lineEnd < offset) {
            m_row += m_block.rowsOf(m_line++);
            m_lineBegin = m_lineEnd + 1;
            m_lineEnd = lineEnd(m_block.text, m_lineBegin);
        }
        if (m_cellsLine == m_line)
            return;
        m_cells = m_block.cellsOf(m_line);
        m_cellsLine = m_line;
        m_reached = {};
    }

    [[nodiscard]] qsizetype length(const Reached &at) const
    {
        const Cell &cell = m_cells[at.cell];
        if (cell.isCluster())
            return m_block.textOf(cell).size();
        if (cell.isSpacer() || cell.isFiller())
            return 0;
        return QChar::requiresSurrogates(cell.code()) ? 2 : 1;
    }
    void step(Reached *at) const
    {
        at->offset += length(*at);
        ++at->cell;
    }

    Position position(Reached *at) const
    {
        for (std::size_t length = rowLength(m_cells, at->rowBegin, m_columns);
             length > 0 && at->rowBegin + length <= at->cell && at->rowBegin + length < m_cells.size();
             length = rowLength(m_cells, at->rowBegin, m_columns)) {
            at->rowBegin += length;
            ++at->row;
        }
        return {m_row + at->row, static_cast<int>(at->cell - at->rowBegin)};
    }

    const Block &m_block;
    int m_columns;
    qint64 m_row; // the first one of the line
    int m_line = 0;
    qsizetype m_lineBegin = 0;
    qsizetype m_lineEnd;
    int m_cellsLine = -1;
    std::vector<Cell> m_cells;
    Reached m_reached;
};

// Rows [first, last], which begin and end with whole lines.
Block rowsBlock(const Screen &screen, qint64 first, qint64 last)
{
    auto lines = std::make_shared<std::vector<std::vector<Cell>>>();
    auto rows = std::make_shared<std::vector<int>>();
    Block block;
    block.firstRow = first;
    bool continues = false;
    bool isShort = false; // by the column that a wide character did not fit
    screen.visitLines(first, last, [&](const Line &line) {
        if (!continues) {
            if (!lines->empty())
                block.text += QLatin1Char('\n');
            lines->emplace_back();
            rows->push_back(0);
        }
        std::span<const Cell> cells(line.cells);
        if (line.wrapped && !cells.empty() && cells.back().isFiller())
            cells = cells.first(cells.size() - 1);
        while (!line.wrapped && !cells.empty() && cells.back().isBlank())
            cells = cells.first(cells.size() - 1);
        if (continues && isShort && (cells.empty() || !cells.front().isWide())) {
            block.text += QLatin1Char(' ');
            lines->back().emplace_back();
        }
        for (const Cell &cell : cells)
            screen.appendText(cell, &block.text);
        lines->back().insert(lines->back().end(), cells.begin(), cells.end());
        ++rows->back();
        continues = line.wrapped;
        isShort = static_cast<int>(cells.size()) < screen.columns();
    });
    block.rowsOf = [rows](int line) { return (*rows)[static_cast<std::size_t>(line)]; };
    block.cellsOf = [lines](int line) { return std::move((*lines)[static_cast<std::size_t>(line)]); };
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
        const std::u32string &text = clusters->at(cell.clusterIndex());
        return QString::fromUcs4(text.data(), static_cast<qsizetype>(text.size()));
    };
    return block;
}

/// Whether the pattern sees the same in lines that follow each other as in each of them alone: nothing in it matches a line feed,
/// looks beyond it or means the text's ends, and no line costs it more than the square of its length, so that many may be searched
/// in one go. Who searches for plain words, as most do, gets them fast; what is not known to be harmless is not.
class HarmlessPattern
{
public:
    explicit HarmlessPattern(const QRegularExpression &pattern)
        : m_options(pattern.patternOptions()), m_text(pattern.pattern())
    {
    }

    [[nodiscard]] bool isHarmless()
    {
        const auto harmful = QRegularExpression::DotMatchesEverythingOption | QRegularExpression::ExtendedPatternSyntaxOption;
        bool harmless = (m_options & harmful) == 0;
        while (harmless && m_at < m_text.size())
            harmless = takeOne();
        return harmless && m_repetitions <= 1;
    }

private:
    [[nodiscard]] QChar next() const { return m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar(); }

    bool takeOne()
    {
        const QChar character = m_text[m_at];
        if (character == u'\\')
            return takeEscape(u"dwbB");
        if (character == u'[')
            return takeClass();
        const bool isGroup = character == u'(' && (next() == u'*' || (next() == u'?' && m_text.mid(m_at, 3) != u"(?:"));
        const bool isRepeatedGroup = character == u')' && QStringView(u"*+?{").contains(next());
        if (isGroup || isRepeatedGroup || character < u' ')
            return false;
        m_at += character == u'(' && next() == u'?' ? 3 : 1;
        m_repetitions += QStringView(u"*+{").contains(character) ? 1 : 0;
        return true;
    }
    bool takeEscape(QStringView letters)
    {
        const QChar escaped = next();
        m_at += 2;
        return !escaped.isNull() && escaped >= u' ' && (!escaped.isLetterOrNumber() || letters.contains(escaped));
    }
    bool takeClass()
    {
        if (next() == u'^')
            return false;
        ++m_at;
        for (const qsizetype begin = m_at; m_at < m_text.size();) {
            const QChar character = m_text[m_at];
            const bool isEnd = character == u']' && m_at > begin;
            if (character == u'[' || character < u' ' || (character == u'\\' && !takeEscape(u"dw")))
                return false;
            m_at += character == u'\\' ? 0 : 1;
            if (isEnd)
                return true;
        }
        return false;
    }

    QRegularExpression::PatternOptions m_options;
    QString m_text;
    qsizetype m_at = 0;
    int m_repetitions = 0;
};

/// A pattern, how it is looked for, and what that may cost.
struct Sought
{
    Sought(const QRegularExpression &searched, SearchEffort *given)
        : pattern(searched)
        , isHarmless(HarmlessPattern(searched).isHarmless())
        , effort(given ? *given : unlimited)
    {
        pattern.setPatternOptions(pattern.patternOptions() | QRegularExpression::MultilineOption);
    }
    Q_DISABLE_COPY_MOVE(Sought)
    ~Sought() = default;

    SearchEffort unlimited;
    QRegularExpression pattern;
    bool isHarmless;
    SearchEffort &effort;
};

/// Visits the matches in a text, `begin` after the block's own beginning, until `visit` returns false or the effort is over.
template <class Visit> bool visitText(const QString &text, qsizetype begin, Sought &sought, const Visit &visit)
{
    QRegularExpressionMatchIterator matches = sought.pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() > 0 && !visit(begin + match.capturedStart(), begin + match.capturedEnd()))
            return false;
    }
    if (!matches.isValid())
        sought.effort.fail();
    return matches.isValid();
}

/// Visits the matches of a block in order until `visit` returns false or the effort is over.
template <class Visit> bool visitMatches(const Block &block, int columns, Sought &sought, const Visit &visit)
{
    Locator locator(block, columns);
    const auto locateAndVisit = [&](qsizetype begin, qsizetype end) { return visit(locator.locate(begin, end)); };
    if (sought.isHarmless)
        return !sought.effort.isOver() && visitText(block.text, 0, sought, locateAndVisit);
    for (qsizetype begin = 0; begin <= block.text.size();) {
        const qsizetype end = lineEnd(block.text, begin);
        if (sought.effort.isOver() || !visitText(block.text.sliced(begin, end - begin), begin, sought, locateAndVisit))
            return false;
        begin = end + 1;
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
    qint64 row = screen.firstLine();
    for (const ScrollChunk &chunk : screen.scrollback().chunks()) {
        if (screen.alternateScreen())
            break;
        const qint64 open = chunk.isOpen() ? chunk.rowsOf(chunk.lines() - 1) : 0;
        const qint64 end = row + chunk.rows() - open;
        if (end > row)
            stretches.push_back({row, end - 1, [&chunk, row] { return chunkBlock(chunk, row); }});
        row = end;
    }
    stretches.push_back({row, screen.lines() - 1, [&screen, row] { return rowsBlock(screen, row, screen.lines() - 1); }});
    return stretches;
}

} // namespace

std::optional<Match> search(const Screen &screen, const QRegularExpression &pattern, Position start,
                            SearchDirection direction, SearchEffort *effort)
{
    const bool forward = direction == SearchDirection::Forward;
    Sought sought(pattern, effort);
    std::vector<Stretch> stretches = stretchesOf(screen);
    if (!forward)
        std::reverse(stretches.begin(), stretches.end());
    for (const Stretch &stretch : stretches) {
        if (forward ? stretch.last < start.line : stretch.first > start.line)
            continue;
        std::optional<Match> found;
        const bool all = visitMatches(stretch.block(), screen.columns(), sought, [&](const Match &match) {
            if (forward ? match.from > start : match.from < start)
                found = match;
            return !(forward && found);
        });
        if (found && (forward || all))
            return found;
        if (!all) // backwards, what was found last need not be the nearest
            return std::nullopt;
    }
    return std::nullopt;
}

MatchCount countMatches(const Screen &screen, const QRegularExpression &pattern, std::optional<Position> current,
                        int most, SearchEffort *effort)
{
    Sought sought(pattern, effort);
    MatchCount count;
    for (const Stretch &stretch : stretchesOf(screen)) {
        const bool all = visitMatches(stretch.block(), screen.columns(), sought, [&](const Match &match) {
            if (count.total == most)
                return false;
            ++count.total;
            if (match.from == current)
                count.current = count.total;
            return true;
        });
        count.isMore = !all;
        if (!all)
            break;
    }
    return count;
}

std::vector<Match> matchesIn(const Screen &screen, const QRegularExpression &pattern, qint64 first, qint64 last,
                             SearchEffort *effort)
{
    first = std::max(first, screen.firstLine());
    last = std::min(last, screen.lines() - 1);
    if (first > last)
        return {};
    const qint64 begin = screen.wrappedWith(first).first;
    const qint64 end = screen.wrappedWith(last).second;
    std::vector<Match> matches;
    Sought sought(pattern, effort);
    visitMatches(rowsBlock(screen, begin, end), screen.columns(), sought, [&](const Match &match) {
        if (match.to.line >= first && match.from.line <= last)
            matches.push_back(match);
        return true;
    });
    return matches;
}

} // namespace holdpoint::terminal
