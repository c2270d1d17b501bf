// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/runhost.h>
#include <models/session/runsession.h>

#include <QJsonArray>

// The run's connections and panes.
namespace holdpoint::session {

namespace {

constexpr qint64 mostUnwritten = 64 << 20;

} // namespace

HostShell *RunSession::shell(const QString &role) const
{
    const auto host = m_hosts.find(role);
    if (host != m_hosts.end())
        return host->second->shell.get();
    const FurtherShell *further = furtherShell(role);
    return further ? further->shell.get() : nullptr;
}

Transport *RunSession::transport(const QString &role) const
{
    const auto host = m_hosts.find(role);
    return host == m_hosts.end() ? nullptr : host->second->transport.get();
}

void RunSession::connectHost(const QString &role)
{
    const auto found = m_hosts.find(role);
    if (found == m_hosts.end() || m_state.phase == Phase::Ready || m_state.isOver()) {
        refuse(ErrorKind::NotPermitted, tr("\"%1\" cannot be connected now").arg(role));
        return;
    }
    Host &host = *found->second;
    using State = Transport::State;
    if (host.transport && host.transport->state() == State::Ready) {
        if (host.shell && host.shell->state() == HostShell::State::Lost) // its shell ended, the link lives
            openShell(host);
        return;
    }
    if (host.transport && host.transport->state() != State::Closed && host.transport->state() != State::Lost)
        return;
    if (host.transport)
        host.transport.release()->deleteLater(); // it may be in the middle of telling us that it is lost
    host.transport = m_services.transports.create(host.address);
    watch(host);
    host.transport->open();
    emit changed();
}

void RunSession::watch(Host &host)
{
    connect(host.transport.get(), &Transport::ready, this, [this, &host] {
        const HostIdentity identity = host.transport->identity();
        record(QStringLiteral("connected"),
               {{QStringLiteral("role"), host.role},
                {QStringLiteral("address"), host.address.toString()},
                {QStringLiteral("user"), identity.user},
                {QStringLiteral("host"), identity.host},
                {QStringLiteral("port"), identity.port},
                {QStringLiteral("key_type"), identity.keyType},
                {QStringLiteral("key_fingerprint"), identity.keyFingerprint},
                {QStringLiteral("cipher"), identity.cipher},
                {QStringLiteral("auth"), identity.authMethod},
                {QStringLiteral("client"), identity.client},
                {QStringLiteral("kept"), host.isKept()},
                {QStringLiteral("via"), QJsonArray::fromStringList(identity.via)}},
               [this, &host] { openShell(host); });
    });
    connect(host.transport.get(), &Transport::failed, this, [this, &host](const Error &error) {
        const auto tell = [this, role = host.role, error] {
            emit connectionFailed(role, error);
            emit changed();
        };
        record(QStringLiteral("connection-failed"),
               {{QStringLiteral("role"), host.role},
                {QStringLiteral("address"), host.address.toString()},
                {QStringLiteral("kind"), errorKindName(error.kind)},
                {QStringLiteral("reason"), error.detail}},
               tell);
        if (isHalted())
            tell();
    });
    connect(host.transport.get(), &Transport::disconnected, this,
            [this, &host](const Error &why) { hostLost(host, why); });
    connect(host.transport.get(), &Transport::stateChanged, this, &RunSession::changed);
    connect(host.transport.get(), &Transport::awaitedChanged, this, &RunSession::changed);
}

void RunSession::openShell(Host &host)
{
    if (!host.shell)
        makeShell(host);
    if (host.transport->state() != Transport::State::Ready)
        return;
    host.shell->start(*host.transport);
    emit shellOpened(host.role);
    if (host.isKept()) {
        findShells(host);
        endLeftBehind(host);
    }
    emit changed();
}

void RunSession::makeShell(Host &host)
{
    host.shell = std::make_unique<HostShell>(host.role, m_redactor);
    if (host.isKept())
        host.shell->keepIn(tmuxSessionName(m_state.id, host.role));
    if (host.isKept() && host.wasConnected)
        host.shell->recall();
    host.recorder = recorderFor(*host.shell);
    connect(host.shell.get(), &HostShell::stateChanged, this, &RunSession::goOnAtPrompt);
    connect(host.shell.get(), &HostShell::commandEnded, this,
            [this, role = host.role](const HostShell::End &end) { commandEnded(role, end); });
}

/// Everything the shell shows goes into the ledger, under its name.
std::unique_ptr<PaneRecorder> RunSession::recorderFor(HostShell &shell)
{
    auto recorder = std::make_unique<PaneRecorder>(shell.role(), m_services.clock, m_startBootMs);
    connect(&shell, &HostShell::stateChanged, this, &RunSession::changed);
    connect(&shell, &HostShell::output, recorder.get(), &PaneRecorder::output);
    connect(&shell, &HostShell::marked, recorder.get(), &PaneRecorder::marked);
    connect(&shell, &HostShell::stateChanged, recorder.get(), [&shell, recorder = recorder.get()] {
        if (shell.state() == HostShell::State::AtPrompt) // what a person types has the whole limit too
            recorder->restartLimit();
    });
    connect(&shell, &HostShell::resized, recorder.get(), &PaneRecorder::resized);
    connect(&shell, &HostShell::failed, this, &RunSession::refused);
    connect(recorder.get(), &PaneRecorder::batch, this, [this](const QJsonObject &body, const QByteArray &events) {
        record(QStringLiteral("output"), body, {}, {events});
    });
    return recorder;
}

/// What hosts print faster than the ledger writes waits on the hosts, not in memory.
void RunSession::paceShells()
{
    const bool isBehind = m_unwritten > mostUnwritten;
    for (const auto &[role, host] : m_hosts) {
        if (host->shell)
            isBehind ? host->shell->hold() : host->shell->goOn();
        for (const auto &further : host->further)
            isBehind ? further->shell->hold() : further->shell->goOn();
    }
}

void RunSession::flushRecorders()
{
    for (const auto &[role, host] : m_hosts) {
        if (host->recorder)
            host->recorder->flush();
        for (const auto &further : host->further)
            further->recorder->flush();
    }
}

void RunSession::hostLost(Host &host, const Error &why)
{
    flushRecorders();
    record(QStringLiteral("disconnected"),
           {{QStringLiteral("role"), host.role}, {QStringLiteral("reason"), why.detail}});
    const runbooks::Command *command = findCommand(m_commandInFlight);
    if (command && command->expect.disconnect && awaitsLostShell() && roleOf(*command) == host.role)
        host.shell->abandon(why.detail);
}

void RunSession::disconnectHost(const QString &role)
{
    if (Transport *link = transport(role))
        link->close();
}

/// The run is over: nothing of it stays behind on the hosts that can be reached.
void RunSession::letShellsGo()
{
    for (const auto &[role, host] : m_hosts) {
        if (host->shell)
            host->shell->letGo();
        for (const auto &further : host->further)
            further->shell->letGo();
    }
}

bool RunSession::awaitsLostShell() const
{
    const runbooks::Command *command = findCommand(m_commandInFlight);
    const HostShell *pane = command ? shell(roleOf(*command)) : nullptr;
    return pane && pane->awaitsLostShell();
}

void RunSession::giveUpLostShell(const QString &reason)
{
    if (reason.trimmed().isEmpty())
        refuse(ErrorKind::Invalid, tr("say why it is not waited for"));
    else if (!awaitsLostShell())
        refuse(ErrorKind::NotPermitted, tr("no command waits for a lost connection"));
    else
        shell(roleOf(*findCommand(m_commandInFlight)))->abandon(tr("given up: %1").arg(reason));
}

void RunSession::interrupt()
{
    const runbooks::Command *command = findCommand(m_commandInFlight);
    if (command && command->language == runbooks::Language::Sftp) {
        if (m_hashing)
            *m_hashing = true;
        return cancelCopy(command->id);
    }
    HostShell *pane = command ? shell(roleOf(*command)) : nullptr;
    if (pane)
        pane->interrupt();
}

} // namespace holdpoint::session
