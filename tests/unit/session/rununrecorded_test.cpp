// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// SECURITY case 104: going on while the ledger fails, and what is told of it afterwards.

#include <models/session/unrecorded.h>
#include <tests/support/failingdisk.h>
#include <tests/support/runfixture.h>

#include <optional>

using namespace holdpoint;
using namespace holdpoint::session;
using holdpoint::testing::FailingDisk;

namespace {

class RunUnrecordedTest : public holdpoint::testing::RunFixture
{
protected:
    /// The ledger fails while the operator writes a note.
    void failLedger()
    {
        m_disk.emplace();
        m_run->note(QStringLiteral("this note is lost"));
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_run->isHalted(); }, 5000));
    }
    void goOn()
    {
        begin();
        passPrerequisites();
        failLedger();
        m_run->continueUnrecorded(QStringLiteral("the data centre is flooding"));
        ASSERT_TRUE(m_run->unrecorded());
    }
    /// The second step of the runbook must be recorded: one command, a check, and a way back.
    void wantRecord() { m_source.replace("2. **Restart**", "2. **Restart** <!-- hp recorded -->"); }
    [[nodiscard]] bool recovers()
    {
        m_disk->repair();
        m_run->recoverLedger();
        return QTest::qWaitFor([&] { return !m_run->unrecorded() && !m_run->haltReason(); }, 10000);
    }
    [[nodiscard]] QList<ledger::Entry> entries()
    {
        return holdpoint::testing::waitFor(m_ledger->entries(state().id, ledger::Ledger::Attachments::Skip))
            .value_or(QList<ledger::Entry>());
    }

    /// Bytes that the recordings say they lack.
    [[nodiscard]] qint64 leftOut()
    {
        qint64 bytes = 0;
        for (const ledger::Entry &entry : entries())
            bytes += entry.body[QLatin1String("truncated")].toInteger();
        return bytes;
    }

    std::optional<FailingDisk> m_disk;
};

TEST_F(RunUnrecordedTest, withoutAReasonNothingIsSent)
{
    begin();
    passPrerequisites();
    failLedger();
    m_run->runCommand(QStringLiteral("1.1"));
    m_run->continueUnrecorded(QStringLiteral("  "));
    EXPECT_TRUE(m_run->isHalted());
    EXPECT_FALSE(m_run->unrecorded());
    ASSERT_EQ(m_refusals.size(), 2);
    EXPECT_EQ(m_refusals.last().kind, ErrorKind::Invalid);
    QTest::qWait(20);
    EXPECT_TRUE(host().commands.isEmpty());
}

TEST_F(RunUnrecordedTest, noRunBeginsUnrecordedAndNoneLeavesAWorkingLedger)
{
    make();
    m_disk.emplace();
    m_run->begin();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_run->isHalted(); }, 5000));
    m_run->continueUnrecorded(QStringLiteral("it is urgent"));
    EXPECT_FALSE(m_run->unrecorded());
    EXPECT_EQ(m_refusals.last().kind, ErrorKind::NotPermitted);
    m_disk->repair();
    ASSERT_TRUE(holdpoint::testing::waitFor(m_ledger->recover()));
    m_refusals.clear();
    begin();
    m_run->continueUnrecorded(QStringLiteral("I do not want a record"));
    EXPECT_FALSE(m_run->unrecorded());
    EXPECT_EQ(m_refusals.last().kind, ErrorKind::NotPermitted);
}

