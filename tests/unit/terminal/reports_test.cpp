// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {
namespace {

std::string answer(Screen &screen, const char *question)
{
    screen << question;
    return screen.takeReplies().toStdString();
}

std::string setting(Screen &screen, const std::string &function)
{
    return answer(screen, ("\033P$q" + function + "\033\\").c_str());
}

TEST(ReportsTest, aSettingIsReportedInNumbers)
{
    Screen screen(20, 10);
    screen << "\033[2;5r\033[?69h\033[3;9s\033[4 q\033[1\"q\033[2*x\033[1;4:3;91;48;5;200m\033[38;2;1;2;3m";
    EXPECT_EQ(setting(screen, "r"), "\033P1$r2;5r\033\\");
    EXPECT_EQ(setting(screen, "s"), "\033P1$r3;9s\033\\");
    EXPECT_EQ(setting(screen, " q"), "\033P1$r4 q\033\\");
    EXPECT_EQ(setting(screen, "\"q"), "\033P1$r1\"q\033\\");
    EXPECT_EQ(setting(screen, "\"p"), "\033P1$r64;1\"p\033\\");
    EXPECT_EQ(setting(screen, "*x"), "\033P1$r2*x\033\\");
    EXPECT_EQ(setting(screen, "t"), "\033P1$r10t\033\\");
    EXPECT_EQ(setting(screen, "$|"), "\033P1$r20$|\033\\");
    EXPECT_EQ(setting(screen, "m"), "\033P1$r0;1;4:3;38:2::1:2:3;48:5:200m\033\\");
}

TEST(ReportsTest, theReportedLookMakesTheSameLook)
{
    Screen screen(20, 3);
    screen << "\033[1;3;4;9;53;33;104mX";
    const std::string report = setting(screen, "m");
    const std::string parameters = report.substr(5, report.size() - 5 - 2);
    screen << "\033[0m" << ("\033[" + parameters + "Y").c_str();
    EXPECT_EQ(screen.cell(0, 0).attributes, screen.cell(0, 1).attributes);
}

TEST(ReportsTest, aModeIsOnOffFixedOrUnknown)
{
    Screen screen(20, 3);
    EXPECT_EQ(answer(screen, "\033[?69$p\033[?69h\033[?69$p"), "\033[?69;2$y\033[?69;1$y");
    EXPECT_EQ(answer(screen, "\033[?4$p\033[?4h\033[?4$p"), "\033[?4;2$y\033[?4;1$y");
    EXPECT_EQ(answer(screen, "\033[5$p\033[?60$p\033[?4711$p"), "\033[5;4$y\033[?60;4$y\033[?4711;0$y");
}

TEST(ReportsTest, aLowerLevelKnowsNeitherModeReportsNorSideMargins)
{
    Screen screen(20, 3);
    EXPECT_EQ(answer(screen, "\033[62\"p\033[4$p"), "");
    EXPECT_EQ(answer(screen, "\033[63\"p\033[4$p\033[?69h\033[?69$p"), "\033[4;2$y\033[?69;2$y");
    EXPECT_EQ(answer(screen, "\033[c"), "\033[?63;1;6;9;15;21;22;28c");
}

TEST(ReportsTest, modesAreKeptAndBroughtBack)
{
    Screen screen(20, 3);
    EXPECT_EQ(answer(screen, "\033[?2004h\033[?2004s\033[?2004l\033[?2004r\033[?2004$p"), "\033[?2004;1$y");
}

TEST(ReportsTest, theKeyboardModeIsReported)
{
    Screen screen(20, 3);
    EXPECT_EQ(answer(screen, "\033[>4;2m\033[?4m\033[>4m\033[?4m"), "\033[>4;2m\033[>4;0m");
}

TEST(TitlesTest, aTitleIsPutAsideAndBroughtBack)
{
    Screen screen(20, 3);
    screen << "\033]2;shell\a\033[22;0t\033]2;editor\a";
    EXPECT_EQ(screen.takeEvents().back().text, QStringLiteral("editor"));
    screen << "\033[23;0t";
    ASSERT_EQ(screen.takeEvents().size(), 1u);
    screen << "\033[23;0t";
    EXPECT_TRUE(screen.takeEvents().empty()) << "nothing is left to bring back";
}

TEST(TitlesTest, aNumberThatIsNoTitlesSetsNone)
{
    Screen screen(20, 3);
    screen << "\033]-8;x\a\033]-1;x\a\033]3;x\a";
    EXPECT_TRUE(screen.takeEvents().empty());
}

TEST(TitlesTest, onlyATestMayReadOneBack)
{
    Screen screen(20, 3, {}, Permissions::everything());
    screen << "\033]2;a b\a";
    EXPECT_EQ(answer(screen, "\033[21t"), "\033]la b\033\\");
}

TEST(ProgressTest, aProgramSaysHowFarItIs)
{
    Screen screen(20, 3);
    const auto said = [&](const char *bytes) {
        screen << bytes;
        const std::vector<Event> events = screen.takeEvents();
        return events.empty() ? Progress{} : events.back().progress;
    };
    EXPECT_EQ(said("\033]9;4;1;42\a"), (Progress{Progress::State::Running, 42}));
    EXPECT_EQ(said("\033]9;4;2;999\a"), (Progress{Progress::State::Failed, 100}));
    EXPECT_EQ(said("\033]9;4;3\a"), (Progress{Progress::State::Unknown, 0}));
    EXPECT_EQ(said("\033]9;4;1;1\033\\\033]9;4;0\a"), Progress{}) << "only its newest is of interest";
    screen << "\033]9;a notification\a\033]9;4;7;1\a\033]9;4;-1\a\033]9;4\a";
    EXPECT_TRUE(screen.takeEvents().empty());
}

TEST(PaletteTest, aHostSetsColoursAndTakesThemBack)
{
    Screen screen(20, 3);
    screen << "\033]4;1;rgb:12/34/56;2;#abc\a\033]11;#102030\a";
    EXPECT_EQ(screen.palette().color(1), 0x123456u);
    EXPECT_EQ(screen.palette().color(2), 0xa0b0c0u);
    EXPECT_EQ(screen.palette().dynamicColor(Palette::Background), 0x102030u);
    screen << "\033]104;1\a";
    EXPECT_FALSE(screen.palette().color(1));
    EXPECT_TRUE(screen.palette().color(2));
    screen << "\033]104\a\033]111\a";
    EXPECT_TRUE(screen.palette().isEmpty());
    screen << "\033]4;1;#fff\a\033c";
    EXPECT_TRUE(screen.palette().isEmpty()) << "a reset takes them back too";
}

TEST(PaletteTest, aSpecificationIsThreeNumbersOrNothing)
{
    EXPECT_EQ(Palette::parse("rgb:f/0/8"), 0xff0088u);
    EXPECT_EQ(Palette::parse("rgb:ffff/8000/0000"), 0xff7f00u);
    EXPECT_EQ(Palette::parse("#f00f00f00"), 0xf0f0f0u);
    EXPECT_EQ(Palette::parse("#123456789abc"), 0x12569au);
    for (const char *wrong : {"", "#", "#ff", "#gggggg", "rgb:", "rgb:1/2", "rgb:1/2/3/4", "rgb:12345/1/1", "red", "#12345"})
        EXPECT_FALSE(Palette::parse(wrong)) << wrong;
    EXPECT_EQ(Palette::text(0x0a1b2c).toStdString(), "rgb:0a0a/1b1b/2c2c");
}

TEST(PaletteTest, indicesOutOfRangeChangeNothing)
{
    Screen screen(20, 3);
    screen << "\033]4;-1;#fff;261;#fff;99999;#fff;x;#fff\a\033]20;#fff\a\033]104;-5;400\a";
    EXPECT_TRUE(screen.palette().isEmpty());
}

} // namespace
} // namespace holdpoint::terminal::testing
