// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/mainwindow.h>

#include <models/base/text.h>
#include <ui/common/commandpalette.h>
#include <ui/common/labels.h>
#include <ui/common/linkquestion.h>
#include <ui/common/messagebar.h>
#include <ui/common/statusbadge.h>
#include <ui/panes/panearea.h>
#include <ui/replay/replaypage.h>
#include <ui/shell/actions.h>
#include <ui/shell/fontdialog.h>
#include <ui/shell/practicebanner.h>
#include <ui/shell/terminalpage.h>
#include <ui/terminal/terminalfont.h>
#include <ui/terminal/terminalview.h>
#include <ui/wizard/runpage.h>
#include <ui/wizard/terminalpane.h>
#include <ui/wizard/terminalpanel.h>

#include <QApplication>
#include <QMenu>
#include <QSet>
#include <QStackedWidget>

// The window's terminals: which one is in front, where they stand, and how another is opened.
namespace holdpoint::ui {

namespace {
constexpr qsizetype mostRecentHosts = 20;
}

void MainWindow::openTerminal(const session::HostAddress &address, const QString &command)
{
    if (!m_terminalPage) {
        m_terminalPage = new TerminalPage(m_services.transports, this);
        connect(m_terminalPage, &TerminalPage::failed, this, [this](const Error &error) {
            say(error);
            m_terminalMessage = m_message->text();
        });
        connect(m_terminalPage, &TerminalPage::connected, this, [this](const session::HostAddress &connected) {
            remember(connected);
            if (m_message->text() == m_terminalMessage)
                m_message->dismiss();
        });
        connect(m_terminalPage, &TerminalPage::emptied, this, [this] {
            if (m_pages->currentWidget() == m_terminalPage)
                showLibrary();
            m_terminalPage->deleteLater(); // it is telling us
            m_terminalPage = nullptr;
            refreshActions();
        });
        connectArea(m_terminalPage->area());
        watchBroadcast(m_terminalPage->broadcaster());
        m_pages->addWidget(m_terminalPage);
    }
    showPage(m_terminalPage, m_actions->terminal);
    // The practice host goes by its name, wherever it listens.
    const bool isPractice = m_services.practiceHost && address.host == m_services.practiceHost->host;
    m_terminalPage->open(isPractice ? *m_services.practiceHost : address, command);
    refreshActions();
}

/// The panes the keys act on: those of the active window, else of the page that is shown; null on other pages.
PaneArea *MainWindow::currentArea() const
{
    PaneArea *ofRun = m_runPage ? m_runPage->area() : nullptr;
    PaneArea *outside = m_terminalPage ? m_terminalPage->area() : nullptr;
    for (PaneArea *area : {ofRun, outside}) {
        if (area && area->hasActiveWindow())
            return area;
    }
    if (outside && m_pages->currentWidget() == m_terminalPage)
        return outside;
    return ofRun && m_pages->currentWidget() == m_runPage ? ofRun : nullptr;
}

TerminalPane *MainWindow::currentPane() const
{
    const PaneArea *area = currentArea();
    return area ? area->currentPane() : nullptr;
}

Broadcaster *MainWindow::currentBroadcaster() const
{
    const PaneArea *area = currentArea();
    if (m_terminalPage && area == m_terminalPage->area())
        return &m_terminalPage->broadcaster();
    return m_runPage && area == m_runPage->area() ? &m_runPage->terminals()->broadcaster() : nullptr;
}

/// That a broadcast ended, and why, is said: somebody may be typing on.
void MainWindow::watchBroadcast(const Broadcaster &broadcaster)
{
    connect(&broadcaster, &Broadcaster::ended, this, [this](const QString &reason) {
        m_message->say(Tone::Warning,
                       tr("The broadcast has ended: %1. What you type goes to one terminal again.").arg(reason));
    });
}

void MainWindow::connectPaneActions()
{
    const auto onPane = [this](QAction *action, auto act) {
        connect(action, &QAction::triggered, this, [this, act] {
            if (TerminalPane *pane = currentPane())
                act(*pane, *currentArea());
        });
    };
    onPane(m_actions->find, [](TerminalPane &pane, PaneArea &) { pane.openFind(); });
    onPane(m_actions->previousCommand, [](TerminalPane &pane, PaneArea &) { pane.view()->previousCommand(); });
    onPane(m_actions->nextCommand, [](TerminalPane &pane, PaneArea &) { pane.view()->nextCommand(); });
    onPane(m_actions->selectOutput, [](TerminalPane &pane, PaneArea &) { pane.view()->selectCommandOutput(); });
    onPane(m_actions->foldOutput, [](TerminalPane &pane, PaneArea &) { pane.view()->toggleFold(); });
    onPane(m_actions->foldAll, [](TerminalPane &pane, PaneArea &) { pane.view()->foldAll(); });
    onPane(m_actions->unfoldAll, [](TerminalPane &pane, PaneArea &) { pane.view()->unfoldAll(); });
    onPane(m_actions->copyWithColors, [](TerminalPane &pane, PaneArea &) { pane.view()->copyWithColors(); });
    onPane(m_actions->sendFiles, [](TerminalPane &pane, PaneArea &) { emit pane.view()->sendFilesWanted(); });
    onPane(m_actions->fetchFile,
           [](TerminalPane &pane, PaneArea &) { emit pane.view()->fetchFileWanted(pane.view()->selectedText()); });
    onPane(m_actions->browseFiles, [](TerminalPane &pane, PaneArea &) { emit pane.view()->browseFilesWanted(); });
    onPane(m_actions->terminalMenu, [](TerminalPane &pane, PaneArea &) { pane.view()->openMenu(); });
    onPane(m_actions->largerText, [](TerminalPane &pane, PaneArea &) { pane.view()->zoomIn(); });
    onPane(m_actions->smallerText, [](TerminalPane &pane, PaneArea &) { pane.view()->zoomOut(); });
    onPane(m_actions->usualText, [](TerminalPane &pane, PaneArea &) { pane.view()->zoomReset(); });
    onPane(m_actions->resetTerminal, [](TerminalPane &pane, PaneArea &) { emit pane.view()->resetWanted(); });
    onPane(m_actions->allKeys, [](TerminalPane &pane, PaneArea &) { pane.toggleAllKeys(); });
    onPane(m_actions->closePane, [](TerminalPane &pane, PaneArea &area) { area.close(&pane); });
    onPane(m_actions->splitRight, [](TerminalPane &, PaneArea &area) { area.split(Qt::Horizontal); });
    onPane(m_actions->splitDown, [](TerminalPane &, PaneArea &area) { area.split(Qt::Vertical); });
    onPane(m_actions->movePane, [](TerminalPane &, PaneArea &area) { area.moveToNextPart(); });
    onPane(m_actions->maximisePane, [](TerminalPane &, PaneArea &area) { area.toggleMaximised(); });
    connect(m_actions->terminalFont, &QAction::triggered, this, &MainWindow::chooseFont);
    connect(m_actions->newShell, &QAction::triggered, this, [this] { addShell(std::nullopt); });
    connect(m_actions->broadcast, &QAction::triggered, this, [this] {
        if (Broadcaster *broadcaster = currentBroadcaster())
            broadcaster->toggle();
    });
    connect(m_actions->detachPane, &QAction::triggered, this, &MainWindow::toggleDetached);
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::refreshPaneActions);
    // Wherever a terminal is shown, it has the focus before a link in it can be opened or its text made larger.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (auto *view = qobject_cast<TerminalView *>(now)) {
            if (!m_replayPage || !m_replayPage->isAncestorOf(view)) // which asks in words of its own
                connect(view, &TerminalView::linkActivated, this, &MainWindow::wantLink, Qt::UniqueConnection);
            connect(view, &TerminalView::textSizeChosen, this, &MainWindow::textSizeChosen, Qt::UniqueConnection);
        }
    });
}

