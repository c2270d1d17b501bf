// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/support/runfixture.h>

#include <QSignalSpy>

using namespace holdpoint;
using namespace holdpoint::session;

namespace {

class RunSessionTest : public holdpoint::testing::RunFixture
{
protected:
    void atRestart()
    {
        begin();
        passPrerequisites();
        run("1.1");
        run("1.2");
        passStage();
        ASSERT_EQ(state().currentStage()->id, QStringLiteral("2"));
    }
};

TEST_F(RunSessionTest, aWholeRunPassesAndItsEntriesTellTheStory)
{
    m_transports.replies["curl -s localhost/health"] = {.output = "ok\n"};
    atRestart();
    run("2.1");
    m_run->runCheck(state().currentStage()->checks.first().id);
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().currentStage()->gateOpen(); }, 5000));
    EXPECT_EQ(state().currentStage()->checks.first().evidence.source, EvidenceSource::ProtocolExit);
    passStage();
    run("3.1", "agreed with the lead");
    passStage();
    m_run->answer(QStringLiteral("verify.1"), Verdict::Passed, QStringLiteral("looked at the shop"));
    ASSERT_TRUE(settles());
    m_run->passStage();
    ASSERT_TRUE(reaches(Phase::Finished));
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().ended.isValid(); }, 5000));
    EXPECT_EQ(state().verdict(), QStringLiteral("passed"));
    EXPECT_TRUE(m_refusals.isEmpty()) << m_refusals.value(0).detail.toStdString();
    const QStringList types = entryTypes();
    EXPECT_EQ(types.first(), QStringLiteral("run-started"));
    EXPECT_EQ(types.last(), QStringLiteral("run-finished"));
    EXPECT_EQ(types.count(QStringLiteral("command-intended")), 4);
    EXPECT_EQ(types.count(QStringLiteral("command-finished")), 4);
    EXPECT_EQ(types.count(QStringLiteral("step-passed")), 5);
    EXPECT_TRUE(types.contains(QStringLiteral("hold-point")));
}

TEST_F(RunSessionTest, theValuesAreInTheBytesThatAreSent)
{
    begin();
    passPrerequisites();
    run("1.1");
    EXPECT_EQ(host().commands, QList<QByteArray>{"df -h /srv"});
    EXPECT_EQ(state().currentStage()->command(QStringLiteral("1.1"))->text, QStringLiteral("df -h /srv"));
}

TEST_F(RunSessionTest, nothingIsSentBeforeItsIntentIsDurable)
{
    begin();
    passPrerequisites();
    m_run->runCommand(QStringLiteral("1.1"));
    EXPECT_TRUE(host().commands.isEmpty());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !host().commands.isEmpty(); }, 5000));
    EXPECT_TRUE(entryTypes().contains(QStringLiteral("command-intended")));
}

TEST_F(RunSessionTest, pressingRunTwiceSendsTheCommandOnce)
{
    begin();
    passPrerequisites();
    m_run->runCommand(QStringLiteral("1.1"));
    m_run->runCommand(QStringLiteral("1.1"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().currentStage()->command(QStringLiteral("1.1"))->exit.has_value(); }, 5000));
    EXPECT_EQ(host().commands.size(), 1);
    ASSERT_EQ(m_refusals.size(), 1);
    EXPECT_EQ(m_refusals[0].kind, ErrorKind::Busy);
}

TEST_F(RunSessionTest, noStepPassesWithAnUnansweredCheck)
{
    atRestart();
    run("2.1");
    m_run->passStage();
    QTest::qWait(20);
    EXPECT_EQ(state().currentStage()->id, QStringLiteral("2"));
    ASSERT_EQ(m_refusals.size(), 1);
    EXPECT_EQ(m_refusals[0].kind, ErrorKind::NotPermitted);
}

TEST_F(RunSessionTest, noStepPassesWithACommandThatWasNotRun)
{
    begin();
    passPrerequisites();
    run("1.1");
    m_run->passStage();
    QTest::qWait(20);
    EXPECT_EQ(state().currentStage()->id, QStringLiteral("1"));
    EXPECT_EQ(m_refusals.size(), 1);
}

