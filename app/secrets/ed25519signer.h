// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/secrets/ed25519key.h>
#include <models/base/signer.h>

namespace holdpoint::secrets {

/// Signs with a key that is in memory, at once and without a person.
class Ed25519Signer final : public Signer
{
public:
    Ed25519Signer(Ed25519Key key, QString identity);

    [[nodiscard]] QByteArray publicKey() const override;
    [[nodiscard]] QString identity() const override;
    [[nodiscard]] bool isUnattended() const override;
    [[nodiscard]] QFuture<Result<QByteArray>> signature(const QString &nameSpace, const QByteArray &message) override;

private:
    Ed25519Key m_key;
    QString m_identity;
};

} // namespace holdpoint::secrets
