// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QString>

#include <memory>

struct evp_pkey_st;

namespace holdpoint::secrets {

/// An Ed25519 key pair in memory (RFC 8032; its SSH forms: RFC 8709), and the OpenSSH file it is kept in (PROTOCOL.key).
///
/// Copies share the key, which is wiped with the last one.
class Ed25519Key
{
public:
    static Ed25519Key generate();
    /// Reads an unencrypted "openssh-key-v1" file with one Ed25519 key.
    /// Errors: Invalid (not such a file, or public and private part differ).
    static Result<Ed25519Key> fromOpenSsh(const QByteArray &file);

    /// The file `ssh-keygen -t ed25519 -N ''` would write.
    [[nodiscard]] QByteArray toOpenSsh(const QString &comment) const;
    /// The public key blob, "string ssh-ed25519, string key".
    [[nodiscard]] QByteArray publicKey() const;
    /// The signature blob, "string ssh-ed25519, string signature".
    [[nodiscard]] QByteArray sign(const QByteArray &data) const;

private:
    explicit Ed25519Key(evp_pkey_st *key);
    [[nodiscard]] QByteArray point() const;

    std::shared_ptr<evp_pkey_st> m_key;
};

} // namespace holdpoint::secrets
