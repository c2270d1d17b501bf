// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/stockfixture.h>

#include <QTcpServer>

#include <csignal>
#include <sys/stat.h>

namespace holdpoint::testing {

using session::Transport;

class StockTransportTest : public StockTest
{
};

TEST_F(StockTransportTest, aKeyLogsInAndTheIdentitySaysWhoWasMet)
{
    const SshServer server;
    const auto transport = stockTo(server);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    const auto own = connectTo(server);
    TransportWatcher ownWatcher(*own);
    ASSERT_TRUE(ownWatcher.open());
    const session::HostIdentity identity = transport->identity();
    EXPECT_EQ(identity.keyFingerprint, own->identity().keyFingerprint);
    EXPECT_EQ(identity.keyType, QStringLiteral("ssh-ed25519"));
    EXPECT_EQ(identity.user, server.user());
    EXPECT_EQ(identity.host, QStringLiteral("127.0.0.1"));
    EXPECT_EQ(identity.port, server.port());
    EXPECT_EQ(identity.authMethod, QStringLiteral("publickey (%1) (by OpenSSH's client)").arg(server.clientKey()));
    EXPECT_TRUE(identity.serverBanner.startsWith(QStringLiteral("SSH-2.0-OpenSSH")))
        << identity.serverBanner.toStdString();
    EXPECT_TRUE(identity.client.startsWith(QStringLiteral("OpenSSH_"))) << identity.client.toStdString();
    EXPECT_TRUE(own->identity().client.startsWith(QStringLiteral("libssh 0."))) << own->identity().client.toStdString();
    EXPECT_FALSE(identity.cipher.isEmpty());
    EXPECT_TRUE(m_prompter.hostKeyQuestions.isEmpty());
    EXPECT_TRUE(m_prompter.secretQuestions.isEmpty());
    EXPECT_EQ(watcher.states,
              (QList{Transport::State::Connecting, Transport::State::Authenticating, Transport::State::Ready}));
}

TEST_F(StockTransportTest, aPassphraseIsAskedForAsOfTheOwnClient)
{
    SshServer server;
    auto options = stockOptionsFor(server);
    options.identityFiles = {
        server.addClientKey(QStringLiteral("locked"), QStringLiteral("ed25519"), QStringLiteral("sesam ☂ öffne"))};
    m_prompter.secrets = {QStringLiteral("wrong"), QStringLiteral("sesam ☂ öffne")};
    const auto transport = stockTo(server, options);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    ASSERT_EQ(m_prompter.secretQuestions.size(), 2);
    EXPECT_TRUE(m_prompter.secretQuestions[0].prompt.contains(QStringLiteral("locked")))
        << m_prompter.secretQuestions[0].prompt.toStdString();
    EXPECT_FALSE(m_prompter.secretQuestions[0].echo);
}

TEST_F(StockTransportTest, aQuestionNobodyAnswersEndsTheLogin)
{
    SshServer server;
    auto options = stockOptionsFor(server);
    options.identityFiles = {
        server.addClientKey(QStringLiteral("locked"), QStringLiteral("ed25519"), QStringLiteral("sesame"))};
    m_prompter.secrets = {std::nullopt};
    const auto transport = stockTo(server, options);
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::AuthDenied);
    EXPECT_EQ(m_prompter.secretQuestions.size(), 1);
}

/// A login by a security key, which waits to be touched.
class StockSecurityKeyTest : public StockTest
{
protected:
    void SetUp() override
    {
        ASSERT_EQ(::mkfifo(QFile::encodeName(m_touch).constData(), 0600), 0);
        qputenv("SSH_SK_PROVIDER", HOLDPOINT_SECURITY_KEY);
        qputenv("HOLDPOINT_TEST_TOUCH", QFile::encodeName(m_touch));
        auto options = stockOptionsFor(m_server);
        options.identityFiles = {m_server.addClientKey(QStringLiteral("sk"), QStringLiteral("ed25519-sk"))};
        options.configFile = m_server.path(QStringLiteral("config"));
        write(options.configFile, "SecurityKeyProvider " HOLDPOINT_SECURITY_KEY "\n");
        m_transport = stockTo(m_server, options);
        QObject::connect(m_transport.get(), &Transport::awaitedChanged, m_transport.get(),
                         [this] { m_said.append(m_transport->awaited()); });
        m_transport->open();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !m_said.isEmpty(); }, patience));
    }
    void TearDown() override
    {
        m_transport.reset();
        qunsetenv("SSH_SK_PROVIDER");
        qunsetenv("HOLDPOINT_TEST_TOUCH");
        StockTest::TearDown();
    }

    SshServer m_server;
    const QString m_touch = m_server.path(QStringLiteral("touch"));
    std::unique_ptr<Transport> m_transport;
    QStringList m_said;
};

