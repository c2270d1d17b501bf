// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/agent.h>
#include <tests/e2e/ssh/sshfixture.h>

namespace holdpoint::testing {

using session::Transport;

TEST_F(SshTest, aKeyFileLogsInWithNoQuestionAsked)
{
    const SshServer server;
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    EXPECT_EQ(watcher.states, (QList<Transport::State>{Transport::State::Connecting, Transport::State::Authenticating,
                                                       Transport::State::Ready}));
    EXPECT_TRUE(m_prompter.hostKeyQuestions.isEmpty());
    EXPECT_TRUE(m_prompter.secretQuestions.isEmpty());
    const auto identity = transport->identity();
    EXPECT_EQ(identity.user, server.user());
    EXPECT_EQ(identity.host, QStringLiteral("127.0.0.1"));
    EXPECT_EQ(identity.port, server.port());
    EXPECT_EQ(identity.keyType, QStringLiteral("ssh-ed25519"));
    EXPECT_EQ(identity.cipher, QStringLiteral("aes256-gcm@openssh.com"));
    EXPECT_EQ(identity.authMethod, QStringLiteral("publickey (%1)").arg(server.clientKey()));
    EXPECT_TRUE(identity.serverBanner.contains(QStringLiteral("OpenSSH"))) << identity.serverBanner.toStdString();
}

TEST_F(SshTest, theFingerprintShownIsTheOneSshKeygenPrints)
{
    const SshServer server;
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    QByteArray printed;
    ASSERT_TRUE(runProgram(QStringLiteral("ssh-keygen"),
                           {QStringLiteral("-l"), QStringLiteral("-f"), server.path(QStringLiteral("host.pub"))}, &printed));
    EXPECT_EQ(transport->identity().keyFingerprint.toUtf8(), printed.split(' ').value(1));
}

TEST_F(SshTest, anEncryptedKeyAsksForItsPassphraseAndTellsWhenItWasWrong)
{
    SshServer server;
    auto options = optionsFor(server);
    options.identityFiles
        = {server.addClientKey(QStringLiteral("locked"), QStringLiteral("ed25519"), QStringLiteral("open sesame"))};
    m_prompter.secrets = {QStringLiteral("wrong"), QStringLiteral("open sesame")};
    const auto transport = connectTo(server, options);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    ASSERT_EQ(m_prompter.secretQuestions.size(), 2);
    EXPECT_TRUE(m_prompter.secretQuestions[0].title.contains(options.identityFiles.front()));
    EXPECT_TRUE(m_prompter.secretQuestions[0].instruction.isEmpty());
    EXPECT_FALSE(m_prompter.secretQuestions[1].instruction.isEmpty());
    EXPECT_FALSE(m_prompter.secretQuestions[0].echo);
}

TEST_F(SshTest, aKeyTheServerDoesNotWantIsRefusedWithoutAskingForItsPassphrase)
{
    const SshServer server;
    auto options = optionsFor(server);
    options.identityFiles = {server.path(QStringLiteral("stranger"))};
    ASSERT_TRUE(runProgram(QStringLiteral("ssh-keygen"),
                           {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"),
                            QStringLiteral("secret"), QStringLiteral("-f"), options.identityFiles.front()}));
    const auto transport = connectTo(server, options);
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::AuthDenied);
    EXPECT_TRUE(watcher.failure->detail.contains(options.identityFiles.front())) << watcher.failure->detail.toStdString();
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("publickey")));
    EXPECT_TRUE(m_prompter.secretQuestions.isEmpty());
    EXPECT_EQ(transport->state(), Transport::State::Closed);
}

