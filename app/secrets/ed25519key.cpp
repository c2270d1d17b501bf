// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/ed25519key.h>

#include <app/secrets/keyfile.h>
#include <models/base/bytes.h>
#include <models/ledger/openssluse.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace holdpoint::secrets {

namespace {

constexpr char keyType[] = "ssh-ed25519";
constexpr std::size_t pointSize = 32;
constexpr std::size_t seedSize = 32;
constexpr std::size_t signatureSize = 64;

unsigned char *bytesOf(QByteArray &bytes) { return reinterpret_cast<unsigned char *>(bytes.data()); }
const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

void wipe(QByteArray &bytes) { OPENSSL_cleanse(bytes.data(), std::size_t(bytes.size())); }

tl::unexpected<Error> unreadable()
{
    return fail(ErrorKind::Invalid, QStringLiteral("this is no unencrypted Ed25519 key file"));
}

} // namespace

Ed25519Key::Ed25519Key(evp_pkey_st *key)
    : m_key(key, EVP_PKEY_free)
{
}

Ed25519Key Ed25519Key::generate()
{
    const sshsig::OpenSslUse use;
    return Ed25519Key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
}

Result<Ed25519Key> Ed25519Key::fromOpenSsh(const QByteArray &file)
{
    const sshsig::OpenSslUse use;
    const Result<KeyFile> keyFile = parseKeyFile(file);
    if (!keyFile || keyFile->isEncrypted())
        return unreadable();
    ByteReader reader(keyFile->privatePart);
    const quint32 check = reader.u32();
    if (check != reader.u32() || reader.string() != keyType)
        return unreadable();
    reader.string(); // the public part once more
    QByteArray secret = reader.string();
    if (!reader.isGood() || std::size_t(secret.size()) != seedSize + pointSize)
        return unreadable();
    Ed25519Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytesOf(std::as_const(secret)), seedSize));
    wipe(secret);
    if (!key.m_key || key.publicKey() != keyFile->publicKey)
        return unreadable();
    return key;
}

QByteArray Ed25519Key::toOpenSsh(const QString &comment) const
{
    QByteArray secret(qsizetype(seedSize), '\0');
    std::size_t length = seedSize;
    EVP_PKEY_get_raw_private_key(m_key.get(), bytesOf(secret), &length);
    secret += point();
    const QByteArray check = randomBytes(4);
    ByteWriter writer;
    writer.raw(check);
    writer.raw(check);
    writer.string(keyType);
    writer.string(point());
    writer.string(secret);
    writer.string(comment.toUtf8());
    wipe(secret);
    return writeKeyFile(publicKey(), writer.bytes());
}

QByteArray Ed25519Key::publicKey() const
{
    ByteWriter writer;
    writer.string(keyType);
    writer.string(point());
    return writer.bytes();
}

QByteArray Ed25519Key::sign(const QByteArray &data) const
{
    const sshsig::OpenSslUse use;
    QByteArray signature(qsizetype(signatureSize), '\0');
    std::size_t length = signatureSize;
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_key.get());
    EVP_DigestSign(context.get(), bytesOf(signature), &length, bytesOf(data), std::size_t(data.size()));
    ByteWriter writer;
    writer.string(keyType);
    writer.string(signature);
    return writer.bytes();
}

QByteArray Ed25519Key::point() const
{
    QByteArray point(qsizetype(pointSize), '\0');
    std::size_t length = pointSize;
    EVP_PKEY_get_raw_public_key(m_key.get(), bytesOf(point), &length);
    return point;
}

} // namespace holdpoint::secrets
