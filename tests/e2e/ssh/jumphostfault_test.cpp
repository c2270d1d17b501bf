// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/jumphostfixture.h>

#include <QDir>
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>

#include <array>
#include <csignal>

namespace holdpoint::testing {

using session::Transport;

using JumpHostFaultTest = JumpHostTest;

/// A port whose connections neither come about nor are refused: its queue is full and nobody takes from it.
class FullListener
{
public:
    FullListener()
    {
        m_server.setListenBacklogSize(0);
        EXPECT_TRUE(m_server.listen(QHostAddress::LocalHost));
        m_server.pauseAccepting();
        for (QTcpSocket &socket : m_queue) {
            socket.connectToHost(QHostAddress::LocalHost, m_server.serverPort());
            socket.waitForConnected(100);
        }
    }
    [[nodiscard]] QByteArray port() const { return QByteArray::number(m_server.serverPort()); }

private:
    QTcpServer m_server;
    std::array<QTcpSocket, 3> m_queue;
};

TEST_F(JumpHostFaultTest, aJumpHostThatStaysSilentIsNamedWhileItIsWaitedFor)
{
    QTcpServer mute;
    ASSERT_TRUE(mute.listen(QHostAddress::LocalHost));
    ssh::LinkTiming timing;
    timing.toldAfter = std::chrono::milliseconds(100);
    const auto transport = reach(host("db", m_db, "ProxyJump mute") + "Host mute\n  HostName 127.0.0.1\n  User ops\n  Port "
                                     + QByteArray::number(mute.serverPort()) + '\n',
                                 timing);
    EXPECT_EQ(transport->awaited(), QString());
    transport->open();
    EXPECT_TRUE(QTest::qWaitFor([&] { return !transport->awaited().isEmpty(); }, patience));
    EXPECT_EQ(transport->awaited(),
              QStringLiteral("an answer from ops@127.0.0.1:%1 (jump host for db)").arg(mute.serverPort()));
    transport->close();
    EXPECT_EQ(transport->awaited(), QString());
}

TEST_F(JumpHostFaultTest, aHostThatStaysSilentBehindItsJumpHostIsNamedWhileItIsWaitedFor)
{
    QTcpServer mute;
    ASSERT_TRUE(mute.listen(QHostAddress::LocalHost));
    ssh::LinkTiming timing;
    timing.toldAfter = std::chrono::milliseconds(100);
    const auto transport = reach("Host db\n  HostName 127.0.0.1\n  User ops\n  Port " + QByteArray::number(mute.serverPort())
                                     + "\n  ProxyJump bastion\n" + host("bastion", m_bastion, ""),
                                 timing);
    transport->open();
    const QString name = QStringLiteral("an answer from ops@127.0.0.1:%1").arg(mute.serverPort());
    EXPECT_TRUE(QTest::qWaitFor([&] { return transport->awaited() == name; }, patience)) << transport->awaited().toStdString();
}

TEST_F(JumpHostFaultTest, aJumpHostThatDoesNotForwardSaysSo)
{
    const SshServer closed("AllowTcpForwarding no\n");
    const auto transport = reach(host("db", m_db, "ProxyJump closed") + host("closed", closed, ""));
    TransportWatcher watcher(*transport);
    const QString words = failureOf(watcher, ErrorKind::Disconnected);
    EXPECT_TRUE(words.contains(QStringLiteral("127.0.0.1:%1 (jump host for db) cannot connect to").arg(closed.port())))
        << words.toStdString();
    EXPECT_TRUE(words.contains(QStringLiteral("AllowTcpForwarding"))) << words.toStdString();
    EXPECT_TRUE(words.contains(QStringLiteral("127.0.0.1:%1:").arg(m_db.port()))) << words.toStdString();
}

TEST_F(JumpHostFaultTest, aHostThatTheJumpHostCannotReachIsToldWithTheReason)
{
    const auto transport
        = reach("Host db\n  HostName 127.0.0.1\n  Port " + QByteArray::number(freePort()) + "\n  ProxyJump bastion\n"
                + host("bastion", m_bastion, ""));
    TransportWatcher watcher(*transport);
    const QString words = failureOf(watcher, ErrorKind::Disconnected);
    EXPECT_TRUE(words.contains(bastionName()) && words.contains(QStringLiteral("refused"))) << words.toStdString();
}

TEST_F(JumpHostFaultTest, aJumpHostThatCannotBeReachedIsNamed)
{
    const auto transport = reach(host("db", m_db, "ProxyJump ops@127.0.0.1:" + QByteArray::number(freePort())));
    TransportWatcher watcher(*transport);
    const QString words = failureOf(watcher, ErrorKind::Disconnected);
    EXPECT_TRUE(words.contains(QStringLiteral("(jump host for db)"))) << words.toStdString();
}

TEST_F(JumpHostFaultTest, aJumpHostKilledInMidCommandLeavesTheOutcomeUnknown)
{
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    ChannelReader reader(transport->exec("echo begun; exec sleep 60"));
    ASSERT_TRUE(reader.waitForOutput("begun"));
    m_bastion.signalSessions(SIGKILL);
    ASSERT_TRUE(watcher.waitForLoss());
    EXPECT_EQ(watcher.loss->kind, ErrorKind::Disconnected);
    EXPECT_TRUE(watcher.loss->detail.startsWith(bastionName() + QStringLiteral(" was lost")))
        << watcher.loss->detail.toStdString();
    ASSERT_TRUE(reader.end);
    EXPECT_TRUE(reader.end->linkLost);
    EXPECT_FALSE(reader.end->status);
    EXPECT_EQ(transport->state(), Transport::State::Lost);
}

TEST_F(JumpHostFaultTest, ofSeveralJumpHostsTheOneThatWasLostIsNamed)
{
    const SshServer inner;
    for (const SshServer *killed : {&inner, &m_bastion}) {
        const auto transport = reach(host("db", m_db, "ProxyJump bastion,inner") + host("bastion", m_bastion, "")
                                     + host("inner", inner, ""));
        TransportWatcher watcher(*transport);
        ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
        ChannelReader reader(transport->exec("echo begun; exec sleep 60"));
        ASSERT_TRUE(reader.waitForOutput("begun"));
        killed->signalSessions(SIGKILL);
        ASSERT_TRUE(watcher.waitForLoss());
        EXPECT_TRUE(watcher.loss->detail.startsWith(
            QStringLiteral("%1@127.0.0.1:%2 (jump host for db) was lost").arg(killed->user()).arg(killed->port())))
            << watcher.loss->detail.toStdString();
        EXPECT_TRUE(reader.end && reader.end->linkLost);
    }
}

TEST_F(JumpHostFaultTest, aHostKilledBehindAJumpHostIsNotTheJumpHostsFault)
{
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    ChannelReader reader(transport->exec("echo begun; exec sleep 60"));
    ASSERT_TRUE(reader.waitForOutput("begun"));
    m_db.signalSessions(SIGKILL);
    ASSERT_TRUE(watcher.waitForLoss());
    EXPECT_EQ(watcher.loss->kind, ErrorKind::Disconnected);
    EXPECT_FALSE(watcher.loss->detail.contains(QStringLiteral("jump host"))) << watcher.loss->detail.toStdString();
    ASSERT_TRUE(reader.end);
    EXPECT_TRUE(reader.end->linkLost);
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_bastion.sessions().isEmpty(); }, patience));
}

