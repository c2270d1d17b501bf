// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// TerminalView: the context menu.

#include <ui/terminal/terminalview.h>

#include <models/base/text.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>

namespace holdpoint::ui {

namespace {

/// The keys that the window has for the same thing, if it has any.
QKeySequence keysOf(const QWidget &view, const char *windowAction)
{
    const auto *action = view.window()->findChild<QAction *>(QString::fromLatin1(windowAction));
    return action ? action->shortcut() : QKeySequence();
}

/// With the host it leads to, which the text of a link may hide.
QString openLinkText(const QUrl &url)
{
    constexpr qsizetype mostShown = 60;
    const QString host = elided(url.host(QUrl::FullyEncoded), mostShown).replace(u'&', QStringLiteral("&&"));
    return url.isEmpty() ? TerminalView::tr("Op&en the link") : TerminalView::tr("Op&en the link to %1").arg(host);
}

} // namespace

void TerminalView::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    if (!m_screen)
        return;
    if (event->reason() != QContextMenuEvent::Mouse)
        openMenu();
    else if (!reportsMouse(event->modifiers())) // else the press went to the program
        showMenu(event->globalPos(), outputAround(positionAt(event->pos()).line), linkAt(event->pos()));
}

void TerminalView::openMenu()
{
    if (!m_screen)
        return;
    const int row = std::clamp(cursorRow(), 0, m_screen->rows() - 1);
    const QPoint point = cellRect(row, m_screen->cursorColumn()).bottomLeft();
    showMenu(viewport()->mapToGlobal(point), currentOutput(), linkBeforeCursor());
}

/// `output` is of the command meant; where there is none, as at a fresh prompt, that is the one the keys would take.
void TerminalView::showMenu(QPoint globalPoint, std::optional<Output> output, const std::optional<Link> &link)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("terminalMenu"));
    menu->setAccessibleName(tr("Terminal menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const char *name, const QString &text, const QKeySequence &keys, bool enabled, auto act) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(keys);
        action->setShortcutVisibleInContextMenu(true);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, act);
    };
    const bool hasSelection = !m_selection.isEmpty();
    const bool isPrimary = !m_screen->alternateScreen();
    output = !isPrimary ? std::nullopt : output ? output : currentOutput();
    const bool folded = output && isFolded(*output);
    // Lines may be dropped while the menu is open, and the screen may go.
    const auto onOutput = [this, first = output ? output->first + m_screen->droppedLines() : 0](auto act) {
        return [this, first, act] {
            const auto now = m_screen ? outputFrom(first - m_screen->droppedLines()) : std::nullopt;
            if (now)
                (this->*act)(*now);
        };
    };
    add("menuCopy", tr("&Copy"), QKeySequence(QStringLiteral("Ctrl+Shift+C")), hasSelection,
        [this] { copySelection(); });
    add("menuCopyColors", tr("Copy with co&lours"), keysOf(*this, "copyWithColors"), hasSelection,
        [this] { copyWithColors(); });
    add("menuPaste", tr("&Paste"), QKeySequence(QStringLiteral("Ctrl+Shift+V")),
        m_policy == InputPolicy::Enabled && !QApplication::clipboard()->text().isEmpty(), [this] { pasteClipboard(); });
    menu->addSeparator();
    add("menuSelectAll", tr("Select &all"), {}, true, [this] { selectAll(); });
    add("menuSelectOutput", tr("Select this command’s &output"), keysOf(*this, "selectOutput"), output.has_value(),
        onOutput(&TerminalView::selectOutput));
    add("menuClearSelection", tr("Clea&r the selection"), {}, hasSelection, [this] { clearSelection(); });
    menu->addSeparator();
    add("menuFold", folded ? tr("Un&fold this command’s output") : tr("&Fold this command’s output"),
        keysOf(*this, "foldOutput"), output && (folded || canFold(*output)),
        onOutput(qOverload<const Output &>(&TerminalView::toggleFold)));
    add("menuFoldAll", tr("Fol&d all outputs"), keysOf(*this, "foldAll"),
        isPrimary && m_screen->markedAtOrAfter(0, terminal::LineMark::Output) >= 0, [this] { foldAll(); });
    add("menuUnfoldAll", tr("&Unfold all outputs"), keysOf(*this, "unfoldAll"), isPrimary && !m_folds.isEmpty(),
        [this] { unfoldAll(); });
    menu->addSeparator();
    const QUrl url = link ? link->url : QUrl();
    add("menuOpenLink", openLinkText(url), {}, link.has_value(), [this, url] { emit linkActivated(url); });
    add("menuCopyLink", tr("Copy the lin&k’s address"), {}, link.has_value(),
        [url] { QApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded)); });
    menu->addSeparator();
    add("menuSend", tr("&Send files…"), keysOf(*this, "sendFiles"), m_policy == InputPolicy::Enabled,
        [this] { emit sendFilesWanted(); });
    add("menuFetch", tr("F&etch a file…"), keysOf(*this, "fetchFile"), m_policy == InputPolicy::Enabled,
        [this] { emit fetchFileWanted(selectedText()); });
    add("menuBrowse", tr("&Browse the host’s files…"), keysOf(*this, "browseFiles"), m_policy == InputPolicy::Enabled,
        [this] { emit browseFilesWanted(); });
    add("menuFind", tr("F&ind…"), keysOf(*this, "find"), true, [this] { emit findWanted(); });
    add("menuReset", tr("Reset the &terminal"), {}, true, [this] { emit resetWanted(); });
    menu->popup(globalPoint);
}

} // namespace holdpoint::ui
