// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QFuture>
#include <QObject>
#include <QString>

namespace holdpoint::secrets {

/// The desktop's keyring (Secret Service or KWallet) through QtKeychain. Never a plain file in its place.
///
/// Thread: GUI thread, an event loop must run. Owns nothing: every call is a job of its own with a limit of 30 s, so that a
/// keyring whose window nobody answers does not hold anybody up.
/// Errors: NotFound (no such secret, or a locked keyring: the backends do not tell these apart), AuthDenied (access refused,
/// keyring locked), Timeout, Io (no keyring on this machine; the detail says so).
class SecretStore : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretStore)

public:
    /// Secrets of different services do not meet.
    explicit SecretStore(QString service = QStringLiteral("holdpoint"));

    QFuture<Result<QByteArray>> read(const QString &key);
    QFuture<Result<>> write(const QString &key, const QByteArray &secret);
    QFuture<Result<>> remove(const QString &key);

private:
    QString m_service;
};

} // namespace holdpoint::secrets
