// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {
namespace {

const char *const letters = "abcdef\r\nghijkl\r\nmnopqr\r\nstuvwx";

TEST(MarginsTest, textWrapsAndScrollsBetweenTheSideMargins)
{
    Screen screen(6, 4);
    screen << letters << "\033[?69h\033[2;4s\033[2;3r\033[2;2HABCDEFG";
    EXPECT_EQ(shown(screen), "abcdef\ngDEFkl\nmG  qr\nstuvwx");
}

TEST(MarginsTest, withoutTheirModeThereAreNone)
{
    Screen screen(6, 2);
    screen << "\033[2;4s\033[1;1Habcdef";
    EXPECT_EQ(shown(screen), "abcdef");
}

TEST(MarginsTest, linesAreInsertedAndDeletedBetweenThem)
{
    Screen screen(6, 4);
    screen << letters << "\033[?69h\033[2;4s\033[2;3H\033[L";
    EXPECT_EQ(shown(screen), "abcdef\ng   kl\nmhijqr\nsnopwx");
    screen << "\033[2;3H\033[M";
    EXPECT_EQ(shown(screen), "abcdef\nghijkl\nmnopqr\ns   wx");
}

TEST(MarginsTest, charactersMoveUpToTheRightOne)
{
    Screen screen(6, 2);
    screen << "abcdef\033[?69h\033[2;4s\033[1;2H\033[@";
    EXPECT_EQ(shown(screen), "a bcef");
    screen << "\033[P";
    EXPECT_EQ(shown(screen), "abc ef");
    screen << "\033[1;5H\033[P";
    EXPECT_EQ(shown(screen), "abc ef") << "outside of them nothing moves";
}

TEST(MarginsTest, columnsAreInsertedDeletedAndScrolled)
{
    Screen screen(6, 2);
    screen << "abcdef\r\nghijkl\033[1;3H\033[2'}";
    EXPECT_EQ(shown(screen), "ab  cd\ngh  ij");
    screen << "\033[2'~";
    EXPECT_EQ(shown(screen), "abcd\nghij");
    screen << "\033[1 @";
    EXPECT_EQ(shown(screen), "bcd\nhij");
    screen << "\033[2 A";
    EXPECT_EQ(shown(screen), "  bcd\n  hij");
    screen << "\033[1;1H\0336\033[1;6H\0339";
    EXPECT_EQ(shown(screen), "  bcd\n  hij") << "back at the left edge and forward at the right one move the page";
}

TEST(MarginsTest, columnsScrollOnlyWhileTheCursorIsInside)
{
    for (const char *scroll : {"\033[ @", "\033[ A"}) {
        Screen screen(4, 3);
        screen << "abcd\r\nefgh\r\nijkl\033[2;3r\033[1;1H" << scroll;
        EXPECT_EQ(shown(screen), "abcd\nefgh\nijkl");
        screen << "\033[2;1H" << scroll;
        EXPECT_EQ(shown(screen), scroll[3] == '@' ? "abcd\nfgh\njkl" : "abcd\n efg\n ijk");
    }
}

TEST(MarginsTest, aWideCharacterThatStepsBackOverTheMarginStaysOnThePage)
{
    Screen screen(80, 24);
    screen << "\033[?69h\033[1;79s\033[24;80H\033[?7l\u4e2d\033[?7h\u4e2d";
    EXPECT_EQ(screen.cursorRow(), 23);
    EXPECT_LT(screen.cursorColumn(), 80);
    for (int row = 0; row < 24; ++row) {
        for (int column = 0; column < 79; ++column)
            EXPECT_EQ(screen.cell(row, column).isWide(), screen.cell(row, column + 1).isSpacer())
                << row << ' ' << column;
    }
}

TEST(MarginsTest, originModeCountsFromBothCorners)
{
    Screen screen(6, 4);
    screen << "\033[?69h\033[3;5s\033[2;3r\033[?6h\033[1;1HX\033[6n";
    EXPECT_EQ(screen.takeReplies().toStdString(), "\033[1;2R");
    EXPECT_EQ(shown(screen), "\n  X");
    screen << "\033[99;99HY";
    EXPECT_EQ(shown(screen), "\n  X\n    Y");
}

TEST(MarginsTest, aWideCharacterThatDoesNotFitGoesToTheNextRow)
{
    Screen screen(6, 3);
    screen << "\033[?69h\033[2;4s\033[1;4H"
           << "\u4e2d";
    EXPECT_EQ(shown(screen), "\n \u4e2d");
}

TEST(MarginsTest, charactersAreNeverCutInTwo)
{
    Screen screen(6, 2);
    screen << "a\u4e2d\u4e2df\r\nabcdef\033[?69h\033[3;4s\033[1;3H\033[P\033[2;3H\033[L";
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 6; ++column) {
            const bool wide = screen.cell(row, column).isWide();
            EXPECT_EQ(column + 1 < 6 && screen.cell(row, column + 1).isSpacer(), wide) << row << ',' << column;
        }
    }
}

TEST(MarginsTest, anInsertInTheMiddleOfAWideCharacterRemovesIt)
{
    Screen screen(6, 1);
    screen << "a\u4e2dbc\033[1;3H\033[@";
    EXPECT_EQ(shown(screen), "a   bc");
}

TEST(MarginsTest, aWideCharacterAtTheEndMovesWhole)
{
    Screen screen(6, 1);
    screen << "abcd\u4e2d\033[1;1H\033[P";
    EXPECT_EQ(shown(screen), "bcd\u4e2d");
}

TEST(MarginsTest, aReverseWrapGoesBackOverTheLinesOfOneLine)
{
    Screen screen(4, 3);
    screen << "\033[?45habcdef\b\b\b";
    EXPECT_EQ(screen.cursorRow(), 0);
    EXPECT_EQ(screen.cursorColumn(), 3);
    screen << "\033[3;1H\b";
    EXPECT_EQ(screen.cursorRow(), 2) << "no line of its own ends there";
    screen << "\033[?1045h\b";
    EXPECT_EQ(screen.cursorRow(), 1);
    EXPECT_EQ(screen.cursorColumn(), 3);
}

TEST(MarginsTest, aResizeForgetsThem)
{
    Screen screen(6, 4);
    screen << "\033[?69h\033[2;4s";
    screen.resize(8, 4);
    screen << "\033[1;1Habcdefgh";
    EXPECT_EQ(shown(screen), "abcdefgh");
}

TEST(MarginsTest, aRegionThatScrollsIsNotTheRestOfTheLineAboveIt)
{
    Screen screen(10, 4);
    screen << "abcdefghijklm\r\nother\r\nthird";
    ASSERT_TRUE(screen.isWrapped(0));
    screen << "\033[2;4r\033[4;1H\n";
    EXPECT_FALSE(screen.isWrapped(0));
    EXPECT_EQ(screen.text({0, 0}, {1, 10}).toStdString(), "abcdefghij\nother");
}

} // namespace
} // namespace holdpoint::terminal::testing
