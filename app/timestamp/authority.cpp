// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/timestamp/authority.h>

#include <models/base/privatefile.h>
#include <models/x509/certificate.h>

#include <QRegularExpression>
#include <QSettings>

namespace holdpoint::timestamp {

namespace {

constexpr qint64 certificatesLimit = 1 << 20;

QUrl addressOf(const QString &text) { return QUrl(text, QUrl::StrictMode); }

} // namespace

Authority configuredAuthority(const QString &configFolder)
{
    QSettings settings(configFolder + QStringLiteral("/holdpoint.ini"), QSettings::IniFormat);
    settings.beginGroup(QStringLiteral("timestamp"));
    return {.url = addressOf(settings.value(QStringLiteral("url")).toString()),
            .certificates = settings.value(QStringLiteral("certificates")).toString(),
            .policy = settings.value(QStringLiteral("policy")).toString()};
}

void rememberAuthority(const QString &configFolder, const Authority &authority)
{
    QSettings settings(configFolder + QStringLiteral("/holdpoint.ini"), QSettings::IniFormat);
    settings.beginGroup(QStringLiteral("timestamp"));
    settings.setValue(QStringLiteral("url"), authority.url.toString(QUrl::RemovePassword));
    settings.setValue(QStringLiteral("certificates"), authority.certificates);
    if (authority.policy.isEmpty())
        settings.remove(QStringLiteral("policy"));
    else
        settings.setValue(QStringLiteral("policy"), authority.policy);
}

Authority withGiven(Authority authority, const QString &url, const QString &certificates)
{
    if (!url.isEmpty() && addressOf(url) != authority.url)
        authority = {.url = addressOf(url), .certificates = authority.certificates, .policy = {}};
    if (!certificates.isEmpty())
        authority.certificates = certificates;
    return authority;
}

Result<> checkAddress(const Authority &authority)
{
    const QString scheme = authority.url.scheme();
    if (!authority.url.isValid() || authority.url.host().isEmpty()
        || (scheme != QLatin1String("http") && scheme != QLatin1String("https")))
        return fail(ErrorKind::Invalid,
                    QStringLiteral("the address of a time stamp authority begins with http:// or https://, "
                                   "not as \"%1\"")
                        .arg(authority.url.toDisplayString()));
    return {};
}

Result<> checkPolicy(const Authority &authority)
{
    static const QRegularExpression form(QStringLiteral("^[012](?:\\.(?:0|[1-9]\\d*))+$"));
    if (authority.policy.isEmpty() || form.match(authority.policy).hasMatch())
        return {};
    return fail(ErrorKind::Invalid,
                QStringLiteral("a policy is an object identifier such as 1.3.6.1.4.1.99999.1, not \"%1\"")
                    .arg(authority.policy));
}

Result<QByteArray> readCertificates(const Authority &authority)
{
    if (const auto address = checkAddress(authority); !address)
        return fail(address.error());
    if (authority.certificates.isEmpty())
        return fail(ErrorKind::Invalid,
                    QStringLiteral("a time stamp proves nothing without the certificates of its authority: "
                                   "name their file (--tsa-ca, or certificates in holdpoint.ini)"));
    const auto pem = readFile(authority.certificates, certificatesLimit);
    if (!pem)
        return pem;
    if (const auto named = x509::checkAuthorities(*pem); !named)
        return fail(named.error().kind, QStringLiteral("%1: %2").arg(authority.certificates, named.error().detail));
    return pem;
}

} // namespace holdpoint::timestamp
