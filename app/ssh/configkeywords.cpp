// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/configkeywords.h>

#include <app/ssh/configvalues.h>
#include <app/ssh/hostpattern.h>

#include <models/session/transport.h>

#include <QSet>

#include <map>

namespace holdpoint::ssh {

namespace {

using Arguments = QList<QByteArray>;
using Effect = KeywordEffect;

Effect takenIf(bool usable) { return usable ? Effect::Taken : Effect::Unusable; }

QString text(const QByteArray &bytes) { return QString::fromUtf8(bytes); }

Effect setUser(HostSettings &settings, const Arguments &arguments)
{
    settings.user = text(arguments.front());
    return takenIf(session::isSafeUserName(*settings.user));
}

Effect setHostName(HostSettings &settings, const Arguments &arguments)
{
    settings.hostName = text(arguments.front());
    return Effect::Taken;
}

Effect setPort(HostSettings &settings, const Arguments &arguments)
{
    bool isNumber = false;
    settings.port = arguments.front().toUShort(&isNumber);
    return takenIf(isNumber && *settings.port != 0);
}

Effect addIdentityFile(HostSettings &settings, const Arguments &arguments)
{
    if (!settings.identityFiles.contains(text(arguments.front())))
        settings.identityFiles.append(text(arguments.front()));
    return Effect::Taken;
}

Effect addCertificateFile(HostSettings &settings, const Arguments &arguments)
{
    if (!settings.certificateFiles.contains(text(arguments.front())))
        settings.certificateFiles.append(text(arguments.front()));
    return Effect::Taken;
}

Effect setIdentitiesOnly(HostSettings &settings, const Arguments &arguments)
{
    const auto value = flagOf(arguments.front());
    settings.identitiesOnly = value.value_or(false);
    return takenIf(value.has_value());
}

Effect setIdentityAgent(HostSettings &settings, const Arguments &arguments)
{
    settings.identityAgent = text(arguments.front());
    return Effect::Taken;
}

Effect setKnownHosts(HostSettings &settings, const Arguments &arguments)
{
    for (const QByteArray &file : arguments)
        settings.knownHostsFiles.append(text(file));
    return Effect::Taken;
}

Effect setHostKeyAlias(HostSettings &settings, const Arguments &arguments)
{
    settings.hostKeyAlias = text(arguments.front());
    return takenIf(session::isSafeHostName(settings.hostKeyAlias));
}

Effect setConnectTimeout(HostSettings &settings, const Arguments &arguments)
{
    if (arguments.front() == "none")
        return Effect::Undecided;
    settings.connectTimeoutSeconds = secondsOf(arguments.front());
    return takenIf(settings.connectTimeoutSeconds.has_value());
}

Effect setConnectionAttempts(HostSettings &settings, const Arguments &arguments)
{
    const auto value = numberOf(arguments.front());
    settings.connectionAttempts = value.value_or(1);
    return takenIf(value.value_or(0) > 0);
}

Effect setAddressFamily(HostSettings &settings, const Arguments &arguments)
{
    static const std::map<QByteArray, AddressFamily> families{
        {"any", AddressFamily::Any}, {"inet", AddressFamily::IPv4}, {"inet6", AddressFamily::IPv6}};
    const auto family = families.find(arguments.front().toLower());
    if (family == families.end())
        return Effect::Unusable;
    settings.addressFamily = family->second;
    return Effect::Taken;
}

Effect setBindAddress(HostSettings &settings, const Arguments &arguments)
{
    settings.bindAddress = text(arguments.front());
    return takenIf(session::isSafeHostName(settings.bindAddress));
}

Effect setTcpKeepAlive(HostSettings &settings, const Arguments &arguments)
{
    const auto value = flagOf(arguments.front());
    settings.tcpKeepAlive = value.value_or(true);
    return takenIf(value.has_value());
}

Effect setServerAliveInterval(HostSettings &settings, const Arguments &arguments)
{
    if (arguments.front() == "none")
        return Effect::Undecided;
    settings.serverAliveSeconds = secondsOf(arguments.front());
    return takenIf(settings.serverAliveSeconds.has_value());
}

Effect setServerAliveCount(HostSettings &settings, const Arguments &arguments)
{
    settings.serverAliveCount = numberOf(arguments.front());
    return takenIf(settings.serverAliveCount.has_value());
}

/// "-PATTERN" takes those back that were named before.
Effect addSendEnv(HostSettings &settings, const Arguments &arguments)
{
    for (const QByteArray &name : arguments) {
        if (name.isEmpty() || name.contains('='))
            return Effect::Unusable;
        if (name.startsWith('-'))
            settings.sendEnv.removeIf([&](const QByteArray &sent) { return matchesPattern(sent, name.mid(1)); });
        else
            settings.sendEnv.append(name);
    }
    return Effect::Taken;
}

/// Of a name that comes twice the first counts.
Effect setSetEnv(HostSettings &settings, const Arguments &arguments)
{
    QSet<QByteArray> names;
    for (const QByteArray &text : arguments) {
        const qsizetype equals = text.indexOf('=');
        if (equals < 0)
            return Effect::Unusable;
        if (!names.contains(text.left(equals)))
            settings.setEnv.append(text);
        names.insert(text.left(equals));
    }
    return Effect::Taken;
}

/// "none" is a decision too: it switches off what follows.
Effect setProxyJump(HostSettings &settings, const Arguments &arguments)
{
    if (arguments.front().toLower() != "none")
        settings.proxyJump = text(arguments.join(' '));
    return Effect::Taken;
}

Effect setProxyCommand(HostSettings &settings, const Arguments &arguments)
{
    if (arguments.front().toLower() != "none")
        settings.proxyCommand = text(arguments.join(' '));
    return Effect::Taken;
}

const std::map<QByteArray, ConfigKeyword> &keywords()
{
    static const std::map<QByteArray, ConfigKeyword> table{
        {"user", {"user", setUser}},
        {"hostname", {"hostname", setHostName}},
        {"port", {"port", setPort}},
        {"identityfile", {"identityfile", addIdentityFile, true}},
        {"certificatefile", {"certificatefile", addCertificateFile, true}},
        {"identitiesonly", {"identitiesonly", setIdentitiesOnly}},
        {"identityagent", {"identityagent", setIdentityAgent}},
        {"userknownhostsfile", {"userknownhostsfile", setKnownHosts}},
        {"hostkeyalias", {"hostkeyalias", setHostKeyAlias}},
        {"connecttimeout", {"connecttimeout", setConnectTimeout}},
        {"connectionattempts", {"connectionattempts", setConnectionAttempts}},
        {"addressfamily", {"addressfamily", setAddressFamily}},
        {"bindaddress", {"bindaddress", setBindAddress}},
        {"tcpkeepalive", {"tcpkeepalive", setTcpKeepAlive}},
        {"keepalive", {"tcpkeepalive", setTcpKeepAlive}},
        {"serveraliveinterval", {"serveraliveinterval", setServerAliveInterval}},
        {"serveralivecountmax", {"serveralivecountmax", setServerAliveCount}},
        {"sendenv", {"sendenv", addSendEnv, true}},
        {"setenv", {"setenv", setSetEnv}},
        {"proxyjump", {"proxy", setProxyJump}},
        {"proxycommand", {"proxy", setProxyCommand}},
    };
    return table;
}

} // namespace

const ConfigKeyword *ConfigKeyword::find(const QByteArray &name)
{
    const auto found = keywords().find(name);
    return found == keywords().end() ? nullptr : &found->second;
}

} // namespace holdpoint::ssh
