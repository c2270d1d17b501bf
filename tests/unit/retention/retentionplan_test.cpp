// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/retention/retention.h>
#include <tests/support/templedger.h>

#include <QJsonArray>
#include <QSignalSpy>

using namespace holdpoint;
using namespace holdpoint::retention;
using namespace holdpoint::testing;

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;

class RetentionPlanTest : public ::testing::Test
{
protected:
    quint64 append(const QString &type, const QByteArray &run, const QJsonObject &body,
                   const QList<QByteArray> &attachments = {})
    {
        const auto entry = waitFor(m_ledger->append(
            {.type = type, .actor = QStringLiteral("op"), .run = run, .body = body, .attachments = attachments}));
        EXPECT_TRUE(entry);
        return entry ? entry->sequence : 0;
    }

    QByteArray begin(char id, const char *mode)
    {
        const QByteArray run(16, id);
        append(QStringLiteral("run-started"), run,
               {{QStringLiteral("runbook"), QStringLiteral("6.1")},
                {QStringLiteral("title"), QStringLiteral("Backup")},
                {QStringLiteral("mode"), QLatin1String(mode)}},
               {"# the runbook"});
        append(QStringLiteral("output"), run, {{QStringLiteral("pane"), QStringLiteral("web")}}, {"what it showed"});
        return run;
    }
    void end(const QByteArray &run) { append(QStringLiteral("run-finished"), run, {}); }

    void trust(const QByteArray &file, const QByteArray &version)
    {
        append(QStringLiteral("runbook-trusted"), file, {{QStringLiteral("path"), QStringLiteral("/srv/book.md")}},
               {version});
    }

    Plan plan(const QList<Rule> &rules)
    {
        const auto due = waitFor(m_retention.planByRules({.rules = rules}));
        EXPECT_TRUE(due);
        return due.value_or(Plan());
    }

    static Rule rule(const char *name, QList<Class> classes, int days,
                     QList<session::Mode> modes = {session::Mode::Live, session::Mode::Practice,
                                                   session::Mode::Rehearsal})
    {
        return {QLatin1String(name), std::move(classes), std::move(modes), days};
    }

    TempLedger m_ledger;
    Retention m_retention{m_ledger.get(), m_ledger.clock(), QStringLiteral("op")};
};

TEST_F(RetentionPlanTest, aRunThatEndedWhileNothingWasRecordedIsOver)
{
    const QByteArray run = begin('a', "live");
    const QJsonObject told{{QStringLiteral("type"), QStringLiteral("run-finished")},
                           {QStringLiteral("utc"), isoUtc(m_ledger.clock().utcNow())},
                           {QStringLiteral("body"), QJsonObject()}};
    append(QStringLiteral("unrecorded-interval"), run, {{QStringLiteral("remembered"), QJsonArray{told}}});
    m_ledger.clock().advance(11 * dayMs);
    EXPECT_EQ(plan({rule("live", {Class::Recordings}, 10)}).due.size(), 1);
    EXPECT_TRUE(waitFor(m_retention.planForRun(run, QStringLiteral("asked for"))));
}

TEST_F(RetentionPlanTest, aRunIsDueOnlyWhenItsDaysAreOver)
{
    const QByteArray run = begin('a', "live");
    m_ledger.clock().advance(20 * dayMs);
    end(run); // days count from here
    m_ledger.clock().advance(9 * dayMs);
    EXPECT_TRUE(plan({rule("ten", {Class::Recordings}, 10)}).due.isEmpty());
    m_ledger.clock().advance(dayMs);
    const Plan due = plan({rule("ten", {Class::Recordings}, 10)});
    ASSERT_EQ(due.due.size(), 1);
    EXPECT_EQ(due.due.first().erasure.rule, QStringLiteral("ten"));
    EXPECT_EQ(due.due.first().erasure.reason, QStringLiteral("recordings are kept for 10 days"));
    EXPECT_EQ(due.due.first().erasure.sequences, QList<quint64>{1});
    EXPECT_EQ(due.due.first().subject, QStringLiteral("6.1 Backup"));
    EXPECT_EQ(due.attachments(), 1u);
}

TEST_F(RetentionPlanTest, aRunThatIsNotOverIsNeverTouched)
{
    begin('a', "live");
    m_ledger.clock().advance(1000 * dayMs);
    const Plan due = plan({rule("one", {Class::Recordings, Class::Sources}, 1)});
    EXPECT_TRUE(due.due.isEmpty());
    EXPECT_EQ(due.openRuns, 1);
    EXPECT_EQ(waitFor(m_retention.planForRun(QByteArray(16, 'a'), QStringLiteral("asked"))).error().kind,
              ErrorKind::NotPermitted);
}

