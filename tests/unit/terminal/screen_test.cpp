// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {
namespace {

TEST(ScreenTest, textAppearsWhereTheCursorIsAndMovesIt)
{
    Screen screen(10, 3);
    screen << "one\r\ntwo";
    EXPECT_EQ(shown(screen), "one\ntwo");
    EXPECT_EQ(screen.cursorRow(), 1);
    EXPECT_EQ(screen.cursorColumn(), 3);
}

TEST(ScreenTest, aLineThatFillsTheLastColumnWrapsOnlyWithTheNextCharacter)
{
    Screen screen(5, 3);
    screen << "abcde";
    EXPECT_EQ(screen.cursorRow(), 0);
    EXPECT_EQ(screen.cursorColumn(), 4);
    screen << "\r\nx";
    EXPECT_EQ(shown(screen), "abcde\nx");

    Screen longer(5, 3);
    longer << "abcdef";
    EXPECT_EQ(shown(longer), "abcde\nf");
    EXPECT_TRUE(longer.isWrapped(0));
}

TEST(ScreenTest, withoutAutowrapTheLastColumnIsOverwritten)
{
    Screen screen(5, 2);
    screen << "\033[?7labcdefgh";
    EXPECT_EQ(shown(screen), "abcdh");
    screen << "\033[1;4Hxyz";
    EXPECT_EQ(shown(screen), "abcxz");
}

TEST(ScreenTest, aLineFeedAtTheBottomScrollsIntoTheScrollback)
{
    Screen screen(10, 2);
    screen << "one\r\ntwo\r\nthree";
    EXPECT_EQ(shown(screen), "two\nthree");
    ASSERT_EQ(screen.scrollbackLines(), 1);
    EXPECT_EQ(screen.lineText(0).toStdString(), "one");
}

TEST(ScreenTest, aScrollRegionMovesOnlyItsOwnRows)
{
    Screen screen(5, 5);
    screen << "1\r\n2\r\n3\r\n4\r\n5\033[2;4r\033[4;1H\n";
    EXPECT_EQ(shown(screen), "1\n3\n4\n\n5");
    EXPECT_EQ(screen.scrollbackLines(), 0);
    screen << "\033[2;1H\033M";
    EXPECT_EQ(shown(screen), "1\n\n3\n4\n5");
}

TEST(ScreenTest, linesAreInsertedAndDeletedInsideTheRegion)
{
    Screen screen(5, 5);
    screen << "1\r\n2\r\n3\r\n4\r\n5\033[2;4r\033[3;1H\033[L";
    EXPECT_EQ(shown(screen), "1\n2\n\n3\n5");
    screen << "\033[2;1H\033[2M";
    EXPECT_EQ(shown(screen), "1\n3\n\n\n5");
    screen << "\033[5;1H\033[L";
    EXPECT_EQ(shown(screen), "1\n3\n\n\n5") << "outside the margins it does nothing";
}

TEST(ScreenTest, charactersAreInsertedDeletedAndErased)
{
    Screen screen(6, 1);
    screen << "abcdef\033[1;3H\033[2@";
    EXPECT_EQ(shown(screen), "ab  cd");
    screen << "\033[2P";
    EXPECT_EQ(shown(screen), "abcd");
    screen << "\033[1;2H\033[2X";
    EXPECT_EQ(shown(screen), "a  d");
    screen << "\033[1;1H\033[4hXY\033[4l";
    EXPECT_EQ(shown(screen), "XYa  d");
}

TEST(ScreenTest, erasingTakesThePartOfTheScreenThatWasAskedFor)
{
    Screen screen(3, 3);
    const auto filled = [&] { screen << "\033[H\033[2Jabc\r\ndef\r\nghi\033[2;2H"; };
    filled();
    screen << "\033[K";
    EXPECT_EQ(shown(screen), "abc\nd\nghi");
    filled();
    screen << "\033[1K";
    EXPECT_EQ(shown(screen), "abc\n  f\nghi");
    filled();
    screen << "\033[J";
    EXPECT_EQ(shown(screen), "abc\nd");
    filled();
    screen << "\033[1J";
    EXPECT_EQ(shown(screen), "\n  f\nghi");
    filled();
    screen << "\033[2J";
    EXPECT_EQ(shown(screen), "");
}

TEST(ScreenTest, selectiveErasingLeavesProtectedCharacters)
{
    Screen screen(6, 1);
    screen << "a\033[1\"qbc\033[0\"qd\033[?2K";
    EXPECT_EQ(shown(screen), " bc");
    screen << "\033[2K";
    EXPECT_EQ(shown(screen), "");
}

TEST(ScreenTest, erasedCellsTakeTheBackgroundColour)
{
    Screen screen(4, 1);
    screen << "\033[44m\033[2K";
    EXPECT_EQ(screen.cell(0, 3).attributes.background, Color::palette(4));
    EXPECT_TRUE(screen.cell(0, 3).isBlank());
}

TEST(ScreenTest, tabsGoToStopsThatCanBeSetAndCleared)
{
    Screen screen(20, 1);
    screen << "\ta";
    EXPECT_EQ(screen.cursorColumn(), 9);
    screen << "\r\033[5C\033H\r\tb";
    EXPECT_EQ(screen.cursorColumn(), 6);
    screen << "\033[3g\r\tc";
    EXPECT_EQ(screen.cursorColumn(), 19);
    screen << "\033[Z";
    EXPECT_EQ(screen.cursorColumn(), 0);
}

TEST(ScreenTest, lineDrawingCharactersComeFromTheDecGraphicsSet)
{
    Screen screen(6, 1);
    screen << "\033(0lqk\033(Bq\016q\017";
    EXPECT_EQ(shown(screen), "┌─┐qq");
    screen << "\r\033)0\016x\017x";
    EXPECT_EQ(shown(screen), "│x┐qq");
}

TEST(ScreenTest, theAlternateScreenLeavesTheFirstOneAsItWas)
{
    Screen screen(10, 2);
    screen << "shell$ \033[?1049h\033[Heditor\r\nx\r\ny";
    EXPECT_TRUE(screen.alternateScreen());
    EXPECT_EQ(shown(screen), "x\ny");
    EXPECT_EQ(screen.scrollbackLines(), 0) << "an editor's lines are no history";
    screen << "\033[?1049l";
    EXPECT_FALSE(screen.alternateScreen());
    EXPECT_EQ(shown(screen), "shell$ ");
    EXPECT_EQ(screen.cursorColumn(), 7);
}

TEST(ScreenTest, savedCursorsBringBackPlaceAndLook)
{
    Screen screen(10, 3);
    screen << "\033[2;3H\033[1;31m\0337\033[H\033[m\0338X";
    EXPECT_EQ(screen.cell(1, 2).code(), U'X');
    EXPECT_TRUE(screen.cell(1, 2).attributes.has(Attributes::Bold));
    EXPECT_EQ(screen.cell(1, 2).attributes.foreground, Color::palette(1));
}

TEST(ScreenTest, originModeCountsFromTheMargins)
{
    Screen screen(10, 5);
    screen << "\033[2;4r\033[?6h\033[1;1HX\033[99;1HY";
    EXPECT_EQ(shown(screen), "\nX\n\nY");
    screen << "\033[6n";
    EXPECT_EQ(screen.takeReplies().toStdString(), "\033[3;2R");
}

TEST(ScreenTest, repeatDrawsTheLastCharacterAgain)
{
    Screen screen(10, 1);
    screen << "ab\033[3b";
    EXPECT_EQ(shown(screen), "abbbb");
}

TEST(ScreenTest, repeatNeedsTheCharacterRightBeforeIt)
{
    for (const char *between : {"\a", "\033[31m", "\0337", "\033]0;title\a", "\033P+q\033\\"}) {
        Screen screen(10, 1);
        screen << "ab" << between << "\033[3b|";
        EXPECT_EQ(shown(screen), "ab|") << between;
    }
    Screen screen(10, 1);
    screen << "a\u00e9\033[2b";
    EXPECT_EQ(shown(screen), "a\u00e9\u00e9\u00e9");
}

TEST(ScreenTest, wideCharactersTakeTwoColumnsAndAreNeverCut)
{
    Screen screen(5, 2);
    screen << "日本";
    EXPECT_EQ(screen.cursorColumn(), 4);
    EXPECT_TRUE(screen.cell(0, 0).isWide());
    EXPECT_TRUE(screen.cell(0, 1).isSpacer());
    screen << "語";
    EXPECT_EQ(shown(screen), "日本\n語");
    screen << "\033[1;2Hx";
    EXPECT_EQ(shown(screen), " x本\n語") << "half of a wide character is nothing";
}

TEST(ScreenTest, combiningMarksJoinTheCharacterBeforeThem)
{
    Screen screen(5, 1);
    screen << "e\u0301x";
    EXPECT_EQ(screen.cellText(screen.cell(0, 0)), QString::fromUtf8("e\u0301"));
    EXPECT_EQ(screen.cursorColumn(), 2);
    Screen edge(2, 1);
    edge << "ae\u0301";
    EXPECT_EQ(edge.cellText(edge.cell(0, 1)), QString::fromUtf8("e\u0301")) << "also in the last column";
}

TEST(ScreenTest, aFullResetForgetsEverythingButTheHistory)
{
    Screen screen(10, 2);
    screen << "1\r\n2\r\n3\033[1m\033[?25l\033[?2004h\033c";
    EXPECT_EQ(shown(screen), "");
    EXPECT_TRUE(screen.cursorVisible());
    EXPECT_FALSE(screen.bracketedPaste());
    EXPECT_EQ(screen.scrollbackLines(), 1);
    screen << "x";
    EXPECT_FALSE(screen.cell(0, 0).attributes.has(Attributes::Bold));
}

TEST(ScreenTest, aSoftResetRestoresWhatAProgramLeftBehind)
{
    Screen screen(10, 5);
    screen << "\033[2;3r\033[4h\033[?6h\033[?25l\033[1m\033[!p";
    EXPECT_TRUE(screen.cursorVisible());
    EXPECT_FALSE(screen.modes().insert);
    EXPECT_FALSE(screen.modes().origin);
    screen << "\033[5;1Hx";
    EXPECT_EQ(screen.cell(4, 0).code(), U'x');
}

TEST(ScreenTest, theAlignmentPatternFillsTheScreen)
{
    Screen screen(3, 2);
    screen << "\033#8";
    EXPECT_EQ(shown(screen), "EEE\nEEE");
}

TEST(ScreenTest, onlyFixedRepliesAreGiven)
{
    Screen screen(10, 3);
    screen << "\033[c";
    EXPECT_EQ(screen.takeReplies().toStdString(), "\033[?64;1;6;9;15;21;22;28c");
    screen << "\033[>c\033[=c\033Z";
    EXPECT_EQ(screen.takeReplies().toStdString(), "\033[>41;400;0c\033P!|00000000\033\\\033[?64;1;6;9;15;21;22;28c");
    screen << "\033[?15n\033[?25n\033[?26n\033[?55n\033[?56n\033[?62n\033[?75n\033[?85n\033[18t";
    EXPECT_EQ(screen.takeReplies().toStdString(),
              "\033[?13n\033[?21n\033[?27;1;0;0n\033[?50n\033[?57;0n\033[0*{\033[?70n\033[?83n\033[8;3;10t");
    screen << "\033[5n\033[2;3H\033[6n";
    EXPECT_EQ(screen.takeReplies().toStdString(), "\033[0n\033[2;3R");
    screen << "\033[?2004$p\033[?2004h\033[?2004$p\033[?4711$p\033[4$p";
    EXPECT_EQ(screen.takeReplies().toStdString(), "\033[?2004;2$y\033[?2004;1$y\033[?4711;0$y\033[4;2$y");
    EXPECT_TRUE(screen.takeReplies().isEmpty());
}

TEST(ScreenTest, damageNamesTheRowsThatChangedAndTheScroll)
{
    Screen screen(10, 3);
    std::ignore = screen.takeDamage();
    screen << "\033[2;1Hx";
    Damage damage = screen.takeDamage();
    EXPECT_EQ(damage.scrolled, 0);
    EXPECT_EQ(damage.rows, std::vector<int>{1});
    screen << "\033[3;1H\n";
    damage = screen.takeDamage();
    EXPECT_EQ(damage.scrolled, 1);
    EXPECT_EQ(damage.rows, std::vector<int>{2});
    EXPECT_TRUE(screen.takeDamage().rows.empty());
}

TEST(ScreenTest, copiedTextJoinsWrappedRowsAndDropsTheRestOfShortOnes)
{
    Screen screen(5, 4);
    screen << "abcdefg\r\nxy  \r\nz";
    EXPECT_EQ(screen.text({0, 2}, {3, 1}).toStdString(), "cdefg\nxy  \nz");
    EXPECT_EQ(screen.text({3, 1}, {0, 2}).toStdString(), "cdefg\nxy  \nz") << "backwards as forwards";
    EXPECT_EQ(screen.text({0, 1}, {2, 3}, SelectionShape::Block).toStdString(), "bc\ng\ny ");
}

TEST(ScreenTest, titleFolderBellAndClipboardAreEvents)
{
    Screen screen(10, 2);
    screen << "\033]0;host: ~\a\a\033]7;file://host/tmp\033\\\033]52;c;aGVsbG8=\a";
    const std::vector<Event> events = screen.takeEvents();
    ASSERT_EQ(events.size(), 4U);
    EXPECT_EQ(events[0].kind, Event::Kind::Title);
    EXPECT_EQ(events[0].text.toStdString(), "host: ~");
    EXPECT_EQ(events[1].kind, Event::Kind::Bell);
    EXPECT_EQ(events[2].kind, Event::Kind::WorkingDirectory);
    EXPECT_EQ(events[2].text.toStdString(), "file://host/tmp");
    EXPECT_EQ(events[3].kind, Event::Kind::ClipboardWrite);
    EXPECT_EQ(events[3].text.toStdString(), "hello");
    EXPECT_TRUE(screen.takeEvents().empty());
}

TEST(ScreenTest, onlyTheClipboardIsTheClipboardAndAFloodOfWishesIsOne)
{
    Screen screen(10, 2);
    screen << "\033]52;p;bm8=\a\033]52;0;bm8=\a";
    EXPECT_TRUE(screen.takeEvents().empty());
    for (const char *text : {"\033]52;;eWVz\a", "\033]52;pc;eWVz\a", "\033]52;s0;eWVz\a"})
        screen << text;
    const std::vector<Event> events = screen.takeEvents();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].text.toStdString(), "yes");
}

TEST(ScreenTest, linksStayWithTheirCells)
{
    Screen screen(10, 1);
    screen << "\033]8;id=1;https://example.org\033\\ab\033]8;;\033\\c";
    EXPECT_EQ(screen.decoration(screen.cell(0, 1)).link.toStdString(), "https://example.org");
    EXPECT_TRUE(screen.decoration(screen.cell(0, 2)).link.isEmpty());
}

TEST(ScreenTest, theCursorShapeFollowsTheHost)
{
    Screen screen(10, 1);
    EXPECT_EQ(screen.cursorShape(), CursorShape::Block);
    screen << "\033[4 q";
    EXPECT_EQ(screen.cursorShape(), CursorShape::Underline);
    screen << "\033[5 q";
    EXPECT_EQ(screen.cursorShape(), CursorShape::Bar);
    EXPECT_TRUE(screen.modes().cursorBlinks);
    screen << "\033[ q";
    EXPECT_EQ(screen.cursorShape(), CursorShape::Block);
}

} // namespace
} // namespace holdpoint::terminal::testing
