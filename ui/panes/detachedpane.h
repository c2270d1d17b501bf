// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QAction>
#include <QWidget>

namespace holdpoint::ui {

class TerminalPane;

/// The window of one pane that was taken out of the main window. Closing it asks for the pane to be put back; it never
/// ends the shell.
///
/// Thread: GUI. Owns what is in it as long as it is in it. Does not keep the program running.
class DetachedPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetachedPane)

public:
    /// What is around the pane in its window.
    struct Frame
    {
        QString title;
        QWidget *above = nullptr; ///< says what the main window says about the pane; may be null
        QList<QAction *> actions; ///< whose keys work in it too
    };

    DetachedPane(TerminalPane *pane, const Frame &frame);

signals:
    void backWanted();

protected:
    void closeEvent(QCloseEvent *event) override;
};

} // namespace holdpoint::ui
