// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/screen.h>

#include <models/terminal/interpreter.h>
#include <models/terminal/wholecharacters.h>

#include <algorithm>
#include <map>

namespace holdpoint::terminal {

struct Screen::Parts
{
    Parts(int columns, int rows, const Limits &limits, const Permissions &permissions)
        : canvas(columns, rows, limits), interpreter(&canvas, permissions)
    {
    }

    Parts(const Parts &other)
        : canvas(other.canvas, Canvas::Copy::Whole)
        , interpreter(other.interpreter, &canvas)
        , parser(other.parser, &interpreter)
        , outcomes(other.outcomes)
    {
    }
    ~Parts() = default;
    Parts &operator=(const Parts &) = delete;

    Canvas canvas;
    Interpreter interpreter;
    Parser parser{&interpreter};
    std::map<quint32, CommandOutcome> outcomes; // by command
};

namespace {

int boundedColumns(int columns) { return std::clamp(columns, Limits::fewestColumns, Limits::columns); }
int boundedRows(int rows) { return std::clamp(rows, 1, Limits::rows); }

} // namespace

Screen::Screen(int columns, int rows, const Limits &limits, const Permissions &permissions)
    : m_parts(std::make_unique<Parts>(boundedColumns(columns), boundedRows(rows), limits, permissions))
{
}

Screen::Screen(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Screen::~Screen() = default;

std::unique_ptr<Screen> Screen::copy() const
{
    return std::unique_ptr<Screen>(new Screen(std::make_unique<Parts>(*m_parts)));
}

void Screen::feed(QByteArrayView bytes)
{
    while (!bytes.isEmpty())
        bytes = bytes.sliced(feedThroughMark(bytes));
}

qsizetype Screen::feedThroughMark(QByteArrayView bytes)
{
    constexpr qsizetype slice = 64 * 1024;
    qsizetype done = 0;
    for (bool marked = false; done < bytes.size() && !marked;) {
        const qsizetype length = std::min(slice, bytes.size() - done);
        done += m_parts->parser.feed(bytes.sliced(done, length));
        m_parts->canvas.collectGarbage();
        marked = m_parts->parser.hasStopped();
    }
    return done;
}

QByteArray Screen::takeReplies() { return m_parts->interpreter.takeReplies(); }
std::vector<WindowRequest> Screen::takeWindowRequests() { return m_parts->interpreter.takeWindowRequests(); }
void Screen::setTheme(const Theme &theme) { m_parts->interpreter.setTheme(theme); }
const Palette &Screen::palette() const { return m_parts->interpreter.palette(); }
std::vector<Event> Screen::takeEvents() { return m_parts->interpreter.takeEvents(); }

Damage Screen::takeDamage() { return m_parts->canvas.takeDamage(); }

void Screen::resize(int columns, int rows, std::span<Position> followed)
{
    m_parts->canvas.resize(boundedColumns(columns), boundedRows(rows), followed);
}

int Screen::columns() const { return m_parts->canvas.columns(); }
int Screen::rows() const { return m_parts->canvas.rows(); }
int Screen::cursorRow() const { return m_parts->canvas.cursor().row; }
int Screen::cursorColumn() const { return m_parts->canvas.cursor().column; }
const Modes &Screen::modes() const { return std::as_const(m_parts->canvas).modes(); }
bool Screen::printsPlainly() const
{
    const Canvas &canvas = m_parts->canvas;
    return canvas.cursor().pen == Attributes{} && canvas.cursor().charsets.isAscii()
           && canvas.margins() == Area{0, 0, canvas.rows() - 1, canvas.columns() - 1};
}

bool Screen::alternateScreen() const { return m_parts->canvas.isAlternate(); }

const Cell &Screen::cell(int row, int column) const { return std::as_const(m_parts->canvas).grid().at(row, column); }
bool Screen::isWrapped(int row) const { return std::as_const(m_parts->canvas).grid().isWrapped(row); }

QString Screen::cellText(const Cell &cell) const
{
    if (cell.isBlank())
        return QStringLiteral(" ");
    if (cell.isSpacer() || cell.isFiller())
        return {};
    if (cell.isCluster()) {
        const std::u32string &cluster = m_parts->canvas.clusters().at(cell.clusterIndex());
        return QString::fromUcs4(cluster.data(), static_cast<qsizetype>(cluster.size()));
    }
    const char32_t code = cell.code();
    return QString::fromUcs4(&code, 1);
}

void Screen::appendText(const Cell &cell, QString *text) const
{
    if (cell.isAscii())
        *text += QChar(cell.isBlank() ? U' ' : cell.code());
    else
        *text += cellText(cell);
}

const Decoration &Screen::decoration(const Cell &cell) const
{
    return std::as_const(m_parts->canvas).decorations().at(cell.attributes.decoration);
}

const Scrollback &Screen::scrollback() const { return m_parts->canvas.scrollback(); }
qint64 Screen::scrollbackLines() const { return scrollback().rows(); }
qint64 Screen::droppedLines() const { return scrollback().droppedRows(); }

LineStart Screen::start(qint64 line) const
{
    const qint64 row = line - scrollbackLines();
    if (row >= 0)
        return row < rows() ? std::as_const(m_parts->canvas).grid().start(static_cast<int>(row)) : LineStart{};
    return scrollback().start(line);
}

LineMark Screen::mark(qint64 line) const { return start(line).mark; }

quint32 Screen::newestCommand() const { return m_parts->canvas.newestCommand(); }
void Screen::forgetOutput() { m_parts->canvas.forgetOutput(); }

void Screen::setOutcome(quint32 command, const CommandOutcome &outcome)
{
    if (command == 0)
        return;
    m_parts->outcomes[command] = outcome;
    if (m_parts->outcomes.size() > Limits::keptOutcomes)
        m_parts->outcomes.erase(m_parts->outcomes.begin());
    Grid &grid = m_parts->canvas.grid();
    for (int row = 0; row < rows(); ++row) {
        if (grid.start(row).command == command)
            grid.touch(row);
    }
}

std::optional<CommandOutcome> Screen::outcome(qint64 line) const
{
    const auto found = m_parts->outcomes.find(start(line).command);
    return found == m_parts->outcomes.end() ? std::nullopt : std::optional(found->second);
}

qint64 Screen::markedAtOrBefore(qint64 line, LineMark mark) const
{
    const Grid &grid = std::as_const(m_parts->canvas).grid();
    const qint64 above = scrollbackLines();
    for (qint64 at = std::min(line, lines() - 1); at >= above; --at) {
        if (grid.mark(static_cast<int>(at - above)) == mark)
            return at;
    }
    return scrollback().markedAtOrBefore(std::min(line, above - 1), mark);
}

qint64 Screen::markedAtOrAfter(qint64 line, LineMark mark) const
{
    const Grid &grid = std::as_const(m_parts->canvas).grid();
    const qint64 above = scrollbackLines();
    const qint64 found = line < above ? scrollback().markedAtOrAfter(std::max<qint64>(line, 0), mark) : -1;
    for (qint64 at = std::max(line, above); found < 0 && at < lines(); ++at) {
        if (grid.mark(static_cast<int>(at - above)) == mark)
            return at;
    }
    return found;
}

void Screen::visitMarks(const std::function<void(qint64 line, LineMark mark)> &visit) const
{
    scrollback().visitMarks(visit);
    const Grid &grid = std::as_const(m_parts->canvas).grid();
    for (int row = 0; row < rows(); ++row) {
        if (grid.mark(row) != LineMark::None)
            visit(scrollbackLines() + row, grid.mark(row));
    }
}

Line Screen::line(qint64 line) const
{
    if (line >= scrollbackLines())
        return line < lines() ? lineOfRow(static_cast<int>(line - scrollbackLines())) : Line{};
    Line result;
    visitLines(line, line, [&result](const Line &found) { result = found; });
    return result;
}

Line Screen::lineOfRow(int row) const
{
    const Grid &grid = std::as_const(m_parts->canvas).grid();
    const std::span<const Cell> cells = grid.row(row);
    Line result;
    result.wrapped = grid.isWrapped(row);
    result.cells.assign(cells.begin(), result.wrapped ? cells.end() : cells.begin() + grid.used(row));
    if (!result.cells.empty() && result.cells.back().isFiller() && !grid.endsInFiller(row))
        result.cells.back() = Cell::blank(result.cells.back().attributes.background);
    return result;
}

void Screen::visitLines(qint64 first, qint64 last, const std::function<void(const Line &line)> &visit) const
{
    const qint64 above = scrollbackLines();
    if (first < above) {
        Line line;
        scrollback().visitRows(first, last, m_parts->canvas.clusters(), [&](std::span<const Cell> cells, bool wrapped) {
            line.cells.assign(cells.begin(), cells.end());
            line.wrapped = wrapped;
            visit(line);
        });
    }
    for (qint64 line = std::max(first, above); line <= std::min(last, lines() - 1); ++line)
        visit(lineOfRow(static_cast<int>(line - above)));
}

std::pair<qint64, qint64> Screen::wrappedWith(qint64 line) const
{
    const Grid &grid = std::as_const(m_parts->canvas).grid();
    const qint64 above = scrollbackLines();
    const auto isWrapped = [&](qint64 at) { return grid.isWrapped(static_cast<int>(at - above)); };
    const bool joins = !alternateScreen() && scrollback().isOpen(); // the newest line of the history goes on in the screen
    auto [first, last] = line < above ? scrollback().rowsOfLine(line) : std::pair(line, line);
    while (first > above && isWrapped(first - 1))
        --first;
    if (first == above && joins)
        first = scrollback().rowsOfLine(above - 1).first;
    if (last == above - 1 && joins)
        ++last;
    while (last >= above && last < lines() - 1 && isWrapped(last))
        ++last;
    return {first, last};
}

std::span<const Cell> Screen::textCells(const Line &line, int begin, int end)
{
    const auto size = static_cast<int>(line.cells.size());
    const int first = std::max(begin, 0);
    int last = std::min(end, size);
    if (!line.wrapped && end >= size) { // never written: not text
        while (last > first && line.cells[static_cast<std::size_t>(last - 1)].isBlank())
            --last;
    }
    if (first >= last)
        return {};
    return std::span(line.cells).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first));
}

