// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace holdpoint::terminal::testing {
namespace {

TEST(ReflowTest, narrowingWrapsAndWideningRejoins)
{
    Screen screen(10, 4);
    screen << "abcdefgh\r\nx";
    screen.resize(4, 4);
    EXPECT_EQ(shown(screen), "abcd\nefgh\nx");
    EXPECT_TRUE(screen.isWrapped(0));
    EXPECT_EQ(screen.cursorRow(), 2);
    EXPECT_EQ(screen.cursorColumn(), 1);
    screen.resize(10, 4);
    EXPECT_EQ(shown(screen), "abcdefgh\nx");
    EXPECT_EQ(screen.cursorRow(), 1);
}

TEST(ReflowTest, aLineHalfInTheScrollbackRejoinsWhole)
{
    Screen screen(4, 2);
    screen << "abcdefghij\r\nx";
    EXPECT_EQ(shown(screen), "ij\nx");
    EXPECT_EQ(screen.scrollbackLines(), 2);
    screen.resize(12, 2);
    EXPECT_EQ(shown(screen), "abcdefghij\nx");
    EXPECT_EQ(screen.scrollbackLines(), 0);
}

TEST(ReflowTest, historyWrapsAtTheWidthItIsLookedAt)
{
    Screen screen(10, 1);
    screen << "abcdefgh\r\nsecond\r\n";
    EXPECT_EQ(screen.scrollbackLines(), 2);
    screen.resize(4, 1);
    ASSERT_EQ(screen.scrollbackLines(), 4);
    EXPECT_EQ(screen.lineText(0).toStdString(), "abcd");
    EXPECT_TRUE(screen.line(0).wrapped);
    EXPECT_EQ(screen.lineText(1).toStdString(), "efgh");
    EXPECT_EQ(screen.lineText(3).toStdString(), "nd");
    EXPECT_EQ(screen.text({0, 0}, {3, 4}).toStdString(), "abcdefgh\nsecond");
}

TEST(ReflowTest, growingAFullScreenBringsHistoryBack)
{
    Screen screen(10, 2);
    screen << "1\r\n2\r\n3\r\n4";
    screen.resize(10, 3);
    EXPECT_EQ(shown(screen), "2\n3\n4");
    EXPECT_EQ(screen.scrollbackLines(), 1);
    EXPECT_EQ(screen.cursorRow(), 2);
    screen.resize(10, 1);
    EXPECT_EQ(shown(screen), "4");
    EXPECT_EQ(screen.scrollbackLines(), 3);
}

TEST(ReflowTest, growingAClearedScreenLeavesItClear)
{
    Screen screen(10, 2);
    screen << "1\r\n2\r\n3\033[2J\033[H$ ";
    screen.resize(10, 4);
    EXPECT_EQ(shown(screen), "$ ");
    EXPECT_EQ(screen.cursorRow(), 0);
}

TEST(ReflowTest, wideCharactersMoveToTheNextRowWhole)
{
    Screen screen(6, 3);
    screen << "日本語";
    screen.resize(5, 3);
    EXPECT_EQ(shown(screen), "日本\n語");
    screen.resize(6, 3);
    EXPECT_EQ(shown(screen), "日本語");
    screen.resize(3, 3);
    EXPECT_EQ(shown(screen), "日\n本\n語");
    EXPECT_EQ(screen.text({0, 0}, {2, 3}).toStdString(), "日本語");
}

TEST(ReflowTest, coloursStayWithTheirCharacters)
{
    Screen screen(6, 2);
    screen << "ab\033[31mcd\033[mef\r\n\r\n";
    screen.resize(3, 2);
    screen.resize(6, 5);
    EXPECT_EQ(everything(screen), "abcdef");
    const Line line = screen.line(0);
    EXPECT_EQ(line.cells[1].attributes.foreground, Color{});
    EXPECT_EQ(line.cells[2].attributes.foreground, Color::palette(1));
    EXPECT_EQ(line.cells[3].attributes.foreground, Color::palette(1));
    EXPECT_EQ(line.cells[4].attributes.foreground, Color{});
}

TEST(ReflowTest, theAlternateScreenIsCutAndTheFirstOneReflowed)
{
    Screen screen(8, 3);
    screen << "abcdefgh\r\n$ \033[?1049h\033[Hxxxxxxxx";
    screen.resize(4, 3);
    EXPECT_EQ(shown(screen), "xxxx");
    screen << "\033[?1049l";
    EXPECT_EQ(shown(screen), "abcd\nefgh\n$ ");
    EXPECT_EQ(screen.cursorRow(), 2);
    EXPECT_EQ(screen.cursorColumn(), 2);
}

TEST(ReflowTest, noTextIsLostInAnySeriesOfResizes)
{
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937 random(seed);
        Screen screen(80, 24);
        QByteArray text;
        for (int line = 0; line < 60; ++line) {
            for (auto count = random() % 150; count > 0; --count)
                text += random() % 9 == 0 ? QByteArray("日") : QByteArray(1, static_cast<char>('a' + random() % 26));
            text += "\r\n";
        }
        screen.feed(text);
        text.replace("\r\n", "\n");
        while (text.endsWith('\n'))
            text.chop(1);
        for (int step = 0; step < 30; ++step) {
            const int columns = 2 + static_cast<int>(random() % 150);
            const int rows = 1 + static_cast<int>(random() % 50);
            screen.resize(columns, rows);
            ASSERT_LT(screen.cursorRow(), rows);
            QString all = screen.text({0, 0}, {screen.lines() - 1, columns});
            while (all.endsWith(QLatin1Char('\n')))
                all.chop(1);
            ASSERT_EQ(all.toUtf8().toStdString(), text.toStdString())
                << "seed " << seed << " step " << step << " at " << columns << "x" << rows;
        }
    }
}

