// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/timeline/axis.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using timeline::Axis;

namespace {

ledger::Entry entry(qint64 utcMs, quint64 bootMs, char boot = 'a')
{
    return {.utc = QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC), .bootMs = bootMs, .bootId = QByteArray(16, boot)};
}

TEST(AxisTest, withinOneBootTheWallClockMayJump)
{
    Axis axis(entry(1'000'000, 5000));
    EXPECT_EQ(axis.next(entry(1'000'000, 5000)), 0);
    EXPECT_EQ(axis.next(entry(9'000'000, 6500)), 1500);
}

TEST(AxisTest, afterARestartTheWallClockCounts)
{
    Axis axis(entry(1'000'000, 5000));
    EXPECT_EQ(axis.next(entry(1'060'000, 100, 'b')), 60'000);
}

TEST(AxisTest, itNeverGoesBack)
{
    Axis axis(entry(1'000'000, 5000));
    EXPECT_EQ(axis.next(entry(1'002'000, 7000)), 2000);
    EXPECT_EQ(axis.next(entry(500'000, 100, 'b')), 2000);
}

TEST(AxisTest, aTimeOnItIsReadAsAClock)
{
    EXPECT_EQ(timeline::clockText(83'400), QStringLiteral("00:01:23"));
    EXPECT_EQ(timeline::clockText(100 * 3'600'000), QStringLiteral("100:00:00"));
    EXPECT_EQ(timeline::clockText(-5), QStringLiteral("00:00:00"));
}

TEST(AxisTest, marksStandAtDistancesThatAreEasyToRead)
{
    EXPECT_EQ(timeline::tickStep(8'000, 8), 1000);
    EXPECT_EQ(timeline::tickStep(400'000, 8), 60'000);
    EXPECT_EQ(timeline::tickStep(40 * 86'400'000LL, 8), 6 * 86'400'000LL);
    EXPECT_EQ(timeline::tickStep(0, 0), 1000);
}

} // namespace
