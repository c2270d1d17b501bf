// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/filetransfer.h>

#include <tests/support/sftpserver.h>
#include <tests/support/textfile.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace holdpoint::testing {

/// A folder here, a folder there, and OpenSSH's own file server between them.
class TransferTest : public ::testing::Test
{
protected:
    using Outcome = Result<files::Copied>;

    [[nodiscard]] QString here(const char *name) const { return m_here.filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QString there(const char *name) const { return m_there.filePath(QString::fromUtf8(name)); }

    /// Bytes that no two places of are alike.
    [[nodiscard]] static QByteArray sample(qsizetype size)
    {
        QByteArray bytes(size, '\0');
        quint32 state = 12345;
        for (char &byte : bytes) {
            state = state * 1664525 + 1013904223;
            byte = char(state >> 24);
        }
        return bytes;
    }
    /// What is hidden there: what came so far.
    [[nodiscard]] static QStringList parts(const QTemporaryDir &folder)
    {
        return QDir(folder.path()).entryList({QStringLiteral("*.part")}, QDir::Files | QDir::Hidden);
    }

    std::unique_ptr<files::FileTransfer> start(const files::TransferOrder &order, const QStringList &options = {})
    {
        m_server = std::make_unique<SftpServer>(m_there.path(), options);
        m_client = std::make_unique<files::SftpClient>(
            [this](const QByteArray &packet) { m_server->write(m_onSend ? m_onSend(packet) : packet); });
        m_server->onOutput = [this](const QByteArray &bytes) { m_client->feed(bytes); };
        return startNext(order);
    }
    /// On the conversation that is there.
    std::unique_ptr<files::FileTransfer> startNext(const files::TransferOrder &order)
    {
        m_outcome.reset();
        auto transfer = files::FileTransfer::create(order, *m_client);
        QObject::connect(transfer.get(), &files::FileTransfer::progressed, transfer.get(), [this](qint64 done, qint64) {
            m_progress = done;
            if (m_atProgress)
                m_atProgress(done);
        });
        QObject::connect(transfer.get(), &files::FileTransfer::finished, transfer.get(),
                         [this](const Outcome &outcome) { m_outcome = outcome; });
        m_end = std::make_unique<QSignalSpy>(transfer.get(), &files::FileTransfer::finished);
        transfer->begin();
        return transfer;
    }
    Outcome run(const files::TransferOrder &order, const QStringList &options = {})
    {
        const auto transfer = start(order, options);
        return wait();
    }
    Outcome runNext(const files::TransferOrder &order)
    {
        const auto transfer = startNext(order);
        return wait();
    }
    Outcome wait()
    {
        // Not qWaitFor(), which sleeps between its looks: every answer of the server would wait for that.
        if (!m_outcome)
            m_end->wait(60'000);
        return m_outcome.value_or(fail(ErrorKind::Timeout, QStringLiteral("it did not end")));
    }
    [[nodiscard]] files::TransferOrder putOf(const char *from, const char *to,
                                             files::Existing existing = files::Existing::Refuse) const
    {
        return {files::Direction::Put, here(from), QString::fromUtf8(to), existing};
    }
    [[nodiscard]] files::TransferOrder fetchOf(const char *from, const char *to,
                                               files::Existing existing = files::Existing::Refuse) const
    {
        return {files::Direction::Fetch, here(to), QString::fromUtf8(from), existing};
    }
    Outcome send(const char *from, const char *to, files::Existing existing = files::Existing::Refuse)
    {
        return run(putOf(from, to, existing));
    }
    Outcome fetch(const char *from, const char *to, files::Existing existing = files::Existing::Refuse)
    {
        return run(fetchOf(from, to, existing));
    }

    QTemporaryDir m_here;
    QTemporaryDir m_there;
    std::unique_ptr<SftpServer> m_server;
    std::unique_ptr<files::SftpClient> m_client;
    std::optional<Outcome> m_outcome;
    std::unique_ptr<QSignalSpy> m_end;
    std::function<void(qint64)> m_atProgress;
    std::function<QByteArray(QByteArray)> m_onSend; ///< changes what is asked
    qint64 m_progress = 0;
};

} // namespace holdpoint::testing
