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
    EXPECT_EQ(signers[0].principals, (QByteArrayList{"op@noc.example", "*@ops.example"}));
    EXPECT_EQ(signers[0].namespaces, (QByteArrayList{"session-report@holdpoint", "ledger*"}));
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
    EXPECT_EQ(found->principals.first(), "new@example");
}

/// A line in which KEY stands for a key and its type, with the name it is asked for.
struct Judged
{
    QByteArray line;
    QByteArray name;
    bool isGood;
};

QList<Judged> oddNames()
{
    const QByteArray longest(1022, 'x');
    return {{"a KEY", "a", true},
            {"a\"b KEY", "ab", false},
            {"a\"b\" KEY", "ab", true},
            {"a\"b c\"KEY", "ab c", true},
            {"\"a\"b KEY", "a", false},
            {"a\\\"b KEY", "a", false},
            {"a\fb KEY", "a\fb", true},
            {"\fa KEY", "\fa", true},
            {"a\vKEY", "a", false},
            {"a\rKEY", "a", true},
            {" \ta KEY", "a", true},
            {" \ra KEY", "a", false},
            {QByteArray("a\0b KEY", 7), "a", false},
            {QByteArray("a KEY\0x", 7), "a", true},
            {"\u00a0a KEY", "\u00a0a", true},
            {"\u3000a KEY", "\u3000a", true},
            {"\u2028a KEY", "\u2028a", true},
            {"a\u00a0KEY", "a", false},
            {longest + " KEY", longest, true},
            {longest + "x KEY", longest + 'x', false},
            {"a," + longest + " KEY", "a", true},
            {"a," + longest + "x KEY", "a", false},
            {'!' + longest + ",a KEY", "a", true},
            {'!' + longest + "x,a KEY", "a", false},
            {"\u00e9,!? KEY", "\u00e9", true},
            {"\u00e9,!?? KEY", "\u00e9", false},
            {"a*b*c,!a*d KEY", "a*b*c", true},
            {"a*b*c,!a*c KEY", "a*b*c", false}};
}

QList<Judged> oddKeys()
{
    return {{"a KEY\u00a0", "a", false},       {"a KEY\u0085", "a", false}, {"a KEY\f", "a", true},
            {"a KEY\v", "a", true},            {"a KEY\r", "a", true},      {"a KEY\x1c", "a", false},
            {"a KEY\fcomment", "a", false},    {"a KEY\tcomment", "a", true}, {"a KEY=", "a", false},
            {"a \u00a0KEY", "a", false},       {"a\u0085KEY", "a", false},  {"a KEY \u00a0", "a", true}};
}

QList<Judged> oddOptions()
{
    QList<Judged> lines;
    for (const char *good :
         {"namespaces=\"a\\\"b,*\"", "NAMESPACES=\"*\"", ",namespaces=\"*\"", "namespaces=\"*\",,valid-after=\"20200101\"",
          "valid-after=\"19700101000001Z\"", "valid-after=\"2020 101\"", "valid-after=\"20200101 0 1 1\"",
          "valid-after=\"20200231\"", "valid-after=\"20200101utc\"", "valid-after=\"202001010059z\"", "valid-before=\"99990101\""})
        lines.append({QByteArray("a ") + good + " KEY", "a", true});
    for (const char *bad :
         {"valid-after=\"19700101\"", "valid-after=\"19700101000000Z\"", "valid-before=\"19700101Z\"", "valid-after=\"20200101 Z\"",
          "valid-after=\"2020-1-1\"", "valid-after=\"Z\"", "valid-after=\"2020011 1200\"", "valid-after=\"2020  01\"",
          "namespaces=\"a\\\"", "namespaces=\"\\*\"", "namespaces=\"*\"\\", "namespaces=\"*\",,", ",", "\"\"",
          "namespaces=\"*\"\r", "namespaces=\"?\"", "cert-authorityx", "cert-authority,namespaces=\"*\""})
        lines.append({QByteArray("a ") + bad + " KEY", "a", false});
    const QByteArray longest(1022, 'x');
    lines.append({"a namespaces=\"*," + longest + "\" KEY", "a", true});
    lines.append({"a namespaces=\"*," + longest + "x\" KEY", "a", false});
    return lines;
}

TEST(AllowedSignersTest, aLineMeansWhatTheInstalledSshKeygenTakesItFor)
{
    const SshKey signer({QStringLiteral("-t"), QStringLiteral("ed25519")});
    const QByteArray signature = signer.sign(QStringLiteral("a-name"), "message");
    const auto parsed = sshsig::verify(signature, QStringLiteral("a-name"), "message");
    ASSERT_TRUE(parsed);
    const QByteArray publicKey = signer.publicLine().split(' ').mid(0, 2).join(' ');
    for (const Judged &each : oddNames() + oddKeys() + oddOptions()) {
        const QByteArray line = QByteArray(each.line).replace("KEY", publicKey);
        EXPECT_EQ(sshKeygenAllows(line, each.name, QStringLiteral("a-name"), signature, "message"), each.isGood)
            << "ssh-keygen: " << each.line.toStdString();
        EXPECT_EQ(findSigner(parseAllowedSigners(line), *parsed, QDateTime::currentDateTimeUtc()).has_value(), each.isGood)
            << each.line.toStdString();
    }
}

TEST(AllowedSignersTest, aKeyOfRsaGoesByTheNamesOfItsSignaturesToo)
{
    const SshKey signer({QStringLiteral("-t"), QStringLiteral("rsa"), QStringLiteral("-b"), QStringLiteral("2048")});
    const QByteArray signature = signer.sign(QStringLiteral("n"), "message");
    const auto parsed = sshsig::verify(signature, QStringLiteral("n"), "message");
    ASSERT_TRUE(parsed);
    for (const char *type : {"ssh-rsa", "rsa-sha2-256", "rsa-sha2-512", "rsa-sha2", "ssh-ed25519"}) {
        const QByteArray line = QByteArray("a ") + type + ' ' + signer.publicLine().split(' ').value(1);
        EXPECT_EQ(findSigner(parseAllowedSigners(line), *parsed, noon).has_value(),
                  sshKeygenAllows(line, "a", QStringLiteral("n"), signature, "message"))
            << type;
    }
}

} // namespace
