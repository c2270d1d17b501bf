// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QFuture>
#include <QString>

namespace holdpoint {

/// A private key that can sign, wherever it is kept (ssh-agent, key file, keyring). Implemented in app/secrets.
///
/// Thread: signature() is called from any thread and answers through the future; a key that waits for a touch or a
/// passphrase keeps the future open.
/// Errors: AuthDenied (wrong passphrase, agent refused), NotFound (key gone), Timeout, Cancelled, Io.
class Signer
{
public:
    Signer() = default;
    Signer(const Signer &) = delete;
    Signer &operator=(const Signer &) = delete;
    virtual ~Signer() = default;

    /// The public key blob as RFC 4253 section 6.6 lays it out ("string type, ...").
    [[nodiscard]] virtual QByteArray publicKey() const = 0;
    /// Who the key speaks for in allowed_signers, e.g. "operator@noc.example".
    [[nodiscard]] virtual QString identity() const = 0;
    /// Whether it can sign without a person doing anything; checkpoints on a timer use only such keys.
    [[nodiscard]] virtual bool isUnattended() const = 0;
    /// The armoured SSHSIG of exactly these bytes under the namespace, as `ssh-keygen -Y sign -n` makes it; RSA as
    /// rsa-sha2-512. A whole SSHSIG because a key that only ssh-keygen can use signs nothing smaller.
    [[nodiscard]] virtual QFuture<Result<QByteArray>> signature(const QString &nameSpace,
                                                                const QByteArray &message) = 0;
};

} // namespace holdpoint