TEST_F(JumpHostFaultTest, aStoppedJumpHostIsShownAsSilentAndComesBack)
{
    const auto transport = reach(oneJump(), hasty());
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    ChannelReader reader(transport->openShell(80, 24, "cat"));
    reader.channel->write("before\n");
    ASSERT_TRUE(reader.waitForOutput("before"));
    m_bastion.signalSessions(SIGSTOP);
    reader.channel->write("during\n");
    EXPECT_TRUE(QTest::qWaitFor([&] { return transport->state() == Transport::State::Silent; }, patience));
    m_bastion.signalSessions(SIGCONT);
    EXPECT_TRUE(QTest::qWaitFor([&] { return transport->state() == Transport::State::Ready; }, patience));
    EXPECT_TRUE(reader.waitForOutput("during"));
}

TEST_F(JumpHostFaultTest, aJumpHostThatStaysStoppedIsGivenUpByName)
{
    const auto transport = reach(oneJump(), hasty());
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    ChannelReader reader(transport->exec("exec sleep 60"));
    m_bastion.signalSessions(SIGSTOP);
    ASSERT_TRUE(watcher.waitForLoss());
    EXPECT_EQ(watcher.loss->kind, ErrorKind::Timeout);
    EXPECT_TRUE(watcher.loss->detail.startsWith(bastionName())) << watcher.loss->detail.toStdString();
    EXPECT_TRUE(watcher.states.contains(Transport::State::Silent));
    EXPECT_TRUE(reader.end && reader.end->linkLost);
}

