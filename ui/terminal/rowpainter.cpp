// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/rowpainter.h>

#include <ui/terminal/boxdrawing.h>
#include <ui/terminal/weblink.h>

#include <QGlyphRun>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace holdpoint::ui {

using terminal::Attributes;
using terminal::Cell;
using terminal::Line;

namespace {

std::size_t toIndex(int value) { return static_cast<std::size_t>(value); }

unsigned styleOf(const Attributes &attributes)
{
    return (attributes.has(Attributes::Bold) ? TerminalFont::Bold : 0u)
        | (attributes.has(Attributes::Italic) ? TerminalFont::Italic : 0u);
}

bool hasLines(const Attributes &attributes)
{
    return attributes.underline() != terminal::Underline::None || attributes.has(Attributes::Struck)
        || attributes.has(Attributes::Overlined);
}

} // namespace

RowPainter::RowPainter(QPainter &painter, const TerminalFont &font, const TerminalColors &colors,
                       const terminal::Screen &screen)
    : m_painter(painter)
    , m_font(font)
    , m_colors(colors)
    , m_screen(screen)
    , m_reversed(screen.modes().reverseScreen)
{
}

void RowPainter::paint(const Line &line, QPoint origin, int columns, const std::vector<Highlight> &highlights)
{
    resolve(line, columns, highlights);
    paintBackgrounds(origin, columns);
    const int length = std::min(columns, static_cast<int>(line.cells.size()));
    paintText(line, origin, 0, length);
    paintLines(line, origin, 0, length);
}

void RowPainter::resolve(const Line &line, int columns, const std::vector<Highlight> &highlights)
{
    const Look standard{m_colors.resolve({}, m_reversed), 0};
    m_looks.assign(toIndex(columns), standard);
    Attributes last;
    Look look = standard;
    for (std::size_t column = 0; column < std::min(m_looks.size(), line.cells.size()); ++column) {
        const Attributes &attributes = line.cells[column].attributes;
        if (attributes != last) {
            last = attributes;
            look = {m_colors.resolve(attributes, m_reversed), styleOf(attributes)};
        }
        m_looks[column] = look;
    }
    for (const Highlight &highlight : highlights) {
        for (int column = std::max(0, highlight.begin); column < std::min(columns, highlight.end); ++column) {
            TerminalColors::Pair &colors = m_looks[toIndex(column)].colors;
            colors.background = highlight.background;
            colors.text = readable(colors.text, colors.background, m_colors.minimumContrast);
        }
    }
}

void RowPainter::paintBackgrounds(QPoint origin, int columns)
{
    const QRgb standard = m_colors.resolve({}, m_reversed).background; // the view has painted that already
    for (int begin = 0; begin < columns;) {
        const QRgb color = m_looks[toIndex(begin)].colors.background;
        int end = begin + 1;
        while (end < columns && m_looks[toIndex(end)].colors.background == color)
            ++end;
        if (color != standard) {
            m_painter.fillRect(origin.x() + begin * m_font.cellWidth(), origin.y(),
                               (end - begin) * m_font.cellWidth(), m_font.cellHeight(), QColor(color));
        }
        begin = end;
    }
}

void RowPainter::paintText(const Line &line, QPoint origin, int begin, int end)
{
    for (int column = begin; column < end; ++column) {
        const Cell &cell = line.cells[toIndex(column)];
        const char32_t code = cell.code();
        if (cell.isSpacer() || cell.isFiller() || (cell.isAscii() && code <= 0x20))
            continue;
        const Look &look = m_looks[toIndex(column)];
        const QPoint at = origin + QPoint(column * m_font.cellWidth(), 0);
        if (code >= 0x2500 && code <= 0x259f) {
            flush();
            m_painter.setPen(QColor(look.colors.text));
            if (paintBoxCharacter(m_painter, QRect(at, QSize(m_font.cellWidth(), m_font.cellHeight())), code,
                                  m_font.lineWidth()))
                continue;
        }
        const quint32 glyph = cell.isCluster() ? 0 : m_font.glyph(look.style, code);
        if (glyph == 0) {
            paintShaped(cell, at, look);
            continue;
        }
        if (look.style != m_runLook.style || look.colors.text != m_runLook.colors.text) {
            flush();
            m_runLook = look;
        }
        m_glyphs.append(glyph);
        m_positions.append(QPointF(at.x(), at.y() + m_font.ascent()));
    }
    flush();
}

void RowPainter::flush()
{
    if (m_glyphs.isEmpty())
        return;
    QGlyphRun run;
    run.setRawFont(m_font.face(m_runLook.style));
    run.setRawData(m_glyphs.constData(), m_positions.constData(), static_cast<int>(m_glyphs.size()));
    m_painter.setPen(QColor(m_runLook.colors.text));
    m_painter.drawGlyphRun({}, run);
    m_glyphs.clear();
    m_positions.clear();
}

