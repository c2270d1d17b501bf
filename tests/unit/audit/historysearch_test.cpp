// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/unit/audit/historyfixture.h>

#include <models/audit/historysearch.h>

#include <QSignalSpy>

using namespace holdpoint;
using audit::HistorySearch;
using holdpoint::testing::Body;
using holdpoint::testing::waitFor;

namespace {

class HistorySearchTest : public holdpoint::testing::HistoryFixture
{
};

TEST_F(HistorySearchTest, theIndexIsUpdatedAndSearchedOffTheCallersThread)
{
    begin(run('a'));
    send(run('a'), "uptime");
    HistorySearch search(m_ledger.get());
    QSignalSpy updated(&search, &HistorySearch::updated);
    QSignalSpy progressed(&search, &HistorySearch::progressed);
    search.update();
    EXPECT_TRUE(search.isUpdating());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !updated.isEmpty(); }, 20'000));
    EXPECT_FALSE(search.isUpdating());
    EXPECT_FALSE(progressed.isEmpty());
    const auto results = waitFor(search.search(*audit::SearchQuery::parse(QStringLiteral("uptime")), 10));
    ASSERT_TRUE(results);
    EXPECT_EQ(results->hits.size(), 1);
    EXPECT_EQ(results->indexed, m_ledger->head().size);
}

TEST_F(HistorySearchTest, aSearchThatDiesWhileItUpdatesStops)
{
    begin(run('a'));
    for (int number = 0; number < 2000; ++number)
        m_ledger->append({QStringLiteral("note"),
                          QStringLiteral("ada"),
                          run('a'),
                          Body{{"text", QStringLiteral("remark %1").arg(number)}},
                          {}});
    waitFor(m_ledger->entriesFrom(0, 1, ledger::Ledger::Attachments::Skip));
    auto search = std::make_unique<HistorySearch>(m_ledger.get());
    search->update();
    search.reset();
    EXPECT_EQ(lines("\"remark 1999\"").size(), 1);
}

} // namespace
