// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/sha256.h>
#include <tests/support/runfixture.h>
#include <tests/support/sftpserver.h>
#include <tests/support/textfile.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace holdpoint;
using namespace holdpoint::session;
using namespace holdpoint::testing;

namespace {

constexpr char book[] = R"md(# Deploy the shop

**Steps**:
1. **Configure**
   ```sftp
   # The new configuration
   put files/shop.conf etc/shop.conf
   ```
2. **Look**
   ```sftp {timeout=1m}
   get var/error.log
   ```
3. **All of it**
   ```sftp
   put -r files etc/
   get -r var
   ```
)md";

/// A run with a folder of its own, on a host whose file server is OpenSSH's.
class RunFilesTest : public RunFixture
{
protected:
    void SetUp() override
    {
        QDir(m_books.path()).mkdir(QStringLiteral("files"));
        QDir(m_host.path()).mkdir(QStringLiteral("etc"));
        QDir(m_host.path()).mkdir(QStringLiteral("var"));
        put(m_books.filePath(QStringLiteral("files/shop.conf")), "open = yes\n");
        put(m_host.filePath(QStringLiteral("var/error.log")), "none\n");
        m_transports.onSubsystem = [this](FakeChannel &channel) { serveFiles(channel, m_host.path()); };
    }
    [[nodiscard]] QString onHost(const char *name) const { return m_host.filePath(QString::fromUtf8(name)); }

    void makeRun()
    {
        auto document = runbooks::parseDocument(book, m_books.filePath(QStringLiteral("deploy.md")));
        ASSERT_TRUE(document) << qPrintable(document.error().detail);
        const runbooks::Runbook &runbook = document->runbooks.first();
        auto run = RunSession::create({.document = *document,
                                       .runbookId = runbook.id,
                                       .hosts = {{runbook.hostRoles.first(), {.host = QStringLiteral("shop.example")}}},
                                       .operatorName = QStringLiteral("ada@noc")},
                                      services());
        ASSERT_TRUE(run) << qPrintable(run.error().detail);
        m_run = std::move(*run);
        watch();
        m_run->begin();
        ASSERT_TRUE(reaches(Phase::Idle));
        connectHost();
    }
    /// The body of the last entry of a type.
    [[nodiscard]] const CommandRecord &command(const char *id) const
    {
        for (const Stage &stage : state().stages) {
            if (const auto *record = stage.command(QLatin1String(id)))
                return *record;
        }
        static const CommandRecord none;
        return none;
    }

    QTemporaryDir m_books;
    QTemporaryDir m_host;
};

} // namespace

TEST_F(RunFilesTest, aStepPutsAFileAndTheRecordNamesItsHashBeforeAndAfter)
{
    makeRun();
    run("1.1");
    EXPECT_EQ(command("1.1").status, CommandStatus::Succeeded) << qPrintable(command("1.1").outcome);
    EXPECT_EQ(content(onHost("etc/shop.conf")), "open = yes\n");
    const QString sha = sha256Hex("open = yes\n");
    EXPECT_EQ(lastBody("command-intended")[QLatin1String("file")][QLatin1String("sha256")].toString(), sha);
    const QJsonObject finished = lastBody("command-finished");
    EXPECT_EQ(finished[QLatin1String("file")][QLatin1String("sha256")].toString(), sha);
    EXPECT_EQ(finished[QLatin1String("source")].toString(), QStringLiteral("FileHash"));
}

TEST_F(RunFilesTest, aStepFetchesAFileIntoTheRunsOwnFolder)
{
    makeRun();
    run("1.1");
    passStage();
    run("2.1");
    EXPECT_EQ(command("2.1").status, CommandStatus::Succeeded) << qPrintable(command("2.1").outcome);
    EXPECT_EQ(content(m_run->filesFolder() + QStringLiteral("/error.log")), "none\n");
    EXPECT_TRUE(m_run->filesFolder().startsWith(m_files.path()));
}

TEST_F(RunFilesTest, aSecondFetchKeepsWhatTheFirstOneBrought)
{
    makeRun();
    run("1.1");
    passStage();
    run("2.1");
    put(onHost("var/error.log"), "two\n");
    run("2.1");
    EXPECT_EQ(command("2.1").status, CommandStatus::Succeeded) << qPrintable(command("2.1").outcome);
    EXPECT_EQ(content(m_run->filesFolder() + QStringLiteral("/error.log")), "none\n");
    EXPECT_EQ(content(m_run->filesFolder() + QStringLiteral("/error (2).log")), "two\n");
}

