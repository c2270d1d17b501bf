// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/signer.h>

#include <QTemporaryDir>

namespace holdpoint::testing {

/// A fresh Ed25519 key that signs through ssh-keygen, the program recipients check with.
class KeySigner final : public Signer
{
public:
    explicit KeySigner(QString identity = QStringLiteral("operator@noc.example"));

    [[nodiscard]] QByteArray publicKey() const override;
    [[nodiscard]] QString identity() const override { return m_identity; }
    [[nodiscard]] bool isUnattended() const override { return true; }
    [[nodiscard]] QFuture<Result<QByteArray>> signature(const QString &nameSpace, const QByteArray &message) override;

    /// A line for allowed_signers; `options` as in ssh-keygen(1), may be empty.
    [[nodiscard]] QByteArray allowedLine(const QByteArray &options = {}) const;
    [[nodiscard]] QByteArray signNow(const QString &nameSpace, const QByteArray &message) const;

private:
    QTemporaryDir m_folder;
    QString m_identity;
};

/// A key that says no, with these words.
class RefusingSigner final : public Signer
{
public:
    [[nodiscard]] QByteArray publicKey() const override { return m_key.publicKey(); }
    [[nodiscard]] QString identity() const override { return m_key.identity(); }
    [[nodiscard]] bool isUnattended() const override { return false; }
    [[nodiscard]] QFuture<Result<QByteArray>> signature(const QString &, const QByteArray &) override
    {
        return QtFuture::makeReadyFuture(
            Result<QByteArray>(fail(ErrorKind::Timeout, QStringLiteral("nobody touched the key"))));
    }

private:
    KeySigner m_key;
};

/// Runs a program to its end; its exit status, and what it said.
struct Ran
{
    int status = -1;
    QByteArray output;
};
Ran run(const QString &program, const QStringList &arguments, const QByteArray &input = {}, const QString &folder = {});

} // namespace holdpoint::testing
