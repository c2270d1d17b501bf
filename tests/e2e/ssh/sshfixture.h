// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/sshtransportfactory.h>

#include <tests/support/scriptedprompter.h>
#include <tests/support/sshpeer.h>
#include <tests/support/sshserver.h>

#include <QFile>

#include <gtest/gtest.h>

namespace holdpoint::testing {

/// A client of a real OpenSSH server that uses nothing of the user's own SSH files or agent.
class SshTest : public ::testing::Test
{
protected:
    SshTest() { qunsetenv("SSH_AUTH_SOCK"); }

    static ssh::SshOptions optionsFor(const SshServer &server)
    {
        ssh::SshOptions options;
        options.identityFiles = {server.clientKey()};
        options.knownHostsFile = server.knownHosts();
        options.configFile = QStringLiteral("/dev/null");
        return options;
    }
    static session::HostAddress addressOf(const SshServer &server)
    {
        return {server.user(), QStringLiteral("127.0.0.1"), server.port(), false};
    }
    std::unique_ptr<session::Transport> connectTo(const SshServer &server, const ssh::SshOptions &options)
    {
        m_factory = std::make_unique<ssh::SshTransportFactory>(options, m_prompter);
        return m_factory->create(addressOf(server));
    }
    std::unique_ptr<session::Transport> connectTo(const SshServer &server)
    {
        return connectTo(server, optionsFor(server));
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    ScriptedPrompter m_prompter;
    std::unique_ptr<ssh::SshTransportFactory> m_factory;
};

inline QByteArray keyLine(const SshServer &server, const QByteArray &key)
{
    return "[127.0.0.1]:" + QByteArray::number(server.port()) + ' ' + key + '\n';
}

} // namespace holdpoint::testing
