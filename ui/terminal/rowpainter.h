// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/screen.h>
#include <ui/terminal/linedrawing.h>
#include <ui/terminal/terminalcolors.h>
#include <ui/terminal/terminalfont.h>

#include <QList>
#include <QPointF>
#include <QRect>

#include <vector>

class QPainter;

namespace holdpoint::ui {

/// Columns [begin, end) of a row with another background.
struct Highlight
{
    int begin = 0;
    int end = 0;
    QRgb background = 0;
};

/// Whether text that blinks (SGR 5 and 6) is to be seen now.
enum class BlinkPhase { On, Off };

/// Paints rows of cells on a canvas in the standard background: other backgrounds, then one glyph run for each run of equal
/// looks, then what pictures are made of, then lines. Nothing goes above or below a row: it is painted anew alone.
class RowPainter
{
public:
    RowPainter(QPainter &painter, const TerminalFont &font, const TerminalColors &colors,
               const terminal::Screen &screen, BlinkPhase phase);

    /// A row whose left upper corner is at `origin`, `columns` wide whatever the line's length.
    void paint(const terminal::Line &line, QPoint origin, int columns, const std::vector<Highlight> &highlights);
    /// A line below the columns [begin, end) of the row that was painted last, in the colours of their text.
    void underline(QPoint origin, int begin, int end);
    /// Cell `column` of the line once more, in other colours: what a block cursor covers.
    void paintCell(const terminal::Line &line, QPoint origin, int column, TerminalColors::Pair colors);
    /// Whether anything blinks in the rows that were painted.
    [[nodiscard]] bool sawBlinking() const { return m_sawBlinking; }

private:
    struct Look
    {
        TerminalColors::Pair colors;
        quint8 style = 0;      ///< a TerminalFont::Style
        bool isHidden = false; ///< then text has its background's colour; what brings its own colours is left out
    };

    [[nodiscard]] Look lookOf(const terminal::Attributes &attributes);
    void resolve(const terminal::Line &line, int columns, const std::vector<Highlight> &highlights);
    void paintBackgrounds(QPoint origin, int columns);
    void paintText(const terminal::Line &line, QPoint origin, int begin, int end);
    void paintPictures(const terminal::Line &line, QPoint origin);
    void paintShaped(const terminal::Cell &cell, QPoint origin, int column);
    void paintShape(const TerminalFont::Shape &shape, const terminal::Cell &cell, const QRectF &rect);
    void paintLines(const terminal::Line &line, QPoint origin, int begin, int end);
    void paintStretch(QPoint origin, int begin, int end, const TextLines &lines);
    [[nodiscard]] TextLines linesOf(const terminal::Cell &cell, int column);
    [[nodiscard]] bool isLink(const terminal::Cell &cell);
    void flush();
    void clip();
    void unclip();
    [[nodiscard]] QRect cellsRect(QPoint origin, int begin, int end) const;

    QPainter &m_painter;
    const TerminalFont &m_font;
    const TerminalColors &m_colors;
    const terminal::Screen &m_screen;
    BlinkPhase m_phase;
    bool m_reversed;
    bool m_sawBlinking = false;
    QRect m_room; // what is painted now stays in it
    bool m_isClipped = false;
    std::vector<Look> m_looks;
    std::vector<int> m_pictures; // the columns of those that are drawn here
    QList<quint32> m_glyphs;     // the run that is being collected
    QList<QPointF> m_positions;
    unsigned m_runStyle = 0;
    QRgb m_runColor = 0;
    quint16 m_decoration = 0; // the one last looked at, and whether its link is offered
    bool m_decorationIsLink = false;
};

} // namespace holdpoint::ui
