// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {
namespace {

std::vector<ShellMark> marksOf(const char *bytes)
{
    Screen screen(40, 5);
    screen << bytes;
    std::vector<ShellMark> marks;
    for (const Event &event : screen.takeEvents()) {
        EXPECT_EQ(event.kind, Event::Kind::ShellMark);
        marks.push_back(event.mark);
    }
    return marks;
}

TEST(ShellMarkTest, feedingStopsBehindAMarkHoweverTheStreamIsSplit)
{
    const QByteArray bytes = "out\033]133;D;0\033\\\033]133;A\a$ ";
    const qsizetype first = bytes.indexOf("\033\\") + 2;
    const qsizetype second = bytes.indexOf('\a') + 1;
    for (qsizetype split = 0; split <= bytes.size(); ++split) {
        Screen screen(40, 5);
        QList<qsizetype> stops;
        qsizetype at = 0;
        for (const auto &[begin, end] : {std::pair(qsizetype(0), split), std::pair(split, bytes.size())}) {
            while (at < end) {
                at += screen.feedThroughMark(QByteArrayView(bytes).sliced(at, end - at));
                if (at < end)
                    stops.append(at);
            }
        }
        stops.removeIf([&](qsizetype stop) { return stop != first && stop != second; });
        EXPECT_EQ(stops.size(), (split == first || split == second) ? 1 : 2) << split;
        EXPECT_EQ(screen.visibleLines().value(0), QStringLiteral("out$ "));
    }
}

TEST(ShellMarkTest, theFourMarksOfACommandArriveInOrder)
{
    const std::vector<ShellMark> marks = marksOf("\033]133;A\a$ \033]133;B\als\r\n\033]133;C\033\\out\r\n\033]133;D;0\a");
    ASSERT_EQ(marks.size(), 4U);
    EXPECT_EQ(marks[0].kind, ShellMark::Kind::PromptStart);
    EXPECT_EQ(marks[1].kind, ShellMark::Kind::PromptEnd);
    EXPECT_EQ(marks[2].kind, ShellMark::Kind::CommandStart);
    EXPECT_EQ(marks[3].kind, ShellMark::Kind::CommandEnd);
    EXPECT_EQ(marks[3].exitStatus, 0);
    EXPECT_TRUE(marks[3].nonce.isEmpty()) << "without a nonce it proves nothing";
}

TEST(ShellMarkTest, theNonceIsFoundWhereverItStands)
{
    EXPECT_EQ(marksOf("\033]133;D;0;hp=abcdef\a").at(0), (ShellMark{ShellMark::Kind::CommandEnd, 0, "abcdef"}));
    EXPECT_EQ(marksOf("\033]133;D;127;aid=1;hp=abcdef;x\a").at(0),
              (ShellMark{ShellMark::Kind::CommandEnd, 127, "abcdef"}));
    EXPECT_EQ(marksOf("\033]133;D;hp=abcdef\a").at(0),
              (ShellMark{ShellMark::Kind::CommandEnd, std::nullopt, "abcdef"}));
    EXPECT_EQ(marksOf("\033]133;B;hp=12\a").at(0), (ShellMark{ShellMark::Kind::PromptEnd, std::nullopt, "12"}));
}

TEST(ShellMarkTest, anExitStatusThatIsNoNumberIsNoStatus)
{
    EXPECT_FALSE(marksOf("\033]133;D;abc\a").at(0).exitStatus.has_value());
    EXPECT_FALSE(marksOf("\033]133;D\a").at(0).exitStatus.has_value());
    EXPECT_FALSE(marksOf("\033]133;A;0\a").at(0).exitStatus.has_value());
    EXPECT_TRUE(marksOf("\033]133;Z\a").empty());
    EXPECT_TRUE(marksOf("\033]133\a").empty());
}

TEST(ShellMarkTest, aMarkSplitOverReadsIsStillTheMark)
{
    const QByteArray bytes("\033]133;D;3;hp=0123456789abcdef\033\\");
    for (qsizetype split = 0; split <= bytes.size(); ++split) {
        Screen screen(10, 2);
        screen.feed(bytes.first(split));
        screen.feed(bytes.sliced(split));
        const std::vector<Event> events = screen.takeEvents();
        ASSERT_EQ(events.size(), 1U) << split;
        EXPECT_EQ(events[0].mark, (ShellMark{ShellMark::Kind::CommandEnd, 3, "0123456789abcdef"})) << split;
    }
}

TEST(ShellMarkTest, typingAtThePromptShowsAsAMovedCursor)
{
    Screen screen(20, 3);
    EXPECT_TRUE(screen.cursorMovedSincePrompt()) << "no prompt was ever proven";
    screen << "\033]133;A\a$ \033]133;B\a";
    EXPECT_FALSE(screen.cursorMovedSincePrompt());
    screen << "l";
    EXPECT_TRUE(screen.cursorMovedSincePrompt());
    screen << "\b \b";
    EXPECT_FALSE(screen.cursorMovedSincePrompt());
    screen << "\r\n\033]133;C\a\033]133;D;0\a\033]133;A\a$ \033]133;B\a";
    EXPECT_FALSE(screen.cursorMovedSincePrompt());
    screen << "\033]133;C\a";
    EXPECT_TRUE(screen.cursorMovedSincePrompt()) << "a command runs";
}

TEST(ShellMarkTest, thePromptsPlaceFollowsScrollingAndResizing)
{
    Screen screen(10, 3);
    screen << "1\r\n2\r\n3\r\nlonger line here\r\n$ \033]133;B\a";
    EXPECT_FALSE(screen.cursorMovedSincePrompt());
    screen.resize(7, 3);
    EXPECT_FALSE(screen.cursorMovedSincePrompt());
    screen.resize(30, 6);
    EXPECT_FALSE(screen.cursorMovedSincePrompt());
    screen << "\n\n\n\n\n\n\n";
    EXPECT_TRUE(screen.cursorMovedSincePrompt());
}

} // namespace
} // namespace holdpoint::terminal::testing
