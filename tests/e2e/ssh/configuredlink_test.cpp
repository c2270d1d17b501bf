// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/sshfixture.h>

#include <QTcpServer>
#include <QTimer>

#include <csignal>

namespace holdpoint::testing {

using session::Transport;

/// What the SSH configuration says about the connection, seen at a real server.
class ConfiguredLinkTest : public SshTest
{
protected:
    std::unique_ptr<Transport> connectWith(const QByteArray &config, const session::HostAddress &address)
    {
        auto options = optionsFor(m_server);
        options.configFile = m_server.path(QStringLiteral("config"));
        write(options.configFile, config);
        m_factory = std::make_unique<ssh::SshTransportFactory>(options, m_prompter);
        return m_factory->create(address);
    }
    std::unique_ptr<Transport> connectWith(const QByteArray &config)
    {
        return connectWith(config, addressOf(m_server));
    }
    QByteArray outputOf(Transport &transport, const QByteArray &command)
    {
        ChannelReader reader(transport.exec(command));
        EXPECT_TRUE(reader.waitForEnd());
        return reader.output;
    }

    const SshServer m_server;
};

TEST_F(ConfiguredLinkTest, aHostThatStopsIsGivenUpWhenTheConfigurationSaysSo)
{
    const auto transport = connectWith("ServerAliveInterval 1\nServerAliveCountMax 2\n");
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    m_server.signalSessions(SIGSTOP);
    const bool lost = watcher.waitForLoss();
    m_server.signalSessions(SIGCONT);
    ASSERT_TRUE(lost);
    EXPECT_EQ(watcher.loss->kind, ErrorKind::Timeout) << watcher.loss->detail.toStdString();
}

TEST_F(ConfiguredLinkTest, theConnectionComesFromTheBindAddress)
{
    const auto transport = connectWith("BindAddress 127.0.0.2\nTCPKeepAlive no\n");
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    EXPECT_TRUE(outputOf(*transport, "echo $SSH_CONNECTION").startsWith("127.0.0.2 "));
}

TEST_F(ConfiguredLinkTest, aBindAddressThatIsNotOursIsNamedInTheError)
{
    const auto transport = connectWith("BindAddress 192.0.2.1\n");
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("from 192.0.2.1")))
        << watcher.failure->detail.toStdString();
}

TEST_F(ConfiguredLinkTest, onlyAddressesOfTheFamilyAreTried)
{
    const auto transport = connectWith("AddressFamily inet6\n");
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::NotFound) << watcher.failure->detail.toStdString();
}

TEST_F(ConfiguredLinkTest, aPortThatOpensLateIsReachedInALaterAttempt)
{
    const quint16 port = freePort();
    auto address = addressOf(m_server);
    address.port = port;
    const auto transport = connectWith("ConnectionAttempts 30\n", address);
    TransportWatcher watcher(*transport);
    QTcpServer late;
    QTimer::singleShot(500, &late, [&] { EXPECT_TRUE(late.listen(QHostAddress::LocalHost, port)); });
    transport->open();
    EXPECT_TRUE(QTest::qWaitFor([&] { return late.hasPendingConnections(); }, patience));
    EXPECT_FALSE(watcher.failure);
}

TEST_F(ConfiguredLinkTest, waitingForTheNextAttemptCanBeCalledOff)
{
    auto address = addressOf(m_server);
    address.port = freePort();
    const auto transport = connectWith("ConnectionAttempts 1000\n", address);
    TransportWatcher watcher(*transport);
    transport->open();
    QTimer::singleShot(200, transport.get(), [&] { transport->close(); });
    EXPECT_TRUE(watcher.waitForFailure());
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Cancelled);
}

TEST_F(ConfiguredLinkTest, theAlgorithmsAreThoseOfTheConfiguration)
{
    const auto transport =
        connectWith("Ciphers aes256-ctr\nMACs hmac-sha2-512\nKexAlgorithms -curve*,ecdh*\n"
                    "HostKeyAlgorithms ssh-ed25519\nPubkeyAcceptedAlgorithms +ssh-rsa\nRequiredRSASize 2048\n");
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << (watcher.failure ? watcher.failure->detail.toStdString() : "");
    EXPECT_EQ(transport->identity().cipher, QStringLiteral("aes256-ctr"));
}

