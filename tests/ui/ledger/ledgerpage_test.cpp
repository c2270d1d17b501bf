// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/items/runlistmodel.h>
#include <tests/support/templedger.h>
#include <tests/ui/widgetwalk.h>
#include <ui/common/statusbadge.h>
#include <ui/ledger/ledgerpage.h>

#include <QComboBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace holdpoint;
using namespace holdpoint::ui;
using holdpoint::testing::child;
using holdpoint::testing::press;
using holdpoint::testing::TempLedger;
using holdpoint::testing::waitFor;

namespace {

/// The page over a ledger with three runs of two people on two hosts.
class LedgerPageTest : public ::testing::Test
{
protected:
    LedgerPageTest()
    {
        addRun('a', "ada@noc", "6.1", "System backup", "backup", "No space left on device");
        addRun('b', "grace@noc", "2.2", "Certificate renewal", "web", "certificate will expire");
        addRun('c', "ada@noc", "6.1", "System backup", "backup", "backup finished, space 40 % used");
        const auto entries = waitFor(m_ledger->entries({}, ledger::Ledger::Attachments::Skip));
        m_runs.setRuns(items::foldRuns(*entries));
        m_page = std::make_unique<LedgerPage>(m_ledger.get(), m_runs, QStringLiteral("eve@noc"));
        m_page->resize(1240, 760);
        m_page->show();
    }
    void append(char run, const char *actor, const char *type, const QJsonObject &body,
                const QList<QByteArray> &attachments = {})
    {
        m_ledger.clock().advance(60'000);
        ASSERT_TRUE(waitFor(m_ledger->append(
            {QString::fromLatin1(type), QString::fromLatin1(actor), QByteArray(16, run), body, attachments})));
    }
    void addRun(char run, const char *actor, const char *runbook, const char *title, const char *role,
                const char *output)
    {
        const auto text = [](const char *value) { return QString::fromUtf8(value); };
        append(run, actor, "run-started",
               {{QStringLiteral("runbook"), text(runbook)},
                {QStringLiteral("title"), text(title)},
                {QStringLiteral("hosts"), QJsonObject{{text(role), QStringLiteral("ops@10.0.0.5:22")}}}});
        append(run, actor, "command-intended",
               {{QStringLiteral("command"), QStringLiteral("1.1")},
                {QStringLiteral("stage"), QStringLiteral("1")},
                {QStringLiteral("role"), text(role)},
                {QStringLiteral("text"), QStringLiteral("look-at %1").arg(text(role))}});
        const QByteArray event =
            QJsonDocument(QJsonArray{12.5, QStringLiteral("o"), text(output) + QStringLiteral("\r\n")})
                .toJson(QJsonDocument::Compact);
        append(
            run, actor, "output",
            {{QStringLiteral("pane"), text(role)}, {QStringLiteral("columns"), 80}, {QStringLiteral("to_ms"), 12'500}},
            {event});
    }
    [[nodiscard]] QTableView &table(const char *name) const { return *child<QTableView>(*m_page, name); }
    [[nodiscard]] QString words(const char *label) const { return child<QLabel>(*m_page, label)->text(); }
    [[nodiscard]] QString cell(const char *name, int row, int column) const
    {
        const auto *model = table(name).model();
        return model->index(row, column).data().toString();
    }
    void choose(const char *filter, const char *text)
    {
        auto *choice = child<QComboBox>(*m_page, filter);
        const int index = choice->findText(QString::fromUtf8(text), Qt::MatchContains);
        ASSERT_GE(index, 0) << text;
        choice->setCurrentIndex(index);
    }
    void search(const char *text, const char *count)
    {
        auto *field = child<QLineEdit>(*m_page, "searchText");
        field->setText(QString::fromUtf8(text));
        QTest::keyClick(field, Qt::Key_Return);
        EXPECT_TRUE(QTest::qWaitFor([&] { return words("hitCount") == QString::fromUtf8(count); }, 20'000))
            << text << ": " << words("hitCount").toStdString();
    }
    [[nodiscard]] bool entriesShow(char run, int row) const
    {
        const QString id = QString::fromLatin1(QByteArray(16, run).toHex().first(8));
        return QTest::qWaitFor(
            [&] { return words("entriesOf").contains(id) && table("entryTable").currentIndex().row() == row; }, 20'000);
    }

    TempLedger m_ledger;
    items::RunListModel m_runs;
    std::unique_ptr<LedgerPage> m_page;
};

TEST_F(LedgerPageTest, theRunsAreFilteredAndTheirNumberIsSaid)
{
    EXPECT_EQ(words("runCount"), QStringLiteral("3 runs."));
    choose("filterOperator", "ada");
    EXPECT_EQ(words("runCount"), QStringLiteral("2 of 3 runs fit the filter."));
    choose("filterHost", "web");
    EXPECT_EQ(words("runCount"), QStringLiteral("None of the 3 runs fits the filter."));
    EXPECT_FALSE(child(*m_page, "exportReportButton")->isEnabled());
    press(*m_page, "filterClear");
    EXPECT_EQ(words("runCount"), QStringLiteral("3 runs."));
    choose("filterRunbook", "Certificate");
    EXPECT_EQ(table("runTable").model()->rowCount(), 1);
    EXPECT_FALSE(child(*m_page, "filterFrom")->isVisible());
    choose("filterTime", "Between");
    EXPECT_TRUE(child(*m_page, "filterFrom")->isVisible());
}

TEST_F(LedgerPageTest, aFilterStaysWhenTheRunsAreReadAnew)
{
    choose("filterOperator", "grace");
    const auto entries = waitFor(m_ledger->entries({}, ledger::Ledger::Attachments::Skip));
    m_runs.setRuns(items::foldRuns(*entries));
    EXPECT_EQ(words("runCount"), QStringLiteral("1 of 3 runs fit the filter."));
}

TEST_F(LedgerPageTest, theTableOfRunsIsSortedByAClickOnItsHead)
{
    table("runTable").sortByColumn(items::RunListModel::Started, Qt::AscendingOrder);
    EXPECT_TRUE(cell("runTable", 0, items::RunListModel::Id).startsWith(QStringLiteral("61")));
    table("runTable").sortByColumn(items::RunListModel::Started, Qt::DescendingOrder);
    EXPECT_TRUE(cell("runTable", 0, items::RunListModel::Id).startsWith(QStringLiteral("63")));
}

TEST_F(LedgerPageTest, aLedgerWithoutRunsSaysHowToBegin)
{
    m_runs.setRuns({});
    EXPECT_TRUE(words("runCount").contains(QStringLiteral("Open a runbook"))) << words("runCount").toStdString();
}

TEST_F(LedgerPageTest, aHitLeadsToItsRunItsEntryAndItsMoment)
{
    QSignalSpy moments(m_page.get(), &LedgerPage::momentWanted);
    search("space left", "One line.");
    EXPECT_EQ(cell("hitTable", 0, items::RunListModel::Id + 4), QStringLiteral("No space left on device"));
    EXPECT_FALSE(child(*m_page, "showMomentButton")->isEnabled());
    table("hitTable").selectRow(0);
    EXPECT_TRUE(entriesShow('a', 2));
    press(*m_page, "showMomentButton");
    ASSERT_EQ(moments.size(), 1);
    EXPECT_EQ(moments[0][0].toByteArray(), QByteArray(16, 'a'));
    EXPECT_EQ(moments[0][1].toString(), QStringLiteral("backup"));
    EXPECT_DOUBLE_EQ(moments[0][2].toDouble(), 12.5);
    EXPECT_EQ(holdpoint::testing::namelessWidgets(*m_page), QStringList());
    EXPECT_EQ(holdpoint::testing::clippedTexts(*m_page), QStringList());
}

TEST_F(LedgerPageTest, aSearchSaysHowManyLinesThereAreAndEscapeEndsIt)
{
    search("space", "2 lines, newest first.");
    EXPECT_TRUE(cell("hitTable", 0, 4).startsWith(QStringLiteral("backup finished")));
    search("nowhere-to-be-found", "No line holds that.");
    search("-space",
           "Say at least one word that the line holds; -words and run:, host:, runbook: and by: only narrow a search.");
    EXPECT_TRUE(table("hitTable").isVisible());
    QTest::keyClick(child<QLineEdit>(*m_page, "searchText"), Qt::Key_Escape);
    EXPECT_TRUE(QTest::qWaitFor([&] { return table("runTable").isVisible(); }, 20'000));
}

TEST_F(LedgerPageTest, aHitOfARunThatTheFilterHidesShowsItAllTheSame)
{
    choose("filterOperator", "grace");
    search("\"space left\"", "One line.");
    table("hitTable").selectRow(0);
    EXPECT_TRUE(entriesShow('a', 2));
}

TEST_F(LedgerPageTest, choosingAHitOfRecordedOutputIsALookOnRecordOnceForEachRunOfASearch)
{
    const auto looks = [this] { return *waitFor(m_ledger->entriesOfType(QStringLiteral("recording-viewed"))); };
    search("space", "2 lines, newest first.");
    EXPECT_TRUE(looks().isEmpty()) << "only the list was shown";
    table("hitTable").selectRow(1);
    EXPECT_TRUE(entriesShow('a', 2));
    ASSERT_EQ(looks().size(), 1);
    EXPECT_EQ(looks().first().run, QByteArray(16, 'a'));
    EXPECT_EQ(looks().first().actor, QStringLiteral("eve@noc"));
    EXPECT_EQ(looks().first().body[QLatin1String("how")].toString(), QStringLiteral("the search in the window"));
    EXPECT_EQ(looks().first().body[QLatin1String("panes")].toArray(), QJsonArray{QStringLiteral("backup")});
    table("hitTable").selectRow(0);
    EXPECT_TRUE(entriesShow('c', 2));
    table("hitTable").selectRow(1);
    EXPECT_TRUE(entriesShow('a', 2));
    EXPECT_EQ(looks().size(), 2) << "once for each run";
    search("space left", "One line.");
    EXPECT_EQ(looks().size(), 2) << "the same hit stays chosen while somebody types on";
    search("look-at", "3 lines, newest first.");
    table("hitTable").selectRow(1);
    EXPECT_TRUE(entriesShow('b', 1));
    EXPECT_EQ(looks().size(), 2) << "a command is no recording";
}

TEST_F(LedgerPageTest, whatHappensDuringASearchIsFoundByTheNextOne)
{
    search("later", "No line holds that.");
    append('c', "ada@noc", "note",
           {{QStringLiteral("stage"), QStringLiteral("1")}, {QStringLiteral("text"), QStringLiteral("done later")}});
    search("later", "One line.");
}

TEST_F(LedgerPageTest, anAuditThatIsStoppedSaysSoAndTheNextOneRunsToItsEnd)
{
    for (int number = 0; number < 3000; ++number)
        m_ledger->append(TempLedger::draft(number));
    m_page->audit();
    press(*m_page, "stopAuditButton");
    const auto badge = [this] { return child<StatusBadge>(*m_page, "auditBadge")->word(); };
    EXPECT_TRUE(QTest::qWaitFor([&] { return badge() == QStringLiteral("Stopped"); }, 20'000)) << badge().toStdString();
    EXPECT_FALSE(child(*m_page, "stopAuditButton")->isVisible());
    press(*m_page, "auditButton");
    EXPECT_TRUE(QTest::qWaitFor([&] { return badge() == QStringLiteral("Unbroken"); }, 60'000))
        << badge().toStdString();
}

} // namespace
