// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/support/runfixture.h>
#include <tests/ui/widgetwalk.h>
#include <ui/common/statusbadge.h>
#include <ui/escalation/escalationpanel.h>

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace holdpoint;
using namespace holdpoint::ui;
using escalation::Outcome;
using holdpoint::testing::child;
using holdpoint::testing::press;

namespace {

constexpr qint64 minute = 60'000;

class EscalationPanelTest : public holdpoint::testing::RunFixture
{
protected:
    void open()
    {
        auto document = runbooks::parseDocument(source, QStringLiteral("/books/shop.md"));
        ASSERT_TRUE(document);
        const runbooks::Runbook &runbook = document->runbooks.first();
        escalation::Policy policy;
        policy.ladder = {rung("Initial contact", 0, "On-call engineer"), rung("15 minutes", 15, "Team lead")};
        auto run = session::RunSession::create(
            {.document = *document,
             .runbookId = runbook.id,
             .values =
                 *runbooks::bind(runbook, {{QStringLiteral("path"), QStringLiteral("/srv")}}, QDate(2026, 11, 23)),
             .hosts = {{runbook.hostRoles.first(), {.host = QStringLiteral("shop.example")}}},
             .operatorName = QStringLiteral("ada@noc"),
             .policy = policy},
            services());
        ASSERT_TRUE(run);
        m_run = std::move(*run);
        watch();
        m_run->begin();
        ASSERT_TRUE(reaches(session::Phase::Idle));
        m_panel = std::make_unique<EscalationPanel>(*m_run, m_ledger.clock());
        m_panel->resize(420, 900);
        m_panel->show();
    }
    static escalation::Rung rung(const char *label, int minutes, const char *contact)
    {
        return {QLatin1String(label),
                QStringLiteral("Call %1").arg(QLatin1String(contact)),
                std::chrono::minutes(minutes),
                QLatin1String(contact),
                QStringLiteral("+33 1 99 00 10 01"),
                {},
                QStringLiteral("Phone")};
    }
    void escalate()
    {
        child<QLineEdit>(*m_panel, "escalationReason")->setText(QStringLiteral("Backups fail"));
        press(*m_panel, "escalateButton");
        press(*m_panel, "escalateConfirm");
        ASSERT_TRUE(QTest::qWaitFor([this] { return state().escalation.isActive(); }, 10000));
    }
    void pass(qint64 milliseconds)
    {
        m_ledger.clock().advance(milliseconds);
        emit m_run->escalationTick();
    }
    [[nodiscard]] QString countdown(int rung) const
    {
        return child<QLabel>(*m_panel, qPrintable(QStringLiteral("countdown_%1").arg(rung)))->text();
    }

    std::unique_ptr<EscalationPanel> m_panel;
};

TEST_F(EscalationPanelTest, nothingStartsBeforeAReasonAndAConfirmationThatNamesWhoIsCalled)
{
    open();
    EXPECT_FALSE(child<QPushButton>(*m_panel, "escalateButton")->isEnabled());
    child<QLineEdit>(*m_panel, "escalationReason")->setText(QStringLiteral("Backups fail"));
    press(*m_panel, "escalateButton");
    EXPECT_FALSE(state().escalation.isActive());
    QStringList texts;
    for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts += label->text();
    }
    EXPECT_TRUE(texts.join(QLatin1Char('\n')).contains(QStringLiteral("On-call engineer")));
    press(*m_panel, "escalateConfirm");
    EXPECT_TRUE(QTest::qWaitFor([this] { return state().escalation.isActive(); }, 10000));
    EXPECT_EQ(state().escalation.reason, QStringLiteral("Backups fail"));
}

