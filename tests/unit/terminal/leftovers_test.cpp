// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <models/terminal/leftovers.h>

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {
namespace {

TEST(LeftoversTest, ofAScreenWithNothingOffThereIsNothingToUndo)
{
    Screen screen(20, 5);
    screen << "text\r\n$ ";
    EXPECT_TRUE(undoLeftovers(screen).isEmpty());
    screen << "\033[?1049h\033[31mfull\033[0m\033[?1049l";
    EXPECT_TRUE(undoLeftovers(screen).isEmpty());
}

TEST(LeftoversTest, everySwitchThatAProgramLeavesIsPutBack)
{
    for (const char *left : {"\033[?1049h",
                             "\033[?47h",
                             "\033[?9h",
                             "\033[?1000h",
                             "\033[?1002h",
                             "\033[?1003h",
                             "\033[?1003;1005h",
                             "\033[?1006h",
                             "\033[?1015h",
                             "\033[?1016h",
                             "\033[?1004h",
                             "\033[?2026h",
                             "\033[?1h",
                             "\033=",
                             "\033[>4;1m",
                             "\033[>31u",
                             "\033[>1u\033[>3u\033[>7u",
                             "\033[=5;1u",
                             "\033[?1049h\033[>31u",
                             "\033[20h",
                             "\033[4h",
                             "\033[?5h",
                             "\033[?7l",
                             "\033[?25l",
                             "\033[2;4r",
                             "\033[?6h",
                             "\033[?69h\033[3;9s",
                             "\033[?69h\033[3;9s\033[?6h",
                             "\033[1;31;44m",
                             "\033[1\"q",
                             "\033V",
                             "\033]8;;https://example.org/\033\\",
                             "\033(0",
                             "\033)0\016",
                             "\033[?1049h\033[2;4r\033[?6h\033[?25l",
                             "\033[?6h\033[?1049h\0338", // the other screen was entered with it, and left without
                             "\033(0\033[?1049h\033(B"}) {
        Screen screen(20, 5);
        screen << "one\r\ntwo" << left;
        const QByteArray undone = undoLeftovers(screen);
        EXPECT_FALSE(undone.isEmpty()) << left;
        EXPECT_TRUE(undoLeftovers(screen).isEmpty()) << left << " -> " << undone.toStdString();
        EXPECT_FALSE(screen.alternateScreen()) << left;
        EXPECT_EQ(screen.visibleLines().value(0).trimmed(), QStringLiteral("one")) << left;
        EXPECT_EQ(screen.visibleLines().value(1).trimmed(), QStringLiteral("two")) << left;
    }
}

TEST(LeftoversTest, theCursorStaysWhereItIs)
{
    for (const char *left : {"\033[31m", "\033[?25l", "\033[>31u", "\033[2;4r\033[3;4H", "\033[?6h\033[3;4H",
                             "\033[?69h\033[3;9s\033[3;4H"}) {
        Screen screen(20, 5);
        screen << "one\r\ntwo" << left;
        const auto before = std::pair(screen.cursorRow(), screen.cursorColumn());
        undoLeftovers(screen);
        EXPECT_EQ(std::pair(screen.cursorRow(), screen.cursorColumn()), before) << left;
    }
}

TEST(LeftoversTest, outOfTheAlternateScreenTheCursorIsWhereTheProgramBeganAlsoWhenMarginsAreLeft)
{
    Screen screen(20, 5);
    screen << "$ vim\r\n\033[?1049h\033[2;4r\033[?6h\033[3;1Hremains";
    undoLeftovers(screen);
    screen << "$ ";
    EXPECT_EQ(screen.visibleLines().value(1), QStringLiteral("$ "));
}

TEST(LeftoversTest, leavingTheAlternateScreenGoesBackToWhereTheProgramBegan)
{
    Screen screen(20, 5);
    screen << "$ vim\r\n\033[?1049h\033[4;8Hremains";
    undoLeftovers(screen);
    screen << "$ ";
    EXPECT_EQ(screen.visibleLines().value(1), QStringLiteral("$ "));
}

} // namespace
} // namespace holdpoint::terminal::testing
