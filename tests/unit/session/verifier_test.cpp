// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/verifier.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::session;

namespace {

ExecResult exited(int status, const QByteArray &output = {}) { return {.end = {.status = status}, .output = output}; }

TEST(VerifierTest, theExpectedExitStatusPassesAndAnotherFailsWithBothNamed)
{
    EXPECT_EQ(judge({}, exited(0)).verdict, Verdict::Passed);
    const Judgement failed = judge({}, exited(2));
    EXPECT_EQ(failed.verdict, Verdict::Failed);
    EXPECT_EQ(failed.explanation, QStringLiteral("exit status 2, expected 0"));
    EXPECT_EQ(judge({.exit = {.statuses = {0, 3}}}, exited(3)).verdict, Verdict::Passed);
}

TEST(VerifierTest, withoutAnExitStatusNothingEverPasses)
{
    EXPECT_EQ(judge({}, {}).verdict, Verdict::Inconclusive);
    EXPECT_EQ(judge({}, {.end = {.linkLost = true}}).verdict, Verdict::Inconclusive);
    EXPECT_EQ(judge({}, {.end = {.signal = QStringLiteral("KILL")}}).verdict, Verdict::Inconclusive);
    EXPECT_EQ(judge({.exit = {.any = true}}, {.end = {.status = 0}, .timedOut = true}).verdict, Verdict::Inconclusive);
}

TEST(VerifierTest, whatAHostPrintsIsNoProofOfItsExit)
{
    EXPECT_EQ(judge({}, exited(3, "\033]133;D;0\007")).verdict, Verdict::Failed);
}

TEST(VerifierTest, textConditionsMustAllHold)
{
    const runbooks::Expectation expectation{
        .match = QStringLiteral("^status: \\w+$"), .noMatch = QStringLiteral("ERROR"), .contains = QStringLiteral("ACTIVE")};
    EXPECT_EQ(judge(expectation, exited(0, "x\nstatus: ACTIVE\n")).verdict, Verdict::Passed);
    EXPECT_EQ(judge(expectation, exited(0, "status: BUILD\n")).verdict, Verdict::Failed);
    EXPECT_EQ(judge(expectation, exited(0, "status: ACTIVE\nERROR\n")).verdict, Verdict::Failed);
    EXPECT_EQ(judge(expectation, exited(1, "status: ACTIVE\n")).verdict, Verdict::Failed);
}

TEST(VerifierTest, theFirstNumberOfTheOutputIsCompared)
{
    const auto verdict = [](const char *comparison, const char *output) {
        return judge({.value = QLatin1String(comparison)}, exited(0, output)).verdict;
    };
    EXPECT_EQ(verdict(">= 3", " 3 rows"), Verdict::Passed);
    EXPECT_EQ(verdict(">= 3", "2"), Verdict::Failed);
    EXPECT_EQ(verdict("< 85", "Use% 84.5 of 100"), Verdict::Passed);
    EXPECT_EQ(verdict("!= 0", "-1"), Verdict::Passed);
    EXPECT_EQ(verdict("= 0", "0\n"), Verdict::Passed);
    EXPECT_EQ(verdict("> 0", "none"), Verdict::Failed);
    EXPECT_EQ(verdict("about 3", "3"), Verdict::Failed);
}

TEST(VerifierTest, anInvalidPatternIsInconclusiveAndSaysSo)
{
    const Judgement judgement = judge({.match = QStringLiteral("(")}, exited(0, "("));
    EXPECT_EQ(judgement.verdict, Verdict::Inconclusive);
    EXPECT_TRUE(judgement.explanation.contains(u"invalid"));
}

TEST(VerifierTest, aProgramThatAPersonEndsMayEndWithAnyStatus)
{
    EXPECT_TRUE(isExpected({.ending = runbooks::Ending::Endless}, 130));
    EXPECT_TRUE(isExpected({.ending = runbooks::Ending::Interactive}, 1));
    EXPECT_FALSE(isExpected({}, 130));
    EXPECT_FALSE(isExpected({.ending = runbooks::Ending::Endless}, std::nullopt));
}

} // namespace
