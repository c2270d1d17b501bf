// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/sshfixture.h>

#include <QCryptographicHash>
#include <QElapsedTimer>

namespace holdpoint::testing {

class SshChannelTest : public SshTest
{
protected:
    void SetUp() override
    {
        m_transport = connectTo(m_server);
        m_watcher = std::make_unique<TransportWatcher>(*m_transport);
        ASSERT_TRUE(m_watcher->open()) << m_watcher->failure.value_or(Error{}).detail.toStdString();
    }

    SshServer m_server;
    std::unique_ptr<session::Transport> m_transport;
    std::unique_ptr<TransportWatcher> m_watcher;
};

TEST_F(SshChannelTest, anExitStatusIsTakenFromTheProtocol)
{
    ChannelReader reader(m_transport->exec("printf '\\033]133;D;0\\007'; exit 3"));
    ASSERT_TRUE(reader.waitForEnd());
    ASSERT_TRUE(reader.end);
    EXPECT_EQ(reader.ends, 1);
    EXPECT_EQ(reader.end->status, 3);
    EXPECT_TRUE(reader.end->signal.isEmpty());
    EXPECT_FALSE(reader.end->linkLost);
    EXPECT_EQ(reader.output, QByteArray("\033]133;D;0\007"));
}

TEST_F(SshChannelTest, aCommandKilledByASignalHasNoStatus)
{
    ChannelReader reader(m_transport->exec("kill -KILL $$"));
    ASSERT_TRUE(reader.waitForEnd());
    ASSERT_TRUE(reader.end);
    EXPECT_FALSE(reader.end->status);
    EXPECT_EQ(reader.end->signal, QStringLiteral("KILL"));
    EXPECT_FALSE(reader.end->linkLost);
}

TEST_F(SshChannelTest, standardErrorStaysApart)
{
    ChannelReader reader(m_transport->exec("echo good; echo bad >&2"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_EQ(reader.output, QByteArray("good\n"));
    EXPECT_EQ(reader.errors, QByteArray("bad\n"));
    EXPECT_EQ(reader.end->status, 0);
}

TEST_F(SshChannelTest, inputAndItsEndReachTheCommand)
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

TEST_F(SshChannelTest, aShellHasATerminalOfTheAskedSizeAndFollowsIt)
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

TEST_F(SshChannelTest, noEchoWaitsForTheNextSignOfLife)
{
    // A packet taken in by a call for another stream once lay there until the keepalive, 15 s later.
    ChannelReader reader(m_transport->openShell(80, 24, "stty raw -echo; echo; exec cat"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !reader.output.isEmpty(); }, patience));
    for (int i = 0; i < 5000; ++i) {
        const qsizetype before = reader.output.size();
        QElapsedTimer timer;
        timer.start();
        reader.channel->write("x");
        while (reader.output.size() == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        ASSERT_LT(timer.elapsed(), 10'000) << i;
    }
}

TEST_F(SshChannelTest, theLoginShellAnswersAndEndsWithItsStatus)
{
    ChannelReader reader(m_transport->openShell(80, 24, {}));
    reader.channel->write("echo $((40 + 2))_ok\nexit 7\n");
    ASSERT_TRUE(reader.waitForOutput("42_ok"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_EQ(reader.end->status, 7);
}

TEST_F(SshChannelTest, severalChannelsRunBesideEachOther)
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

TEST_F(SshChannelTest, aFloodMeetsASlowReaderInBoundedMemoryWithNoByteLost)
{
    constexpr qsizetype flood = 50'000'000;
    session::Channel *channel
        = m_transport->exec("yes 'the quick brown fox jumps over the lazy dog 0123456789' | head -c 50000000");
    bool isClosed = false;
    QObject context;
    QObject::connect(channel, &session::Channel::closed, &context, [&] { isClosed = true; });
    ASSERT_TRUE(QTest::qWaitFor([&] { return channel->hasPending(); }, patience));
    QTest::qWait(500); // nobody reads: what can come, comes
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QByteArray first = channel->read(flood);
    EXPECT_LE(first.size(), 1 << 20);
    hash.addData(first);
    qsizetype total = first.size();
    while (total < flood) {
        ASSERT_TRUE(QTest::qWaitFor([&] { return channel->hasPending(); }, patience)) << total;
        const QByteArray more = channel->read(100'000);
        hash.addData(more);
        total += more.size();
    }
    EXPECT_EQ(total, flood);
    ASSERT_TRUE(QTest::qWaitFor([&] { return isClosed; }, patience));
    QByteArray expected;
    const QByteArray line("the quick brown fox jumps over the lazy dog 0123456789\n");
    QCryptographicHash reference(QCryptographicHash::Sha256);
    qsizetype left = flood;
    for (; left >= line.size(); left -= line.size())
        reference.addData(line);
    reference.addData(line.left(left));
    EXPECT_EQ(hash.result().toHex(), reference.result().toHex());
}

TEST_F(SshChannelTest, ctrlCStopsAFloodAlthoughTheReaderIsBehind)
{
    ChannelReader reader(m_transport->openShell(80, 24, "trap 'echo stopped; exit 5' INT; echo go; yes"));
    ASSERT_TRUE(reader.waitForOutput("go\r\ny"));
    reader.channel->write("\x03");
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_TRUE(reader.output.contains("stopped"));
    EXPECT_EQ(reader.end->status, 5);
}

TEST_F(SshChannelTest, aChannelClosedFromHereEndsOnce)
{
    ChannelReader reader(m_transport->openShell(80, 24, "cat"));
    reader.channel->write("hello\n");
    ASSERT_TRUE(reader.waitForOutput("hello"));
    reader.channel->close();
    ASSERT_TRUE(reader.waitForClosed());
    EXPECT_EQ(reader.ends, 0);
    reader.channel->deleteLater();
    ChannelReader next(m_transport->exec("echo still here"));
    ASSERT_TRUE(next.waitForEnd());
    EXPECT_EQ(next.output, QByteArray("still here\n"));
}

TEST_F(SshChannelTest, aChannelDeletedEarlyDisturbsNoOther)
{
    for (int i = 0; i < 5; ++i)
        delete m_transport->openShell(80, 24, "yes");
    ChannelReader reader(m_transport->exec("echo fine"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_EQ(reader.output, QByteArray("fine\n"));
}

TEST_F(SshChannelTest, twoConnectionsShareTheWorker)
{
    const auto other = m_factory->create(addressOf(m_server));
    TransportWatcher watcher(*other);
    ASSERT_TRUE(watcher.open());
    ChannelReader one(m_transport->exec("echo one"));
    ChannelReader two(other->exec("echo two"));
    ASSERT_TRUE(one.waitForEnd());
    ASSERT_TRUE(two.waitForEnd());
    EXPECT_EQ(one.output, QByteArray("one\n"));
    EXPECT_EQ(two.output, QByteArray("two\n"));
}

TEST_F(SshChannelTest, closingTheTransportEndsItsChannelsThenItself)
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

} // namespace holdpoint::testing