TEST_F(JumpHostFaultTest, whatIsSentThroughAStoppedJumpHostWaitsQuietlyAndArrives)
{
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    ChannelReader reader(transport->exec("echo ready; exec wc -c"));
    ASSERT_TRUE(reader.waitForOutput("ready\n"));
    m_bastion.signalSessions(SIGSTOP);
    for (int i = 0; i < 300; ++i)
        reader.channel->write(QByteArray(100'000, 'x'));
    reader.channel->writeEof();
    QTest::qWait(500);
    EXPECT_LT(workOfASecond(), 0.3);
    m_bastion.signalSessions(SIGCONT);
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_EQ(reader.output, QByteArray("ready\n30000000\n"));
    EXPECT_EQ(reader.end->status, 0);
}

TEST_F(JumpHostFaultTest, anIdleConnectionThroughAJumpHostIsKeptAlive)
{
    const auto transport = reach(oneJump(), hasty());
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    QTest::qWait(3000);
    EXPECT_EQ(transport->state(), Transport::State::Ready);
    EXPECT_FALSE(watcher.states.contains(Transport::State::Silent));
    ChannelReader reader(transport->exec("exit 0"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_EQ(reader.end->status, 0);
}

TEST_F(JumpHostFaultTest, closingEndsTheHostBeforeItsJumpHost)
{
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    transport->close();
    ASSERT_TRUE(watcher.loss);
    EXPECT_EQ(watcher.loss->kind, ErrorKind::Cancelled);
    // Only a host that still has its jump host hears a farewell.
    EXPECT_TRUE(QTest::qWaitFor([&] { return loginLog(m_db).contains(QStringLiteral("Received disconnect")); }, 5000))
        << loginLog(m_db).toStdString();
    EXPECT_TRUE(QTest::qWaitFor([&] { return loginLog(m_bastion).contains(QStringLiteral("Received disconnect")); }, 5000))
        << loginLog(m_bastion).toStdString();
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_bastion.sessions().isEmpty() && m_db.sessions().isEmpty(); }, 5000));
}

TEST_F(JumpHostFaultTest, closingInAFloodEndsBothConnections)
{
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    ChannelReader reader(transport->exec("yes"));
    ASSERT_TRUE(reader.waitForOutput("y\n"));
    QTest::qWait(300); // read as it comes, so that much is under way
    transport->close();
    EXPECT_TRUE(QTest::qWaitFor([&] { return loginLog(m_db).contains(QStringLiteral("Received disconnect")); }, 5000))
        << loginLog(m_db).toStdString();
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_bastion.sessions().isEmpty() && m_db.sessions().isEmpty(); }, 5000));
    EXPECT_LT(workOfASecond(), 0.3);
}

TEST_F(JumpHostFaultTest, closingBehindAStoppedJumpHostWaitsForNobody)
{
    const auto openDescriptors = [] { return QDir(QStringLiteral("/proc/self/fd")).count(); };
    const auto transport = reach(oneJump());
    const auto before = openDescriptors();
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    m_bastion.signalSessions(SIGSTOP);
    transport->close();
    EXPECT_TRUE(watcher.loss);
    EXPECT_TRUE(QTest::qWaitFor([&] { return openDescriptors() <= before; }, 5000)) << before << " before, now "
                                                                                    << openDescriptors();
}