/// The positions count dropped lines too.
QString textBetween(const Screen &screen, Position from, Position to)
{
    return screen.text({from.line - screen.droppedLines(), from.column}, {to.line - screen.droppedLines(), to.column});
}

TEST(ReflowTest, followedPositionsStayOnTheirText)
{
    Screen screen(10, 3);
    screen << "abcdefgh\r\nijklmnop\r\nq\r\nr";
    std::array followed{Position{0, 6}, Position{1, 2}, Position{2, 0}, Position{1, 10}};
    screen.resize(4, 3, followed);
    EXPECT_EQ(followed[0], (Position{1, 2}));
    EXPECT_EQ(followed[1], (Position{2, 2}));
    EXPECT_EQ(followed[2], (Position{4, 0}));
    EXPECT_EQ(followed[3], (Position{3, 4})) << "behind the line's end";
    EXPECT_EQ(textBetween(screen, followed[0], followed[1]), QStringLiteral("gh\nij"));
    screen.resize(30, 3, followed);
    EXPECT_EQ(followed[0], (Position{0, 6}));
    EXPECT_EQ(followed[3], (Position{1, 30}));
}

TEST(ReflowTest, followedPositionsStayOnTheirTextInAnySeriesOfResizes)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        Screen screen(20, 6);
        for (int line = 0; line < 30; ++line) {
            QByteArray text;
            for (auto count = random() % 60; count > 0; --count)
                text += random() % 9 == 0 ? QByteArray("日") : QByteArray(1, static_cast<char>('a' + random() % 26));
            screen.feed(text + (line < 29 ? "\r\n" : "x"));
        }
        const auto place = [&] {
            const auto line = static_cast<qint64>(random() % static_cast<unsigned>(screen.lines()));
            const auto length = static_cast<unsigned>(screen.line(line).cells.size());
            return Position{line, random() % 4 == 0 ? screen.columns() : static_cast<int>(random() % (length + 1))};
        };
        std::array followed{place(), place()};
        const QString text = textBetween(screen, followed[0], followed[1]);
        for (int step = 0; step < 30; ++step) {
            screen.resize(2 + static_cast<int>(random() % 60), 1 + static_cast<int>(random() % 20), followed);
            ASSERT_EQ(textBetween(screen, followed[0], followed[1]).toStdString(), text.toStdString())
                << "seed " << seed << " step " << step << " at " << screen.columns() << 'x' << screen.rows();
        }
    }
}

TEST(ReflowTest, aFollowedPositionInALineThatTheHistoryBreaksStaysOnItsText)
{
    Screen screen(200, 4);
    screen.feed(QByteArray("0123456789").repeated(2000) + "\r\nnext line\r\n");
    const qint64 line = screen.scrollbackLines() + screen.cursorRow() - 1;
    std::array followed{Position{line, 5}, Position{line, 9}};
    for (const int columns : {150, 500, 33, 90}) {
        screen.resize(columns, columns % 7 * 40 + 2, followed);
        EXPECT_EQ(textBetween(screen, followed[0], followed[1]), QStringLiteral("line")) << columns;
    }
}

