// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/actions.h>

#include <ui/common/icons.h>

#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace holdpoint::ui {

namespace {

void makeExclusive(std::initializer_list<QAction *> actions, QObject *owner)
{
    auto *group = new QActionGroup(owner);
    for (QAction *action : actions) {
        action->setCheckable(true);
        group->addAction(action);
    }
}

} // namespace

Actions::Actions(QMainWindow *window)
    : QObject(window)
{
    QMenu *file = window->menuBar()->addMenu(tr("&File"));
    openFile = add(file, "openFile", tr("&Open Markdown file…"), "plus", {"Ctrl+O"});
    quickOpen = add(file, "quickOpen", tr("&Find a runbook"), "search", {"Ctrl+Shift+O"});
    openTerminal = add(file, "openTerminal", tr("Connect to a &host…"), "terminal", {"Ctrl+Shift+N"});
    file->addSeparator();
    exportReport = add(file, "exportReport", tr("Export &report…"), "report", {"Ctrl+Shift+R"});
    stampReport = add(file, "stampReport", tr("&Time stamp a report…"), "clock", {});
    verifyReport = add(file, "verifyReport", tr("&Verify a report…"), "shield", {});
    audit = add(file, "audit", tr("&Audit the ledger"), "shield", {});
    file->addSeparator();
    quit = add(file, "quit", tr("&Quit"), "", {"Ctrl+Shift+Q"});

    QMenu *work = window->menuBar()->addMenu(tr("&Run"));
    runStep = add(work, "runStep", tr("&Run the step"), "play", {"Ctrl+Shift+Return", "Ctrl+Shift+Enter"});
    verify = add(work, "verify", tr("&Verify the step"), "check", {"Ctrl+Shift+Y"});
    passStep = add(work, "passStep", tr("&Pass the step"), "chevron-right", {"Ctrl+Shift+G"});
    skip = add(work, "skip", tr("&Skip…"), "skip", {"Ctrl+Shift+K"});
    note = add(work, "note", tr("Add a &note"), "note", {"Ctrl+Shift+M"});
    find = add(work, "find", tr("&Find in the terminal"), "search", {"Ctrl+Shift+F"});
    previousCommand = add(work, "previousCommand", tr("Previous &command in the terminal"), "", {"Ctrl+Shift+PgUp"});
    nextCommand = add(work, "nextCommand", tr("Next c&ommand in the terminal"), "", {"Ctrl+Shift+PgDown"});
    selectOutput = add(work, "selectOutput", tr("Select the command’s o&utput"), "", {"Ctrl+Shift+A"});
    foldOutput = add(work, "foldOutput", tr("Fol&d the command’s output, or unfold it"), "", {"Ctrl+Shift+H"});
    foldAll = add(work, "foldAll", tr("Fold all outputs in the terminal"), "", {});
    unfoldAll = add(work, "unfoldAll", tr("Unfold all outputs in the terminal"), "", {});
    sendFiles = add(work, "sendFiles", tr("Send &files to the host…"), "", {});
    fetchFile = add(work, "fetchFile", tr("Fetch a fi&le from the host…"), "", {});
    browseFiles = add(work, "browseFiles", tr("&Browse the host’s files…"), "folder", {"Ctrl+Shift+J"});
    copyWithColors = add(work, "copyWithColors", tr("Copy from the terminal with co&lours"), "", {});
    terminalMenu = add(work, "openTerminalMenu", tr("M&enu of the terminal"), "", {"Ctrl+Shift+F10"});
    work->addSeparator();
    stop = add(work, "stop", tr("S&top the run…"), "stop", {});

    QMenu *calls = window->menuBar()->addMenu(tr("&Escalation"));
    escalate = add(calls, "escalate", tr("&Escalate…"), "phone", {"Ctrl+Shift+X"});
    escalationPanel = add(calls, "escalationPanel", tr("Escalation &panel"), "", {"Ctrl+Shift+L"});
    escalationPanel->setCheckable(true);

    addPanes(window);
    addView(window);

    QMenu *help = window->menuBar()->addMenu(tr("&Help"));
    palette = add(help, "palette", tr("&Command palette"), "search", {"Ctrl+Shift+P"});
    keys = add(help, "keys", tr("&Keyboard"), "info", {"F1", "Ctrl+Shift+F1"});
    window->addActions(m_all);
}