TEST_F(RunFilesTest, aFileThatStandsInTheWayIsAFailureThatARetryCanMend)
{
    put(onHost("etc/shop.conf"), "older\n");
    makeRun();
    run("1.1");
    ASSERT_EQ(state().phase, Phase::Deciding);
    EXPECT_TRUE(state().failure->what.contains(QStringLiteral("exists already"))) << qPrintable(state().failure->what);
    EXPECT_EQ(content(onHost("etc/shop.conf")), "older\n");
    QFile::remove(onHost("etc/shop.conf"));
    m_run->retry();
    ASSERT_TRUE(QTest::qWaitFor([this] { return command("1.1").status == CommandStatus::Succeeded; }, 20'000));
    EXPECT_EQ(content(onHost("etc/shop.conf")), "open = yes\n");
}

TEST_F(RunFilesTest, aLinkThatLeadsOutOfTheRunbooksFolderIsNotSent)
{
    QFile::remove(m_books.filePath(QStringLiteral("files/shop.conf")));
    ASSERT_TRUE(QFile::link(QStringLiteral("/etc/passwd"), m_books.filePath(QStringLiteral("files/shop.conf"))));
    makeRun();
    m_run->runCommand(QStringLiteral("1.1"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !m_refusals.isEmpty(); }, 10'000));
    EXPECT_EQ(m_refusals.first().kind, ErrorKind::NotPermitted);
    EXPECT_FALSE(QFileInfo::exists(onHost("etc/shop.conf")));
    EXPECT_FALSE(entryTypes().contains(QStringLiteral("command-intended")));
}

TEST_F(RunFilesTest, nothingIsSentOnceTheRunbooksFolderIsGone)
{
    makeRun();
    m_books.remove();
    m_run->runCommand(QStringLiteral("1.1"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !m_refusals.isEmpty(); }, 10'000));
    EXPECT_EQ(m_refusals.first().kind, ErrorKind::NotFound);
    EXPECT_TRUE(m_refusals.first().detail.contains(QStringLiteral("folder")));
}

TEST_F(RunFilesTest, aHostWithoutAFileServiceIsAFailureWithItsReason)
{
    m_transports.onSubsystem = nullptr;
    makeRun();
    run("1.1");
    ASSERT_EQ(state().phase, Phase::Deciding);
    EXPECT_TRUE(state().failure->what.contains(QStringLiteral("file service"))) << qPrintable(state().failure->what);
}

TEST_F(RunFilesTest, aLinkThatBreaksWhileAFileIsOnItsWayLeavesAnUnknownOutcome)
{
    m_transports.onSubsystem = [](FakeChannel &) {}; // never answers
    makeRun();
    m_run->runCommand(QStringLiteral("1.1"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !host().subsystems.isEmpty(); }, 10'000));
    host().lose(QStringLiteral("cut"));
    ASSERT_TRUE(reaches(Phase::Deciding));
    EXPECT_EQ(command("1.1").status, CommandStatus::Unknown);
    EXPECT_TRUE(state().failure->outcomeUnknown);
}

TEST_F(RunFilesTest, aFileUnderWayIsCalledOffLikeACommand)
{
    m_transports.onSubsystem = [](FakeChannel &) {};
    makeRun();
    m_run->runCommand(QStringLiteral("1.1"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !host().subsystems.isEmpty(); }, 10'000));
    m_run->interrupt();
    ASSERT_TRUE(reaches(Phase::Deciding));
    EXPECT_EQ(command("1.1").status, CommandStatus::Failed);
}

TEST_F(RunFilesTest, aFileCopiedByHandIsOnRecordTooAndChangesNoStep)
{
    makeRun();
    const Phase before = state().phase;
    const QString role = this->role();
    m_run->copyFile(role, {files::Direction::Fetch, m_files.filePath(QStringLiteral("mine.log")), QStringLiteral("var/error.log")});
    ASSERT_TRUE(QTest::qWaitFor([this] { return !state().copies.isEmpty() && state().copies.first().status != CopyRecord::Status::Running; }, 20'000));
    const CopyRecord &copy = state().copies.first();
    EXPECT_EQ(copy.status, CopyRecord::Status::Succeeded) << qPrintable(copy.outcome);
    EXPECT_EQ(copy.sha256, sha256Hex("none\n"));
    EXPECT_EQ(state().phase, before);
    EXPECT_EQ(content(m_files.filePath(QStringLiteral("mine.log"))), "none\n");
    EXPECT_TRUE(entryTypes().contains(QStringLiteral("copy-intended")));
}

TEST_F(RunFilesTest, aStepCopiesFoldersAndEachFileInThemIsOnRecord)
{
    QDir(m_books.path()).mkpath(QStringLiteral("files/site/img"));
    put(m_books.filePath(QStringLiteral("files/site/img/a.png")), "picture");
    makeRun();
    run("1.1");
    passStage();
    run("2.1");
    passStage();
    run("3.1");
    EXPECT_EQ(command("3.1").status, CommandStatus::Succeeded) << qPrintable(command("3.1").outcome);
    EXPECT_EQ(content(onHost("etc/files/site/img/a.png")), "picture");
    EXPECT_EQ(content(onHost("etc/files/shop.conf")), "open = yes\n");
    const QJsonObject finished = lastBody("command-finished");
    EXPECT_EQ(finished[QLatin1String("source")].toString(), QStringLiteral("FileHash"));
    EXPECT_EQ(finished[QLatin1String("file")][QLatin1String("arrived")].toInt(), 2);
    EXPECT_EQ(lastBody("copy-intended")[QLatin1String("part_of")].toString(), QStringLiteral("3.1"));
    EXPECT_FALSE(lastBody("copy-finished")[QLatin1String("file")][QLatin1String("sha256")].toString().isEmpty());
    run("3.2");
    EXPECT_EQ(command("3.2").status, CommandStatus::Succeeded) << qPrintable(command("3.2").outcome);
    EXPECT_EQ(content(m_run->filesFolder() + QStringLiteral("/var/error.log")), "none\n");
}

TEST_F(RunFilesTest, aFolderUnderWayIsCalledOffLikeACommandAndTheStepCanBeRetried)
{
    makeRun();
    run("1.1");
    passStage();
    run("2.1");
    passStage();
    m_transports.made.last()->onSubsystem = [](FakeChannel &) {};
    m_run->runCommand(QStringLiteral("3.2"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return host().subsystems.size() == 3; }, 10'000));
    m_run->interrupt();
    ASSERT_TRUE(reaches(Phase::Deciding));
    EXPECT_EQ(command("3.2").status, CommandStatus::Failed);
    m_transports.made.last()->onSubsystem = [this](FakeChannel &channel) { serveFiles(channel, m_host.path()); };
    m_run->retry();
    ASSERT_TRUE(QTest::qWaitFor([this] { return command("3.2").status == CommandStatus::Succeeded; }, 20'000));
    EXPECT_EQ(content(m_run->filesFolder() + QStringLiteral("/var/error.log")), "none\n");
}

TEST_F(RunFilesTest, aSecondAttemptAtAFolderCompletesWhatTheFirstOneBegan)
{
    makeRun();
    run("1.1");
    passStage();
    run("2.1");
    passStage();
    QDir(m_host.path()).mkpath(QStringLiteral("var/new"));
    put(onHost("var/new/a"), "1");
    QDir().mkpath(m_run->filesFolder() + QStringLiteral("/var"));
    put(m_run->filesFolder() + QStringLiteral("/var/new"), "in the way"); // it is taken: the next free name is used
    run("3.2");
    ASSERT_EQ(command("3.2").status, CommandStatus::Succeeded) << qPrintable(command("3.2").outcome);
    EXPECT_EQ(content(m_run->filesFolder() + QStringLiteral("/var (2)/new/a")), "1");
    put(onHost("var/error.log"), "two\n");
    run("3.2");
    EXPECT_EQ(content(m_run->filesFolder() + QStringLiteral("/var (3)/error.log")), "two\n");
    // Refused by the host in the middle, then not any more: another name than was meant is what it hears.
    m_transports.made.last()->onSubsystem = [this](FakeChannel &channel) {
        serveFiles(channel, m_host.path());
        channel.onWrite = [toServer = channel.onWrite](QByteArray bytes) { toServer(bytes.replace("new/a", "new/b")); };
    };
    m_run->runCommand(QStringLiteral("3.2"));
    ASSERT_TRUE(reaches(Phase::Deciding));
    EXPECT_TRUE(command("3.2").outcome.contains(QStringLiteral("new/a"))) << qPrintable(command("3.2").outcome);
    m_transports.made.last()->onSubsystem = [this](FakeChannel &channel) { serveFiles(channel, m_host.path()); };
    m_run->retry();
    ASSERT_TRUE(QTest::qWaitFor([this] { return command("3.2").status == CommandStatus::Succeeded; }, 20'000));
    EXPECT_EQ(content(m_run->filesFolder() + QStringLiteral("/var (4)/error.log")), "two\n");
    EXPECT_EQ(content(m_run->filesFolder() + QStringLiteral("/var (4)/new/a")), "1");
    EXPECT_FALSE(QFileInfo::exists(m_run->filesFolder() + QStringLiteral("/var (5)")));
    EXPECT_EQ(lastBody("command-finished")[QLatin1String("file")][QLatin1String("were_there")].toInt(), 1);
}
