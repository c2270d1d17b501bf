// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/answers.h>

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using namespace holdpoint;
using cli::Answers;

Result<Answers> answersOf(const char *yaml)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("answers.yaml")));
    if (!file.open(QIODevice::WriteOnly) || file.write(yaml) < 0)
        return fail(ErrorKind::Io, file.errorString());
    file.close();
    return Answers::load(file.fileName());
}

TEST(AnswersTest, anAnswerToACheckThatIsNotThereIsNamed)
{
    runbooks::Runbook runbook;
    runbook.checks = {{.id = QStringLiteral("verify.1"), .text = QStringLiteral("Backup size within expected range")}};
    const auto answers = answersOf("answers:\n"
                                   "  - {check: verify.1, answer: pass}\n"
                                   "  - {check: backup size within expected range, answer: pass}\n"
                                   "  - {check: Backup size witin expected range, answer: pass}\n");
    ASSERT_TRUE(answers) << answers.error().detail.toStdString();
    EXPECT_EQ(answers->unknownChecks(runbook), QStringList{QStringLiteral("Backup size witin expected range")});
}

} // namespace
