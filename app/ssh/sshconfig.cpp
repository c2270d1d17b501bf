// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/sshconfig.h>

#include <app/ssh/hostpattern.h>
#include <app/ssh/sshconfigreader.h>

#include <models/session/transport.h>

#include <map>

namespace holdpoint::ssh {

namespace {

using Arguments = QList<QByteArray>;
using Apply = bool (*)(HostSettings &, const Arguments &); ///< false: the value cannot be used

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

bool setUser(HostSettings &settings, const Arguments &arguments)
{
    if (!settings.user)
        settings.user = text(arguments.front());
    return session::isSafeUserName(*settings.user);
}

bool setHostName(HostSettings &settings, const Arguments &arguments)
{
    if (settings.hostName.isEmpty())
        settings.hostName = text(arguments.front());
    return true;
}

bool setPort(HostSettings &settings, const Arguments &arguments)
{
    bool isNumber = false;
    const quint16 port = arguments.front().toUShort(&isNumber);
    if (!settings.port)
        settings.port = port;
    return isNumber && port != 0;
}

bool addIdentityFile(HostSettings &settings, const Arguments &arguments)
{
    if (!settings.identityFiles.contains(text(arguments.front())))
        settings.identityFiles.append(text(arguments.front()));
    return true;
}

bool addCertificateFile(HostSettings &settings, const Arguments &arguments)
{
    if (!settings.certificateFiles.contains(text(arguments.front())))
        settings.certificateFiles.append(text(arguments.front()));
    return true;
}

bool setIdentityAgent(HostSettings &settings, const Arguments &arguments)
{
    if (!settings.identityAgent)
        settings.identityAgent = text(arguments.front());
    return true;
}

bool setKnownHosts(HostSettings &settings, const Arguments &arguments)
{
    if (settings.knownHostsFiles.isEmpty()) {
        for (const QByteArray &file : arguments)
            settings.knownHostsFiles.append(text(file));
    }
    return true;
}

bool setHostKeyAlias(HostSettings &settings, const Arguments &arguments)
{
    if (settings.hostKeyAlias.isEmpty())
        settings.hostKeyAlias = text(arguments.front());
    return session::isSafeHostName(settings.hostKeyAlias);
}

/// Plain seconds or the time formats of sshd_config(5): "1m30s".
std::optional<int> seconds(const QByteArray &value)
{
    static const std::map<char, int> units{{'s', 1}, {'m', 60}, {'h', 3600}, {'d', 86400}, {'w', 604800}};
    qint64 total = 0;
    qint64 number = -1;
    for (const char character : value.toLower() + (value.isEmpty() || !isdigit(value.back()) ? "" : "s")) {
        if (character >= '0' && character <= '9') {
            number = (number < 0 ? 0 : number * 10) + (character - '0');
        } else if (number >= 0 && units.contains(character)) {
            total += number * units.at(character);
            number = -1;
        } else {
            return std::nullopt;
        }
        if (number > 604800 || total > 604800)
            return std::nullopt;
    }
    return total > 0 ? std::optional(int(total)) : std::nullopt;
}

bool setConnectTimeout(HostSettings &settings, const Arguments &arguments)
{
    if (arguments.front() == "none")
        return true;
    const auto value = seconds(arguments.front());
    if (!settings.connectTimeoutSeconds)
        settings.connectTimeoutSeconds = value;
    return value.has_value();
}

const std::map<QByteArray, Apply> &keywords()
{
    static const std::map<QByteArray, Apply> table{
        {"user", setUser},
        {"hostname", setHostName},
        {"port", setPort},
        {"identityfile", addIdentityFile},
        {"certificatefile", addCertificateFile},
        {"identityagent", setIdentityAgent},
        {"userknownhostsfile", setKnownHosts},
        {"hostkeyalias", setHostKeyAlias},
        {"connecttimeout", setConnectTimeout},
    };
    return table;
}

/// The first of each of these decides, "none" and "no" included, so they need to know that they were decided.
struct Decided
{
    bool proxy = false;
    bool identitiesOnly = false;
};

void applySwitches(HostSettings &settings, Decided &decided, const QByteArray &keyword, const Arguments &arguments)
{
    const bool isJump = keyword == "proxyjump";
    if ((isJump || keyword == "proxycommand") && !decided.proxy) {
        decided.proxy = true;
        if (arguments.front().toLower() != "none")
            (isJump ? settings.proxyJump : settings.proxyCommand) = text(arguments.join(' '));
    }
    if (keyword == "identitiesonly" && !decided.identitiesOnly) {
        decided.identitiesOnly = true;
        const QByteArray value = arguments.front().toLower();
        settings.identitiesOnly = value == "yes" || value == "true";
    }
}

QString expandHostName(const QString &hostName, const QString &alias)
{
    if (hostName.isEmpty())
        return alias;
    QString expanded;
    for (qsizetype i = 0; i < hostName.size(); ++i) {
        const bool isToken = hostName[i] == QLatin1Char('%') && i + 1 < hostName.size();
        if (isToken && hostName[i + 1] == QLatin1Char('h'))
            expanded += alias;
        else
            expanded += isToken && hostName[i + 1] == QLatin1Char('%') ? QLatin1Char('%') : hostName[i];
        const bool consumed = isToken && (hostName[i + 1] == QLatin1Char('h') || hostName[i + 1] == QLatin1Char('%'));
        i += consumed ? 1 : 0;
    }
    return expanded;
}

} // namespace

Result<SshConfig> SshConfig::load(const QStringList &files)
{
    SshConfig config;
    SshConfigReader reader(config);
    for (const QString &file : files) {
        if (auto read = reader.read(file); !read)
            return fail(read.error());
    }
    return config;
}

bool SshConfig::applies(int block, const QByteArray &alias) const
{
    while (block >= 0) {
        const Block &conditions = m_blocks[block];
        if (!conditions.matchesAll && (!conditions.skipped.isEmpty() || !matchesAny(alias, conditions.patterns)))
            return false;
        block = conditions.parent;
    }
    return true;
}

Result<HostSettings> SshConfig::lookup(const QString &alias) const
{
    HostSettings settings;
    Decided decided;
    const QByteArray name = alias.toUtf8();
    for (const Directive &directive : m_directives) {
        if (!applies(directive.block, name))
            continue;
        applySwitches(settings, decided, directive.keyword, directive.arguments);
        const auto keyword = keywords().find(directive.keyword);
        if (keyword != keywords().end() && !keyword->second(settings, directive.arguments)) {
            return fail(ErrorKind::Invalid, QStringLiteral("%1: this value of %2 cannot be used")
                                                .arg(directive.place, text(directive.keyword)));
        }
    }
    for (const Block &block : m_blocks) {
        if (!block.skipped.isEmpty())
            settings.notes.append(block.skipped);
    }
    settings.hostName = expandHostName(settings.hostName, alias);
    return settings;
}

QStringList SshConfig::hostAliases() const
{
    QStringList aliases;
    for (const Block &block : m_blocks) {
        for (const QByteArray &pattern : block.patterns) {
            const bool isName = !pattern.contains('*') && !pattern.contains('?') && !pattern.startsWith('!');
            if (isName && session::isSafeHostName(text(pattern)) && !aliases.contains(text(pattern)))
                aliases.append(text(pattern));
        }
    }
    return aliases;
}

} // namespace holdpoint::ssh
