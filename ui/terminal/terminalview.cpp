// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/terminalview.h>

#include <ui/terminal/promptmark.h>
#include <ui/terminal/terminalaccessible.h>

#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace holdpoint::ui {

namespace {

constexpr int frameMs = 16;
constexpr int synchronisedMs = 150; // longest we wait for a host to end its frame
constexpr int announceMs = 50;
constexpr int leftMargin = 14; // with room for the marks of prompts
constexpr int rightMargin = 5; // a column of pixels is not to stick to the pane's edge
constexpr int margin = 2;

TerminalColors colorsFor(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128 ? TerminalColors::dark() : TerminalColors::light();
}

} // namespace

TerminalView::TerminalView(QWidget *parent)
    : QAbstractScrollArea(parent), m_theme(colorsFor(palette())), m_colors(m_theme), m_font(TerminalFont::defaultFont())
{
    TerminalAccessible::install();
    setObjectName(QStringLiteral("terminalView"));
    setAccessibleName(tr("Terminal"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    m_sinceFrame.start();
}

TerminalView::~TerminalView() = default;

void TerminalView::setScreen(terminal::Screen *screen)
{
    m_screen = screen;
    m_selection.clear();
    m_found.reset();
    m_shownMatches.reset();
    m_command.reset();
    setPointedLink(std::nullopt);
    m_folds.clear();
    m_folds.drop(screen ? screen->droppedLines() : 0);
    if (screen) {
        screen->setTheme(m_theme.theme());
        if (isVisible())
            fitScreen();
        updateScrollBar();
        scrollToBottom();
    }
    viewport()->update();
}

void TerminalView::setColors(const TerminalColors &colors)
{
    m_followsPalette = false;
    setTheme(colors);
}

void TerminalView::setTheme(const TerminalColors &theme)
{
    m_theme = theme;
    if (m_screen)
        m_screen->setTheme(theme.theme());
    viewport()->update();
}

void TerminalView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_followsPalette) {
        setTheme(colorsFor(palette()));
    }
    QAbstractScrollArea::changeEvent(event);
}

QSize TerminalView::sizeHint() const
{
    return {80 * m_font.cellWidth() + leftMargin + rightMargin + verticalScrollBar()->sizeHint().width(),
            24 * m_font.cellHeight() + 2 * margin};
}

void TerminalView::fitScreen()
{
    if (m_sizing == Sizing::FitFont)
        return fitFont();
    const int columns = std::max(2, (viewport()->width() - leftMargin - rightMargin) / m_font.cellWidth());
    const int rows = std::max(1, (viewport()->height() - 2 * margin) / m_font.cellHeight());
    if (!m_screen || (columns == m_screen->columns() && rows == m_screen->rows()))
        return;
    resizeScreen(columns, rows);
    emit resized(columns, rows);
}

/// The largest font, up to the usual one, in which all of the screen is seen.
void TerminalView::fitFont()
{
    if (!m_screen)
        return;
    constexpr double step = 0.5;
    m_fittedScreen = {m_screen->columns(), m_screen->rows()};
    QFont font = m_font.font();
    const auto fits = [this](const TerminalFont &candidate) {
        return m_screen->columns() * candidate.cellWidth() <= viewport()->width() - leftMargin - rightMargin
               && m_screen->rows() * candidate.cellHeight() <= viewport()->height() - 2 * margin;
    };
    double points = TerminalFont::defaultFont().pointSizeF();
    do {
        font.setPointSizeF(points);
        m_font = TerminalFont(font);
        points -= step;
    } while (points >= TerminalFont::smallest && !fits(m_font));
    viewport()->update();
}

void TerminalView::resizeEvent(QResizeEvent *)
{
    fitScreen();
    viewport()->update();
}

void TerminalView::zoom(int steps) { chooseTextSize(m_font.font().pointSizeF() + steps); }
void TerminalView::zoomReset() { chooseTextSize(TerminalFont::systemPoints()); }

void TerminalView::chooseTextSize(double points)
{
    setFontSize(points);
    TerminalFont::setUsualPoints(m_font.font().pointSizeF());
    emit textSizeChosen(m_font.font().pointSizeF());
}

