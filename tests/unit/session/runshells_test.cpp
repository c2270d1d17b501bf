// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/support/runfixture.h>

#include <QJsonArray>

using namespace holdpoint;
using holdpoint::testing::waitFor;
using session::HostShell;
using session::Phase;

namespace {

class RunShellsTest : public holdpoint::testing::RunFixture
{
protected:
    [[nodiscard]] bool isAtPrompt(const QString &name)
    {
        return QTest::qWaitFor(
            [&] {
                const HostShell *shell = m_run->shell(name);
                return shell && shell->state() == HostShell::State::AtPrompt;
            },
            10000);
    }
    [[nodiscard]] QString second() const { return role() + QStringLiteral(" (2)"); }
    [[nodiscard]] QList<ledger::Entry> entries()
    {
        return *waitFor(m_ledger->entries(state().id, ledger::Ledger::Attachments::Load));
    }
    [[nodiscard]] QList<ledger::Entry> entriesOf(const char *type)
    {
        QList<ledger::Entry> all = entries();
        all.removeIf([type](const ledger::Entry &entry) { return entry.type != QLatin1String(type); });
        return all;
    }
};

TEST_F(RunShellsTest, aFurtherShellSharesTheConnectionAndIsInTheLedgerBeforeItOpens)
{
    begin();
    EXPECT_EQ(m_run->addShell(role()), second());
    EXPECT_EQ(host().shells.size(), 1) << "nothing is opened before it is on record";
    ASSERT_TRUE(isAtPrompt(second()));
    EXPECT_EQ(m_transports.made.size(), 1);
    EXPECT_EQ(host().shells.size(), 2);
    EXPECT_EQ(m_run->furtherShells(role()), QStringList{second()});
    ASSERT_EQ(entriesOf("shell-opened").size(), 1);
    EXPECT_EQ(entriesOf("shell-opened").first().body[QLatin1String("pane")].toString(), second());
}

TEST_F(RunShellsTest, theRunbooksCommandsRunInTheFirstShellOnly)
{
    begin();
    passPrerequisites();
    m_run->addShell(role());
    ASSERT_TRUE(isAtPrompt(second()));
    m_run->shell(second())->type("tail -f log\r");
    run("1.1");
    EXPECT_TRUE(host().shells[0]->written.contains("df -h /srv"));
    EXPECT_FALSE(host().shells[1]->written.contains("df -h /srv"));
    EXPECT_EQ(state().phase, Phase::Idle);
}

TEST_F(RunShellsTest, eachShellHasARecordingUnderItsOwnName)
{
    begin();
    m_run->addShell(role());
    ASSERT_TRUE(isAtPrompt(second()));
    host().shells[1]->print("only in the second\r\n");
    m_run->stop(QStringLiteral("enough"));
    ASSERT_TRUE(reaches(Phase::Stopped));
    QMap<QString, QByteArray> recorded;
    for (const ledger::Entry &entry : entriesOf("output"))
        recorded[entry.body[QLatin1String("pane")].toString()] += entry.attachments.first().bytes;
    EXPECT_EQ(recorded.keys(), (QStringList{role(), second()}));
    EXPECT_TRUE(recorded[second()].contains("only in the second"));
    EXPECT_FALSE(recorded[role()].contains("only in the second"));
}

TEST_F(RunShellsTest, afterACommandWithTooMuchOutputTheNextOneIsRecordedAgain)
{
    m_transports.replies["flood"] = {.silent = true};
    begin();
    m_run->addShell(role());
    ASSERT_TRUE(isAtPrompt(second()));
    ASSERT_TRUE(m_run->shell(second())->send(QStringLiteral("flood")));
    const auto shown = [this] { return m_run->shell(second())->screen().visibleLines().join(QString()); };
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown().contains(QStringLiteral("flood")); }, 10000));
    for (qint64 sent = 0; sent <= session::PaneRecorder::limit; sent += 1 << 20)
        host().shells[1]->print(QByteArray(1 << 20, 'x'));
    host().shells[1]->print("lost\r\n");
    host().endCommand(0);
    ASSERT_TRUE(isAtPrompt(second()));
    host().shells[1]->print("kept again\r\n");
    m_run->stop(QStringLiteral("enough"));
    ASSERT_TRUE(reaches(Phase::Stopped));
    QByteArray recorded;
    for (const ledger::Entry &entry : entriesOf("output")) {
        if (entry.body[QLatin1String("pane")].toString() == second())
            recorded += entry.attachments.first().bytes;
    }
    EXPECT_FALSE(recorded.contains("lost"));
    EXPECT_TRUE(recorded.contains("kept again"));
}

TEST_F(RunShellsTest, aShellThatWasClosedIsOnRecordAndItsNameIsNotUsedAgain)
{
    begin();
    m_run->addShell(role());
    ASSERT_TRUE(isAtPrompt(second()));
    m_run->closeShell(second());
    EXPECT_EQ(m_run->shell(second()), nullptr);
    EXPECT_NE(m_run->shell(role()), nullptr);
    EXPECT_EQ(m_run->addShell(role()), role() + QStringLiteral(" (3)"));
    ASSERT_TRUE(isAtPrompt(role() + QStringLiteral(" (3)")));
    EXPECT_EQ(entriesOf("shell-closed").size(), 1);
}

