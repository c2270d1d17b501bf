// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {
namespace {

const char *const letters = "abcdef\r\nghijkl\r\nmnopqr\r\nstuvwx";

TEST(AreasTest, anAreaIsCopiedEvenOntoItself)
{
    Screen screen(6, 4);
    screen << letters << "\033[1;1;2;2;1;2;2;1$v";
    EXPECT_EQ(shown(screen), "abcdef\ngabjkl\nmghpqr\nstuvwx");
    screen << "\033[2;2;4;4;1;1;1;1$v";
    EXPECT_EQ(shown(screen), "abjdef\nghpjkl\ntuvpqr\nstuvwx");
}

TEST(AreasTest, whatDoesNotFitIsCutOff)
{
    Screen screen(6, 4);
    screen << letters << "\033[1;1;2;3;1;4;5;1$v";
    EXPECT_EQ(shown(screen), "abcdef\nghijkl\nmnopqr\nstuvab");
}

TEST(AreasTest, anAreaIsFilledAndErased)
{
    Screen screen(6, 4);
    screen << letters << "\033[37;2;2;3;3$x";
    EXPECT_EQ(shown(screen), "abcdef\ng%%jkl\nm%%pqr\nstuvwx");
    screen << "\033[2;3;4;4$z";
    EXPECT_EQ(shown(screen), "abcdef\ng%  kl\nm%  qr\nst  wx");
    screen << "\033[3;3;2;2$z";
    EXPECT_EQ(shown(screen), "abcdef\ng%  kl\nm%  qr\nst  wx") << "an area that ends before it begins is none";
}

TEST(AreasTest, protectedCharactersStay)
{
    Screen screen(6, 1);
    screen << "a\033[1\"qb\033[0\"qc\033[1;1;1;6${";
    EXPECT_EQ(shown(screen), " b");
    screen << "\033[2K";
    EXPECT_EQ(shown(screen), "") << "an ordinary erase does not ask";
    screen << "\033[1;1Ha\033Vb\033Wc\033[2K";
    EXPECT_EQ(shown(screen), " b") << "it does where the host has protected by SPA";
    screen << "\033[?2K";
    EXPECT_EQ(shown(screen), "");
}

TEST(AreasTest, aSelectiveEraseTakesWideCharactersWhole)
{
    Screen screen(6, 1);
    screen << "a\u4e2db\u4e2d\033[1;3;1;5${";
    EXPECT_EQ(shown(screen), "a");
}

TEST(AreasTest, theLookOfAnAreaIsSetAndReversed)
{
    Screen screen(6, 3);
    screen << "abcdef\r\nghijkl\033[2*x\033[1;2;2;3;1;31$r";
    EXPECT_TRUE(screen.cell(0, 1).attributes.has(Attributes::Bold));
    EXPECT_EQ(screen.cell(1, 2).attributes.foreground, Color::palette(1));
    EXPECT_FALSE(screen.cell(0, 3).attributes.has(Attributes::Bold));
    screen << "\033[1;2;1;6;1;4$t";
    EXPECT_FALSE(screen.cell(0, 1).attributes.has(Attributes::Bold));
    EXPECT_EQ(screen.cell(0, 5).attributes.underline(), Underline::Single);
    screen << "\033[1*x\033[1;6;2;2;7$r";
    EXPECT_TRUE(screen.cell(0, 5).attributes.has(Attributes::Inverse));
    EXPECT_TRUE(screen.cell(1, 0).attributes.has(Attributes::Inverse)) << "as a stream it goes on in the next row";
    EXPECT_FALSE(screen.cell(1, 2).attributes.has(Attributes::Inverse));
}

TEST(AreasTest, whoMayReadTheScreenGetsASum)
{
    Screen screen(6, 2, {}, Permissions::everything());
    screen << "AB\033[7;1;1;1;1;2*y";
    EXPECT_EQ(screen.takeReplies().toStdString(), "\033P7!~FF7D\033\\");
}

} // namespace
} // namespace holdpoint::terminal::testing
