// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QDeadlineTimer>
#include <QList>
#include <QString>

/// The ssh-agent protocol (draft-miller-ssh-agent), as far as signing needs it. Blocks: for worker threads.
namespace holdpoint::secrets {

struct AgentKey
{
    QByteArray publicKey;
    QString comment;

    /// Whether using it asks for a touch or a PIN (FIDO).
    [[nodiscard]] bool needsPerson() const;
};

/// The keys the agent offers. Errors: NotFound (no agent there), Timeout, Io.
Result<QList<AgentKey>> agentKeys(const QString &socketPath, QDeadlineTimer deadline);

/// The signature blob over `data`; RSA as rsa-sha2-512. Errors: also AuthDenied (locked, removed, refused).
Result<QByteArray> agentSignature(const QString &socketPath, const QByteArray &publicKey, const QByteArray &data,
                                  QDeadlineTimer deadline);

} // namespace holdpoint::secrets
