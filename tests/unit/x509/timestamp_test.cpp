// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/x509/timestamp.h>

#include <tests/support/authorities.h>

using namespace holdpoint;
using namespace holdpoint::testing;
using namespace holdpoint::x509;

namespace {

const QByteArray message = "origin\n12\nroot\n";

class TimestampTest : public ::testing::Test
{
protected:
    static void SetUpTestSuite() { s_authorities = new Authorities; }
    static void TearDownTestSuite() { delete s_authorities; }

    /// What openssl ts answers as this signer.
    static QByteArray answer(const QByteArray &request, const char *signer = "tsa")
    {
        s_authorities->write("x.tsq", request);
        int status = -1;
        const QByteArray said =
            s_authorities->openssl(QStringLiteral("ts -reply -config openssl.cnf -section tsa-good -queryfile x.tsq "
                                                  "-signer %1.pem -inkey %1.key -out x.tsr")
                                       .arg(QLatin1String(signer)),
                                   {}, &status);
        EXPECT_EQ(status, 0) << said.constData();
        return s_authorities->file("x.tsr");
    }
    static TimestampTrust trust(const QString &policy = {}) { return {s_authorities->file("ca.pem"), policy}; }

    static inline Authorities *s_authorities = nullptr;
};

TEST_F(TimestampTest, theQuestionHasANonceAndAsksForTheCertificate)
{
    const QByteArray text =
        s_authorities->openssl(QStringLiteral("ts -query -in /dev/stdin -text"), timestampRequest(message));
    EXPECT_TRUE(text.contains("Hash Algorithm: sha256"));
    EXPECT_TRUE(text.contains("Certificate required: yes"));
    EXPECT_TRUE(text.contains("Nonce: 0x"));
    EXPECT_NE(timestampRequest(message), timestampRequest(message));
}

TEST_F(TimestampTest, aFreshAnswerIsAcceptedAndStockOpensslSaysTheSame)
{
    const QByteArray request = timestampRequest(message);
    const QByteArray response = answer(request);
    const auto stamp = checkAnswer(response, request, trust(QStringLiteral("1.2.3.4.1")));
    ASSERT_TRUE(stamp) << stamp.error().detail.toStdString();
    EXPECT_EQ(stamp->authority, QStringLiteral("CN=tsa"));
    EXPECT_EQ(stamp->policy, QStringLiteral("1.2.3.4.1"));
    EXPECT_LT(qAbs(stamp->time.secsTo(QDateTime::currentDateTimeUtc())), 60);
    s_authorities->write("x", message);
    int status = -1;
    static_cast<void>(
        s_authorities->openssl(QStringLiteral("ts -verify -data x -in x.tsr -CAfile ca.pem"), {}, &status));
    EXPECT_EQ(status, 0);
}

TEST_F(TimestampTest, anAnswerToSomethingElseIsRefused)
{
    const QByteArray request = timestampRequest(message);
    const auto otherNonce = checkAnswer(answer(timestampRequest(message)), request, trust());
    ASSERT_FALSE(otherNonce);
    EXPECT_TRUE(otherNonce.error().detail.contains(QStringLiteral("nonce")));
    const auto otherBytes = checkAnswer(answer(timestampRequest("else")), request, trust());
    ASSERT_FALSE(otherBytes);
    EXPECT_TRUE(otherBytes.error().detail.contains(QStringLiteral("other bytes")));
    EXPECT_FALSE(checkAnswer(answer(request), request, trust(QStringLiteral("1.2.3.4.2"))));
}

TEST_F(TimestampTest, anAuthorityThatDoesNotHoldIsRefused)
{
    const QByteArray request = timestampRequest(message);
    const auto expired = checkAnswer(answer(request, "tsa-expired"), request, trust());
    ASSERT_FALSE(expired);
    EXPECT_TRUE(expired.error().detail.contains(QStringLiteral("expired")));
    const auto stranger = checkAnswer(answer(request), request, {s_authorities->file("other-ca.pem"), {}});
    ASSERT_FALSE(stranger);
    EXPECT_EQ(stranger.error().kind, ErrorKind::NotPermitted);
    EXPECT_FALSE(checkAnswer(answer(request), request, {"no certificates", {}}));
}

TEST_F(TimestampTest, aCertificateThatIsNotForTimeStampsCannotMakeOne)
{
    const QByteArray request = timestampRequest(message);
    s_authorities->write("good.tsr", answer(request));
    for (const QString &call :
         {QStringLiteral("ts -reply -in good.tsr -token_out -out token"),
          QStringLiteral("cms -verify -noverify -binary -inform DER -in token -out content"),
          QStringLiteral("cms -sign -binary -nodetach -cades -econtent_type id-smime-ct-TSTInfo -in content "
                         "-signer signer.pem -inkey signer.key -outform DER -out forged")}) {
        int status = -1;
        const QByteArray said = s_authorities->openssl(call, {}, &status);
        ASSERT_EQ(status, 0) << said.constData();
    }
    // TimeStampResp: a status that says granted, and the token.
    const QByteArray body = QByteArray::fromHex("3003020100") + s_authorities->file("forged");
    const QByteArray forged = QByteArray::fromHex("3082") + char(body.size() >> 8) + char(body.size() & 0xff) + body;
    const auto kept = checkTimestamp(forged, message, s_authorities->file("ca.pem"));
    ASSERT_TRUE(kept) << kept.error().detail.toStdString();
    EXPECT_EQ(kept->standing, Standing::Refused);
    EXPECT_FALSE(checkAnswer(forged, request, trust()));
}

TEST_F(TimestampTest, aKeptStampFitsItsBytesOnly)
{
    const QByteArray response = answer(timestampRequest(message));
    const std::optional<QByteArray> authorities = s_authorities->file("ca.pem");
    EXPECT_EQ(checkTimestamp(response, message, authorities)->standing, Standing::Accepted);
    EXPECT_EQ(checkTimestamp(response, message, std::nullopt)->standing, Standing::Unasked);
    EXPECT_EQ(checkTimestamp(response, message, s_authorities->file("other-ca.pem"))->standing, Standing::Refused);
    EXPECT_EQ(checkTimestamp(response, message + '\n', authorities).error().kind, ErrorKind::Corrupt);
    EXPECT_EQ(checkTimestamp(response, message + '\n', std::nullopt).error().kind, ErrorKind::Corrupt);
}

TEST_F(TimestampTest, everyCutOffLengthenedOrFlippedStampIsFoundOrSaysTheSame)
{
    const QByteArray response = answer(timestampRequest(message));
    const std::optional<QByteArray> authorities = s_authorities->file("ca.pem");
    const auto whole = checkTimestamp(response, message, authorities);
    ASSERT_TRUE(whole);
    EXPECT_FALSE(checkTimestamp(response + '\0', message, authorities));
    for (qsizetype at = 0; at < response.size(); at += 3) {
        EXPECT_FALSE(checkTimestamp(response.first(at), message, authorities)) << at;
        QByteArray flipped = response;
        flipped[at] = char(flipped[at] ^ 0x10);
        const auto found = checkTimestamp(flipped, message, authorities);
        if (found && found->standing == Standing::Accepted) {
            EXPECT_EQ(found->time, whole->time) << at;
            EXPECT_EQ(found->authority, whole->authority) << at;
        }
    }
}

} // namespace
