// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/items/timetext.h>

#include <gtest/gtest.h>

using namespace holdpoint::items;

namespace {

TEST(TimeTextTest, aTimeIsShownInLocalTimeAndUtc)
{
    const QDateTime utc(QDate(2026, 11, 23), QTime(15, 46, 50), Qt::UTC);
    EXPECT_EQ(localAndUtc(utc), QStringLiteral("23 Nov 2026 15:46:50 (15:46:50 UTC)"));
    EXPECT_EQ(localAndUtc({}), QString());
}

TEST(TimeTextTest, aCountdownHasHoursMinutesAndSecondsAndNoSign)
{
    EXPECT_EQ(clockText(14 * 60'000 + 59'000), QStringLiteral("0:14:59"));
    EXPECT_EQ(clockText(-3'661'000), QStringLiteral("1:01:01"));
    EXPECT_EQ(clockText(0), QStringLiteral("0:00:00"));
}

TEST(TimeTextTest, aDurationIsAsExactAsItIsLong)
{
    EXPECT_EQ(durationText(420), QStringLiteral("0.4 s"));
    EXPECT_EQ(durationText(12'300), QStringLiteral("12 s"));
    EXPECT_EQ(durationText(200'000), QStringLiteral("3 min 20 s"));
    EXPECT_EQ(durationText(3'900'000), QStringLiteral("1 h 05 min"));
}

} // namespace
