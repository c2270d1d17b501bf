// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/sshfixture.h>

#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>

namespace holdpoint::testing {

using session::Transport;

class SshFaultTest : public SshTest
{
protected:
    enum class After { Wait, Close };
    /// A server that answers every connection with these bytes and then says nothing more.
    void listen(const QByteArray &greeting = {}, After after = After::Wait)
    {
        ASSERT_TRUE(m_listener.listen(QHostAddress::LocalHost));
        QObject::connect(&m_listener, &QTcpServer::newConnection, &m_listener, [this, greeting, after] {
            QTcpSocket *socket = m_listener.nextPendingConnection();
            ++m_connections;
            socket->write(greeting);
            if (after == After::Close)
                socket->disconnectFromHost();
        });
    }
    /// A transport to that server which nobody waits for longer than a second.
    std::unique_ptr<Transport> impatient(quint16 port)
    {
        ssh::SshOptions options;
        options.identityFiles = {QStringLiteral("/nonexistent")};
        options.knownHostsFile = QStringLiteral("/nonexistent");
        options.configFile = QStringLiteral("/dev/null");
        options.timing.login = std::chrono::milliseconds(1000);
        m_factory = std::make_unique<ssh::SshTransportFactory>(options, m_prompter);
        return m_factory->create({QStringLiteral("ops"), QStringLiteral("127.0.0.1"), port, false});
    }
    static ssh::SshOptions hasty(const SshServer &server)
    {
        auto options = optionsFor(server);
        using std::chrono::milliseconds;
        options.timing = {milliseconds(10'000), milliseconds(300), milliseconds(100), milliseconds(300),
                          milliseconds(1500)};
        return options;
    }

    QTcpServer m_listener;
    int m_connections = 0;
};

TEST_F(SshFaultTest, aClosedPortIsRefusedByName)
{
    const auto transport = impatient(freePort());
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Disconnected);
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("refused"))) << watcher.failure->detail.toStdString();
}

TEST_F(SshFaultTest, aNameWithoutAddressIsNotFound)
{
    auto options = impatient(1);
    const auto transport = m_factory->create({QStringLiteral("ops"), QStringLiteral("no-such-host.invalid"), 22, false});
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_TRUE(watcher.failure->kind == ErrorKind::NotFound || watcher.failure->kind == ErrorKind::Timeout);
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("no-such-host.invalid")));
}

TEST_F(SshFaultTest, aServerThatAcceptsAndSaysNothingTimesOut)
{
    listen();
    const auto transport = impatient(m_listener.serverPort());
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Timeout) << watcher.failure->detail.toStdString();
}

TEST_F(SshFaultTest, aServerThatIsNoSshServerEndsTheLogin)
{
    listen("HTTP/1.1 400 Bad Request\r\n\r\n" + QByteArray(300'000, 'x'));
    const auto transport = impatient(m_listener.serverPort());
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Disconnected);
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("does not speak SSH"))
                && watcher.failure->detail.contains(QStringLiteral("HTTP/1.1 400 Bad Request")))
        << watcher.failure->detail.toStdString();
    EXPECT_EQ(m_connections, 1) << "nothing is turned away that may be let in later";
}

TEST_F(SshFaultTest, aServerOfAnotherKindThatWaitsIsNoSshServerEither)
{
    listen("220 mail.example ESMTP\r\n");
    const auto transport = impatient(m_listener.serverPort());
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Disconnected);
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("220 mail.example ESMTP")))
        << watcher.failure->detail.toStdString();
    EXPECT_EQ(m_connections, 1);
}

TEST_F(SshFaultTest, aServerThatTurnsALoginAwayInWordsIsAskedAgainAndQuoted)
{
    listen("Not allowed at this time\r\n", After::Close);
    const auto transport = impatient(m_listener.serverPort());
    TransportWatcher watcher(*transport);
    transport->open();
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_connections >= 3; }, patience));
    EXPECT_TRUE(QTest::qWaitFor([&] { return watcher.failure.has_value(); }, 3 * patience));
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("Not allowed at this time")))
        << watcher.failure->detail.toStdString();
}