TEST_F(RetentionPlanTest, theFirstRuleThatIsDueErasesAndSaysSo)
{
    end(begin('a', "practice"));
    end(begin('b', "live"));
    m_ledger.clock().advance(8 * dayMs);
    const Plan due = plan({rule("practice", {Class::Recordings, Class::Sources}, 7, {session::Mode::Practice}),
                           rule("recordings", {Class::Recordings}, 8)});
    ASSERT_EQ(due.due.size(), 2);
    EXPECT_EQ(due.due[0].erasure.rule, QStringLiteral("practice"));
    EXPECT_EQ(due.due[0].erasure.sequences, (QList<quint64>{0, 1}));
    EXPECT_EQ(due.due[1].erasure.rule, QStringLiteral("recordings"));
    EXPECT_EQ(due.due[1].attachments, 1u);
}

TEST_F(RetentionPlanTest, ofATrustedFileTheVersionThatCountsStays)
{
    const QByteArray file(16, 'f');
    trust(file, "first");
    trust(file, "second");
    m_ledger.clock().advance(8 * dayMs);
    const Plan due = plan({rule("versions", {Class::Trusted}, 7)});
    ASSERT_EQ(due.due.size(), 1);
    EXPECT_EQ(due.due.first().erasure.sequences, QList<quint64>{0});
    EXPECT_EQ(due.due.first().subject, QStringLiteral("book.md"));
}

TEST_F(RetentionPlanTest, whatWasErasedIsToldToWhoeverKeepsCopiesAndIsNotDueAgain)
{
    end(begin('a', "live"));
    m_ledger.clock().advance(8 * dayMs);
    const QList<Rule> rules{rule("recordings", {Class::Recordings}, 7)};
    QList<quint64> forgotten;
    QObject::connect(&m_retention, &Retention::erased, &m_retention,
                     [&](const QList<quint64> &sequences) { forgotten = sequences; });
    const auto erased = waitFor(m_retention.erase(plan(rules)));
    ASSERT_TRUE(erased);
    EXPECT_EQ(erased->attachments, 1u);
    EXPECT_EQ(forgotten, QList<quint64>{1});
    EXPECT_TRUE(plan(rules).due.isEmpty());
    EXPECT_EQ(waitFor(m_ledger->audit())->verdict, ledger::Audit::Verdict::Good);
}

TEST_F(RetentionPlanTest, aClockFarFromTheNewestEntryIsDoubted)
{
    const auto doubt = [this] {
        Retention retention(m_ledger.get(), m_ledger.clock(), QStringLiteral("op"));
        return waitFor(retention.clockDoubt()).value_or(QStringLiteral("none"));
    };
    EXPECT_EQ(doubt(), QString()) << "of an empty ledger";
    end(begin('a', "live"));
    m_ledger.clock().advance(399 * dayMs);
    EXPECT_EQ(doubt(), QString());
    m_ledger.clock().advance(2 * dayMs);
    EXPECT_TRUE(doubt().contains(QLatin1String("far ahead"))) << doubt().toStdString();
    m_ledger.clock().jumpWall(-402 * dayMs);
    EXPECT_EQ(doubt(), QString());
    m_ledger.clock().jumpWall(-dayMs);
    EXPECT_TRUE(doubt().contains(QLatin1String("far behind"))) << doubt().toStdString();
}

TEST_F(RetentionPlanTest, whatIsWrittenByTheClockInDoubtDoesNotVouchForIt)
{
    end(begin('a', "live"));
    m_ledger.clock().jumpWall(1000 * dayMs);
    Retention retention(m_ledger.get(), m_ledger.clock(), QStringLiteral("op"));
    begin('b', "live"); // with an entry of the ledger's own about the jump
    EXPECT_TRUE(waitFor(retention.clockDoubt()).value_or(QString()).contains(QLatin1String("far ahead")));
}

TEST_F(RetentionPlanTest, aRequestErasesAllThatIsAttachedToTheRun)
{
    const QByteArray run = begin('a', "live");
    end(run);
    end(begin('b', "live"));
    const auto due = waitFor(m_retention.planForRun(run, QStringLiteral("request 17 of a data subject")));
    ASSERT_TRUE(due);
    ASSERT_EQ(due->due.size(), 1);
    EXPECT_EQ(due->due.first().erasure.rule, QStringLiteral("request"));
    EXPECT_EQ(due->due.first().erasure.sequences, (QList<quint64>{0, 1}));
    EXPECT_EQ(waitFor(m_retention.planForRun(QByteArray(16, 'z'), QStringLiteral("x"))).error().kind,
              ErrorKind::NotFound);
}

} // namespace
