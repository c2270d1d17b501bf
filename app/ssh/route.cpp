// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/route.h>

#include <app/ssh/jumpaddress.h>

namespace holdpoint::ssh {

namespace {

using session::HostAddress;

constexpr qsizetype mostJumpHosts = 8;

/// Goes from the host back to here, a jump host at a time.
class RouteFinder
{
public:
    RouteFinder(const SshConfig &config, const SshOptions &options, const NameLookup &lookUp, HostAddress address)
        : m_config(config)
        , m_options(options)
        , m_lookUp(lookUp)
        , m_address(std::move(address))
    {
    }

    Result<Route> run()
    {
        QList<HostAddress> hosts{m_address};
        while (!hosts.isEmpty()) {
            for (qsizetype i = hosts.size() - 1; i >= 0; --i) {
                if (auto prepended = prepend(hosts[i], i > 0); !prepended)
                    return fail(prepended.error());
            }
            auto before = jumpHostsOf(hosts.front());
            if (!before)
                return fail(before.error());
            hosts = std::move(*before);
        }
        return m_route;
    }

private:
    Result<> prepend(const HostAddress &host, bool isBehindJumpHost)
    {
        const auto settings = m_config.lookup(host.host, host.user, {m_lookUp, isBehindJumpHost});
        if (!settings)
            return fail(settings.error());
        auto destination = makeDestination(host, *settings, m_options, m_route.isEmpty() ? QString() : m_address.host);
        if (!destination)
            return fail(destination.error());
        // One address may have several hosts behind it, told apart by their ports.
        const QString end = QStringLiteral("%1@%2:%3").arg(destination->user, destination->host).arg(destination->port);
        if (m_ends.contains(end)) {
            return fail(ErrorKind::Invalid,
                        QStringLiteral("the jump hosts of %1 form a loop: %2 would be reached through itself; a jump host "
                                       "that is reached directly needs \"ProxyJump none\" in the SSH configuration")
                            .arg(m_address.host, host.host));
        }
        if (m_route.size() > mostJumpHosts) {
            return fail(ErrorKind::Invalid, QStringLiteral("%1 is reached through more than %2 jump hosts")
                                                .arg(m_address.host).arg(mostJumpHosts));
        }
        m_ends.append(end);
        m_route.prepend(std::move(*destination));
        m_settings = *settings;
        return {};
    }

    /// Those the configuration names for the first host of the route so far, in the order they are connected to.
    Result<QList<HostAddress>> jumpHostsOf(const HostAddress &first) const
    {
        if (!m_settings.proxyCommand.isEmpty()) {
            return fail(ErrorKind::Invalid,
                        QStringLiteral("%1 is reached through \"ProxyCommand %2\" of the SSH configuration, which is not "
                                       "run: use ProxyJump for this host; or %3")
                            .arg(first.host, m_settings.proxyCommand, wayByStockClient(m_address.host)));
        }
        QList<HostAddress> hosts;
        if (m_settings.proxyJump.isEmpty())
            return hosts;
        const Destination &to = m_route.front();
        const ConfigTokens tokens{first.host, to.host, to.user, to.port};
        for (const QString &written : m_settings.proxyJump.split(QLatin1Char(','))) {
            auto host = parseJumpAddress(written, tokens);
            if (!host) {
                return fail(ErrorKind::Invalid, QStringLiteral("\"ProxyJump %1\" of %2 cannot be used: %3")
                                                    .arg(m_settings.proxyJump, first.host, host.error().detail));
            }
            hosts.append(std::move(*host));
        }
        return hosts;
    }

    const SshConfig &m_config;
    const SshOptions &m_options;
    const NameLookup &m_lookUp;
    const HostAddress m_address;
    Route m_route;
    QStringList m_ends;      ///< of the route's hosts: "USER@HOST:PORT"
    HostSettings m_settings; ///< of the route's first host
};

} // namespace

QStringList configFiles(const SshOptions &options)
{
    if (!options.configFile.isEmpty())
        return {options.configFile};
    return {homeFolder() + QStringLiteral("/.ssh/config"), QStringLiteral("/etc/ssh/ssh_config")};
}

Result<Route> resolveRoute(const HostAddress &address, const SshOptions &options, const NameLookup &lookUp)
{
    if (auto safe = requireSafe(address.user.isEmpty() ? localUserName() : address.user, address.host); !safe)
        return fail(safe.error());
    if (address.practice) {
        auto practice = practiceDestination(address, options);
        return practice ? Result<Route>(Route{*practice}) : fail(practice.error());
    }
    const auto config = SshConfig::load(configFiles(options));
    if (!config)
        return fail(config.error());
    return RouteFinder(*config, options, lookUp, address).run();
}

} // namespace holdpoint::ssh
