// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/x509/certificatekey.h>

#include <tests/support/authorities.h>

using namespace holdpoint;
using namespace holdpoint::testing;
using namespace holdpoint::x509;

namespace {

class CertificateKeyTest : public ::testing::Test
{
protected:
    static void SetUpTestSuite() { s_authorities = new Authorities; }
    static void TearDownTestSuite() { delete s_authorities; }

    static Result<std::shared_ptr<const CertificateKey>> read(const QByteArray &file,
                                                              const QByteArray &password = "secret")
    {
        return CertificateKey::read(file, password, QDateTime::currentDateTimeUtc());
    }
    static Error errorOf(const char *file, const QByteArray &password = "secret")
    {
        const auto key = read(s_authorities->file(file), password);
        EXPECT_FALSE(key) << file;
        return key ? Error{} : key.error();
    }

    static inline Authorities *s_authorities = nullptr;
};

TEST_F(CertificateKeyTest, aPkcs12FileWithItsPasswordGivesKeyAndCertificate)
{
    const auto key = read(s_authorities->file("signer.p12"));
    ASSERT_TRUE(key) << key.error().detail.toStdString();
    const Certificate certificate = (*key)->certificate();
    EXPECT_EQ(certificate.subject, QStringLiteral("CN=signer"));
    EXPECT_EQ(certificate.issuer, QStringLiteral("CN=ca"));
    const QByteArray printed =
        s_authorities->openssl(QStringLiteral("x509 -in signer.pem -noout -fingerprint -sha256")).trimmed();
    EXPECT_EQ(printed.mid(printed.indexOf('=') + 1).replace(":", "").toLower(), certificate.fingerprint.toLatin1());
    EXPECT_EQ(certificate.validUntil, QDateTime(QDate(2099, 12, 31), QTime(23, 59, 59), Qt::UTC));
}

TEST_F(CertificateKeyTest, aFileIsReadWithinReason)
{
    const auto load = [](const char *file) {
        return CertificateKey::load(s_authorities->path(file), "secret", QDateTime::currentDateTimeUtc());
    };
    EXPECT_TRUE(load("signer.p12"));
    EXPECT_EQ(load("none.p12").error().kind, ErrorKind::NotFound);
    s_authorities->write("huge.p12", QByteArray(2 << 20, 'x'));
    EXPECT_EQ(load("huge.p12").error().kind, ErrorKind::Invalid);
}

TEST_F(CertificateKeyTest, aFileOfAuthoritiesNamesOneAtLeast)
{
    EXPECT_TRUE(checkAuthorities(s_authorities->file("ca.pem")));
    EXPECT_FALSE(checkAuthorities(s_authorities->file("signer.p12")));
    EXPECT_FALSE(checkAuthorities({}));
}

TEST_F(CertificateKeyTest, aWrongPasswordIsSaidAsOne)
{
    EXPECT_EQ(errorOf("signer.p12", "wrong").kind, ErrorKind::AuthDenied);
    EXPECT_EQ(errorOf("signer.p12", "").kind, ErrorKind::AuthDenied);
}

TEST_F(CertificateKeyTest, whatCannotSignIsRefusedWithItsReason)
{
    EXPECT_TRUE(errorOf("keyless.p12").detail.contains(QStringLiteral("no private key")));
    EXPECT_EQ(errorOf("expired.p12").kind, ErrorKind::NotPermitted);
    EXPECT_TRUE(errorOf("expired.p12").detail.contains(QStringLiteral("2021-01-01")));
    EXPECT_TRUE(errorOf("enciphers.p12").detail.contains(QStringLiteral("not for signing")));
    EXPECT_TRUE(errorOf("ca.pem").detail.contains(QStringLiteral("no PKCS#12 file")));
    EXPECT_TRUE(errorOf("ed25519.p12").detail.contains(QStringLiteral("RSA and elliptic curve")));
    EXPECT_TRUE(errorOf("short.p12").detail.contains(QStringLiteral("fewer than 2048 bits")));
}

TEST_F(CertificateKeyTest, aFileEncryptedInTheOldWaySaysHowToWriteItAnew)
{
    int status = -1;
    static_cast<void>(s_authorities->openssl(
        QStringLiteral("pkcs12 -export -legacy -in signer.pem -inkey signer.key -passout pass:secret -out old.p12"), {},
        &status));
    ASSERT_EQ(status, 0);
    EXPECT_TRUE(errorOf("old.p12").detail.contains(QStringLiteral("outdated")))
        << errorOf("old.p12").detail.toStdString();
}

TEST_F(CertificateKeyTest, aFileCutOffAnywhereIsNoKey)
{
    const QByteArray whole = s_authorities->file("signer.p12");
    for (qsizetype size = 0; size < whole.size(); size += 37)
        EXPECT_FALSE(read(whole.first(size))) << size;
}

} // namespace
