// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// What a hostile host can print. The numbers in the names are the cases of the security page.

#include "screens.h"

#include <models/terminal/scrollback.h>

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {
namespace {

TEST(HostileOutputTest, case33_anyNumberOfParametersIsHarmless)
{
    for (const int count : {15, 16, 17, 31, 32, 33, 64, 65536}) {
        for (const char separator : {';', ':'}) {
            Screen screen(20, 2);
            screen.feed("\033[" + QByteArray(count, separator) + "mtext");
            EXPECT_EQ(shown(screen), "text") << count << separator;
        }
    }
}

TEST(HostileOutputTest, case34_hugeCountsAreClamped)
{
    Screen screen(80, 24);
    screen << "line one\r\n";
    for (const char final : {'@', 'L', 'M', 'S', 'T', 'b', 'X', 'P', 'I', 'Z', 'A', 'B', 'C', 'D', 'd', 'G'}) {
        for (int times = 0; times < 2000; ++times)
            screen.feed(QByteArray("\033[2147483647") + final);
    }
    EXPECT_LE(screen.scrollbackLines(), 2000 * 25 * 2);
    screen << "\033[2J\033[Hstill here";
    EXPECT_EQ(shown(screen), "still here");
}

TEST(HostileOutputTest, case35_anUnterminatedStringIsBoundedAndEndsAtItsEnd)
{
    for (const char *start : {"\033]0;", "\033]52;c;", "\033P", "\033_", "\033^", "\033X"}) {
        Screen screen(20, 2);
        screen << start;
        const QByteArray megabyte(1 << 20, 'x');
        for (int count = 0; count < 50; ++count)
            screen.feed(megabyte);
        screen << "\033\\after";
        EXPECT_EQ(shown(screen), "after");
        EXPECT_TRUE(screen.takeEvents().empty()) << "too long is not cut, it is nothing";
        screen << start << "abc\030cancelled";
        EXPECT_EQ(shown(screen), "aftercancelled");
        EXPECT_TRUE(screen.takeEvents().empty());
    }
}

TEST(HostileOutputTest, case36_combiningMarksAreBounded)
{
    Screen screen(20, 2);
    screen << "e";
    QByteArray marks;
    for (int count = 0; count < 100000; ++count)
        marks += "\u0301";
    screen.feed(marks);
    EXPECT_EQ(screen.cellText(screen.cell(0, 0)).size(), 1 + Limits::combiningMarks);
}

TEST(HostileOutputTest, clustersThatLeftTheScreenAreForgotten)
{
    Limits limits;
    limits.scrollbackBytes = 1;
    Screen screen(20, 2, limits);
    for (int count = 0; count < 40000; ++count) {
        QString text = QStringLiteral("a");
        for (int digit = count; digit > 0; digit /= 50)
            text += QChar(0x300 + digit % 50);
        screen.feed(text.toUtf8());
    }
    screen << "\033[2J\033[He\u0301";
    EXPECT_EQ(screen.cellText(screen.cell(0, 0)), QString::fromUtf8("e\u0301"));
}

TEST(HostileOutputTest, linksThatLeftTheScreenAreForgotten)
{
    Screen screen(20, 2);
    for (int count = 0; count < 100000; ++count)
        screen.feed("\033]8;;https://example.org/" + QByteArray::number(count) + "\033\\x");
    EXPECT_EQ(screen.decoration(screen.cell(screen.cursorRow(), 0)).link.first(20), "https://example.org/");
    screen << "\033]8;;\033\\\r\n\033]8;;https://last.example\033\\z";
    EXPECT_EQ(screen.decoration(screen.cell(screen.cursorRow(), 0)).link.toStdString(), "https://last.example");
}

TEST(HostileOutputTest, case37to41_nothingAHostSaidComesBackAsInput)
{
    Screen screen(40, 5);
    for (const char *question : {
             "\033]0;rm -rf /\a\033[21t\033[20t",          // title reports
             "\005",                                       // ENQ
             "\033]4;1;?\a", "\033]5;0;?\a", "\033]13;?\a", // colours
             "\033]21;foreground=?\a", "\033]50;?\a",      // kitty's colours, the font
             "\033]52;c;?\a", "\033]52;;?\a",              // the clipboard
             "\033[?1;2;1S", "\033[14t", "\033[11t", "\033[13t", // graphics, window
             "\033[1;1;1;1;1;1*y", "\033[1$w", "\033[2$w", // DECRQCRA, DECRQPSR
             "\033[>q",                                    // XTVERSION
         }) {
        screen << question;
        EXPECT_TRUE(screen.takeReplies().isEmpty()) << question + 1;
    }
    for (const Event &event : screen.takeEvents())
        EXPECT_EQ(event.kind, Event::Kind::Title);
}

TEST(HostileOutputTest, case38and41_aQuestionGetsTheSameAnswerWhateverElseItSays)
{
    Screen screen(40, 5);
    screen.setTheme({0x102030, 0xf0f0f0});
    screen << "\033]11;rgb:de/ad/00\a";
    const auto answer = [&](const char *question) {
        screen << question;
        return screen.takeReplies().toStdString();
    };
    for (const char *question : {"\033P$q;id\n\033\\", "\033P$qtouch x\033\\", "\033P$q\033\\"})
        EXPECT_EQ(answer(question), "\033P0$r\033\\");
    for (const char *question : {"\033P+q544e\033\\", "\033P+q;id\n\033\\"})
        EXPECT_EQ(answer(question), "\033P0+r\033\\");
    EXPECT_EQ(answer("\033]10;?\a"), "\033]10;rgb:1010/2020/3030\033\\");
    EXPECT_EQ(answer("\033]11;?\a"), "\033]11;rgb:f0f0/f0f0/f0f0\033\\") << "not what a host has set";
}

TEST(HostileOutputTest, aHostMayNotResizeOrReadTheScreen)
{
    Screen screen(40, 5);
    screen << "secret\033[8;10;20t\033[?40h\033[?3h\033[30t\033[30*|\033[132$|\033[4;100;100t\033[1;1;1;1;5;40*y";
    EXPECT_EQ(screen.columns(), 40);
    EXPECT_EQ(screen.rows(), 5);
    EXPECT_TRUE(screen.takeReplies().isEmpty());
    EXPECT_TRUE(screen.takeWindowRequests().empty());
}

TEST(HostileOutputTest, repliesDoNotPileUp)
{
    Screen screen(10, 2);
    screen.feed(QByteArray("\033[c").repeated(100000));
    EXPECT_LE(screen.takeReplies().size(), Limits::pendingReplyBytes);
    screen << "\033[5n";
    EXPECT_EQ(screen.takeReplies(), "\033[0n");
}

TEST(HostileOutputTest, case39_aHugeClipboardWriteIsDropped)
{
    Screen screen(10, 2);
    screen.feed("\033]52;c;" + QByteArray(200 * 1024, 'A') + "\a");
    EXPECT_TRUE(screen.takeEvents().empty());
    screen.feed("\033]52;c;not base64!\a");
    EXPECT_TRUE(screen.takeEvents().empty());
}

TEST(HostileOutputTest, case40_aHugeLinkIsNoLink)
{
    Screen screen(10, 2);
    screen.feed("\033]8;;https://example.org/" + QByteArray(5000, 'a') + "\ax");
    EXPECT_TRUE(screen.decoration(screen.cell(0, 0)).link.isEmpty());
}

TEST(HostileOutputTest, case42_brokenUtf8ShowsReplacementsHoweverItIsSplit)
{
    const struct
    {
        QByteArray bytes;
        const char *expected;
    } cases[] = {
        {"a\xff" "b", "a\uFFFDb"},
        {"a\xc0\xaf" "b", "a\uFFFD\uFFFDb"},                    // overlong
        {"a\xe0\x80\xaf" "b", "a\uFFFD\uFFFD\uFFFDb"},          // overlong
        {"a\xed\xa0\x80" "b", "a\uFFFD\uFFFD\uFFFDb"},          // surrogate
        {"a\xf4\x90\x80\x80" "b", "a\uFFFD\uFFFD\uFFFD\uFFFDb"}, // beyond U+10FFFF
        {"a\xe2\x82" "b", "a\uFFFDb"},                          // cut
        {"a\xe2\x82\xac" "b", "a€b"},
        {"a\xf0\x9f\x98\x80" "b", "a😀b"},
        {"a\xe2\033[mb", "a\uFFFDb"},
        {"a\xc2\x9b" "31mb", "a31mb"},                          // U+009B is no CSI
        {"a\x9b" "31mb", "a\uFFFD31mb"},
    };
    for (const auto &entry : cases) {
        for (qsizetype split = 0; split <= entry.bytes.size(); ++split) {
            Screen screen(20, 1);
            screen.feed(entry.bytes.first(split));
            screen.feed(entry.bytes.sliced(split));
            EXPECT_EQ(shown(screen), entry.expected) << "split at " << split;
        }
    }
}

TEST(HostileOutputTest, case43_aMarkWithoutNonceCarriesNone)
{
    Screen screen(20, 2);
    screen << "\033]133;D;0\a";
    const std::vector<Event> events = screen.takeEvents();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_TRUE(events[0].mark.nonce.isEmpty());
}

TEST(HostileOutputTest, aFloodOfBellsIsOneBellAndTitlesAreCut)
{
    Screen screen(20, 2);
    screen.feed(QByteArray(100000, '\a'));
    EXPECT_EQ(screen.takeEvents().size(), 1U);
    screen.feed("\033]2;" + QByteArray(60000, 't') + "\a\033]2;a\x01\x7f" "b\a");
    const std::vector<Event> events = screen.takeEvents();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].text.toStdString(), "ab");
    screen.feed("\033]2;" + QByteArray(60000, 't') + "\a");
    EXPECT_LE(screen.takeEvents().at(0).text.size(), Limits::eventTextBytes);
}

TEST(HostileOutputTest, theHostCannotResizeTheScreen)
{
    Screen screen(80, 24);
    screen << "\033[8;200;300t\033[?40h\033[?3h\033[9;1t";
    EXPECT_EQ(screen.columns(), 80);
    EXPECT_EQ(screen.rows(), 24);
}

} // namespace
} // namespace holdpoint::terminal::testing