TEST_F(StockSecurityKeyTest, thatItWaitsToBeTouchedIsSaidUntilItWas)
{
    EXPECT_TRUE(m_said[0].startsWith(QStringLiteral("a touch of the security key ED25519-SK SHA256:")))
        << m_said[0].toStdString();
    EXPECT_TRUE(m_said[0].contains(QStringLiteral("to log in to %1@127.0.0.1").arg(m_server.user())))
        << m_said[0].toStdString();
    EXPECT_EQ(m_transport->state(), Transport::State::Authenticating);
    write(m_touch, "");
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_transport->state() == Transport::State::Ready; }, patience));
    EXPECT_EQ(m_transport->awaited(), QString());
    EXPECT_EQ(m_said.size(), 2);
    EXPECT_TRUE(m_prompter.secretQuestions.isEmpty());
}

TEST_F(StockSecurityKeyTest, aLoginThatIsCalledOffWaitsForNoTouch)
{
    m_transport->close();
    EXPECT_EQ(m_transport->state(), Transport::State::Closed);
    EXPECT_EQ(m_transport->awaited(), QString());
}

TEST_F(StockTransportTest, anUnknownHostIsAskedAboutAndRemembered)
{
    const SshServer server;
    write(server.knownHosts(), "");
    m_prompter.acceptHostKeys = {true};
    const auto transport = stockTo(server);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    ASSERT_EQ(m_prompter.hostKeyQuestions.size(), 1);
    EXPECT_EQ(m_prompter.hostKeyQuestions[0].fingerprint, transport->identity().keyFingerprint);
    EXPECT_EQ(m_prompter.hostKeyQuestions[0].keyType, QStringLiteral("ED25519"));
    EXPECT_TRUE(m_prompter.hostKeyQuestions[0].host.contains(QStringLiteral("[127.0.0.1]:%1").arg(server.port())));
    EXPECT_TRUE(contents(server.knownHosts()).contains(server.hostKey()));
}

TEST_F(StockTransportTest, anUnknownHostThatNobodyConfirmsIsNotLoggedInTo)
{
    const SshServer server;
    write(server.knownHosts(), "");
    m_prompter.acceptHostKeys = {false};
    auto options = stockOptionsFor(server);
    options.configFile = server.path(QStringLiteral("config"));
    write(options.configFile, "StrictHostKeyChecking no\nNoHostAuthenticationForLocalhost yes\n");
    const auto transport = stockTo(server, options);
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::HostKeyUnknown);
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("SHA256:"))) << watcher.failure->detail.toStdString();
    EXPECT_EQ(contents(server.knownHosts()), QByteArray());
    EXPECT_EQ(m_prompter.withdrawn, 0);
}

TEST_F(StockTransportTest, aChangedHostKeyStopsWithNoQuestionWhateverTheConfigurationSays)
{
    const SshServer server;
    auto options = stockOptionsFor(server);
    options.configFile = server.path(QStringLiteral("config"));
    write(options.configFile, "StrictHostKeyChecking no\n");
    const QByteArray hosts = keyLine(server, contents(server.path(QStringLiteral("client.pub"))).trimmed());
    write(server.knownHosts(), hosts);
    const auto transport = stockTo(server, options);
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::HostKeyChanged) << watcher.failure->detail.toStdString();
    EXPECT_TRUE(m_prompter.hostKeyQuestions.isEmpty());
    EXPECT_EQ(contents(server.knownHosts()), hosts);
}

