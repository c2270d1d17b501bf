// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <tests/support/faketransport.h>

#include <QByteArray>
#include <QProcess>
#include <QStringList>

#include <functional>
#include <memory>

namespace holdpoint::testing {

/// OpenSSH's file server on a pipe, as sshd starts it, with a folder as its home.
class SftpServer
{
public:
    explicit SftpServer(const QString &home, const QStringList &options = {})
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] {
            const QByteArray bytes = m_process.readAllStandardOutput();
            if (onOutput)
                onOutput(bytes);
        });
        m_process.start(QStringLiteral("/usr/lib/openssh/sftp-server"), QStringList{QStringLiteral("-d"), home} + options);
        m_process.waitForStarted();
    }
    ~SftpServer()
    {
        onOutput = nullptr;
        m_process.disconnect();
        m_process.kill();
        m_process.waitForFinished();
    }

    void write(const QByteArray &bytes) { m_process.write(bytes); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    std::function<void(const QByteArray &)> onOutput;

private:
    QProcess m_process;
};

/// Lets OpenSSH's file server answer a channel of a scripted host; it ends with the channel.
inline void serveFiles(FakeChannel &channel, const QString &home)
{
    const auto server = std::make_shared<SftpServer>(home);
    server->onOutput = [target = QPointer(&channel)](const QByteArray &bytes) {
        if (target)
            target->print(bytes);
    };
    channel.onWrite = [server](const QByteArray &bytes) { server->write(bytes); };
}

} // namespace holdpoint::testing