TEST_F(RunUnrecordedTest, whatWasDoneIsToldWhenTheLedgerWorksAgainAndFoldsToTheSameState)
{
    m_transports.replies["systemctl restart shop"] = {.status = 1};
    goOn();
    run("1.1");
    run("1.2");
    passStage();
    run("2.1");
    EXPECT_EQ(host().commands, (QList<QByteArray>{"df -h /srv", "uptime", "systemctl restart shop"}));
    ASSERT_TRUE(recovers());
    EXPECT_EQ(state().phase, Phase::Deciding);
    const QList<ledger::Entry> told = entries();
    const auto interval = std::ranges::find(told, QString::fromUtf16(unrecordedType), &ledger::Entry::type);
    ASSERT_NE(interval, told.end());
    EXPECT_EQ(interval->body[QLatin1String("reason")].toString(), QStringLiteral("the data centre is flooding"));
    EXPECT_FALSE(interval->body[QLatin1String("cause")].toString().isEmpty());
    EXPECT_FALSE(interval->body[QLatin1String("witnessed")].toBool(true));
    QStringList types;
    for (const ledger::Entry &remembered : rememberedIn(*interval))
        types.append(remembered.type);
    EXPECT_EQ(types.count(QStringLiteral("command-intended")), 3);
    EXPECT_EQ(types.count(QStringLiteral("command-finished")), 3);
    const RunState folded = foldRun(told);
    EXPECT_EQ(folded.phase, state().phase);
    EXPECT_EQ(folded.current, state().current);
    EXPECT_EQ(folded.failure->what, state().failure->what);
    ASSERT_EQ(folded.unrecorded.size(), 1);
    EXPECT_EQ(folded.unrecorded.first().from, state().unrecorded.first().from);
    EXPECT_EQ(folded.unrecorded.first().to, state().unrecorded.first().to);
    EXPECT_TRUE(folded.unrecorded.first().to.isValid());
    EXPECT_EQ(folded.stages[1].commands.first().output, state().stages[1].commands.first().output);
    EXPECT_EQ(holdpoint::testing::waitFor(m_ledger->audit())->verdict, ledger::Audit::Verdict::Good);
}

TEST_F(RunUnrecordedTest, afterwardsEverythingIsRecordedAgain)
{
    goOn();
    ASSERT_TRUE(recovers());
    run("1.1");
    EXPECT_EQ(entryTypes().last(2),
              (QStringList{QStringLiteral("command-intended"), QStringLiteral("command-finished")}));
    EXPECT_FALSE(m_run->isHalted());
}

TEST_F(RunUnrecordedTest, aCommandWhoseEndWasLostIsUnknownAndNotSentAgain)
{
    m_transports.replies["df -h /srv"] = {.silent = true};
    begin();
    passPrerequisites();
    m_run->runCommand(QStringLiteral("1.1"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !host().commands.isEmpty(); }, 5000));
    failLedger();
    m_run->continueUnrecorded(QStringLiteral("it burns"));
    // Still running: its end is remembered when it comes.
    EXPECT_EQ(state().phase, Phase::Running);
    EXPECT_EQ(host().commands.size(), 1);
}

TEST_F(RunUnrecordedTest, aCommandThatMustBeRecordedIsRefusedUntilTheLedgerWorksAgain)
{
    m_source.replace("```bash {readonly}", "```bash {readonly recorded}");
    goOn();
    m_run->runCommand(QStringLiteral("1.1"));
    m_run->runAll();
    ASSERT_EQ(m_refusals.size(), 2);
    EXPECT_EQ(m_refusals.first().kind, ErrorKind::NotPermitted);
    EXPECT_TRUE(m_refusals.first().detail.contains(QStringLiteral("command 1.1 must be recorded")))
        << qPrintable(m_refusals.first().detail);
    EXPECT_TRUE(host().commands.isEmpty());
    EXPECT_TRUE(m_run->waitsForLedger(*m_run->findCommand(QStringLiteral("1.1"))));
    m_refusals.clear();
    ASSERT_TRUE(recovers());
    run("1.1");
    EXPECT_EQ(host().commands, QList<QByteArray>{"df -h /srv"});
    EXPECT_TRUE(m_refusals.isEmpty());
}

TEST_F(RunUnrecordedTest, aStepThatMustBeRecordedTakesNoCommandCheckAnswerOrPassingButCanBeSkipped)
{
    wantRecord();
    goOn();
    run("1.1");
    run("1.2");
    passStage();
    ASSERT_EQ(state().currentStage()->id, QStringLiteral("2"));
    m_run->runCommand(QStringLiteral("2.1"));
    m_run->runCheck(QStringLiteral("2.check.1"));
    m_run->waive(QStringLiteral("2.check.1"), QStringLiteral("no time"), QStringLiteral("ada@noc"));
    EXPECT_EQ(m_refusals.size(), 3);
    EXPECT_EQ(host().commands.size(), 2);
    EXPECT_TRUE(m_run->waitsForLedger(*state().currentStage()));
    m_refusals.clear();
    m_run->skipStage(QStringLiteral("it cannot be recorded, and the shutdown cannot wait"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().currentStage()->id == QStringLiteral("3"); }, 5000));
    EXPECT_TRUE(m_refusals.isEmpty());
}

