// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/linktiming.h>

#include <gtest/gtest.h>

namespace holdpoint::ssh {

using std::chrono::milliseconds;

TEST(LinkTimingTest, aConfigurationThatSaysNothingChangesNothing)
{
    EXPECT_EQ(withServerAlive({}, std::nullopt, std::nullopt), LinkTiming());
    EXPECT_EQ(withServerAlive({}, std::nullopt, 1), LinkTiming()) << "a count without an interval means nothing to ssh";
}

TEST(LinkTimingTest, theConfigurationSaysWhenASilentHostIsGivenUp)
{
    const LinkTiming timing = withServerAlive({}, 5, 4);
    EXPECT_EQ(timing.keepalive, milliseconds(5000));
    EXPECT_EQ(timing.lostAfter, milliseconds(20'000));
    EXPECT_EQ(withServerAlive({}, 60, std::nullopt).lostAfter, milliseconds(180'000));
}

TEST(LinkTimingTest, silenceIsNeverNoticedLaterThanWithoutAConfiguration)
{
    for (const int interval : {0, 1, 2, 15, 300, 604'800}) {
        for (const int count : {0, 1, 3, 2'000'000'000}) {
            const LinkTiming timing = withServerAlive({}, interval, count);
            EXPECT_LE(timing.keepalive, LinkTiming().keepalive) << interval << ' ' << count;
            EXPECT_LE(timing.unanswered, LinkTiming().unanswered) << interval << ' ' << count;
            EXPECT_LE(timing.silentAfter, LinkTiming().silentAfter) << interval << ' ' << count;
            EXPECT_LE(timing.silentAfter, timing.lostAfter) << interval << ' ' << count;
            EXPECT_LE(timing.lostAfter, LinkTiming::never) << interval << ' ' << count;
        }
    }
}

TEST(LinkTimingTest, anIntervalOfZeroKeepsASilentConnectionForAsLongAsTcpDoes)
{
    LinkTiming expected;
    expected.lostAfter = LinkTiming::never;
    EXPECT_EQ(withServerAlive({}, 0, 3), expected);
}

} // namespace holdpoint::ssh
