// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/items/entrylistmodel.h>
#include <models/items/runbooklistmodel.h>
#include <models/items/runlistmodel.h>
#include <models/items/stagelistmodel.h>
#include <tests/support/runfixture.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace holdpoint;
using namespace holdpoint::items;

namespace {

constexpr auto testing = QAbstractItemModelTester::FailureReportingMode::Warning;

const char twoSections[] = R"md(# Handbook

## Web

### 1.1 Restart the web

**Steps**:
1. **Go**
   ```bash
   systemctl restart nginx
   ```

### 1.2 Drain a node

**Steps**:
1. **Go**
   ```bash
   kubectl drain node-1
   ```

## Database

### 2.1 Vacuum

**Steps**:
1. **Go**
   ```bash
   vacuumdb --all
   ```
)md";

runbooks::Document handbook() { return *runbooks::parseDocument(twoSections, QStringLiteral("/books/handbook.md")); }

class RunbookListTest : public ::testing::Test
{
protected:
    RunbookListTest() { m_model.setDocuments({handbook()}); }

    [[nodiscard]] QStringList titles() const
    {
        QStringList texts;
        for (int row = 0; row < m_model.rowCount(); ++row)
            texts += m_model.index(row).data(RunbookListModel::TitleRole).toString();
        return texts;
    }

    RunbookListModel m_model;
    QAbstractItemModelTester m_tester{&m_model, testing};
};

TEST_F(RunbookListTest, runbooksStandBelowTheHeadingOfTheirSection)
{
    EXPECT_EQ(titles(),
              (QStringList{QStringLiteral("Web"), QStringLiteral("Restart the web"), QStringLiteral("Drain a node"),
                           QStringLiteral("Database"), QStringLiteral("Vacuum")}));
    EXPECT_FALSE(m_model.index(0).flags().testFlag(Qt::ItemIsSelectable));
    EXPECT_TRUE(m_model.index(1).flags().testFlag(Qt::ItemIsSelectable));
    EXPECT_EQ(m_model.matchCount(), 3);
}

TEST_F(RunbookListTest, aSearchFindsWordsOfTitlesSectionsAndCommandsAndDropsEmptySections)
{
    m_model.setFilter(QStringLiteral("VACUUMDB"));
    EXPECT_EQ(titles(), (QStringList{QStringLiteral("Database"), QStringLiteral("Vacuum")}));
    m_model.setFilter(QStringLiteral("web node"));
    EXPECT_EQ(titles(), (QStringList{QStringLiteral("Web"), QStringLiteral("Drain a node")}));
    m_model.setFilter(QStringLiteral("no such thing"));
    EXPECT_EQ(m_model.rowCount(), 0);
    EXPECT_FALSE(m_model.firstRunbook().isValid());
}

TEST_F(RunbookListTest, openingTheSameFileAgainReplacesIt)
{
    m_model.addDocument(handbook());
    EXPECT_EQ(m_model.documents().size(), 1);
    EXPECT_EQ(m_model.matchCount(), 3);
}

class RunItemsTest : public holdpoint::testing::RunFixture
{
};

TEST_F(RunItemsTest, stagesShowTheirProgressAndKeepTheirRowsWhileTheRunMovesOn)
{
    StageListModel model;
    const QAbstractItemModelTester tester(&model, testing);
    begin();
    model.setStages(state().stages);
    ASSERT_EQ(model.rowCount(), 5);
    EXPECT_EQ(model.index(0).data(StageListModel::LabelRole), QStringLiteral("Prerequisites"));
    EXPECT_EQ(model.index(1).data(Qt::DisplayRole), QStringLiteral("1. Look"));
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    passPrerequisites();
    run("1.1");
    model.setStages(state().stages);
    EXPECT_EQ(model.index(1).data(StageListModel::ProgressRole), QStringLiteral("1/2 commands"));
    EXPECT_EQ(model.index(0).data(StageListModel::StatusRole), int(session::StageStatus::Passed));
    EXPECT_TRUE(resets.isEmpty());
}

TEST_F(RunItemsTest, theLedgerFoldsIntoAListOfRunsWithTheUnfinishedOnes)
{
    RunListModel model;
    const QAbstractItemModelTester tester(&model, testing);
    begin();
    passPrerequisites();
    const auto entries = holdpoint::testing::waitFor(m_ledger->entries({}, ledger::Ledger::Attachments::Skip));
    ASSERT_TRUE(entries);
    model.setRuns(foldRuns(*entries));
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.rowOf(state().id), 0);
    EXPECT_EQ(model.unfinished().size(), 1);
    EXPECT_EQ(model.index(0, RunListModel::Operator).data(), QStringLiteral("ada@noc"));
    EXPECT_EQ(whereItStands(*model.run(0)), QStringLiteral("Step 1, Look"));
}

TEST_F(RunItemsTest, filesThatWereTrustedAreNoRuns)
{
    ledger::Entry trusted;
    trusted.type = QStringLiteral("runbook-trusted");
    trusted.run = QByteArray(16, 'x');
    EXPECT_TRUE(items::foldRuns({trusted}).isEmpty());
}

TEST_F(RunItemsTest, aCommandInFlightIsSaidToHaveAnUnknownOutcome)
{
    m_transports.replies["df -h /srv"] = {.silent = true};
    begin();
    passPrerequisites();
    m_run->runCommand(QStringLiteral("1.1"));
    ASSERT_TRUE(reaches(session::Phase::Running));
    EXPECT_EQ(whereItStands(state()), QStringLiteral("Step 1, Look: the outcome of a command is unknown"));
}

TEST_F(RunItemsTest, entriesShowWhoDidWhatAndHideControlCharacters)
{
    EntryListModel model;
    const QAbstractItemModelTester tester(&model, testing);
    ledger::Entry entry;
    entry.sequence = 7;
    entry.type = QStringLiteral("note");
    entry.actor = QStringLiteral("ada");
    entry.body = {{QStringLiteral("text"), QStringLiteral("a\u202eb")}};
    model.setEntries({entry});
    model.append(entry);
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.index(0, EntryListModel::Sequence).data().toULongLong(), 7U);
    EXPECT_EQ(model.index(1, EntryListModel::Summary).data(), QStringLiteral("text: a[U+202E]b"));
}

} // namespace
