// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/rowpainter.h>

#include <ui/terminal/hiddencontrol.h>
#include <ui/terminal/picture.h>
#include <ui/terminal/picturecell.h>
#include <ui/terminal/weblink.h>

#include <QGlyphRun>
#include <QPainter>

#include <algorithm>

namespace holdpoint::ui {

using terminal::Attributes;
using terminal::Cell;
using terminal::Line;

namespace {

std::size_t toIndex(int value) { return static_cast<std::size_t>(value); }

quint8 styleOf(const Attributes &attributes)
{
    const unsigned style = (attributes.has(Attributes::Bold) ? TerminalFont::Bold : 0u)
                           | (attributes.has(Attributes::Italic) ? TerminalFont::Italic : 0u);
    return static_cast<quint8>(style);
}

} // namespace

RowPainter::RowPainter(QPainter &painter, const TerminalFont &font, const TerminalColors &colors,
                       const terminal::Screen &screen, BlinkPhase phase)
    : m_painter(painter)
    , m_font(font)
    , m_colors(colors)
    , m_screen(screen)
    , m_phase(phase)
    , m_reversed(screen.modes().reverseScreen)
{
}

void RowPainter::paint(const Line &line, QPoint origin, int columns, const std::vector<Highlight> &highlights)
{
    resolve(line, columns, highlights);
    m_room = cellsRect(origin, 0, columns);
    paintBackgrounds(origin, columns);
    const int length = std::min(columns, static_cast<int>(line.cells.size()));
    paintText(line, origin, 0, length);
    paintLines(line, origin, 0, length);
    unclip();
}

// Only for what may be higher than its row: plain text is not, and most rows hold nothing else.
void RowPainter::clip()
{
    if (!m_isClipped)
        m_painter.setClipRect(m_room);
    m_isClipped = true;
}

void RowPainter::unclip()
{
    if (m_isClipped)
        m_painter.setClipping(false);
    m_isClipped = false;
}

QRect RowPainter::cellsRect(QPoint origin, int begin, int end) const
{
    return {origin.x() + begin * m_font.cellWidth(), origin.y(), (end - begin) * m_font.cellWidth(),
            m_font.cellHeight()};
}

RowPainter::Look RowPainter::lookOf(const Attributes &attributes)
{
    Look look{m_colors.resolve(attributes, m_reversed), styleOf(attributes), attributes.has(Attributes::Concealed)};
    if (attributes.has(Attributes::Blink)) {
        m_sawBlinking = true;
        if (m_phase == BlinkPhase::Off) {
            look.isHidden = true;
            look.colors.text = look.colors.picture = look.colors.background;
        }
    }
    return look;
}

void RowPainter::resolve(const Line &line, int columns, const std::vector<Highlight> &highlights)
{
    const Look standard = lookOf({});
    m_looks.assign(toIndex(columns), standard);
    Attributes last;
    Look look = standard;
    for (std::size_t column = 0; column < std::min(m_looks.size(), line.cells.size()); ++column) {
        const Attributes &attributes = line.cells[column].attributes;
        if (attributes != last) {
            last = attributes;
            look = lookOf(attributes);
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
            m_painter.fillRect(origin.x() + begin * m_font.cellWidth(), origin.y(), (end - begin) * m_font.cellWidth(),
                               m_font.cellHeight(), QColor(color));
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
        bool isPicture = false;
        if (!cell.isAscii()) {
            clip();
            isPicture = ui::isPicture(code);
            if (isPicture && isDrawn(code)) {
                m_pictures.push_back(column);
                continue;
            }
        }
        const Look &look = m_looks[toIndex(column)];
        const quint32 glyph = cell.isCluster() ? 0 : m_font.glyph(look.style, code);
        if (glyph == 0 && isDrawnWhereMissing(code)) {
            m_pictures.push_back(column);
            continue;
        }
        if (glyph == 0) {
            paintShaped(cell, origin, column);
            continue;
        }
        const QRgb color = isPicture ? look.colors.picture : look.colors.text;
        if (look.style != m_runStyle || color != m_runColor) {
            flush();
            m_runStyle = look.style;
            m_runColor = color;
        }
        m_glyphs.append(glyph);
        m_positions.append(QPointF(origin.x() + column * m_font.cellWidth(), origin.y() + m_font.ascent()));
    }
    flush();
    paintPictures(line, origin);
}

void RowPainter::flush()
{
    if (m_glyphs.isEmpty())
        return;
    QGlyphRun run;
    run.setRawFont(m_font.face(m_runStyle));
    run.setRawData(m_glyphs.constData(), m_positions.constData(), static_cast<int>(m_glyphs.size()));
    m_painter.setPen(QColor(m_runColor));
    m_painter.drawGlyphRun({}, run);
    m_glyphs.clear();
    m_positions.clear();
}

// In the device's pixels, whatever their size: a line that falls between two of them is of another weight in each cell.
void RowPainter::paintPictures(const Line &line, QPoint origin)
{
    if (m_pictures.empty())
        return;
    const QTransform toDevice = m_painter.deviceTransform();
    const int lineWidth = std::max(1, qRound(m_font.lineWidth() * toDevice.m22()));
    m_painter.save();
    m_painter.setWorldTransform(toDevice.inverted(), true);
    for (const int column : m_pictures) {
        const Look &look = m_looks[toIndex(column)];
        if (look.isHidden)
            continue;
        const QRectF cell = toDevice.mapRect(QRectF(cellsRect(origin, column, column + 1)));
        const QPoint corner(qRound(cell.left()), qRound(cell.top()));
        const QRect rect(corner, QPoint(qRound(cell.right()) - 1, qRound(cell.bottom()) - 1));
        const char32_t code = line.cells[toIndex(column)].code();
        paintPicture({m_painter, rect, lineWidth, QColor(isPicture(code) ? look.colors.picture : look.colors.text)},
                     code);
    }
    m_painter.restore();
    m_pictures.clear();
}

// What no face has, in other fonts' glyphs, whose width may be any: cut at the edges of their cells, and an emoji fitted into them.
void RowPainter::paintShaped(const Cell &cell, QPoint origin, int column)
{
    const Look &look = m_looks[toIndex(column)];
    if (look.isHidden)
        return;
    m_painter.save();
    const QRect rect = cellsRect(origin, column, column + (cell.isWide() ? 2 : 1));
    m_painter.setClipRect(rect, Qt::IntersectClip);
    m_painter.setPen(QColor(isPicture(cell.code()) ? look.colors.picture : look.colors.text));
    const QString text = m_screen.cellText(cell);
    paintShape(m_font.shaped(look.style, text), cell, rect);
    m_painter.restore();
    if (cell.isCluster() && !hiddenControlText(text).isEmpty())
        paintHiddenControl(m_painter, rect,
                           readable(m_colors.palette[1], look.colors.background, m_colors.minimumContrast));
}

void RowPainter::paintShape(const TerminalFont::Shape &shape, const Cell &cell, const QRectF &rect)
{
    QPointF baseline(rect.left(), rect.top() + m_font.ascent());
    if (shape.isEmoji) {
        const qreal scale = std::min({1.0, rect.width() / shape.bounds.width(), rect.height() / shape.bounds.height()});
        m_painter.translate(rect.center());
        m_painter.scale(scale, scale);
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
        baseline = -shape.bounds.center();
    } else if (cell.isWide()) {
        baseline.rx() += std::max(0.0, (rect.width() - shape.bounds.right()) / 2);
    }
    for (const QGlyphRun &run : shape.runs)
        m_painter.drawGlyphRun(baseline, run);
}

TextLines RowPainter::linesOf(const Cell &cell, int column)
{
    const Attributes &attributes = cell.attributes;
    const bool mayBeAny = attributes.decoration != 0 || attributes.underline() != terminal::Underline::None
                          || attributes.has(Attributes::Struck) || attributes.has(Attributes::Overlined);
    if (!mayBeAny)
        return {};
    const QRgb text = m_looks[toIndex(column)].colors.text;
    const terminal::Color own = m_screen.decoration(cell).underline;
    TextLines lines{attributes.underline(), own == terminal::Color{} ? text : m_colors.foregroundOf(own), text,
                    attributes.has(Attributes::Struck), attributes.has(Attributes::Overlined)};
    if (lines.underline == terminal::Underline::None && isLink(cell))
        lines.underline = terminal::Underline::Dotted; // a link shows that it is one
    return lines;
}

void RowPainter::paintLines(const Line &line, QPoint origin, int begin, int end)
{
    for (int column = begin; column < end;) {
        const TextLines lines = linesOf(line.cells[toIndex(column)], column);
        int behind = column + 1;
        while (behind < end && lines.areAny() && linesOf(line.cells[toIndex(behind)], behind) == lines)
            ++behind;
        paintStretch(origin, column, behind, lines);
        column = behind;
    }
}

void RowPainter::paintStretch(QPoint origin, int begin, int end, const TextLines &lines)
{
    if (!lines.areAny())
        return;
    const QTransform toDevice = m_painter.deviceTransform();
    const qreal scale = toDevice.m22();
    const QRectF stretch = toDevice.mapRect(QRectF(cellsRect(origin, begin, end)));
    const LineMeasures measures{std::max(1, qRound(m_font.lineWidth() * scale)), qRound(m_font.ascent() * scale),
                                static_cast<int>(m_font.cellHeight() * scale), m_font.cellWidth() * scale,
                                qRound(toDevice.map(QPointF(origin)).x())};
    const QPoint corner(qRound(stretch.left()), qRound(stretch.top()));
    m_painter.save();
    m_painter.setWorldTransform(toDevice.inverted(), true);
    drawLines(m_painter, measures, {corner, QSize(qRound(stretch.right()) - corner.x(), measures.height)}, lines);
    m_painter.restore();
}

void RowPainter::underline(QPoint origin, int begin, int end)
{
    for (int column = begin; column < std::min(end, static_cast<int>(m_looks.size())); ++column) {
        const QRgb text = m_looks[toIndex(column)].colors.text;
        paintStretch(origin, column, column + 1, {terminal::Underline::Single, text, text});
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

void RowPainter::paintCell(const Line &line, QPoint origin, int column, TerminalColors::Pair colors)
{
    const bool exists = column < static_cast<int>(line.cells.size());
    const Cell cell = exists ? line.cells[toIndex(column)] : Cell{};
    const QRect rect = cellsRect(origin, column, column + (cell.isWide() ? 2 : 1));
    m_painter.fillRect(rect, QColor(colors.background));
    if (!exists)
        return;
    m_looks.assign(line.cells.size(), Look{colors, styleOf(cell.attributes)});
    m_room = rect;
    clip();
    paintText(line, origin, column, column + 1);
    paintLines(line, origin, column, column + 1);
    unclip();
}

} // namespace holdpoint::ui