// From another font its width may be any: centred in its cells, and cut at their edges.
void RowPainter::paintShaped(const Cell &cell, QPoint at, const Look &look)
{
    const QList<QGlyphRun> runs = m_font.shaped(look.style, m_screen.cellText(cell));
    const int width = (cell.isWide() ? 2 : 1) * m_font.cellWidth();
    QRectF bounds;
    for (const QGlyphRun &run : runs)
        bounds |= run.boundingRect();
    const qreal free = width - (bounds.x() + bounds.width());
    m_painter.save();
    m_painter.setClipRect(QRect(at, QSize(width, m_font.cellHeight())), Qt::IntersectClip);
    m_painter.setPen(QColor(look.colors.text));
    for (const QGlyphRun &run : runs)
        m_painter.drawGlyphRun(QPointF(at.x() + (cell.isWide() ? std::max(0.0, free / 2) : 0.0), at.y() + m_font.ascent()),
                               run);
    m_painter.restore();
}

void RowPainter::paintLines(const Line &line, QPoint origin, int begin, int end)
{
    for (int column = begin; column < end; ++column) {
        const Cell &cell = line.cells[toIndex(column)];
        const terminal::Decoration &decoration = m_screen.decoration(cell);
        if (!hasLines(cell.attributes) && !isLink(cell))
            continue;
        const QRect rect(origin + QPoint(column * m_font.cellWidth(), 0),
                         QSize(m_font.cellWidth(), m_font.cellHeight()));
        const QRgb text = m_looks[toIndex(column)].colors.text;
        const bool ownColor = decoration.underline != terminal::Color{};
        paintUnderline(cell, rect, ownColor ? m_colors.foregroundOf(decoration.underline) : text);
        if (cell.attributes.has(Attributes::Struck))
            m_painter.fillRect(rect.left(), rect.top() + m_font.ascent() * 2 / 3, rect.width(), m_font.lineWidth(),
                               QColor(text));
        if (cell.attributes.has(Attributes::Overlined))
            m_painter.fillRect(rect.left(), rect.top(), rect.width(), m_font.lineWidth(), QColor(text));
    }
}

// What is not offered as a link must not look like one.
bool RowPainter::isLink(const Cell &cell)
{
    if (cell.attributes.decoration == 0)
        return false;
    if (cell.attributes.decoration != m_decoration) {
        m_decoration = cell.attributes.decoration;
        m_decorationIsLink = webLink(m_screen.decoration(cell).link).isValid();
    }
    return m_decorationIsLink;
}

void RowPainter::paintUnderline(const Cell &cell, const QRect &rect, QRgb color)
{
    using terminal::Underline;
    const int width = m_font.lineWidth();
    const int y = std::min(rect.top() + m_font.ascent() + 2 * width, rect.bottom() - width + 1);
    const auto dashes = [&](int length, int gap) {
        for (int x = rect.left(); x <= rect.right(); x += length + gap)
            m_painter.fillRect(x, y, std::min(length, rect.right() + 1 - x), width, QColor(color));
    };
    Underline style = cell.attributes.underline();
    if (style == Underline::None && isLink(cell))
        style = Underline::Dotted; // a link shows that it is one
    switch (style) {
    case Underline::None:
        return;
    case Underline::Double:
        m_painter.fillRect(rect.left(), y - 2 * width, rect.width(), width, QColor(color));
        [[fallthrough]];
    case Underline::Single:
        m_painter.fillRect(rect.left(), y, rect.width(), width, QColor(color));
        return;
    case Underline::Dotted:
        dashes(width, width);
        return;
    case Underline::Dashed:
        dashes(rect.width() / 2, rect.width() / 4);
        return;
    case Underline::Curly: {
        const qreal half = rect.width() / 2.0;
        QPainterPath wave(QPointF(rect.left(), y));
        wave.quadTo(rect.left() + half / 2, y - 2.5 * width, rect.left() + half, y);
        wave.quadTo(rect.left() + half * 1.5, y + 2.5 * width, rect.left() + rect.width(), y);
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.strokePath(wave, QPen(QColor(color), width));
        m_painter.restore();
        return;
    }
    }
}

void RowPainter::paintCell(const Line &line, QPoint origin, int column, TerminalColors::Pair colors)
{
    const bool exists = column < static_cast<int>(line.cells.size());
    const Cell cell = exists ? line.cells[toIndex(column)] : Cell{};
    const QPoint at = origin + QPoint(column * m_font.cellWidth(), 0);
    m_painter.fillRect(QRect(at, QSize((cell.isWide() ? 2 : 1) * m_font.cellWidth(), m_font.cellHeight())),
                       QColor(colors.background));
    if (!exists)
        return;
    m_looks.assign(line.cells.size(), Look{colors, styleOf(cell.attributes)});
    paintText(line, origin, column, column + 1);
    paintLines(line, origin, column, column + 1);
}

} // namespace holdpoint::ui
