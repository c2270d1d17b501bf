// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <models/terminal/scrollback.h>

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {
namespace {

TEST(ScrollbackTest, linesComeBackWithTheirTextAndLooks)
{
    Screen screen(30, 1);
    screen << "plain \033[31mred\033[0m \033[1mbold\033[0m e\u0301 日本\r\n";
    ASSERT_EQ(screen.scrollbackLines(), 1);
    const Line line = screen.line(0);
    EXPECT_EQ(screen.lineText(0).toStdString(), "plain red bold e\u0301 日本");
    EXPECT_EQ(line.cells[6].attributes.foreground, Color::palette(1));
    EXPECT_EQ(line.cells[9].attributes.foreground, Color{});
    EXPECT_TRUE(line.cells[10].attributes.has(Attributes::Bold));
    EXPECT_TRUE(line.cells[17].isWide());
}

TEST(ScrollbackTest, memoryIsBoundedAndTheOldestLinesGoFirst)
{
    Limits limits;
    limits.scrollbackBytes = 1024 * 1024;
    Screen screen(80, 5, limits);
    for (int number = 0; number < 100000; ++number)
        screen.feed("\033[32mline\033[0m number " + QByteArray::number(number) + " of many\r\n");
    EXPECT_LE(screen.scrollback().bytes(), 2 * 1024 * 1024);
    EXPECT_GT(screen.scrollbackLines(), 10000);
    EXPECT_EQ(screen.scrollbackLines() + screen.droppedLines(), 100000 - 4);
    EXPECT_EQ(screen.lineText(0).toStdString(),
              "line number " + std::to_string(screen.droppedLines()) + " of many");
    EXPECT_EQ(screen.lineText(screen.scrollbackLines()).toStdString(), "line number 99996 of many");
}

TEST(ScrollbackTest, aHundredThousandColouredLinesTakeAtMost15Megabytes)
{
    Screen screen(80, 24);
    const QByteArray line("\033[90m12:34:56.789\033[0m \033[32mINFO\033[0m \033[36mserver\033[0m request "
                          "served in 12 ms with status 200 for client\r\n");
    for (int number = 0; number < 100000; ++number)
        screen.feed(line);
    EXPECT_GE(screen.scrollbackLines(), 99000);
    EXPECT_LE(screen.scrollback().bytes(), 15 * 1000 * 1000);
}

TEST(ScrollbackTest, anEndlessLineIsBoundedToo)
{
    Screen screen(80, 24);
    screen.feed(QByteArray(300000, 'x'));
    EXPECT_EQ(screen.scrollbackLines(), 300000 / 80 - 24);
    EXPECT_EQ(screen.lineText(100).toStdString(), std::string(80, 'x'));
    screen.resize(100, 24);
    EXPECT_NEAR(static_cast<double>(screen.scrollbackLines()), 3000 - 24, 40);
}

TEST(ScrollbackTest, theHostCanClearItButNotReadIt)
{
    Screen screen(10, 2);
    screen << "1\r\n2\r\n3\r\n4\033[3J";
    EXPECT_EQ(screen.scrollbackLines(), 0);
    EXPECT_EQ(screen.droppedLines(), 2);
    EXPECT_EQ(shown(screen), "3\n4");
}

TEST(ScrollbackTest, colouredBlanksAtTheEndStay)
{
    Screen screen(6, 1);
    screen << "\033[44mab\033[K\033[m\r\n";
    const Line line = screen.line(0);
    ASSERT_EQ(line.cells.size(), 6U);
    EXPECT_EQ(line.cells[5].attributes.background, Color::palette(4));
}

TEST(ScrollbackTest, colouredBlanksAtTheEndAreNoText)
{
    Screen screen(20, 1);
    screen << "\033[41mfoo \033[K\033[m\r\n\033[42m\033[K\033[m\r\nx\033[3C\033[43m\033[K\033[m\r\nlast";
    EXPECT_EQ(screen.text({0, 0}, {screen.lines(), 0}).toStdString(), "foo \n\nx\nlast");
    screen.resize(12, 1);
    EXPECT_EQ(screen.scrollbackLines(), 6);
    for (const qint64 row : {1, 3, 5}) {
        const Line line = screen.line(row);
        ASSERT_EQ(line.cells.size(), 8U);
        EXPECT_EQ(line.cells[7].attributes.background, Color::palette(1 + static_cast<int>(row) / 2));
    }
}

TEST(ScrollbackTest, everyRowKeepsItsColoursHoweverManyThereWereBefore)
{
    Screen screen(100, 1);
    const auto color = [](int row, int column) { return Color::rgb(static_cast<quint32>(row << 8 | column)); };
    for (int row = 0; row < 40; ++row) {
        for (int column = 0; column < 100; ++column)
            screen.feed("\033[38;2;0;" + QByteArray::number(row) + ';' + QByteArray::number(column) + "mx");
        screen << "\r\n";
    }
    for (int row = 0; row < 40; ++row) {
        const Line line = screen.line(row);
        for (const int column : {0, 50, 99})
            EXPECT_EQ(line.cells[static_cast<std::size_t>(column)].attributes.foreground, color(row, column)) << row;
    }
}

TEST(ScrollbackTest, aLineWhoseLastRowWasEmptiedIsTheSameInTheHistory)
{
    Screen screen(10, 3);
    screen << "AAAAAAAAAABB\r\033[K\r\nlast";
    const QString before = screen.text({0, 0}, {screen.lines(), 0});
    EXPECT_TRUE(screen.line(0).wrapped);
    screen << "\r\n\r\n\r\n";
    ASSERT_EQ(screen.scrollbackLines(), 3);
    EXPECT_TRUE(screen.line(0).wrapped);
    EXPECT_TRUE(screen.text({0, 0}, {screen.lines(), 0}).startsWith(before));
    EXPECT_EQ(screen.wrappedWith(0), (std::pair<qint64, qint64>{0, 1}));
}

TEST(InternTableTest, whatIsDroppedFromTheEndLeavesTheRestAsItWas)
{
    ClusterTable table;
    const int kept = table.intern(U"a\u0301");
    const int held = table.size();
    for (char32_t base = U'b'; base <= U'z'; ++base)
        (void)table.intern({base, 0x301});
    table.truncate(held);
    EXPECT_EQ(table.size(), held);
    EXPECT_EQ(table.intern(U"a\u0301"), kept);
    EXPECT_EQ(table.intern(U"q\u0301"), held) << "as if it came for the first time";
    EXPECT_EQ(table.at(held), U"q\u0301");
}

} // namespace
} // namespace holdpoint::terminal::testing
