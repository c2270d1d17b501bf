// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/practicesigner.h>
#include <tests/support/sshkeygen.h>
#include <tests/support/waiting.h>

#include <QFileInfo>

using namespace holdpoint;
using namespace holdpoint::secrets;
using namespace holdpoint::testing;

namespace {

TEST(PracticeSignerTest, theKeyIsMadeOnceAndSignsForPractice)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("practice"));
    const auto first = practiceSigner(path);
    ASSERT_TRUE(first) << first.error().detail.toStdString();
    const auto second = practiceSigner(path);
    ASSERT_TRUE(second);
    EXPECT_EQ((*first)->publicKey(), (*second)->publicKey());
    EXPECT_EQ((*first)->identity(), QStringLiteral("practice@holdpoint"));
    QFile publicFile(path + QStringLiteral("/practice-key.pub"));
    ASSERT_TRUE(publicFile.open(QIODevice::ReadOnly));
    const auto signature = waitFor((*second)->signature(QStringLiteral("session-report@holdpoint"), "message"));
    ASSERT_TRUE(signature);
    EXPECT_TRUE(sshKeygenVerifies(publicFile.readAll().trimmed(), QStringLiteral("session-report@holdpoint"), *signature, "message"));
}

TEST(PracticeSignerTest, onlyTheOwnerReadsTheKeyAndStockSshKeygenUsesIt)
{
    const QTemporaryDir folder;
    ASSERT_TRUE(practiceSigner(folder.path()));
    const QString path = folder.filePath(QStringLiteral("practice-key"));
    EXPECT_EQ(QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    EXPECT_EQ(runTool(QStringLiteral("ssh-keygen"), {QStringLiteral("-l"), QStringLiteral("-f"), path}).exit, 0);
}

TEST(PracticeSignerTest, aDamagedKeyIsSaidToBeSoAndLeftAsItIs)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("practice-key")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("damaged");
    file.close();
    EXPECT_EQ(practiceSigner(folder.path()).error().kind, ErrorKind::Invalid);
    EXPECT_EQ(file.size(), 7);
}

} // namespace
