// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <gtest/gtest.h>

#include <random>

namespace holdpoint::terminal::testing {
namespace {

// A bit of everything, so that every state of the parser is cut somewhere.
QByteArray mixedStream()
{
    return QByteArray("plain text\r\n\033[1;38:2::10:20:30mbold \xe6\x97\xa5\xe6\x9c\xac e\xcc\x81 \xf0\x9f\x98\x80\033[0m\t|"
                      "\033]0;a title\033\\\033]8;;https://example.org\alink\033]8;;\a\033P1$qm\033\\"
                      "\033(0lqqk\033(B\0337\033[5;5H\033[48;5;17mblue\033[K\0338\033[2b\033[?2004h\033[?25l"
                      "\033[3;8r\033[8;1H\n\n\033[r\033[10;70Hwrapping over the edge\033[2;2H\033[4P\033[2@\033[3X"
                      "\xff\xe2\x82\033]133;D;1;hp=abc\a\033[1;\030x\033[\033[7mY\033[!p\033%G\033[>c\033[6n\xc3");
}

TEST(ParserTest, anySplitOfTheStreamGivesTheSameScreenRepliesAndEvents)
{
    const QByteArray stream = mixedStream();
    Screen whole(80, 12);
    whole.feed(stream);
    const std::string expected = fingerprint(whole);
    const QByteArray replies = whole.takeReplies();
    const std::size_t events = whole.takeEvents().size();
    EXPECT_EQ(events, 2U);
    for (qsizetype split = 0; split <= stream.size(); ++split) {
        Screen screen(80, 12);
        screen.feed(stream.first(split));
        screen.feed(stream.sliced(split));
        ASSERT_EQ(fingerprint(screen), expected) << "split at " << split;
        ASSERT_EQ(screen.takeReplies(), replies) << "split at " << split;
        ASSERT_EQ(screen.takeEvents().size(), events) << "split at " << split;
    }
    Screen bytewise(80, 12);
    for (const char byte : stream)
        bytewise.feed(QByteArrayView(&byte, 1));
    EXPECT_EQ(fingerprint(bytewise), expected);
}

TEST(ParserTest, randomBytesInRandomPiecesGiveTheSameScreen)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        const char alphabet[] = "\033\033\033[[[]];;:?0123456789mHJKLMPST@Xrhl\r\n\b\tabc\a\\P^\x18\xe6\x97\xa5\xcc\x81 $pq\"!";
        QByteArray stream;
        for (int count = 0; count < 3000; ++count)
            stream += alphabet[random() % (sizeof alphabet - 1)];
        Screen whole(40, 10);
        whole.feed(stream);
        Screen pieces(40, 10);
        for (qsizetype at = 0; at < stream.size();) {
            const qsizetype length = std::min<qsizetype>(1 + random() % 7, stream.size() - at);
            pieces.feed(stream.sliced(at, length));
            at += length;
        }
        ASSERT_EQ(fingerprint(pieces), fingerprint(whole)) << "seed " << seed;
    }
}

TEST(ParserTest, controlsInsideASequenceActAtOnce)
{
    Screen screen(10, 3);
    screen << "a\033[2\n\bCx";
    EXPECT_EQ(shown(screen), "a\n  x");
}

TEST(ParserTest, unknownSequencesLeaveNoTrace)
{
    Screen screen(40, 2);
    screen << "a\033[?99999hb\033[5Wc\033[1;2;3zd\033#3e\033 Ff\033[<1mg\033[1$ h\033_payload\033\\i\033Xj\033\\k";
    EXPECT_EQ(shown(screen), "abcdefgik");
}

TEST(ParserTest, anEscapeInsideAStringStartsANewSequence)
{
    Screen screen(20, 2);
    screen << "\033]0;title\033[31mred";
    EXPECT_EQ(shown(screen), "red");
    EXPECT_EQ(screen.cell(0, 0).attributes.foreground, Color::palette(1));
    EXPECT_TRUE(screen.takeEvents().empty());
}

} // namespace
} // namespace holdpoint::terminal::testing
