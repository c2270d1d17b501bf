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
    auto further = std::make_unique<FurtherShell>();
    further->name = named(number);
    further->shell = std::make_unique<HostShell>(further->name, m_redactor);
    further->recorder = recorderFor(*further->shell);
    host.further.push_back(std::move(further));
    record(
        QStringLiteral("shell-opened"),
        {{QStringLiteral("role"), role}, {QStringLiteral("pane"), named(number)}, {QStringLiteral("number"), number}},
        [this, name = named(number)] { startShell(name); });
    return named(number);
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
        record(QStringLiteral("shell-opened"),
               {{QStringLiteral("role"), host->role}, {QStringLiteral("pane"), name}, {QStringLiteral("again"), true}},
               [this, name] {
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
    (*found)->shell->disconnect(this);
    (*found)->shell->abandon(tr("the shell was closed"));
    (*found)->recorder->flush();
    host->further.erase(found);
    record(QStringLiteral("shell-closed"), {{QStringLiteral("role"), host->role}, {QStringLiteral("pane"), name}});
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
