// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/environment.h>

#include <models/base/sshpattern.h>

#include <algorithm>
#include <unistd.h>

namespace holdpoint::ssh {

namespace {

EnvironmentVariable parted(const QByteArray &text)
{
    const qsizetype equals = text.indexOf('=');
    return {text.left(equals), text.mid(equals + 1)};
}

} // namespace

QList<EnvironmentVariable> environmentToSend(const QList<QByteArray> &own, const QList<QByteArray> &sendPatterns,
                                             const QList<QByteArray> &set)
{
    QList<EnvironmentVariable> found;
    for (const QByteArray &text : own) {
        const EnvironmentVariable variable = parted(text);
        const bool isNamed = std::any_of(sendPatterns.begin(), sendPatterns.end(), [&](const QByteArray &pattern) {
            return matchesPattern(variable.name, pattern);
        });
        if (isNamed)
            found.append(variable);
    }
    for (const QByteArray &text : set)
        found.append(parted(text));
    return found;
}

QList<QByteArray> ownEnvironment()
{
    QList<QByteArray> found;
    for (char **text = environ; text != nullptr && *text != nullptr; ++text) {
        if (QByteArray(*text).contains('='))
            found.append(*text);
    }
    return found;
}

} // namespace holdpoint::ssh