TEST_F(EscalationPanelTest, theCountdownRunsAndAnOverdueRungIsSaidInWords)
{
    open();
    escalate();
    EXPECT_EQ(countdown(1), QStringLiteral("in 0:15:00"));
    pass(minute);
    EXPECT_EQ(countdown(1), QStringLiteral("in 0:14:00"));
    pass(16 * minute);
    EXPECT_EQ(countdown(1), QStringLiteral("overdue by 0:02:00"));
    EXPECT_EQ(child(*m_panel, "rungCard_1")->findChild<StatusBadge *>()->word(), QStringLiteral("Now"));
    EXPECT_EQ(child(*m_panel, "rungCard_0")->findChild<StatusBadge *>()->word(), QStringLiteral("Missed"));
}

TEST_F(EscalationPanelTest, theKeysOneToFiveRecordWhatHappenedAtTheCurrentRung)
{
    open();
    escalate();
    const QList<std::pair<Qt::Key, Outcome>> keys{{Qt::Key_1, Outcome::Called},
                                                  {Qt::Key_2, Outcome::NoAnswer},
                                                  {Qt::Key_3, Outcome::LeftMessage},
                                                  {Qt::Key_4, Outcome::Reached},
                                                  {Qt::Key_5, Outcome::Declined}};
    for (const auto &[key, outcome] : keys) {
        const qsizetype before = state().escalation.attempts.size();
        m_panel->begin();
        QTest::keyClick(m_panel->focusWidget() ? m_panel->focusWidget() : m_panel.get(), key);
        ASSERT_TRUE(QTest::qWaitFor([&] { return state().escalation.attempts.size() == before + 1; }, 10000));
        EXPECT_EQ(state().escalation.attempts.last().outcome, outcome);
        EXPECT_EQ(state().escalation.attempts.last().rung, 0);
    }
    pass(16 * minute);
    QTest::keyClick(m_panel.get(), Qt::Key_2);
    ASSERT_TRUE(QTest::qWaitFor([&] { return state().escalation.attempts.size() == keys.size() + 1; }, 10000));
    EXPECT_EQ(state().escalation.attempts.last().rung, 1);
}

TEST_F(EscalationPanelTest, digitsTypedIntoANoteAreText)
{
    open();
    escalate();
    QTest::keyClicks(child(*m_panel, "rungNote_0"), QStringLiteral("42"));
    QTest::qWait(20);
    EXPECT_TRUE(state().escalation.attempts.isEmpty());
    EXPECT_EQ(child<QLineEdit>(*m_panel, "rungNote_0")->text(), QStringLiteral("42"));
}

TEST_F(EscalationPanelTest, anAcknowledgementNeedsANameAndStartsTheSecondClock)
{
    open();
    escalate();
    EXPECT_FALSE(child<QPushButton>(*m_panel, "acknowledgeButton")->isEnabled());
    child<QLineEdit>(*m_panel, "acknowledgedBy")->setText(QStringLiteral("Grace"));
    press(*m_panel, "acknowledgeButton");
    EXPECT_TRUE(
        QTest::qWaitFor([this] { return state().escalation.acknowledgedBy == QStringLiteral("Grace"); }, 10000));
    pass(31 * minute);
    bool overdue = false;
    for (const QLabel *label : m_panel->findChildren<QLabel *>())
        overdue = overdue || label->text().contains(QStringLiteral("overdue by 0:01:00"));
    EXPECT_TRUE(overdue);
    child<QLineEdit>(*m_panel, "acknowledgeNote")->setText(QStringLiteral("Disk replaced"));
    press(*m_panel, "resolveButton");
    EXPECT_TRUE(
        QTest::qWaitFor([this] { return state().escalation.state == escalation::Escalation::State::Resolved; }, 10000));
}

TEST_F(EscalationPanelTest, theNumberIsGivenToTheDesktopsTelephoneProgram)
{
    open();
    QSignalSpy calls(m_panel.get(), &EscalationPanel::callWanted);
    press(*m_panel, "call_0");
    ASSERT_EQ(calls.size(), 1);
    EXPECT_EQ(calls[0][0], QStringLiteral("+33 1 99 00 10 01"));
}

} // namespace
