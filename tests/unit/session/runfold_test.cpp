// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/runstate.h>

#include <gtest/gtest.h>

#include <QJsonArray>

using namespace holdpoint;
using namespace holdpoint::session;

namespace {

ledger::Entry entry(const QString &type, const QJsonObject &body)
{
    ledger::Entry made;
    made.type = type;
    made.run = QByteArray(16, 'r');
    made.utc = QDateTime(QDate(2026, 11, 25), QTime(3, 0), Qt::UTC);
    made.body = body;
    return made;
}

ledger::Entry answer(const QString &check, Verdict verdict)
{
    return entry(QStringLiteral("answered"), {{QStringLiteral("stage"), QStringLiteral("pre")},
                                              {QStringLiteral("check"), check},
                                              {QStringLiteral("verdict"), verdictName(verdict)}});
}

TEST(RunFoldTest, anotherChecksAnswerLeavesAnOpenDecisionOpen)
{
    const QJsonObject stage{{QStringLiteral("id"), QStringLiteral("pre")},
                            {QStringLiteral("kind"), int(StageKind::Prerequisites)},
                            {QStringLiteral("title"), QString()},
                            {QStringLiteral("commands"), QJsonArray()},
                            {QStringLiteral("checks"), QJsonArray{QStringLiteral("pre.1"), QStringLiteral("pre.2")}}};
    RunState state = foldRun({entry(QStringLiteral("run-started"), {{QStringLiteral("stages"), QJsonArray{stage}}}),
                              answer(QStringLiteral("pre.1"), Verdict::Failed)});
    ASSERT_EQ(state.phase, Phase::Deciding);
    apply(state, answer(QStringLiteral("pre.2"), Verdict::Passed));
    EXPECT_EQ(state.phase, Phase::Deciding);
    ASSERT_TRUE(state.failure);
    EXPECT_EQ(state.failure->subjectId, QStringLiteral("pre.1"));
    apply(state, answer(QStringLiteral("pre.1"), Verdict::Passed));
    EXPECT_EQ(state.phase, Phase::Idle);
}

} // namespace