TEST(ReflowTest, whatWasDroppedIsNotFoundAgain)
{
    Limits small;
    small.scrollbackBytes = 1;
    Screen screen(40, 4, small);
    screen.feed("first line\r\n");
    const Position first{0, 0};
    std::array followed{first};
    screen.feed(QByteArray("another line\r\n").repeated(50000));
    ASSERT_GT(screen.droppedLines(), 0);
    screen.resize(5, 4, followed);
    EXPECT_LT(followed[0].line, screen.droppedLines());
}

TEST(ReflowTest, positionsOnTheAlternateScreenStayInTheirCells)
{
    Screen screen(10, 3);
    screen << "abcdefgh\r\nijklmnop\r\nq\r\nr\033[?1049h\033[2;1Hother";
    std::array followed{Position{screen.scrollbackLines() + 1, 1}, Position{0, 6}};
    screen.resize(4, 3, followed);
    EXPECT_EQ(followed[0], (Position{screen.scrollbackLines() + 1, 1}));
    EXPECT_EQ(followed[1], (Position{1, 2}));
}

TEST(ReflowTest, outputBetweenResizesNeverBreaksTheScreen)
{
    const QByteArray pieces[] = {"text that is rather long and wraps ", "\r\n", "\033[?1049h", "\033[?1049l", "\033[2J",
                                 "\033[3;1H", "日本語", "\033[5;10r", "\033[r", "\033[K", "\033[L", "\0337", "\0338",
                                 "e\u0301", "\033[3J", "\033]133;B\a"};
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        Screen screen(20, 6);
        for (int step = 0; step < 400; ++step) {
            screen.feed(pieces[random() % std::size(pieces)]);
            if (step % 5 == 0)
                screen.resize(1 + static_cast<int>(random() % 40), 1 + static_cast<int>(random() % 12));
        }
        ASSERT_LT(screen.cursorRow(), screen.rows());
        ASSERT_LT(screen.cursorColumn(), screen.columns());
        for (qint64 line = 0; line < screen.lines(); ++line)
            ASSERT_LE(screen.line(line).cells.size(), static_cast<std::size_t>(screen.columns())) << "seed " << seed;
    }
}

TEST(ReflowTest, aLineThatBeganInTheScrollbackEndsWhereTheScreenIsBegunAnew)
{
    for (const char *anew : {"\033[H\033[2J", "\033[H\033[J", "\033[5;1H\033[1J\033[H", "\033[H\033[K", "\033[H\033[2K",
                             "\033[H\033M", "\033[H\033[L", "\033[H\033[M", "\033[T\033[H", "\033c", "\033[2;3r\033[r\033[M"}) {
        Screen screen(10, 3);
        screen << "AAAAAAAAAABBBBBBBBBB\r\n\r\n";
        ASSERT_EQ(screen.scrollbackLines(), 1);
        ASSERT_TRUE(screen.line(0).wrapped);
        screen << anew << "\033]133;A\aprompt$";
        EXPECT_FALSE(screen.line(0).wrapped) << anew + 1;
        EXPECT_TRUE(screen.text({0, 0}, {screen.lines(), 0}).startsWith(QStringLiteral("AAAAAAAAAA\nprompt$"))) << anew + 1;
        screen.resize(30, 3);
        EXPECT_EQ(everything(screen).substr(0, 18), "AAAAAAAAAA\nprompt$") << anew + 1;
        EXPECT_EQ(screen.markedAtOrAfter(0, LineMark::Prompt), 1) << anew + 1;
    }
}

TEST(ReflowTest, whatOnlyPartOfTheFirstRowIsErasedForGoesOnWithItsLine)
{
    Screen screen(10, 3);
    screen << "AAAAAAAAAABBBBBBBBBB\r\n\r\n\033[1;5H\033[K\033[2;1H\033[2K\033[J";
    EXPECT_TRUE(screen.line(0).wrapped);
    screen.resize(30, 3);
    EXPECT_EQ(everything(screen), "AAAAAAAAAABBBB");
}

TEST(ReflowTest, theAlternateScreenEndsNoLineOfThePrimary)
{
    Screen screen(10, 3);
    screen << "AAAAAAAAAABBBBBBBBBB\r\n\r\n\033[?1049h\033[H\033[2J\033M\033[M\033[2K\033[?1049l";
    screen.resize(30, 3);
    EXPECT_EQ(everything(screen), "AAAAAAAAAABBBBBBBBBB");
}

