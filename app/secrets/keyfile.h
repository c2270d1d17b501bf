// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>

namespace holdpoint::secrets {

/// The envelope of an OpenSSH private key file (PROTOCOL.key): what can be known of it without a passphrase.
struct KeyFile
{
    QByteArray cipher;      ///< "none" when it is not encrypted
    QByteArray publicKey;   ///< blob
    QByteArray privatePart; ///< as stored; readable when not encrypted

    [[nodiscard]] bool isEncrypted() const { return cipher != "none"; }
    /// "ssh-ed25519", "sk-ssh-ed25519@openssh.com", ...
    [[nodiscard]] QByteArray keyType() const;
};

/// Errors: Invalid for anything else than an "openssh-key-v1" file with one key.
Result<KeyFile> parseKeyFile(const QByteArray &file);

/// An unencrypted file of one key; pads the private part.
QByteArray writeKeyFile(const QByteArray &publicKey, QByteArray privatePart);

} // namespace holdpoint::secrets
