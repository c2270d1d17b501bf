// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/timeline/timeline.h>

#include <tests/unit/report/samplerun.h>

#include <QJsonArray>

#include <gtest/gtest.h>

#include <algorithm>

using namespace holdpoint;
using namespace holdpoint::timeline;
using holdpoint::testing::TempLedger;
using holdpoint::testing::waitFor;

namespace {

class TimelineTest : public ::testing::Test
{
protected:
    void SetUp() override { m_run = holdpoint::testing::writeSampleRun(m_ledger, {}); }
    [[nodiscard]] QList<ledger::Entry> entries() const
    {
        const auto read = waitFor(m_ledger->entries(m_run, ledger::Ledger::Attachments::Skip));
        EXPECT_TRUE(read);
        return read.value_or(QList<ledger::Entry>());
    }
    [[nodiscard]] Timeline made() const { return timelineOf(entries()); }
    static QList<Item> of(const Timeline &timeline, Lane::Kind kind)
    {
        QList<Item> items;
        for (const Item &item : timeline.items) {
            if (timeline.lanes[item.lane].kind == kind)
                items.append(item);
        }
        return items;
    }
    void record(const char *type, const QJsonObject &body, const char *actor = "operator@noc.example")
    {
        m_ledger.clock().advance(1000);
        ASSERT_TRUE(waitFor(m_ledger->append({QLatin1String(type), QLatin1String(actor), m_run, body, {}})));
    }

