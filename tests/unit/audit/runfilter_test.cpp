// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/runfilter.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using audit::RunFilter;

namespace {

session::RunState backup()
{
    session::RunState run;
    run.runbookId = QStringLiteral("6.1");
    run.runbookTitle = QStringLiteral("System Backup Procedures");
    run.operatorName = QStringLiteral("ada@noc.example");
    run.hosts = {{.role = QStringLiteral("web"), .address = QStringLiteral("ops@10.0.0.5:22")}};
    run.started = QDateTime({2026, 11, 23}, {23, 59}, Qt::UTC);
    run.phase = session::Phase::Stopped;
    return run;
}

TEST(RunFilterTest, anEmptyFilterLetsEveryRunThrough) { EXPECT_TRUE(RunFilter().matches(backup())); }

TEST(RunFilterTest, everyPartThatIsSetHasToFit)
{
    EXPECT_TRUE((RunFilter{.operatorName = QStringLiteral("ADA")}.matches(backup())));
    EXPECT_FALSE((RunFilter{.operatorName = QStringLiteral("grace")}.matches(backup())));
    EXPECT_TRUE((RunFilter{.runbook = QStringLiteral("6.1")}.matches(backup())));
    EXPECT_TRUE((RunFilter{.runbook = QStringLiteral("backup")}.matches(backup())));
    EXPECT_FALSE((RunFilter{.runbook = QStringLiteral("6")}.matches(backup()))) << "an id is meant as a whole";
    EXPECT_TRUE((RunFilter{.host = QStringLiteral("web")}.matches(backup())));
    EXPECT_TRUE((RunFilter{.host = QStringLiteral("10.0.0")}.matches(backup())));
    EXPECT_FALSE((RunFilter{.host = QStringLiteral("db")}.matches(backup())));
    EXPECT_TRUE((RunFilter{.verdict = QStringLiteral("stopped")}.matches(backup())));
    EXPECT_FALSE((RunFilter{.verdict = QStringLiteral("passed")}.matches(backup())));
    EXPECT_FALSE((RunFilter{.operatorName = QStringLiteral("ada"), .host = QStringLiteral("db")}.matches(backup())));
}

TEST(RunFilterTest, aRunIsOfTheTimeInWhichItBegan)
{
    const auto day = [](int number) { return QDateTime({2026, 11, number}, {0, 0}, Qt::UTC); };
    EXPECT_TRUE((RunFilter{.since = day(23), .until = day(24)}.matches(backup())));
    EXPECT_FALSE((RunFilter{.since = day(24)}.matches(backup())));
    EXPECT_FALSE((RunFilter{.until = day(23)}.matches(backup())));
}

} // namespace