TEST_F(SshFaultTest, aServerOfAnotherKindThatClosesAtOnceIsNotAskedAgain)
{
    listen("554 mail.example: no service for you\r\n", After::Close);
    const auto transport = impatient(m_listener.serverPort());
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Disconnected);
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("does not speak SSH"))) << watcher.failure->detail.toStdString();
    EXPECT_EQ(m_connections, 1);
}

TEST_F(SshFaultTest, aServerThatIsSlowToSaySomethingBeforeItsBannerIsOnlySlow)
{
    listen("Authorised use only\r\n");
    const auto transport = impatient(m_listener.serverPort());
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Timeout) << watcher.failure->detail.toStdString();
}

TEST_F(SshFaultTest, aServerWithOnlyOutdatedCiphersIsRefused)
{
    const SshServer server("Ciphers aes128-cbc\n");
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Disconnected);
    // The server may close before its offer was read.
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("aes128-cbc"))
                || watcher.failure->detail.contains(QStringLiteral("outdated algorithms")))
        << watcher.failure->detail.toStdString();
}

TEST_F(SshFaultTest, aLoginCanBeCalledOffAtOnce)
{
    listen();
    const auto transport = impatient(m_listener.serverPort());
    TransportWatcher watcher(*transport);
    transport->open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_listener.isListening() && !watcher.states.isEmpty(); }, patience));
    transport->close();
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Cancelled);
}

TEST_F(SshFaultTest, callingOffWithdrawsTheOpenQuestion)
{
    const SshServer server;
    write(server.knownHosts(), "");
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    transport->open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_prompter.hasOpenQuestion(); }, patience));
    transport->close();
    EXPECT_EQ(m_prompter.withdrawn, 1);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Cancelled);
}

TEST_F(SshFaultTest, aServerThatHangsUpDuringAQuestionWithdrawsIt)
{
    const SshServer server;
    write(server.knownHosts(), "");
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    transport->open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_prompter.hasOpenQuestion(); }, patience));
    server.signalSessions(SIGKILL);
    ASSERT_TRUE(watcher.waitForFailure());
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Disconnected);
    EXPECT_FALSE(m_prompter.hasOpenQuestion());
}

TEST_F(SshFaultTest, aTransportMayDieAtAnyMoment)
{
    const SshServer server;
    for (int i = 0; i < 30; ++i) {
        const auto transport = connectTo(server);
        TransportWatcher watcher(*transport);
        transport->open();
        QTest::qWait(i * 3);
    }
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    EXPECT_TRUE(watcher.open());
}

TEST_F(SshFaultTest, aClosedConnectionGivesItsDescriptorsBack)
{
    const SshServer server;
    const auto connectAndClose = [&] {
        const auto transport = connectTo(server);
        TransportWatcher watcher(*transport);
        EXPECT_TRUE(watcher.open());
        transport->close();
    };
    const auto openDescriptors = [] { return QDir(QStringLiteral("/proc/self/fd")).count(); };
    connectAndClose();
    m_factory.reset();
    const auto before = openDescriptors();
    for (int i = 0; i < 3; ++i)
        connectAndClose();
    m_factory.reset();
    EXPECT_TRUE(QTest::qWaitFor([&] { return openDescriptors() <= before; }, 5000)) << before << " before, now "
                                                                                    << openDescriptors();
}

