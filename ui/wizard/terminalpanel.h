// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runsession.h>

#include <QTabWidget>

namespace holdpoint::ui {

class TerminalPane;

/// The run's live terminals, one tab a host. The tab says the state of its connection in words.
class TerminalPanel final : public QTabWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalPanel)

public:
    explicit TerminalPanel(session::RunSession &run, QWidget *parent = nullptr);

    void refresh();
    void focusTerminal();
    void showRole(const QString &role);
    /// The shell of the tab in front; null before it is connected.
    [[nodiscard]] session::HostShell *currentShell() const;
    [[nodiscard]] TerminalPane *currentPane() const;

private:
    void openShell(const QString &role);

    session::RunSession &m_run;
    QMap<QString, TerminalPane *> m_panes;
};

} // namespace holdpoint::ui
