// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/rundriver.h>

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
        m_driver->start();
    }
    [[nodiscard]] bool ends()
    {
        return QTest::qWaitFor([this] { return m_code.has_value(); }, 20'000);
    }

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
