// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/screenframe.h>
#include <app/cli/screentext.h>

#include <gtest/gtest.h>

#include <QRegularExpression>

using namespace holdpoint;
using cli::ScreenFrame;
using cli::ScreenText;
using terminal::Screen;

namespace {

/// What a person's terminal would show of these bytes.
QStringList drawn(const QByteArray &bytes, int columns, int rows)
{
    Screen screen(columns, rows);
    screen.feed(bytes);
    return screen.visibleLines();
}

TEST(ScreenFrameTest, theFrameShowsWhatTheScreenShows)
{
    Screen screen(20, 4);
    screen.feed("\x1b[1;31mred\x1b[0m plain\r\n\xe6\xbc\xa2\xe5\xad\x97 e\xcc\x81 wide\r\n\x1b[48;2;1;2;3mdeep\x1b[0m");
    ScreenFrame frame;
    const QByteArray bytes = frame.changes(screen, 40, 10);
    EXPECT_EQ(drawn(bytes, 40, 10).first(3), screen.visibleLines().first(3));
    EXPECT_TRUE(bytes.contains("\x1b[0;1;38;5;1m"));
    EXPECT_TRUE(bytes.contains("48;2;1;2;3"));
    EXPECT_TRUE(frame.changes(screen, 40, 10).isEmpty()) << "nothing changed, nothing is drawn";
    screen.feed("\r\nmore");
    EXPECT_LT(frame.changes(screen, 40, 10).size(), 120) << "one row changed";
}

TEST(ScreenFrameTest, nothingThatAHostSentGoesThrough)
{
    Screen screen(60, 6);
    screen.feed("\x1b]0;title\x07\x1b]52;c;aGk=\x07\x1b]8;;https://a.example\x1b\\link\x1b]8;;\x1b\\\x1b[6n\x1b[?1000h\x07\x05"
                "\xe2\x80\xae" "desrever \xc2\x9b" "31m \xe2\x80\x8b.");
    ScreenFrame frame;
    const QByteArray bytes = frame.changes(screen, 60, 7);
    QString rest = QString::fromUtf8(bytes);
    rest.remove(QRegularExpression(QStringLiteral("\x1b\\[(\\d+;\\d+H|\\d+G|[\\d;]*m|2J|K)")));
    for (const QChar character : rest)
        EXPECT_TRUE(character.unicode() >= 0x20 && (character.unicode() < 0x7f || character.unicode() > 0x9f)) << int(character.unicode());
    EXPECT_FALSE(rest.contains(QChar(0x202e)));
    EXPECT_FALSE(rest.contains(QStringLiteral("a.example")));
}

TEST(ScreenFrameTest, aSmallTerminalShowsTheRowsAboveTheCursor)
{
    Screen screen(30, 20);
    for (int i = 0; i < 15; ++i)
        screen.feed(QByteArray::number(i) + "\r\n");
    ScreenFrame frame;
    const QStringList shown = drawn(frame.changes(screen, 10, 6), 10, 6);
    EXPECT_EQ(shown[3], QStringLiteral("14"));
    const QByteArray status = cli::statusRow(QStringLiteral("a\x1b[31m status that is long"), 10);
    EXPECT_FALSE(status.contains("\x1b[31m"));
}

TEST(ScreenTextTest, everyLineComesOnceWhateverTheSizeBecomes)
{
    Screen screen(20, 4);
    ScreenText text(screen);
    QString all;
    QString expected;
    for (int i = 0; i < 60; ++i) {
        const QString line = QStringLiteral("line %1 which is longer than twenty columns").arg(i);
        screen.feed(line.toUtf8() + "\r\n");
        expected += line + u'\n';
        if (i % 7 == 0)
            text.resize(12 + i % 30, 3 + i % 9);
        all += text.take();
    }
    all += text.takeAll();
    EXPECT_EQ(all, expected);
    EXPECT_TRUE(text.takeAll().isEmpty());
}

TEST(ScreenTextTest, whatStoodAboveIsPassedOver)
{
    Screen screen(20, 4);
    ScreenText text(screen);
    screen.feed("old\r\nold\r\nold\r\nold\r\nold\r\n");
    text.skip();
    screen.feed("new\r\n");
    EXPECT_EQ(text.takeAll(), QStringLiteral("new\n"));
}

} // namespace
