// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/bytes.h>
#include <models/base/sha256.h>
#include <models/ledger/sshsig.h>
#include <tests/support/sshkeygen.h>

#include <openssl/evp.h>

using namespace holdpoint;
using namespace holdpoint::testing;

namespace {

const QString nameSpace = QStringLiteral("session-report@holdpoint");

struct KeyKind
{
    const char *name;
    QStringList arguments;
};

void PrintTo(const KeyKind &kind, std::ostream *out) { *out << kind.name; }

QList<KeyKind> keyKinds()
{
    const auto kind = [](const char *name, const char *type, const char *bits) {
        return KeyKind{name, {QStringLiteral("-t"), QLatin1String(type), QStringLiteral("-b"), QLatin1String(bits)}};
    };
    return {kind("ed25519", "ed25519", "256"), kind("nistp256", "ecdsa", "256"), kind("nistp384", "ecdsa", "384"),
            kind("nistp521", "ecdsa", "521"), kind("rsa", "rsa", "2048")};
}

class SshsigOfKeyTest : public ::testing::TestWithParam<KeyKind>
{
};

TEST_P(SshsigOfKeyTest, whatSshKeygenSignedIsVerified)
{
    const SshKey key(GetParam().arguments);
    const QByteArray message = "MANIFEST\nwith lines\n";
    const QByteArray armoured = key.sign(nameSpace, message);
    const auto signature = sshsig::verify(armoured, nameSpace, message);
    ASSERT_TRUE(signature) << signature.error().detail.toStdString();
    EXPECT_EQ(signature->publicKey, key.publicKey());
    EXPECT_EQ(sshsig::verify(armoured, nameSpace, message + "x").error().kind, ErrorKind::Corrupt);
    EXPECT_EQ(sshsig::verify(armoured, QStringLiteral("file"), message).error().kind, ErrorKind::NotPermitted);
}

TEST_P(SshsigOfKeyTest, whatIsTakenApartAndPutTogetherAgainIsTheSame)
{
    const SshKey key(GetParam().arguments);
    const QByteArray armoured = key.sign(nameSpace, "message");
    const auto signature = sshsig::parse(armoured);
    ASSERT_TRUE(signature);
    EXPECT_EQ(sshsig::armour(signature->publicKey, nameSpace, signature->blob), armoured);
    EXPECT_TRUE(sshKeygenVerifies(key.publicLine(), nameSpace, armoured, "message"));
}

TEST_P(SshsigOfKeyTest, aBlobWithAnyByteChangedIsNeverGood)
{
    const SshKey key(GetParam().arguments);
    const auto signature = sshsig::parse(key.sign(nameSpace, "message"));
    ASSERT_TRUE(signature);
    for (qsizetype i = 0; i < signature->blob.size(); ++i) {
        QByteArray blob = signature->blob;
        blob[i] = char(blob[i] ^ 0x40);
        EXPECT_FALSE(sshsig::verify(sshsig::armour(signature->publicKey, nameSpace, blob), nameSpace, "message")) << i;
    }
}

INSTANTIATE_TEST_SUITE_P(Keys, SshsigOfKeyTest, ::testing::ValuesIn(keyKinds()),
                         [](const auto &kind) { return std::string(kind.param.name); });

TEST(SshsigTest, theFingerprintIsThatOfSshKeygen)
{
    const SshKey key({QStringLiteral("-t"), QStringLiteral("ed25519")});
    const Answer answer = runTool(QStringLiteral("ssh-keygen"), {QStringLiteral("-l"), QStringLiteral("-f"), key.path()});
    EXPECT_EQ(QString::fromLatin1(answer.output.split(' ').value(1)), sshsig::fingerprint(key.publicKey()));
}

TEST(SshsigTest, aSha256SignatureIsVerifiedToo)
{
    const SshKey key({QStringLiteral("-t"), QStringLiteral("ed25519")});
    const Answer answer = runTool(QStringLiteral("ssh-keygen"),
                                  {QStringLiteral("-Y"), QStringLiteral("sign"), QStringLiteral("-f"), key.path(),
                                   QStringLiteral("-n"), nameSpace, QStringLiteral("-O"), QStringLiteral("hashalg=sha256")},
                                  "message");
    const auto signature = sshsig::verify(answer.output, nameSpace, "message");
    ASSERT_TRUE(signature) << signature.error().detail.toStdString();
    EXPECT_EQ(signature->hashAlgorithm, QStringLiteral("sha256"));
}

TEST(SshsigTest, aSignatureCutAtEveryLengthIsRefused)
{
    const SshKey key({QStringLiteral("-t"), QStringLiteral("ed25519")});
    const QByteArray armoured = key.sign(nameSpace, "message");
    const qsizetype whole = armoured.size() - 1; // the last line feed may be missing
    for (qsizetype length = 0; length < whole; ++length)
        EXPECT_FALSE(sshsig::parse(armoured.first(length))) << length;
    EXPECT_TRUE(sshsig::parse(armoured.first(whole)));
}

QByteArray handmade(const char *magic, quint32 version, const QByteArray &space, const QByteArray &hash,
                    const QByteArray &tail = {})
{
    ByteWriter writer;
    writer.raw(magic);
    writer.u32(version);
    writer.string("key");
    writer.string(space);
    writer.string({});
    writer.string(hash);
    writer.string("blob");
    writer.raw(tail);
    return "-----BEGIN SSH SIGNATURE-----\n" + writer.bytes().toBase64() + "\n-----END SSH SIGNATURE-----\n";
}

TEST(SshsigTest, otherVersionsHashesAndLengthsAreRefused)
{
    EXPECT_TRUE(sshsig::parse(handmade("SSHSIG", 1, "n", "sha512")));
    EXPECT_FALSE(sshsig::parse(handmade("SSHSIX", 1, "n", "sha512")));
    EXPECT_FALSE(sshsig::parse(handmade("SSHSIG", 2, "n", "sha512")));
    EXPECT_FALSE(sshsig::parse(handmade("SSHSIG", 1, "", "sha512")));
    EXPECT_FALSE(sshsig::parse(handmade("SSHSIG", 1, "n", "sha1")));
    EXPECT_FALSE(sshsig::parse(handmade("SSHSIG", 1, "n", "sha512", "x")));
    EXPECT_FALSE(sshsig::parse("-----BEGIN SSH SIGNATURE-----\n!!!!\n-----END SSH SIGNATURE-----\n"));
    EXPECT_FALSE(sshsig::parse("-----BEGIN SSH SIGNATURE-----\n" + QByteArray(100'000'000, 'A')));
    EXPECT_FALSE(sshsig::parse({}));
}

TEST(SshsigTest, aSmallRsaKeyIsRefused)
{
    const SshKey key({QStringLiteral("-t"), QStringLiteral("rsa"), QStringLiteral("-b"), QStringLiteral("1024")});
    EXPECT_FALSE(sshsig::verify(key.sign(nameSpace, "message"), nameSpace, "message"));
}

/// A security key made of an ordinary Ed25519 key: PROTOCOL.u2f says what its token would sign.
QByteArray securityKeySignature(quint8 flags, const QByteArray &message)
{
    EVP_PKEY *key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    QByteArray point(32, '\0');
    std::size_t length = 32;
    EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char *>(point.data()), &length);
    ByteWriter publicKey;
    publicKey.string("sk-ssh-ed25519@openssh.com");
    publicKey.string(point);
    publicKey.string("ssh:");
    ByteWriter data;
    data.raw(sha256(QByteArrayView("ssh:")));
    data.u8(flags);
    data.u32(7);
    data.raw(sha256(sshsig::signedData(nameSpace, message)));
    QByteArray raw(64, '\0');
    length = 64;
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestSignInit(context, nullptr, nullptr, nullptr, key);
    EVP_DigestSign(context, reinterpret_cast<unsigned char *>(raw.data()), &length,
                   reinterpret_cast<const unsigned char *>(data.bytes().constData()), std::size_t(data.bytes().size()));
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
    ByteWriter blob;
    blob.string("sk-ssh-ed25519@openssh.com");
    blob.string(raw);
    blob.u8(flags);
    blob.u32(7);
    return sshsig::armour(publicKey.bytes(), nameSpace, blob.bytes());
}

TEST(SshsigTest, aSecurityKeysSignatureIsVerifiedAndMustSayThatAPersonTouchedIt)
{
    const QByteArray touched = securityKeySignature(0x01, "message");
    const auto signature = sshsig::verify(touched, nameSpace, "message");
    ASSERT_TRUE(signature) << signature.error().detail.toStdString();
    const QByteArray line = "sk-ssh-ed25519@openssh.com " + signature->publicKey.toBase64();
    EXPECT_TRUE(sshKeygenVerifies(line, nameSpace, touched, "message"));
    EXPECT_FALSE(sshsig::verify(touched, nameSpace, "other"));
    EXPECT_FALSE(sshsig::verify(securityKeySignature(0x00, "message"), nameSpace, "message"));
}

} // namespace
