// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/stocklog.h>
#include <app/ssh/stockquestion.h>

#include <gtest/gtest.h>

namespace holdpoint::ssh {

namespace {

StockLog logOf(const QByteArray &text)
{
    StockLog log;
    for (const QByteArray &line : text.split('\n'))
        log.read(line + '\r');
    return log;
}

const QByteArray login =
    "OpenSSH_9.2p1 Debian-2+deb12u10, OpenSSL 3.0.19 27 Jan 2026\n"
    "debug1: Connecting to db-07.example [10.0.0.7] port 2222.\n"
    "debug1: Remote protocol version 2.0, remote software version OpenSSH_8.0\n"
    "debug1: Authenticating to db-07.example:2222 as 'ops'\n"
    "debug1: kex: server->client cipher: aes256-gcm@openssh.com MAC: <implicit> compression: none\n"
    "debug1: Server host key: ssh-ed25519 SHA256:abc+/DEF\n"
    "debug1: SSH2_MSG_SERVICE_ACCEPT received\n";

} // namespace

TEST(StockLogTest, aLoginIsReadWithAllItsParts)
{
    const StockLog log = logOf(login
                               + "debug1: Server accepts key: my key ED25519-SK SHA256:xyz agent\n"
                                 "Authenticated to db-07.example ([10.0.0.7]:2222) using \"publickey\".\n");
    const session::HostIdentity &identity = log.identity();
    EXPECT_EQ(log.stage(), StockLog::Stage::LoggedIn);
    EXPECT_EQ(identity.client, QStringLiteral("OpenSSH_9.2p1 Debian-2+deb12u10"));
    EXPECT_EQ(identity.user, QStringLiteral("ops"));
    EXPECT_EQ(identity.host, QStringLiteral("db-07.example"));
    EXPECT_EQ(identity.port, 2222);
    EXPECT_EQ(identity.keyType, QStringLiteral("ssh-ed25519"));
    EXPECT_EQ(identity.keyFingerprint, QStringLiteral("SHA256:abc+/DEF"));
    EXPECT_EQ(identity.serverBanner, QStringLiteral("SSH-2.0-OpenSSH_8.0"));
    EXPECT_EQ(identity.cipher, QStringLiteral("aes256-gcm@openssh.com"));
    EXPECT_EQ(identity.authMethod, QStringLiteral("publickey (agent) (by OpenSSH's client)"));
    EXPECT_TRUE(identity.via.isEmpty());
    EXPECT_FALSE(log.contradictsItself());
}

TEST(StockLogTest, aCertificateOfAHostIsItsKey)
{
    const StockLog log =
        logOf("debug1: Server host certificate: ssh-ed25519-cert-v01@openssh.com SHA256:cert, serial 0 ID "
              "\"db-07\" CA ssh-ed25519 SHA256:authority valid forever\n");
    EXPECT_EQ(log.identity().keyType, QStringLiteral("ssh-ed25519-cert-v01@openssh.com"));
    EXPECT_EQ(log.identity().keyFingerprint, QStringLiteral("SHA256:cert"));
}

TEST(StockLogTest, aSecondHostKeyIsAContradictionAndTheFirstStays)
{
    const StockLog twice = logOf(login + "debug1: Server host key: ssh-ed25519 SHA256:abc+/DEF\n");
    EXPECT_FALSE(twice.contradictsItself()); // keys are exchanged again now and then
    const StockLog forged = logOf("debug1: Server host key: ssh-ed25519 SHA256:forged\n" + login);
    EXPECT_TRUE(forged.contradictsItself());
}

TEST(StockLogTest, theProgramOfAProxyCommandIsNamedWithoutWhatItWasGiven)
{
    const StockLog log = logOf("debug1: Executing proxy command: exec corkscrew proxy 8080 db-07 22 secret.txt\n");
    EXPECT_EQ(log.stage(), StockLog::Stage::Proxying);
    EXPECT_EQ(log.identity().via, QStringList{QStringLiteral("ProxyCommand corkscrew")});
}

TEST(StockLogTest, aFailureIsOfTheKindThatSshNames)
{
    struct Case
    {
        const char *words;
        ErrorKind kind;
    };
    for (const Case &each :
         {Case{"@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\nHost key verification failed.",
               ErrorKind::HostKeyChanged},
          Case{"No ED25519 host key is known for x and you have requested strict checking.\nHost key verification "
               "failed.",
               ErrorKind::HostKeyUnknown},
          Case{"ops@db-07: Permission denied (publickey).", ErrorKind::AuthDenied},
          Case{"ssh: Could not resolve hostname x: Name or service not known", ErrorKind::NotFound},
          Case{"ssh: connect to host x port 22: Connection timed out", ErrorKind::Timeout},
          Case{"Timeout, server db-07 not responding.", ErrorKind::Timeout},
          Case{"/home/ops/.ssh/config: line 3: Bad configuration option: prxyjump", ErrorKind::Invalid}})
        EXPECT_EQ(logOf(each.words).failure(), each.kind) << each.words;
    EXPECT_FALSE(logOf("Load key \"/root/x\": Permission denied").failure());
    EXPECT_FALSE(logOf("Connection closed by 10.0.0.7 port 22").failure());
}

TEST(StockLogTest, theLastWordsAreFewAndNeutralised)
{
    const StockLog log = logOf("one\ndebug1: two\nthree\nfour\nfive\nsix\nse\x1b[2Jven " + QByteArray(10'000, 'x'));
    EXPECT_EQ(log.lastWords().size(), 5);
    EXPECT_EQ(log.lastWords().first(), QStringLiteral("three"));
    EXPECT_FALSE(log.lastWords().last().contains(QChar(0x1b)));
    EXPECT_LE(log.lastWords().last().size(), 200);
}

TEST(StockQuestionTest, sshsOwnWordsBecomeAQuestionAboutAHostKey)
{
    const auto question = hostKeyQuestionIn(
        QStringLiteral("The authenticity of host '[db-07]:2222 ([10.0.0.7]:2222)' can't be established.\n"
                       "ED25519 key fingerprint is SHA256:abc+/DEF.\n"
                       "This host key is known by the following other names/addresses:\n"
                       "    ~/.ssh/known_hosts:3: db-08\n"
                       "Are you sure you want to continue connecting (yes/no/[fingerprint])? "));
    ASSERT_TRUE(question);
    EXPECT_EQ(question->host, QStringLiteral("[db-07]:2222 ([10.0.0.7]:2222)"));
    EXPECT_EQ(question->keyType, QStringLiteral("ED25519"));
    EXPECT_EQ(question->fingerprint, QStringLiteral("SHA256:abc+/DEF"));
    EXPECT_TRUE(question->note.contains(QStringLiteral("db-08"))) << question->note.toStdString();
}

TEST(StockQuestionTest, whatAServerAsksNeverPassesForAQuestionAboutAHostKey)
{
    EXPECT_FALSE(isHostKeyPrompt(QStringLiteral("(ops@db-07) The authenticity of host 'x' can't be established.")));
    EXPECT_FALSE(isHostKeyPrompt(QStringLiteral("ops@db-07's password: ")));
    EXPECT_TRUE(isHostKeyPrompt(QStringLiteral("The authenticity of host 'x' is in doubt")));
    EXPECT_FALSE(hostKeyQuestionIn(QStringLiteral("The authenticity of host 'x' is in doubt")));
}

} // namespace holdpoint::ssh
