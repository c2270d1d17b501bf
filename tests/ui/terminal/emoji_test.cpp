// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/emoji.h>

#include <models/terminal/screen.h>

#include <gtest/gtest.h>

#include <tuple>

namespace holdpoint::ui::testing {
namespace {

/// Where the emoji that begin a row end, one after the other, and a bar behind them.
std::vector<int> ends(const char *text)
{
    terminal::Screen screen(40, 2);
    screen.feed(text);
    screen.feed("|");
    const terminal::Line line = screen.line(0);
    std::vector<int> ends;
    for (int column = 0; column < screen.cursorColumn();) {
        column = emojiEnd(screen, line, column, static_cast<int>(line.cells.size()));
        ends.push_back(column);
    }
    return ends;
}

using Ends = std::vector<int>;

TEST(EmojiTest, whatIsOneEmojiTakesTheCellsOfAllItsParts)
{
    EXPECT_EQ(ends("\U0001F44D"), (Ends{2, 3}));
    EXPECT_EQ(ends("\U0001F44D\U0001F3FD"), (Ends{4, 5})) << "a thumb and its skin tone";
    EXPECT_EQ(ends("\u261d\U0001F3FD"), (Ends{3, 4})) << "narrow without its tone";
    EXPECT_EQ(ends("\U0001F469\u200d\U0001F4BB"), (Ends{4, 5})) << "a woman at a computer";
    EXPECT_EQ(ends("\U0001F468\u200d\U0001F469\u200d\U0001F467\u200d\U0001F466"), (Ends{8, 9}));
    EXPECT_EQ(ends("\U0001F469\U0001F3FD\u200d\U0001F52C"), (Ends{6, 7})) << "tone and joiner";
    EXPECT_EQ(ends("\u2764\ufe0f\u200d\U0001F525"), (Ends{3, 4})) << "a heart on fire";
}

TEST(EmojiTest, twoLettersAreAFlagAndTheNextTwoAreAnother)
{
    EXPECT_EQ(ends("\U0001F1E9\U0001F1EA"), (Ends{2, 3}));
    EXPECT_EQ(ends("\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7"), (Ends{2, 4, 5}));
    EXPECT_EQ(ends("\U0001F1E9\U0001F1EA\U0001F1EB"), (Ends{2, 3, 4}));
}

TEST(EmojiTest, neighboursWithoutAnythingBetweenThemStayApart)
{
    EXPECT_EQ(ends("\U0001F44D\U0001F44D"), (Ends{2, 4, 5}));
    EXPECT_EQ(ends("a\u200db"), (Ends{1, 2, 3}));
    EXPECT_EQ(ends("1\ufe0f\u20e32\ufe0f\u20e3"), (Ends{1, 2, 3})) << "keycaps are whole in a cell";
    EXPECT_EQ(ends("\U0001F469\u200d"), (Ends{2, 3})) << "a joiner in front of text joins nothing";
}

TEST(EmojiTest, aCellInAChainKnowsWhereTheChainBeginsAndEnds)
{
    terminal::Screen screen(40, 2);
    screen.feed("|\U0001F44D\U0001F3FD|\U0001F1E9\U0001F1EA");
    const terminal::Line line = screen.line(0);
    for (const auto &[column, begin, end] :
         {std::tuple{0, 0, 1}, {1, 1, 5}, {3, 1, 5}, {5, 5, 6}, {6, 6, 8}, {7, 6, 8}})
        EXPECT_EQ(joinedAround(screen, line, column), (std::pair{begin, end})) << column;
}

TEST(EmojiTest, aVariationSelectorDecidesBetweenTextAndPicture)
{
    EXPECT_TRUE(isEmojiText(u"\U0001F600"));
    EXPECT_TRUE(isEmojiText(u"\u26a1"));
    EXPECT_FALSE(isEmojiText(u"\u26a1\ufe0e"));
    EXPECT_FALSE(isEmojiText(u"\u26a0"));
    EXPECT_TRUE(isEmojiText(u"\u26a0\ufe0f"));
    EXPECT_TRUE(isEmojiText(u"1\ufe0f\u20e3"));
    EXPECT_FALSE(isEmojiText(u"\u4e2d"));
    EXPECT_FALSE(isEmojiText(u""));
}

TEST(EmojiTest, wideCharactersOfAScriptAreNoEmoji)
{
    for (const char32_t code : {U'a', U'中', U'한', U'あ', U'〈', U'Ａ', U'\u2500', U'\u2713', char32_t(0x1fb00)})
        EXPECT_FALSE(isEmoji(code)) << static_cast<unsigned>(code);
    for (const char32_t code :
         {U'⌚', U'⚡', U'✅', U'⭐', char32_t(0x1f1e9), char32_t(0x1f600), char32_t(0x1f9d1), char32_t(0x1faf6)})
        EXPECT_TRUE(isEmoji(code)) << static_cast<unsigned>(code);
}

} // namespace
} // namespace holdpoint::ui::testing
