// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <tests/e2e/ssh/sshfixture.h>

#include <QDir>

namespace holdpoint::testing {

/// Connections to a real OpenSSH server that the real ssh(1) makes.
class StockTest : public SshTest
{
protected:
    void TearDown() override
    {
        m_factory.reset();
        EXPECT_TRUE(QTest::qWaitFor([] { return leftovers().isEmpty(); }, patience))
            << leftovers().join(u' ').toStdString();
    }

    static ssh::SshOptions stockOptionsFor(const SshServer &server)
    {
        auto options = optionsFor(server);
        options.askpassProgram = QStringLiteral(HOLDPOINT_BIN_DIR "/holdpoint-askpass");
        return options;
    }
    static session::HostAddress stockAddressOf(const SshServer &server)
    {
        auto address = addressOf(server);
        address.client = session::SshClient::Stock;
        return address;
    }
    std::unique_ptr<session::Transport> stockTo(const SshServer &server, const ssh::SshOptions &options)
    {
        m_factory = std::make_unique<ssh::SshTransportFactory>(options, m_prompter);
        return m_factory->create(stockAddressOf(server));
    }
    std::unique_ptr<session::Transport> stockTo(const SshServer &server)
    {
        return stockTo(server, stockOptionsFor(server));
    }
    /// The folders and processes that a connection has while it is there.
    static QStringList leftovers()
    {
        QStringList found = QDir(qEnvironmentVariable("XDG_RUNTIME_DIR"))
                                .entryList({QStringLiteral("holdpoint-*")}, QDir::Dirs | QDir::NoDotAndDotDot);
        QFile children(QStringLiteral("/proc/self/task/%1/children").arg(QCoreApplication::applicationPid()));
        if (!children.open(QIODevice::ReadOnly))
            return found << QStringLiteral("unknown processes");
        for (const QByteArray &pid : children.readAll().simplified().split(' ')) {
            const QByteArray command = contents(QStringLiteral("/proc/%1/cmdline").arg(QString::fromLatin1(pid)));
            if (command.startsWith("/usr/bin/ssh") || command.contains("askpass"))
                found << QString::fromLatin1(pid);
        }
        return found;
    }
};

} // namespace holdpoint::testing
