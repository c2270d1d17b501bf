// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/secrets/keyfile.h>
#include <models/base/signer.h>

#include <QObject>

namespace holdpoint::session {
class Prompter;
}

namespace holdpoint::secrets {

/// A key file that stock ssh-keygen opens for us: encrypted ones, RSA, ECDSA, FIDO. It uses ssh-agent by itself when the key
/// is there.
///
/// Thread: lives on the GUI thread, where its runs ask their questions; signature() may be called from any. Made by
/// create(), which deletes it on its own thread whoever lets go of it last.
class KeygenSigner final : public QObject, public Signer
{
    Q_OBJECT

public:
    /// `prompter` may be null where nobody can be asked; it must outlive the signer.
    static std::shared_ptr<Signer> create(const QString &path, const KeyFile &keyFile, const QString &identity,
                                          session::Prompter *prompter);

    [[nodiscard]] QByteArray publicKey() const override;
    [[nodiscard]] QString identity() const override;
    [[nodiscard]] bool isUnattended() const override;
    [[nodiscard]] QFuture<Result<QByteArray>> signature(const QString &nameSpace, const QByteArray &message) override;

private:
    KeygenSigner(QString path, KeyFile keyFile, QString identity, session::Prompter *prompter);

    QString m_path;
    KeyFile m_keyFile;
    QString m_identity;
    session::Prompter *m_prompter;
};

} // namespace holdpoint::secrets
