// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/emoji.h>

#include <gtest/gtest.h>

namespace holdpoint::ui::testing {
namespace {

TEST(EmojiTest, aVariationSelectorDecidesBetweenTextAndPicture)
{
    EXPECT_TRUE(isEmojiText(u"\U0001F600"));
    EXPECT_TRUE(isEmojiText(u"\u26a1"));
    EXPECT_FALSE(isEmojiText(u"\u26a1\ufe0e"));
    EXPECT_FALSE(isEmojiText(u"\u26a0"));
    EXPECT_TRUE(isEmojiText(u"\u26a0\ufe0f"));
    EXPECT_TRUE(isEmojiText(u"1\ufe0f\u20e3"));
    EXPECT_TRUE(isEmojiText(u"\u261d\U0001F3FD")) << "narrow without its skin tone";
    EXPECT_FALSE(isEmojiText(u"\u4e2d"));
    EXPECT_FALSE(isEmojiText(u""));
}

TEST(EmojiTest, wideCharactersOfAScriptAreNoEmoji)
{
    for (const char32_t code :
         {U'a', U'中', U'한', U'あ', U'〈', U'Ａ', U'\u2500', U'\u2713', U'\u2630', U'\u3297', char32_t(0x1fb00)})
        EXPECT_FALSE(isEmoji(code)) << static_cast<unsigned>(code);
    for (const char32_t code :
         {U'⌚', U'⚡', U'✅', U'⭐', char32_t(0x1f1e9), char32_t(0x1f600), char32_t(0x1f9d1), char32_t(0x1faf6)})
        EXPECT_TRUE(isEmoji(code)) << static_cast<unsigned>(code);
}

} // namespace
} // namespace holdpoint::ui::testing
