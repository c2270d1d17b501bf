// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/libssh.h>

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace holdpoint::ssh {

/// The public half of the key file, from FILE.pub or from the key file itself; empty when only the private key can tell.
KeyPtr publicHalf(const QString &path);

/// The public key blob of RFC 4253 section 6.6, or the certificate; empty when there is none.
QByteArray publicBlob(const KeyPtr &key);

/// A certificate that vouches for a user's key (PROTOCOL.certkeys of OpenSSH).
struct UserCertificate
{
    QString path;
    KeyPtr key;
};

/// The certificates of this key: FILE-cert.pub, and those of `files` that are for it. The server judges what they are worth.
std::vector<UserCertificate> certificatesOf(const QString &keyPath, const QStringList &files);

} // namespace holdpoint::ssh
