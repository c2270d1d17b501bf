// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/sshfixture.h>

#include <models/base/sha256.h>
#include <models/session/foldercopy.h>
#include <models/session/hostfolder.h>
#include <models/session/hosttransfer.h>

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace holdpoint;
using namespace holdpoint::testing;

namespace {

constexpr qsizetype large = 12'000'007;

/// Files between two folders over a real server.
class HostTransferTest : public SshTest
{
protected:
    using Outcome = Result<files::Copied>;

    void SetUp() override
    {
        QByteArray bytes(large, '\0');
        quint32 state = 7;
        for (char &byte : bytes)
            byte = char((state = state * 1664525 + 1013904223) >> 24);
        m_bytes = bytes;
        write(m_folder.filePath(QStringLiteral("here")), m_bytes);
        m_transport = connectTo(m_server);
        m_watcher = std::make_unique<TransportWatcher>(*m_transport);
        ASSERT_TRUE(m_watcher->open());
    }
    [[nodiscard]] files::TransferOrder order(files::Direction direction, const char *local, const char *remote) const
    {
        return {direction, m_folder.filePath(QLatin1String(local)), m_folder.filePath(QLatin1String(remote))};
    }
    std::unique_ptr<session::HostTransfer> start(const files::TransferOrder &order)
    {
        m_outcome.reset();
        auto transfer = std::make_unique<session::HostTransfer>(order, *m_transport);
        QObject::connect(transfer.get(), &session::HostTransfer::progressed, transfer.get(),
                         [this](qint64 done, qint64) { m_done = done; });
        QObject::connect(transfer.get(), &session::HostTransfer::finished, transfer.get(),
                         [this](const Outcome &outcome) { m_outcome = outcome; });
        m_end = std::make_unique<QSignalSpy>(transfer.get(), &session::HostTransfer::finished);
        transfer->start();
        return transfer;
    }
    Outcome wait()
    {
        if (!m_outcome)
            m_end->wait(2 * patience);
        return m_outcome.value_or(fail(ErrorKind::Timeout, QStringLiteral("it did not end")));
    }

    SshServer m_server;
    QTemporaryDir m_folder;
    QByteArray m_bytes;
    std::unique_ptr<session::Transport> m_transport;
    std::unique_ptr<TransportWatcher> m_watcher;
    std::optional<Outcome> m_outcome;
    std::unique_ptr<QSignalSpy> m_end;
    qint64 m_done = 0;
};

} // namespace

TEST_F(HostTransferTest, aFileGoesToTheHostAndBackOverTheShellsConnection)
{
    const auto put = start(order(files::Direction::Put, "here", "there"));
    const auto sent = wait();
    ASSERT_TRUE(sent) << qPrintable(sent.error().detail);
    EXPECT_EQ(contents(m_folder.filePath(QStringLiteral("there"))), m_bytes);
    const auto fetch = start(order(files::Direction::Fetch, "back", "there"));
    const auto fetched = wait();
    ASSERT_TRUE(fetched) << qPrintable(fetched.error().detail);
    EXPECT_EQ(contents(m_folder.filePath(QStringLiteral("back"))), m_bytes);
    EXPECT_EQ(fetched->sha256, sha256Hex(m_bytes));
}

