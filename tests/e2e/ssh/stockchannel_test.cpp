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

TEST_F(StockChannelTest, anExitStatusIsTheHostsOwnEvenWhenItIs255)
{
    for (const int status : {0, 3, 255}) {
        ChannelReader reader(m_transport->exec("exit " + QByteArray::number(status)));
        ASSERT_TRUE(reader.waitForEnd());
        EXPECT_EQ(reader.end->status, status);
        EXPECT_FALSE(reader.end->linkLost);
        EXPECT_EQ(reader.ends, 1);
    }
}

TEST_F(StockChannelTest, aCommandKilledByASignalHasNoStatusAndIsNoLostLink)
{
    ChannelReader reader(m_transport->exec("kill -KILL $$"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_FALSE(reader.end->status);
    EXPECT_FALSE(reader.end->linkLost);
}

TEST_F(StockChannelTest, standardErrorStaysApart)
{
    ChannelReader reader(m_transport->exec("echo good; echo bad >&2; exit 4"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_EQ(reader.output, QByteArray("good\n"));
    EXPECT_EQ(reader.errors, QByteArray("bad\n"));
    EXPECT_EQ(reader.end->status, 4);
}

TEST_F(StockChannelTest, inputAndItsEndReachTheCommand)
{
    QByteArray sent;
    for (int i = 0; i < 200'000; ++i)
        sent += QByteArray::number(i) + '\n';
    ChannelReader reader(m_transport->exec("sha256sum"));
    for (qsizetype at = 0; at < sent.size(); at += 5000)
        reader.channel->write(sent.mid(at, 5000));
    reader.channel->writeEof();
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_EQ(reader.output.left(64), QCryptographicHash::hash(sent, QCryptographicHash::Sha256).toHex());
}

TEST_F(StockChannelTest, aShellHasATerminalOfTheAskedSizeAndFollowsIt)
{
    ChannelReader reader(m_transport->openShell(100, 40, "stty size; read x; stty size; tty; echo $TERM; stty -a"));
    ASSERT_TRUE(reader.waitForOutput("40 100\r\n")) << reader.output.toStdString();
    reader.channel->resize(132, 50);
    reader.channel->write("\n");
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_TRUE(reader.output.contains("50 132\r\n")) << reader.output.toStdString();
    EXPECT_TRUE(reader.output.contains("/dev/pts/"));
    EXPECT_TRUE(reader.output.contains("xterm-256color"));
    EXPECT_TRUE(reader.output.contains(" icanon") && reader.output.contains(" echo ")) << reader.output.toStdString();
    EXPECT_FALSE(reader.output.contains("\r\r\n")) << reader.output.toStdString();
    EXPECT_EQ(reader.end->status, 0);
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
    ChannelReader eager(m_transport->openShell(80, 24, {}));
    eager.channel->write("echo $((40 + 2))_ok\nexit 7\n");
    ASSERT_TRUE(eager.waitForOutput("42_ok"));
    ASSERT_TRUE(eager.waitForEnd());
    EXPECT_EQ(eager.end->status, 7);
}

TEST_F(StockChannelTest, ctrlCStopsAFloodAlthoughTheReaderIsBehind)
{
    ChannelReader reader(m_transport->openShell(80, 24, "trap 'echo stopped; exit 5' INT; echo go; yes"));
    ASSERT_TRUE(reader.waitForOutput("go\r\ny"));
    reader.channel->write("\x03");
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_TRUE(reader.output.contains("stopped"));
    EXPECT_EQ(reader.end->status, 5);
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

TEST_F(StockChannelTest, severalChannelsRunBesideEachOther)
{
    std::vector<std::unique_ptr<ChannelReader>> readers;
    for (int i = 0; i < 20; ++i)
        readers.push_back(std::make_unique<ChannelReader>(
            m_transport->exec("head -c 200000 /dev/zero | tr '\\0' x; exit " + QByteArray::number(i))));
    for (int i = 0; i < 20; ++i) {
        ASSERT_TRUE(readers[size_t(i)]->waitForEnd());
        EXPECT_EQ(readers[size_t(i)]->end->status, i);
        EXPECT_EQ(readers[size_t(i)]->output.size(), 200'000);
    }
}

TEST_F(StockChannelTest, aChannelClosedOrDeletedFromHereDisturbsNoOther)
{
    ChannelReader reader(m_transport->openShell(80, 24, "cat"));
    reader.channel->write("hello\n");
    ASSERT_TRUE(reader.waitForOutput("hello"));
    reader.channel->close();
    ASSERT_TRUE(reader.waitForClosed());
    EXPECT_EQ(reader.ends, 0);
    reader.channel->deleteLater();
    for (int i = 0; i < 5; ++i)
        delete m_transport->openShell(80, 24, "yes");
    ChannelReader next(m_transport->exec("echo still here"));
    ASSERT_TRUE(next.waitForEnd());
    EXPECT_EQ(next.output, QByteArray("still here\n"));
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

TEST_F(StockChannelTest, closingTheTransportEndsItsChannelsThenItself)
{
    ChannelReader reader(m_transport->exec("sleep 60"));
    m_transport->close();
    EXPECT_TRUE(reader.isClosed);
    ASSERT_TRUE(reader.end);
    EXPECT_TRUE(reader.end->linkLost);
    ASSERT_TRUE(m_watcher->loss);
    EXPECT_EQ(m_watcher->loss->kind, ErrorKind::Cancelled);
    EXPECT_EQ(m_transport->state(), Transport::State::Closed);
}

} // namespace holdpoint::testing
