// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/hostpattern.h>

#include <gtest/gtest.h>

namespace holdpoint::ssh {

TEST(HostPatternTest, starsAndQuestionMarksMatchAsInSshConfig)
{
    EXPECT_TRUE(matchesPattern("db-07.example", "*.example"));
    EXPECT_TRUE(matchesPattern("db-07.example", "db-??.*"));
    EXPECT_TRUE(matchesPattern("", "*"));
    EXPECT_TRUE(matchesPattern("aXbXc", "a*b*c"));
    EXPECT_FALSE(matchesPattern("db-07.example", "db-?.*"));
    EXPECT_FALSE(matchesPattern("", "?"));
    EXPECT_FALSE(matchesPattern("db", "db*x"));
    EXPECT_FALSE(matchesPattern("DB", "db"));
}

TEST(HostPatternTest, aNegatedPatternWinsWhereverItStands)
{
    EXPECT_FALSE(matchesAny("bad.example", {"!bad.example", "*.example"}));
    EXPECT_FALSE(matchesAny("bad.example", {"*.example", "!bad.example"}));
    EXPECT_TRUE(matchesAny("good.example", {"!bad.example", "*.example"}));
    EXPECT_FALSE(matchesAny("other", {"!bad.example"}));
}

TEST(HostPatternTest, aHostilePatternCostsLittle)
{
    EXPECT_FALSE(matchesPattern(QByteArray(2000, 'a'), QByteArray("*a").repeated(1000) + "b"));
}

} // namespace holdpoint::ssh
