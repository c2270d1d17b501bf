// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/secrets/agentclient.h>
#include <models/base/signer.h>

#include <memory>

namespace holdpoint::secrets {

/// A key that ssh-agent keeps. Each signature is a conversation on a worker thread, with 30 s for a touch or a PIN.
class AgentSigner final : public Signer
{
public:
    /// The key with this fingerprint ("SHA256:...") or this comment. Errors: NotFound (agent, or key: the detail lists what
    /// there is), Timeout, Io, Invalid (the comment names several keys).
    static QFuture<Result<std::shared_ptr<Signer>>> find(const QString &selector, const QString &identity,
                                                         const QString &socketPath);

    AgentSigner(AgentKey key, QString identity, QString socketPath);

    [[nodiscard]] QByteArray publicKey() const override;
    [[nodiscard]] QString identity() const override;
    [[nodiscard]] bool isUnattended() const override;
    [[nodiscard]] QFuture<Result<QByteArray>> signature(const QString &nameSpace, const QByteArray &message) override;

private:
    AgentKey m_key;
    QString m_identity;
    QString m_socketPath;
};

} // namespace holdpoint::secrets
