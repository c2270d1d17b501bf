// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/spokenanswer.h>

#include <gtest/gtest.h>

namespace {

using namespace holdpoint::cli;

constexpr OfferedChoice choices[] = {{u's', "skip"}, {u't', "stop"}, {u'p', "pass passed"}, {u'n', "na n/a"}};

QString letterOf(const char *line)
{
    const auto answer = spokenAnswer(QString::fromUtf8(line), choices);
    return answer ? QString(answer->letter) : QString();
}

TEST(SpokenAnswerTest, theFirstWordDecidesAsAWhole)
{
    for (const auto &[line, letter] : {std::pair{"s", "s"}, {"S because", "s"}, {"skip, it is done", "s"}, {"stop everything", "t"},
                                       {"  pass  ", "p"}, {"Passed!", "p"}, {"n/a", "n"}})
        EXPECT_EQ(letterOf(line), QLatin1String(letter)) << line;
    for (const char *line : {"", " ", "stopp", "Sandra Weiss", "problem: disk is full", "no", "note here", "skipping", "st", "?"})
        EXPECT_EQ(letterOf(line), QString()) << line;
}

TEST(SpokenAnswerTest, whatStandsBehindItIsTheReason)
{
    EXPECT_EQ(spokenAnswer(QStringLiteral("skip, it is done"), choices)->reason, QStringLiteral("it is done"));
    EXPECT_EQ(spokenAnswer(QStringLiteral(" t   "), choices)->reason, QString());
}

TEST(SpokenAnswerTest, aReasonThatBeginsLikeARefusalIsOne)
{
    for (const char *line : {"no", "No!", "no, wrong host", "nope, not sure", "quit", "q", "stop", "Nein danke", "abort it"})
        EXPECT_TRUE(isRefusal(QString::fromUtf8(line))) << line;
    for (const char *line : {"the volume is full", "nobody uses it", "stopping is right", "", "noon maintenance"})
        EXPECT_FALSE(isRefusal(QString::fromUtf8(line))) << line;
}

} // namespace