void TerminalView::setFontSize(double points)
{
    QFont font = m_font.font();
    font.setPointSizeF(std::clamp(points, TerminalFont::smallest, TerminalFont::largest));
    setTerminalFont(font);
}

void TerminalView::takeUsualFamily()
{
    QFont font = TerminalFont::defaultFont();
    font.setPointSizeF(m_font.font().pointSizeF());
    setTerminalFont(font);
}

void TerminalView::setTerminalFont(const QFont &font)
{
    m_font = TerminalFont(font);
    fitScreen();
    viewport()->update();
    updateGeometry();
}

qint64 TerminalView::lineAt(int row) const
{
    if (m_screen->alternateScreen())
        return m_screen->scrollbackLines() + row;
    return m_folds.lineAt(verticalScrollBar()->value() + row) - m_screen->droppedLines();
}

int TerminalView::rowOf(qint64 line) const
{
    const qint64 row = m_screen->alternateScreen()
        ? line - m_screen->scrollbackLines()
        : m_folds.rowOf(line + m_screen->droppedLines()) - verticalScrollBar()->value();
    return static_cast<int>(row);
}

bool TerminalView::isAtBottom() const
{
    return !m_screen || m_screen->alternateScreen() || verticalScrollBar()->value() == verticalScrollBar()->maximum();
}

void TerminalView::scrollToBottom() { verticalScrollBar()->setValue(verticalScrollBar()->maximum()); }

// Without its signals: what the bar's movement by output means for the picture, applyDamage() knows better.
void TerminalView::updateScrollBar()
{
    QScrollBar *bar = verticalScrollBar();
    const QSignalBlocker quiet(bar);
    const int before = bar->value();
    const bool follows = before == bar->maximum();
    const qint64 top = m_folds.lineAt(before);
    const bool isCut = m_folds.begin() != m_screen->droppedLines();
    m_folds.drop(m_screen->droppedLines());
    dropStaleFolds();
    const qint64 rows = m_folds.rowOf(m_folds.begin() + m_screen->lines());
    bar->setRange(0, m_screen->alternateScreen() ? 0 : static_cast<int>(std::max<qint64>(0, rows - m_screen->rows())));
    bar->setPageStep(m_screen->rows());
    bar->setValue(follows ? bar->maximum() : static_cast<int>(m_folds.rowOf(top)));
    if (bar->value() != before || isCut)
        m_shownMatches.reset();
    if (!follows && isCut) // what was shown may be gone, and no row of the screen has changed
        viewport()->update();
}

void TerminalView::scrollContentsBy(int, int)
{
    m_shownMatches.reset();
    viewport()->update();
    lookAtLinkAgain();
    announceChange();
}

void TerminalView::screenChanged()
{
    if (!m_screen)
        return;
    if (m_screen->synchronisedOutput()) {
        if (!m_synchronisedTimer.isActive())
            m_synchronisedTimer.start(synchronisedMs, this);
        return;
    }
    m_synchronisedTimer.stop();
    scheduleFrame();
}

void TerminalView::scheduleFrame()
{
    const qint64 age = m_sinceFrame.elapsed();
    if (age >= frameMs)
        present();
    else if (!m_frameTimer.isActive())
        m_frameTimer.start(static_cast<int>(frameMs - age), Qt::PreciseTimer, this);
}