TEST_F(RunShellsTest, aResumedRunGoesOnCountingItsShells)
{
    begin();
    m_run->addShell(role());
    ASSERT_TRUE(isAtPrompt(second()));
    const QByteArray id = state().id;
    const QString role = this->role();
    m_run.reset();
    auto resumed =
        waitFor(session::RunSession::resume(id, QStringLiteral("ada@noc"), services(), holdpoint::testing::policyOf));
    ASSERT_TRUE(resumed);
    m_run = *resumed;
    connectHost();
    EXPECT_EQ(m_run->furtherShells(role), QStringList());
    EXPECT_EQ(m_run->addShell(role), role + QStringLiteral(" (3)"));
    ASSERT_TRUE(isAtPrompt(role + QStringLiteral(" (3)")));
}

TEST_F(RunShellsTest, afterALostConnectionAFurtherShellIsOpenedAgainOnTheNewOne)
{
    begin();
    m_run->addShell(role());
    ASSERT_TRUE(isAtPrompt(second()));
    host().lose(QStringLiteral("cable out"));
    EXPECT_EQ(m_run->shell(second())->state(), HostShell::State::Lost);
    m_run->reopenShell(second());
    ASSERT_TRUE(isAtPrompt(role()));
    EXPECT_EQ(m_run->shell(second())->state(), HostShell::State::Lost) << "only what was asked for is opened";
    m_run->reopenShell(second());
    m_run->reopenShell(second()); // somebody is impatient
    EXPECT_EQ(host().shells.size(), 1) << "nothing is opened before it is on record";
    EXPECT_TRUE(isAtPrompt(second()));
    EXPECT_EQ(host().shells.size(), 2);
    const auto opened = entriesOf("shell-opened");
    ASSERT_GE(opened.size(), 2);
    EXPECT_EQ(opened.last().body[QLatin1String("pane")].toString(), second());
    EXPECT_TRUE(opened.last().body[QLatin1String("again")].toBool());
}

TEST_F(RunShellsTest, withoutAConnectionAFurtherShellIsRefused)
{
    make();
    m_run->begin();
    ASSERT_TRUE(reaches(Phase::Idle));
    EXPECT_TRUE(m_run->addShell(role()).isEmpty());
    EXPECT_EQ(m_refusals.size(), 1);
}

TEST_F(RunShellsTest, aBroadcastBeginsAndEndsWithAnEntryThatNamesItsHostsAndHoldsNothingTyped)
{
    begin();
    m_run->addShell(role());
    ASSERT_TRUE(isAtPrompt(second()));
    QStringList began;
    QObject::connect(m_run.get(), &session::RunSession::broadcastBegan, m_run.get(),
                     [&](const QStringList &panes) { began = panes; });
    m_run->beginBroadcast({role(), second()});
    EXPECT_TRUE(began.isEmpty()) << "it begins when it is on record";
    ASSERT_TRUE(QTest::qWaitFor([&] { return !began.isEmpty(); }, 10000));
    EXPECT_EQ(began, (QStringList{role(), second()}));
    m_run->shell(role())->type("secret-of-mine");
    m_run->endBroadcast(QStringLiteral("a person ended it"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return entriesOf("broadcast-ended").size() == 1; }, 10000));
    const QJsonObject started = entriesOf("broadcast-started").first().body;
    EXPECT_EQ(started[QLatin1String("panes")].toArray().size(), 2);
    EXPECT_EQ(started[QLatin1String("addresses")].toArray().first().toString(), QStringLiteral("shop.example"));
    for (const ledger::Entry &entry : entries())
        EXPECT_FALSE(entry.record.contains("secret-of-mine")) << entry.type.toStdString();
}

TEST_F(RunShellsTest, aRunThatIsLeftEndsItsBroadcastOnRecord)
{
    begin();
    m_run->addShell(role());
    ASSERT_TRUE(isAtPrompt(second()));
    m_run->beginBroadcast({role(), second()});
    ASSERT_TRUE(QTest::qWaitFor([&] { return entriesOf("broadcast-started").size() == 1; }, 10000));
    const QByteArray id = state().id;
    m_run.reset();
    const auto all = waitFor(m_ledger->entries(id, ledger::Ledger::Attachments::Skip));
    EXPECT_TRUE(std::ranges::any_of(
        *all, [](const ledger::Entry &entry) { return entry.type == QLatin1String("broadcast-ended"); }));
}

TEST_F(RunShellsTest, aRunThatNeverConnectedEndsAsSuchAndOneInWhichSomethingWasDoneDoesNot)
{
    m_transports.refusal = Error{ErrorKind::AuthDenied, QStringLiteral("no key was accepted")};
    make();
    m_run->begin();
    ASSERT_TRUE(reaches(Phase::Idle));
    m_run->connectHost(role());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !state().hosts.first().lastProblem.isEmpty(); }, 10000));
    EXPECT_TRUE(state().untouched);
    m_run->answer(QStringLiteral("pre.1"), session::Verdict::Passed, {});
    ASSERT_TRUE(settles());
    EXPECT_FALSE(state().untouched);
    m_run->endUntouched();
    EXPECT_EQ(m_refusals.size(), 1);
    EXPECT_FALSE(state().isOver());

    make();
    m_run->begin();
    ASSERT_TRUE(reaches(Phase::Idle));
    m_run->connectHost(role());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !state().hosts.first().lastProblem.isEmpty(); }, 10000));
    m_run->endUntouched();
    ASSERT_TRUE(reaches(Phase::Stopped));
    EXPECT_EQ(state().stopReason, QStringLiteral("never connected: no key was accepted"));
}

TEST_F(RunShellsTest, aConnectionIsWorkDone)
{
    begin();
    EXPECT_FALSE(state().untouched);
}

} // namespace
