// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/jumpaddress.h>

#include <QUrl>

namespace holdpoint::ssh {

namespace {

/// A URI as "[USER@]HOST[:PORT]"; anything else as it is.
QString plain(const QString &text)
{
    static const QLatin1String scheme("ssh://");
    if (!text.startsWith(scheme))
        return text;
    QString rest = text.mid(scheme.size());
    if (rest.endsWith(QLatin1Char('/')))
        rest.chop(1);
    const qsizetype at = rest.lastIndexOf(QLatin1Char('@'));
    if (at < 0)
        return rest;
    const QString user = rest.left(at).section(QLatin1Char(';'), 0, 0);
    return QUrl::fromPercentEncoding(user.toUtf8()) + rest.mid(at);
}

} // namespace

Result<session::HostAddress> parseJumpAddress(const QString &text, const ConfigTokens &tokens)
{
    const auto address = expandTokens(plain(text), tokens);
    if (!address)
        return fail(address.error());
    auto host = session::HostAddress::parse(*address);
    if (host && host->client != session::SshClient::Own)
        return fail(ErrorKind::Invalid, QStringLiteral("a jump host is no command"));
    return host;
}

} // namespace holdpoint::ssh
