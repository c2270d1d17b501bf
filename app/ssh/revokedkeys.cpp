// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/revokedkeys.h>

#include <models/base/privatefile.h>

namespace holdpoint::ssh {

namespace {

constexpr qint64 largestFile = 64 << 20;

} // namespace

Result<bool> isRevoked(const QString &file, const QByteArray &key)
{
    const auto bytes = readFile(file, largestFile);
    if (!bytes)
        return fail(bytes.error());
    if (bytes->startsWith("SSHKRL\n")) // the magic of OpenSSH's PROTOCOL.krl
        return fail(ErrorKind::Invalid,
                    QStringLiteral("%1 is a binary revocation list, which Holdpoint cannot read").arg(file));
    for (const QByteArray &line : bytes->split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (!line.trimmed().startsWith('#') && words.size() >= 2 && QByteArray::fromBase64(words[1]) == key)
            return true;
    }
    return false;
}

} // namespace holdpoint::ssh
