// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/destination.h>

#include <app/ssh/sshconfig.h>

#include <QFileInfo>

namespace holdpoint::ssh {

namespace {

constexpr quint16 defaultPort = 22;

QString inSshFolder(QLatin1String name)
{
    return homeFolder() + QStringLiteral("/.ssh/") + name;
}

Result<> requireSafe(const QString &user, const QString &host)
{
    if (!session::isSafeUserName(user))
        return fail(ErrorKind::Invalid, QStringLiteral("the user name holds characters that are not allowed"));
    if (!session::isSafeHostName(host))
        return fail(ErrorKind::Invalid, QStringLiteral("the host name holds characters that are not allowed"));
    return {};
}

Result<QStringList> expandAll(const QStringList &paths, const ConfigTokens &tokens)
{
    QStringList expanded;
    for (const QString &path : paths) {
        auto file = expandPath(path, tokens);
        if (!file)
            return fail(file.error());
        expanded.append(*file);
    }
    return expanded;
}

QStringList defaultIdentities()
{
    QStringList existing;
    for (const QLatin1String name : {QLatin1String("id_ed25519"), QLatin1String("id_ecdsa"), QLatin1String("id_rsa")}) {
        if (const QString path = inSshFolder(name); QFileInfo::exists(path))
            existing.append(path);
    }
    return existing;
}

Result<QStringList> identityFiles(const SshOptions &options, const HostSettings &settings, const ConfigTokens &tokens)
{
    if (!options.identityFiles.isEmpty())
        return options.identityFiles;
    if (!settings.identityFiles.isEmpty())
        return expandAll(settings.identityFiles, tokens);
    return defaultIdentities();
}

Result<QStringList> knownHostsFiles(const SshOptions &options, const HostSettings &settings,
                                    const ConfigTokens &tokens)
{
    if (!options.knownHostsFile.isEmpty())
        return QStringList{options.knownHostsFile};
    QStringList files{inSshFolder(QLatin1String("known_hosts")), inSshFolder(QLatin1String("known_hosts2"))};
    if (!settings.knownHostsFiles.isEmpty()) {
        auto named = expandAll(settings.knownHostsFiles, tokens);
        if (!named)
            return named;
        files = *named;
    }
    return files << QStringLiteral("/etc/ssh/ssh_known_hosts") << QStringLiteral("/etc/ssh/ssh_known_hosts2");
}

/// IdentityAgent may name a socket, an environment variable ("$VAR" or "SSH_AUTH_SOCK"), or "none".
Result<QString> agentSocket(const HostSettings &settings, const ConfigTokens &tokens)
{
    const QString written = settings.identityAgent.value_or(QStringLiteral("SSH_AUTH_SOCK"));
    if (written == QLatin1String("none"))
        return QString();
    if (written == QLatin1String("SSH_AUTH_SOCK"))
        return qEnvironmentVariable("SSH_AUTH_SOCK");
    if (written.startsWith(QLatin1Char('$')))
        return qEnvironmentVariable(written.mid(1).toLocal8Bit().constData());
    return expandPath(written, tokens);
}

/// The practice host: its own key and its own record of keys, nothing of the user's.
Result<Destination> practiceDestination(const session::HostAddress &address, const SshOptions &options)
{
    if (options.practiceIdentityFile.isEmpty() || options.practiceKnownHostsFile.isEmpty() || address.port == 0)
        return fail(ErrorKind::NotFound, QStringLiteral("the practice host is not running"));
    Destination destination;
    destination.user = address.user;
    destination.host = address.host;
    destination.port = destination.keyPort = address.port;
    destination.keyName = address.host;
    destination.identityFiles = {options.practiceIdentityFile};
    destination.identitiesOnly = true;
    destination.knownHostsFiles = {options.practiceKnownHostsFile};
    destination.connectTimeout = options.timing.login;
    return destination;
}

Result<> fillFiles(Destination &destination, const SshOptions &options, const HostSettings &settings,
                   const ConfigTokens &tokens)
{
    const auto identities = identityFiles(options, settings, tokens);
    if (!identities)
        return fail(identities.error());
    const auto knownHosts = knownHostsFiles(options, settings, tokens);
    if (!knownHosts)
        return fail(knownHosts.error());
    const auto agent = agentSocket(settings, tokens);
    if (!agent)
        return fail(agent.error());
    destination.identityFiles = *identities;
    destination.knownHostsFiles = *knownHosts;
    destination.agentSocket = *agent;
    destination.identitiesOnly = settings.identitiesOnly;
    return {};
}

} // namespace

QString Destination::toString() const
{
    return session::HostAddress{user, host, port, false}.toString();
}

QStringList configFiles(const SshOptions &options)
{
    if (!options.configFile.isEmpty())
        return {options.configFile};
    return {inSshFolder(QLatin1String("config")), QStringLiteral("/etc/ssh/ssh_config")};
}

Result<Destination> resolveDestination(const session::HostAddress &address, const SshOptions &options)
{
    if (auto safe = requireSafe(address.user.isEmpty() ? localUserName() : address.user, address.host); !safe)
        return fail(safe.error());
    if (address.practice)
        return practiceDestination(address, options);
    const auto config = SshConfig::load(configFiles(options));
    if (!config)
        return fail(config.error());
    const auto settings = config->lookup(address.host);
    if (!settings)
        return fail(settings.error());
    if (!settings->proxy.isEmpty()) {
        return fail(ErrorKind::Invalid,
                    QStringLiteral("%1 is reached through \"%2\" of the SSH configuration, and jump hosts are not "
                                   "supported yet: connect to a host that can be reached directly")
                        .arg(address.host, settings->proxy));
    }
    Destination destination;
    destination.user = !address.user.isEmpty() ? address.user : settings->user.value_or(localUserName());
    destination.host = settings->hostName;
    destination.port = address.port != 0 ? address.port : settings->port.value_or(defaultPort);
    if (auto safe = requireSafe(destination.user, destination.host); !safe)
        return fail(safe.error());
    const bool hasAlias = !settings->hostKeyAlias.isEmpty();
    destination.keyName = hasAlias ? settings->hostKeyAlias : destination.host;
    destination.keyPort = hasAlias ? defaultPort : destination.port; // an alias is recorded without a port
    destination.connectTimeout = settings->connectTimeoutSeconds
                                     ? std::chrono::seconds(*settings->connectTimeoutSeconds)
                                     : options.timing.login;
    destination.notes = settings->notes;
    const ConfigTokens tokens{address.host, destination.host, destination.user, destination.port};
    if (auto filled = fillFiles(destination, options, *settings, tokens); !filled)
        return fail(filled.error());
    return destination;
}

} // namespace holdpoint::ssh
