// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// What holds for a connection whichever client makes it: what Transport and Channel promise.

#include <tests/e2e/ssh/stockfixture.h>

#include <QCryptographicHash>

namespace holdpoint::testing {

class TransportContractTest : public StockTest, public ::testing::WithParamInterface<session::SshClient>
{
protected:
    void SetUp() override
    {
        m_transport = GetParam() == session::SshClient::Stock ? stockTo(m_server) : connectTo(m_server);
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
    std::unique_ptr<session::Transport> m_transport;
    std::unique_ptr<TransportWatcher> m_watcher;
};

INSTANTIATE_TEST_SUITE_P(BothClients, TransportContractTest,
                         ::testing::Values(session::SshClient::Own, session::SshClient::Stock),
                         [](const auto &client) { return client.param == session::SshClient::Own ? "own" : "stock"; });

TEST_P(TransportContractTest, anExitStatusIsTheHostsOwnEvenWhenItIs255)
{
    for (const int status : {0, 3, 255}) {
        ChannelReader reader(m_transport->exec("exit " + QByteArray::number(status)));
        ASSERT_TRUE(reader.waitForEnd());
        EXPECT_EQ(reader.end->status, status);
        EXPECT_FALSE(reader.end->linkLost);
        EXPECT_EQ(reader.ends, 1);
    }
}

TEST_P(TransportContractTest, aCommandKilledByASignalHasNoStatusAndIsNoLostLink)
{
    ChannelReader reader(m_transport->exec("kill -KILL $$"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_FALSE(reader.end->status);
    EXPECT_FALSE(reader.end->linkLost);
}

TEST_P(TransportContractTest, standardErrorStaysApart)
{
    ChannelReader reader(m_transport->exec("echo good; echo bad >&2; exit 4"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_EQ(reader.output, QByteArray("good\n"));
    EXPECT_EQ(reader.errors, QByteArray("bad\n"));
    EXPECT_EQ(reader.end->status, 4);
}

TEST_P(TransportContractTest, inputAndItsEndReachTheCommand)
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

TEST_P(TransportContractTest, ctrlCStopsAFloodAlthoughTheReaderIsBehind)
{
    ChannelReader reader(m_transport->openShell(80, 24, "trap 'echo stopped; exit 5' INT; echo go; yes"));
    ASSERT_TRUE(reader.waitForOutput("go\r\ny"));
    reader.channel->write("\x03");
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_TRUE(reader.output.contains("stopped"));
    EXPECT_EQ(reader.end->status, 5);
}

TEST_P(TransportContractTest, severalChannelsRunBesideEachOther)
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

TEST_P(TransportContractTest, aChannelClosedOrDeletedFromHereDisturbsNoOther)
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

TEST_P(TransportContractTest, closingTheTransportEndsItsChannelsThenItself)
{
    ChannelReader reader(m_transport->exec("sleep 60"));
    m_transport->close();
    EXPECT_TRUE(reader.isClosed);
    ASSERT_TRUE(reader.end);
    EXPECT_TRUE(reader.end->linkLost);
    ASSERT_TRUE(m_watcher->loss);
    EXPECT_EQ(m_watcher->loss->kind, ErrorKind::Cancelled);
    EXPECT_EQ(m_transport->state(), session::Transport::State::Closed);
}

TEST_P(TransportContractTest, aShellHasATerminalOfTheAskedSizeAndFollowsIt)
{
    ChannelReader reader(m_transport->openShell(100, 40, "stty size; read x; stty size; tty; echo $TERM"));
    ASSERT_TRUE(reader.waitForOutput("40 100\r\n")) << reader.output.toStdString();
    reader.channel->resize(132, 50);
    reader.channel->write("\n");
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_TRUE(reader.output.contains("50 132\r\n")) << reader.output.toStdString();
    EXPECT_TRUE(reader.output.contains("/dev/pts/"));
    EXPECT_TRUE(reader.output.contains("xterm-256color"));
    EXPECT_EQ(reader.end->status, 0);
}

TEST_P(TransportContractTest, theLoginShellTakesWhatIsTypedBeforeItIsOpenAndEndsWithItsStatus)
{
    ChannelReader reader(m_transport->openShell(80, 24, {}));
    reader.channel->write("echo $((40 + 2))_ok\nexit 7\n");
    ASSERT_TRUE(reader.waitForOutput("42_ok"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_EQ(reader.end->status, 7);
}

} // namespace holdpoint::testing
