// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/secretsource.h>

#include <app/cli/waiting.h>
#include <app/secrets/secretstore.h>
#include <models/base/privatefile.h>

namespace holdpoint::cli {

namespace {

constexpr qint64 secretBytes = 64 * 1024;

} // namespace

Result<QByteArray> secretFrom(const QString &source)
{
    const QString place = source.section(u':', 1);
    if (source.startsWith(QLatin1String("env:"))) {
        const QByteArray value = qgetenv(place.toUtf8().constData());
        if (value.isEmpty())
            return fail(ErrorKind::Invalid, QStringLiteral("the environment has no %1").arg(place));
        return value;
    }
    if (source.startsWith(QLatin1String("file:"))) {
        const auto bytes = readFile(place, secretBytes);
        return bytes ? Result<QByteArray>(bytes->trimmed()) : fail(bytes.error());
    }
    if (source.startsWith(QLatin1String("keychain:"))) {
        secrets::SecretStore store;
        return await(store.read(place));
    }
    return fail(ErrorKind::Invalid, QStringLiteral("a secret is taken from env:VAR, file:PATH or keychain:KEY"));
}

} // namespace holdpoint::cli
