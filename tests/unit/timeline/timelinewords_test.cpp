// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/timeline/timelinewords.h>

#include <models/session/verifier.h>

#include <QTranslator>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::timeline;

namespace {

/// Whose words tell that they were translated.
class Marking final : public QTranslator
{
public:
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        return QStringLiteral("<%1|%2>").arg(QLatin1String(context), QLatin1String(text));
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

const Language marking(QStringLiteral("xx"), std::make_shared<Marking>());

QString recorded(const char *text) { return recordedWords(marking, QString::fromUtf8(text)); }

TEST(TimelineWordsTest, whatTheConsolePutDownIsTranslatedWithWhatItNames)
{
    EXPECT_EQ(recorded("exit status 3"), QStringLiteral("<recorded|exit status 3>"));
    EXPECT_EQ(recorded("exit status 3, expected 0 or 1"), QStringLiteral("<recorded|exit status 3, expected 0 or 1>"));
    EXPECT_EQ(recorded("the output does not contain \"%1 %2\""),
              QStringLiteral("<recorded|the output does not contain \"%1 %2\">"));
    EXPECT_EQ(recorded("the run ended"), QStringLiteral("<recorded|the run ended>"));
}

TEST(TimelineWordsTest, whatItDoesNotKnowStaysAsItIs)
{
    for (const char *text : {"", "ticket 4711", "they said: exit status 3", "exit status"})
        EXPECT_EQ(recorded(text), QString::fromUtf8(text));
    EXPECT_EQ(recordedWords({}, QStringLiteral("exit status 3")), QStringLiteral("exit status 3"));
}

TEST(TimelineWordsTest, everyVerdictOfAnExitStatusIsKnown)
{
    session::ExecResult result;
    const auto isKnown = [&] {
        const QString said = session::judge({}, result, runbooks::Language::Shell).explanation;
        return !said.isEmpty() && recordedWords(marking, said) != said;
    };
    EXPECT_TRUE(isKnown()) << "no exit status";
    result.end.status = 0;
    EXPECT_TRUE(isKnown());
    result.end.status = 1;
    EXPECT_TRUE(isKnown());
    result.end.signal = QStringLiteral("KILL");
    EXPECT_TRUE(isKnown());
    result.end.linkLost = true;
    EXPECT_TRUE(isKnown());
    result.timedOut = true;
    EXPECT_TRUE(isKnown());
}

TEST(TimelineWordsTest, aStepKeepsItsTitleAndTheOtherStagesAreOurs)
{
    EXPECT_EQ(stageTitle(marking, {.kind = session::StageKind::Step, .title = QStringLiteral("Verification")}),
              QStringLiteral("Verification"));
    EXPECT_EQ(stageTitle(marking, {.kind = session::StageKind::Verification, .title = QStringLiteral("Verification")}),
              QStringLiteral("<stage|Verification>"));
}

} // namespace
