// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/unit/terminal/screens.h>

#include <models/terminal/charwidth.h>
#include <models/terminal/grapheme.h>

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {

namespace {

constexpr const char *family = "\U0001f468\u200d\U0001f469\u200d\U0001f467";

int columnAfter(const char *text)
{
    Screen screen(20, 2);
    screen << text;
    return screen.cursorColumn();
}

} // namespace

TEST(GraphemeTest, anEmojiOfSeveralIsAsWideAsOne)
{
    EXPECT_EQ(columnAfter(family), 2);
    EXPECT_EQ(columnAfter("\U0001f44d\U0001f3fd"), 2) << "a thumb with a skin tone";
    EXPECT_EQ(columnAfter("\U0001f1e9\U0001f1ea"), 2) << "a flag";
    EXPECT_EQ(columnAfter("\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7"), 4) << "two flags";
    EXPECT_EQ(columnAfter("\U0001f3c3\u200d\u27a1\ufe0f"), 2) << "a runner to the right";
    EXPECT_EQ(columnAfter("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"), 2)
        << "a flag by tags";
}

TEST(GraphemeTest, twoEmojiStayTwo)
{
    EXPECT_EQ(columnAfter("\U0001f44d\U0001f44d"), 4);
    EXPECT_EQ(columnAfter("a\U0001f3fd"), 3) << "a skin tone of nothing";
    EXPECT_EQ(columnAfter("\U0001f468\u200dx"), 3) << "a joiner before a letter";
    EXPECT_EQ(columnAfter("\U0001f468\u200d\033[m\U0001f469"), 4) << "a sequence comes between";
}

TEST(GraphemeTest, aVariationSelectorChoosesTheWidth)
{
    EXPECT_EQ(columnAfter("\u2764\ufe0f"), 2) << "a heart as emoji";
    EXPECT_EQ(columnAfter("\u2764\ufe0e"), 1) << "as text";
    EXPECT_EQ(columnAfter("\u231a\ufe0e"), 1) << "a watch as text";
    EXPECT_EQ(columnAfter("1\ufe0f\u20e3"), 2) << "a keycap";
    EXPECT_EQ(columnAfter("a\ufe0f"), 1) << "a letter has one look";
}

TEST(GraphemeTest, aSyllableOfIndicScriptsTakesTwoColumnsAtMost)
{
    EXPECT_EQ(columnAfter("\u0915\u093f"), 2) << "ka and a vowel sign with its own column";
    EXPECT_EQ(columnAfter("\u0924\u094d\u092f\u093e"), 2) << "tya and a vowel sign";
    EXPECT_EQ(columnAfter("\u0924\u092f"), 2) << "two consonants without a virama";
    EXPECT_EQ(columnAfter("\u094d\u0924"), 1) << "a virama of nothing";
}

TEST(GraphemeTest, oneThatGrowsAtTheEndOfALineGoesToTheNext)
{
    Screen screen(4, 2);
    screen << "abc\u2764\ufe0f";
    EXPECT_EQ(screen.cursorRow(), 1);
    EXPECT_EQ(screen.cursorColumn(), 2);
    EXPECT_TRUE(screen.cell(1, 0).isWide());
    EXPECT_EQ(shown(screen), "abc\n\u2764\ufe0f");
    Screen clipped(4, 2);
    clipped << "\033[?7labc\u2764\ufe0f";
    EXPECT_EQ(clipped.cursorRow(), 0);
    EXPECT_EQ(shown(clipped), "abc\u2764\ufe0f") << "without wrapping there is no place to grow";
}

TEST(GraphemeTest, oneThatShrinksTakesThePlaceThatItHadNotRoomFor)
{
    Screen screen(10, 3);
    screen << "123456789\u231a\ufe0ex";
    EXPECT_EQ(shown(screen), "123456789\u231a\ufe0e\nx");
    EXPECT_TRUE(screen.isWrapped(0));
    EXPECT_EQ(screen.cursorColumn(), 1);
}

TEST(GraphemeTest, whatIsBehindMovesInInsertModeAndIsOverwrittenOtherwise)
{
    Screen screen(8, 1);
    screen << "xyz\r\033[4h\u2764\ufe0f";
    EXPECT_EQ(shown(screen), "\u2764\ufe0fxyz");
    screen << "\r\033[4l\033[2K"
           << "xyz\r\u2764\ufe0f";
    EXPECT_EQ(shown(screen), "\u2764\ufe0fz");
    screen << "\r\033[2K"
           << "xyz\r\u231a\ufe0e";
    EXPECT_EQ(shown(screen), "\u231a\ufe0e z");
}

TEST(GraphemeTest, aSelectorBehindAMovedCursorChangesNoColumns)
{
    Screen screen(8, 1);
    screen << "\u2764\033[1;2H\ufe0fx";
    EXPECT_EQ(screen.cursorColumn(), 2);
    EXPECT_EQ(shown(screen), "\u2764\ufe0fx");
}

TEST(GraphemeTest, aHostMayAskForSingleCharactersAndForWhatIsSet)
{
    Screen screen(20, 2);
    screen << "\033[?2027$p";
    EXPECT_EQ(screen.takeReplies().toStdString(), "\033[?2027;1$y");
    screen << "\033[?2027l\033[?2027$p" << family << "\u2764\ufe0f";
    EXPECT_EQ(screen.takeReplies().toStdString(), "\033[?2027;2$y");
    EXPECT_EQ(screen.cursorColumn(), 7);
    screen << "\033c\033[?2027$p";
    EXPECT_EQ(screen.takeReplies().toStdString(), "\033[?2027;1$y");
}

TEST(GraphemeTest, theScrollbackHasTheSameCells)
{
    const QByteArray lines = QByteArray(family)
                             + "\u2764\ufe0fx\r\n" // as the text tells
                               "\033[?2027l"
                             + family
                             + "\u2764\ufe0fx\033[?2027h\r\n"                    // cells of their own
                               "\U0001f468\u200d\033[m\U0001f469\r\n"            // not at once
                               "\u0915\033[m\u093f|\u0924\u094d\033[m\u092f\r\n" // the same, of one column
                               "\u2764\033[1C\033[1D\ufe0f|\r\n";                // narrow with its selector
    Screen screen(12, 6);
    screen.feed(lines);
    std::vector<std::vector<Cell>> before;
    for (int row = 0; row < 5; ++row)
        before.push_back(screen.line(row).cells);
    screen << "\r\n\r\n\r\n\r\n\r\n\r\n";
    ASSERT_GE(screen.scrollbackLines(), 5);
    for (int row = 0; row < 5; ++row) {
        std::vector<Cell> cells = screen.line(row).cells;
        cells.resize(before[static_cast<std::size_t>(row)].size());
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const Cell &was = before[static_cast<std::size_t>(row)][column];
            EXPECT_EQ(cells[column].isWide(), was.isWide()) << row << ' ' << column;
            EXPECT_EQ(cells[column].isSpacer(), was.isSpacer()) << row << ' ' << column;
            EXPECT_EQ(was.isBlank() || screen.cellText(cells[column]) == screen.cellText(was), true)
                << row << ' ' << column;
        }
    }
}

TEST(GraphemeTest, aTextIsAsWideAsOnTheScreen)
{
    for (const char *text : {"plain", "日本", "e\u0301", family, "\u2764\ufe0f!", "\u0924\u094d\u092f\u093e",
                             "\u231a\ufe0e", "\U0001f1e9\U0001f1ea\U0001f1eb"})
        EXPECT_EQ(columnsOf(QString::fromUtf8(text)), columnAfter(text)) << text;
}

TEST(GraphemeTest, marksOfNoWidthAreThoseOfTheCharacterDatabase)
{
    constexpr char32_t spacingSince = 0x1171e; // Ahom medial ra, since Unicode 16
    for (char32_t code = 0x300; code < 0x20000; ++code) {
        if (code == spacingSince)
            continue;
        const QChar::Category category = QChar::category(code);
        const bool isMark = category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
        const bool isText = category == QChar::Letter_Lowercase || category == QChar::Number_DecimalDigit;
        EXPECT_FALSE(isMark && charWidth(code) != 0) << std::hex << std::uint32_t(code);
        EXPECT_FALSE(isText && charWidth(code) == 0) << std::hex << std::uint32_t(code);
    }
}

} // namespace holdpoint::terminal::testing