void MainWindow::wantLink(const QUrl &url)
{
    askLink(this, tr("A host shows this address. Open it?"), url, [this, url] { emit openUrlWanted(url); });
}

void MainWindow::chooseFont()
{
    auto *dialog = new FontDialog(TerminalFont::usualFamily(), this);
    connect(dialog, &FontDialog::chosen, this, [this](const QString &family) {
        TerminalFont::setUsualFamily(family);
        const QWidgetList widgets = QApplication::allWidgets(); // a replay and windows of their own among them
        for (QWidget *widget : widgets) {
            if (auto *view = qobject_cast<TerminalView *>(widget))
                view->takeUsualFamily();
        }
        emit fontChosen(family);
    });
    dialog->open();
}

void MainWindow::sayFontIsMissing(const QString &family)
{
    m_message->say(Tone::Warning,
                   tr("The font “%1” that was chosen for the terminals is not installed. They are shown in “%2” until it is, or "
                      "until another is chosen.")
                       .arg(visibleControls(family), TerminalFont::defaultFont().family()));
}

void MainWindow::connectArea(PaneArea *area)
{
    connect(area, &PaneArea::currentChanged, this, &MainWindow::refreshPaneActions);
    connect(area, &PaneArea::menuWanted, this, [this](QPoint at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions({m_actions->newShell, m_actions->splitRight, m_actions->splitDown, m_actions->movePane,
                          m_actions->maximisePane, m_actions->detachPane, m_actions->closePane});
        menu->popup(at);
    });
}

