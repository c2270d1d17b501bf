// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/transitions.h>

#include <gtest/gtest.h>

#include <set>

using namespace holdpoint::session;

namespace {

constexpr int phases = int(Phase::Stopped) + 1;
constexpr int events = int(Event::Stop) + 1;

TEST(TransitionsTest, noPairOfPhaseAndEventStandsTwiceInTheTable)
{
    std::set<std::pair<int, int>> seen;
    for (const Transition &row : transitions())
        EXPECT_TRUE(seen.emplace(int(row.from), int(row.event)).second) << int(row.from) << ' ' << int(row.event);
}

TEST(TransitionsTest, everyPairGivesWhatTheTableSaysAndNothingElse)
{
    for (int phase = 0; phase < phases; ++phase) {
        for (int event = 0; event < events; ++event) {
            const auto next = nextPhase(Phase(phase), Event(event));
            bool listed = false;
            for (const Transition &row : transitions()) {
                if (row.from == Phase(phase) && row.event == Event(event)) {
                    listed = true;
                    EXPECT_EQ(next, row.to);
                }
            }
            EXPECT_EQ(next.has_value(), listed);
        }
    }
}

TEST(TransitionsTest, aRunThatIsOverAllowsNothing)
{
    for (int event = 0; event < events; ++event) {
        EXPECT_FALSE(nextPhase(Phase::Finished, Event(event)));
        EXPECT_FALSE(nextPhase(Phase::Stopped, Event(event)));
    }
}

TEST(TransitionsTest, afterAFailureOnlyADecisionLeadsOn)
{
    EXPECT_FALSE(nextPhase(Phase::Deciding, Event::CommandSent));
    EXPECT_FALSE(nextPhase(Phase::Deciding, Event::PassStage));
    EXPECT_FALSE(nextPhase(Phase::Deciding, Event::PassLastStage));
    for (const Event decision : {Event::Retry, Event::SkipSubject, Event::SkipStage, Event::StartRollback, Event::Stop})
        EXPECT_TRUE(nextPhase(Phase::Deciding, decision)) << int(decision);
}

TEST(TransitionsTest, noSecondCommandIsSentWhileOneIsInFlight)
{
    for (const Phase phase : {Phase::Running, Phase::Checking, Phase::Undoing, Phase::Ready}) {
        EXPECT_FALSE(nextPhase(phase, Event::CommandSent));
        EXPECT_FALSE(nextPhase(phase, Event::ChecksStarted));
    }
}

} // namespace
