// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/plaintext.h>

#include <gtest/gtest.h>

using holdpoint::session::plainText;

namespace {

TEST(PlainTextTest, coloursTitlesAndMarksAreDropped)
{
    EXPECT_EQ(plainText("\033[1;31mred\033[0m \033]0;title\007\033]133;C;hp=x\033\\ok\r\n", 100), QStringLiteral("red ok\n"));
}

TEST(PlainTextTest, aProgressLineShowsItsLastState)
{
    EXPECT_EQ(plainText("10%\r50%\r100%\n", 100), QStringLiteral("100%\n"));
    EXPECT_EQ(plainText("abc\b\bX", 100), QStringLiteral("aXc"));
}

TEST(PlainTextTest, anySequenceCutAnywhereIsNoHarm)
{
    const QByteArray text = "a\033[38;2;1;2;3mb\033]8;;http://x\007c\033Pq\033\\d\033(Be";
    for (qsizetype length = 0; length <= text.size(); ++length)
        EXPECT_LE(plainText(text.first(length), 100).size(), 5);
    EXPECT_EQ(plainText(text, 100), QStringLiteral("abcde"));
}

TEST(PlainTextTest, noMoreThanTheLimitComesBack)
{
    EXPECT_EQ(plainText(QByteArray(1000, 'x'), 10).size(), 10);
}

} // namespace
