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
    const runbooks::Expectation expectation{.match = QStringLiteral("^status: \\w+$"),
                                            .noMatch = QStringLiteral("ERROR"),
                                            .contains = QStringLiteral("ACTIVE")};
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

TEST(VerifierTest, whatMustNotAppearMayStandOnEitherSide)
{
    ExecResult result = exited(0, "fine\n");
    EXPECT_EQ(judge({.noMatch = QStringLiteral("ERROR")}, result).verdict, Verdict::Passed);
    result.errorOutput = "ERROR: no\n";
    EXPECT_EQ(judge({.noMatch = QStringLiteral("ERROR")}, result).verdict, Verdict::Failed);
    EXPECT_EQ(judge({.match = QStringLiteral("ERROR")}, result).verdict, Verdict::Failed);
}

TEST(VerifierTest, aProgramThatAPersonEndsMayEndWithAnyStatus)
{
    EXPECT_TRUE(isExpected({.ending = runbooks::Ending::Endless}, 130));
    EXPECT_FALSE(isExpected({.ending = runbooks::Ending::Endless}, 1));
    EXPECT_TRUE(isExpected({.ending = runbooks::Ending::Interactive}, 1));
    EXPECT_FALSE(isExpected({}, 130));
    EXPECT_FALSE(isExpected({.ending = runbooks::Ending::Endless}, std::nullopt));
}

TEST(VerifierTest, numbersAreReadAsPeopleAndProgramsWriteThem)
{
    const auto passes = [](const char *output, const char *condition, const char *json = "") {
        runbooks::Expectation expectation;
        expectation.value = QString::fromLatin1(condition);
        expectation.json = QString::fromLatin1(json);
        return !outputFailure(expectation, output).has_value();
    };
    EXPECT_FALSE(passes("5e10", "< 10"));
    EXPECT_FALSE(passes("1,000", "< 10"));
    EXPECT_TRUE(passes("1,234,567 rows", "== 1234567"));
    EXPECT_FALSE(passes("/dev/sda1 99%", "< 90"));
    EXPECT_FALSE(passes("db-07 at v2.1", ">= 1"));
    EXPECT_TRUE(passes("load:0.5", "< 1"));
    EXPECT_TRUE(passes("temperature=-4C", "< 0"));
    EXPECT_FALSE(passes("{\"x\": 0.00002}", ">= 1", ".x"));
    EXPECT_FALSE(passes("{\"x\": 1764082939000000000}", "< 5", ".x"));
    EXPECT_TRUE(passes("{\"x\": 123456789012345678}", "== 123456789012345678", ".x"));
}

TEST(VerifierTest, aJsonPathAloneAsksForSomethingThatIsTrue)
{
    runbooks::Expectation expectation;
    expectation.json = QStringLiteral(".healthy");
    EXPECT_FALSE(outputFailure(expectation, "{\"healthy\": true}"));
    for (const char *no : {"{\"healthy\": false}", "{\"healthy\": null}", "{\"healthy\": \"\"}", "{}"})
        EXPECT_TRUE(outputFailure(expectation, no)) << no;
}

TEST(VerifierTest, outputThatWasCutIsNotJudged)
{
    runbooks::Expectation expectation;
    expectation.noMatch = QStringLiteral("BAD");
    ExecResult result;
    result.end.status = 0;
    result.output = QByteArray(1 << 20, 'a');
    EXPECT_EQ(judge(expectation, result, runbooks::Language::Shell).verdict, Verdict::Passed);
    result.truncated = true;
    EXPECT_EQ(judge(expectation, result, runbooks::Language::Shell).verdict, Verdict::Inconclusive);
}

} // namespace