void TerminalView::timerEvent(QTimerEvent *event)
{
    const int id = event->timerId();
    if (id == m_frameTimer.timerId() && m_screen && m_screen->synchronisedOutput()) { // begun since the timer was started
        m_frameTimer.stop();
        if (!m_synchronisedTimer.isActive())
            m_synchronisedTimer.start(synchronisedMs, this);
    } else if (id == m_frameTimer.timerId() || id == m_synchronisedTimer.timerId()) {
        m_synchronisedTimer.stop();
        present();
    } else if (id == m_blinkTimer.timerId()) {
        blink();
    } else if (id == m_autoscrollTimer.timerId()) {
        autoscroll();
    } else if (id == m_announceTimer.timerId()) {
        m_announceTimer.stop();
        TerminalAccessible::tellChange(this);
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

void TerminalView::present()
{
    m_frameTimer.stop();
    if (!m_screen)
        return;
    m_sinceFrame.restart();
    if (m_sizing == Sizing::FitFont && m_fittedScreen != QSize(m_screen->columns(), m_screen->rows()))
        fitFont();
    updateScrollBar();
    applyDamage();
    updateCursor();
    lookAtLinkAgain();
    announceChange();
}

// What was fed before something is selected must not end the selection in the next frame.
void TerminalView::takeWhatChanged()
{
    if (m_screen && !m_screen->synchronisedOutput())
        present();
}

void TerminalView::announceChange()
{
    if (QAccessible::isActive() && !m_announceTimer.isActive())
        m_announceTimer.start(announceMs, this);
}

void TerminalView::applyDamage()
{
    const terminal::Damage damage = m_screen->takeDamage();
    if (!damage.rows.empty() || damage.scrolled > 0)
        m_shownMatches.reset();
    if (!m_selection.touches(*m_screen, 0, m_screen->lines() - 1))
        clearSelection(); // its text was dropped
    for (const int row : damage.rows) {
        const qint64 line = m_screen->scrollbackLines() + row;
        if (m_selection.touches(*m_screen, line, line))
            clearSelection();
    }
    forgetMoved(damage);
    const bool isAll = static_cast<int>(damage.rows.size()) == m_screen->rows(); // a new palette colours the margins too
    if (isAll || !isAtBottom() || !m_folds.isEmpty() || damage.scrolled >= m_screen->rows()
        || (damage.scrolled > 0 && !isWholeScaled())) {
        viewport()->update();
        return;
    }
    if (damage.scrolled > 0) {
        // With the marks in the margin, and what leans over the last column.
        const int height = m_screen->rows() * m_font.cellHeight();
        const QRect area(0, cellRect(0, 0).top(), viewport()->width(), height);
        viewport()->scroll(0, -damage.scrolled * m_font.cellHeight(), area);
        updateRow(m_paintedCursor.y() - damage.scrolled);
    }
    for (const int row : damage.rows)
        updateRow(row);
}

/// What a person pointed out in text that no line number leads to any more.
void TerminalView::forgetMoved(const terminal::Damage &damage)
{
    const qint64 dropped = m_screen->droppedLines();
    for (const qint64 line : damage.leftChanged) {
        if (m_selection.touches(*m_screen, line - dropped, line - dropped))
            clearSelection();
    }
    const qint64 from = damage.renumberedFrom;
    if (from - dropped >= m_screen->lines())
        return;
    if (m_selection.touches(*m_screen, from - dropped, m_screen->lines() - 1))
        clearSelection();
    const bool isFoundGone = m_found && m_found->to.line >= from;
    const bool isCommandGone = m_command && *m_command >= from;
    if (isFoundGone)
        m_found.reset();
    if (isCommandGone)
        m_command.reset();
    if (isFoundGone || isCommandGone)
        viewport()->update();
}

void TerminalView::updateRow(int row)
{
    if (row < 0)
        return;
    // A row that ends inside a device's pixel takes its neighbour's part of it along.
    const int shared = isWholeScaled() ? 0 : 1;
    viewport()->update(0, cellRect(row, 0).top() - shared, viewport()->width(), m_font.cellHeight() + 2 * shared);
}

bool TerminalView::isWholeScaled() const
{
    const qreal ratio = viewport()->devicePixelRatioF();
    return ratio == std::floor(ratio);
}

void TerminalView::updateCursor()
{
    updateRow(m_paintedCursor.y());
    updateRow(cursorRow());
    m_cursorOn = true;
    m_cursorMoved = true;
    updateBlinking();
    updateMicroFocus();
}

/// The timer runs while there is something that blinks, for who has not turned it off and looks at this terminal.
void TerminalView::updateBlinking()
{
    const int flashTime = QApplication::cursorFlashTime();
    if (hasFocus() && flashTime > 0 && (m_screen->modes().cursorBlinks || m_showsBlinkingText)) {
        if (!m_blinkTimer.isActive())
            m_blinkTimer.start(flashTime / 2, this);
        return;
    }
    m_blinkTimer.stop();
    if (m_textPhase == BlinkPhase::Off)
        viewport()->update();
    m_textPhase = BlinkPhase::On;
}

void TerminalView::blink()
{
    m_cursorOn = m_cursorMoved || !m_cursorOn;
    m_cursorMoved = false;
    m_textPhase = m_textPhase == BlinkPhase::On ? BlinkPhase::Off : BlinkPhase::On;
    if (m_showsBlinkingText)
        viewport()->update();
    else
        updateRow(m_paintedCursor.y());
}

QRect TerminalView::cellRect(int row, int column) const
{
    return {leftMargin + column * m_font.cellWidth(), margin + row * m_font.cellHeight(), m_font.cellWidth(),
            m_font.cellHeight()};
}

QPoint TerminalView::cellAt(QPoint point) const
{
    const int column = (point.x() - leftMargin) / m_font.cellWidth();
    const int row = (point.y() - margin) / m_font.cellHeight();
    return {std::clamp(column, 0, m_screen->columns() - 1), std::clamp(row, 0, m_screen->rows() - 1)};
}

QString TerminalView::visibleText() const
{
    if (!m_screen)
        return {};
    QStringList lines;
    for (int row = 0; row < m_screen->rows(); ++row) {
        const terminal::FoldMap::Fold *fold = foldAt(row);
        lines += fold ? foldText(*fold) : m_screen->lineText(lineAt(row));
    }
    return lines.join(QLatin1Char('\n'));
}

int TerminalView::textOffsetOf(int row, int column) const
{
    if (foldAt(row))
        return column;
    const terminal::Line line = m_screen->line(lineAt(row));
    const auto size = static_cast<int>(line.cells.size());
    if (column < size && line.cells[static_cast<std::size_t>(column)].isSpacer())
        --column;
    qsizetype offset = std::max(0, column - size);
    for (int before = 0; before < std::min(column, size); ++before)
        offset += m_screen->cellText(line.cells[static_cast<std::size_t>(before)]).size();
    return static_cast<int>(offset);
}

int TerminalView::columnOf(int row, int offset) const
{
    if (foldAt(row))
        return offset;
    int column = 0;
    for (const terminal::Cell &cell : m_screen->line(lineAt(row)).cells) {
        const auto length = static_cast<int>(m_screen->cellText(cell).size());
        if (offset < length)
            return column;
        offset -= length;
        ++column;
    }
    return column + offset;
}

void TerminalView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    m_colors = m_screen ? m_theme.with(m_screen->palette()) : m_theme;
    const bool reversed = m_screen && m_screen->modes().reverseScreen;
    painter.fillRect(event->rect(), QColor(m_colors.resolve({}, reversed).background));
    if (!m_screen)
        return;
    findShownMatches();
    RowPainter rows(painter, m_font, m_colors, *m_screen, m_textPhase);
    for (int row = 0; row < m_screen->rows(); ++row) {
        const QRect rect(0, cellRect(row, 0).top(), viewport()->width(), m_font.cellHeight());
        if (!event->region().intersects(rect))
            continue;
        if (const terminal::FoldMap::Fold *fold = foldAt(row)) {
            paintFold(painter, row, *fold);
            continue;
        }
        paintRow(rows, row);
        paintMark(painter, row);
    }
    paintCursor(painter, rows);
    paintPreedit(painter);
    m_showsBlinkingText = rows.sawBlinking() || (m_showsBlinkingText && event->rect() != viewport()->rect());
    updateBlinking();
}

void TerminalView::paintRow(RowPainter &rows, int row)
{
    const qint64 line = lineAt(row);
    const QPoint origin = cellRect(row, 0).topLeft();
    rows.paint(m_screen->line(line), origin, m_screen->columns(), highlightsOf(line));
    if (!m_pointedLink)
        return;
    const auto &[from, to] = m_pointedLink->place;
    if (line >= from.line && line <= to.line)
        rows.underline(origin, line == from.line ? from.column : 0, line == to.line ? to.column : m_screen->columns());
}

/// A mark in the margin where a prompt begins, so that the eye finds one command among its neighbours, and those that failed.
void TerminalView::paintMark(QPainter &painter, int row) const
{
    const qint64 line = lineAt(row);
    if (!isPrompt(line))
        return;
    const QRect gutter(0, cellRect(row, 0).top(), leftMargin, m_font.cellHeight());
    paintPromptMark(painter, gutter, m_colors, m_screen->outcome(line));
}

std::vector<Highlight> TerminalView::highlightsOf(qint64 line) const
{
    std::vector<Highlight> highlights;
    if (currentCommand() == line)
        highlights.push_back({0, m_screen->columns(), m_colors.match});
    const auto [begin, end] = m_selection.columnsOf(*m_screen, line);
    if (begin < end)
        highlights.push_back({begin, end, m_colors.selection});
    for (const terminal::Match &match : *m_shownMatches) { // what is looked for must be seen in selected text too
        const qint64 from = match.from.line - m_screen->droppedLines();
        const qint64 to = match.to.line - m_screen->droppedLines();
        const bool isCurrent = m_found && m_found->from == match.from;
        if (line >= from && line <= to)
            highlights.push_back({line == from ? match.from.column : 0, line == to ? match.to.column : m_screen->columns(),
                                  isCurrent ? m_colors.currentMatch : m_colors.match});
    }
    return highlights;
}

void TerminalView::paintCursor(QPainter &painter, RowPainter &rows)
{
    const int row = cursorRow();
    m_paintedCursor = {m_screen->cursorColumn(), row};
    if (!m_screen->cursorVisible() || row >= m_screen->rows() || !m_preedit.isEmpty())
        return;
    if (hasFocus() && m_screen->modes().cursorBlinks && !m_cursorOn)
        return;
    const terminal::Line line = m_screen->line(cursorLine());
    const auto column = static_cast<std::size_t>(m_screen->cursorColumn());
    const bool isWide = column < line.cells.size() && line.cells[column].isWide();
    QRect rect = cellRect(m_paintedCursor.y(), m_paintedCursor.x());
    rect.setWidth(rect.width() * (isWide ? 2 : 1));
    const QColor color(m_colors.cursor);
    const QRgb covered = readable(m_colors.background, m_colors.cursor, 4.5);
    if (!hasFocus()) {
        painter.setPen(color);
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
    } else if (m_screen->cursorShape() == terminal::CursorShape::Block) {
        rows.paintCell(line, cellRect(m_paintedCursor.y(), 0).topLeft(), m_paintedCursor.x(),
                       {covered, m_colors.cursor, covered});
    } else if (m_screen->cursorShape() == terminal::CursorShape::Underline) {
        const int width = 2 * m_font.lineWidth();
        painter.fillRect(rect.left(), rect.bottom() + 1 - width, rect.width(), width, color);
    } else { // between two characters, not over a stem
        const int width = std::max(1, m_font.cellWidth() / 6);
        painter.fillRect(rect.left() - (width + 1) / 2, rect.top(), width, rect.height(), color);
    }
}

// What an input method is composing stands at the cursor, underlined, until it is committed.
void TerminalView::paintPreedit(QPainter &painter)
{
    if (m_preedit.isEmpty())
        return;
    const QRect cell = cellRect(m_paintedCursor.y(), m_paintedCursor.x());
    const QFontMetrics metrics(m_font.font());
    const QRect rect(cell.left(), cell.top(), metrics.horizontalAdvance(m_preedit), cell.height());
    painter.fillRect(rect, QColor(m_colors.selection));
    painter.setPen(QColor(readable(m_colors.foreground, m_colors.selection, 4.5)));
    painter.setFont(m_font.font());
    painter.drawText(rect.left(), rect.top() + m_font.ascent(), m_preedit);
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), m_font.lineWidth(), painter.pen().color());
}

void TerminalView::autoscroll()
{
    const int beyond = m_dragPoint.y() < 0 ? m_dragPoint.y() : std::max(0, m_dragPoint.y() - viewport()->height());
    if (!m_screen || beyond == 0)
        return;
    const int lines = beyond / m_font.cellHeight() + (beyond < 0 ? -1 : 1);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + lines);
    extendSelection(m_dragPoint);
}

} // namespace holdpoint::ui
