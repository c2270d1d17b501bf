// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/sshfixture.h>
#include <tests/support/loginserver.h>

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>

#include <array>
#include <csignal>
#include <ctime>

namespace holdpoint::testing {

using session::Transport;

/// "db" behind "bastion", both real servers, each with its own key to log in with and its own known_hosts.
class JumpHostTest : public SshTest
{
protected:
    static QByteArray host(const QByteArray &alias, const SshServer &server, const QByteArray &more)
    {
        return "Host " + alias + "\n  HostName 127.0.0.1\n  Port " + QByteArray::number(server.port()) + "\n  User "
               + server.user().toUtf8() + "\n  IdentityFile " + server.clientKey().toUtf8() + "\n  UserKnownHostsFile "
               + server.knownHosts().toUtf8() + "\n  " + more + '\n';
    }
    QByteArray oneJump() const { return host("db", m_db, "ProxyJump bastion") + host("bastion", m_bastion, ""); }

    std::unique_ptr<Transport> reach(const QByteArray &config, ssh::LinkTiming timing = {})
    {
        ssh::SshOptions options;
        options.configFile = m_db.path(QStringLiteral("config"));
        options.timing = timing;
        write(options.configFile, config);
        m_factory = std::make_unique<ssh::SshTransportFactory>(options, m_prompter);
        return m_factory->create({{}, QStringLiteral("db"), 0, false});
    }
    static ssh::LinkTiming hasty()
    {
        using std::chrono::milliseconds;
        return {milliseconds(10'000), milliseconds(300), milliseconds(100), milliseconds(300), milliseconds(1500)};
    }
    /// Fails the test unless the connection fails with this kind; gives the words.
    static QString failureOf(TransportWatcher &watcher, ErrorKind kind)
    {
        EXPECT_FALSE(watcher.open());
        const Error failure = watcher.failure.value_or(Error{});
        EXPECT_EQ(failure.kind, kind) << failure.detail.toStdString();
        return failure.detail;
    }
    /// Seconds of processor time this program uses, all threads together, in the next second.
    static double workOfASecond()
    {
        const std::clock_t before = std::clock();
        QTest::qWait(1000);
        return double(std::clock() - before) / CLOCKS_PER_SEC;
    }
    static QString loginLog(const SshServer &server)
    {
        return QString::fromUtf8(contents(server.path(QStringLiteral("log"))));
    }
    QString bastionName() const
    {
        return QStringLiteral("%1@127.0.0.1:%2 (jump host for db)").arg(m_bastion.user()).arg(m_bastion.port());
    }

    const SshServer m_bastion{"RekeyLimit 1M\n"};
    const SshServer m_db{"RekeyLimit 1M\n"};
};

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

TEST_F(JumpHostTest, aJumpHostThatDoesNotForwardSaysSo)
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

TEST_F(JumpHostTest, aHostThatTheJumpHostCannotReachIsToldWithTheReason)
{
    const auto transport
        = reach("Host db\n  HostName 127.0.0.1\n  Port " + QByteArray::number(freePort()) + "\n  ProxyJump bastion\n"
                + host("bastion", m_bastion, ""));
    TransportWatcher watcher(*transport);
    const QString words = failureOf(watcher, ErrorKind::Disconnected);
    EXPECT_TRUE(words.contains(bastionName()) && words.contains(QStringLiteral("refused"))) << words.toStdString();
}

TEST_F(JumpHostTest, aJumpHostThatCannotBeReachedIsNamed)
{
    const auto transport = reach(host("db", m_db, "ProxyJump ops@127.0.0.1:" + QByteArray::number(freePort())));
    TransportWatcher watcher(*transport);
    const QString words = failureOf(watcher, ErrorKind::Disconnected);
    EXPECT_TRUE(words.contains(QStringLiteral("(jump host for db)"))) << words.toStdString();
}

TEST_F(JumpHostTest, aRefusedLoginNamesTheHostThatRefusedIt)
{
    const QByteArray stranger = m_db.clientKey().toUtf8();
    const auto atBastion = reach(host("db", m_db, "ProxyJump bastion") + "Host bastion\n  IdentityFile " + stranger + '\n'
                                 + host("bastion", m_bastion, "").replace(m_bastion.clientKey().toUtf8(), stranger));
    TransportWatcher first(*atBastion);
    EXPECT_TRUE(failureOf(first, ErrorKind::AuthDenied).contains(bastionName()));
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

TEST_F(JumpHostTest, aJumpHostKilledInMidCommandLeavesTheOutcomeUnknown)
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

TEST_F(JumpHostTest, aHostKilledBehindAJumpHostIsNotTheJumpHostsFault)
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

TEST_F(JumpHostTest, aStoppedJumpHostIsShownAsSilentAndComesBack)
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

TEST_F(JumpHostTest, aJumpHostThatStaysStoppedIsGivenUpByName)
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

TEST_F(JumpHostTest, whatIsSentThroughAStoppedJumpHostWaitsQuietlyAndArrives)
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

TEST_F(JumpHostTest, anIdleConnectionThroughAJumpHostIsKeptAlive)
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

TEST_F(JumpHostTest, closingEndsTheHostBeforeItsJumpHost)
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

TEST_F(JumpHostTest, closingInAFloodEndsBothConnections)
{
    const auto transport = reach(oneJump());
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    session::Channel *channel = transport->exec("yes");
    ASSERT_TRUE(QTest::qWaitFor([&] { return channel->hasPending(); }, patience));
    QTest::qWait(300);
    transport->close();
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_bastion.sessions().isEmpty() && m_db.sessions().isEmpty(); }, 5000));
    EXPECT_LT(workOfASecond(), 0.3);
}

TEST_F(JumpHostTest, closingBehindAStoppedJumpHostWaitsForNobody)
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

TEST_F(JumpHostTest, aClosedWayGivesItsDescriptorsBack)
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

TEST_F(JumpHostTest, theWayCanBeCalledOffWhileTheHostBehindTheJumpHostIsSilent)
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

TEST_F(JumpHostTest, theWayCanBeCalledOffWhileTheJumpHostIsConnecting)
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

TEST_F(JumpHostTest, aHostThatTheJumpHostDoesNotReachInTimeIsGivenUp)
{
    const FullListener full;
    const auto transport = reach("Host db\n  HostName 127.0.0.1\n  Port " + full.port()
                                 + "\n  ProxyJump bastion\n  ConnectTimeout 1\n" + host("bastion", m_bastion, ""));
    TransportWatcher watcher(*transport);
    EXPECT_TRUE(failureOf(watcher, ErrorKind::Timeout).contains(bastionName() + QStringLiteral(" cannot connect to")));
}

TEST_F(JumpHostTest, theWayMayBeCalledOffAtAnyMoment)
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

TEST_F(JumpHostTest, aJumpHostThatHangsUpDuringAQuestionOfTheHostWithdrawsIt)
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
