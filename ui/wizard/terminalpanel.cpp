// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/terminalpanel.h>

#include <models/base/text.h>
#include <ui/files/panefiles.h>
#include <ui/files/recordedcopies.h>
#include <ui/panes/closequestion.h>
#include <ui/panes/panearea.h>
#include <ui/terminal/terminalview.h>
#include <ui/wizard/terminalpane.h>
#include <ui/wizard/unrecordedbar.h>

#include <QVBoxLayout>

#include <algorithm>

namespace holdpoint::ui {

TerminalPanel::TerminalPanel(session::RunSession &run, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_area(new PaneArea(this))
    , m_broadcaster(*m_area)
{
    setObjectName(QStringLiteral("terminalPanel"));
    setAccessibleName(tr("Terminals"));
    setMinimumHeight(160);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_area);
    for (const session::HostRecord &host : m_run.state().hosts)
        addHost(host);
    if (!m_run.state().hosts.isEmpty())
        showRole(m_run.state().hosts.first().role);
    connect(m_area, &PaneArea::closeWanted, this, &TerminalPanel::closeShell);
    connect(m_area, &PaneArea::newShellWanted, this,
            [this](TerminalPane *pane, Qt::Orientation orientation) { addShell(*pane, orientation); });
    connect(&m_broadcaster, &Broadcaster::beginWanted, &m_run, &session::RunSession::beginBroadcast);
    connect(&m_broadcaster, &Broadcaster::ended, &m_run, &session::RunSession::endBroadcast);
    connect(&m_run, &session::RunSession::broadcastBegan, &m_broadcaster, &Broadcaster::begin);
    connect(&m_run, &session::RunSession::recorded, this, [this](const ledger::Entry &entry) {
        TerminalPane *pane = entry.type == QLatin1String("command-intended")
                                 ? m_panes.value(entry.body[QLatin1String("role")].toString())
                                 : nullptr;
        if (pane) // where the runbook's command runs is to be seen
            m_area->reveal(pane);
    });
    connect(&m_run, &session::RunSession::shellOpened, this, &TerminalPanel::openShell);
    refresh();
}

void TerminalPanel::addHost(const session::HostRecord &host)
{
    auto *pane = new TerminalPane(host.role, host.address, TerminalPane::Lifetime::OfItsPage);
    m_panes.insert(host.role, pane);
    m_roles.insert(host.role, host.role);
    m_area->add(pane);
    addFiles(*pane, host.role);
    connect(pane, &TerminalPane::connectWanted, &m_run,
            [&session = m_run, role = host.role] { session.connectHost(role); });
    openShell(host.role);
    for (const QString &further : m_run.furtherShells(host.role)) // left behind by an earlier console
        addFurther(further, host);
}

void TerminalPanel::addShell(const TerminalPane &beside, std::optional<Qt::Orientation> orientation)
{
    const QString role = m_roles.value(beside.name());
    const QString name = m_run.addShell(role);
    if (name.isEmpty())
        return; // the run has said why
    const QList<session::HostRecord> &hosts = m_run.state().hosts;
    TerminalPane *pane = addFurther(name, *std::ranges::find(hosts, role, &session::HostRecord::role), orientation);
    refresh();
    m_area->focusPane(pane);
}

TerminalPane *TerminalPanel::addFurther(const QString &name, const session::HostRecord &host,
                                        std::optional<Qt::Orientation> beside)
{
    auto *pane = new TerminalPane(name, host.address, TerminalPane::Lifetime::UntilClosed);
    pane->setRemark(
        tr("Outside the steps: the runbook’s commands run in the first shell of %1 only. This one is recorded too.")
            .arg(visibleControls(host.role)));
    m_panes.insert(name, pane);
    m_roles.insert(name, host.role);
    connect(pane, &TerminalPane::connectWanted, &m_run, [&session = m_run, name] { session.reopenShell(name); });
    m_area->add(pane, beside);
    addFiles(*pane, host.role);
    return pane;
}

void TerminalPanel::addFiles(TerminalPane &pane, const QString &role)
{
    auto *files = new PaneFiles(pane, m_run.filesFolder(), [&session = m_run, role] { return session.transport(role); });
    m_files.insert(pane.name(), files);
    connect(files, &PaneFiles::copyWanted, &m_run,
            [&session = m_run, role](const files::TransferOrder &order) { session.copyFile(role, order); });
    connect(files, &PaneFiles::cancelWanted, &m_run, &session::RunSession::cancelCopy);
    connect(&m_run, &session::RunSession::copyProgressed, files, &PaneFiles::setProgress);
    connect(&m_run, &session::RunSession::folderProgressed, files, &PaneFiles::setFolderProgress);
}

void TerminalPanel::closeShell(TerminalPane *pane)
{
    askToClose(pane, {}, [this, pane] { // the connection is the run's, and copies on it go on
        const QString name = pane->name();
        m_panes.remove(name);
        m_roles.remove(name);
        m_files.remove(name);
        m_area->remove(pane);
        m_run.closeShell(name);
    });
}

void TerminalPanel::openShell(const QString &name)
{
    if (TerminalPane *pane = m_panes.value(name))
        pane->attach(m_run.shell(name));
}

void TerminalPanel::refresh()
{
    const QList<session::HostRecord> &hosts = m_run.state().hosts;
    if (m_run.state().isOver())
        m_broadcaster.end(tr("the run ended"));
    for (TerminalPane *pane : std::as_const(m_panes)) {
        const auto host = std::ranges::find(hosts, m_roles.value(pane->name()), &session::HostRecord::role);
        if (host != hosts.end())
            refreshPane(*pane, *host);
    }
}

void TerminalPanel::refreshPane(TerminalPane &pane, const session::HostRecord &host)
{
    pane.attach(m_run.shell(pane.name()));
    pane.setUnrecorded(m_run.unrecorded() ? unrecordedWords(*m_run.unrecorded()) : QString());
    pane.setInputPolicy(m_run.isHalted() ? InputPolicy::Locked : InputPolicy::Enabled);
    pane.refresh(m_run.transport(host.role), host.lastProblem);
    m_files.value(pane.name())->refresh(recordedCopies(m_run.state(), host.role));
}

void TerminalPanel::focusTerminal()
{
    if (TerminalPane *pane = currentPane())
        m_area->focusPane(pane);
}

session::HostShell *TerminalPanel::currentShell() const
{
    const TerminalPane *pane = currentPane();
    return pane ? pane->shell() : nullptr;
}

TerminalPane *TerminalPanel::currentPane() const { return m_area->currentPane(); }

void TerminalPanel::showRole(const QString &role)
{
    if (TerminalPane *pane = m_panes.value(role))
        m_area->bringForward(pane);
}

} // namespace holdpoint::ui
