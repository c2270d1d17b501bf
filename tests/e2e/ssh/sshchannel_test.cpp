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

} // namespace holdpoint::testing