QString Screen::lineText(qint64 line) const
{
    const Line cells = this->line(line);
    QString text;
    for (const Cell &cell : textCells(cells, 0, columns()))
        text += cellText(cell);
    return text;
}

QStringList Screen::visibleLines() const
{
    QStringList texts;
    for (int row = 0; row < rows(); ++row)
        texts += lineText(scrollbackLines() + row);
    return texts;
}

void Screen::visitText(Position from, Position to, SelectionShape shape,
                       const std::function<void(const Cell *cell)> &visit) const
{
    if (shape == SelectionShape::Stream && to < from)
        std::swap(from, to);
    const bool isBlock = shape == SelectionShape::Block;
    if (isBlock && from.column == to.column)
        return;
    const qint64 first = std::max<qint64>(0, std::min(from.line, to.line));
    const qint64 last = std::min(lines() - 1, std::max(from.line, to.line));
    qint64 number = first;
    ClusterTable &clusters = m_parts->canvas.clusters();
    const int held = clusters.size();
    visitLines(first, last, [&](const Line &line) {
        const int left = isBlock ? std::min(from.column, to.column) : number == from.line ? from.column : 0;
        const int right = isBlock ? std::max(from.column, to.column) : number == to.line ? to.column : columns();
        const auto [begin, end] = wholeCharacters(line.cells, left, right);
        for (const Cell &cell : textCells(line, begin, end))
            visit(&cell);
        if (number < last && (isBlock || !line.wrapped))
            visit(nullptr);
        ++number;
        if (!line.wrapped) // a cell numbers fewer clusters than a long history may hold
            clusters.truncate(held);
    });
    clusters.truncate(held);
}

QString Screen::text(Position from, Position to, SelectionShape shape) const
{
    QString text;
    visitText(from, to, shape, [&](const Cell *cell) {
        if (cell)
            appendText(*cell, &text);
        else
            text += QLatin1Char('\n');
    });
    return text;
}

bool Screen::cursorMovedSincePrompt() const
{
    const std::optional<Cursor> &prompt = m_parts->canvas.prompt();
    const Cursor &cursor = m_parts->canvas.cursor();
    return alternateScreen() || !prompt || prompt->row != cursor.row || prompt->column != cursor.column
        || prompt->pendingWrap != cursor.pendingWrap;
}

} // namespace holdpoint::terminal