void MainWindow::addShell(std::optional<Qt::Orientation> beside)
{
    const TerminalPane *pane = currentPane();
    if (!pane)
        return;
    if (m_terminalPage && currentArea() == m_terminalPage->area())
        m_terminalPage->addShell(*pane, beside);
    else
        m_runPage->terminals()->addShell(*pane, beside);
}

void MainWindow::toggleDetached()
{
    TerminalPane *pane = currentPane();
    PaneArea *area = currentArea();
    if (!pane)
        return;
    if (area->isDetached(pane)) {
        area->attach(pane);
        return;
    }
    const QString name = visibleControls(pane->name());
    area->detach(pane,
                 {m_services.practiceHost ? tr("%1 (PRACTICE) - Holdpoint", "title of a terminal's window").arg(name)
                                          : tr("%1 - Holdpoint", "title of a terminal's window").arg(name),
                  frameOf(area), m_actions->all()});
}

/// What the main window says about its terminals, for a window that has only one.
QWidget *MainWindow::frameOf(const PaneArea *area) const
{
    auto *frame = new QWidget;
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (m_services.practiceHost)
        column->addWidget(new PracticeBanner(m_services.practiceWarning, frame));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(wideGap, gap, wideGap, gap);
    row->setSpacing(gap);
    if (m_runPage && area == m_runPage->area()) {
        const session::RunState &state = m_run->state();
        row->addWidget(new StatusBadge(lookOf(state.mode), frame));
        row->addWidget(body(visibleControls(QStringLiteral("%1 %2").arg(state.runbookId, state.runbookTitle)), frame),
                       1);
    } else {
        row->addWidget(muted(tr("This terminal is outside any run: nothing in it is recorded."), frame), 1);
    }
    column->addLayout(row);
    return frame;
}

void MainWindow::refreshPaneActions()
{
    const bool any = currentPane() != nullptr;
    for (QAction *action :
         {m_actions->find, m_actions->previousCommand, m_actions->nextCommand, m_actions->selectOutput,
          m_actions->foldOutput, m_actions->foldAll, m_actions->unfoldAll, m_actions->copyWithColors, m_actions->sendFiles, m_actions->fetchFile,
          m_actions->browseFiles, m_actions->terminalMenu,
          m_actions->newShell, m_actions->closePane, m_actions->splitRight, m_actions->splitDown, m_actions->movePane,
          m_actions->maximisePane, m_actions->detachPane, m_actions->largerText, m_actions->smallerText, m_actions->usualText,
          m_actions->resetTerminal, m_actions->allKeys, m_actions->broadcast})
        action->setEnabled(any);
}

