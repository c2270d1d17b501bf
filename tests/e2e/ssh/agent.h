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
    explicit Agent(const QString &key)
    {
        m_process.start(QStringLiteral("ssh-agent"), {QStringLiteral("-D"), QStringLiteral("-a"), m_socket});
        EXPECT_TRUE(m_process.waitForStarted());
        EXPECT_TRUE(QTest::qWaitFor([&] { return QFile::exists(m_socket); }, patience));
        qputenv("SSH_AUTH_SOCK", m_socket.toLocal8Bit());
        QByteArray output; // the socket is there before the agent listens
        EXPECT_TRUE(QTest::qWaitFor(
            [&] { return runProgram(QStringLiteral("ssh-add"), {QStringLiteral("-q"), key}, &output); }, patience))
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