TEST_F(RunSessionTest, aFailedCommandStopsTheRunUntilAPersonDecides)
{
    m_transports.replies["systemctl restart shop"] = {.output = "Job failed\r\n", .status = 1};
    atRestart();
    run("2.1");
    EXPECT_EQ(state().phase, Phase::Deciding);
    EXPECT_EQ(state().currentStage()->status, StageStatus::Failed);
    ASSERT_TRUE(state().failure);
    EXPECT_EQ(state().failure->subjectId, QStringLiteral("2.1"));
    EXPECT_EQ(state().currentStage()->commands.first().output, QStringLiteral("Job failed\n"));
    m_run->passStage();
    QTest::qWait(20);
    EXPECT_EQ(state().phase, Phase::Deciding);
    EXPECT_TRUE(entryTypes().contains(QStringLiteral("step-failed")));
}

TEST_F(RunSessionTest, aCheckThatIsToBeTriedAgainEndsWithTheConnectionItBeganOn)
{
    m_source.replace("{verify contains=ok}", "{verify contains=ok retry=3 every=1s}");
    m_transports.replies["curl -s localhost/health"] = {.output = "starting\n"};
    atRestart();
    run("2.1");
    const QString check = state().currentStage()->checks.first().id;
    m_run->runCheck(check);
    ASSERT_TRUE(QTest::qWaitFor([&] { return host().execs.size() == 1 && !host().execs.first(); }, 5000));
    const QPointer<holdpoint::testing::FakeTransport> first = &host();
    first->lose(QStringLiteral("cable"));
    connectHost();
    ASSERT_FALSE(first);
    ASSERT_TRUE(QTest::qWaitFor([&] { return entryTypes().contains(QStringLiteral("check-verdict")); }, 5000));
    EXPECT_EQ(lastBody("check-verdict")[QStringLiteral("verdict")].toString(), QStringLiteral("inconclusive"));
    EXPECT_EQ(lastBody("check-verdict")[QStringLiteral("attempts")].toInt(), 1);
}

TEST_F(RunSessionTest, retryRunsTheFailedCommandAgain)
{
    m_transports.replies["systemctl restart shop"] = {.status = 1};
    atRestart();
    run("2.1");
    host().replies["systemctl restart shop"] = {.status = 0};
    m_run->retry();
    ASSERT_TRUE(QTest::qWaitFor([&] {
        return state().currentStage()->commands.first().status == CommandStatus::Succeeded;
    }, 5000));
    EXPECT_EQ(state().currentStage()->commands.first().attempts, 2);
    EXPECT_EQ(state().phase, Phase::Idle);
    EXPECT_FALSE(state().failure);
}

TEST_F(RunSessionTest, aSkipNeedsAReasonAndIsAnExceptionInTheVerdict)
{
    m_transports.replies["systemctl restart shop"] = {.status = 1};
    atRestart();
    run("2.1");
    m_run->skip(QStringLiteral("  "));
    EXPECT_EQ(m_refusals.size(), 1);
    m_run->skip(QStringLiteral("restarted by the site's own tool"));
    ASSERT_TRUE(reaches(Phase::Idle));
    EXPECT_EQ(state().currentStage()->commands.first().status, CommandStatus::Skipped);
    m_run->skipStage(QStringLiteral("no health page"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().currentStage()->id == QStringLiteral("3"); }, 5000));
    EXPECT_EQ(state().stage(QStringLiteral("2"))->status, StageStatus::Skipped);
    EXPECT_EQ(state().stage(QStringLiteral("2"))->skipReason, QStringLiteral("no health page"));
}

TEST_F(RunSessionTest, aFailedCheckStopsTheRunAndAWaiverNamesThePerson)
{
    m_transports.replies["curl -s localhost/health"] = {.output = "starting\n"};
    atRestart();
    run("2.1");
    const QString check = state().currentStage()->checks.first().id;
    m_run->runCheck(check);
    ASSERT_TRUE(reaches(Phase::Deciding));
    EXPECT_EQ(state().currentStage()->checks.first().verdict, Verdict::Failed);
    m_run->waive(check, QStringLiteral("page is known broken"), {});
    EXPECT_EQ(m_refusals.size(), 1);
    m_run->waive(check, QStringLiteral("page is known broken"), QStringLiteral("lead@noc"));
    ASSERT_TRUE(reaches(Phase::Idle));
    EXPECT_EQ(state().currentStage()->checks.first().verdict, Verdict::Waived);
    EXPECT_EQ(state().currentStage()->checks.first().evidence.by, QStringLiteral("lead@noc"));
}

TEST_F(RunSessionTest, anAutomatedCheckIsNotAnsweredByHand)
{
    atRestart();
    run("2.1");
    m_run->answer(state().currentStage()->checks.first().id, Verdict::Passed, {});
    QTest::qWait(20);
    EXPECT_FALSE(state().currentStage()->gateOpen());
    EXPECT_EQ(m_refusals.size(), 1);
}

