// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/privatefile.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <gtest/gtest.h>

namespace holdpoint::testing {

/// A folder of certificates and PKCS#12 files made by openssl(1), see authorities.py.
class Authorities
{
public:
    Authorities()
    {
        EXPECT_EQ(QProcess::execute(QStringLiteral("python3"), {script(), QStringLiteral("make"), m_folder.path()}), 0);
    }

    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    [[nodiscard]] QByteArray file(const char *name) const
    {
        const auto bytes = readFile(path(name), 1 << 20);
        EXPECT_TRUE(bytes) << name;
        return bytes.value_or(QByteArray());
    }
    /// What openssl(1) prints with these arguments, run in the folder.
    [[nodiscard]] QByteArray openssl(const QString &arguments, const QByteArray &input = {},
                                     int *status = nullptr) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("openssl"), arguments.split(QLatin1Char(' ')));
        process.write(input);
        process.closeWriteChannel();
        EXPECT_TRUE(process.waitForFinished());
        if (status)
            *status = process.exitCode();
        return process.readAllStandardOutput() + process.readAllStandardError();
    }
    void write(const char *name, const QByteArray &bytes) const { EXPECT_TRUE(writePrivateFile(path(name), bytes)); }

    static QString script() { return QStringLiteral(HOLDPOINT_SOURCE_DIR "/tests/support/authorities.py"); }
    static QString folderOf(const Authorities &authorities) { return authorities.m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

/// The time stamp authority of such a folder on a loopback port, until the object goes.
class TimestampServer
{
public:
    explicit TimestampServer(const Authorities &authorities)
    {
        m_process.start(QStringLiteral("python3"),
                        {Authorities::script(), QStringLiteral("serve"), Authorities::folderOf(authorities)});
        while (!m_process.canReadLine() && m_process.waitForReadyRead()) {
        }
        m_port = m_process.readLine().trimmed().toInt();
        EXPECT_GT(m_port, 0);
    }
    ~TimestampServer()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    TimestampServer(const TimestampServer &) = delete;
    TimestampServer &operator=(const TimestampServer &) = delete;

    [[nodiscard]] QUrl url(const char *path = "/") const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(QLatin1String(path)));
    }

private:
    QProcess m_process;
    int m_port = 0;
};

} // namespace holdpoint::testing
