// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runsession.h>
#include <ui/panes/broadcaster.h>

#include <QWidget>

namespace holdpoint::ui {

class PaneArea;
class PaneFiles;
class TerminalPane;

/// The run's live terminals: one pane for each host's own shell, in which the runbook's commands run, and one for each
/// further shell a person has opened.
///
/// Thread: GUI. Borrows the run. Invariant: a host's own pane is there as long as this is.
class TerminalPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalPanel)

public:
    explicit TerminalPanel(session::RunSession &run, QWidget *parent = nullptr);

    void refresh();
    void focusTerminal();
    void showRole(const QString &role);
    /// Another shell on the host of this pane, as a tab or in a part of its own.
    void addShell(const TerminalPane &pane, std::optional<Qt::Orientation> beside = std::nullopt);
    [[nodiscard]] PaneArea *area() const { return m_area; }
    [[nodiscard]] Broadcaster &broadcaster() { return m_broadcaster; }
    /// The shell of the pane that had the focus last; null before it is connected.
    [[nodiscard]] session::HostShell *currentShell() const;
    [[nodiscard]] TerminalPane *currentPane() const;

private:
    void addHost(const session::HostRecord &host);
    TerminalPane *addFurther(const QString &name, const session::HostRecord &host,
                             std::optional<Qt::Orientation> beside = std::nullopt);
    void addFiles(TerminalPane &pane, const QString &role);
    void refreshPane(TerminalPane &pane, const session::HostRecord &host);
    void closeShell(TerminalPane *pane);
    void openShell(const QString &name);

    session::RunSession &m_run;
    PaneArea *m_area;
    Broadcaster m_broadcaster;
    QMap<QString, TerminalPane *> m_panes; ///< by role, or name of a further shell
    QMap<QString, QString> m_roles;        ///< of each pane
    QMap<QString, PaneFiles *> m_files;    ///< of each pane
};

} // namespace holdpoint::ui
