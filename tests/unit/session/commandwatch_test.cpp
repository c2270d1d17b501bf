// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/commandwatch.h>
#include <tests/support/faketransport.h>
#include <tests/support/waiting.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace std::chrono_literals;
using holdpoint::testing::FakeTransport;
using session::CommandWatch;
using session::HostShell;

namespace {

class CommandWatchTest : public ::testing::Test
{
protected:
    CommandWatchTest()
    {
        QObject::connect(&m_shell, &HostShell::commandEnded, &m_shell,
                         [this](const HostShell::End &end) { m_ends.append(end); });
        m_transport.replies["job"] = {.silent = true};
        m_shell.start(m_transport);
    }
    /// Starts a command that never answers.
    void start(const runbooks::Command &command)
    {
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_shell.state() == HostShell::State::AtPrompt; }, 5000));
        ASSERT_TRUE(m_shell.send(QStringLiteral("job")));
        m_watch.start(command, m_shell);
    }

    FakeTransport m_transport;
    Redactor m_redactor;
    HostShell m_shell{QStringLiteral("db"), m_redactor};
    CommandWatch m_watch{nullptr, 5ms};
    QList<HostShell::End> m_ends;
};

TEST_F(CommandWatchTest, aShellWhosePromptDoesNotComeBackIsGivenUp)
{
    start({.timeout = 20ms});
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_shell.state() == HostShell::State::Lost; }, 5000));
    ASSERT_EQ(m_ends.size(), 1);
    EXPECT_TRUE(m_ends[0].outcomeUnknown);
    EXPECT_TRUE(m_ends[0].reason.contains(QStringLiteral("Ctrl+C"))) << m_ends[0].reason.toStdString();
    EXPECT_EQ(m_watch.stop(), CommandWatch::Reason::TimeOver);
}

TEST_F(CommandWatchTest, aCommandWithoutATimeoutHasTheLongestTimeWhereNobodyLooksOn)
{
    m_watch.setLongest(20ms);
    start({});
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_shell.state() == HostShell::State::Lost; }, 5000));
}

TEST_F(CommandWatchTest, theTextThatWasWaitedForCountsThoughTheShellCannotBeInterruptedYet)
{
    m_transport.greeting.clear();
    m_watch.start({.timeout = 10min, .until = QStringLiteral("READY")}, m_shell);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_transport.shells.isEmpty(); }, 5000));
    emit m_shell.commandPrinted("READY\r\n");
    QTest::qWait(20);
    EXPECT_EQ(m_watch.limit(), 10min);
    m_transport.shells.last()->print("\033]133;hp-ready;start\007");
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_transport.shells.last()->written.endsWith('\x03'); }, 5000));
    EXPECT_EQ(m_watch.limit(), 10min) << "the time that it was given, for words";
    EXPECT_EQ(m_watch.stop(), CommandWatch::Reason::Satisfied);
}

TEST_F(CommandWatchTest, whatCameWhileNobodyCouldInterruptCountsThoughItsTimeWasOver)
{
    m_transport.greeting.clear();
    m_watch.start({.timeout = 10ms, .until = QStringLiteral("READY")}, m_shell);
    QTest::qWait(50);
    emit m_shell.commandPrinted("READY\r\n");
    EXPECT_EQ(m_watch.stop(), CommandWatch::Reason::Satisfied) << "and the command need not be interrupted any more";
}

TEST_F(CommandWatchTest, aCommandWithoutATimeoutMayTakeAsLongAsItLikes)
{
    start({});
    QTest::qWait(100);
    EXPECT_EQ(m_shell.state(), HostShell::State::Busy);
    EXPECT_EQ(m_watch.stop(), CommandWatch::Reason::None);
}

} // namespace
