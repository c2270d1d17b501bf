// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// TerminalView: keys, input methods, paste, copy and find.

#include <ui/terminal/terminalview.h>

#include <models/terminal/mouse.h>

#include <QApplication>
#include <QClipboard>
#include <QFocusEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>

#include <chrono>

namespace holdpoint::ui {

namespace {

constexpr int mostCounted = 10000; // matches: enough to know that a pattern is too wide
// What a person waits for an answer, for a count beside it, and for a frame.
constexpr std::chrono::milliseconds longestSearch{3000};
constexpr std::chrono::milliseconds longestCount{1000};
constexpr std::chrono::milliseconds longestMarking{500};

} // namespace

bool TerminalView::event(QEvent *event)
{
    // A shortcut of the window must not fire for what a shell needs: Ctrl+W deletes a word there.
    if (event->type() == QEvent::ShortcutOverride && !leavesToWindow(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    const bool isPress = event->type() == QEvent::KeyPress;
    if ((isPress || event->type() == QEvent::KeyRelease) && m_screen && viewport()->underMouse()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Control) {
        Qt::KeyboardModifiers held = static_cast<QKeyEvent *>(event)->modifiers();
        held.setFlag(Qt::ControlModifier, isPress); // of the modifier's own key the event tells what was held before
        pointAt(m_pointer, held);
    }
    return QAbstractScrollArea::event(event);
}

bool TerminalView::leavesToWindow(const QKeyEvent &event) const
{
    if (m_keyPolicy == KeyPolicy::AllToHost && m_policy == InputPolicy::Enabled)
        return isAllKeysKey(event);
    return isWindowKey(event) && !(m_screen && m_screen->alternateScreen() && isHistoryKey(event));
}

// Tab is the shell's. The way out is Ctrl+Shift+arrows, which the window has.
bool TerminalView::focusNextPrevChild(bool) { return false; }

void TerminalView::keyPressEvent(QKeyEvent *event)
{
    if (!m_screen) {
        event->ignore();
        return;
    }
    if (leavesToWindow(*event)) {
        const TerminalAction action = terminalAction(*event);
        perform(action);
        event->setAccepted(action != TerminalAction::None);
        return;
    }
    const QByteArray bytes = bytesForKey(*event, m_screen->modes());
    if (!bytes.isEmpty()) {
        m_heldKeys.insert(event->nativeScanCode());
        send(bytes);
    }
    event->accept();
}

// Of a key whose press was the window's the host hears nothing, whatever modifiers are held when it is let go.
void TerminalView::keyReleaseEvent(QKeyEvent *event)
{
    if (!m_screen || event->isAutoRepeat() || !m_heldKeys.remove(event->nativeScanCode())) {
        event->ignore();
        return;
    }
    const QByteArray bytes = bytesForKey(*event, m_screen->modes());
    if (!bytes.isEmpty() && m_policy == InputPolicy::Enabled)
        emit input(bytes);
    event->accept();
}

void TerminalView::perform(TerminalAction action)
{
    switch (action) {
    case TerminalAction::None:
        break;
    case TerminalAction::Copy:
        copySelection();
        break;
    case TerminalAction::PasteClipboard:
        pasteClipboard();
        break;
    case TerminalAction::PastePrimary:
        if (QApplication::clipboard()->supportsSelection())
            paste(QApplication::clipboard()->text(QClipboard::Selection));
        else
            pasteClipboard();
        break;
    case TerminalAction::ScrollPageUp:
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        break;
    case TerminalAction::ScrollPageDown:
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
        break;
    case TerminalAction::ZoomIn:
        zoomIn();
        break;
    case TerminalAction::ZoomOut:
        zoomOut();
        break;
    case TerminalAction::ZoomReset:
        zoomReset();
        break;
    }
}

void TerminalView::send(const QByteArray &bytes)
{
    if (m_command.has_value()) {
        m_command.reset();
        viewport()->update();
    }
    if (m_policy == InputPolicy::Locked) {
        emit inputRefused();
        return;
    }
    clearSelection();
    scrollToBottom();
    emit input(bytes);
}

void TerminalView::setInputEnabled(InputPolicy policy)
{
    m_policy = policy;
    setAttribute(Qt::WA_InputMethodEnabled, policy == InputPolicy::Enabled);
}

void TerminalView::inputMethodEvent(QInputMethodEvent *event)
{
    if (!event->commitString().isEmpty() && m_screen)
        send(terminal::encodeText(event->commitString(), {}, m_screen->modes()));
    m_preedit = event->preeditString();
    updateRow(m_paintedCursor.y());
    event->accept();
}

QVariant TerminalView::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled:
        return m_policy == InputPolicy::Enabled;
    case Qt::ImCursorRectangle: {
        const QRect rect = m_screen ? cellRect(cursorRow(), m_screen->cursorColumn()) : QRect();
        return rect.translated(viewport()->pos());
    }
    case Qt::ImFont:
        return m_font.font();
    case Qt::ImHints: // an input method that guesses words or remembers them has no business in a shell
        return static_cast<int>(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    default:
        return QAbstractScrollArea::inputMethodQuery(query);
    }
}

void TerminalView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (!m_screen)
        return;
    updateCursor();
    const QByteArray report = terminal::encodeFocus(true, m_screen->modes());
    if (!report.isEmpty() && m_policy == InputPolicy::Enabled)
        emit input(report);
}

void TerminalView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_heldKeys.clear();
    setPointedLink(std::nullopt);
    if (!m_screen)
        return;
    updateCursor();
    const QByteArray report = terminal::encodeFocus(false, m_screen->modes());
    if (!report.isEmpty() && m_policy == InputPolicy::Enabled)
        emit input(report);
}