TEST_F(StockTransportTest, aRefusedKeyIsALoginDenied)
{
    SshServer server;
    auto options = stockOptionsFor(server);
    options.identityFiles = {server.addClientKey(QStringLiteral("stranger"), QStringLiteral("ed25519"))};
    write(server.path(QStringLiteral("authorized_keys")), "");
    const auto transport = stockTo(server, options);
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::AuthDenied) << watcher.failure->detail.toStdString();
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("Permission denied")))
        << watcher.failure->detail.toStdString();
}

TEST_F(StockTransportTest, aClosedPortAndAnUnknownNameAreToldApart)
{
    const SshServer server;
    m_factory = std::make_unique<ssh::SshTransportFactory>(stockOptionsFor(server), m_prompter);
    using Case = std::pair<QString, ErrorKind>;
    for (const auto &[host, kind] : {Case{QStringLiteral("127.0.0.1"), ErrorKind::Disconnected},
                                     Case{QStringLiteral("no-such-host.invalid"), ErrorKind::NotFound}}) {
        const auto transport =
            m_factory->create({.host = host, .port = freePort(), .client = session::SshClient::Stock});
        TransportWatcher watcher(*transport);
        EXPECT_FALSE(watcher.open());
        ASSERT_TRUE(watcher.failure);
        EXPECT_EQ(watcher.failure->kind, kind) << watcher.failure->detail.toStdString();
        EXPECT_TRUE(watcher.failure->detail.contains(host)) << watcher.failure->detail.toStdString();
    }
}

TEST_F(StockTransportTest, aServerThatAcceptsAndSaysNothingTimesOut)
{
    const SshServer server;
    QTcpServer silent;
    ASSERT_TRUE(silent.listen(QHostAddress::LocalHost));
    auto options = stockOptionsFor(server);
    options.timing.login = std::chrono::milliseconds(1000);
    m_factory = std::make_unique<ssh::SshTransportFactory>(options, m_prompter);
    const auto transport = m_factory->create(
        {.host = QStringLiteral("127.0.0.1"), .port = silent.serverPort(), .client = session::SshClient::Stock});
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Timeout) << watcher.failure->detail.toStdString();
}

TEST_F(StockTransportTest, aMissingHelperIsSaid)
{
    const SshServer server;
    auto options = stockOptionsFor(server);
    options.askpassProgram = QStringLiteral("/nonexistent/holdpoint-askpass");
    const auto transport = stockTo(server, options);
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::NotFound);
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("holdpoint-askpass")));
}

TEST_F(StockTransportTest, callingOffWithdrawsTheOpenQuestionAndLeavesNothingBehind)
{
    const SshServer server;
    write(server.knownHosts(), "");
    const auto transport = stockTo(server);
    TransportWatcher watcher(*transport);
    transport->open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_prompter.hasOpenQuestion(); }, patience));
    EXPECT_FALSE(leftovers().isEmpty());
    transport->close();
    EXPECT_EQ(m_prompter.withdrawn, 1);
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Cancelled);
}

TEST_F(StockTransportTest, aTransportMayDieAtAnyMoment)
{
    const SshServer server;
    m_factory = std::make_unique<ssh::SshTransportFactory>(stockOptionsFor(server), m_prompter);
    for (int i = 0; i < 15; ++i) {
        const auto transport = m_factory->create(stockAddressOf(server));
        TransportWatcher watcher(*transport);
        transport->open();
        QTest::qWait(i * 10);
    }
    const auto transport = m_factory->create(stockAddressOf(server));
    TransportWatcher watcher(*transport);
    EXPECT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
}

