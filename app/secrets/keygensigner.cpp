// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/keygensigner.h>

#include <app/secrets/keygenrun.h>

namespace holdpoint::secrets {

KeygenSigner::KeygenSigner(QString path, KeyFile keyFile, QString identity, session::Prompter *prompter)
    : m_path(std::move(path))
    , m_keyFile(std::move(keyFile))
    , m_identity(std::move(identity))
    , m_prompter(prompter)
{
}

std::shared_ptr<Signer> KeygenSigner::create(const QString &path, const KeyFile &keyFile, const QString &identity,
                                             session::Prompter *prompter)
{
    return {new KeygenSigner(path, keyFile, identity, prompter), [](KeygenSigner *signer) { signer->deleteLater(); }};
}

QByteArray KeygenSigner::publicKey() const { return m_keyFile.publicKey; }
QString KeygenSigner::identity() const { return m_identity; }

bool KeygenSigner::isUnattended() const { return !m_keyFile.isEncrypted() && !m_keyFile.keyType().startsWith("sk-"); }

QFuture<Result<QByteArray>> KeygenSigner::signature(const QString &nameSpace, const QByteArray &message)
{
    const KeygenRun::Job job{m_path, nameSpace, message, {}};
    // KeygenRun owns itself.
    QMetaObject::invokeMethod(this, [job, prompter = m_prompter] { new KeygenRun(job, prompter); });
    return job.reply.future();
}

} // namespace holdpoint::secrets
