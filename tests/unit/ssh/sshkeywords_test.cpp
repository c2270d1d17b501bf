// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "sshconfigfixture.h"

namespace holdpoint::ssh {

class SshKeywordsTest : public SshConfigTest
{
protected:
    /// Every line alone, before and behind another, as the stock client prints it.
    void expectTheSame(const QByteArrayList &lines, const QByteArray &keyword, QString (*ours)(const HostSettings &))
    {
        for (const QByteArray &first : lines) {
            for (const QByteArray &second : lines) {
                const QByteArray config = "Host db\n " + first + "\nHost *\n " + second + '\n';
                const auto printed = stock(config, "db");
                ASSERT_TRUE(printed) << config.toStdString();
                EXPECT_EQ(ours(lookup(config, "db")), printed->value(keyword)) << config.toStdString();
            }
        }
    }
    void expectRefused(const QByteArrayList &lines)
    {
        for (const QByteArray &line : lines) {
            const auto settings = tryLookup("# x\n" + line + '\n', "db");
            ASSERT_FALSE(settings) << line.toStdString();
            EXPECT_EQ(settings.error().kind, ErrorKind::Invalid) << line.toStdString();
            EXPECT_TRUE(settings.error().detail.contains(QStringLiteral("config:2")))
                << settings.error().detail.toStdString();
        }
    }
};

TEST_F(SshKeywordsTest, signsOfLifeAreAskedForAsConfigured)
{
    expectTheSame(
        {"ServerAliveInterval 0", "ServerAliveInterval 1m5s", "ServerAliveInterval none", "ServerAliveInterval 30"},
        "serveraliveinterval",
        [](const HostSettings &settings) { return QString::number(settings.serverAliveSeconds.value_or(0)); });
    expectTheSame({"ServerAliveCountMax 0", "ServerAliveCountMax 5", "serveralivecountmax=7"}, "serveralivecountmax",
                  [](const HostSettings &settings) { return QString::number(settings.serverAliveCount.value_or(3)); });
    expectRefused(
        {"ServerAliveInterval soon", "ServerAliveInterval -1", "ServerAliveCountMax many", "ServerAliveCountMax -1"});
}

TEST_F(SshKeywordsTest, howToConnectIsReadAsTheStockClientReadsIt)
{
    expectTheSame({"ConnectionAttempts 1", "ConnectionAttempts 4"}, "connectionattempts",
                  [](const HostSettings &settings) { return QString::number(settings.connectionAttempts); });
    expectTheSame({"AddressFamily any", "AddressFamily INET", "AddressFamily inet6"}, "addressfamily",
                  [](const HostSettings &settings) {
                      return settings.addressFamily == AddressFamily::IPv4   ? QStringLiteral("inet")
                             : settings.addressFamily == AddressFamily::IPv6 ? QStringLiteral("inet6")
                                                                             : QStringLiteral("any");
                  });
    expectTheSame({"BindAddress 127.0.0.2", "BindAddress ::1"}, "bindaddress",
                  [](const HostSettings &settings) { return settings.bindAddress; });
    expectTheSame({"TCPKeepAlive no", "TCPKeepAlive true", "KeepAlive no"}, "tcpkeepalive",
                  [](const HostSettings &settings) {
                      return settings.tcpKeepAlive ? QStringLiteral("yes") : QStringLiteral("no");
                  });
    expectTheSame({"ConnectTimeout 0", "ConnectTimeout none", "ConnectTimeout 1h"}, "connecttimeout",
                  [](const HostSettings &settings) {
                      return settings.connectTimeoutSeconds ? QString::number(*settings.connectTimeoutSeconds)
                                                            : QStringLiteral("none");
                  });
    expectRefused({"ConnectionAttempts 0", "ConnectionAttempts x", "AddressFamily ipv4", "BindAddress $(id)",
                   "TCPKeepAlive maybe"});
}

QString word(bool flag) { return flag ? QStringLiteral("yes") : QStringLiteral("no"); }

QString isAllowed(const HostSettings &settings, const char *method)
{
    return word(!settings.refusedLoginMethods.contains(QLatin1String(method)));
}

TEST_F(SshKeywordsTest, hostKeysAreLookedForWhereTheStockClientLooks)
{
    expectTheSame({"HostKeyAlias [a]:1", "HostKeyAlias a,b", "HostKeyAlias 'a b'", "HostKeyAlias db*"}, "hostkeyalias",
                  [](const HostSettings &settings) { return settings.hostKeyAlias; });
    expectTheSame({"HashKnownHosts yes", "HashKnownHosts no"}, "hashknownhosts",
                  [](const HostSettings &settings) { return word(settings.hashKnownHosts); });
    expectTheSame({"GlobalKnownHostsFile /a /b", "GlobalKnownHostsFile none", "GlobalKnownHostsFile \"/c d\""},
                  "globalknownhostsfile", [](const HostSettings &settings) {
                      return settings.globalKnownHostsFiles.value_or(QStringList()).join(u' ');
                  });
    expectTheSame({"RevokedHostKeys /a", "RevokedHostKeys /b"}, "revokedhostkeys",
                  [](const HostSettings &settings) { return settings.revokedHostKeys; });
    expectTheSame({"RequiredRSASize 2048", "RequiredRSASize 3072"}, "requiredrsasize",
                  [](const HostSettings &settings) { return QString::number(settings.leastRsaBits.value_or(0)); });
    expectRefused({"HostKeyAlias ''", "HashKnownHosts maybe", "RequiredRSASize big"});
}

TEST_F(SshKeywordsTest, howToLogInIsReadAsTheStockClientReadsIt)
{
    expectTheSame({"PreferredAuthentications password,publickey", "PreferredAuthentications publickey"},
                  "preferredauthentications", [](const HostSettings &settings) {
                      return settings.loginMethods.value_or(QStringList()).join(u',');
                  });
    expectTheSame({"PasswordAuthentication no", "PasswordAuthentication yes"}, "passwordauthentication",
                  [](const HostSettings &settings) { return isAllowed(settings, "password"); });
    expectTheSame({"KbdInteractiveAuthentication no", "ChallengeResponseAuthentication yes"},
                  "kbdinteractiveauthentication",
                  [](const HostSettings &settings) { return isAllowed(settings, "keyboard-interactive"); });
    expectTheSame({"PubkeyAuthentication no", "PubkeyAuthentication yes"}, "pubkeyauthentication",
                  [](const HostSettings &settings) {
                      return settings.refusedLoginMethods.contains(QStringLiteral("publickey"))
                                 ? QStringLiteral("false")
                                 : QStringLiteral("true");
                  });
    expectTheSame({"NumberOfPasswordPrompts 1", "NumberOfPasswordPrompts 0"}, "numberofpasswordprompts",
                  [](const HostSettings &settings) { return QString::number(settings.secretPrompts); });
    expectRefused({"PasswordAuthentication maybe", "PubkeyAuthentication x", "NumberOfPasswordPrompts x"});
}

TEST_F(SshKeywordsTest, theEnvironmentToSendIsThatOfTheStockClient)
{
    const QByteArrayList lines{"SendEnv LANG LC_*",   "SendEnv -LANG",       "SendEnv -L* TZ", "SetEnv A=1 B=2=3 A=4",
                               "SetEnv \"C=a b\" D=", "sendenv=X* # behind", "SetEnv A=9"};
    for (const QByteArray &first : lines) {
        for (const QByteArray &second : lines) {
            const QByteArray config = "Host db\n " + first + "\nHost *\n " + second + '\n';
            const auto printed = stock(config, "db");
            ASSERT_TRUE(printed) << config.toStdString();
            const HostSettings ours = lookup(config, "db");
            EXPECT_EQ(QString::fromUtf8(ours.sendEnv.join('|')), printed->values("sendenv").join(u'|'))
                << config.toStdString();
            EXPECT_EQ(QString::fromUtf8(ours.setEnv.join('|')), printed->values("setenv").join(u'|'))
                << config.toStdString();
        }
    }
    expectRefused({"SendEnv A=1", "SetEnv A", "SetEnv A=1 B"});
}

TEST_F(SshKeywordsTest, whatIsNeverActedOnIsNotedWithItsPlace)
{
    const QByteArray config =
        "ForwardAgent yes\nRemoteCommand tmux attach\nLocalForward 8080 localhost:80\nPermitLocalCommand yes\n"
        "KnownHostsCommand /usr/bin/keys %H\nNoHostAuthenticationForLocalhost yes\n"
        "StrictHostKeyChecking accept-new\nGSSAPIAuthentication yes\nRequestTTY no\n";
    const HostSettings settings = lookup(config, "db");
    ASSERT_EQ(settings.notes.size(), 9);
    EXPECT_TRUE(
        settings.notes[0].endsWith(QStringLiteral("config:1: ForwardAgent has no effect: no agent is forwarded")))
        << settings.notes[0].toStdString();
    EXPECT_TRUE(settings.notes[8].contains(QStringLiteral("config:9: RequestTTY")));
}

TEST_F(SshKeywordsTest, whatIsSwitchedOffOrNotForThisHostIsNotNoted)
{
    EXPECT_EQ(
        lookup("ForwardAgent no\nRemoteCommand none\nStrictHostKeyChecking yes\nRequestTTY auto\nTunnel no\n", "db")
            .notes,
        QStringList());
    EXPECT_EQ(lookup("Host db\n ForwardAgent no\nHost *\n ForwardAgent yes\n", "db").notes, QStringList());
    EXPECT_EQ(lookup("Host web\n ForwardAgent yes\n", "db").notes, QStringList());
}

} // namespace holdpoint::ssh