TEST_F(ConfiguredLinkTest, algorithmsOfWhichNoneIsSupportedAreAnErrorThatNamesTheLine)
{
    const auto transport = connectWith("MACs umac-64@openssh.com\n");
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Invalid);
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("MACs umac-64")))
        << watcher.failure->detail.toStdString();
}

TEST_F(ConfiguredLinkTest, aLoginThatTheConfigurationRulesOutIsNotTried)
{
    const auto transport = connectWith("PubkeyAuthentication no\n");
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::AuthDenied);
    EXPECT_TRUE(watcher.failure->detail.contains(
        QStringLiteral("tried: nothing; the SSH configuration allows: keyboard-interactive, password")))
        << watcher.failure->detail.toStdString();
}

TEST_F(ConfiguredLinkTest, aRevokedHostKeyStopsThoughItIsRecorded)
{
    const QString list = m_server.path(QStringLiteral("revoked"));
    write(list, "# keys of stolen hosts\n" + m_server.hostKey() + " old\n");
    const auto revoked = connectWith("RevokedHostKeys " + list.toUtf8() + '\n');
    TransportWatcher first(*revoked);
    EXPECT_FALSE(first.open());
    ASSERT_TRUE(first.failure);
    EXPECT_EQ(first.failure->kind, ErrorKind::HostKeyChanged) << first.failure->detail.toStdString();
    const auto unreadable = connectWith("RevokedHostKeys /nonexistent\n");
    TransportWatcher second(*unreadable);
    EXPECT_FALSE(second.open());
    ASSERT_TRUE(second.failure);
    EXPECT_EQ(second.failure->kind, ErrorKind::HostKeyUnknown) << second.failure->detail.toStdString();
}

class ConfiguredEnvironmentTest : public ConfiguredLinkTest
{
protected:
    ConfiguredEnvironmentTest() { qputenv("HOLDPOINT_SENT", "from here"); }
    ~ConfiguredEnvironmentTest() override { qunsetenv("HOLDPOINT_SENT"); }

    const QByteArray m_config = "SendEnv HOLDPOINT_*\nSetEnv HOLDPOINT_SET=1=2 HOLDPOINT_REFUSED=x\n";
    const QByteArray m_show = "echo \"$HOLDPOINT_SENT|$HOLDPOINT_SET|$HOLDPOINT_REFUSED\"";
    const SshServer m_taking{"AcceptEnv HOLDPOINT_SENT HOLDPOINT_SET\n"};
};

TEST_F(ConfiguredEnvironmentTest, everyChannelHasTheVariablesThatTheHostTakes)
{
    auto options = optionsFor(m_taking);
    options.configFile = m_taking.path(QStringLiteral("config"));
    write(options.configFile, m_config);
    const auto transport = connectTo(m_taking, options);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    for (int channel = 0; channel < 3; ++channel)
        EXPECT_EQ(outputOf(*transport, m_show), "from here|1=2|\n");
    ChannelReader shell(transport->openShell(80, 24, m_show));
    ASSERT_TRUE(shell.waitForEnd());
    EXPECT_TRUE(shell.output.contains("from here|1=2|\r\n")) << shell.output.toStdString();
    EXPECT_EQ(shell.end->status, 0);
}

TEST_F(ConfiguredEnvironmentTest, aHostThatTakesNoneRunsEverythingAllTheSame)
{
    const auto transport = connectWith(m_config);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    std::vector<std::unique_ptr<ChannelReader>> readers;
    for (int channel = 0; channel < 5; ++channel)
        readers.push_back(std::make_unique<ChannelReader>(transport->exec(m_show)));
    for (const auto &reader : readers) {
        ASSERT_TRUE(reader->waitForEnd());
        EXPECT_EQ(reader->output, "||\n");
        EXPECT_EQ(reader->end->status, 0);
    }
    m_server.signalSessions(SIGKILL);
    ASSERT_TRUE(watcher.waitForLoss());
    EXPECT_FALSE(watcher.loss->detail.contains(QStringLiteral("env"))) << watcher.loss->detail.toStdString();
}

TEST_F(ConfiguredEnvironmentTest, aTransportTellsWhatOfTheConfigurationHasNoEffect)
{
    const auto transport = connectWith("ForwardAgent yes\n");
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    ASSERT_EQ(transport->notes().size(), 1);
    EXPECT_TRUE(transport->notes().front().contains(QStringLiteral("ForwardAgent")));
}

} // namespace holdpoint::testing