TEST_F(SshTest, aKeyThatOthersCanReadIsNotUsed)
{
    const SshServer server;
    ASSERT_TRUE(QFile::setPermissions(server.clientKey(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("other people"))) << watcher.failure->detail.toStdString();
}

TEST_F(SshTest, theAgentLogsInWhenThereIsNoKeyFile)
{
    const SshServer server;
    const Agent agent(server.clientKey());
    auto options = optionsFor(server);
    options.identityFiles = {server.path(QStringLiteral("missing"))};
    const auto transport = connectTo(server, options);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    EXPECT_EQ(transport->identity().authMethod, QStringLiteral("publickey (agent)"));
}

TEST_F(SshTest, aPersonMayTakeLongerToConfirmAKeyThanAServerMayTakeToAnswer)
{
    const SshServer server;
    const QString confirmation = server.path(QStringLiteral("confirm"));
    write(confirmation, "#!/bin/sh\nsleep 4\n");
    ASSERT_TRUE(QFile::setPermissions(confirmation, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const Agent agent(server.clientKey(), confirmation);
    auto options = optionsFor(server);
    options.identityFiles = {server.path(QStringLiteral("missing"))};
    options.timing.login = std::chrono::milliseconds(3'000);
    const auto transport = connectTo(server, options);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    EXPECT_EQ(transport->identity().authMethod, QStringLiteral("publickey (agent)"));
}

TEST_F(SshTest, ofAFullAgentTheConfiguredKeyIsOfferedFirst)
{
    SshServer server("MaxAuthTries 3\n");
    const Agent agent(server.clientKey());
    for (int i = 0; i < 6; ++i) {
        const QString stranger = server.path(QStringLiteral("stranger%1").arg(i));
        ASSERT_TRUE(runProgram(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"),
                                                              QStringLiteral("ed25519"), QStringLiteral("-N"), QString(),
                                                              QStringLiteral("-f"), stranger}));
        ASSERT_TRUE(runProgram(QStringLiteral("ssh-add"), {QStringLiteral("-q"), stranger}));
    }
    ASSERT_TRUE(runProgram(QStringLiteral("ssh-add"), {QStringLiteral("-q"), QStringLiteral("-d"), server.clientKey()}));
    ASSERT_TRUE(runProgram(QStringLiteral("ssh-add"), {QStringLiteral("-q"), server.clientKey()})); // now it is the last
    auto options = optionsFor(server);
    ASSERT_TRUE(QFile::rename(server.clientKey(), server.path(QStringLiteral("only-in-agent"))));
    const auto transport = connectTo(server, options);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    EXPECT_EQ(transport->identity().authMethod, QStringLiteral("publickey (agent)"));
}

TEST_F(SshTest, identitiesOnlyKeepsTheAgentsOtherKeysBack)
{
    SshServer server;
    const Agent agent(server.clientKey());
    auto options = optionsFor(server);
    options.identityFiles = {server.path(QStringLiteral("missing"))};
    options.configFile = server.path(QStringLiteral("config"));
    write(options.configFile, "IdentitiesOnly yes\n");
    const auto transport = connectTo(server, options);
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::AuthDenied);
}

TEST_F(SshTest, anUnknownHostIsAskedAboutAndRemembered)
{
    const SshServer server;
    write(server.knownHosts(), "# nothing yet, and no line feed at the end");
    m_prompter.acceptHostKeys = {true};
    {
        const auto transport = connectTo(server);
        TransportWatcher watcher(*transport);
        ASSERT_TRUE(watcher.open());
        ASSERT_EQ(m_prompter.hostKeyQuestions.size(), 1);
        EXPECT_EQ(m_prompter.hostKeyQuestions[0].fingerprint, transport->identity().keyFingerprint);
    }
    EXPECT_TRUE(contents(server.knownHosts()).endsWith('\n' + keyLine(server, server.hostKey())))
        << contents(server.knownHosts()).toStdString();
    const auto again = connectTo(server);
    TransportWatcher watcher(*again);
    EXPECT_TRUE(watcher.open());
    EXPECT_EQ(m_prompter.hostKeyQuestions.size(), 1);
}

TEST_F(SshTest, anUnknownHostThatNobodyConfirmsIsNotLoggedInTo)
{
    const SshServer server;
    write(server.knownHosts(), "");
    m_prompter.acceptHostKeys = {false};
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::HostKeyUnknown);
    EXPECT_EQ(contents(server.knownHosts()), QByteArray());
}

/// A changed, revoked or unreadable record ends the login with no question and leaves the file alone.
void expectStopped(TransportWatcher &watcher, ErrorKind kind, const ScriptedPrompter &prompter)
{
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, kind) << watcher.failure->detail.toStdString();
    EXPECT_TRUE(prompter.hostKeyQuestions.isEmpty());
}

