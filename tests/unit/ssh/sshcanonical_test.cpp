// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "sshconfigfixture.h"

#include <app/ssh/resolver.h>

namespace holdpoint::ssh {

namespace {

const QByteArray canonical = "CanonicalizeHostname yes\n";
const QByteArray always = "CanonicalizeHostname always\n";
const QByteArray domains = "CanonicalDomains example.net example.org\n";
/// What tells from outside which readings there were, and for which name.
const QByteArray rest = "Match canonical\n Port 5\nHost *.example.net\n User net\nHost *.example.org\n User org\nMatch "
                        "final host cname.example.org\n HashKnownHosts yes\n";

/// Names of a small world, the same for us and for the stock client.
class SshCanonicalTest : public SshConfigTest
{
protected:
    SshCanonicalTest()
    {
        m_names = {{QStringLiteral("db.example.org."), QStringLiteral("db.example.org")},
                   {QStringLiteral("web.example.net."), QStringLiteral("web.example.net")},
                   {QStringLiteral("web.example.org."), QStringLiteral("web.example.org")},
                   {QStringLiteral("a.b.example.net."), QStringLiteral("a.b.example.net")},
                   {QStringLiteral("www.example.net."), QStringLiteral("cname.example.org")},
                   {QStringLiteral("bare"), QStringLiteral("cname.example.org")},
                   {QStringLiteral("local"), QStringLiteral("local")}};
    }
    void expectTheSame(const QByteArray &config, const char *alias)
    {
        const auto printed = stock(config, alias);
        const auto ours = tryLookup(config, alias);
        ASSERT_EQ(ours.has_value(), printed.has_value()) << config.toStdString() << alias;
        if (!ours)
            return;
        EXPECT_EQ(ours->hostName, printed->value("hostname")) << config.toStdString() << alias;
        EXPECT_EQ(QString::number(ours->port.value_or(22)), printed->value("port")) << config.toStdString() << alias;
        EXPECT_EQ(ours->user.value_or(localUserName()), printed->value("user")) << config.toStdString() << alias;
        EXPECT_EQ(ours->hashKnownHosts, printed->value("hashknownhosts") == QLatin1String("yes"))
            << config.toStdString();
    }
};

} // namespace

TEST_F(SshCanonicalTest, aShortNameIsCompletedByTheFirstDomainThatKnowsIt)
{
    for (const char *alias :
         {"db", "web", "DB", "nowhere", "db.example.org", "db.example.org.", "nowhere.", "a.b", "a.b.c", "local"})
        expectTheSame(canonical + domains + rest, alias);
    EXPECT_EQ(lookup(canonical + domains, "db").hostName, QStringLiteral("db.example.org"));
    EXPECT_EQ(lookup(canonical + domains, "web").hostName, QStringLiteral("web.example.net"));
    EXPECT_EQ(m_asked.last(), QStringLiteral("web.example.net."));
}

TEST_F(SshCanonicalTest, theAddressIsLookedUpByTheNameThatWasFoundAndTheSystemCompletesNothing)
{
    EXPECT_EQ(lookup(canonical + domains, "db").lookedUpName, QStringLiteral("db.example.org."));
    EXPECT_EQ(lookup(canonical + domains + "CanonicalizePermittedCNAMEs *.example.net:*.example.org\n", "www").hostName,
              QStringLiteral("cname.example.org"));
    EXPECT_EQ(lookup(canonical + domains + "CanonicalizePermittedCNAMEs *.example.net:*.example.org\n", "www").lookedUpName,
              QStringLiteral("www.example.net."));
    for (const char *untouched : {"127.1", "nowhere", "a.b.c"})
        EXPECT_EQ(lookup(canonical + domains, untouched).lookedUpName, QString()) << untouched;
    EXPECT_EQ(lookup(domains, "db").lookedUpName, QString());
}

TEST_F(SshCanonicalTest, aNameServerThatDoesNotAnswerDoesNotMakeItTheNextDomainsHost)
{
    const auto config = SshConfig::load({write(canonical + domains)});
    ASSERT_TRUE(config);
    const auto slow = [](const QString &name, AddressFamily) -> Result<QString> {
        return name.contains(QLatin1String("example.net")) ? fail(ErrorKind::Timeout, QStringLiteral("no answer"))
                                                            : Result<QString>(name);
    };
    const auto found = config->lookup(QStringLiteral("db"), {}, {slow});
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().kind, ErrorKind::Timeout);
}

TEST_F(SshCanonicalTest, howManyDotsANameMayHaveIsSaid)
{
    for (const QByteArray &dots : {QByteArray("0"), QByteArray("1"), QByteArray("2")}) {
        for (const char *alias : {"db", "a.b", "a.b.c"})
            expectTheSame(canonical + domains + "CanonicalizeMaxDots " + dots + '\n' + rest, alias);
    }
}

