// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/channelpipe.h>

#include <gtest/gtest.h>

namespace holdpoint::ssh {

class ChannelPipeTest : public ::testing::Test
{
protected:
    int m_notified = 0;
    int m_woken = 0;
    ChannelPipe m_pipe{[this] { ++m_notified; }, [this] { ++m_woken; }};
};

TEST_F(ChannelPipeTest, readingIsAnnouncedOncePerEmptyInbox)
{
    m_pipe.deliver(Stream::Output, "ab", 2);
    m_pipe.deliver(Stream::Output, "cd", 2);
    m_pipe.deliver(Stream::Error, "!", 1);
    EXPECT_EQ(m_notified, 1);
    EXPECT_TRUE(m_pipe.takeNews().readable);
    EXPECT_FALSE(m_pipe.takeNews().readable);
    EXPECT_EQ(m_pipe.read(Stream::Output, 3), QByteArray("abc"));
    m_pipe.deliver(Stream::Output, "e", 1);
    EXPECT_EQ(m_notified, 1);
    EXPECT_EQ(m_pipe.read(Stream::Output, 100), QByteArray("de"));
    EXPECT_EQ(m_pipe.read(Stream::Error, 100), QByteArray("!"));
    EXPECT_FALSE(m_pipe.hasPending());
    m_pipe.deliver(Stream::Output, "f", 1);
    EXPECT_EQ(m_notified, 2);
}

TEST_F(ChannelPipeTest, bytesComeOutInOrderHoweverTheyAreCut)
{
    QByteArray sent;
    for (int i = 0; i < 100'000; ++i)
        sent += char(i * 7);
    for (const qsizetype in : {1, 13, 4096, 70'000}) {
        for (const qsizetype out : {1, 17, 5000, 200'000}) {
            QByteArray received;
            for (qsizetype at = 0; at < sent.size(); at += in)
                m_pipe.deliver(Stream::Output, sent.constData() + at, std::min(in, sent.size() - at));
            while (m_pipe.hasPending())
                received += m_pipe.read(Stream::Output, out);
            EXPECT_TRUE(received == sent) << in << " in, " << out << " out";
        }
    }
}

TEST_F(ChannelPipeTest, aFullInboxWakesTheWorkerWhenHalfOfItWasRead)
{
    const QByteArray full(ChannelPipe::capacity, 'x');
    m_pipe.deliver(Stream::Output, full.constData(), full.size());
    EXPECT_EQ(m_pipe.room(Stream::Output), 0);
    EXPECT_FALSE(m_pipe.read(Stream::Output, 100).isEmpty());
    EXPECT_EQ(m_woken, 0);
    EXPECT_FALSE(m_pipe.read(Stream::Output, ChannelPipe::capacity / 2).isEmpty());
    EXPECT_EQ(m_woken, 1);
    EXPECT_FALSE(m_pipe.read(Stream::Output, 100).isEmpty());
    EXPECT_EQ(m_woken, 1);
}

TEST_F(ChannelPipeTest, whatWasNotSentIsOfferedAgain)
{
    m_pipe.write("hello ");
    m_pipe.write("world");
    m_pipe.writeEof();
    m_pipe.write("too late");
    EXPECT_EQ(m_pipe.outgoing(8), QByteArray("hello wo"));
    m_pipe.dropOutgoing(3);
    EXPECT_EQ(m_pipe.outgoing(100), QByteArray("lo world"));
    EXPECT_FALSE(m_pipe.wantsEof());
    m_pipe.dropOutgoing(8);
    EXPECT_EQ(m_pipe.outgoing(100), QByteArray());
    EXPECT_TRUE(m_pipe.wantsEof());
}

} // namespace holdpoint::ssh
