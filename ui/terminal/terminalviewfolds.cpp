// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// TerminalView: folding the output of commands, and keeping everything on its text when lines wrap anew.

#include <ui/terminal/terminalview.h>

#include <models/terminal/screen.h>

#include <QPainter>
#include <QScrollBar>

namespace holdpoint::ui {

using terminal::FoldMap;
using terminal::LineMark;
using terminal::Position;

QString TerminalView::foldText(const FoldMap::Fold &fold)
{
    //: In place of a command's output; there are always two lines at least.
    return tr("… %L1 lines folded").arg(fold.lines());
}

const FoldMap::Fold *TerminalView::foldAt(int row) const
{
    return m_screen->alternateScreen() ? nullptr : m_folds.at(lineAt(row) + m_screen->droppedLines());
}

bool TerminalView::canFold(const Output &output) const { return output.isFinished && output.last > output.first; }

bool TerminalView::isFolded(const Output &output) const
{
    return m_folds.at(output.first + m_screen->droppedLines()) != nullptr;
}

void TerminalView::toggleFold()
{
    if (!m_screen || m_screen->alternateScreen())
        return;
    std::optional<Output> output = currentOutput();
    if (output && !output->isFinished && !currentCommand()) { // of what runs nothing can be folded: the one before it
        const qint64 before = m_screen->markedAtOrBefore(output->first - 1, LineMark::Output);
        output = outputFrom(before);
    }
    if (output)
        toggleFold(*output);
}

void TerminalView::toggleFold(const Output &output)
{
    const qint64 dropped = m_screen->droppedLines();
    qint64 top = m_folds.lineAt(verticalScrollBar()->value());
    if (isFolded(output)) {
        m_folds.remove(output.first + dropped);
    } else {
        if (!canFold(output) || !m_folds.add({output.first + dropped, output.last + dropped}))
            return;
        top = isAtBottom() ? m_folds.begin() + m_screen->lines() : std::min(top, output.first + dropped);
    }
    foldsChanged(top);
}

void TerminalView::foldAll()
{
    if (!m_screen || m_screen->alternateScreen())
        return;
    const qint64 dropped = m_screen->droppedLines();
    const qint64 top =
        isAtBottom() ? m_folds.begin() + m_screen->lines() : m_folds.lineAt(verticalScrollBar()->value());
    std::vector<FoldMap::Fold> folds;
    std::optional<qint64> first; // of the output whose end is not seen yet
    m_screen->visitMarks([&](qint64 line, LineMark mark) {
        if (mark == LineMark::Prompt) {
            if (first && line <= cursorLine())
                folds.push_back({*first + dropped, line - 1 + dropped});
            first.reset();
        } else if (!first) {
            first = line;
        }
    });
    m_folds.add(folds);
    foldsChanged(top);
}

void TerminalView::unfoldAll()
{
    if (!m_screen || m_folds.isEmpty())
        return;
    const qint64 top =
        isAtBottom() ? m_folds.begin() + m_screen->lines() : m_folds.lineAt(verticalScrollBar()->value());
    m_folds.clear();
    foldsChanged(top);
}

/// Shows the line at the top, or as far up as it goes.
void TerminalView::foldsChanged(qint64 top)
{
    m_shownMatches.reset();
    updateScrollBar();
    const QSignalBlocker quiet(verticalScrollBar());
    verticalScrollBar()->setValue(
        static_cast<int>(std::min<qint64>(m_folds.rowOf(top), verticalScrollBar()->maximum())));
    viewport()->update();
    updateCursor();
    announceChange();
}

/// A fold stands between the marks of an output's beginning and of the next prompt. Where a program has taken one of them
/// away, or stands with its cursor in the fold, something else is there now, and must be seen.
void TerminalView::dropStaleFolds()
{
    if (m_folds.isEmpty() || m_screen->alternateScreen())
        return;
    const qint64 dropped = m_screen->droppedLines();
    for (const FoldMap::Fold &fold : m_folds.folds()) {
        const qint64 next = fold.last + 1 - dropped;
        if (next < m_screen->scrollbackLines()) // what has left the screen does not change
            continue;
        const bool begins = fold.first == dropped || m_screen->mark(fold.first - dropped) == LineMark::Output;
        if (!begins || m_screen->mark(next) != LineMark::Prompt || cursorLine() < next) {
            m_folds.remove(fold.first);
            m_shownMatches.reset();
        }
    }
}

void TerminalView::paintFold(QPainter &painter, int row, const FoldMap::Fold &fold) const
{
    const QRect rect(0, cellRect(row, 0).top(), viewport()->width(), m_font.cellHeight());
    QColor tint(m_colors.foreground);
    tint.setAlphaF(0.08F);
    const qint64 first = fold.first - m_screen->droppedLines();
    const auto [begin, end] = m_selection.columnsOf(*m_screen, first);
    const bool isSelected = begin < end;
    painter.fillRect(rect, isSelected ? QColor(m_colors.selection) : tint);
    QFont font = m_font.font();
    font.setItalic(true);
    painter.setFont(font);
    painter.setPen(QColor(isSelected ? readable(m_colors.foreground, m_colors.selection, m_colors.minimumContrast)
                                     : m_colors.foreground));
    painter.drawText(cellRect(row, 0).left(), rect.top() + m_font.ascent(), foldText(fold));
}

void TerminalView::resizeScreen(int columns, int rows)
{
    updateScrollBar();
    applyDamage(); // what has changed until now may end the selection; what the new size changes does not
    if (m_screen->alternateScreen())
        clearSelection(); // the program draws its screen anew
    const bool follows = isAtBottom();
    const bool isBlock = m_selection.shape() == terminal::SelectionShape::Block;
    const QString block = isBlock ? selectedText() : QString();
    Position top{m_folds.lineAt(verticalScrollBar()->value()), 0};
    Position command{m_command.value_or(-1), 0};
    std::vector<Position> ends; // of folds
    for (const FoldMap::Fold &fold : m_folds.folds())
        ends.insert(ends.end(), {{fold.first, 0}, {fold.last, m_screen->columns()}});
    std::vector<Position *> kept = m_selection.positions();
    kept.insert(kept.end(), {&top, &command});
    if (m_found)
        kept.insert(kept.end(), {&m_found->from, &m_found->to});
    for (Position &end : ends)
        kept.push_back(&end);
    std::vector<Position> followed;
    for (const Position *position : kept)
        followed.push_back(*position);
    m_screen->resize(columns, rows, followed);
    for (std::size_t index = 0; index < kept.size(); ++index)
        *kept[index] = followed[index];
    (void)m_screen->takeDamage();
    m_shownMatches.reset();
    if (m_command)
        m_command = command.line;
    m_folds.clear();
    m_folds.drop(m_screen->droppedLines());
    std::vector<FoldMap::Fold> folds;
    for (std::size_t index = 0; index < ends.size(); index += 2)
        folds.push_back({std::max(ends[index].line, m_folds.begin()), ends[index + 1].line});
    m_folds.add(folds);
    if (isBlock && selectedText() != block)
        clearSelection(); // its lines are not below each other any more
    updateScrollBar();
    verticalScrollBar()->setValue(follows ? verticalScrollBar()->maximum() : static_cast<int>(m_folds.rowOf(top.line)));
}

} // namespace holdpoint::ui