TEST_F(SshFaultTest, aServerKilledInMidCommandLeavesTheOutcomeUnknown)
{
    const SshServer server;
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    ChannelReader reader(transport->exec("echo begun; exec sleep 60"));
    ASSERT_TRUE(reader.waitForOutput("begun"));
    bool endedBeforeLoss = false;
    QObject::connect(transport.get(), &Transport::disconnected, &watcher, [&] { endedBeforeLoss = reader.isClosed; });
    server.signalSessions(SIGKILL);
    ASSERT_TRUE(watcher.waitForLoss());
    EXPECT_EQ(watcher.loss->kind, ErrorKind::Disconnected);
    EXPECT_TRUE(endedBeforeLoss);
    ASSERT_TRUE(reader.end);
    EXPECT_TRUE(reader.end->linkLost);
    EXPECT_FALSE(reader.end->status);
    EXPECT_EQ(transport->state(), Transport::State::Lost);
    ChannelReader late(transport->exec("true"));
    ASSERT_TRUE(late.waitForEnd());
    EXPECT_TRUE(late.end->linkLost);
    EXPECT_EQ(late.ends, 1);
}

TEST_F(SshFaultTest, aServerKilledBeforeItStartedTheCommandLeavesTheOutcomeUnknown)
{
    const SshServer server;
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    server.signalSessions(SIGSTOP);
    ChannelReader reader(transport->exec("true"));
    QTest::qWait(100);
    server.signalSessions(SIGKILL);
    ASSERT_TRUE(watcher.waitForLoss());
    EXPECT_FALSE(reader.failure) << reader.failure->detail.toStdString(); // nobody refused anything
    ASSERT_TRUE(reader.end);
    EXPECT_TRUE(reader.end->linkLost);
}

TEST_F(SshFaultTest, aStoppedServerIsShownAsSilentAndComesBack)
{
    const SshServer server;
    const auto transport = connectTo(server, hasty(server));
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    ChannelReader reader(transport->openShell(80, 24, "cat"));
    reader.channel->write("before\n");
    ASSERT_TRUE(reader.waitForOutput("before"));
    server.signalSessions(SIGSTOP);
    reader.channel->write("during\n");
    EXPECT_TRUE(QTest::qWaitFor([&] { return transport->state() == Transport::State::Silent; }, patience));
    server.signalSessions(SIGCONT);
    EXPECT_TRUE(QTest::qWaitFor([&] { return transport->state() == Transport::State::Ready; }, patience));
    EXPECT_TRUE(reader.waitForOutput("during"));
}

TEST_F(SshFaultTest, aServerThatStaysStoppedIsGivenUp)
{
    const SshServer server;
    const auto transport = connectTo(server, hasty(server));
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    ChannelReader reader(transport->exec("exec sleep 60"));
    server.signalSessions(SIGSTOP);
    ASSERT_TRUE(watcher.waitForLoss());
    EXPECT_EQ(watcher.loss->kind, ErrorKind::Timeout);
    EXPECT_TRUE(watcher.states.contains(Transport::State::Silent));
    EXPECT_TRUE(reader.end && reader.end->linkLost);
}

TEST_F(SshFaultTest, anIdleConnectionIsKeptAlive)
{
    const SshServer server;
    const auto transport = connectTo(server, hasty(server));
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    QTest::qWait(4000);
    EXPECT_EQ(transport->state(), Transport::State::Ready);
    EXPECT_FALSE(watcher.states.contains(Transport::State::Silent));
    ChannelReader reader(transport->exec("exit 0"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_EQ(reader.end->status, 0);
}

TEST_F(SshFaultTest, newKeysInMidStreamLoseNothing)
{
    const SshServer server("RekeyLimit 1M\n");
    const auto transport = connectTo(server);
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

TEST_F(SshFaultTest, aRefusedShellIsAFailureOfTheChannelOnly)
{
    const SshServer server("MaxSessions 1\nPermitTTY no\n");
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    ChannelReader reader(transport->openShell(80, 24, {}));
    ASSERT_TRUE(reader.waitForClosed());
    ASSERT_TRUE(reader.failure);
    EXPECT_FALSE(reader.end);
    EXPECT_FALSE(watcher.loss);
}

} // namespace holdpoint::testing
