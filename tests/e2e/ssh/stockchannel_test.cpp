// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/stockfixture.h>

#include <models/session/hosttransfer.h>

#include <QCryptographicHash>

#include <csignal>

namespace holdpoint::testing {

using session::Transport;

class StockChannelTest : public StockTest
{
protected:
    void SetUp() override
    {
        auto options = stockOptionsFor(m_server);
        options.timing.silentAfter = std::chrono::milliseconds(3000);
        m_transport = stockTo(m_server, options);
        m_watcher = std::make_unique<TransportWatcher>(*m_transport);
        ASSERT_TRUE(m_watcher->open()) << m_watcher->failure.value_or(Error{}).detail.toStdString();
    }
    void TearDown() override
    {
        m_watcher.reset();
        m_transport.reset();
        StockTest::TearDown();
    }

    SshServer m_server;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<TransportWatcher> m_watcher;
};

TEST_F(StockChannelTest, theHostsTerminalHasTheModesOfAnOrdinaryOne)
{
    ChannelReader reader(m_transport->openShell(80, 24, "stty -a"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_TRUE(reader.output.contains(" icanon") && reader.output.contains(" echo ")) << reader.output.toStdString();
    EXPECT_FALSE(reader.output.contains("\r\r\n")) << reader.output.toStdString();
}

TEST_F(StockChannelTest, whatIsTypedBeforeTheShellIsOpenArrivesOnceAndWhole)
{
    ChannelReader reader(m_transport->openShell(80, 24, "stty -echo; echo go; exec sha256sum"));
    QByteArray typed;
    for (int i = 0; i < 2000; ++i)
        typed += QByteArray::number(i) + '\n';
    ASSERT_TRUE(reader.waitForOutput("go\r\n"));
    reader.channel->write(typed + '\x04');
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_TRUE(reader.output.contains(QCryptographicHash::hash(typed, QCryptographicHash::Sha256).toHex()))
        << reader.output.toStdString();
}

TEST_F(StockChannelTest, aFloodMeetsASlowReaderInBoundedMemoryWithNoByteLost)
{
    constexpr qsizetype flood = 20'000'000;
    session::Channel *channel = m_transport->exec("seq 1 10000000 | head -c 20000000");
    bool isClosed = false;
    QObject context;
    QObject::connect(channel, &session::Channel::closed, &context, [&] { isClosed = true; });
    // Nobody reads: what can come, comes, and the host waits for the rest.
    ChannelReader other(m_transport->exec("sleep 1"));
    ASSERT_TRUE(other.waitForEnd());
    QByteArray all = channel->read(flood);
    EXPECT_GE(all.size(), 1 << 20);
    EXPECT_LE(all.size(), (1 << 20) + (64 << 10));
    while (all.size() < flood) {
        ASSERT_TRUE(QTest::qWaitFor([&] { return channel->hasPending(); }, patience)) << all.size();
        all += channel->read(100'000);
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return isClosed; }, patience));
    QByteArray expected;
    for (int i = 1; expected.size() < flood; ++i)
        expected += QByteArray::number(i) + '\n';
    expected.truncate(flood);
    EXPECT_EQ(QCryptographicHash::hash(all, QCryptographicHash::Sha256),
              QCryptographicHash::hash(expected, QCryptographicHash::Sha256));
}

TEST_F(StockChannelTest, aFileGoesToTheHostAndBack)
{
    const QTemporaryDir folder;
    QByteArray bytes;
    for (int i = 0; bytes.size() < 3'000'000; ++i)
        bytes += QByteArray::number(i * 2654435761u);
    write(folder.filePath(QStringLiteral("here")), bytes);
    const auto copy = [&](files::Direction direction, const char *local, const char *remote) {
        std::optional<Result<files::Copied>> outcome;
        session::HostTransfer transfer(
            {direction, folder.filePath(QLatin1String(local)), folder.filePath(QLatin1String(remote))}, *m_transport);
        QObject::connect(&transfer, &session::HostTransfer::finished, &transfer,
                         [&outcome](const Result<files::Copied> &result) { outcome = result; });
        transfer.start();
        ASSERT_TRUE(QTest::qWaitFor([&] { return outcome.has_value(); }, 2 * patience));
        ASSERT_TRUE(*outcome) << qPrintable(outcome->error().detail);
    };
    copy(files::Direction::Put, "here", "there");
    copy(files::Direction::Fetch, "back", "there");
    EXPECT_EQ(contents(folder.filePath(QStringLiteral("back"))), bytes);
}

TEST_F(StockChannelTest, aServerKilledInMidCommandLeavesTheOutcomeUnknown)
{
    ChannelReader reader(m_transport->exec("echo begun; exec sleep 60"));
    ASSERT_TRUE(reader.waitForOutput("begun"));
    bool endedBeforeLoss = false;
    QObject::connect(m_transport.get(), &Transport::disconnected, m_watcher.get(),
                     [&] { endedBeforeLoss = reader.isClosed; });
    m_server.signalSessions(SIGKILL);
    ASSERT_TRUE(m_watcher->waitForLoss());
    ASSERT_TRUE(reader.end);
    EXPECT_TRUE(reader.end->linkLost);
    EXPECT_FALSE(reader.end->status);
    EXPECT_TRUE(endedBeforeLoss);
    EXPECT_EQ(m_watcher->loss->kind, ErrorKind::Disconnected) << m_watcher->loss->detail.toStdString();
    EXPECT_EQ(m_transport->state(), Transport::State::Lost);
}

TEST_F(StockChannelTest, aHostThatFallsSilentIsGivenUp)
{
    ChannelReader reader(m_transport->exec("echo begun; exec sleep 60"));
    ASSERT_TRUE(reader.waitForOutput("begun"));
    m_server.signalSessions(SIGSTOP);
    ASSERT_TRUE(m_watcher->waitForLoss());
    EXPECT_EQ(m_watcher->loss->kind, ErrorKind::Timeout) << m_watcher->loss->detail.toStdString();
    ASSERT_TRUE(reader.end);
    EXPECT_TRUE(reader.end->linkLost);
}

TEST_F(StockChannelTest, aLostLinkIsNeverMadeAnewByItself)
{
    m_server.signalSessions(SIGKILL);
    ASSERT_TRUE(m_watcher->waitForLoss());
    ChannelReader reader(m_transport->exec("echo never"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_TRUE(reader.end->linkLost);
    EXPECT_TRUE(reader.output.isEmpty());
    EXPECT_TRUE(m_server.sessions().isEmpty());
}

} // namespace holdpoint::testing
