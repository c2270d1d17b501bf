// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/configkeywords.h>

#include <app/ssh/configvalues.h>

#include <models/base/sshpattern.h>
#include <models/session/transport.h>

#include <QSet>

#include <algorithm>
#include <map>

namespace holdpoint::ssh {

namespace {

using Arguments = QList<QByteArray>;
using Effect = KeywordEffect;

Effect takenIf(bool usable) { return usable ? Effect::Taken : Effect::Unusable; }

QString text(const QByteArray &bytes) { return QString::fromUtf8(bytes); }

template <bool HostSettings::*member> Effect setFlag(HostSettings &settings, const Arguments &arguments)
{
    const auto value = flagOf(arguments.front());
    settings.*member = value.value_or(settings.*member);
    return takenIf(value.has_value());
}

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
    const bool hasControls = std::any_of(settings.hostKeyAlias.begin(), settings.hostKeyAlias.end(),
                                         [](QChar c) { return c.category() == QChar::Other_Control; });
    return takenIf(!settings.hostKeyAlias.isEmpty() && !hasControls);
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

Effect setGlobalKnownHosts(HostSettings &settings, const Arguments &arguments)
{
    QStringList files;
    for (const QByteArray &file : arguments)
        files.append(text(file));
    settings.globalKnownHostsFiles = files;
    return Effect::Taken;
}

Effect setRevokedHostKeys(HostSettings &settings, const Arguments &arguments)
{
    if (arguments.front().toLower() != "none")
        settings.revokedHostKeys = text(arguments.front());
    return Effect::Taken;
}

template <AlgorithmKind kind> Effect setAlgorithms(HostSettings &settings, const Arguments &arguments)
{
    settings.algorithms[kind] = arguments.front();
    return takenIf(!arguments.front().isEmpty());
}

Effect setLeastRsaBits(HostSettings &settings, const Arguments &arguments)
{
    settings.leastRsaBits = numberOf(arguments.front());
    return takenIf(settings.leastRsaBits.has_value());
}

Effect setPreferredMethods(HostSettings &settings, const Arguments &arguments)
{
    settings.loginMethods = text(arguments.front()).split(QLatin1Char(','), Qt::SkipEmptyParts);
    return Effect::Taken;
}

Effect setMethod(HostSettings &settings, const QByteArray &value, const QString &method)
{
    const auto isOn = flagOf(value);
    if (isOn && !*isOn)
        settings.refusedLoginMethods.append(method);
    return takenIf(isOn.has_value());
}

Effect setPasswordMethod(HostSettings &settings, const Arguments &arguments)
{
    return setMethod(settings, arguments.front(), QStringLiteral("password"));
}

Effect setInteractiveMethod(HostSettings &settings, const Arguments &arguments)
{
    return setMethod(settings, arguments.front(), QStringLiteral("keyboard-interactive"));
}

Effect setPublicKeyMethod(HostSettings &settings, const Arguments &arguments)
{
    const QByteArray value = arguments.front().toLower();
    const bool isVariant = value == "unbound" || value == "host-bound";
    return setMethod(settings, isVariant ? "yes" : value, QStringLiteral("publickey"));
}

Effect setSecretPrompts(HostSettings &settings, const Arguments &arguments)
{
    const auto value = numberOf(arguments.front());
    settings.secretPrompts = value.value_or(settings.secretPrompts);
    return takenIf(value.has_value());
}

Effect setCanonicalization(HostSettings &settings, const Arguments &arguments)
{
    const QByteArray value = arguments.front().toLower();
    const auto isOn = flagOf(value);
    settings.canonicalization = value == "always"      ? Canonicalization::OfAll
                                : isOn.value_or(false) ? Canonicalization::OfDirect
                                                       : Canonicalization::None;
    return takenIf(isOn || value == "always");
}

Effect setCanonicalDomains(HostSettings &settings, const Arguments &arguments)
{
    for (const QByteArray &domain : arguments)
        settings.canonicalDomains.append(text(domain));
    return Effect::Taken;
}

Effect setCanonicalizeMaxDots(HostSettings &settings, const Arguments &arguments)
{
    const auto value = numberOf(arguments.front());
    settings.canonicalizeMaxDots = value.value_or(1);
    return takenIf(value.has_value());
}

/// "FROM:TO" each, "*" for all and everywhere, or "none" alone.
Effect setPermittedCnames(HostSettings &settings, const Arguments &arguments)
{
    if (arguments.size() == 1 && arguments.front().toLower() == "none")
        return Effect::Taken;
    QList<PermittedCname> rules;
    for (const QByteArray &argument : arguments) {
        const QByteArray rule = argument == "*" ? QByteArray("*:*") : argument.toLower();
        const qsizetype colon = rule.indexOf(':');
        if (colon < 0 || colon + 1 == rule.size())
            return Effect::Unusable;
        rules.append({rule.first(colon), rule.sliced(colon + 1)});
    }
    settings.permittedCnames = rules;
    return Effect::Taken;
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
    settings.saysProxyJump = true;
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
        {"identitiesonly", {"identitiesonly", setFlag<&HostSettings::identitiesOnly>}},
        {"identityagent", {"identityagent", setIdentityAgent}},
        {"userknownhostsfile", {"userknownhostsfile", setKnownHosts}},
        {"hostkeyalias", {"hostkeyalias", setHostKeyAlias}},
        {"connecttimeout", {"connecttimeout", setConnectTimeout}},
        {"connectionattempts", {"connectionattempts", setConnectionAttempts}},
        {"addressfamily", {"addressfamily", setAddressFamily}},
        {"bindaddress", {"bindaddress", setBindAddress}},
        {"tcpkeepalive", {"tcpkeepalive", setFlag<&HostSettings::tcpKeepAlive>}},
        {"keepalive", {"tcpkeepalive", setFlag<&HostSettings::tcpKeepAlive>}},
        {"serveraliveinterval", {"serveraliveinterval", setServerAliveInterval}},
        {"serveralivecountmax", {"serveralivecountmax", setServerAliveCount}},
        {"sendenv", {"sendenv", addSendEnv, true}},
        {"setenv", {"setenv", setSetEnv}},
        {"globalknownhostsfile", {"globalknownhostsfile", setGlobalKnownHosts}},
        {"hashknownhosts", {"hashknownhosts", setFlag<&HostSettings::hashKnownHosts>}},
        {"revokedhostkeys", {"revokedhostkeys", setRevokedHostKeys}},
        {"kexalgorithms", {"kexalgorithms", setAlgorithms<AlgorithmKind::KeyExchange>}},
        {"hostkeyalgorithms", {"hostkeyalgorithms", setAlgorithms<AlgorithmKind::HostKey>}},
        {"ciphers", {"ciphers", setAlgorithms<AlgorithmKind::Cipher>}},
        {"macs", {"macs", setAlgorithms<AlgorithmKind::Mac>}},
        {"pubkeyacceptedalgorithms", {"pubkeyacceptedalgorithms", setAlgorithms<AlgorithmKind::LoginKey>}},
        {"pubkeyacceptedkeytypes", {"pubkeyacceptedalgorithms", setAlgorithms<AlgorithmKind::LoginKey>}},
        {"requiredrsasize", {"requiredrsasize", setLeastRsaBits}},
        {"preferredauthentications", {"preferredauthentications", setPreferredMethods}},
        {"passwordauthentication", {"passwordauthentication", setPasswordMethod}},
        {"kbdinteractiveauthentication", {"kbdinteractiveauthentication", setInteractiveMethod}},
        {"challengeresponseauthentication", {"kbdinteractiveauthentication", setInteractiveMethod}},
        {"pubkeyauthentication", {"pubkeyauthentication", setPublicKeyMethod}},
        {"numberofpasswordprompts", {"numberofpasswordprompts", setSecretPrompts}},
        {"canonicalizehostname", {"canonicalizehostname", setCanonicalization}},
        {"canonicaldomains", {"canonicaldomains", setCanonicalDomains}},
        {"canonicalizemaxdots", {"canonicalizemaxdots", setCanonicalizeMaxDots}},
        {"canonicalizefallbacklocal", {"canonicalizefallbacklocal", setFlag<&HostSettings::canonicalizeFallbackLocal>}},
        {"canonicalizepermittedcnames", {"canonicalizepermittedcnames", setPermittedCnames}},
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
