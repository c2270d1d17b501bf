// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {
namespace {

/// What a shell with marks prints for a command with that many lines of output.
QByteArray session(int command, int lines)
{
    QByteArray bytes = "\033]133;A\a$ \033]133;B\acommand " + QByteArray::number(command) + "\r\n\033]133;C\a";
    for (int line = 0; line < lines; ++line)
        bytes += "output " + QByteArray::number(command) + '.' + QByteArray::number(line) + "\r\n";
    return bytes + "\033]133;D;0\a";
}

/// The lines that begin with the mark, as text.
QStringList marked(const Screen &screen, LineMark mark)
{
    QStringList lines;
    for (qint64 line = screen.markedAtOrAfter(0, mark); line >= 0; line = screen.markedAtOrAfter(line + 1, mark)) {
        EXPECT_EQ(screen.mark(line), mark);
        EXPECT_EQ(screen.markedAtOrBefore(line, mark), line);
        lines += screen.lineText(line);
    }
    return lines;
}

TEST(LineMarkTest, marksGoWithTheirLinesIntoTheScrollback)
{
    Screen screen(20, 4);
    for (int command = 0; command < 3; ++command)
        screen.feed(session(command, 5));
    EXPECT_EQ(
        marked(screen, LineMark::Prompt),
        (QStringList{QStringLiteral("$ command 0"), QStringLiteral("$ command 1"), QStringLiteral("$ command 2")}));
    EXPECT_EQ(marked(screen, LineMark::Output),
              (QStringList{QStringLiteral("output 0.0"), QStringLiteral("output 1.0"), QStringLiteral("output 2.0")}));
}

TEST(LineMarkTest, theyStayOnTheirLinesWhenTheWidthChanges)
{
    Screen screen(20, 6);
    for (int command = 0; command < 4; ++command)
        screen.feed(session(command, 3));
    for (const int columns : {4, 7, 60, 3, 20})
        screen.resize(columns, 6);
    EXPECT_EQ(marked(screen, LineMark::Prompt).size(), 4);
    EXPECT_EQ(marked(screen, LineMark::Output),
              (QStringList{QStringLiteral("output 0.0"), QStringLiteral("output 1.0"), QStringLiteral("output 2.0"),
                           QStringLiteral("output 3.0")}));
}

TEST(LineMarkTest, aPromptThatTheShellDrawsAnewKeepsItsMark)
{
    Screen screen(20, 6);
    screen << "\033]133;A\a$ \033]133;B\aa command\r\033[K$ a command";
    EXPECT_EQ(marked(screen, LineMark::Prompt), QStringList{QStringLiteral("$ a command")});
}

TEST(LineMarkTest, aPromptThatACommandWritesOverIsNoneAnyMore)
{
    const QByteArrayList over{"forged",
                              "\033[2K",
                              "\xe2\x9c\x93",
                              "\033[3X",
                              "\033[2@",
                              "\033[2P",
                              "\033[88;1;1;1;4$x",
                              "\033[1;1;1;9$z",
                              "\033[2;1;2;9;1;1;1$v"};
    for (const QByteArray &what : over) {
        Screen screen(20, 6);
        screen.feed(session(0, 1));
        screen.feed("\033]133;A\a$ \033]133;B\aprintf\r\n\033]133;C\a\033[H" + what + "\033[4H");
        EXPECT_EQ(marked(screen, LineMark::Prompt), QStringList{QStringLiteral("$ printf")}) << what.toStdString();
        screen << "\033]133;D;0\a\033]133;A\a$ \033]133;B\a";
        EXPECT_EQ(marked(screen, LineMark::Prompt).size(), 2) << what.toStdString();
    }
}

TEST(LineMarkTest, aPromptThatACommandPrintsItselfMakesItNoShell)
{
    Screen screen(20, 6);
    screen << "\033]133;A;hp=n\a$ \033]133;B;hp=n\afalse\r\n\033]133;C;hp=n\a\033]133;D;1;hp=n\a"
              "\033]133;A;hp=n\a$ \033]133;B;hp=n\assh\r\n\033]133;C;hp=n\a\033]133;A\ainner$ \033]133;B\a"
              "\r\033[Kinner$ again\033[s\033[Hforged";
    EXPECT_EQ(marked(screen, LineMark::Prompt), (QStringList{QStringLiteral("$ ssh"), QStringLiteral("inner$ again")}));
}

TEST(LineMarkTest, aNewShellOnTheScreenEndsTheOutputOfOneThatIsGone)
{
    Screen screen(20, 6);
    screen << "\033]133;A;hp=old\a$ \033]133;B;hp=old\aexit\r\n\033]133;C;hp=old\a";
    screen.forgetOutput();
    screen << "\033]133;A;hp=new\a$ \033]133;B;hp=new\aprintf\r\n\033]133;C;hp=new\a\033[2;1Hforged";
    EXPECT_EQ(marked(screen, LineMark::Prompt), QStringList{QStringLiteral("$ exit")});
}

TEST(LineMarkTest, whatACommandWritesElsewhereLeavesPromptsAsTheyAre)
{
    Screen screen(20, 8);
    screen.feed(session(0, 1));
    screen << "\033]133;A\a$ \033]133;B\atop\r\n\033]133;C\a\033[?1049h\033[Hfull screen\033[?1049l\033[1;15H\033[K"
              "\033[5Hbelow\033[1G\033[1;20r\033[31m";
    EXPECT_EQ(marked(screen, LineMark::Prompt), (QStringList{QStringLiteral("$ command 0"), QStringLiteral("$ top")}));
}

TEST(LineMarkTest, aClearedScreenHasNone)
{
    Screen screen(20, 6);
    screen.feed(session(0, 2));
    screen << "\033[H\033[2J";
    EXPECT_TRUE(marked(screen, LineMark::Prompt).isEmpty());
}

TEST(LineMarkTest, whatBecameOfACommandStaysWithItsPromptWhateverBecomesOfTheLines)
{
    Screen screen(20, 4);
    for (int command = 1; command <= 40; ++command) {
        screen.feed(session(command, 3));
        EXPECT_EQ(screen.newestCommand(), static_cast<quint32>(command));
        screen.setOutcome(screen.newestCommand(), {.state = CommandOutcome::State::Ended, .exit = command, .ms = 1000});
    }
    for (const int columns : {4, 7, 60, 3, 20}) {
        screen.resize(columns, columns % 5 + 2);
        const std::unique_ptr<Screen> copy = screen.copy();
        int command = 0;
        for (qint64 line = copy->markedAtOrAfter(0, LineMark::Prompt); line >= 0;
             line = copy->markedAtOrAfter(line + 1, LineMark::Prompt)) {
            const auto outcome = copy->outcome(line);
            ASSERT_TRUE(outcome) << line;
            EXPECT_EQ(outcome->exit, ++command);
            EXPECT_FALSE(copy->outcome(line + 1));
        }
        EXPECT_EQ(command, 40);
    }
}

TEST(LineMarkTest, aPromptOnACleanScreenKnowsNothingOfTheOneThatWasThere)
{
    Screen screen(20, 4);
    screen << "\033]133;A\a$ ";
    screen.setOutcome(screen.newestCommand(), {.state = CommandOutcome::State::Running});
    EXPECT_TRUE(screen.outcome(0));
    (void)screen.takeDamage();
    screen.setOutcome(screen.newestCommand(), {.state = CommandOutcome::State::Unknown});
    EXPECT_EQ(screen.takeDamage().rows, std::vector<int>{0}) << "its row is to be painted anew";
    screen << "\033[H\033[2J\033]133;A\a$ ";
    EXPECT_FALSE(screen.outcome(0));
    EXPECT_FALSE(screen.outcome(-1));
    EXPECT_FALSE(screen.outcome(99));
    screen.setOutcome(0, {});
    EXPECT_FALSE(screen.outcome(1));
}

TEST(LineMarkTest, whereThereIsNoneNothingIsFound)
{
    Screen screen(20, 3);
    screen.feed(QByteArray("line\r\n").repeated(100));
    EXPECT_EQ(screen.markedAtOrBefore(50, LineMark::Prompt), -1);
    EXPECT_EQ(screen.markedAtOrAfter(50, LineMark::Prompt), -1);
    EXPECT_EQ(screen.markedAtOrBefore(-1, LineMark::Prompt), -1);
    EXPECT_EQ(screen.markedAtOrAfter(9999, LineMark::Prompt), -1);
}

TEST(LineMarkTest, theyAreFoundAmongAHundredThousandLines)
{
    Screen screen(40, 5);
    screen.feed(session(0, 50000));
    screen.feed(session(1, 50000));
    const qint64 second = screen.markedAtOrBefore(screen.lines() - 1, LineMark::Prompt);
    EXPECT_EQ(screen.lineText(second), QStringLiteral("$ command 1"));
    EXPECT_EQ(screen.lineText(screen.markedAtOrBefore(second - 1, LineMark::Prompt)), QStringLiteral("$ command 0"));
}

} // namespace
} // namespace holdpoint::terminal::testing
