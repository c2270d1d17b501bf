// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/retention/retentionrules.h>
#include <models/retention/retentionwords.h>

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::retention;

namespace {

class RetentionRulesTest : public ::testing::Test
{
protected:
    Result<Rules> load(const QByteArray &yaml)
    {
        QFile file(m_folder.filePath(QStringLiteral("retention.yaml")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(yaml);
        file.close();
        return loadRules(file.fileName());
    }

    QTemporaryDir m_folder;
};

TEST_F(RetentionRulesTest, aFileSaysWhatIsKeptForHowLong)
{
    const auto rules = load("apply: at-start\n"
                            "rules:\n"
                            "  - name: practice-7-days\n"
                            "    erase: everything\n"
                            "    of: [practice, rehearsal]\n"
                            "    keep-days: 7\n"
                            "  - {name: recordings-90-days, erase: recordings, keep-days: 90}\n"
                            "  - {name: drills, erase: sources, of: rehearsal, keep-days: 0}\n"
                            "  - {name: old-versions, erase: trusted, keep-days: 365}\n");
    ASSERT_TRUE(rules) << rules.error().detail.toStdString();
    EXPECT_EQ(rules->apply, Rules::Apply::AtStart);
    ASSERT_EQ(rules->rules.size(), 4);
    EXPECT_EQ(
        ruleWords(rules->rules[0]),
        QStringLiteral(
            "recordings, output of checks and runbook sources of practice and rehearsal runs are kept for 7 days"));
    EXPECT_EQ(ruleWords(rules->rules[1]), QStringLiteral("recordings are kept for 90 days"));
    EXPECT_EQ(ruleWords(rules->rules[2]),
              QStringLiteral("runbook sources of rehearsal runs are not kept when the run is over"));
    EXPECT_EQ(ruleWords(rules->rules[3]), QStringLiteral("replaced versions of trusted files are kept for 365 days"));
}

TEST_F(RetentionRulesTest, withoutAWordOnItRulesAreAppliedByHand)
{
    const auto rules = load("rules:\n  - {name: a, erase: sources, keep-days: 1}\n");
    ASSERT_TRUE(rules);
    EXPECT_EQ(rules->apply, Rules::Apply::ByHand);
}

TEST_F(RetentionRulesTest, whatIsUnclearErasesNothingAndNamesTheLine)
{
    struct Case
    {
        QByteArray yaml;
        const char *words;
    };
    const QList<Case> cases{
        {"", "is expected"},
        {"rules: []\n", "must be a list of rules"},
        {"apply: always\nrules:\n  - {name: a, erase: sources, keep-days: 1}\n", "at-start or by-hand"},
        {"rules:\n  - {erase: sources, keep-days: 1}\n", "needs a name"},
        {"rules:\n  - {name: A b, erase: sources, keep-days: 1}\n", "needs a name"},
        {"rules:\n  - {name: a, erase: all, keep-days: 1}\n", "must be recordings"},
        {"rules:\n  - {name: a, erase: sources}\n", "number of days"},
        {"rules:\n  - {name: a, erase: sources, keep-days: -3}\n", "number of days"},
        {"rules:\n  - {name: a, erase: sources, keep-days: ten}\n", "number of days"},
        {"rules:\n  - {name: a, erase: sources, keep-days: 1, off: [live]}\n", "there is no \"off\""},
        {"rules:\n  - {name: a, erase: sources, keep-days: 1, of: [lively]}\n", "not \"lively\""},
        {"rules:\n  - {name: a, erase: trusted, keep-days: 1, of: [live]}\n", "belong to no run"},
        {"rules:\n  - {name: a, erase: sources, keep-days: 1}\n  - {name: a, erase: sources, keep-days: 2}\n",
         "two rules"},
        {"rules: {name: a\n", "retention.yaml"},
    };
    for (const Case &one : cases) {
        const auto rules = load(one.yaml);
        ASSERT_FALSE(rules) << one.yaml.toStdString();
        EXPECT_EQ(rules.error().kind, ErrorKind::Invalid);
        EXPECT_TRUE(rules.error().detail.contains(QLatin1String(one.words))) << rules.error().detail.toStdString();
        EXPECT_TRUE(rules.error().detail.contains(QLatin1String("nothing is erased")));
    }
    EXPECT_TRUE(
        load("rules:\n  - {name: a, erase: all, keep-days: 1}\n").error().detail.contains(QLatin1String(":2:")));
}

TEST_F(RetentionRulesTest, aFileThatIsNotThereIsNotFound)
{
    EXPECT_EQ(loadRules(m_folder.filePath(QStringLiteral("none.yaml"))).error().kind, ErrorKind::NotFound);
}

} // namespace
