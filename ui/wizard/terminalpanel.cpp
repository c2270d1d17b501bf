// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/terminalpanel.h>

#include <ui/terminal/terminalview.h>
#include <ui/wizard/terminalpane.h>

#include <algorithm>

namespace holdpoint::ui {

TerminalPanel::TerminalPanel(session::RunSession &run, QWidget *parent)
    : QTabWidget(parent)
    , m_run(run)
{
    setObjectName(QStringLiteral("terminalPanel"));
    setAccessibleName(tr("Terminals"));
    setDocumentMode(true);
    setMinimumHeight(160);
    for (const session::HostRecord &host : m_run.state().hosts) {
        auto *pane = new TerminalPane(host.role, host.address, this);
        m_panes.insert(host.role, pane);
        addTab(pane, host.role);
        connect(pane, &TerminalPane::connectWanted, &m_run,
                [&session = m_run, role = host.role] { session.connectHost(role); });
        openShell(host.role);
    }
    connect(&m_run, &session::RunSession::shellOpened, this, &TerminalPanel::openShell);
    refresh();
}

void TerminalPanel::openShell(const QString &role)
{
    if (TerminalPane *pane = m_panes.value(role))
        pane->attach(m_run.shell(role));
}

void TerminalPanel::refresh()
{
    for (const session::HostRecord &host : m_run.state().hosts) {
        TerminalPane *pane = m_panes.value(host.role);
        if (!pane)
            continue;
        openShell(host.role);
        pane->setInputPolicy(m_run.isHalted() ? InputPolicy::Locked : InputPolicy::Enabled);
        pane->refresh(m_run.transport(host.role), host.lastProblem);
        setTabText(indexOf(pane),
                   tr("%1: %2", "a host and the state of its connection").arg(host.role, pane->stateWord()));
    }
}

void TerminalPanel::focusTerminal()
{
    if (TerminalPane *pane = currentPane())
        pane->focusTerminal();
}

session::HostShell *TerminalPanel::currentShell() const
{
    for (auto pane = m_panes.begin(); pane != m_panes.end(); ++pane) {
        if (pane.value() == currentWidget())
            return m_run.shell(pane.key());
    }
    return nullptr;
}

TerminalPane *TerminalPanel::currentPane() const { return qobject_cast<TerminalPane *>(currentWidget()); }

void TerminalPanel::showRole(const QString &role)
{
    if (TerminalPane *pane = m_panes.value(role))
        setCurrentWidget(pane);
}

} // namespace holdpoint::ui