TEST_F(HostTransferTest, aConnectionThatBreaksIsSaidAndTheNextAttemptGoesOn)
{
    auto transfer = start(order(files::Direction::Put, "here", "there"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_done > 300'000 || m_outcome; }, patience));
    m_transport->close();
    const auto lost = wait();
    ASSERT_FALSE(lost) << "it was through before it could be cut";
    EXPECT_EQ(lost.error().kind, ErrorKind::Disconnected) << qPrintable(lost.error().detail);
    EXPECT_FALSE(QFile::exists(m_folder.filePath(QStringLiteral("there"))));
    transfer.reset();
    m_transport = connectTo(m_server);
    m_watcher = std::make_unique<TransportWatcher>(*m_transport);
    ASSERT_TRUE(m_watcher->open());
    transfer = start(order(files::Direction::Put, "here", "there"));
    const auto sent = wait();
    ASSERT_TRUE(sent) << qPrintable(sent.error().detail);
    EXPECT_GT(sent->resumedAt, 0);
    EXPECT_EQ(contents(m_folder.filePath(QStringLiteral("there"))), m_bytes);
}

TEST_F(HostTransferTest, aFolderOfThousandsOfNamesIsListedWhileAFileIsOnItsWay)
{
    constexpr int many = 4000;
    ASSERT_TRUE(QDir(m_folder.path()).mkdir(QStringLiteral("many")));
    for (int i = 0; i < many; ++i)
        write(m_folder.filePath(QStringLiteral("many/%1").arg(i)), {});
    const auto put = start(order(files::Direction::Put, "here", "there"));
    session::HostFolder folder([this] { return m_transport.get(); });
    int names = 0;
    std::optional<Result<files::FolderReader::End>> end;
    QObject::connect(&folder, &session::HostFolder::came, &folder,
                     [&names](const QList<files::FolderEntry> &entries) { names += int(entries.size()); });
    QObject::connect(&folder, &session::HostFolder::ended, &folder,
                     [&end](const Result<files::FolderReader::End> &how) { end = how; });
    folder.open(m_folder.filePath(QStringLiteral("many")));
    ASSERT_TRUE(QTest::qWaitFor([&end] { return end.has_value(); }, 2 * patience));
    ASSERT_TRUE(*end) << qPrintable(end->error().detail);
    EXPECT_EQ(names, many);
    ASSERT_TRUE(wait());
}

TEST_F(SshTest, aServerThatAllowsOneChannelTakesAWholeFolder)
{
    const SshServer server("MaxSessions 1\n");
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    const QTemporaryDir folder;
    ASSERT_TRUE(QDir(folder.path()).mkdir(QStringLiteral("many")));
    for (int i = 0; i < 50; ++i)
        write(folder.filePath(QStringLiteral("many/%1").arg(i)), QByteArray::number(i));
    std::map<int, std::unique_ptr<session::HostTransfer>> transfers;
    std::unique_ptr<session::FolderCopy> copy;
    const auto copyFile = [&](int number, const files::TransferOrder &order) {
        auto transfer = std::make_unique<session::HostTransfer>(order, copy->lanes().take(*transport));
        QObject::connect(transfer.get(), &session::HostTransfer::finished, copy.get(),
                         [&, number](const Result<files::Copied> &result) {
                             copy->lanes().giveBack(transfers.at(number)->takeService());
                             copy->fileEnded(number, result);
                         });
        transfer->start();
        transfers.emplace(number, std::move(transfer));
    };
    copy = std::make_unique<session::FolderCopy>(
        files::TransferOrder{.direction = files::Direction::Put,
                             .localPath = folder.filePath(QStringLiteral("many")),
                             .remotePath = folder.filePath(QStringLiteral("sent")),
                             .extent = files::Extent::Folder},
        *transport, copyFile);
    std::optional<session::FolderTally> tally;
    QObject::connect(copy.get(), &session::FolderCopy::finished, copy.get(),
                     [&tally](const session::FolderTally &end) { tally = end; });
    copy->start();
    ASSERT_TRUE(QTest::qWaitFor([&tally] { return tally.has_value(); }, 2 * patience));
    EXPECT_TRUE(tally->isWhole()) << qPrintable(tally->words());
    EXPECT_EQ(contents(folder.filePath(QStringLiteral("sent/49"))), "49");
}

TEST_F(SshTest, aServerThatPrintsTextInPlaceOfFilesIsSaidTo)
{
    const SshServer server("ForceCommand echo Welcome to web-1\n");
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    std::optional<Result<files::Copied>> outcome;
    session::HostTransfer transfer({files::Direction::Fetch, QStringLiteral("/tmp/never"), QStringLiteral("/etc/hostname")},
                                   *transport);
    QObject::connect(&transfer, &session::HostTransfer::finished, &transfer,
                     [&outcome](const Result<files::Copied> &result) { outcome = result; });
    transfer.start();
    ASSERT_TRUE(QTest::qWaitFor([&outcome] { return outcome.has_value(); }, patience));
    ASSERT_FALSE(*outcome);
    EXPECT_EQ(outcome->error().kind, ErrorKind::Corrupt);
    EXPECT_TRUE(outcome->error().detail.contains(QStringLiteral("Welcome to web-1"))) << qPrintable(outcome->error().detail);
}