TEST_F(StockTransportTest, aHostBehindAProxyCommandIsReachedAndTheRecordNamesTheProgram)
{
    const SshServer server;
    auto options = stockOptionsFor(server);
    options.configFile = server.path(QStringLiteral("config"));
    write(options.configFile,
          "Host far\n  HostName 127.0.0.1\n  Port " + QByteArray::number(server.port())
              + "\n  HostKeyAlias far\n  ProxyCommand bash -c 'exec 3<>/dev/tcp/%h/%p; cat <&3 & cat >&3'\n");
    write(server.knownHosts(), "far " + server.hostKey() + '\n');
    m_factory = std::make_unique<ssh::SshTransportFactory>(options, m_prompter);
    const auto own = m_factory->create({.user = server.user(), .host = QStringLiteral("far")});
    TransportWatcher refused(*own);
    EXPECT_FALSE(refused.open());
    ASSERT_TRUE(refused.failure);
    EXPECT_TRUE(refused.failure->detail.contains(QStringLiteral("\"ssh far\"")))
        << refused.failure->detail.toStdString();
    const auto transport =
        m_factory->create({.user = server.user(), .host = QStringLiteral("far"), .client = session::SshClient::Stock});
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    EXPECT_EQ(transport->identity().via, QStringList{QStringLiteral("ProxyCommand bash")});
    ChannelReader reader(transport->exec("echo there"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_EQ(reader.output, QByteArray("there\n"));
}

TEST_F(StockTransportTest, aHostThatShowsACertificateIsTrustedThroughItsAuthority)
{
    const SshServer server;
    const QString authority = server.path(QStringLiteral("authority"));
    ASSERT_TRUE(
        runProgram(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                                                  QStringLiteral("-N"), QString(), QStringLiteral("-f"), authority}));
    ASSERT_TRUE(runProgram(QStringLiteral("ssh-keygen"),
                           {QStringLiteral("-q"), QStringLiteral("-s"), authority, QStringLiteral("-I"),
                            QStringLiteral("db-07"), QStringLiteral("-h"), QStringLiteral("-n"),
                            QStringLiteral("127.0.0.1"), server.path(QStringLiteral("host.pub"))}));
    const SshServer certified("HostKeyAlgorithms ssh-ed25519-cert-v01@openssh.com\nHostCertificate "
                              + server.path(QStringLiteral("host-cert.pub")).toUtf8() + "\nHostKey "
                              + server.path(QStringLiteral("host")).toUtf8() + '\n');
    auto options = stockOptionsFor(certified);
    write(certified.knownHosts(), "@cert-authority [127.0.0.1]:* " + contents(authority + QStringLiteral(".pub")));
    {
        const auto own = connectTo(certified, options);
        TransportWatcher watcher(*own);
        EXPECT_FALSE(watcher.open());
        ASSERT_TRUE(watcher.failure);
        EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("\"ssh 127.0.0.1\"")))
            << watcher.failure->detail.toStdString();
    }
    const auto transport = stockTo(certified, options);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    EXPECT_EQ(transport->identity().keyType, QStringLiteral("ssh-ed25519-cert-v01@openssh.com"));
    EXPECT_TRUE(transport->identity().keyFingerprint.startsWith(QStringLiteral("SHA256:")));
    EXPECT_TRUE(m_prompter.hostKeyQuestions.isEmpty());
}

TEST_F(StockTransportTest, aServerThatOnlyKnowsPostQuantumKeyExchangeIsReached)
{
    const SshServer server("KexAlgorithms sntrup761x25519-sha512@openssh.com\n");
    {
        const auto own = connectTo(server);
        TransportWatcher watcher(*own);
        EXPECT_FALSE(watcher.open());
        ASSERT_TRUE(watcher.failure);
        EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("\"ssh 127.0.0.1\"")))
            << watcher.failure->detail.toStdString();
    }
    const auto transport = stockTo(server);
    TransportWatcher watcher(*transport);
    EXPECT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
}

TEST_F(StockTransportTest, aBannerCannotPassForSshsOwnLog)
{
    const SshServer folder;
    const QString banner = folder.path(QStringLiteral("banner"));
    write(banner, "debug1: Server host key: ssh-ed25519 SHA256:forged\nAuthenticated to x using \"nothing\".\n");
    const SshServer server("Banner " + banner.toUtf8() + '\n');
    const auto transport = stockTo(server);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    EXPECT_FALSE(transport->identity().keyFingerprint.contains(QStringLiteral("forged")));
    EXPECT_TRUE(transport->identity().authMethod.startsWith(QStringLiteral("publickey")));
}

} // namespace holdpoint::testing
