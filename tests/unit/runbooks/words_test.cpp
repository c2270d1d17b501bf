// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/words.h>

#include <gtest/gtest.h>

namespace holdpoint::runbooks {

TEST(WordsTest, aWordIsInTheListOnlyAsAWhole)
{
    for (const QStringView word : {u"rm", u"rmdir", u"-A", u"["})
        EXPECT_TRUE(isOneOf(word, "rm rmdir -A [")) << word.toString().toStdString();
    for (const QStringView word : {u"r", u"rmd", u"rmdirs", u"A", u"", u" ", u"rm rmdir", u"rm ", u"\u0131"})
        EXPECT_FALSE(isOneOf(word, "rm rmdir -A [")) << word.toString().toStdString();
    EXPECT_FALSE(isOneOf(u"rm", ""));
    EXPECT_FALSE(isOneOf(u"", ""));
}

TEST(WordsTest, aSetHoldsEachWordOnce)
{
    EXPECT_EQ(wordSet("a b a"), QSet<QString>({QStringLiteral("a"), QStringLiteral("b")}));
}

} // namespace holdpoint::runbooks
