// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {
namespace {

Cell drawn(const char *sgr)
{
    Screen screen(4, 1);
    screen << sgr << "x";
    return screen.cell(0, 0);
}

TEST(SgrTest, coloursComeInEveryFormThatHostsUse)
{
    EXPECT_EQ(drawn("\033[31m").attributes.foreground, Color::palette(1));
    EXPECT_EQ(drawn("\033[97m").attributes.foreground, Color::palette(15));
    EXPECT_EQ(drawn("\033[104m").attributes.background, Color::palette(12));
    EXPECT_EQ(drawn("\033[38;5;208m").attributes.foreground, Color::palette(208));
    EXPECT_EQ(drawn("\033[48;2;1;2;3m").attributes.background, Color::rgb(0x010203));
    EXPECT_EQ(drawn("\033[38:5:208m").attributes.foreground, Color::palette(208));
    EXPECT_EQ(drawn("\033[38:2:1:2:3m").attributes.foreground, Color::rgb(0x010203));
    EXPECT_EQ(drawn("\033[38:2::1:2:3m").attributes.foreground, Color::rgb(0x010203)) << "with a colour space";
    EXPECT_EQ(drawn("\033[31;39m").attributes.foreground, Color{});
}

TEST(SgrTest, whatFollowsAColourIsNotPartOfIt)
{
    const Cell cell = drawn("\033[38;5;9;1;48:2::255:0:0;4m");
    EXPECT_EQ(cell.attributes.foreground, Color::palette(9));
    EXPECT_EQ(cell.attributes.background, Color::rgb(0xff0000));
    EXPECT_TRUE(cell.attributes.has(Attributes::Bold));
    EXPECT_EQ(cell.attributes.underline(), Underline::Single);
}

TEST(SgrTest, aBrokenColourChangesNothingElse)
{
    EXPECT_EQ(drawn("\033[1;38;5m").attributes.foreground, Color{});
    EXPECT_TRUE(drawn("\033[1;38;5m").attributes.has(Attributes::Bold));
    EXPECT_EQ(drawn("\033[38:7:1m").attributes.foreground, Color{});
}

TEST(SgrTest, underlinesHaveStylesAndColours)
{
    EXPECT_EQ(drawn("\033[4m").attributes.underline(), Underline::Single);
    EXPECT_EQ(drawn("\033[4:3m").attributes.underline(), Underline::Curly);
    EXPECT_EQ(drawn("\033[4:5m").attributes.underline(), Underline::Dashed);
    EXPECT_EQ(drawn("\033[21m").attributes.underline(), Underline::Double);
    EXPECT_EQ(drawn("\033[4:3m\033[4:0m").attributes.underline(), Underline::None);
    EXPECT_EQ(drawn("\033[4m\033[24m").attributes.underline(), Underline::None);
    Screen screen(4, 1);
    screen << "\033[4;58:5:1mx\033[59my";
    EXPECT_EQ(screen.decoration(screen.cell(0, 0)).underline, Color::palette(1));
    EXPECT_EQ(screen.decoration(screen.cell(0, 1)).underline, Color{});
}

TEST(SgrTest, everyFlagGoesOnAndOff)
{
    const struct
    {
        const char *on;
        const char *off;
        Attributes::Flag flag;
    } cases[] = {
        {"\033[1m", "\033[22m", Attributes::Bold},      {"\033[2m", "\033[22m", Attributes::Faint},
        {"\033[3m", "\033[23m", Attributes::Italic},    {"\033[5m", "\033[25m", Attributes::Blink},
        {"\033[7m", "\033[27m", Attributes::Inverse},   {"\033[8m", "\033[28m", Attributes::Concealed},
        {"\033[9m", "\033[29m", Attributes::Struck},    {"\033[53m", "\033[55m", Attributes::Overlined},
    };
    for (const auto &entry : cases) {
        EXPECT_TRUE(drawn(entry.on).attributes.has(entry.flag)) << entry.on + 1;
        EXPECT_FALSE(drawn((std::string(entry.on) + entry.off).c_str()).attributes.has(entry.flag)) << entry.off + 1;
        EXPECT_FALSE(drawn((std::string(entry.on) + "\033[m").c_str()).attributes.has(entry.flag)) << entry.on + 1;
    }
}

TEST(SgrTest, aResetKeepsTheLink)
{
    Screen screen(4, 1);
    screen << "\033]8;;https://example.org\a\033[4;58;5;1mx\033[my";
    EXPECT_EQ(screen.decoration(screen.cell(0, 1)).link.toStdString(), "https://example.org");
    EXPECT_EQ(screen.decoration(screen.cell(0, 1)).underline, Color{});
}

} // namespace
} // namespace holdpoint::terminal::testing
