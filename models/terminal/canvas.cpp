// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/canvas.h>

#include <models/terminal/charwidth.h>
#include <models/terminal/grapheme.h>

#include <algorithm>
#include <utility>

namespace holdpoint::terminal {

Canvas::Canvas(int columns, int rows, const Limits &limits)
    : m_primary(columns, rows)
    , m_alternate(columns, rows)
    , m_scrollback(limits.scrollbackBytes, columns)
    , m_margins{0, 0, rows - 1, columns - 1}
{
    resetTabs();
}

Canvas::Canvas(const Canvas &other, Copy)
    : Canvas(other)
{
    m_grid = m_isAlternate ? &m_alternate : &m_primary;
}

void Canvas::printAscii(const char *text, int count)
{
    m_last = static_cast<char32_t>(text[count - 1]);
    if (m_modes.insert || !m_cursor.charsets.isPlain()) {
        for (int index = 0; index < count; ++index)
            put(Cell(m_cursor.charsets.take(text[index]), m_cursor.pen), 1);
        return;
    }
    while (count > 0) {
        if (m_cursor.pendingWrap && m_modes.autowrap)
            wrap();
        const int room = writeEnd() - m_cursor.column;
        if (count > room && !m_modes.autowrap) { // all but the last overwrite each other in the last column
            putRun(text, room - 1);
            putRun(text + count - 1, 1);
            return;
        }
        const int length = std::min(count, room);
        putRun(text, length);
        text += length;
        count -= length;
    }
}

void Canvas::putRun(const char *text, int count)
{
    const int begin = m_cursor.column;
    const int end = begin + count;
    const int last = writeEnd();
    change(m_cursor.row);
    healEdges(m_cursor.row, begin, end);
    Cell *cells = m_grid->edit(m_cursor.row, end) + begin;
    const Attributes pen = m_cursor.pen;
    for (int index = 0; index < count; ++index)
        cells[index] = Cell(static_cast<char32_t>(text[index]), pen);
    m_cursor.pendingWrap = end == last;
    if (end == columns())
        m_grid->setWrapped(m_cursor.row, false);
    m_cursor.column = m_cursor.pendingWrap ? end - 1 : end;
}

void Canvas::print(char32_t code)
{
    const CharTraits traits = traitsOf(code);
    if (traits.width == 0) {
        join(code);
        return;
    }
    if (traits.joining != Joining::Never && m_modes.clusters && m_last != 0 && join(code))
        return;
    m_cursor.charsets.once = 0;
    m_last = code;
    put(Cell(code, m_cursor.pen), traits.width);
}

void Canvas::put(const Cell &cell, int width)
{
    if (m_cursor.pendingWrap && m_modes.autowrap)
        wrap();
    int last = writeEnd(); // of a cursor right of the margin the edge, also when it steps back over the margin below
    if (m_cursor.column + width > last) {
        if (m_modes.autowrap) {
            healEdges(m_cursor.row, m_cursor.column, last);
            m_grid->edit(m_cursor.row, last)[m_cursor.column] =
                hasFullWidth() ? Cell::filler(m_cursor.pen) : Cell::blank(background());
            wrap();
            last = writeEnd();
        } else {
            m_cursor.column = last - width;
        }
    }
    if (m_modes.insert)
        shiftRight(m_cursor.row, m_cursor.column, last, width);
    const int end = m_cursor.column + width;
    change(m_cursor.row);
    healEdges(m_cursor.row, m_cursor.column, end);
    Cell *cells = m_grid->edit(m_cursor.row, end) + m_cursor.column;
    cells[0] = cell;
    if (width == 2) {
        cells[0].setWide();
        cells[1] = Cell::spacer(m_cursor.pen);
    }
    m_cursor.pendingWrap = end == last;
    if (end == columns())
        m_grid->setWrapped(m_cursor.row, false);
    m_cursor.column = m_cursor.pendingWrap ? end - 1 : end;
}

void Canvas::wrap()
{
    if (hasFullWidth())
        m_grid->setWrapped(m_cursor.row, true);
    lineFeed();
    m_cursor.column = m_margins.left;
}

bool Canvas::join(char32_t code)
{
    int column = m_cursor.pendingWrap ? m_cursor.column : m_cursor.column - 1;
    if (column < 0)
        return false;
    if (m_grid->at(m_cursor.row, column).isSpacer())
        --column;
    const Cell &before = m_grid->at(m_cursor.row, column);
    if (before.isFiller())
        return false;
    const char32_t single = before.isBlank() ? U' ' : before.code();
    const std::u32string_view text = before.isCluster() ? std::u32string_view(m_clusters.at(before.clusterIndex()))
                                                        : std::u32string_view(&single, 1);
    if (!joinsCluster(text, code))
        return false;
    if (text.size() > Limits::combiningMarks)
        return true;
    std::u32string cluster(text);
    cluster.push_back(code);
    change(m_cursor.row);
    m_grid->edit(m_cursor.row, column + 1)[column].setCluster(m_clusters.intern(cluster));
    if (m_modes.clusters && m_last != 0)
        setWidth(column, clusterWidth(cluster));
    return true;
}

void Canvas::setWidth(int column, int width)
{
    const Cell cell = m_grid->at(m_cursor.row, column);
    const int before = cell.isWide() ? 2 : 1;
    if (width == before || (!m_modes.autowrap && column + width > writeEnd()))
        return;
    moveInRow(column);
    if (m_modes.insert)
        shiftLeft(m_cursor.row, column, writeEnd(), before);
    const bool hadNoRoom = column == 0 && m_cursor.row > 0 && hasFullWidth() && m_grid->isWrapped(m_cursor.row - 1)
                           && m_grid->at(m_cursor.row - 1, columns() - 1).isFiller();
    if (width == 1 && hadNoRoom) { // it has now
        eraseCells(m_cursor.row, 0, m_modes.insert ? 0 : before, Erase::Everything);
        --m_cursor.row;
        moveInRow(columns() - 1);
    }
    put(Cell::cluster(cell.clusterIndex(), cell.attributes), width);
}

void Canvas::healEdges(int row, int begin, int end)
{
    const std::span<const Cell> cells = m_grid->row(row);
    const auto at = [&](int column) -> const Cell & { return cells[static_cast<std::size_t>(column)]; };
    if (begin > 0 && begin < columns() && at(begin).isSpacer())
        m_grid->edit(row, begin)[begin - 1] = Cell::blank(at(begin - 1).attributes.background);
    if (end < columns() && at(end).isSpacer())
        m_grid->edit(row, end)[end] = Cell::blank(at(end).attributes.background);
}

void Canvas::repeatLast(int times)
{
    if (m_last == 0)
        return;
    // A line's worth is what hosts use it for; more would let one sequence cost seconds.
    for (int index = 0; index < std::min(times, columns()); ++index) {
        if (m_last >= 0x80)
            print(m_last);
        else
            put(Cell(m_cursor.charsets.take(static_cast<char>(m_last)), m_cursor.pen), 1);
    }
}

void Canvas::moveInRow(int column)
{
    m_cursor.column = std::clamp(column, 0, columns() - 1);
    m_cursor.pendingWrap = false;
}

void Canvas::moveTo(int row, int column)
{
    moveToRow(row);
    moveToColumn(column);
}

void Canvas::moveToRow(int row)
{
    const int first = m_modes.origin ? m_margins.top : 0;
    const int last = m_modes.origin ? m_margins.bottom : rows() - 1;
    m_cursor.row = std::clamp(first + row, first, last);
    m_cursor.pendingWrap = false;
}

void Canvas::moveToColumn(int column)
{
    const int first = m_modes.origin ? m_margins.left : 0;
    const int last = m_modes.origin ? m_margins.right : columns() - 1;
    moveInRow(std::clamp(first + column, first, last));
}

void Canvas::moveVertically(int rows)
{
    const int first = m_cursor.row >= m_margins.top ? m_margins.top : 0;
    const int last = m_cursor.row <= m_margins.bottom ? m_margins.bottom : this->rows() - 1;
    m_cursor.row = std::clamp(m_cursor.row + rows, first, last);
    m_cursor.pendingWrap = false;
}

void Canvas::moveForward(int columns) { moveInRow(std::min(m_cursor.column + columns, writeEnd() - 1)); }

void Canvas::moveBackward(int columns)
{
    if (m_modes.autowrap && m_modes.reverseWrap != ReverseWrap::Off) {
        moveBackwardWrapping(columns);
        return;
    }
    const int first = m_cursor.column >= m_margins.left ? m_margins.left : 0;
    moveInRow(std::max(m_cursor.column - columns, first));
}

// xterm's reverse wrap: a step from the left margin goes to the right margin of the row above. Inline it does so only
// over rows of one wrapped line; extended also from the top of the region to its bottom.
void Canvas::moveBackwardWrapping(int columns)
{
    columns = std::min(columns, this->columns() * rows());
    if (m_cursor.pendingWrap) // the cursor stands behind what it last wrote
        --columns;
    m_cursor.pendingWrap = false;
    for (; columns > 0; --columns) {
        if (m_cursor.column > 0 && m_cursor.column != m_margins.left) {
            --m_cursor.column;
            continue;
        }
        const bool atTop = m_cursor.row == m_margins.top || m_cursor.row == 0;
        const int above = !atTop ? m_cursor.row - 1 : m_margins.bottom;
        const bool extended = m_modes.reverseWrap == ReverseWrap::Extended;
        if (!extended && (atTop || !m_grid->isWrapped(above)))
            return;
        m_cursor.row = above;
        m_cursor.column = m_margins.right;
    }
}

void Canvas::carriageReturn()
{
    const bool toMargin = m_modes.origin || m_cursor.column >= m_margins.left;
    moveInRow(toMargin ? m_margins.left : 0);
}

void Canvas::backspace() { moveBackward(1); }

void Canvas::tab(int times)
{
    if (m_cursor.pendingWrap) { // behind a full line a tab has nowhere to go
        if (!m_modes.autowrap || !m_modes.tabWraps)
            return;
        wrap();
    }
    int column = m_cursor.column;
    const int last = writeEnd() - 1;
    for (int count = std::min(times, columns()); count > 0 && column < last; --count) {
        do
            ++column;
        while (column < last && !m_tabs[static_cast<std::size_t>(column)]);
    }
    moveInRow(column);
}

void Canvas::backTab(int times)
{
    int column = m_cursor.column;
    const int first = m_modes.origin && column >= m_margins.left ? m_margins.left : 0;
    for (int count = std::min(times, columns()); count > 0 && column > first; --count) {
        do
            --column;
        while (column > first && !m_tabs[static_cast<std::size_t>(column)]);
    }
    moveInRow(column);
}

void Canvas::lineFeed()
{
    m_cursor.pendingWrap = false;
    if (m_cursor.row == m_margins.bottom && m_margins.holdsColumn(m_cursor.column))
        scrollUp(1);
    else if (m_cursor.row != m_margins.bottom && m_cursor.row < rows() - 1)
        ++m_cursor.row;
}

void Canvas::reverseLineFeed()
{
    m_cursor.pendingWrap = false;
    if (m_cursor.row == m_margins.top && m_margins.holdsColumn(m_cursor.column))
        scrollDown(1);
    else if (m_cursor.row != m_margins.top && m_cursor.row > 0)
        --m_cursor.row;
}

void Canvas::forwardIndex()
{
    if (m_cursor.column != m_margins.right)
        moveInRow(m_cursor.column + 1);
    else if (m_margins.holdsRow(m_cursor.row))
        scrollLeft(1);
}

void Canvas::backIndex()
{
    if (m_cursor.column != m_margins.left)
        moveInRow(m_cursor.column - 1);
    else if (m_margins.holdsRow(m_cursor.row))
        scrollRight(1);
}

/// What runs may print prompts of its own, of a shell on another host for example: that ends no output.
void Canvas::markPromptStart(const QByteArray &nonce)
{
    m_grid->setStart(m_cursor.row, {LineMark::Prompt, ++m_newestCommand});
    if (nonce == m_printingNonce)
        m_printing = 0;
}

void Canvas::markOutputStart(const QByteArray &nonce)
{
    m_grid->setStart(m_cursor.row, {LineMark::Output, 0});
    if (m_printing != 0)
        return;
    m_printing = m_newestCommand;
    m_printingNonce = nonce;
}

Damage Canvas::takeDamage()
{
    Damage damage = std::exchange(m_damage, {});
    for (int row = 0; row < rows(); ++row) {
        if (m_grid->takeChanged(row))
            damage.rows.push_back(row);
    }
    m_seenEnd = firstRowLine() + rows();
    return damage;
}

} // namespace holdpoint::terminal
