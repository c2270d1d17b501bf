// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/keychainsigner.h>

#include <app/secrets/ed25519signer.h>
#include <app/secrets/futures.h>

namespace holdpoint::secrets {

namespace {

using SignerResult = Result<std::shared_ptr<Signer>>;

QString keyName() { return QStringLiteral("signing-key"); }
QString probeName() { return QStringLiteral("probe"); }

/// The few steps from "is there a key?" to a signer, one after the other as the keyring answers.
class Search : public std::enable_shared_from_this<Search>
{
public:
    Search(std::shared_ptr<SecretStore> store, QString identity)
        : m_store(std::move(store))
        , m_identity(std::move(identity))
    {
    }

    QFuture<SignerResult> start()
    {
        m_store->read(keyName()).then(m_store.get(), [self = shared_from_this()](const Result<QByteArray> &secret) {
            if (!secret && secret.error().kind == ErrorKind::NotFound)
                self->unlock();
            else
                self->take(secret);
        });
        return m_reply.future();
    }

private:
    void unlock()
    {
        m_store->write(probeName(), "probe").then(m_store.get(), [self = shared_from_this()](const Result<> &written) {
            if (!written)
                return self->m_reply.give(fail(written.error()));
            self->readAgain();
        });
    }

    void readAgain()
    {
        m_store->read(keyName()).then(m_store.get(), [self = shared_from_this()](const Result<QByteArray> &secret) {
            if (!secret && secret.error().kind == ErrorKind::NotFound)
                self->create();
            else
                self->take(secret);
        });
    }

    void create()
    {
        const QByteArray secret = Ed25519Key::generate().toOpenSsh(m_identity);
        m_store->write(keyName(), secret).then(m_store.get(), [self = shared_from_this(), secret](const Result<> &written) {
            if (!written)
                return self->m_reply.give(fail(written.error()));
            self->take(secret);
        });
    }

    void take(const Result<QByteArray> &secret)
    {
        if (!secret)
            return m_reply.give(fail(secret.error()));
        const auto key = Ed25519Key::fromOpenSsh(*secret);
        if (!key)
            return m_reply.give(fail(ErrorKind::Corrupt, QStringLiteral("what the keyring holds is no signing key")));
        m_reply.give(std::make_shared<Ed25519Signer>(*key, m_identity));
    }

    std::shared_ptr<SecretStore> m_store;
    QString m_identity;
    Reply<SignerResult> m_reply;
};

} // namespace

QFuture<SignerResult> keychainSigner(std::shared_ptr<SecretStore> store, const QString &identity)
{
    return std::make_shared<Search>(std::move(store), identity)->start();
}

} // namespace holdpoint::secrets