TEST_F(SshTest, aChangedHostKeyStopsEvenBehindALineNobodyCanRead)
{
    const SshServer server;
    const QByteArray other = contents(server.path(QStringLiteral("client.pub"))).trimmed();
    const QByteArray hosts = keyLine(server, "ssh-unknown-type AAAA") + keyLine(server, other);
    write(server.knownHosts(), hosts);
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    expectStopped(watcher, ErrorKind::HostKeyChanged, m_prompter);
    EXPECT_EQ(contents(server.knownHosts()), hosts);
}

TEST_F(SshTest, aRevokedHostKeyStopsAlthoughItIsAlsoListedAsGood)
{
    const SshServer server;
    write(server.knownHosts(), keyLine(server, server.hostKey()) + "@revoked * " + server.hostKey() + '\n');
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    expectStopped(watcher, ErrorKind::HostKeyChanged, m_prompter);
}

TEST_F(SshTest, aKnownHostsFileThatCannotBeReadStops)
{
    const SshServer server;
    auto options = optionsFor(server);
    options.knownHostsFile = server.path(QString());
    const auto transport = connectTo(server, options);
    TransportWatcher watcher(*transport);
    expectStopped(watcher, ErrorKind::HostKeyUnknown, m_prompter);
}

TEST_F(SshTest, anAliasOfTheConfigurationConnectsAsSshWould)
{
    const SshServer server;
    auto options = optionsFor(server);
    options.identityFiles.clear();
    options.knownHostsFile.clear();
    options.configFile = server.path(QStringLiteral("config"));
    write(options.configFile, "Host rack-*\n  HostName 127.0.0.1\n  Port " + QByteArray::number(server.port())
                                  + "\n  IdentityFile " + server.clientKey().toUtf8() + "\n  UserKnownHostsFile "
                                  + server.knownHosts().toUtf8() + "\n  User " + server.user().toUtf8() + '\n');
    m_factory = std::make_unique<ssh::SshTransportFactory>(options, m_prompter);
    const auto transport = m_factory->create({{}, QStringLiteral("rack-7"), 0, false});
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    EXPECT_EQ(transport->identity().port, server.port());
}

TEST_F(SshTest, aConfigurationThatWouldRunProgramsRunsNone)
{
    const SshServer server;
    auto options = optionsFor(server);
    options.configFile = server.path(QStringLiteral("config"));
    const QByteArray trap = server.path(QStringLiteral("trap")).toUtf8();
    write(options.configFile, "Match exec \"touch " + trap + "\"\n  ProxyCommand touch " + trap
                                  + "\nMatch all\nStrictHostKeyChecking no\n");
    write(server.knownHosts(), keyLine(server, contents(server.path(QStringLiteral("client.pub"))).trimmed()));
    const auto transport = connectTo(server, options);
    TransportWatcher watcher(*transport);
    expectStopped(watcher, ErrorKind::HostKeyChanged, m_prompter);
    EXPECT_FALSE(QFile::exists(QString::fromUtf8(trap)));
}

TEST_F(SshTest, aHostBehindAProxyCommandIsRefusedAndNoProgramRun)
{
    const SshServer server;
    auto options = optionsFor(server);
    options.configFile = server.path(QStringLiteral("config"));
    const QByteArray trap = server.path(QStringLiteral("trap")).toUtf8();
    write(options.configFile, "Host *\n  ProxyCommand touch " + trap + '\n');
    const auto transport = connectTo(server, options);
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::Invalid);
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("ProxyCommand touch")))
        << watcher.failure->detail.toStdString();
    EXPECT_FALSE(QFile::exists(QString::fromUtf8(trap)));
}

} // namespace holdpoint::testing