TEST_F(RunSessionTest, aPersonsFailStopsTheRun)
{
    begin();
    m_run->answer(QStringLiteral("pre.1"), Verdict::Failed, QStringLiteral("no approval"));
    ASSERT_TRUE(reaches(Phase::Deciding));
    EXPECT_EQ(state().stages.first().checks.first().evidence.note, QStringLiteral("no approval"));
}

TEST_F(RunSessionTest, aDangerousCommandNeedsAReasonAndIsNotPartOfRunAll)
{
    m_transports.replies["curl -s localhost/health"] = {.output = "ok\n"};
    atRestart();
    run("2.1");
    m_run->runChecks();
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().currentStage()->gateOpen(); }, 5000));
    passStage();
    QSignalSpy waiting(m_run.get(), &RunSession::commandWaits);
    m_run->runCommand(QStringLiteral("3.1"));
    m_run->runAll();
    QTest::qWait(50);
    EXPECT_EQ(m_refusals.size(), 1);
    ASSERT_EQ(waiting.size(), 1);
    EXPECT_EQ(waiting[0][0].toString(), QStringLiteral("3.1"));
    EXPECT_FALSE(host().commands.contains("rm -rf /srv/shop/cache"));
    m_refusals.clear();
    run("3.1", "agreed with the lead");
    EXPECT_TRUE(host().commands.contains("rm -rf /srv/shop/cache"));
    EXPECT_EQ(state().currentStage()->commands.first().confirmation, QStringLiteral("agreed with the lead"));
}

TEST_F(RunSessionTest, runAllStopsAtTheFirstFailure)
{
    m_transports.replies["df -h /srv"] = {.status = 1};
    begin();
    passPrerequisites();
    m_run->runAll();
    ASSERT_TRUE(reaches(Phase::Deciding));
    QTest::qWait(20);
    EXPECT_EQ(host().commands, QList<QByteArray>{"df -h /srv"});
}

TEST_F(RunSessionTest, runAllRunsEveryCommandOfTheStep)
{
    begin();
    passPrerequisites();
    m_run->runAll();
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().currentStage()->commandsDone(); }, 5000));
    EXPECT_EQ(host().commands, (QList<QByteArray>{"df -h /srv", "uptime"}));
}

TEST_F(RunSessionTest, runAllWaitsUntilItIsKnownThatWhatWasTypedMeanwhileWasRead)
{
    m_transports.replies["df -h /srv"] = {.silent = true};
    begin();
    passPrerequisites();
    m_run->runAll();
    ASSERT_TRUE(QTest::qWaitFor([&] { return host().commands.size() == 1; }, 5000));
    QTest::qWait(20);
    m_run->shell(m_run->roles().first())->type("the password\r");
    host().shells.last()->print("\r\nthank you\r\n");
    host().endCommand(0);
    QTest::qWait(100);
    EXPECT_EQ(host().commands.size(), 1) << "it may be about to show up at the prompt";
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().currentStage()->commandsDone(); }, 5000));
    EXPECT_EQ(host().commands, (QList<QByteArray>{"df -h /srv", "uptime"}));
    EXPECT_TRUE(m_refusals.isEmpty());
}

TEST_F(RunSessionTest, theUndoListIsRegisteredFirstAndWorkedFromItsEnd)
{
    m_transports.replies["systemctl restart shop"] = {.status = 1};
    atRestart();
    run("2.1");
    const QStringList types = entryTypes();
    EXPECT_LT(types.indexOf(QStringLiteral("undo-registered")), types.indexOf(QStringLiteral("command-intended")));
    m_run->openRollback();
    ASSERT_TRUE(reaches(Phase::RollingBack));
    m_run->undo(QStringLiteral("undo.runbook"), QStringLiteral("undo it"));
    EXPECT_EQ(m_refusals.size(), 1);
    m_run->undo(QStringLiteral("undo.2"), QStringLiteral("undo it"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().undo.last().status == UndoItem::Status::Done; }, 5000));
    EXPECT_EQ(host().commands.last(), "systemctl start shop-old");
    m_run->undo(QStringLiteral("undo.runbook"), QStringLiteral("undo it"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().undo.first().status == UndoItem::Status::Done; }, 5000));
    EXPECT_EQ(host().commands.last(), "shop-restore");
    m_run->leaveRollback();
    ASSERT_TRUE(reaches(Phase::Deciding));
    m_run->stop(QStringLiteral("rolled back"));
    ASSERT_TRUE(reaches(Phase::Stopped));
    EXPECT_EQ(state().verdict(), QStringLiteral("stopped"));
}

