// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/support/failingdisk.h>
#include <tests/support/runfixture.h>
#include <tests/ui/widgetwalk.h>
#include <ui/common/fittedtext.h>
#include <ui/common/statusbadge.h>
#include <ui/wizard/runpage.h>

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>

using namespace holdpoint;
using namespace holdpoint::ui;
using holdpoint::testing::child;
using holdpoint::testing::press;
using session::Phase;

namespace {

class RunPageTest : public holdpoint::testing::RunFixture
{
protected:
    void open()
    {
        begin();
        show();
    }
    void show()
    {
        m_page = std::make_unique<RunPage>(*m_run, m_ledger.clock());
        m_page->resize(1200, 760);
        m_page->show();
    }
    /// Stands at step 2 with its command run and its check unanswered.
    void openAtHoldPoint()
    {
        open();
        passPrerequisites();
        run("1.1");
        run("1.2");
        passStage();
        run("2.1");
    }
    [[nodiscard]] QPushButton *button(const char *name) const { return child<QPushButton>(*m_page, name); }
    [[nodiscard]] bool shown(const char *name) const { return child(*m_page, name)->isVisible(); }
    [[nodiscard]] bool waitUntil(const std::function<bool()> &condition) const
    {
        return QTest::qWaitFor(condition, 10000);
    }