TEST_F(JumpHostFaultTest, aClosedWayGivesItsDescriptorsBack)
{
    const auto openDescriptors = [] { return QDir(QStringLiteral("/proc/self/fd")).count(); };
    const auto connectAndClose = [&] {
        const auto transport = reach(oneJump());
        TransportWatcher watcher(*transport);
        EXPECT_TRUE(watcher.open());
        transport->close();
    };
    connectAndClose();
    m_factory.reset();
    const auto before = openDescriptors();
    for (int i = 0; i < 3; ++i)
        connectAndClose();
    m_factory.reset();
    EXPECT_TRUE(QTest::qWaitFor([&] { return openDescriptors() <= before; }, 5000)) << before << " before, now "
                                                                                    << openDescriptors();
}

TEST_F(JumpHostFaultTest, theWayCanBeCalledOffWhileTheHostBehindTheJumpHostIsSilent)
{
    QTcpServer silent;
    ASSERT_TRUE(silent.listen(QHostAddress::LocalHost));
    const auto transport
        = reach("Host db\n  HostName 127.0.0.1\n  Port " + QByteArray::number(silent.serverPort())
                + "\n  ProxyJump bastion\n" + host("bastion", m_bastion, ""));
    TransportWatcher watcher(*transport);
    transport->open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return silent.hasPendingConnections() || watcher.failure; }, patience));
    QElapsedTimer timer;
    timer.start();
    transport->close();
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Cancelled);
    m_factory.reset(); // waits for the login's thread
    EXPECT_LT(timer.elapsed(), 200);
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_bastion.sessions().isEmpty(); }, 5000));
}

TEST_F(JumpHostFaultTest, theWayCanBeCalledOffWhileTheJumpHostIsConnecting)
{
    const FullListener full;
    const auto transport = reach("Host db\n  HostName 127.0.0.1\n  Port " + full.port() + "\n  ProxyJump bastion\n"
                                 + host("bastion", m_bastion, ""));
    TransportWatcher watcher(*transport);
    transport->open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return watcher.failure || loginLog(m_bastion).contains(QStringLiteral("Accepted")); },
                                patience));
    QTest::qWait(200);
    ASSERT_FALSE(watcher.failure) << watcher.failure->detail.toStdString();
    QElapsedTimer timer;
    timer.start();
    transport->close();
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Cancelled);
    m_factory.reset(); // waits for the login's thread
    EXPECT_LT(timer.elapsed(), 200);
}

TEST_F(JumpHostFaultTest, aHostThatTheJumpHostDoesNotReachInTimeIsGivenUp)
{
    const FullListener full;
    const auto transport = reach("Host db\n  HostName 127.0.0.1\n  Port " + full.port()
                                 + "\n  ProxyJump bastion\n  ConnectTimeout 1\n" + host("bastion", m_bastion, ""));
    TransportWatcher watcher(*transport);
    EXPECT_TRUE(failureOf(watcher, ErrorKind::Timeout).contains(bastionName() + QStringLiteral(" cannot connect to")));
}

TEST_F(JumpHostFaultTest, theWayMayBeCalledOffAtAnyMoment)
{
    for (int i = 0; i < 30; ++i) {
        const auto transport = reach(oneJump());
        TransportWatcher watcher(*transport);
        transport->open();
        QTest::qWait(i * 10);
    }
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    EXPECT_TRUE(watcher.open());
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_bastion.sessions().size() <= 2; }, 5000)) << m_bastion.sessions().size();
}

TEST_F(JumpHostFaultTest, aJumpHostThatHangsUpDuringAQuestionOfTheHostWithdrawsIt)
{
    write(m_db.knownHosts(), "");
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    transport->open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_prompter.hasOpenQuestion() || watcher.failure; }, patience));
    m_bastion.signalSessions(SIGKILL);
    ASSERT_TRUE(watcher.waitForFailure());
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Disconnected);
    EXPECT_TRUE(watcher.failure->detail.contains(bastionName())) << watcher.failure->detail.toStdString();
    EXPECT_FALSE(m_prompter.hasOpenQuestion());
}

} // namespace holdpoint::testing
