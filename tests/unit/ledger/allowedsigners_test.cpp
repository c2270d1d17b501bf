// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/sshsig.h>
#include <tests/support/sshkeygen.h>

#include <QTimeZone>

using namespace holdpoint;
using namespace holdpoint::testing;
using sshsig::findSigner;
using sshsig::parseAllowedSigners;

namespace {

const char key[] = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

sshsig::Signature signatureFor(const char *nameSpace)
{
    return {QByteArray::fromBase64(QByteArray(key).split(' ').value(1)), QString::fromLatin1(nameSpace),
            QStringLiteral("sha512"), "blob"};
}

const QDateTime noon = QDateTime(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);

TEST(AllowedSignersTest, principalsOptionsAndKeyAreRead)
{
    const auto signers = parseAllowedSigners(QByteArray("# comment\n\n") + "op@noc.example,*@ops.example "
                                             + "namespaces=\"session-report@holdpoint,ledger*\",valid-after=\"20260101Z\" "
                                             + key + " a comment\r\n");
    ASSERT_EQ(signers.size(), 1);
    EXPECT_EQ(signers[0].principals, (QStringList{QStringLiteral("op@noc.example"), QStringLiteral("*@ops.example")}));
    EXPECT_EQ(signers[0].namespaces, (QStringList{QStringLiteral("session-report@holdpoint"), QStringLiteral("ledger*")}));
    EXPECT_EQ(signers[0].validAfter, QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC));
    EXPECT_FALSE(signers[0].validBefore.isValid());
    EXPECT_EQ(signers[0].publicKey, signatureFor("x").publicKey);
}

TEST(AllowedSignersTest, aLineThatIsNotUnderstoodAllowsNobody)
{
    for (const char *line : {"op", "op ssh-ed25519", "op ssh-ed25519 !!!!", "op ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIAABAgME",
                             "op unknown-option=\"1\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAB",
                             "op valid-after=\"soon\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAB"})
        EXPECT_TRUE(parseAllowedSigners(line).isEmpty()) << line;
}

TEST(AllowedSignersTest, anOptionIsInQuotesAndStandsOnce)
{
    for (const char *options : {"namespaces=n", "namespaces=\"n\",namespaces=\"n\"", "valid-after=20260101Z", "namespaces=\"n\",",
                                "valid-after=\"20260101\",valid-after=\"20260101\"", "namespaces=\"n\"x",
                                "valid-after=\"20270101Z\",valid-before=\"20260101Z\"", "valid-after=\"19690101Z\""})
        EXPECT_TRUE(parseAllowedSigners(QByteArray("op@example ") + options + ' ' + key).isEmpty()) << options;
    const auto utc = parseAllowedSigners(QByteArray("op@example valid-after=\"20260101UTC\",valid-before=\"20270231120000z\" ") + key);
    ASSERT_EQ(utc.size(), 1);
    EXPECT_EQ(utc[0].validAfter, QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC));
    EXPECT_EQ(utc[0].validBefore, QDateTime(QDate(2027, 3, 3), QTime(12, 0), Qt::UTC));
}

TEST(AllowedSignersTest, aNameThatItsOwnLineTakesBackIsNobodys)
{
    EXPECT_FALSE(findSigner(parseAllowedSigners(QByteArray("!op@example,op@example ") + key), signatureFor("n"), noon));
    EXPECT_TRUE(findSigner(parseAllowedSigners(QByteArray("!x@example,op@example ") + key), signatureFor("n"), noon));
}

TEST(AllowedSignersTest, anUnknownKeyIsNamedByItsFingerprint)
{
    const auto found = findSigner({}, signatureFor("n"), noon);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().kind, ErrorKind::NotFound);
    EXPECT_TRUE(found.error().detail.contains(sshsig::fingerprint(signatureFor("n").publicKey)));
}

struct Rule
{
    const char *options;
    const char *nameSpace;
    const char *refusal; ///< nullptr: allowed
};

TEST(AllowedSignersTest, namespacesTimesAndAuthoritiesAreJudgedAsSshKeygenJudgesThem)
{
    const Rule rules[]{
        {"", "n", nullptr},
        {"namespaces=\"n\" ", "n", nullptr},
        {"namespaces=\"m,n\" ", "n", nullptr},
        {"namespaces=\"ledger-*\" ", "ledger-checkpoint@holdpoint", nullptr},
        {"namespaces=\"*,!n\" ", "n", "not allowed"},
        {"namespaces=\"m\" ", "n", "not allowed"},
        {"valid-before=\"20260601115959Z\" ", "n", "expired"},
        {"valid-before=\"202606011201Z\" ", "n", nullptr},
        {"valid-after=\"20260602Z\" ", "n", "not valid yet"},
        {"valid-after=\"20260601Z\" ", "n", nullptr},
        {"cert-authority ", "n", "certificate authority"},
    };
    for (const Rule &rule : rules) {
        const auto found = findSigner(parseAllowedSigners(QByteArray("op@example ") + rule.options + key),
                                      signatureFor(rule.nameSpace), noon);
        EXPECT_EQ(found.has_value(), rule.refusal == nullptr) << rule.options;
        if (!found && rule.refusal) {
            EXPECT_TRUE(found.error().detail.contains(QLatin1String(rule.refusal))) << found.error().detail.toStdString();
        }
    }
}

TEST(AllowedSignersTest, aSecondLineMayAllowWhatTheFirstDoesNot)
{
    const QByteArray text = QByteArray("old@example valid-before=\"20250101Z\" ") + key + "\nnew@example " + key + '\n';
    const auto found = findSigner(parseAllowedSigners(text), signatureFor("n"), noon);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->principals.first(), QStringLiteral("new@example"));
}

} // namespace
