// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/x509/cmssignature.h>

#include <tests/support/authorities.h>

using namespace holdpoint;
using namespace holdpoint::testing;
using namespace holdpoint::x509;

namespace {

const QByteArray message = "0123  report.html\n";

class CmsSignatureTest : public ::testing::Test
{
protected:
    static void SetUpTestSuite() { s_authorities = new Authorities; }
    static void TearDownTestSuite() { delete s_authorities; }

    static QByteArray sign(const char *file, Profile profile)
    {
        const auto key = CertificateKey::read(s_authorities->file(file), "secret", QDateTime::currentDateTimeUtc());
        EXPECT_TRUE(key) << key.error().detail.toStdString();
        const auto der = key ? signDetached(**key, message, profile) : fail(key.error());
        EXPECT_TRUE(der);
        return der.value_or(QByteArray());
    }
    static Result<DetachedSignature> verify(const QByteArray &der, const char *authorities = "ca.pem",
                                            const QByteArray &bytes = message,
                                            const QDateTime &when = QDateTime::currentDateTimeUtc())
    {
        return verifyDetached(der, bytes, authorities ? std::optional(s_authorities->file(authorities)) : std::nullopt,
                              when);
    }
    static QByteArray signedAttributes(const QByteArray &der)
    {
        const QByteArray text = s_authorities->openssl(QStringLiteral("cms -cmsout -print -inform DER"), der);
        const qsizetype begin = text.indexOf("signedAttrs:");
        return text.mid(begin, text.indexOf("signatureAlgorithm:", begin) - begin);
    }

    static inline Authorities *s_authorities = nullptr;
};

TEST_F(CmsSignatureTest, stockOpensslSaysThatBothProfilesAreGood)
{
    for (const Profile profile : {Profile::Cades, Profile::Pades}) {
        for (const char *file : {"signer.p12", "curve.p12"}) {
            s_authorities->write("x.p7s", sign(file, profile));
            s_authorities->write("x", message);
            int status = -1;
            const QByteArray said = s_authorities->openssl(
                QStringLiteral("cms -verify -cades -binary -inform DER -in x.p7s -content x -CAfile ca.pem -out out"),
                {}, &status);
            EXPECT_EQ(status, 0) << said.constData();
        }
    }
}

TEST_F(CmsSignatureTest, signingTimeStandsWhereCadesDemandsItAndNotWherePadesForbidsIt)
{
    EXPECT_TRUE(signedAttributes(sign("signer.p12", Profile::Cades)).contains("signingTime"));
    const QByteArray pades = signedAttributes(sign("signer.p12", Profile::Pades));
    EXPECT_FALSE(pades.contains("signingTime"));
    EXPECT_EQ(pades.count("object:"), 3);
    for (const char *attribute : {"contentType", "messageDigest", "signingCertificateV2"})
        EXPECT_TRUE(pades.contains(attribute)) << attribute;
}

TEST_F(CmsSignatureTest, whoSignedIsKnownAndAcceptedOnlyByAnAuthorityOfTheFile)
{
    const QByteArray der = sign("signer.p12", Profile::Cades);
    const auto good = verify(der);
    ASSERT_TRUE(good);
    EXPECT_EQ(good->standing, Standing::Accepted);
    EXPECT_EQ(good->signer.subject, QStringLiteral("CN=signer"));
    EXPECT_EQ(verify(der, nullptr)->standing, Standing::Unasked);
    EXPECT_EQ(verify(der, "other-ca.pem")->standing, Standing::Refused);
    EXPECT_EQ(verify(der, "signer.key").error().kind, ErrorKind::Invalid);
    EXPECT_EQ(verify(der, "ca.pem", message, QDateTime(QDate(2150, 1, 1), QTime(), Qt::UTC))->standing,
              Standing::Refused);
}

TEST_F(CmsSignatureTest, aListOfRevokedCertificatesIsAskedWhereThereIsOne)
{
    const auto list = [](const char *name, const char *options) {
        static_cast<void>(s_authorities->openssl(
            QStringLiteral("ca -config openssl.cnf %1 -out %2").arg(QLatin1String(options), QLatin1String(name))));
        s_authorities->write(name, s_authorities->file("ca.pem") + s_authorities->file(name));
    };
    list("empty.crl", "-gencrl -crldays 1");
    const QByteArray der = sign("curve.p12", Profile::Cades);
    EXPECT_EQ(verify(der, "empty.crl")->standing, Standing::Accepted);
    const QDateTime inAWeek = QDateTime::currentDateTimeUtc().addDays(7);
    EXPECT_EQ(verify(der, "empty.crl", message, inAWeek)->standing, Standing::Refused) << "the list is too old";
    static_cast<void>(s_authorities->openssl(QStringLiteral("ca -config openssl.cnf -revoke curve.pem")));
    list("revoked.crl", "-gencrl -crldays 1");
    const auto revoked = verify(der, "revoked.crl");
    EXPECT_EQ(revoked->standing, Standing::Refused);
    EXPECT_TRUE(revoked->reason.contains(QLatin1String("certificate revoked"))) << revoked->reason.toStdString();
    EXPECT_EQ(verify(sign("signer.p12", Profile::Cades), "revoked.crl")->standing, Standing::Accepted);
    EXPECT_EQ(verify(der)->standing, Standing::Accepted) << "nothing is asked where there is no list";
    s_authorities->write(
        "other.crl", s_authorities->file("ca.pem")
                         + s_authorities->openssl(QStringLiteral(
                             "ca -config openssl.cnf -gencrl -crldays 1 -cert other-ca.pem -keyfile other-ca.key")));
    EXPECT_EQ(verify(der, "other.crl")->standing, Standing::Refused) << "it is another authority's";
    const QByteArray lists = s_authorities->file("revoked.crl");
    s_authorities->write("cut-off.crl", s_authorities->file("empty.crl") + lists.first(lists.size() - 40));
    EXPECT_EQ(verify(der, "cut-off.crl").error().kind, ErrorKind::Invalid)
        << "what is behind the damage is not overlooked";
}

TEST_F(CmsSignatureTest, otherBytesAndCutOffOrLengthenedSignaturesDoNotFit)
{
    const QByteArray der = sign("signer.p12", Profile::Pades);
    EXPECT_EQ(verify(der, "ca.pem", message + ' ').error().kind, ErrorKind::Corrupt);
    EXPECT_EQ(verify(der + '\0').error().kind, ErrorKind::Corrupt);
    for (qsizetype size = 0; size < der.size(); size += 11)
        EXPECT_FALSE(verify(der.first(size))) << size;
}

TEST_F(CmsSignatureTest, aSignatureThatNamesNoCertificateInItIsNotAccepted)
{
    s_authorities->write("x", message);
    static_cast<void>(s_authorities->openssl(
        QStringLiteral("cms -sign -binary -in x -signer signer.pem -inkey signer.key -outform DER -out plain.p7s")));
    const auto plain = verify(s_authorities->file("plain.p7s"));
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->standing, Standing::Refused);
}

} // namespace
