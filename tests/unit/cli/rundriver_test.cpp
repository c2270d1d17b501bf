// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/rundriver.h>

#include <models/session/unrecorded.h>
#include <tests/support/failingdisk.h>
#include <tests/support/runfixture.h>

#include <QTemporaryFile>

using namespace holdpoint;
using namespace holdpoint::cli;

namespace {

/// An unattended run whose only answer is that of the prerequisite.
class RunDriverTest : public holdpoint::testing::RunFixture
{
protected:
    void start()
    {
        make();
        QTemporaryFile file;
        ASSERT_TRUE(file.open());
        file.write("answers:\n  - check: pre.1\n    answer: pass\n");
        file.close();
        const auto answers = Answers::load(file.fileName());
        ASSERT_TRUE(answers) << qPrintable(answers.error().detail);
        m_driver = std::make_unique<RunDriver>(*m_run, *answers, m_console, RunDriver::Output::Quiet);
        QObject::connect(m_driver.get(), &RunDriver::finished, m_driver.get(), [this](ExitCode code) { m_code = code; });
        m_driver->setBreakGlass(m_breakGlass);
        m_driver->start();
    }
    [[nodiscard]] bool ends()
    {
        return QTest::qWaitFor([this] { return m_code.has_value(); }, 20'000);
    }

    QString m_breakGlass;
    Console m_console{Console::Input::Refused};
    std::unique_ptr<RunDriver> m_driver;
    std::optional<ExitCode> m_code;
};

} // namespace

TEST_F(RunDriverTest, aConnectionThatBreaksBeforeItsShellIsOpenEndsTheRun)
{
    start();
    QObject::connect(m_run.get(), &session::RunSession::recorded, m_run.get(), [this](const ledger::Entry &entry) {
        if (entry.type == QLatin1String("connected"))
            host().lose(QStringLiteral("the host closed it"));
    });
    ASSERT_TRUE(ends());
    EXPECT_EQ(*m_code, ExitCode::Connection);
}

TEST_F(RunDriverTest, aLedgerThatFailsEndsTheRunThere)
{
    start();
    std::optional<holdpoint::testing::FailingDisk> disk;
    QObject::connect(m_run.get(), &session::RunSession::recorded, m_run.get(), [&](const ledger::Entry &entry) {
        if (entry.type == QLatin1String("answered"))
            disk.emplace();
    });
    ASSERT_TRUE(ends());
    EXPECT_EQ(*m_code, ExitCode::LedgerTrouble);
    EXPECT_TRUE(m_transports.made.isEmpty() || host().commands.isEmpty());
}

TEST_F(RunDriverTest, withAReasonItGoesOnUnrecordedAndTheLedgerIsToldBeforeTheCallEnds)
{
    m_breakGlass = QStringLiteral("the cooling is off");
    start();
    std::optional<holdpoint::testing::FailingDisk> disk;
    QObject::connect(m_run.get(), &session::RunSession::recorded, m_run.get(), [&](const ledger::Entry &entry) {
        if (entry.type == QLatin1String("answered"))
            disk.emplace();
        if (entry.type == QLatin1String("command-finished"))
            disk->repair();
    });
    ASSERT_TRUE(ends());
    EXPECT_FALSE(m_run->unrecorded());
    EXPECT_TRUE(entryTypes().contains(QString::fromUtf16(session::unrecordedType)));
    EXPECT_FALSE(host().commands.isEmpty());
}

TEST_F(RunDriverTest, aStepThatMustBeRecordedEndsAnUnrecordedRunWithARefusal)
{
    m_source.replace("```bash {readonly}", "```bash {readonly recorded}");
    m_breakGlass = QStringLiteral("the cooling is off");
    start();
    std::optional<holdpoint::testing::FailingDisk> disk;
    QObject::connect(m_run.get(), &session::RunSession::recorded, m_run.get(), [&](const ledger::Entry &entry) {
        if (entry.type == QLatin1String("answered"))
            disk.emplace();
    });
    QObject::connect(m_run.get(), &session::RunSession::refused, m_run.get(), [&] {
        if (m_run->unrecorded())
            disk->repair();
    });
    ASSERT_TRUE(ends());
    EXPECT_EQ(*m_code, ExitCode::Refused);
    EXPECT_TRUE(host().commands.isEmpty());
    EXPECT_TRUE(entryTypes().contains(QString::fromUtf16(session::unrecordedType)));
}
