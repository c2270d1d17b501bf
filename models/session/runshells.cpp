// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/runhost.h>
#include <models/session/runsession.h>

#include <QJsonArray>

#include <algorithm>

// Further shells on the run's connections, and typing into several at once.
namespace holdpoint::session {

namespace {

bool hasEnded(const HostShell &shell)
{
    return shell.state() == HostShell::State::Lost || shell.state() == HostShell::State::Closed;
}

QJsonObject with(QJsonObject body, const char *what)
{
    body.insert(QLatin1String(what), true);
    return body;
}

} // namespace

RunSession::Host *RunSession::hostOf(const QString &furtherShell) const
{
    for (const auto &[role, host] : m_hosts) {
        if (std::ranges::any_of(host->further, [&](const auto &further) { return further->name == furtherShell; }))
            return host.get();
    }
    return nullptr;
}

RunSession::FurtherShell *RunSession::furtherShell(const QString &name) const
{
    const Host *host = hostOf(name);
    if (!host)
        return nullptr;
    return std::ranges::find_if(host->further, [&](const auto &further) { return further->name == name; })->get();
}

QStringList RunSession::furtherShells(const QString &role) const
{
    QStringList names;
    if (const auto host = m_hosts.find(role); host != m_hosts.end()) {
        for (const auto &further : host->second->further)
            names += further->name;
    }
    return names;
}

QString RunSession::addShell(const QString &role)
{
    const auto found = m_hosts.find(role);
    const bool linked = found != m_hosts.end() && found->second->transport
                        && found->second->transport->state() == Transport::State::Ready;
    if (!linked || m_state.isOver() || isHalted()) {
        refuse(ErrorKind::NotPermitted,
               isHalted() ? tr("the run is halted because the ledger cannot be written: %1").arg(m_halted->detail)
               : linked   ? tr("the run is over")
                          : tr("\"%1\" is not connected").arg(role));
        return {};
    }
    Host &host = *found->second;
    const auto known = std::ranges::find(m_state.hosts, role, &HostRecord::role);
    // Those that are on their way to the ledger count too, and a role may be called as a shell would be.
    int number = std::max(known->shells, host.lastShell) + 1;
    const auto named = [&role](int each) { return QStringLiteral("%1 (%2)").arg(role).arg(each); };
    while (m_hosts.contains(named(number)))
        ++number;
    host.lastShell = number;
    const FurtherShell &further = makeFurther(host, {.name = named(number), .number = number});
    record(QStringLiteral("shell-opened"), shellBody(host, further), [this, name = further.name] { startShell(name); });
    return further.name;
}

RunSession::FurtherShell &RunSession::makeFurther(Host &host, const ShellRecord &record)
{
    FurtherShell &further = *host.further.emplace_back(std::make_unique<FurtherShell>());
    further.name = record.name;
    further.number = record.number;
    further.shell = std::make_unique<HostShell>(record.name, m_redactor);
    if (host.isKept())
        further.shell->keepIn(tmuxSessionName(m_state.id, host.role, record.number));
    further.recorder = recorderFor(*further.shell);
    connect(further.shell.get(), &HostShell::found, this, [this, &host, &further] {
        this->record(QStringLiteral("shell-opened"), with(with(shellBody(host, further), "again"), "found"));
    });
    connect(further.shell.get(), &HostShell::gone, this, [this, &host, &further] {
        this->record(QStringLiteral("shell-closed"), with(shellBody(host, further), "gone"));
    });
    return further;
}

QJsonObject RunSession::shellBody(const Host &host, const FurtherShell &shell)
{
    return {{QStringLiteral("role"), host.role},
            {QStringLiteral("pane"), shell.name},
            {QStringLiteral("number"), shell.number},
            {QStringLiteral("kept"), host.isKept()}};
}

void RunSession::startShell(const QString &name)
{
    FurtherShell *further = furtherShell(name); // it may have been closed since
    const Host *host = hostOf(name);
    if (!further || host->transport->state() != Transport::State::Ready)
        return;
    further->shell->start(*host->transport);
    emit shellOpened(name);
    emit changed();
}

void RunSession::reopenShell(const QString &name)
{
    const Host *host = hostOf(name);
    if (!host)
        return;
    if (isHalted() || m_state.isOver()) {
        refuse(ErrorKind::NotPermitted, tr("no shell can be opened now"));
        return;
    }
    if (!host->transport || host->transport->state() != Transport::State::Ready)
        connectHost(host->role);
    else if (hasEnded(*shell(name)))
        record(QStringLiteral("shell-opened"), with(shellBody(*host, *furtherShell(name)), "again"), [this, name] {
            if (const HostShell *old = shell(name); old && hasEnded(*old)) // asked for twice, it was opened once
                startShell(name);
        });
}

void RunSession::closeShell(const QString &name)
{
    Host *host = hostOf(name);
    if (!host)
        return;
    const auto found = std::ranges::find_if(host->further, [&](const auto &further) { return further->name == name; });
    HostShell &shell = *(*found)->shell;
    shell.disconnect(this);
    const bool isLinked = host->transport && host->transport->state() == Transport::State::Ready;
    const bool isUnheard = host->isKept() && !isLinked && shell.state() != HostShell::State::Lost; // over a silent link
    const bool mayLive = !shell.end(tr("the shell was closed")) || isUnheard;
    if (mayLive && isLinked)
        endInTmux(*host, (*found)->number);
    (*found)->recorder->flush();
    const QJsonObject body = shellBody(*host, **found);
    host->further.erase(found);
    record(QStringLiteral("shell-closed"), mayLive && !isLinked ? with(body, "left_behind") : body);
}

/// What an earlier console has opened and tmux keeps; it is looked for when the host is connected.
void RunSession::recallShells()
{
    for (const HostRecord &record : std::as_const(m_state.hosts)) {
        const auto host = m_hosts.find(record.role);
        if (host == m_hosts.end() || !host->second->isKept())
            continue;
        host->second->wasConnected = !record.keyFingerprint.isEmpty();
        for (const ShellRecord &shell : record.keptShells)
            makeFurther(*host->second, shell).shell->recall();
    }
}

void RunSession::findShells(Host &host)
{
    for (const auto &further : host.further) {
        HostShell *shell = further->shell.get();
        if (!shell->isLeftBehind())
            continue;
        shell->find(*host.transport);
        emit shellOpened(further->name);
    }
}

/// Those that were closed, whether or not the order to end them arrived. Ending one twice harms nothing.
void RunSession::endLeftBehind(const Host &host)
{
    const auto known = std::ranges::find(m_state.hosts, host.role, &HostRecord::role);
    for (const int number : known->leftBehind)
        endInTmux(host, number);
}

void RunSession::endInTmux(const Host &host, int number)
{
    Channel *channel = host.transport->exec(tmuxEndCommand(tmuxSessionName(m_state.id, host.role, number)));
    connect(channel, &Channel::closed, channel, &QObject::deleteLater);
}

void RunSession::beginBroadcast(const QStringList &panes)
{
    if (isHalted() || m_state.isOver() || m_state.phase == Phase::Ready || !m_broadcast.isEmpty()) {
        refuse(ErrorKind::NotPermitted, tr("typing into several panes cannot begin now"));
        return;
    }
    const auto addressOf = [this](const QString &pane) {
        const Host *further = hostOf(pane);
        const auto role = m_hosts.find(pane);
        return further                 ? further->address.toString()
               : role != m_hosts.end() ? role->second->address.toString()
                                       : QString();
    };
    QJsonArray addresses;
    for (const QString &pane : panes)
        addresses.append(addressOf(pane));
    m_broadcast = panes;
    record(QStringLiteral("broadcast-started"),
           {{QStringLiteral("panes"), QJsonArray::fromStringList(panes)}, {QStringLiteral("addresses"), addresses}},
           [this, panes] {
               if (m_broadcast == panes)
                   emit broadcastBegan(panes);
           });
}

void RunSession::endBroadcast(const QString &reason)
{
    if (m_broadcast.isEmpty())
        return;
    record(QStringLiteral("broadcast-ended"),
           {{QStringLiteral("panes"), QJsonArray::fromStringList(std::exchange(m_broadcast, {}))},
            {QStringLiteral("reason"), reason}});
}

} // namespace holdpoint::session
