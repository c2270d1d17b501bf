// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/hiddencontrol.h>

#include <gtest/gtest.h>

namespace holdpoint::ui::testing {
namespace {

TEST(HiddenControlTest, whatTurnsTextAroundIsNamedAndSaidToDoNothingHere)
{
    for (const char16_t code : {u'\u061c', u'\u200e', u'\u202a', u'\u202e', u'\u2066', u'\u2069'}) {
        const QString said = hiddenControlText(QStringLiteral("x") + QChar(code));
        EXPECT_TRUE(said.contains(QString::number(code, 16).toUpper())) << said.toStdString();
        EXPECT_TRUE(said.contains(QStringLiteral("turns text around"))) << said.toStdString();
    }
}

TEST(HiddenControlTest, whatHasNoWidthIsNamed)
{
    EXPECT_EQ(hiddenControlText(QStringLiteral("a\u200b")), QStringLiteral("[U+200B] is here and cannot be seen."));
    EXPECT_EQ(hiddenControlText(QStringLiteral("a\u200d")), QStringLiteral("[U+200D] is here and cannot be seen."))
        << "a joiner behind a letter that joins nothing";
}

TEST(HiddenControlTest, whatMakesACharacterWhatItIsIsNotHidden)
{
    for (const char16_t *text : {u"a", u"e\u0301", u"\u2764\ufe0f", u"\U0001f469\u200d\U0001f4bb",
                                 u"\u0915\u094d\u200d", u"", u"\U0001f3f4\U000e0067\U000e0062\U000e007f"})
        EXPECT_EQ(hiddenControlText(QString::fromUtf16(text)), QString()) << QString::fromUtf16(text).toStdString();
    EXPECT_NE(hiddenControlText(QStringLiteral("a\U000e0067")), QString()) << "a tag behind a letter";
    EXPECT_NE(hiddenControlText(QStringLiteral("\U0001f600\U000e0067")), QString()) << "a text hidden in a face";
}

} // namespace
} // namespace holdpoint::ui::testing
