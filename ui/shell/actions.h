// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QAction>
#include <QObject>

#include <initializer_list>

class QMainWindow;
class QMenu;

namespace holdpoint::ui {

/// Everything the window can be told to do, with its keys, in menus. What each does is connected by MainWindow.
///
/// While a terminal has the focus only keys with Ctrl+Shift (and F11) are ours, so every key here is one of them or
/// plain enough that the terminal may take it.
class Actions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Actions)

public:
    explicit Actions(QMainWindow *window);

    [[nodiscard]] QList<QAction *> all() const { return m_all; }

    QAction *openFile;
    QAction *quickOpen;
    QAction *openTerminal;
    QAction *exportReport;
    QAction *stampReport;
    QAction *verifyReport;
    QAction *quit;

    QAction *runStep;
    QAction *verify;
    QAction *passStep;
    QAction *skip;
    QAction *stop;
    QAction *note;
    QAction *find; ///< this and those up to terminalMenu act on the terminal in front
    QAction *previousCommand;
    QAction *nextCommand;
    QAction *selectOutput;
    QAction *foldOutput;
    QAction *foldAll;
    QAction *unfoldAll;
    QAction *copyWithColors;
    QAction *sendFiles;
    QAction *fetchFile;
    QAction *browseFiles;
    QAction *terminalMenu;

    QAction *newShell; ///< these act on the pane in front
    QAction *closePane;
    QAction *splitRight;
    QAction *splitDown;
    QAction *movePane;
    QAction *maximisePane;
    QAction *detachPane;
    QAction *largerText;
    QAction *smallerText;
    QAction *usualText;
    QAction *terminalFont;
    QAction *resetTerminal;
    QAction *allKeys;
    QAction *broadcast;

    QAction *escalate;
    QAction *escalationPanel; ///< checkable

    QAction *library; ///< the pages: checkable, one at a time
    QAction *run;
    QAction *ledger;
    QAction *terminal;
    QAction *focusLeft; ///< to the pane or the part of the page in this direction
    QAction *focusRight;
    QAction *focusUp;
    QAction *focusDown;
    QAction *togglePanes;
    QAction *schemeSystem; ///< checkable, one at a time
    QAction *schemeLight;
    QAction *schemeDark;
    QAction *fullScreen; ///< checkable

    QAction *audit;
    QAction *palette;
    QAction *keys;

private:
    /// `icon` may be empty.
    QAction *add(QMenu *menu, const char *name, const QString &text, const char *icon,
                 std::initializer_list<const char *> shortcuts);
    void addPanes(QMainWindow *window);
    void addView(QMainWindow *window);

    QList<QAction *> m_all;
};

} // namespace holdpoint::ui
