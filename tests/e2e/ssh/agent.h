// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <tests/support/sshpeer.h>
#include <tests/support/sshserver.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace holdpoint::testing {

/// An ssh-agent of the test's own that holds one key, with its certificate if there is one; ended by its pid.
class Agent
{
public:
    /// `confirmation`: a program that every use of the key waits for, and that may refuse it.
    explicit Agent(const QString &key, const QString &confirmation = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SSH_ASKPASS"), confirmation);
        environment.insert(QStringLiteral("SSH_ASKPASS_REQUIRE"), QStringLiteral("force"));
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral("ssh-agent"), {QStringLiteral("-D"), QStringLiteral("-a"), m_socket});
        EXPECT_TRUE(m_process.waitForStarted());
        EXPECT_TRUE(QTest::qWaitFor([&] { return QFile::exists(m_socket); }, patience));
        qputenv("SSH_AUTH_SOCK", m_socket.toLocal8Bit());
        const QStringList options = confirmation.isEmpty() ? QStringList() : QStringList{QStringLiteral("-c")};
        QByteArray output; // the socket is there before the agent listens
        EXPECT_TRUE(QTest::qWaitFor(
            [&] { return runProgram(QStringLiteral("ssh-add"), options + QStringList{QStringLiteral("-q"), key}, &output); },
            patience))
            << output.toStdString();
    }
    ~Agent()
    {
        qunsetenv("SSH_AUTH_SOCK");
        m_process.kill();
        m_process.waitForFinished();
    }
    Agent(const Agent &) = delete;
    Agent &operator=(const Agent &) = delete;

private:
    const QTemporaryDir m_folder;
    const QString m_socket = m_folder.filePath(QStringLiteral("agent"));
    QProcess m_process;
};

} // namespace holdpoint::testing