    TempLedger m_ledger;
    QByteArray m_run;
};

TEST_F(TimelineTest, everyStepStandsWithItsBeginningItsEndAndHowItEnded)
{
    const Timeline timeline = made();
    QList<Item> steps = of(timeline, Lane::Kind::Steps);
    steps.removeIf([](const Item &item) { return item.isMoment; });
    ASSERT_EQ(steps.size(), 4);
    EXPECT_EQ(steps[1].what, QStringLiteral("Step 1: Cordon the node"));
    EXPECT_EQ(steps[1].result, QStringLiteral("Passed"));
    EXPECT_EQ(steps[1].outcome, Outcome::Good);
    EXPECT_EQ(steps[2].what, QStringLiteral("Step 2: Drain it"));
    EXPECT_EQ(steps[2].outcome, Outcome::Warning) << "a command in it was skipped";
    EXPECT_EQ(steps[1].toMs, steps[2].fromMs) << "one step begins where the one before ends";
    EXPECT_GT(steps[2].toMs, steps[2].fromMs);
}

TEST_F(TimelineTest, everyAttemptOfACommandIsAnItemOnItsPane)
{
    const QList<Item> items = of(made(), Lane::Kind::Pane);
    QStringList results;
    for (const Item &item : items) {
        if (item.label == QLatin1String("2.1")) {
            results.append(item.result);
            EXPECT_EQ(item.pane, QStringLiteral("node"));
            EXPECT_EQ(item.what, QStringLiteral("Command 2.1: kubectl drain node-07 --ignore-daemonsets"));
        }
    }
    EXPECT_EQ(results,
              QStringList({QStringLiteral("Failed: exit status 1"), QStringLiteral("Succeeded: exit status 0")}));
}

TEST_F(TimelineTest, checksPeopleAndEscalationHaveLanesOfTheirOwn)
{
    const Timeline timeline = made();
    QStringList lanes;
    for (const Lane &lane : timeline.lanes)
        lanes.append(lane.name);
    EXPECT_EQ(lanes, QStringList({QStringLiteral("Steps"), QStringLiteral("node"), QStringLiteral("lb"),
                                  QStringLiteral("Checks"), QStringLiteral("People"), QStringLiteral("Escalation")}));
    const QList<Item> escalation = of(timeline, Lane::Kind::Escalation);
    ASSERT_EQ(escalation.size(), 4);
    EXPECT_EQ(escalation[0].what, QStringLiteral("Escalated: The drain failed"));
    EXPECT_TRUE(escalation[0].result.startsWith(QStringLiteral("Resolved: ")));
    EXPECT_GT(escalation[0].toMs, escalation[0].fromMs);
    EXPECT_EQ(escalation[1].what, QStringLiteral("Team Lead: No answer"));
    const QList<Item> people = of(timeline, Lane::Kind::People);
    EXPECT_TRUE(
        std::ranges::any_of(people, [](const Item &item) { return item.result.startsWith(QStringLiteral("Waived")); }));
    EXPECT_TRUE(std::ranges::any_of(people, [](const Item &item) { return item.label == QLatin1String("note"); }));
}

TEST_F(TimelineTest, itemsComeInTheOrderInWhichTheyBegin)
{
    const Timeline timeline = made();
    EXPECT_TRUE(std::ranges::is_sorted(timeline.items, {}, &Item::fromMs));
    for (const Item &item : timeline.items) {
        EXPECT_LE(item.fromMs, item.toMs);
        EXPECT_LE(item.toMs, timeline.durationMs);
        EXPECT_FALSE(item.what.isEmpty());
    }
    EXPECT_TRUE(timeline.isOver);
}

TEST_F(TimelineTest, aRunThatGoesOnHasWhatIsNotEndedYet)
{
    QList<ledger::Entry> all = entries();
    for (qsizetype length = 0; length <= all.size(); ++length) {
        const Timeline timeline = timelineOf(all.first(length));
        EXPECT_EQ(timeline.items.isEmpty(), length == 0);
        if (length > 0 && length < all.size() - 1) { // the last two end it
            EXPECT_FALSE(timeline.isOver) << length;
            EXPECT_TRUE(std::ranges::any_of(timeline.items, [](const Item &item) {
                return item.outcome == Outcome::Open || item.outcome == Outcome::Bad;
            })) << length;
        }
    }
}

TEST_F(TimelineTest, aHandOverCopiesDisconnectionsAndBroadcastsAreTold)
{
    record("copy-intended",
           {{QStringLiteral("copy"), QStringLiteral("copy.1")},
            {QStringLiteral("role"), QStringLiteral("node")},
            {QStringLiteral("file"), QJsonObject{{QStringLiteral("direction"), QStringLiteral("put")},
                                                 {QStringLiteral("local"), QStringLiteral("/tmp/a")},
                                                 {QStringLiteral("remote"), QStringLiteral("/srv/a")}}}});
    record("copy-intended",
           {{QStringLiteral("copy"), QStringLiteral("copy.2")},
            {QStringLiteral("role"), QStringLiteral("node")},
            {QStringLiteral("file"), QJsonObject{{QStringLiteral("direction"), QStringLiteral("get")},
                                                 {QStringLiteral("extent"), QStringLiteral("folder")},
                                                 {QStringLiteral("local"), QStringLiteral("/tmp/logs")},
                                                 {QStringLiteral("remote"), QStringLiteral("/var/log")}}}});
    record("copy-finished", {{QStringLiteral("copy"), QStringLiteral("copy.2")},
                             {QStringLiteral("role"), QStringLiteral("node")},
                             {QStringLiteral("succeeded"), true},
                             {QStringLiteral("outcome"), QStringLiteral("2 files")}});
    record("broadcast-started", {{QStringLiteral("panes"), QJsonArray{QStringLiteral("node"), QStringLiteral("lb")}}});
    record("disconnected", {{QStringLiteral("role"), QStringLiteral("node")},
                            {QStringLiteral("reason"), QStringLiteral("reset by peer")}});
    record("copy-finished", {{QStringLiteral("copy"), QStringLiteral("copy.1")},
                             {QStringLiteral("role"), QStringLiteral("node")},
                             {QStringLiteral("succeeded"), false},
                             {QStringLiteral("outcome"), QStringLiteral("the connection was lost")}});
    record("broadcast-ended", {{QStringLiteral("reason"), QStringLiteral("a terminal was lost")}});
    record("resumed", {}, "grace@noc.example");
    const QString pane = QStringLiteral("node (2)");
    record("shell-opened",
           {{QStringLiteral("pane"), pane}, {QStringLiteral("again"), true}, {QStringLiteral("found"), true}});
    record("shell-closed", {{QStringLiteral("pane"), pane}, {QStringLiteral("gone"), true}});
    record("shell-closed", {{QStringLiteral("pane"), pane}, {QStringLiteral("left_behind"), true}});
    record("never-heard-of", {});
    const Timeline timeline = made();
    QMap<QString, QString> told;
    for (const Item &item : timeline.items)
        told.insert(item.what, item.result);
    EXPECT_EQ(told.value(QStringLiteral("File sent: /tmp/a to /srv/a")),
              QStringLiteral("Failed: the connection was lost"));
    EXPECT_EQ(told.value(QStringLiteral("Folder fetched: /var/log to /tmp/logs")), QStringLiteral("Copied: 2 files"));
    EXPECT_EQ(told.value(QStringLiteral("Broadcast to node, lb")), QStringLiteral("Ended: a terminal was lost"));
    EXPECT_EQ(told.value(QStringLiteral("Disconnected")), QStringLiteral("reset by peer"));
    EXPECT_TRUE(told.contains(QStringLiteral("Handed over from operator@noc.example to grace@noc.example")));
    EXPECT_TRUE(told.contains(QStringLiteral("Further shell found again")));
    EXPECT_EQ(told.value(QStringLiteral("Further shell gone")), QStringLiteral("tmux did not have it any more"));
    EXPECT_EQ(told.value(QStringLiteral("Further shell closed")),
              QStringLiteral("Out of reach: tmux may still have it"));
}

TEST_F(TimelineTest, whatIsLookedAtOrErasedAfterTheEndIsNotOfTheRun)
{
    const Timeline before = made();
    ASSERT_TRUE(before.isOver);
    m_ledger.clock().advance(3600'000);
    record("recording-viewed", {{QStringLiteral("how"), QStringLiteral("the replay window")}}, "eve@noc.example");
    record("erased", {{QStringLiteral("rule"), QStringLiteral("request")}});
    const Timeline after = made();
    EXPECT_EQ(after.durationMs, before.durationMs);
    EXPECT_EQ(after.items.size(), before.items.size());
    EXPECT_EQ(after.lanes, before.lanes);
}

TEST_F(TimelineTest, anEndWithoutABeginningAndForeignEntriesAreNoCrash)
{
    EXPECT_TRUE(timelineOf({}).items.isEmpty());
    QList<ledger::Entry> all = entries();
    EXPECT_TRUE(timelineOf(all.sliced(1)).items.isEmpty()) << "it does not begin with the run's start";
    for (qsizetype drop = 1; drop < all.size(); ++drop) {
        QList<ledger::Entry> fewer = all;
        fewer.removeAt(drop);
        EXPECT_FALSE(timelineOf(fewer).items.isEmpty());
    }
    for (ledger::Entry &entry : all)
        entry.body = {};
    EXPECT_FALSE(timelineOf(all).items.isEmpty());
}

} // namespace
