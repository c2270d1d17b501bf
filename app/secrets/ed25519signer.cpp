// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/ed25519signer.h>

#include <app/secrets/futures.h>
#include <models/ledger/sshsig.h>

namespace holdpoint::secrets {

Ed25519Signer::Ed25519Signer(Ed25519Key key, QString identity)
    : m_key(std::move(key))
    , m_identity(std::move(identity))
{
}

QByteArray Ed25519Signer::publicKey() const { return m_key.publicKey(); }
QString Ed25519Signer::identity() const { return m_identity; }
bool Ed25519Signer::isUnattended() const { return true; }

QFuture<Result<QByteArray>> Ed25519Signer::signature(const QString &nameSpace, const QByteArray &message)
{
    const QByteArray blob = m_key.sign(sshsig::signedData(nameSpace, message));
    return finished<Result<QByteArray>>(sshsig::armour(publicKey(), nameSpace, blob));
}

} // namespace holdpoint::secrets