void Actions::addPanes(QMainWindow *window)
{
    QMenu *panes = window->menuBar()->addMenu(tr("&Terminal"));
    newShell = add(panes, "newShell", tr("&New shell on this host"), "plus", {"Ctrl+Shift+T"});
    closePane = add(panes, "closePane", tr("&Close the terminal or its split"), "cross", {"Ctrl+Shift+W"});
    panes->addSeparator();
    splitRight = add(panes, "splitRight", tr("Split to the &right"), "split-right", {"Ctrl+Shift+E"});
    splitDown = add(panes, "splitDown", tr("Split &down"), "split-down", {"Ctrl+Shift+D"});
    movePane = add(panes, "movePane", tr("&Move the terminal to the next part"), "", {});
    maximisePane = add(panes, "maximisePane", tr("Ma&ximise the terminal, and back"), "", {"Ctrl+Shift+Z"});
    detachPane = add(panes, "detachPane", tr("&Window of its own, and back"), "external", {"Ctrl+Shift+I"});
    panes->addSeparator();
    largerText = add(panes, "largerText", tr("&Larger text"), "", {});
    smallerText = add(panes, "smallerText", tr("&Smaller text"), "", {});
    usualText = add(panes, "usualText", tr("&Usual text size"), "", {});
    terminalFont = add(panes, "terminalFont", tr("&Font of the terminals…"), "", {});
    resetTerminal = add(panes, "resetTerminal", tr("R&eset the terminal"), "", {});
    allKeys = add(panes, "allKeys", tr("Send all &keys to the terminal, and back"), "", {"Ctrl+Shift+F11"});
    panes->addSeparator();
    broadcast = add(panes, "broadcast", tr("Type into several terminals (&broadcast)…"), "", {"Ctrl+Shift+B"});
}

void Actions::addView(QMainWindow *window)
{
    QMenu *view = window->menuBar()->addMenu(tr("&View"));
    library = add(view, "pageLibrary", tr("&Library"), "book", {"Alt+1"});
    run = add(view, "pageRun", tr("&Run"), "list", {"Alt+2"});
    ledger = add(view, "pageLedger", tr("Le&dger"), "shield", {"Alt+3"});
    terminal = add(view, "pageTerminal", tr("&Terminal"), "terminal", {"Alt+4"});
    makeExclusive({library, run, ledger, terminal}, this);
    view->addSeparator();
    focusLeft = add(view, "focusLeft", tr("Go to the part at the left"), "", {"Ctrl+Shift+Left"});
    focusRight = add(view, "focusRight", tr("Go to the part at the right"), "", {"Ctrl+Shift+Right"});
    focusUp = add(view, "focusUp", tr("Go to the part above"), "", {"Ctrl+Shift+Up"});
    focusDown = add(view, "focusDown", tr("Go to the part below"), "", {"Ctrl+Shift+Down"});
    togglePanes = add(view, "togglePanes", tr("Terminals &beside or below"), "split-right", {"Ctrl+Shift+S"});
    view->addSeparator();
    QMenu *colours = view->addMenu(tr("&Colours"));
    schemeSystem = add(colours, "schemeSystem", tr("Colours &as the desktop"), "settings", {});
    schemeLight = add(colours, "schemeLight", tr("&Light colours"), "sun", {});
    schemeDark = add(colours, "schemeDark", tr("&Dark colours"), "moon", {});
    makeExclusive({schemeSystem, schemeLight, schemeDark}, this);
    fullScreen = add(view, "fullScreen", tr("&Full screen"), "", {"F11"});
    fullScreen->setCheckable(true);
}

QAction *Actions::add(QMenu *menu, const char *name, const QString &text, const char *iconName,
                      std::initializer_list<const char *> shortcuts)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    if (*iconName)
        action->setIcon(icon(QString::fromLatin1(iconName)));
    QList<QKeySequence> sequences;
    for (const char *shortcut : shortcuts)
        sequences += QKeySequence(QString::fromLatin1(shortcut));
    action->setShortcuts(sequences);
    menu->addAction(action);
    m_all += action;
    return action;
}

} // namespace holdpoint::ui
