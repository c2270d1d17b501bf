// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/tmuxstream.h>

#include <gtest/gtest.h>

using holdpoint::session::TmuxStream;
using Kind = TmuxStream::Item::Kind;

namespace {

const QByteArray conversation = "%begin 1795658671 260 0\n"
                                "%end 1795658671 260 0\n"
                                "%window-add @0\n"
                                "%session-changed $0 hold-1\n"
                                "%output %0 \\033]133;hp-ready;start\\007\n"
                                "%output %0 got n\xc3\xb6 \\134 50% \\015\\012\n"
                                "%begin 1795658672 276 1\n"
                                "0 4\n"
                                "%end 1 2 1\n"
                                "%end 1795658672 276 1\n"
                                "%begin 1795658673 277 1\n"
                                "no such session\n"
                                "%error 1795658673 277 1\n"
                                "%exit detached\n";

QString told(const QList<TmuxStream::Item> &items)
{
    QString text;
    for (const TmuxStream::Item &item : items)
        text += QStringLiteral("%1%2 %3 [%4]\n")
                    .arg(int(item.kind))
                    .arg(item.failed ? u'!' : u' ')
                    .arg(QString::fromUtf8(item.pane), QString::fromUtf8(item.bytes));
    return text;
}

TEST(TmuxStream, outputComesAsTheProgramWroteIt)
{
    TmuxStream stream;
    const auto items = stream.feed(conversation);
    ASSERT_EQ(items.size(), 7);
    EXPECT_EQ(items[0].kind, Kind::Begin);
    EXPECT_EQ(items[1].kind, Kind::Attached);
    EXPECT_EQ(items[2].kind, Kind::Output);
    EXPECT_EQ(items[2].pane, "%0");
    EXPECT_EQ(items[2].bytes, "\033]133;hp-ready;start\007");
    EXPECT_EQ(items[3].bytes, "got n\xc3\xb6 \\ 50% \r\n");
}

TEST(TmuxStream, anAnswerEndsAtItsOwnNumberOnly)
{
    TmuxStream stream;
    const auto items = stream.feed(conversation);
    EXPECT_EQ(items[4].kind, Kind::Answer);
    EXPECT_EQ(items[4].bytes, "0 4\n%end 1 2 1\n");
    EXPECT_FALSE(items[4].failed);
    EXPECT_TRUE(items[5].failed);
    EXPECT_EQ(items[5].bytes, "no such session\n");
    EXPECT_EQ(items[6].kind, Kind::Exit);
    EXPECT_EQ(items[6].bytes, "detached");
}

TEST(TmuxStream, itDoesNotMatterHowTheStreamIsCut)
{
    TmuxStream whole;
    const QString expected = told(whole.feed(conversation));
    for (qsizetype cut = 1; cut < conversation.size(); ++cut) {
        TmuxStream stream;
        QList<TmuxStream::Item> items = stream.feed(conversation.first(cut));
        items += stream.feed(conversation.mid(cut));
        EXPECT_EQ(told(items), expected) << cut;
    }
}

TEST(TmuxStream, anEndlessLineIsCutAndTheNextOneIsRead)
{
    TmuxStream stream;
    const QByteArray piece(1 << 20, 'x');
    EXPECT_TRUE(stream.feed("%output %0 ").isEmpty());
    for (int i = 0; i < 8; ++i)
        EXPECT_TRUE(stream.feed(piece).isEmpty());
    const auto items = stream.feed("\n%exit\n");
    ASSERT_EQ(items.size(), 2);
    EXPECT_LE(items[0].bytes.size(), 4 << 20);
    EXPECT_EQ(items[1].kind, Kind::Exit);
}

} // namespace
