// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/jumphostfixture.h>
#include <tests/support/loginserver.h>

#include <QElapsedTimer>
#include <QTcpServer>

namespace holdpoint::testing {

using session::Transport;

TEST_F(JumpHostTest, aCommandBehindAJumpHostTellsItsExitStatus)
{
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    EXPECT_EQ(watcher.states, (QList<Transport::State>{Transport::State::Connecting, Transport::State::Authenticating,
                                                       Transport::State::Ready}));
    EXPECT_FALSE(m_bastion.sessions().isEmpty());
    const auto identity = transport->identity();
    EXPECT_EQ(identity.port, m_db.port());
    EXPECT_EQ(identity.authMethod, QStringLiteral("publickey (%1)").arg(m_db.clientKey()));
    ChannelReader reader(transport->exec("echo out; echo err >&2; exit 3"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_EQ(reader.output, QByteArray("out\n"));
    EXPECT_EQ(reader.errors, QByteArray("err\n"));
    EXPECT_EQ(reader.end->status, 3);
    EXPECT_FALSE(reader.end->linkLost);
    EXPECT_TRUE(m_prompter.hostKeyQuestions.isEmpty());
}

TEST_F(JumpHostTest, twoJumpHostsAreReachedOneThroughTheOther)
{
    const SshServer inner;
    for (const QByteArray &config :
         {host("db", m_db, "ProxyJump bastion,inner") + host("bastion", m_bastion, "") + host("inner", inner, ""),
          host("db", m_db, "ProxyJump inner") + host("bastion", m_bastion, "") + host("inner", inner, "ProxyJump bastion")}) {
        const auto transport = reach(config);
        TransportWatcher watcher(*transport);
        ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
        EXPECT_FALSE(m_bastion.sessions().isEmpty());
        EXPECT_FALSE(inner.sessions().isEmpty());
        const QStringList via = transport->identity().via;
        ASSERT_EQ(via.size(), 2);
        EXPECT_TRUE(via[0].contains(QStringLiteral(":%1 SHA256:").arg(m_bastion.port()))) << via[0].toStdString();
        EXPECT_TRUE(via[1].contains(QStringLiteral(":%1 SHA256:").arg(inner.port()))) << via[1].toStdString();
        ChannelReader reader(transport->exec("echo $((40 + 2)); exit 5"));
        ASSERT_TRUE(reader.waitForEnd());
        EXPECT_EQ(reader.output, QByteArray("42\n"));
        EXPECT_EQ(reader.end->status, 5);
    }
}

TEST_F(JumpHostTest, aShellBehindAJumpHostHasATerminalThatFollowsItsSize)
{
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    ChannelReader reader(transport->openShell(100, 40, "stty size; read x; stty size; exit 7"));
    ASSERT_TRUE(reader.waitForOutput("40 100\r\n")) << reader.output.toStdString();
    reader.channel->resize(132, 50);
    reader.channel->write("\n");
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_TRUE(reader.output.contains("50 132\r\n")) << reader.output.toStdString();
    EXPECT_EQ(reader.end->status, 7);
}

TEST_F(JumpHostTest, aFloodThroughAJumpHostStopsWhileNobodyReadsAndLosesNoByte)
{
    constexpr qsizetype flood = 30'000'000;
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    const QString sent = m_db.path(QStringLiteral("sent"));
    session::Channel *channel
        = transport->exec("yes 0123456789abcdef | head -c 30000000; touch " + sent.toUtf8());
    bool isClosed = false;
    QObject context;
    QObject::connect(channel, &session::Channel::closed, &context, [&] { isClosed = true; });
    ASSERT_TRUE(QTest::qWaitFor([&] { return channel->hasPending(); }, patience));
    QTest::qWait(1000); // nobody reads: what can come, comes
    EXPECT_FALSE(QFile::exists(sent));
    EXPECT_LT(workOfASecond(), 0.3);
    QByteArray received = channel->read(flood);
    EXPECT_LE(received.size(), 1 << 20);
    while (received.size() < flood) {
        ASSERT_TRUE(QTest::qWaitFor([&] { return channel->hasPending(); }, patience)) << received.size();
        received += channel->read(1 << 20);
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return isClosed; }, patience));
    EXPECT_TRUE(received == QByteArray("0123456789abcdef\n").repeated(flood / 17 + 1).left(flood));
    EXPECT_TRUE(QFile::exists(sent));
}

TEST_F(JumpHostTest, newKeysOnBothConnectionsInMidStreamLoseNothing)
{
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    QByteArray sent(20'000'000, '\0');
    for (qsizetype i = 0; i < sent.size(); ++i)
        sent[i] = char((quint32(i) * 2654435761U) >> 13);
    ChannelReader reader(transport->exec("cat"));
    reader.channel->write(sent);
    reader.channel->writeEof();
    ASSERT_TRUE(reader.waitForEnd()) << reader.output.size();
    EXPECT_TRUE(reader.output == sent);
    EXPECT_EQ(reader.end->status, 0);
}

TEST_F(JumpHostTest, noEchoThroughAJumpHostWaitsForTheNextSignOfLife)
{
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    ChannelReader reader(transport->openShell(80, 24, "stty raw -echo; echo; exec cat"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !reader.output.isEmpty(); }, patience));
    for (int i = 0; i < 2000; ++i) {
        const qsizetype before = reader.output.size();
        QElapsedTimer timer;
        timer.start();
        reader.channel->write("x");
        while (reader.output.size() == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        ASSERT_LT(timer.elapsed(), 10'000) << i;
    }
}

TEST_F(JumpHostTest, aJumpHostNobodyKnowsIsAskedAboutByItsRoleAndRemembered)
{
    write(m_bastion.knownHosts(), "");
    write(m_db.knownHosts(), "");
    m_prompter.acceptHostKeys = {true, true};
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    ASSERT_EQ(m_prompter.hostKeyQuestions.size(), 2);
    EXPECT_EQ(m_prompter.hostKeyQuestions[0].host, bastionName());
    EXPECT_EQ(m_prompter.hostKeyQuestions[1].host, QStringLiteral("%1@127.0.0.1:%2").arg(m_db.user()).arg(m_db.port()));
    EXPECT_EQ(contents(m_bastion.knownHosts()), keyLine(m_bastion, m_bastion.hostKey()));
    EXPECT_EQ(contents(m_db.knownHosts()), keyLine(m_db, m_db.hostKey()));
}

TEST_F(JumpHostTest, aJumpHostThatNobodyConfirmsEndsTheWay)
{
    write(m_bastion.knownHosts(), "");
    m_prompter.acceptHostKeys = {false};
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    EXPECT_TRUE(failureOf(watcher, ErrorKind::HostKeyUnknown).contains(bastionName()));
    EXPECT_EQ(contents(m_bastion.knownHosts()), QByteArray());
}

TEST_F(JumpHostTest, aChangedKeyOfTheJumpHostStopsBeforeAnythingIsForwarded)
{
    write(m_bastion.knownHosts(), keyLine(m_bastion, contents(m_bastion.path(QStringLiteral("client.pub"))).trimmed()));
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    EXPECT_TRUE(failureOf(watcher, ErrorKind::HostKeyChanged).contains(bastionName()));
    EXPECT_TRUE(m_prompter.hostKeyQuestions.isEmpty());
}

TEST_F(JumpHostTest, aChangedKeyOfTheHostStopsAlsoBehindAJumpHost)
{
    write(m_db.knownHosts(), keyLine(m_db, contents(m_db.path(QStringLiteral("client.pub"))).trimmed()));
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(failureOf(watcher, ErrorKind::HostKeyChanged).contains(QStringLiteral("jump host")));
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_bastion.sessions().isEmpty(); }, patience));
}