    std::unique_ptr<RunPage> m_page;
};

TEST_F(RunPageTest, aStageIsNeverNarrowerThanWhatItShowsAlsoBesideTheTerminals)
{
    open();
    m_page->togglePanes();
    m_page->resize(980, 700);
    const auto *scroll = child<QScrollArea>(*m_page, "stageScroll");
    EXPECT_TRUE(waitUntil([&] { return scroll->viewport()->width() >= scroll->widget()->minimumSizeHint().width(); }))
        << scroll->viewport()->width() << " < " << scroll->widget()->minimumSizeHint().width();
}

TEST_F(RunPageTest, aHoldPointKeepsPassDisabledAndSaysWhyUntilItsCheckIsAnswered)
{
    open();
    EXPECT_FALSE(button("passStepButton")->isEnabled());
    EXPECT_TRUE(child<QLabel>(*m_page, "whyNotPass")->text().contains(QStringLiteral("Hold point")));
    press(*m_page, "pass_pre.1");
    EXPECT_TRUE(waitUntil([this] { return button("passStepButton")->isEnabled(); }));
    EXPECT_TRUE(child<QLabel>(*m_page, "whyNotPass")->text().isEmpty());
    press(*m_page, "passStepButton");
    EXPECT_TRUE(waitUntil([this] { return state().currentStage()->id == QStringLiteral("1"); }));
    EXPECT_FALSE(button("passStepButton")->isEnabled());
}

TEST_F(RunPageTest, noAnswerOfAManualCheckIsPreselectedAndItsNoteIsRecorded)
{
    open();
    for (const char *name : {"pass_pre.1", "fail_pre.1", "notApplicable_pre.1"}) {
        EXPECT_FALSE(button(name)->isDefault()) << name;
        EXPECT_FALSE(button(name)->isCheckable()) << name;
        EXPECT_FALSE(button(name)->hasFocus()) << name;
    }
    child<QLineEdit>(*m_page, "checkNote_pre.1")->setText(QStringLiteral("CHG-7"));
    press(*m_page, "pass_pre.1");
    EXPECT_TRUE(
        waitUntil([this] { return state().currentStage()->checks.first().evidence.note == QStringLiteral("CHG-7"); }));
}

TEST_F(RunPageTest, runAllRunsTheCommandsOfTheStepInTheTerminal)
{
    open();
    passPrerequisites();
    EXPECT_TRUE(waitUntil([this] { return button("runAllButton")->isEnabled(); }));
    press(*m_page, "runAllButton");
    EXPECT_TRUE(waitUntil([this] { return state().currentStage()->commandsDone(); }));
    EXPECT_EQ(host().commands, (QList<QByteArray>{"df -h /srv", "uptime"}));
    EXPECT_TRUE(waitUntil([this] { return button("passStepButton")->isEnabled(); }));
    EXPECT_EQ(child(*m_page, "commandCard_1.1")->findChild<FittedText *>()->shownText(), QStringLiteral("df -h /srv"));
}

TEST_F(RunPageTest, aFailedCommandShowsWhatFailedAndTheFiveWaysOn)
{
    m_transports.replies["df -h /srv"] = {.status = 2};
    open();
    passPrerequisites();
    EXPECT_FALSE(shown("decisionBar"));
    run("1.1");
    ASSERT_EQ(state().phase, Phase::Deciding);
    EXPECT_TRUE(shown("decisionBar"));
    EXPECT_FALSE(shown("gateBar"));
    EXPECT_TRUE(child<QLabel>(*m_page, "decisionWhat")->text().contains(QStringLiteral("1.1")));
    for (const char *name : {"decideRetry", "decideSkip", "decideRollback", "decideEscalate", "decideStop"})
        EXPECT_TRUE(button(name)->isEnabled()) << name;
}

TEST_F(RunPageTest, skippingNeedsATypedReason)
{
    m_transports.replies["df -h /srv"] = {.status = 2};
    open();
    passPrerequisites();
    run("1.1");
    m_page->skip();
    EXPECT_FALSE(button("decideSkipConfirm")->isEnabled());
    child<QLineEdit>(*m_page, "decideSkipReason")->setText(QStringLiteral("known, CHG-7"));
    press(*m_page, "decideSkipConfirm");
    EXPECT_TRUE(waitUntil([this] { return state().phase == Phase::Idle; }));
    EXPECT_EQ(state().currentStage()->commands.first().status, session::CommandStatus::Skipped);
}

TEST_F(RunPageTest, aDangerousCommandAsksForAReasonBeforeItIsSent)
{
    m_transports.replies["curl -s localhost/health"] = {.output = "ok\n"};
    openAtHoldPoint();
    press(*m_page, "runChecksButton");
    EXPECT_TRUE(waitUntil([this] { return button("passStepButton")->isEnabled(); }));
    passStage();
    ASSERT_EQ(state().currentStage()->id, QStringLiteral("3"));
    EXPECT_TRUE(shown("dangerWarning_3.1"));
    EXPECT_TRUE(waitUntil([this] { return button("runCommand_3.1")->isEnabled(); }));
    const qsizetype sent = host().commands.size();
    press(*m_page, "runCommand_3.1");
    QTest::qWait(20);
    EXPECT_EQ(host().commands.size(), sent);
    child<QLineEdit>(*m_page, "dangerous_3.1Reason")->setText(QStringLiteral("cache is stale"));
    press(*m_page, "dangerous_3.1Confirm");
    EXPECT_TRUE(waitUntil([&] { return host().commands.size() == sent + 1; }));
    EXPECT_EQ(state().stage(QStringLiteral("3"))->commands.first().confirmation, QStringLiteral("cache is stale"));
}

TEST_F(RunPageTest, anAutomatedCheckShowsItsEvidenceAndWhereItComesFrom)
{
    m_transports.replies["curl -s localhost/health"] = {.output = "all ok\n"};
    openAtHoldPoint();
    EXPECT_FALSE(button("passStepButton")->isEnabled());
    const QString id = state().currentStage()->checks.first().id;
    press(*m_page, qPrintable(QStringLiteral("runCheck_%1").arg(id)));
    EXPECT_TRUE(waitUntil([this] { return state().currentStage()->gateOpen(); }));
    const QWidget *card = child(*m_page, qPrintable(QStringLiteral("checkCard_%1").arg(id)));
    EXPECT_EQ(card->findChild<StatusBadge *>()->word(), QStringLiteral("Passed"));
    QStringList texts;
    for (const QLabel *label : card->findChildren<QLabel *>())
        texts += label->text();
    EXPECT_TRUE(texts.join(QLatin1Char('\n')).contains(QStringLiteral("SSH protocol")));
    press(*m_page, qPrintable(QStringLiteral("checkOutput_%1").arg(id)));
}

TEST_F(RunPageTest, theUndoListIsShownNewestFirstAndEachItemIsConfirmed)
{
    m_transports.replies["curl -s localhost/health"] = {.output = "down\n"};
    openAtHoldPoint();
    m_run->runChecks();
    ASSERT_TRUE(reaches(Phase::Deciding));
    press(*m_page, "decideRollback");
    EXPECT_TRUE(waitUntil([this] { return state().phase == Phase::RollingBack; }));
    EXPECT_TRUE(shown("rollbackPanel"));
    ASSERT_FALSE(state().undo.isEmpty());
    const QString id = state().undo.last().id;
    press(*m_page, qPrintable(QStringLiteral("undo_%1").arg(id)));
    child<QLineEdit>(*m_page, qPrintable(QStringLiteral("confirmUndo_%1Reason").arg(id)))
        ->setText(QStringLiteral("down"));
    press(*m_page, qPrintable(QStringLiteral("confirmUndo_%1Confirm").arg(id)));
    EXPECT_TRUE(waitUntil([this] { return host().commands.contains("systemctl start shop-old"); }));
    EXPECT_TRUE(waitUntil([this] { return state().undo.last().status == session::UndoItem::Status::Done; }));
}

TEST_F(RunPageTest, aRunningCommandCanBeInterrupted)
{
    open();
    passPrerequisites();
    EXPECT_FALSE(shown("interruptButton"));
    const QString text = m_run->resolved(m_run->runbook().steps[0].commands[0])->text;
    m_transports.made.last()->replies[text.toUtf8()] = {.silent = true};
    m_run->runCommand(QStringLiteral("1.1"));
    ASSERT_TRUE(waitUntil([this] { return state().phase == Phase::Running && shown("interruptButton"); }));
    EXPECT_FALSE(shown("stopRunButton"));
    press(*m_page, "interruptButton");
    EXPECT_TRUE(waitUntil([this] { return host().shells.last()->written.endsWith("\x03"); }));
}

TEST_F(RunPageTest, aRollbackCanBeStoppedWithAReason)
{
    m_transports.replies["curl -s localhost/health"] = {.output = "down\n"};
    openAtHoldPoint();
    m_run->runChecks();
    ASSERT_TRUE(reaches(Phase::Deciding));
    press(*m_page, "decideRollback");
    ASSERT_TRUE(waitUntil([this] { return state().phase == Phase::RollingBack; }));
    m_page->stop();
    ASSERT_TRUE(shown("stopRollbackReason"));
    child<QLineEdit>(*m_page, "stopRollbackReason")->setText(QStringLiteral("the team takes over"));
    press(*m_page, "stopRollbackConfirm");
    EXPECT_TRUE(waitUntil([this] { return state().phase == Phase::Stopped; }));
    EXPECT_TRUE(shown("finishCard"));
    EXPECT_FALSE(shown("rollbackPanel"));
}

TEST_F(RunPageTest, aLostConnectionIsSaidOnItsTabAndCanBeMadeAgain)
{
    open();
    auto *tabs = child<QTabWidget>(*m_page, "paneGroup");
    EXPECT_TRUE(waitUntil([&] { return tabs->tabText(0).contains(QStringLiteral("Connected")); }));
    host().lose(QStringLiteral("cable out"));
    EXPECT_TRUE(waitUntil([&] { return tabs->tabText(0).contains(QStringLiteral("Connection lost")); }));
    press(*m_page, qPrintable(QStringLiteral("connect_%1").arg(role())));
    EXPECT_TRUE(waitUntil([&] { return tabs->tabText(0).contains(QStringLiteral("Connected")); }));
    EXPECT_EQ(m_transports.made.size(), 2);
}

TEST_F(RunPageTest, anotherStepCanBeReadButNotWorkedOn)
{
    open();
    auto *list = child<QListView>(*m_page, "stageList");
    list->setCurrentIndex(list->model()->index(2, 0));
    EXPECT_TRUE(
        waitUntil([this] { return m_page->findChild<QWidget *>(QStringLiteral("commandCard_2.1")) != nullptr; }));
    EXPECT_FALSE(button("runCommand_2.1")->isEnabled());
    EXPECT_FALSE(button("runCommand_2.1")->toolTip().isEmpty());
    EXPECT_FALSE(button("runAllButton")->isEnabled());
    EXPECT_FALSE(child<QLineEdit>(*m_page, "noteField")->isEnabled());
}

TEST_F(RunPageTest, aNoteIsRecordedWithTheStep)
{
    open();
    child<QLineEdit>(*m_page, "noteField")->setText(QStringLiteral("queue is long"));
    press(*m_page, "addNoteButton");
    EXPECT_TRUE(
        waitUntil([this] { return child<QLabel>(*m_page, "stageNotes")->text() == QStringLiteral("queue is long"); }));
    EXPECT_TRUE(child<QLineEdit>(*m_page, "noteField")->text().isEmpty());
}

TEST_F(RunPageTest, stoppingEndsTheRunAndShowsItsResult)
{
    open();
    EXPECT_FALSE(shown("finishCard"));
    m_page->stop();
    child<QLineEdit>(*m_page, "stopRunReason")->setText(QStringLiteral("wrong window"));
    press(*m_page, "stopRunConfirm");
    EXPECT_TRUE(waitUntil([this] { return state().phase == Phase::Stopped; }));
    EXPECT_TRUE(shown("finishCard"));
    EXPECT_FALSE(shown("gateBar"));
}

TEST_F(RunPageTest, terminalsCanStandBesideOrBelow)
{
    open();
    auto *panes = child<QSplitter>(*m_page, "paneSplitter");
    const Qt::Orientation before = panes->orientation();
    press(*m_page, "togglePanesButton");
    EXPECT_NE(panes->orientation(), before);
}

TEST_F(RunPageTest, aRunGoesOnUnrecordedAfterAReasonAndAWordAndSaysSoAllTheTime)
{
    open();
    passPrerequisites();
    EXPECT_FALSE(shown("unrecordedBar"));
    holdpoint::testing::FailingDisk disk;
    m_run->note(QStringLiteral("lost"));
    ASSERT_TRUE(waitUntil([&] { return shown("unrecordedOpen"); }));
    press(*m_page, "unrecordedOpen");
    EXPECT_FALSE(button("unrecordedConfirm")->isEnabled());
    child<QLineEdit>(*m_page, "unrecordedReason")->setText(QStringLiteral("the cooling is off"));
    EXPECT_FALSE(button("unrecordedConfirm")->isEnabled());
    child<QLineEdit>(*m_page, "unrecordedWord")->setText(QStringLiteral("UNRECORDED"));
    press(*m_page, "unrecordedConfirm");
    const auto *bar = child<QLabel>(*m_page, "unrecordedText");
    const auto *pane = child<QLabel>(*m_page, "unrecordedLabel");
    ASSERT_TRUE(waitUntil([&] { return bar->text().startsWith(QLatin1String("UNRECORDED since ")); }));
    EXPECT_TRUE(bar->text().contains(QLatin1String("UTC: the cooling is off")));
    EXPECT_TRUE(pane->isVisible());
    EXPECT_TRUE(pane->text().contains(QLatin1String("the cooling is off")));
    run("1.1");
    EXPECT_EQ(host().commands.size(), 1);
    disk.repair();
    press(*m_page, "unrecordedRetry");
    ASSERT_TRUE(waitUntil([&] { return !shown("unrecordedBar"); }));
    EXPECT_FALSE(pane->isVisible());
    EXPECT_EQ(state().verdict(), QStringLiteral("open"));
    EXPECT_EQ(state().unrecorded.size(), 1);
}

TEST_F(RunPageTest, whatAnEarlierConsoleLeftInTmuxHasItsPaneBeforeItsHostIsConnected)
{
    m_address.kept = true;
    make();
    m_run->begin();
    ASSERT_TRUE(reaches(Phase::Idle));
    m_run->connectHost(role());
    ASSERT_TRUE(waitUntil([&] { return state().hosts.first().connected; }));
    ASSERT_FALSE(m_run->addShell(role()).isEmpty());
    ASSERT_TRUE(waitUntil([&] { return !state().hosts.first().keptShells.isEmpty(); }));
    const QByteArray id = state().id;
    m_run.reset();
    auto resumed = holdpoint::testing::waitFor(
        session::RunSession::resume(id, QStringLiteral("ada@noc"), services(), holdpoint::testing::policyOf));
    ASSERT_TRUE(resumed);
    m_run = *resumed;
    show();
    auto *pane = m_page->findChild<QWidget *>(QStringLiteral("terminalPane_%1 (2)").arg(role()));
    ASSERT_NE(pane, nullptr);
    EXPECT_NE(m_page->findChild<QPushButton *>(QStringLiteral("connect_%1 (2)").arg(role())), nullptr);
    EXPECT_EQ(m_run->shell(role()), nullptr) << "nothing connects by itself";
    m_page.reset();
}

TEST_F(RunPageTest, aCommandThatMustBeRecordedSaysWhyItDoesNotRunUnrecorded)
{
    m_source.replace("```bash {readonly}", "```bash {readonly recorded}");
    open();
    passPrerequisites();
    EXPECT_TRUE(button("runCommand_1.1")->isEnabled());
    holdpoint::testing::FailingDisk disk;
    m_run->note(QStringLiteral("lost"));
    ASSERT_TRUE(waitUntil([&] { return shown("unrecordedOpen"); }));
    m_run->continueUnrecorded(QStringLiteral("the cooling is off"));
    ASSERT_TRUE(waitUntil([&] { return button("runCommand_1.1")->toolTip().contains(u"must be recorded"); }));
    EXPECT_FALSE(button("runCommand_1.1")->isEnabled());
    disk.repair();
    m_run->recoverLedger();
    EXPECT_TRUE(waitUntil([&] { return button("runCommand_1.1")->isEnabled(); }));
}

} // namespace
