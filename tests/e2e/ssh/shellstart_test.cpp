// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/sshfixture.h>

#include <models/session/hostshell.h>

namespace holdpoint::testing {

using session::HostShell;

/// Real shells whose login files take their time or want to know something.
class ShellStartTest : public SshTest, public ::testing::WithParamInterface<const char *>
{
protected:
    ShellStartTest()
        : m_server("SetEnv HOME=" + m_home.path().toUtf8() + " SHELL=" + QByteArray(GetParam()) + '\n')
    {
    }
    void start(const QByteArray &loginFile)
    {
        for (const char *name : {".bash_profile", ".zprofile", ".profile"})
            write(m_home.filePath(QLatin1String(name)), loginFile);
        QObject::connect(&m_shell, &HostShell::commandEnded, &m_shell,
                         [this](const HostShell::End &end) { m_ends.append(end); });
        m_transport = connectTo(m_server);
        TransportWatcher watcher(*m_transport);
        ASSERT_TRUE(watcher.open());
        m_shell.start(*m_transport);
    }
    bool shows(const QString &text)
    {
        return QTest::qWaitFor([&] { return m_shell.screen().visibleLines().join(u'\n').contains(text); }, patience);
    }
    bool isReady()
    {
        return QTest::qWaitFor([&] { return m_shell.state() == HostShell::State::AtPrompt; }, patience);
    }
    std::string screenText() { return m_shell.screen().visibleLines().join(u'\n').toStdString(); }

    QTemporaryDir m_home;
    SshServer m_server;
    Redactor m_redactor;
    std::unique_ptr<session::Transport> m_transport;
    HostShell m_shell{QStringLiteral("db"), m_redactor};
    QList<HostShell::End> m_ends;
};
INSTANTIATE_TEST_SUITE_P(Shells, ShellStartTest, ::testing::Values("/bin/bash", "/usr/bin/zsh", "/bin/dash"));

TEST_P(ShellStartTest, whatIsTypedWhileALoginFileRunsDoesNotBecomeTheNonce)
{
    start("echo begins; while ! [ -e ~/go ]; do sleep 0.1; done\n");
    ASSERT_TRUE(shows(QStringLiteral("begins")));
    m_shell.type("one two\rthree\x04half");
    ASSERT_TRUE(shows(QStringLiteral("half"))) << screenText();
    write(m_home.filePath(QStringLiteral("go")), "");
    ASSERT_TRUE(isReady()) << screenText();
    ASSERT_TRUE(m_shell.send(QStringLiteral("echo $((1 + 1)); (exit 3)")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_ends.isEmpty(); }, patience)) << screenText();
    EXPECT_EQ(m_ends[0].exit, 3);
    EXPECT_TRUE(m_ends[0].output.contains(QStringLiteral("2\n"))) << m_ends[0].output.toStdString();
    ASSERT_TRUE(m_shell.send(QStringLiteral("stty -a")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 2; }, patience)) << screenText();
    EXPECT_TRUE(m_ends[1].output.contains(QStringLiteral("eof = ^D"))) << "as it was: " << screenText();
    EXPECT_FALSE(m_ends[1].output.contains(QStringLiteral("-isig"))) << screenText();
}

TEST_P(ShellStartTest, whatALoginFileAsksCanBeAnswered)
{
    start("printf 'Which site? '; read site; export site\n");
    ASSERT_TRUE(shows(QStringLiteral("Which site?"))) << screenText();
    m_shell.type("north\r");
    ASSERT_TRUE(isReady()) << screenText();
    ASSERT_TRUE(m_shell.send(QStringLiteral("echo at:$site")));
    ASSERT_TRUE(shows(QStringLiteral("at:north"))) << screenText();
}

TEST_P(ShellStartTest, whatIsTypedBeforeTheHostSaysAnythingIsRunAtTheFirstPrompt)
{
    start("sleep 0.5\n");
    m_shell.type("echo ear''ly\r");
    EXPECT_TRUE(shows(QStringLiteral("\nearly"))) << screenText();
}

TEST_P(ShellStartTest, aShellInsideSpeaksNoMarksOfOursThoughItsPromptIsExported)
{
    start("set -a\nexport PS1='# '\n");
    ASSERT_TRUE(isReady()) << screenText();
    ASSERT_TRUE(m_shell.send(QStringLiteral("ENV= BASH_ENV= /bin/sh -i")));
    ASSERT_TRUE(shows(QStringLiteral("\n"))) << screenText();
    QTest::qWait(500); // its prompt comes
    EXPECT_EQ(m_shell.state(), HostShell::State::Busy) << screenText();
    EXPECT_TRUE(m_ends.isEmpty());
    m_shell.type("exit 3\r");
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_ends.isEmpty(); }, patience)) << screenText();
    EXPECT_EQ(m_ends[0].exit, 3);
    ASSERT_TRUE(QTest::qWaitFor([&] { return bool(m_shell.canSend(QStringLiteral("ls"))) || !m_shell.isSettling(); }, patience));
    m_shell.type("\x03");
    ASSERT_TRUE(QTest::qWaitFor([&] { return bool(m_shell.canSend(QStringLiteral("ls"))); }, patience)) << screenText();
    ASSERT_TRUE(m_shell.send(QStringLiteral("case $- in *a*) (exit 4) ;; esac")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 2; }, patience)) << screenText();
    EXPECT_EQ(m_ends[1].exit, 4) << "as the login file left it";
}

TEST_P(ShellStartTest, whatWasTypedAheadIsNeverSentWithTheNextCommand)
{
    start("");
    ASSERT_TRUE(isReady()) << screenText();
    ASSERT_TRUE(m_shell.send(QStringLiteral("echo be''gun; sleep 1")));
    ASSERT_TRUE(shows(QStringLiteral("\nbegun"))) << screenText();
    m_shell.type("echo HELLO ");
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 1; }, patience)) << screenText();
    for (int i = 0; i < 25; ++i) { // at no time
        ASSERT_FALSE(m_shell.canSend(QStringLiteral("echo next"))) << screenText();
        QTest::qWait(100);
    }
    m_shell.type("\x03");
    ASSERT_TRUE(QTest::qWaitFor([&] { return bool(m_shell.canSend(QStringLiteral("ls"))); }, patience)) << screenText();
    ASSERT_TRUE(m_shell.send(QStringLiteral("echo next; (exit 3)")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 2; }, patience)) << screenText();
    EXPECT_EQ(m_ends[1].exit, 3);
    EXPECT_TRUE(m_ends[1].output.contains(QStringLiteral("next"))) << m_ends[1].output.toStdString();
    EXPECT_FALSE(m_ends[1].output.contains(QStringLiteral("HELLO"))) << m_ends[1].output.toStdString();
}

} // namespace holdpoint::testing
