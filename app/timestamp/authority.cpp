// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/timestamp/authority.h>

#include <models/base/privatefile.h>

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

Authority withGiven(Authority authority, const QString &url, const QString &certificates)
{
    if (!url.isEmpty())
        authority = {.url = addressOf(url), .certificates = authority.certificates, .policy = {}};
    if (!certificates.isEmpty())
        authority.certificates = certificates;
    return authority;
}

Result<QByteArray> readCertificates(const Authority &authority)
{
    const QString scheme = authority.url.scheme();
    if (!authority.url.isValid() || authority.url.host().isEmpty()
        || (scheme != QLatin1String("http") && scheme != QLatin1String("https")))
        return fail(ErrorKind::Invalid,
                    QStringLiteral("the address of a time stamp authority begins with http:// or https://, "
                                   "not as \"%1\"")
                        .arg(authority.url.toString()));
    if (authority.certificates.isEmpty())
        return fail(ErrorKind::Invalid,
                    QStringLiteral("a time stamp proves nothing without the certificates of its authority: "
                                   "name their file (--tsa-ca, or certificates in holdpoint.ini)"));
    return readFile(authority.certificates, certificatesLimit);
}

} // namespace holdpoint::timestamp
