// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/escalation/advice.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::escalation;
using namespace std::chrono_literals;

namespace {

TEST(AdviceTest, aRuleByFailuresWaitsForThatMany)
{
    const runbooks::EscalationRule rule{.afterFailures = 3};
    EXPECT_FALSE(isDue(rule, {.failures = 2, .elapsed = 10h}));
    EXPECT_TRUE(isDue(rule, {.failures = 3}));
}

TEST(AdviceTest, aRuleByTimeWaitsForItAndTheNextIsKnown)
{
    const runbooks::EscalationRule rule{.after = 15min};
    EXPECT_FALSE(isDue(rule, {.elapsed = 14min}));
    EXPECT_TRUE(isDue(rule, {.elapsed = 15min}));
    EXPECT_EQ(nextByTime({rule, {.after = 1h}}, {.elapsed = 5min}), std::optional<std::chrono::milliseconds>(10min));
    EXPECT_FALSE(nextByTime({rule}, {.elapsed = 20min}));
}

TEST(AdviceTest, aRuleForASeverityHoldsForThatOneOnly)
{
    const runbooks::EscalationRule rule{.immediately = true, .severity = QStringLiteral("critical")};
    EXPECT_TRUE(isDue(rule, {.severity = QStringLiteral("Critical")}));
    EXPECT_FALSE(isDue(rule, {.severity = QStringLiteral("low")}));
    EXPECT_TRUE(isDue(rule, {}));
}

TEST(AdviceTest, aSentenceWithoutATimeAdvisesNothingByItself) { EXPECT_FALSE(isDue({}, {.failures = 9, .elapsed = 9h})); }

} // namespace
