// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/text.h>
#include <models/session/transport.h>

#include <algorithm>

namespace holdpoint::session {

namespace {

/// Before an address whose shell tmux keeps, and one that is left to ssh(1). No name may hold a space, so nothing else
/// begins like this.
constexpr QLatin1String keptPrefix("tmux ");
constexpr QLatin1String stockPrefix("ssh ");
constexpr qsizetype longestUser = 128;
constexpr qsizetype longestHost = 255; // RFC 1035 section 2.3.4, and a scope id more for IPv6

bool isPlain(QChar character)
{
    return (character >= QLatin1Char('a') && character <= QLatin1Char('z'))
           || (character >= QLatin1Char('A') && character <= QLatin1Char('Z'))
           || (character >= QLatin1Char('0') && character <= QLatin1Char('9'));
}

/// Names travel into known_hosts lines, logs and the SSH library: only what no shell, pattern or option gives a meaning.
bool holdsOnly(const QString &name, QLatin1String more)
{
    return std::all_of(name.begin(), name.end(),
                       [more](QChar character) { return isPlain(character) || more.contains(character); });
}

tl::unexpected<Error> invalid(const QString &text, const QString &why)
{
    return fail(ErrorKind::Invalid,
                QStringLiteral("\"%1\" is no host: %2").arg(elided(visibleControls(text), 80), why));
}

Result<quint16> parsePort(const QString &digits)
{
    bool isNumber = false;
    const uint port = digits.toUInt(&isNumber);
    if (!isNumber || !isPlain(digits.front()) || port == 0 || port > 65535)
        return fail(ErrorKind::Invalid, QStringLiteral("the port must be a number from 1 to 65535"));
    return quint16(port);
}

struct HostAndPort
{
    QString host;
    QString port;
};

/// A single colon parts host and port; with more of them it is an IPv6 address, which needs brackets to carry a port.
Result<HostAndPort> splitPort(const QString &rest)
{
    if (rest.startsWith(QLatin1Char('['))) {
        const qsizetype end = rest.indexOf(QLatin1Char(']'));
        if (end < 0 || !rest.left(end).contains(QLatin1Char(':')))
            return fail(ErrorKind::Invalid, QStringLiteral("brackets must hold a whole IPv6 address"));
        const QString after = rest.mid(end + 1);
        if (!after.isEmpty() && (after.size() < 2 || after.front() != QLatin1Char(':')))
            return fail(ErrorKind::Invalid, QStringLiteral("only \":PORT\" may follow the brackets"));
        return HostAndPort{rest.mid(1, end - 1), after.mid(1)};
    }
    if (rest.count(QLatin1Char(':')) != 1)
        return HostAndPort{rest, {}};
    const qsizetype colon = rest.indexOf(QLatin1Char(':'));
    if (colon == rest.size() - 1)
        return fail(ErrorKind::Invalid, QStringLiteral("the port after the colon is missing"));
    return HostAndPort{rest.left(colon), rest.mid(colon + 1)};
}

} // namespace

bool isSafeUserName(const QString &user)
{
    return !user.isEmpty() && user.size() <= longestUser && !user.startsWith(QLatin1Char('-'))
           && holdsOnly(user, QLatin1String("_.+@-"));
}

bool isSafeHostName(const QString &host)
{
    return !host.isEmpty() && host.size() <= longestHost && !host.startsWith(QLatin1Char('-'))
           && holdsOnly(host, QLatin1String("_.:%+-"));
}

HostAddress HostAddress::practiceHost() { return {.host = QStringLiteral("practice"), .practice = true}; }

Result<HostAddress> HostAddress::parse(const QString &text)
{
    HostAddress address;
    QString rest = text;
    if (rest.startsWith(keptPrefix)) {
        address.kept = true;
        rest = rest.mid(keptPrefix.size()).trimmed();
    }
    if (rest.startsWith(stockPrefix)) {
        address.client = SshClient::Stock;
        rest = rest.mid(stockPrefix.size()).trimmed();
    }
    if (const qsizetype at = rest.lastIndexOf(QLatin1Char('@')); at >= 0) {
        address.user = rest.left(at);
        rest = rest.mid(at + 1);
        if (!isSafeUserName(address.user))
            return invalid(text, QStringLiteral("the user name is empty, too long or holds characters that are not allowed"));
    }
    const auto parts = splitPort(rest);
    if (!parts)
        return invalid(text, parts.error().detail);
    address.host = parts->host;
    if (!isSafeHostName(address.host))
        return invalid(text, QStringLiteral("the host name is empty, too long or holds characters that are not allowed"));
    if (!parts->port.isEmpty()) {
        const auto port = parsePort(parts->port);
        if (!port)
            return invalid(text, port.error().detail);
        address.port = *port;
    }
    return address;
}

QString HostAddress::toString() const
{
    const bool isIpv6 = host.contains(QLatin1Char(':'));
    QString text = kept ? QString(keptPrefix) : QString();
    text += client == SshClient::Stock ? QString(stockPrefix) : QString();
    text += user.isEmpty() ? QString() : user + QLatin1Char('@');
    text += isIpv6 && port != 0 ? QStringLiteral("[%1]").arg(host) : host;
    if (port != 0)
        text += QLatin1Char(':') + QString::number(port);
    return text;
}

} // namespace holdpoint::session
