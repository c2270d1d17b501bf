// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/destination.h>

#include <QFileInfo>

namespace holdpoint::ssh {

namespace {

constexpr quint16 defaultPort = 22;

QString inSshFolder(QLatin1String name) { return homeFolder() + QStringLiteral("/.ssh/") + name; }

using Expansion = Result<QString> (*)(const QString &path, const ConfigTokens &tokens);

Result<QStringList> expandAll(const QStringList &paths, const ConfigTokens &tokens, Expansion expand)
{
    QStringList expanded;
    for (const QString &path : paths) {
        auto file = expand(path, tokens);
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

Result<QStringList> identityFiles(const QStringList &given, const HostSettings &settings, const ConfigTokens &tokens)
{
    if (!given.isEmpty())
        return given;
    if (settings.identityFiles.isEmpty())
        return defaultIdentities();
    QStringList named = settings.identityFiles;
    named.removeAll(QStringLiteral("none"));
    return expandAll(named, tokens, expandFileName);
}

Result<QStringList> knownHostsFiles(const SshOptions &options, const HostSettings &settings, const ConfigTokens &tokens)
{
    if (!options.knownHostsFile.isEmpty())
        return QStringList{options.knownHostsFile};
    QStringList files{inSshFolder(QLatin1String("known_hosts")), inSshFolder(QLatin1String("known_hosts2"))};
    if (!settings.knownHostsFiles.isEmpty()) {
        auto named = expandAll(settings.knownHostsFiles, tokens, expandFileName);
        if (!named)
            return named;
        files = *named;
    }
    const QStringList usual{QStringLiteral("/etc/ssh/ssh_known_hosts"), QStringLiteral("/etc/ssh/ssh_known_hosts2")};
    const auto global = expandAll(settings.globalKnownHostsFiles.value_or(usual), tokens, expandPath);
    return global ? Result<QStringList>(files + *global) : global;
}

/// IdentityAgent may name a socket, an environment variable ("$VAR" or "SSH_AUTH_SOCK"), or "none".
Result<QString> agentSocket(const HostSettings &settings, const ConfigTokens &tokens)
{
    const QString written = settings.identityAgent.value_or(QStringLiteral("SSH_AUTH_SOCK"));
    if (written == QLatin1String("none"))
        return QString();
    if (written == QLatin1String("SSH_AUTH_SOCK"))
        return qEnvironmentVariable("SSH_AUTH_SOCK");
    if (written.startsWith(QLatin1Char('$')) && !written.startsWith(QLatin1String("${")))
        return qEnvironmentVariable(written.mid(1).toLocal8Bit().constData());
    return expandFileName(written, tokens);
}

Result<> fillFiles(Destination &destination, const SshOptions &options, const HostSettings &settings,
                   const ConfigTokens &tokens)
{
    const bool isJump = !destination.jumpFor.isEmpty();
    const auto identities = identityFiles(isJump ? QStringList() : options.identityFiles, settings, tokens);
    if (!identities)
        return fail(identities.error());
    const auto knownHosts = knownHostsFiles(options, settings, tokens);
    if (!knownHosts)
        return fail(knownHosts.error());
    const auto agent = agentSocket(settings, tokens);
    if (!agent)
        return fail(agent.error());
    const auto certificates = expandAll(settings.certificateFiles, tokens, expandFileName);
    if (!certificates)
        return fail(certificates.error());
    const auto revoked = expandPath(settings.revokedHostKeys, tokens);
    if (!revoked)
        return fail(revoked.error());
    destination.revokedHostKeys = *revoked;
    destination.hashesNames = settings.hashKnownHosts;
    destination.identityFiles = *identities;
    destination.certificateFiles = *certificates;
    destination.knownHostsFiles = *knownHosts;
    destination.agentSocket = *agent;
    destination.identitiesOnly = settings.identitiesOnly;
    return {};
}

const char *keywordOf(AlgorithmKind kind)
{
    switch (kind) {
    case AlgorithmKind::KeyExchange: return "KexAlgorithms";
    case AlgorithmKind::HostKey: return "HostKeyAlgorithms";
    case AlgorithmKind::Cipher: return "Ciphers";
    case AlgorithmKind::Mac: return "MACs";
    case AlgorithmKind::LoginKey: return "PubkeyAcceptedAlgorithms";
    }
    Q_UNREACHABLE();
}

Result<> fillAlgorithms(Destination &destination, const HostSettings &settings)
{
    for (const auto &[kind, list] : settings.algorithms) {
        auto chosen = chooseAlgorithms(list, preferredAlgorithms(kind), supportedAlgorithms(kind));
        if (!chosen) {
            return fail(ErrorKind::Invalid,
                        QStringLiteral("\"%1 %2\" of the SSH configuration cannot be used for %3: %4")
                            .arg(QLatin1String(keywordOf(kind)), QString::fromUtf8(list), destination.toString(),
                                 chosen.error().detail));
        }
        destination.algorithms[kind] = std::move(*chosen);
        if (kind == AlgorithmKind::HostKey)
            destination.keepsHostKeyOrder = !list.startsWith('+') && !list.startsWith('-');
    }
    destination.leastRsaBits = settings.leastRsaBits;
    return {};
}

void fillLogin(Destination &destination, const HostSettings &settings)
{
    const QStringList known = destination.loginMethods;
    destination.loginMethods = settings.loginMethods.value_or(known);
    destination.loginMethods.removeIf([&](const QString &method) {
        return !known.contains(method) || settings.refusedLoginMethods.contains(method);
    });
    destination.secretPrompts = settings.secretPrompts;
}

void fillConnection(Destination &destination, const SshOptions &options, const HostSettings &settings)
{
    destination.connectionAttempts = settings.connectionAttempts;
    destination.connectTimeout = settings.connectTimeoutSeconds.value_or(0) > 0
                                     ? std::chrono::seconds(*settings.connectTimeoutSeconds)
                                     : options.timing.login;
    destination.addressFamily = settings.addressFamily;
    destination.bindAddress = settings.bindAddress;
    destination.tcpKeepAlive = settings.tcpKeepAlive;
    destination.timing = withServerAlive(options.timing, settings.serverAliveSeconds, settings.serverAliveCount);
}

} // namespace

QString Destination::toString() const
{
    const QString address = session::HostAddress{user, host, port, false}.toString();
    return jumpFor.isEmpty() ? address : QStringLiteral("%1 (jump host for %2)").arg(address, jumpFor);
}

QString wayByStockClient(const QString &host)
{
    return QStringLiteral(
               "\"ssh %1\" as the address leaves the connection to OpenSSH's client, which runs whatever the SSH "
               "configuration says")
        .arg(host);
}

Result<> requireSafe(const QString &user, const QString &host)
{
    if (!session::isSafeUserName(user))
        return fail(ErrorKind::Invalid, QStringLiteral("the user name holds characters that are not allowed"));
    if (!session::isSafeHostName(host))
        return fail(ErrorKind::Invalid, QStringLiteral("the host name holds characters that are not allowed"));
    return {};
}

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
    destination.timing = options.timing;
    return destination;
}

Result<Destination> makeDestination(const session::HostAddress &address, const HostSettings &settings,
                                    const SshOptions &options, const QString &jumpFor)
{
    Destination destination;
    destination.jumpFor = jumpFor;
    destination.user = !address.user.isEmpty() ? address.user : settings.user.value_or(localUserName());
    destination.host = settings.hostName;
    destination.lookedUpName = settings.lookedUpName;
    destination.port = address.port != 0 ? address.port : settings.port.value_or(defaultPort);
    if (auto safe = requireSafe(destination.user, destination.host); !safe)
        return fail(safe.error());
    const bool hasAlias = !settings.hostKeyAlias.isEmpty();
    destination.keyName = hasAlias ? settings.hostKeyAlias : destination.host;
    destination.keyPort = hasAlias ? defaultPort : destination.port; // an alias is recorded without a port
    fillConnection(destination, options, settings);
    fillLogin(destination, settings);
    if (auto filled = fillAlgorithms(destination, settings); !filled)
        return fail(filled.error());
    destination.environment = environmentToSend(ownEnvironment(), settings.sendEnv, settings.setEnv);
    destination.notes = settings.notes;
    const ConfigTokens tokens{address.host, destination.host, destination.user, destination.port, settings.hostKeyAlias};
    if (auto filled = fillFiles(destination, options, settings, tokens); !filled)
        return fail(filled.error());
    return destination;
}

} // namespace holdpoint::ssh