TEST_F(RunSessionTest, aStepThatWasUndoneCanBeDoneAgainFromThere)
{
    atRestart();
    run("2.1");
    m_run->openRollback();
    ASSERT_TRUE(reaches(Phase::RollingBack));
    m_run->undo(QStringLiteral("undo.2"), QStringLiteral("undo it"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().undo.last().status == UndoItem::Status::Done; }, 5000));
    m_run->leaveRollback();
    ASSERT_TRUE(reaches(Phase::Deciding));
    ASSERT_TRUE(m_run->undoneStage());
    m_run->goBack();
    ASSERT_TRUE(reaches(Phase::Idle));
    EXPECT_EQ(state().currentStage()->id, QStringLiteral("2"));
    EXPECT_EQ(state().currentStage()->commands[0].status, CommandStatus::NotRun);
    EXPECT_FALSE(m_run->undoneStage());
    run("2.1");
    EXPECT_EQ(state().currentStage()->commands[0].status, CommandStatus::Succeeded);
    EXPECT_EQ(entryTypes().count(QStringLiteral("undo-registered")), 3); // the step's undo is registered anew
}

TEST_F(RunSessionTest, aLostLinkMakesTheCommandUnknownAndNothingIsSentAgain)
{
    m_transports.replies["df -h /srv"] = {.silent = true};
    begin();
    passPrerequisites();
    m_run->runCommand(QStringLiteral("1.1"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !host().commands.isEmpty(); }, 5000));
    host().lose(QStringLiteral("cable"));
    ASSERT_TRUE(reaches(Phase::Deciding));
    EXPECT_TRUE(state().failure->outcomeUnknown);
    EXPECT_EQ(state().currentStage()->commands.first().status, CommandStatus::Unknown);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !state().hosts.first().connected; }, 5000));
    connectHost();
    QTest::qWait(20);
    EXPECT_TRUE(host().commands.isEmpty());
}

TEST_F(RunSessionTest, nothingIsSentToAHostThatDoesNotAnswer)
{
    begin();
    passPrerequisites();
    m_transports.made.last()->setState(Transport::State::Silent);
    m_run->runCommand(QStringLiteral("1.1"), {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_refusals.isEmpty(); }, 5000));
    EXPECT_TRUE(m_refusals.first().detail.contains(QStringLiteral("does not answer"))) << m_refusals.first().detail.toStdString();
    EXPECT_FALSE(entryTypes().contains(QStringLiteral("command-intended")));
    m_transports.made.last()->setState(Transport::State::Ready);
    run("1.1");
    EXPECT_EQ(host().commands.size(), 1);
}

TEST_F(RunSessionTest, aRefusedLoginIsReportedAndRecorded)
{
    m_transports.refusal = Error{ErrorKind::AuthDenied, QStringLiteral("no key was accepted")};
    make();
    QList<Error> failures;
    QObject::connect(m_run.get(), &RunSession::connectionFailed, m_run.get(),
                     [&](const QString &, const Error &error) { failures.append(error); });
    m_run->begin();
    ASSERT_TRUE(reaches(Phase::Idle));
    m_run->connectHost(role());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !failures.isEmpty(); }, 5000));
    EXPECT_EQ(failures[0].kind, ErrorKind::AuthDenied);
    EXPECT_TRUE(QTest::qWaitFor([&] { return entryTypes().contains(QStringLiteral("connection-failed")); }, 5000));
}

TEST_F(RunSessionTest, escalationAttemptsAndAcknowledgementAreRecorded)
{
    begin();
    m_run->escalate(QStringLiteral("critical"), QStringLiteral("shop is down"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().escalation.isActive(); }, 5000));
    m_run->recordAttempt(0, QStringLiteral("On-call"), escalation::Outcome::NoAnswer, {});
    m_run->recordAttempt(0, QStringLiteral("On-call"), escalation::Outcome::Reached, QStringLiteral("takes over"));
    m_run->acknowledge(QStringLiteral("On-call"), {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().escalation.state == escalation::Escalation::State::Acknowledged; }, 5000));
    EXPECT_EQ(state().escalation.attempts.size(), 2);
    m_run->escalate(QStringLiteral("critical"), QStringLiteral("again"));
    EXPECT_EQ(m_refusals.size(), 1);
}

} // namespace