TEST_F(SshCanonicalTest, whereTheNameMustBeKnownAnUnknownOneIsRefused)
{
    const QByteArray strict = canonical + domains + "CanonicalizeFallbackLocal no\n";
    for (const char *alias : {"db", "nowhere", "nowhere.", "a.b.c", "local", "127.0.0.1"})
        expectTheSame(strict + rest, alias);
    const auto refused = tryLookup(strict, "nowhere");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::NotFound);
    EXPECT_TRUE(refused.error().detail.contains(QStringLiteral("CanonicalizeFallbackLocal")))
        << qPrintable(refused.error().detail);
}

TEST_F(SshCanonicalTest, aCnameIsFollowedOnlyWhereThatIsPermitted)
{
    for (const QByteArray &permitted :
         {QByteArray(), QByteArray("CanonicalizePermittedCNAMEs *.example.net:*.example.org\n"),
          QByteArray("CanonicalizePermittedCNAMEs *.example.net:*.example.com\n"),
          QByteArray("CanonicalizePermittedCNAMEs *\n"), QByteArray("CanonicalizePermittedCNAMEs none\n"),
          QByteArray("CanonicalizePermittedCNAMEs a.*:b.* BARE:*.ORG\n")}) {
        for (const char *alias : {"www", "bare", "local", "nowhere", "www.example.net."})
            expectTheSame(canonical + domains + permitted + rest, alias);
        expectTheSame("CanonicalizeHostname no\n" + domains + permitted + rest, "bare");
    }
    for (const char *broken : {"a", "a:", "a:b c"})
        expectTheSame(canonical + "CanonicalizePermittedCNAMEs " + broken + '\n', "www");
}

TEST_F(SshCanonicalTest, behindAJumpHostNamesAreLeftAloneUnlessAlwaysIsSaid)
{
    for (const QByteArray &proxy :
         {QByteArray("ProxyJump bastion\n"), QByteArray("ProxyCommand nc %h %p\n"), QByteArray("ProxyJump none\n")}) {
        for (const QByteArray &when : {canonical, always, QByteArray("CanonicalizeHostname no\n")})
            expectTheSame(when + domains + proxy + rest, "db");
        expectTheSame(always + domains + proxy + "CanonicalizePermittedCNAMEs *\n" + rest, "nowhere");
    }
}

TEST_F(SshCanonicalTest, aNameThatStaysAsItIsMeansASecondReadingOnly)
{
    for (const QByteArray &config : {canonical + domains + "Host db\n HostName db.example.net.x\n" + rest,
                                     canonical + rest, canonical + "CanonicalDomains none\n" + rest,
                                     canonical + domains + "CanonicalizeMaxDots 0\nHostName a.b\n" + rest,
                                     always + domains + "HostName 127.1\n" + rest})
        expectTheSame(config, "db");
}

TEST_F(SshCanonicalTest, aNameThatTheSystemKnowsIsFoundAndALookUpIsCalledOff)
{
    using namespace std::chrono_literals;
    CancelSwitch cancel;
    const auto deadline = std::chrono::steady_clock::now() + 10s;
    EXPECT_TRUE(resolveName(QStringLiteral("localhost"), AddressFamily::Any, cancel, deadline));
    cancel.cancel();
    const auto off = resolveName(QStringLiteral("nowhere.invalid."), AddressFamily::Any, cancel, deadline);
    ASSERT_FALSE(off);
    EXPECT_EQ(off.error().kind, ErrorKind::Cancelled);
}

TEST_F(SshCanonicalTest, aLookUpThatIsCalledOffEndsTheWholeOfIt)
{
    const auto config = SshConfig::load({write(canonical + domains)});
    ASSERT_TRUE(config);
    const auto off = [](const QString &, AddressFamily) -> Result<QString> {
        return fail(ErrorKind::Cancelled, QStringLiteral("off"));
    };
    EXPECT_EQ(config->lookup(QStringLiteral("db"), {}, {off}).error().kind, ErrorKind::Cancelled);
}

TEST_F(SshCanonicalTest, whereANameServerLeadsMustBeASafeName)
{
    m_names.insert(QStringLiteral("evil.example.net."), QStringLiteral("-oProxyCommand=x"));
    const auto evil = tryLookup(canonical + domains + "CanonicalizePermittedCNAMEs *\n", "evil");
    ASSERT_FALSE(evil);
    EXPECT_EQ(evil.error().kind, ErrorKind::Invalid);
}

} // namespace holdpoint::ssh
