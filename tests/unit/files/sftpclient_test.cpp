// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/bytes.h>
#include <models/files/sftpclient.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::files;

namespace {

QByteArray packet(QByteArrayView body)
{
    ByteWriter writer;
    writer.string(body);
    return writer.bytes();
}

QByteArray version(quint32 number)
{
    ByteWriter writer;
    writer.u8(2);
    writer.u32(number);
    writer.string("posix-rename@openssh.com");
    writer.string("1");
    return packet(writer.bytes());
}

QByteArray data(quint32 id, QByteArrayView bytes)
{
    ByteWriter writer;
    writer.u8(103);
    writer.u32(id);
    writer.string(bytes);
    return packet(writer.bytes());
}

/// A client and what it was told.
struct Conversation
{
    QByteArray sent;
    SftpClient client{[this](const QByteArray &bytes) { sent += bytes; }};
    std::optional<Result<>> ready;
    QList<Result<Reply>> replies;

    void start()
    {
        client.start([this](const Result<> &result) { ready = result; });
    }
    void read()
    {
        client.read("h", 0, 10, [this](const Result<Reply> &reply) { replies.append(reply); });
    }
};

} // namespace

TEST(SftpClientTest, aConversationIsTheSameHoweverItsBytesAreCut)
{
    const QByteArray all = version(3) + data(2, "second") + data(1, "first");
    for (qsizetype cut = 0; cut <= all.size(); ++cut) {
        Conversation talk;
        talk.start();
        talk.read();
        talk.read();
        talk.client.feed(all.first(cut));
        talk.client.feed(all.sliced(cut));
        ASSERT_TRUE(talk.ready && *talk.ready) << cut;
        EXPECT_TRUE(talk.client.offers("posix-rename@openssh.com"));
        ASSERT_EQ(talk.replies.size(), 2) << cut;
        EXPECT_EQ(talk.replies[0]->bytes, "second");
        EXPECT_EQ(talk.replies[1]->bytes, "first");
    }
}

TEST(SftpClientTest, anOlderVersionIsRefused)
{
    Conversation talk;
    talk.start();
    talk.client.feed(version(2));
    ASSERT_TRUE(talk.ready);
    ASSERT_FALSE(*talk.ready);
    EXPECT_EQ(talk.ready->error().kind, ErrorKind::Corrupt);
}

TEST(SftpClientTest, textInPlaceOfAProtocolIsSaidToBeNone)
{
    // What a login script prints comes before the server's first packet, and is the most common fault of all.
    Conversation talk;
    talk.start();
    talk.client.feed("Welcome to web-1!\r\n");
    ASSERT_TRUE(talk.ready);
    ASSERT_FALSE(*talk.ready);
    EXPECT_EQ(talk.ready->error().kind, ErrorKind::Corrupt);
    EXPECT_TRUE(talk.ready->error().detail.contains(QStringLiteral("Welcome to web-1"))) << qPrintable(talk.ready->error().detail);
}

TEST(SftpClientTest, textThatComesBeforeTheFirstQuestionIsToldToo)
{
    Conversation talk;
    talk.client.feed("Welcome to web-1!\r\n");
    talk.start();
    ASSERT_TRUE(talk.ready);
    ASSERT_FALSE(*talk.ready);
    EXPECT_TRUE(talk.ready->error().detail.contains(QStringLiteral("Welcome to web-1")));
}

TEST(SftpClientTest, anAnswerNobodyAskedForEndsTheConversation)
{
    Conversation talk;
    talk.start();
    talk.client.feed(version(3));
    talk.read();
    talk.client.feed(data(77, "x"));
    ASSERT_EQ(talk.replies.size(), 1);
    EXPECT_EQ(talk.replies[0].error().kind, ErrorKind::Corrupt);
}

TEST(SftpClientTest, everyCutPacketIsCorruptOrComplete)
{
    const QByteArray whole = data(1, "0123456789").sliced(4);
    for (qsizetype length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(decodePacket(whole.first(length))) << length;
    EXPECT_TRUE(decodePacket(whole));
}

TEST(SftpClientTest, aCountThatPromisesMoreThanThereIsCostsNothing)
{
    ByteWriter writer;
    writer.u8(104); // names
    writer.u32(1);
    writer.u32(0xffffffff);
    EXPECT_FALSE(decodePacket(writer.bytes()));
}

TEST(SftpClientTest, whatIsOpenWhenTheLinkBreaksIsAnsweredWithTheReason)
{
    Conversation talk;
    talk.start();
    talk.client.feed(version(3));
    talk.read();
    talk.read();
    talk.client.lose({ErrorKind::Disconnected, QStringLiteral("gone")});
    talk.read();
    ASSERT_EQ(talk.replies.size(), 3);
    for (const auto &reply : talk.replies)
        EXPECT_EQ(reply.error().kind, ErrorKind::Disconnected);
}