void TerminalView::tell(const terminal::Event &event)
{
    if (event.kind == terminal::Event::Kind::Title)
        emit titleChanged(event.text);
    else if (event.kind == terminal::Event::Kind::Bell)
        emit bellRang();
}

QString TerminalView::selectedText() const { return m_screen ? m_selection.text(*m_screen) : QString(); }

void TerminalView::copySelection()
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void TerminalView::copyWithColors()
{
    const QString text = selectedText();
    if (text.isEmpty())
        return;
    auto *both = new QMimeData; // the clipboard's
    both->setText(text);
    both->setHtml(m_selection.html(*m_screen, m_theme.with(m_screen->palette())));
    QApplication::clipboard()->setMimeData(both);
}

void TerminalView::selectAll()
{
    if (!m_screen)
        return;
    takeWhatChanged();
    m_selection.selectAll(*m_screen);
    viewport()->update();
    emit selectionChanged();
}

void TerminalView::clearSelection()
{
    if (m_selection.isEmpty())
        return;
    m_selection.clear();
    viewport()->update();
    emit selectionChanged();
}

void TerminalView::pasteClipboard() { paste(QApplication::clipboard()->text()); }

void TerminalView::paste(const QString &text)
{
    if (!m_screen || text.isEmpty())
        return;
    if (m_policy == InputPolicy::Locked) {
        emit inputRefused();
        return;
    }
    const terminal::PasteFindings findings = terminal::inspectPaste(text);
    if (findings.needsConfirmation())
        emit pasteNeedsConfirmation(findings.cleanText, findings);
    else
        confirmPaste(findings.cleanText);
}

void TerminalView::confirmPaste(const QString &cleanText)
{
    if (m_screen && !cleanText.isEmpty())
        send(terminal::encodePaste(cleanText, m_screen->modes()));
}

TerminalView::Found TerminalView::find(const Sought &sought, terminal::SearchDirection direction)
{
    m_pattern.setPattern(sought.isExpression ? sought.text : QRegularExpression::escape(sought.text));
    QRegularExpression::PatternOptions options; // letters are those of every language
    options.setFlag(QRegularExpression::CaseInsensitiveOption, !sought.isCaseSensitive);
    options.setFlag(QRegularExpression::UseUnicodePropertiesOption, sought.isExpression);
    m_pattern.setPatternOptions(options);
    m_shownMatches.reset();
    viewport()->update();
    if (!m_pattern.isValid())
        return giveUp(tr("Not a valid regular expression: %1").arg(m_pattern.errorString()));
    if (!m_screen || sought.text.isEmpty()) {
        m_found.reset();
        return {};
    }
    const bool forward = direction == terminal::SearchDirection::Forward;
    const qint64 dropped = m_screen->droppedLines();
    terminal::Position start{forward ? lineAt(0) : lineAt(m_screen->rows()), -1};
    if (m_found)
        start = {m_found->from.line - dropped, m_found->from.column};
    terminal::SearchEffort looking(longestSearch);
    std::optional<terminal::Match> found = terminal::search(*m_screen, m_pattern, start, direction, &looking);
    if (!found) // round the end
        found = terminal::search(*m_screen, m_pattern, {forward ? 0 : m_screen->lines(), -1}, direction, &looking);
    terminal::SearchEffort counting(longestCount);
    terminal::MatchCount count;
    if (found)
        count = terminal::countMatches(*m_screen, m_pattern, found->from, mostCounted, &counting);
    if (counting.hasFailed() || (!found && looking.isOver()))
        return giveUp(tr("This regular expression takes too long: a simpler one is needed."));
    m_found = found;
    if (!found)
        return {};
    m_found->from.line += dropped;
    m_found->to.line += dropped;
    if (!m_screen->alternateScreen() && m_folds.remove(m_found->from.line)) // a match never leaves its line, nor its fold
        foldsChanged(m_folds.lineAt(verticalScrollBar()->value()));
    if (rowOf(found->from.line) < 0 || rowOf(found->to.line) >= m_screen->rows())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rowOf(found->from.line) - m_screen->rows() / 2);
    return {true, count, {}};
}

TerminalView::Found TerminalView::giveUp(const QString &problem)
{
    clearFind(); // a frame is not to pay again for what took too long once
    return {false, {}, problem};
}

void TerminalView::clearFind()
{
    m_pattern.setPattern({});
    m_found.reset();
    m_shownMatches.reset();
    viewport()->update();
}

/// Line by line of the text, not of the screen: a match that goes on in the next row is marked in both.
void TerminalView::findShownMatches()
{
    if (m_shownMatches)
        return;
    m_shownMatches.emplace();
    if (m_pattern.pattern().isEmpty() || !m_pattern.isValid())
        return;
    terminal::SearchEffort effort(longestMarking);
    for (int row = 0; row < m_screen->rows();) {
        int end = row; // of rows whose lines follow each other
        while (end + 1 < m_screen->rows() && lineAt(end + 1) == lineAt(end) + 1)
            ++end;
        if (lineAt(row) >= m_screen->lines())
            break;
        for (terminal::Match match : terminal::matchesIn(*m_screen, m_pattern, lineAt(row),
                                                         std::min(lineAt(end), m_screen->lines() - 1), &effort)) {
            match.from.line += m_screen->droppedLines();
            match.to.line += m_screen->droppedLines();
            m_shownMatches->push_back(match);
        }
        row = end + 1;
    }
    if (effort.hasFailed()) // and will in every frame
        m_pattern.setPattern({});
}

} // namespace holdpoint::ui
