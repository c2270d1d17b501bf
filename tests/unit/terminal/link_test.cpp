// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <models/terminal/link.h>

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {
namespace {

std::string targetAt(const Screen &screen, Position at)
{
    const std::optional<Link> link = linkAt(screen, at);
    return link ? link->target.toStdString() : std::string();
}

/// The target where the text has `place`, on a screen that is wide enough.
std::string targetIn(const char *text, const char *place)
{
    Screen screen(200, 2);
    screen << text;
    return targetAt(screen, {0, static_cast<int>(screen.lineText(0).indexOf(QString::fromUtf8(place)))});
}

TEST(LinkTest, anAddressInTheTextIsALink)
{
    EXPECT_EQ(targetIn("see https://a.example/x?y=1&z=%20#end for more", "example"),
              "https://a.example/x?y=1&z=%20#end");
    EXPECT_EQ(targetIn("HTTP://A.example", "HTTP"), "HTTP://A.example");
    EXPECT_EQ(targetIn("url=http://[2001:db8::1]:8080/", "db8"), "http://[2001:db8::1]:8080/");
    EXPECT_EQ(targetIn("see https://a.example", "see"), "");
    EXPECT_EQ(targetIn("https://a.example and", "and"), "");
    EXPECT_EQ(targetIn("ssh://a.example mailto:a@b.example ftp://c.example file:///etc", "example"), "");
    EXPECT_EQ(targetIn("xhttps://a.example git+https://b.example", "a.e"), "");
    EXPECT_EQ(targetIn("xhttps://a.example git+https://b.example", "b.e"), "");
}

TEST(LinkTest, theSentenceAndTheBracketAroundItAreNotPartOfIt)
{
    EXPECT_EQ(targetIn("(see https://a.example/x(y)).", "a.e"), "https://a.example/x(y)");
    EXPECT_EQ(targetIn("[text](https://a.example/x)!", "a.e"), "https://a.example/x");
    EXPECT_EQ(targetIn("**https://a.example/x**, then", "a.e"), "https://a.example/x");
    EXPECT_EQ(targetIn("https://a.example/x...", "a.e"), "https://a.example/x");
    EXPECT_EQ(targetIn("{'url': 'https://a.example/x', 'b': 1}", "a.e"), "https://a.example/x");
    EXPECT_EQ(targetIn("{\"url\":\"https://a.example/x\"}", "a.e"), "https://a.example/x");
    EXPECT_EQ(targetIn("<https://a.example/x>", "a.e"), "https://a.example/x");
    EXPECT_EQ(targetIn("https://a.example/x.", "."), "https://a.example/x");
    EXPECT_EQ(targetIn("go to https://a.example/x?)", "?)"), "") << "not a part, not a link";
}

TEST(LinkTest, oneAddressMayHoldAnotherAndAListHoldsSeveral)
{
    const char *archived = "https://web.example/2020/https://a.example/x";
    EXPECT_EQ(targetIn(archived, "web"), archived);
    EXPECT_EQ(targetIn(archived, "a.example"), archived);
    EXPECT_EQ(targetIn("https://a.example/1,https://b.example/2;http://c.example", "a.e"), "https://a.example/1");
    EXPECT_EQ(targetIn("https://a.example/1,https://b.example/2;http://c.example", "b.e"), "https://b.example/2");
    EXPECT_EQ(targetIn("https://a.example/1,https://b.example/2;http://c.example", "c.e"), "http://c.example");
}

TEST(LinkTest, lettersOfAllScriptsBelongToAnAddressAndWhatCannotBeSeenDoesNot)
{
    EXPECT_EQ(targetIn("https://a.example/Stra\u00dfe?", "a.e"), "https://a.example/Stra%C3%9Fe");
    EXPECT_EQ(targetIn("https://a.example/x\u3001https://b.example", "a.e"), "https://a.example/x");
    EXPECT_EQ(targetIn("https://a.example/\u202egpj.exe", "a.e"), "https://a.example")
        << "with the character that it stands on";
    EXPECT_EQ(targetIn("https://a.example/x\u200by", "a.e"), "https://a.example/");
    EXPECT_EQ(targetIn("https://a.example\u3164\u3164.evil.example/", "a.e"), "https://a.example");
    EXPECT_EQ(targetIn("https://a.example\033[8m.evil.example\033[0m/x", "a.e"), "https://a.example");
    EXPECT_EQ(targetIn("https://bank.example@evil.example/", "bank"), "");
    EXPECT_EQ(targetIn("https://a.example/x@y", "a.e"), "https://a.example/x@y");
    EXPECT_EQ(targetIn("https://a.example?to=x@y", "a.e"), "https://a.example?to=x@y");
    EXPECT_EQ(targetIn("https://a.example/\U0001f600", "a.e"), "https://a.example/");
}

TEST(LinkTest, wideCharactersBeforeItMoveIt)
{
    Screen screen(40, 2);
    screen << "\u8a73\u7d30https://a.example/\u8868!";
    const auto link = linkAt(screen, {0, 6});
    ASSERT_TRUE(link);
    EXPECT_EQ(link->place, (Match{{0, 4}, {0, 24}}));
    EXPECT_EQ(link->target, "https://a.example/%E8%A1%A8");
    EXPECT_EQ(targetAt(screen, {0, 23}), link->target.toStdString()) << "the second half of a wide character";
    EXPECT_EQ(targetAt(screen, {0, 3}), "");
}

TEST(LinkTest, itGoesOnOverTheRowsThatALineWrapsInto)
{
    Screen screen(10, 3);
    screen << "at https://a.example/path/to/it now\r\nhttps://\r\nb.example";
    ASSERT_EQ(screen.scrollbackLines(), 3);
    for (const Position at : {Position{0, 3}, Position{1, 0}, Position{2, 9}, Position{3, 0}}) {
        const auto link = linkAt(screen, at);
        ASSERT_TRUE(link) << at.line;
        EXPECT_EQ(link->target, "https://a.example/path/to/it");
        EXPECT_EQ(link->place, (Match{{0, 3}, {3, 1}}));
    }
    EXPECT_EQ(targetAt(screen, {4, 0}), "https://");
    EXPECT_EQ(targetAt(screen, {5, 2}), "");
    Screen wide(9, 4); // the last column stays empty where a wide character does not fit
    wide << "https://\u8a73.example";
    EXPECT_EQ(targetAt(wide, {1, 3}), "https://%E8%A9%B3.example");
    EXPECT_EQ(targetAt(wide, {0, 0}), "https://%E8%A9%B3.example");
}

TEST(LinkTest, theHistoryDoesNotGoOnInAFullScreenProgram)
{
    Screen screen(10, 2);
    screen << "https://a.example/path/to/it/and/on";
    ASSERT_GT(screen.scrollbackLines(), 0);
    screen << "\033[?1049h\033[Hmore";
    EXPECT_EQ(targetAt(screen, {screen.scrollbackLines(), 1}), "");
}

TEST(LinkTest, aLinkOfTheHostIsTakenWholeAndItsTextIsNotReadAsAnAddress)
{
    Screen screen(12, 4);
    screen << "x \033]8;;https://evil.example\ahttps://good.example/a\033]8;;\a y";
    const auto link = linkAt(screen, {1, 2});
    ASSERT_TRUE(link);
    EXPECT_EQ(link->target, "https://evil.example");
    EXPECT_EQ(link->place, (Match{{0, 2}, {1, 12}}));
    EXPECT_EQ(targetAt(screen, {0, 0}), "");
}

TEST(LinkTest, aHugeLineIsNoLinkAndCostsNoMoreThanALongOne)
{
    Screen screen(80, 24);
    screen.feed("https://a.example/" + QByteArray("x").repeated(1024 * 1024));
    EXPECT_EQ(targetAt(screen, {screen.lines() - 1, 5}), "");
    EXPECT_EQ(targetAt(screen, {1000, 5}), "");
    screen.feed("\r\nhttps://" + QByteArray("https://").repeated(128 * 1024));
    EXPECT_EQ(targetAt(screen, {screen.lines() - 1, 5}).size() % 8, 0u);
    screen.feed("\r\n" + QByteArray("https://(").repeated(128 * 1024));
    (void)targetAt(screen, {screen.lines() - 2, 5});
}

TEST(LinkTest, whereThereIsNothingThereIsNoLink)
{
    Screen screen(20, 3);
    for (const Position at : {Position{0, 0}, Position{-1, 0}, Position{99, 5}, Position{0, 19}})
        EXPECT_FALSE(linkAt(screen, at));
}

} // namespace
} // namespace holdpoint::terminal::testing
