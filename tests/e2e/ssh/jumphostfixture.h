// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <tests/e2e/ssh/sshfixture.h>

#include <ctime>

namespace holdpoint::testing {

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

    std::unique_ptr<session::Transport> reach(const QByteArray &config, ssh::LinkTiming timing = {})
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

} // namespace holdpoint::testing
