// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/screen.h>
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

/// Paints rows of cells on a canvas in the standard background: other backgrounds, then one glyph run for each run of equal looks, then lines.
class RowPainter
{
public:
    RowPainter(QPainter &painter, const TerminalFont &font, const TerminalColors &colors,
               const terminal::Screen &screen);

    /// A row whose left upper corner is at `origin`, `columns` wide whatever the line's length.
    void paint(const terminal::Line &line, QPoint origin, int columns, const std::vector<Highlight> &highlights);
    /// Cell `column` of the line once more, in other colours: what a block cursor covers.
    void paintCell(const terminal::Line &line, QPoint origin, int column, TerminalColors::Pair colors);

private:
    struct Look
    {
        TerminalColors::Pair colors;
        unsigned style = 0;
    };

    void resolve(const terminal::Line &line, int columns, const std::vector<Highlight> &highlights);
    void paintBackgrounds(QPoint origin, int columns);
    void paintText(const terminal::Line &line, QPoint origin, int begin, int end);
    void paintShaped(const terminal::Cell &cell, QPoint at, const Look &look);
    void paintLines(const terminal::Line &line, QPoint origin, int begin, int end);
    void paintUnderline(const terminal::Cell &cell, const QRect &cellRect, QRgb color);
    [[nodiscard]] bool isLink(const terminal::Cell &cell);
    void flush();

    QPainter &m_painter;
    const TerminalFont &m_font;
    const TerminalColors &m_colors;
    const terminal::Screen &m_screen;
    bool m_reversed;
    std::vector<Look> m_looks;
    QList<quint32> m_glyphs; // the run that is being collected
    QList<QPointF> m_positions;
    Look m_runLook;
    quint16 m_decoration = 0; // the one last looked at, and whether its link is offered
    bool m_decorationIsLink = false;
};

} // namespace holdpoint::ui
