// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/timestamp/authority.h>

#include <models/base/privatefile.h>

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::timestamp;

namespace {

class AuthorityTest : public ::testing::Test
{
protected:
    void set(const QByteArray &text) const
    {
        ASSERT_TRUE(writePrivateFile(m_folder.filePath(QStringLiteral("holdpoint.ini")), text));
    }
    [[nodiscard]] Authority configured() const { return configuredAuthority(m_folder.path()); }

    QTemporaryDir m_folder;
};

TEST_F(AuthorityTest, withoutSettingsThereIsNone)
{
    EXPECT_FALSE(configured().isGiven());
    set("[appearance]\nscheme=dark\n");
    EXPECT_FALSE(configured().isGiven());
}

TEST_F(AuthorityTest, theSettingsNameItAndACallReplacesIt)
{
    set("[timestamp]\nurl=https://tsa.example/tsr\ncertificates=/etc/tsa.pem\npolicy=1.2.3\n");
    const Authority authority = configured();
    EXPECT_EQ(authority.url, QUrl(QStringLiteral("https://tsa.example/tsr")));
    EXPECT_EQ(authority.policy, QStringLiteral("1.2.3"));
    const Authority other =
        withGiven(authority, QStringLiteral("http://other.example/"), QStringLiteral("/tmp/other.pem"));
    EXPECT_EQ(other.url.host(), QStringLiteral("other.example"));
    EXPECT_EQ(other.certificates, QStringLiteral("/tmp/other.pem"));
    EXPECT_TRUE(other.policy.isEmpty()) << "the policy was the other authority's";
}

TEST_F(AuthorityTest, theSameAddressKeepsThePolicyThatIsDemandedOfIt)
{
    set("[timestamp]\nurl=https://tsa.example/tsr\ncertificates=/etc/tsa.pem\npolicy=1.2.3\n");
    const Authority same = withGiven(configured(), QStringLiteral("https://tsa.example/tsr"), {});
    EXPECT_EQ(same, configured());
}

TEST_F(AuthorityTest, whoWasAskedIsRememberedWithoutAPassword)
{
    set("[appearance]\nscheme=dark\n[timestamp]\nurl=https://tsa.example/tsr\npolicy=1.2.3\n");
    rememberAuthority(m_folder.path(), withGiven(configured(), QStringLiteral("https://ada:secret@other.example/"),
                                                 QStringLiteral("/tmp/other.pem")));
    EXPECT_EQ(configured().url, QUrl(QStringLiteral("https://ada@other.example/")));
    EXPECT_EQ(configured().certificates, QStringLiteral("/tmp/other.pem"));
    EXPECT_TRUE(configured().policy.isEmpty());
    const auto settings = readFile(m_folder.filePath(QStringLiteral("holdpoint.ini")), 1 << 16);
    ASSERT_TRUE(settings);
    EXPECT_TRUE(settings->contains("scheme=dark"));
    EXPECT_FALSE(settings->contains("secret"));
}

TEST_F(AuthorityTest, whatCannotBeAskedOrProvesNothingIsRefusedBeforeAnythingIsSent)
{
    for (const char *url : {"ftp://tsa.example/", "file:///etc/passwd", "tsa.example", "http://", ""}) {
        const Authority authority = withGiven({}, QString::fromLatin1(url), QStringLiteral("/etc/hostname"));
        EXPECT_EQ(readCertificates(authority).error().kind, ErrorKind::Invalid) << url;
    }
    EXPECT_EQ(readCertificates(withGiven({}, QStringLiteral("http://tsa.example/"), {})).error().kind,
              ErrorKind::Invalid);
    EXPECT_EQ(
        readCertificates(withGiven({}, QStringLiteral("http://tsa.example/"), QStringLiteral("/none"))).error().kind,
        ErrorKind::NotFound);
    set("no certificate at all\n");
    const auto without = readCertificates(
        withGiven({}, QStringLiteral("http://tsa.example/"), m_folder.filePath(QStringLiteral("holdpoint.ini"))));
    ASSERT_FALSE(without);
    EXPECT_EQ(without.error().kind, ErrorKind::Invalid);
}

TEST_F(AuthorityTest, aPolicyIsAnObjectIdentifier)
{
    for (const char *good : {"", "1.2.3", "2.999.0", "0.4.0.2023.1.1"})
        EXPECT_TRUE(checkPolicy({.policy = QLatin1String(good)})) << good;
    for (const char *bad : {"any", "1", "3.1", "1..2", "1.02", "1.2.", " 1.2", "1.2 "})
        EXPECT_FALSE(checkPolicy({.policy = QLatin1String(bad)})) << bad;
}

} // namespace
