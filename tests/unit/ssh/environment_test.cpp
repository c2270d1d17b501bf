// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/environment.h>

#include <gtest/gtest.h>

namespace holdpoint::ssh {

TEST(EnvironmentTest, onlyWhatThePatternsNameLeavesThisMachine)
{
    const QList<QByteArray> own{"LANG=de_DE.UTF-8", "SECRET=x", "LC_ALL=", "LC_TIME=a=b", "XLANG=no"};
    const QList<EnvironmentVariable> expected{
        {"LANG", "de_DE.UTF-8"}, {"LC_ALL", ""}, {"LC_TIME", "a=b"}, {"TZ", "UTC"}};
    EXPECT_EQ(environmentToSend(own, {"LANG", "LC_*"}, {"TZ=UTC"}), expected);
    EXPECT_EQ(environmentToSend(own, {}, {}), QList<EnvironmentVariable>());
    EXPECT_EQ(environmentToSend(own, {"lang", "SECRE"}, {}), QList<EnvironmentVariable>());
}

TEST(EnvironmentTest, whatIsSetComesLastSoThatItCounts)
{
    const QList<EnvironmentVariable> expected{{"TZ", "CET"}, {"TZ", "UTC"}};
    EXPECT_EQ(environmentToSend({"TZ=CET"}, {"TZ"}, {"TZ=UTC"}), expected);
}

} // namespace holdpoint::ssh
