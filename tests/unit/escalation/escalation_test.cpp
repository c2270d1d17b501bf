// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/escalation/escalation.h>
#include <models/escalation/ticker.h>
#include <tests/support/manualclock.h>

#include <gtest/gtest.h>

#include <QSignalSpy>

using namespace holdpoint;
using namespace holdpoint::escalation;
using namespace std::chrono_literals;

namespace {

constexpr qint64 minute = 60'000;

QList<Rung> seedLadder()
{
    return {{.label = QStringLiteral("Initial Contact"), .delay = 0ms},
            {.label = QStringLiteral("15 minutes"), .action = QStringLiteral("Manual call"), .delay = 15min},
            {.label = QStringLiteral("30 minutes"), .delay = 30min, .contactName = QStringLiteral("Team Lead")},
            {.label = QStringLiteral("1 hour"), .delay = 60min},
            {.label = QStringLiteral("2 hours"), .delay = 120min}};
}

class EscalationTest : public ::testing::Test
{
protected:
    void happen(const char *type, const QJsonObject &body, const char *actor = "ada@noc")
    {
        apply(m_escalation, QLatin1String(type), QLatin1String(actor), body, Moment::now(m_clock));
    }
    void start() { happen("escalated", startedBody(QStringLiteral("critical"), QStringLiteral("disk full"), seedLadder())); }

    holdpoint::testing::ManualClock m_clock;
    Escalation m_escalation;
};

TEST_F(EscalationTest, theLadderIsKeptAsItStoodWhenTheEscalationBegan)
{
    start();
    ASSERT_EQ(m_escalation.ladder.size(), 5);
    EXPECT_EQ(m_escalation.ladder[2].contactName, QStringLiteral("Team Lead"));
    EXPECT_EQ(m_escalation.ladder[4].delay, 120min);
    EXPECT_EQ(m_escalation.severity, QStringLiteral("critical"));
    EXPECT_EQ(m_escalation.startedBy, QStringLiteral("ada@noc"));
}

TEST_F(EscalationTest, eachRungComesAtItsTimeAndCountsDown)
{
    start();
    EXPECT_EQ(m_escalation.currentRung(m_clock), 0);
    EXPECT_EQ(m_escalation.remainingMs(1, m_clock), 15 * minute);
    m_clock.advance(15 * minute - 1);
    EXPECT_EQ(m_escalation.currentRung(m_clock), 0);
    m_clock.advance(1);
    EXPECT_EQ(m_escalation.currentRung(m_clock), 1);
    m_clock.advance(3 * 60 * minute);
    EXPECT_EQ(m_escalation.currentRung(m_clock), 4);
    EXPECT_LT(m_escalation.remainingMs(4, m_clock), 0);
}

TEST_F(EscalationTest, settingTheWallClockMovesNoTimer)
{
    start();
    m_clock.jumpWall(-24 * 60 * minute);
    EXPECT_EQ(m_escalation.remainingMs(1, m_clock), 15 * minute);
    m_clock.jumpWall(10 * 24 * 60 * minute);
    EXPECT_EQ(m_escalation.remainingMs(1, m_clock), 15 * minute);
}

TEST_F(EscalationTest, afterARestartOfTheMachineTheWallClockDecides)
{
    start();
    m_clock.advance(10 * minute);
    m_clock.reboot();
    m_clock.jumpWall(10 * minute);
    EXPECT_EQ(m_escalation.currentRung(m_clock), 1);
    EXPECT_EQ(m_escalation.remainingMs(2, m_clock), 10 * minute);
}

TEST_F(EscalationTest, attemptsAreKeptWithOutcomeAndPerson)
{
    start();
    for (const Outcome outcome : {Outcome::Called, Outcome::NoAnswer, Outcome::LeftMessage, Outcome::Reached, Outcome::Declined})
        happen("escalation-attempt", attemptBody(0, QStringLiteral("On-call"), outcome, QStringLiteral("note")), "bo@noc");
    ASSERT_EQ(m_escalation.attempts.size(), 5);
    EXPECT_EQ(m_escalation.attempts[2].outcome, Outcome::LeftMessage);
    EXPECT_EQ(m_escalation.attempts[4].outcome, Outcome::Declined);
    EXPECT_EQ(m_escalation.attempts[0].by, QStringLiteral("bo@noc"));
}

TEST_F(EscalationTest, acknowledgedIsNotResolvedASecondClockRuns)
{
    start();
    m_clock.advance(5 * minute);
    happen("escalation-acknowledged", acknowledgedBody(QStringLiteral("Team Lead"), {}));
    EXPECT_EQ(m_escalation.state, Escalation::State::Acknowledged);
    EXPECT_TRUE(m_escalation.isActive());
    m_clock.advance(10 * minute);
    EXPECT_EQ(m_escalation.followUpRemainingMs(m_clock), 20 * minute);
    happen("escalation-resolved", resolvedBody(QStringLiteral("space freed")));
    EXPECT_FALSE(m_escalation.isActive());
    EXPECT_EQ(m_escalation.resolution, QStringLiteral("space freed"));
}

TEST_F(EscalationTest, theTickerSaysEachRungOnceAlsoAfterASleepOverSeveral)
{
    start();
    Ticker ticker(m_escalation, m_clock);
    QSignalSpy due(&ticker, &Ticker::rungDue);
    ticker.escalationChanged();
    ticker.check();
    EXPECT_EQ(due.count(), 0);
    m_clock.advance(70 * minute);
    ticker.check();
    ticker.check();
    ASSERT_EQ(due.count(), 1);
    EXPECT_EQ(due.first().first().toInt(), 3);
}

TEST_F(EscalationTest, anAcknowledgementThatGoesQuietCallsForAttentionOnce)
{
    start();
    Ticker ticker(m_escalation, m_clock);
    ticker.escalationChanged();
    happen("escalation-acknowledged", acknowledgedBody(QStringLiteral("Team Lead"), {}));
    ticker.escalationChanged();
    QSignalSpy rungs(&ticker, &Ticker::rungDue);
    QSignalSpy quiet(&ticker, &Ticker::followUpDue);
    m_clock.advance(Escalation::followUpMs);
    ticker.check();
    ticker.check();
    EXPECT_EQ(quiet.count(), 1);
    EXPECT_EQ(rungs.count(), 0);
}

} // namespace
