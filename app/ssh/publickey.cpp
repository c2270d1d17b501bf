// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/publickey.h>

#include <models/base/bytes.h>

namespace holdpoint::ssh {

namespace {

KeyPtr import(const QString &path)
{
    ssh_key key = nullptr;
    return ssh_pki_import_pubkey_file(path.toLocal8Bit().constData(), &key) == SSH_OK ? KeyPtr(key) : nullptr;
}

/// A certificate is its type, a nonce, and then what a plain key holds behind its type.
bool isFor(const QByteArray &certificate, const QByteArray &key)
{
    ByteReader plain(key);
    ByteReader certified(certificate);
    const QByteArray type = plain.string();
    if (!certified.string().startsWith(type + "-cert-"))
        return false;
    certified.string();
    const QByteArray fields = plain.raw(plain.remaining());
    return !fields.isEmpty() && certified.raw(fields.size()) == fields && certified.isGood();
}

} // namespace

KeyPtr publicHalf(const QString &path)
{
    KeyPtr key = import(path + QStringLiteral(".pub"));
    return key ? std::move(key) : import(path);
}

QByteArray publicBlob(const KeyPtr &key)
{
    char *base64 = nullptr;
    if (!key || ssh_pki_export_pubkey_base64(key.get(), &base64) != SSH_OK)
        return {};
    const TextPtr text(base64);
    return QByteArray::fromBase64(base64);
}

std::vector<UserCertificate> certificatesOf(const QString &keyPath, const QStringList &files)
{
    std::vector<UserCertificate> found;
    const QByteArray key = publicBlob(publicHalf(keyPath));
    for (const QString &path : files + QStringList{keyPath + QStringLiteral("-cert.pub")}) {
        KeyPtr certificate = import(path);
        if (isFor(publicBlob(certificate), key))
            found.push_back({path, std::move(certificate)});
    }
    return found;
}

} // namespace holdpoint::ssh