TEST_F(JumpHostTest, aRefusedLoginNamesTheHostThatRefusedIt)
{
    const QByteArray stranger = m_db.clientKey().toUtf8();
    const auto atBastion = reach(host("db", m_db, "ProxyJump bastion") + "Host bastion\n  IdentityFile " + stranger + '\n'
                                 + host("bastion", m_bastion, "").replace(m_bastion.clientKey().toUtf8(), stranger));
    TransportWatcher first(*atBastion);
    const QString words = failureOf(first, ErrorKind::AuthDenied);
    EXPECT_TRUE(words.contains(bastionName())) << words.toStdString();
    EXPECT_TRUE(words.contains(QStringLiteral("its own Host block"))) << words.toStdString();
    const auto atHost = reach(host("db", m_db, "ProxyJump bastion").replace(stranger, m_bastion.clientKey().toUtf8())
                              + host("bastion", m_bastion, ""));
    TransportWatcher second(*atHost);
    EXPECT_FALSE(failureOf(second, ErrorKind::AuthDenied).contains(QStringLiteral("jump host")));
}

TEST_F(JumpHostTest, aJumpHostAsksForItsPasswordByItsRole)
{
    LoginScript script;
    script.password = "hop secret";
    LoginServer bastion(script);
    const auto transport = reach(host("db", m_db, "ProxyJump ops@bastion") + "Host bastion\n  HostName 127.0.0.1\n  Port "
                                 + QByteArray::number(bastion.port()) + "\n  IdentityFile /nonexistent\n"
                                 + "  UserKnownHostsFile " + bastion.knownHosts().toUtf8() + '\n');
    TransportWatcher watcher(*transport);
    transport->open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_prompter.hasOpenQuestion() || watcher.failure; }, patience));
    ASSERT_EQ(m_prompter.secretQuestions.size(), 1) << watcher.failure.value_or(Error{}).detail.toStdString();
    EXPECT_TRUE(m_prompter.secretQuestions[0].title.contains(
        QStringLiteral("ops@127.0.0.1:%1 (jump host for db)").arg(bastion.port())))
        << m_prompter.secretQuestions[0].title.toStdString();
    transport->close();
    EXPECT_EQ(m_prompter.withdrawn, 1);
}

TEST_F(JumpHostTest, aLoopOfJumpHostsIsRefusedBeforeAnySocket)
{
    QTcpServer bastion;
    ASSERT_TRUE(bastion.listen(QHostAddress::LocalHost));
    const auto transport = reach(host("db", m_db, "ProxyJump bastion") + "Host bastion\n  HostName 127.0.0.1\n  Port "
                                 + QByteArray::number(bastion.serverPort()) + "\n  ProxyJump db\n");
    TransportWatcher watcher(*transport);
    EXPECT_TRUE(failureOf(watcher, ErrorKind::Invalid).contains(QStringLiteral("loop")));
    EXPECT_FALSE(bastion.waitForNewConnection(100));
}

} // namespace holdpoint::testing
