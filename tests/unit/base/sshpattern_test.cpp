// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/sshpattern.h>

#include <gtest/gtest.h>

namespace holdpoint {

TEST(SshPatternTest, starsAndQuestionMarksMatchAsInSshConfig)
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

TEST(SshPatternTest, aNegatedPatternWinsWhereverItStands)
{
    EXPECT_FALSE(matchesAny("bad.example", {"!bad.example", "*.example"}));
    EXPECT_FALSE(matchesAny("bad.example", {"*.example", "!bad.example"}));
    EXPECT_TRUE(matchesAny("good.example", {"!bad.example", "*.example"}));
    EXPECT_FALSE(matchesAny("other", {"!bad.example"}));
}

TEST(SshPatternTest, noListWithAPatternThatOpenSshHasNoRoomForMatches)
{
    const QByteArray fits(1022, 'x');
    EXPECT_TRUE(matchesList("db", "db," + fits));
    EXPECT_TRUE(matchesList("db", "db,!" + fits));
    EXPECT_FALSE(matchesList("db", "db,x" + fits));
    EXPECT_FALSE(matchesList("db", "db,!x" + fits));
}

TEST(SshPatternTest, aHostilePatternCostsLittle)
{
    EXPECT_FALSE(matchesPattern(QByteArray(2000, 'a'), QByteArray("*a").repeated(1000) + "b"));
}

} // namespace holdpoint
