// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/support/runfixture.h>

using namespace holdpoint;
using namespace holdpoint::session;

namespace {

class RunRecoveryTest : public holdpoint::testing::RunFixture
{
protected:
    /// The program ends and starts again on the same ledger.
    void restart()
    {
        const QByteArray id = state().id;
        m_run.reset();
        m_ledger.close();
        m_ledger.open();
        auto resumed = holdpoint::testing::waitFor(RunSession::resume(id, QStringLiteral("bo@noc"), services(), holdpoint::testing::policyOf));
        ASSERT_TRUE(resumed) << resumed.error().detail.toStdString();
        m_run = *resumed;
        watch();
    }
};

TEST_F(RunRecoveryTest, aRunGoesOnWhereItStopped)
{
    begin();
    passPrerequisites();
    run("1.1");
    m_run->note(QStringLiteral("disk is half full"));
    m_run->escalate(QStringLiteral("high"), QStringLiteral("slow"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().escalation.isActive(); }, 5000));
    m_ledger.clock().advance(10 * 60'000);
    restart();
    EXPECT_EQ(state().phase, Phase::Idle);
    EXPECT_EQ(state().currentStage()->id, QStringLiteral("1"));
    EXPECT_EQ(state().currentStage()->command(QStringLiteral("1.1"))->status, CommandStatus::Succeeded);
    EXPECT_EQ(state().currentStage()->notes, QStringList{QStringLiteral("disk is half full")});
    EXPECT_EQ(state().escalation.started.elapsedMs(m_ledger.clock()), 10 * 60'000);
    EXPECT_EQ(state().values.value(QStringLiteral("path")), QStringLiteral("/srv"));
    connectHost();
    run("1.2");
    EXPECT_EQ(host().commands, QList<QByteArray>{"uptime"});
}

TEST_F(RunRecoveryTest, aCommandInFlightIsOutcomeUnknownAndIsNotSentAgain)
{
    m_transports.replies["df -h /srv"] = {.silent = true};
    begin();
    passPrerequisites();
    m_run->runCommand(QStringLiteral("1.1"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !host().commands.isEmpty(); }, 5000));
    restart();
    ASSERT_TRUE(reaches(Phase::Deciding));
    EXPECT_TRUE(state().failure->outcomeUnknown);
    EXPECT_EQ(state().currentStage()->commands.first().status, CommandStatus::Unknown);
    connectHost();
    QTest::qWait(20);
    EXPECT_TRUE(host().commands.isEmpty());
    m_run->retry();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !host().commands.isEmpty(); }, 5000));
}

TEST_F(RunRecoveryTest, everyStateTheRunShowedIsFoldedFromItsEntriesAgain)
{
    m_transports.replies["systemctl restart shop"] = {.status = 1};
    begin();
    passPrerequisites();
    run("1.1");
    run("1.2");
    passStage();
    run("2.1");
    const auto entries = holdpoint::testing::waitFor(m_ledger->entries(state().id, ledger::Ledger::Attachments::Skip));
    ASSERT_TRUE(entries);
    const RunState folded = foldRun(*entries);
    EXPECT_EQ(folded.phase, state().phase);
    EXPECT_EQ(folded.current, state().current);
    EXPECT_EQ(folded.failure->what, state().failure->what);
    ASSERT_EQ(folded.stages.size(), state().stages.size());
    for (qsizetype i = 0; i < folded.stages.size(); ++i) {
        EXPECT_EQ(folded.stages[i].status, state().stages[i].status);
        EXPECT_EQ(folded.stages[i].id, state().stages[i].id);
    }
    EXPECT_EQ(folded.undo.size(), state().undo.size());
}

TEST_F(RunRecoveryTest, anUnknownRunIsNotFound)
{
    const auto resumed = holdpoint::testing::waitFor(RunSession::resume(QByteArray(16, 'x'), QStringLiteral("bo"), services(), holdpoint::testing::policyOf));
    ASSERT_FALSE(resumed);
    EXPECT_EQ(resumed.error().kind, ErrorKind::NotFound);
}

} // namespace