TEST(ReflowTest, aLineEndsWhereItsNextRowIsErasedDeletedOrPushedDown)
{
    for (const char *anew : {"\033[2;1H\033[2K", "\033[2;1H\033[M", "\033[2;1H\033[L", "\033[2;3r\033[2;1H\033M\033[r\033[2;1H"}) {
        Screen screen(10, 5);
        screen << "AAAAAAAAAABBBBBBBBBBCCC\r\nend" << anew << "new\033[K";
        EXPECT_FALSE(screen.isWrapped(0)) << anew + 1;
        screen.resize(30, 5);
        EXPECT_EQ(everything(screen).substr(0, 14), "AAAAAAAAAA\nnew") << anew + 1;
    }
    Screen screen(10, 2);
    screen << "top\r\nAAAAAAAAAABB\033[1;1H\033[L";
    EXPECT_FALSE(screen.isWrapped(1)) << "what it went on in has left at the bottom";
}

/// Where a wide character did not fit, and was written over in the row it went to.
Screen &overwritten(Screen &screen) { return screen << "abcd\u65e5\rxyzab" "c\r\nend"; }

TEST(ReflowTest, theColumnThatAWideCharacterDidNotFitIsABlankOnceThatIsGone)
{
    Screen screen(5, 4);
    overwritten(screen);
    ASSERT_EQ(shown(screen), "abcd \nxyzab\nc\nend");
    screen.resize(6, 4);
    EXPECT_EQ(shown(screen), "abcd x\nyzabc\nend");
    screen.resize(5, 4);
    EXPECT_EQ(shown(screen), "abcd \nxyzab\nc\nend");
    EXPECT_EQ(screen.text({0, 0}, {2, 5}).toStdString(), "abcd xyzabc");
}

TEST(ReflowTest, theHistoryHasThatBlankToo)
{
    Screen screen(5, 2);
    overwritten(screen) << "\r\n\r\n";
    EXPECT_EQ(everything(screen), "abcd \nxyzab\nc\nend");
    Screen later(5, 2); // its first row is in the history when the wide character goes
    later << "abcd\u65e5\r\n\033[Hxyzab" "c\r\nend\r\n";
    EXPECT_EQ(later.lineText(1).toStdString(), "xyzab");
    EXPECT_EQ(later.text({0, 0}, {3, 5}).toStdString(), "abcd xyzabc\nend");
    Screen resized(5, 2);
    resized << "abcd\u65e5\r\n\033[Hxy";
    ASSERT_EQ(resized.scrollbackLines(), 1);
    std::array<Position, 1> followed{Position{1, 1}};
    resized.resize(9, 2, followed);
    EXPECT_EQ(shown(resized), "abcd xy");
    EXPECT_EQ(followed.front(), (Position{0, 6}));
}

TEST(ReflowTest, aColumnLeftEmptyIsABlankWhereverItIsMovedTo)
{
    for (const char *move : {"\033[A\r\033[P\033[5Gx", "\033[A\r\033[1;2;1;5;1;1;1$v\033[5Gx"}) {
        Screen screen(5, 2);
        screen << "abcd\u65e5" << move;
        EXPECT_EQ(shown(screen).substr(0, 5), "bcd x") << move;
        EXPECT_EQ(screen.text({0, 0}, {0, 5}).toStdString(), "bcd x") << move;
        screen << "\033[r\033[2H\r\n\r\n";
        EXPECT_EQ(screen.lineText(0).toStdString(), "bcd x") << move;
    }
}

TEST(ReflowTest, everyOfManyPositionsIsFollowedAtOnce)
{
    constexpr int lines = 100'000;
    Screen screen(20, 4);
    QByteArray bytes;
    for (int line = 0; line < lines; ++line)
        bytes += line % 2 == 0 ? "short\r\n" : "a line of two rows is 31 long..\r\n";
    screen.feed(bytes);
    std::vector<Position> followed{{screen.lines() - 1, 0}};
    for (qint64 line = 0; line < lines; ++line)
        followed.push_back({line / 2 * 3 + line % 2, 3});
    screen.resize(40, 4, followed);
    for (qint64 line = 0; line < lines; ++line)
        ASSERT_EQ(followed[static_cast<std::size_t>(line) + 1], (Position{line, 3}));
}

} // namespace
} // namespace holdpoint::terminal::testing
