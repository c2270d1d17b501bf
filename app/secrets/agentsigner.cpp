// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/agentsigner.h>

#include <models/ledger/sshsig.h>

#include <QStringList>
#include <QtConcurrent>

namespace holdpoint::secrets {

namespace {

constexpr std::chrono::seconds listLimit(5);
constexpr std::chrono::seconds signLimit(30);

Result<AgentKey> select(const QList<AgentKey> &keys, const QString &selector)
{
    QList<AgentKey> found;
    QStringList offered;
    for (const AgentKey &key : keys) {
        const QString fingerprint = sshsig::fingerprint(key.publicKey);
        offered.append(fingerprint);
        if (selector == fingerprint || selector == key.comment)
            found.append(key);
    }
    if (found.size() > 1)
        return fail(ErrorKind::Invalid,
                    QStringLiteral("several keys of the ssh-agent are called \"%1\": give the fingerprint").arg(selector));
    if (found.isEmpty())
        return fail(ErrorKind::NotFound,
                    QStringLiteral("the ssh-agent has no key \"%1\"; it has: %2")
                        .arg(selector, offered.isEmpty() ? QStringLiteral("none") : offered.join(QStringLiteral(", "))));
    return found.first();
}

} // namespace

QFuture<Result<std::shared_ptr<Signer>>> AgentSigner::find(const QString &selector, const QString &identity,
                                                           const QString &socketPath)
{
    return QtConcurrent::run([=]() -> Result<std::shared_ptr<Signer>> {
        const auto keys = agentKeys(socketPath, QDeadlineTimer(listLimit));
        if (!keys)
            return fail(keys.error());
        const auto key = select(*keys, selector);
        if (!key)
            return fail(key.error());
        return std::make_shared<AgentSigner>(*key, identity, socketPath);
    });
}

AgentSigner::AgentSigner(AgentKey key, QString identity, QString socketPath)
    : m_key(std::move(key))
    , m_identity(std::move(identity))
    , m_socketPath(std::move(socketPath))
{
}

QByteArray AgentSigner::publicKey() const { return m_key.publicKey; }
QString AgentSigner::identity() const { return m_identity; }
bool AgentSigner::isUnattended() const { return !m_key.needsPerson(); }

QFuture<Result<QByteArray>> AgentSigner::signature(const QString &nameSpace, const QByteArray &message)
{
    return QtConcurrent::run([key = m_key.publicKey, path = m_socketPath, nameSpace, message]() -> Result<QByteArray> {
        const auto blob = agentSignature(path, key, sshsig::signedData(nameSpace, message), QDeadlineTimer(signLimit));
        if (!blob)
            return blob;
        const QByteArray armoured = sshsig::armour(key, nameSpace, *blob);
        // An agent is another program: what it answers is checked before it is believed.
        if (auto verified = sshsig::verify(armoured, nameSpace, message); !verified)
            return fail(ErrorKind::AuthDenied, QStringLiteral("the ssh-agent's signature is no good: %1").arg(verified.error().detail));
        return armoured;
    });
}

} // namespace holdpoint::secrets