/// To the pane beside, above or below; where there is none, to the part of the page before or after the terminals.
void MainWindow::moveFocus(QPoint direction)
{
    PaneArea *area = currentArea();
    const QWidget *focused = QApplication::focusWidget();
    if (area && area->hasActiveWindow())
        activateWindow();
    else if (area && focused && area->isAncestorOf(focused) && area->focusNeighbour(direction))
        return;
    focusRegion(direction.x() + direction.y());
}

void MainWindow::keepPaneLayout()
{
    m_layoutTimer.stop();
    if (m_runPage)
        emit paneLayoutChanged(m_run->state().runbookPath + u'#' + m_run->state().runbookId, m_runPage->paneLayout());
}

void MainWindow::askHost()
{
    using session::HostAddress;
    QList<CommandPalette::Item> items;
    QSet<QString> offered;
    const auto offer = [&](const QString &text, const QString &hint, const HostAddress &address) {
        if (std::exchange(offered, offered + QSet{text}).contains(text))
            return;
        items.append({text, hint, [this, address] { openTerminal(address, {}); }});
    };
    if (m_services.practiceHost)
        offer(tr("Practice host"), tr("inside this program"), *m_services.practiceHost);
    for (const session::HostRecord &host : m_run ? m_run->state().hosts : QList<session::HostRecord>()) {
        auto address = HostAddress::parse(host.address);
        if (!address)
            continue;
        address->practice = m_run->state().mode != session::Mode::Live;
        offer(tr("%1 (%2)", "a host of the run and its address").arg(visibleControls(host.role), host.address),
              tr("host of the run"), *address);
    }
    const auto offerAll = [&](const QStringList &texts, const QString &hint) {
        for (const QString &text : texts) {
            if (const auto address = HostAddress::parse(text))
                offer(text, hint, *address);
        }
    };
    offerAll(m_services.recentHosts, tr("connected before"));
    offerAll(m_services.hostAliases, tr("SSH configuration"));
    auto *dialog = new CommandPalette(items, this);
    dialog->setObjectName(QStringLiteral("quickConnect"));
    dialog->setWindowTitle(tr("Connect to a host"));
    dialog->setPatternHint(tr("Type [user@]host[:port], or a few letters of a host below"),
                           tr("The host to connect to"));
    dialog->setTyped([this](const QString &text) -> std::optional<CommandPalette::Item> {
        const auto address = HostAddress::parse(text);
        if (!address)
            return std::nullopt;
        return CommandPalette::Item{tr("Connect to %1").arg(text), {}, [this, to = *address] { openTerminal(to, {}); }};
    });
    // A cancelled dialog leaves the page as it was, so its button must not stay pressed.
    connect(dialog, &QDialog::rejected, this, [this] { shownPage()->setChecked(true); });
    dialog->open();
}

void MainWindow::remember(const session::HostAddress &address)
{
    if (address.practice)
        return;
    const QString text = address.toString();
    m_services.recentHosts.removeAll(text);
    m_services.recentHosts.prepend(text);
    m_services.recentHosts = m_services.recentHosts.first(std::min(mostRecentHosts, m_services.recentHosts.size()));
    emit recentHostsChanged(m_services.recentHosts);
}

void MainWindow::typeText(const QString &text)
{
    TerminalPane *pane = currentPane();
    PaneArea *area = currentArea();
    if (!pane && m_runPage) { // a common command is for the run, from whatever page it was asked for
        pane = m_runPage->currentPane();
        area = m_runPage->area();
    }
    if (!pane || !pane->shell()) {
        m_message->say(Tone::Warning, tr("No terminal is open to type into: start a run, or connect to a host."));
        return;
    }
    if (const auto placed = pane->shell()->place(text); !placed)
        say(placed.error());
    else
        area->focusPane(pane);
}

} // namespace holdpoint::ui