TEST_F(RunUnrecordedTest, aStepWhoseCommandsRanOnRecordIsNotPassedWithoutOne)
{
    wantRecord();
    m_source.replace("   **Verification**:\n   - The service answers\n     ```bash {verify contains=ok}\n"
                     "     curl -s localhost/health\n     ```\n",
                     "");
    begin();
    passPrerequisites();
    run("1.1");
    run("1.2");
    passStage();
    run("2.1");
    failLedger();
    m_run->continueUnrecorded(QStringLiteral("it burns"));
    m_refusals.clear();
    m_run->passStage();
    ASSERT_EQ(m_refusals.size(), 1);
    EXPECT_EQ(m_refusals.first().kind, ErrorKind::NotPermitted);
    EXPECT_EQ(state().currentStage()->id, QStringLiteral("2"));
}

TEST_F(RunUnrecordedTest, aCommandThatMustBeRecordedIsRecordedWholeHoweverMuchItPrints)
{
    m_source.replace("```bash {readonly}", "```bash {readonly recorded}");
    const QByteArray flood =
        QByteArray("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde\r\n").repeated(150'000);
    m_transports.replies["df -h /srv"] = {.output = flood};
    m_transports.replies["systemctl restart shop"] = {.output = flood};
    begin();
    passPrerequisites();
    run("1.1");
    EXPECT_EQ(state().stages[1].commands.first().status, CommandStatus::Succeeded);
    EXPECT_EQ(leftOut(), 0);
    run("1.2");
    passStage();
    run("2.1");
    EXPECT_GT(leftOut(), 0) << "others have a limit";
    EXPECT_LT(leftOut(), flood.size());
}

TEST_F(RunUnrecordedTest, aStepIsHeldWhoseCommandMustBeRecordedAndRanWhileTheLedgerFailed)
{
    m_source.replace("```bash {readonly}", "```bash {readonly recorded}");
    m_transports.replies["df -h /srv"] = {.silent = true};
    begin();
    passPrerequisites();
    m_run->runCommand(QStringLiteral("1.1"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !host().commands.isEmpty(); }, 5000));
    failLedger();
    ASSERT_TRUE(recovers());
    EXPECT_EQ(state().phase, Phase::Running);
    host().endCommand(0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().phase == Phase::Deciding; }, 5000));
    EXPECT_TRUE(lastBody("command-finished")[QLatin1String("outcome")].toString().contains(
        u"not all that it printed is on record"))
        << qPrintable(lastBody("command-finished")[QLatin1String("outcome")].toString());
    EXPECT_EQ(lastBody("command-finished")[QLatin1String("exit")].toInt(-1), 0) << "how it ended is known all the same";
}

TEST_F(RunUnrecordedTest, theVerdictNamesItForEver)
{
    begin();
    EXPECT_TRUE(state().unrecorded.isEmpty());
    RunState passed = state();
    passed.phase = Phase::Finished;
    for (Stage &stage : passed.stages)
        stage.status = StageStatus::Passed;
    const QString before = passed.verdict();
    passed.unrecorded.append({.reason = QStringLiteral("flood")});
    EXPECT_EQ(passed.verdict(), QStringLiteral("passed with exceptions")) << before.toStdString();
}

TEST(UnrecordedTest, memoryIsBoundedAndTellsHowMuchItForgot)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);
    Unrecorded unrecorded(QStringLiteral("flood"), QStringLiteral("ada"), QStringLiteral("disk full"), now);
    ledger::Entry entry;
    entry.utc = now;
    entry.type = QStringLiteral("note");
    entry.body = {{QStringLiteral("text"), QString(10'000, u'x')}};
    for (int i = 0; i < 1000; ++i)
        unrecorded.remember(entry);
    EXPECT_LT(unrecorded.count(), 420);
    const ledger::Draft draft = unrecorded.draft(QByteArray(16, 'r'), now.addSecs(60));
    EXPECT_EQ(draft.body[QLatin1String("forgotten")].toInteger(), 1000 - unrecorded.count());
    EXPECT_EQ(draft.kind, ledger::Draft::Kind::Closing);
    unrecorded.remember(entry); // while the ledger takes the draft
    EXPECT_FALSE(unrecorded.told());
    EXPECT_EQ(unrecorded.count(), 1);
    EXPECT_EQ(unrecorded.draft(QByteArray(16, 'r'), now.addSecs(61)).body[QLatin1String("forgotten")].toInteger(), 0);
    EXPECT_TRUE(unrecorded.told());
}

} // namespace
