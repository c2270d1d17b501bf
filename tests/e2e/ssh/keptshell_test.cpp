// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/sshfixture.h>

#include <models/session/hostshell.h>
#include <tests/support/tmuxservers.h>

#include <QCryptographicHash>

#include <csignal>

namespace holdpoint::testing {

using session::HostShell;
using session::Transport;
using Ending = terminal::CommandOutcome::State;

/// A shell in a real tmux, behind a real OpenSSH server whose connections are killed.
class KeptShellTest : public SshTest
{
protected:
    explicit KeptShellTest(const QByteArray &shell = "/bin/bash")
        : m_server("SetEnv " + m_tmux.variable() + " HOME=/nonexistent SHELL=" + shell + '\n')
    {
    }
    void SetUp() override
    {
        startShell(m_shell);
        ASSERT_TRUE(reaches(m_shell, HostShell::State::AtPrompt)) << screenText().toStdString();
    }
    void TearDown() override
    {
        m_transport.reset();
        m_tmux.end();
    }

    void startShell(HostShell &shell)
    {
        shell.keepIn(m_name.toUtf8());
        QObject::connect(&shell, &HostShell::commandEnded, &m_context,
                         [this](const HostShell::End &end) { m_ends.append(end); });
        QObject::connect(&shell, &HostShell::failed, &m_context,
                         [this](const Error &error) { m_failures.append(error); });
        reconnect(shell);
    }
    void reconnect(HostShell &shell)
    {
        m_transport = connectTo(m_server);
        TransportWatcher watcher(*m_transport);
        ASSERT_TRUE(watcher.open());
        shell.start(*m_transport);
    }
    bool cut(HostShell &shell)
    {
        m_server.signalSessions(SIGKILL);
        return reaches(shell, HostShell::State::Lost);
    }
    static bool reaches(HostShell &shell, HostShell::State state)
    {
        return QTest::qWaitFor([&] { return shell.state() == state; }, patience);
    }
    bool canSendSoon()
    {
        QTest::qWait(200); // until the host has taken what was typed
        return QTest::qWaitFor([&] { return bool(m_shell.canSend(QStringLiteral("ls"))); }, patience);
    }
    bool endsOnce()
    {
        return QTest::qWaitFor([&] { return !m_ends.isEmpty(); }, patience) && m_ends.size() == 1;
    }
    /// A command that goes on until it may end, with 7.
    bool sendAndWait()
    {
        const auto sent = m_shell.send(fileCommand(
            "echo begun; while ! [ -e %1 ]; do sleep 0.1; done; echo 'ended meanwhile'; touch %1.over; (exit 7)",
            "go"));
        return sent && QTest::qWaitFor([&] { return screenText().contains(u"\nbegun"); }, patience);
    }
    /// The same, typed by a person.
    bool typeAndWait()
    {
        m_shell.type(fileCommand("echo be''gun; while ! [ -e %1 ]; do sleep 0.1; done; touch %1.over; (exit 7)\r", "go")
                         .toUtf8());
        return QTest::qWaitFor([&] { return screenText().contains(u"\nbegun"); }, patience);
    }
    /// What stands in the margin beside the typed command.
    std::optional<terminal::CommandOutcome> typedOutcome()
    {
        for (qint64 line = 0; line < m_shell.screen().lines(); ++line) {
            if (m_shell.screen().lineText(line).contains(QStringLiteral("be''gun")))
                return m_shell.screen().outcome(line);
        }
        return std::nullopt;
    }
    bool typedBecomes(Ending state)
    {
        return QTest::qWaitFor([&] { return typedOutcome() && typedOutcome()->state == state; }, patience);
    }
    /// Waits until the host's shell says this of itself, whoever is attached: "run", or how its last command ended.
    bool says(const QByteArray &word)
    {
        return QTest::qWaitFor(
            [&] {
                QByteArray told;
                tmux({QStringLiteral("display-message"), QStringLiteral("-p"), QStringLiteral("#{pane_path}")}, &told);
                return told.trimmed().endsWith(';' + word);
            },
            patience);
    }
    void somebodyElseTypes(const QString &line)
    {
        ASSERT_TRUE(tmux({QStringLiteral("send-keys"), line, QStringLiteral("Enter")}));
    }
    void letItEnd()
    {
        write(m_server.path(QStringLiteral("go")), "");
        ASSERT_TRUE(QTest::qWaitFor([&] { return QFile::exists(m_server.path(QStringLiteral("go.over"))); }, patience));
    }
    bool tmux(const QStringList &arguments, QByteArray *output = nullptr)
    {
        return m_tmux.tell(m_name, arguments, output);
    }
    QString processOf(const char *pid)
    {
        QByteArray told;
        if (!tmux({QStringLiteral("display-message"), QStringLiteral("-p"), QString::fromLatin1(pid)}, &told))
            return {};
        return QStringLiteral("/proc/%1/exe").arg(QString::fromLatin1(told.trimmed()));
    }
    static bool isGone(const QString &process)
    {
        return !process.isEmpty() && QTest::qWaitFor([&] { return !QFile::exists(process); }, patience);
    }
    QString screenText(HostShell &shell)
    {
        QStringList lines;
        for (qint64 line = 0; line < shell.screen().lines(); ++line)
            lines += shell.screen().lineText(line);
        return lines.join(u'\n');
    }
    QString screenText() { return screenText(m_shell); }
    QString fileCommand(const char *format, const char *name)
    {
        return QString::fromLatin1(format).arg(m_server.path(QLatin1String(name)));
    }

    const QString m_name = QStringLiteral("holdpoint-test");
    TmuxServers m_tmux;
    SshServer m_server;
    QObject m_context;
    Redactor m_redactor;
    std::unique_ptr<Transport> m_transport;
    HostShell m_shell{QStringLiteral("db"), m_redactor};
    QList<HostShell::End> m_ends;
    QList<Error> m_failures;
};

TEST_F(KeptShellTest, aCommandRunsAndItsEndIsKnown)
{
    ASSERT_TRUE(m_shell.send(QStringLiteral("for i in 1 2\ndo echo line$i\ndone; (exit 3)")));
    ASSERT_TRUE(endsOnce()) << screenText().toStdString();
    EXPECT_EQ(m_ends[0].exit, 3);
    EXPECT_EQ(m_ends[0].output, QStringLiteral("line1\nline2\n"));
}

TEST_F(KeptShellTest, aCommandThatTheShellCannotParseHasNoOutcomeAndTheNextOneHasItsOwn)
{
    ASSERT_TRUE(m_shell.send(QStringLiteral("for f in a b do echo $f; done")));
    ASSERT_TRUE(endsOnce()) << screenText().toStdString();
    EXPECT_TRUE(m_ends[0].notBegun);
    EXPECT_TRUE(m_ends[0].output.contains(QStringLiteral("syntax error"))) << m_ends[0].output.toStdString();
    ASSERT_TRUE(m_shell.send(QStringLiteral("(exit 3)")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 2; }, patience));
    EXPECT_EQ(m_ends[1].exit, 3);
}

TEST_F(KeptShellTest, aCommandThatEndedWhileTheLinkWasLostHasItsExitStatus)
{
    ASSERT_TRUE(sendAndWait());
    ASSERT_TRUE(cut(m_shell));
    EXPECT_TRUE(m_ends.isEmpty()) << "it is not known yet what came of it";
    EXPECT_TRUE(m_shell.awaitsLostShell());
    letItEnd();
    reconnect(m_shell);
    ASSERT_TRUE(endsOnce()) << screenText().toStdString();
    EXPECT_EQ(m_ends[0].exit, 7);
    EXPECT_TRUE(m_ends[0].output.contains(QStringLiteral("ended meanwhile\n"))) << m_ends[0].output.toStdString();
    EXPECT_EQ(screenText().count(QStringLiteral("\nended meanwhile")), 1) << screenText().toStdString();
    EXPECT_EQ(screenText().count(QStringLiteral("\nbegun")), 1) << screenText().toStdString();
    EXPECT_TRUE(m_shell.canSend(QStringLiteral("ls")));
}

TEST_F(KeptShellTest, aCommandThatStillRunsIsFoundRunningAndEndsBeforeTheOperatorsEyes)
{
    ASSERT_TRUE(sendAndWait());
    ASSERT_TRUE(cut(m_shell));
    reconnect(m_shell);
    ASSERT_TRUE(reaches(m_shell, HostShell::State::Busy)) << screenText().toStdString();
    EXPECT_TRUE(m_ends.isEmpty());
    letItEnd();
    ASSERT_TRUE(endsOnce()) << screenText().toStdString();
    EXPECT_EQ(m_ends[0].exit, 7);
    EXPECT_EQ(screenText().count(QStringLiteral("\nended meanwhile")), 1) << screenText().toStdString();
    EXPECT_TRUE(m_ends[0].isCut);
}

TEST_F(KeptShellTest, whatWasClearedWhileTheLinkWasLostIsNotTakenForNothing)
{
    ASSERT_TRUE(m_shell.send(fileCommand(
        "echo begun; while ! [ -e %1 ]; do sleep 0.1; done; echo gone; clear; echo last; touch %1.over", "go")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return screenText().contains(u"\nbegun"); }, patience));
    ASSERT_TRUE(cut(m_shell));
    letItEnd();
    reconnect(m_shell);
    ASSERT_TRUE(endsOnce()) << screenText().toStdString();
    EXPECT_TRUE(m_ends[0].isCut);
    ASSERT_TRUE(m_shell.send(QStringLiteral("echo next")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 2; }, patience));
    EXPECT_FALSE(m_ends[1].isCut) << "all of it was seen";
}

TEST_F(KeptShellTest, itIsTheSameShell)
{
    ASSERT_TRUE(m_shell.send(QStringLiteral("place=kept; cd /usr")));
    ASSERT_TRUE(endsOnce());
    ASSERT_TRUE(cut(m_shell));
    reconnect(m_shell);
    ASSERT_TRUE(reaches(m_shell, HostShell::State::AtPrompt)) << screenText().toStdString();
    EXPECT_EQ(m_shell.workingDirectory(), QStringLiteral("/usr"));
    ASSERT_TRUE(m_shell.send(QStringLiteral("echo in:$place:$PWD")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 2; }, patience));
    EXPECT_EQ(m_ends[1].output, QStringLiteral("in:kept:/usr\n"));
}

TEST_F(KeptShellTest, whatWasTypedAndNotSentIsStillThere)
{
    m_shell.type("echo half");
    ASSERT_TRUE(QTest::qWaitFor([&] { return screenText().contains(u"echo half"); }, patience));
    ASSERT_TRUE(cut(m_shell));
    reconnect(m_shell);
    ASSERT_TRUE(reaches(m_shell, HostShell::State::AtPrompt));
    EXPECT_FALSE(m_shell.canSend(QStringLiteral("ls"))) << "the runbook's command must not be glued to it";
    m_shell.type("-done\r");
    ASSERT_TRUE(QTest::qWaitFor([&] { return screenText().contains(u"\nhalf-done"); }, patience))
        << screenText().toStdString();
}

TEST_F(KeptShellTest, anotherConsoleFindsOutWhatCameOfTheCommand)
{
    const qint64 prompts = m_shell.prompts();
    ASSERT_TRUE(sendAndWait());
    ASSERT_TRUE(cut(m_shell));
    letItEnd();
    HostShell other(QStringLiteral("db"), m_redactor);
    other.await(prompts);
    startShell(other);
    ASSERT_TRUE(endsOnce()) << screenText(other).toStdString();
    EXPECT_EQ(m_ends[0].exit, 7);
    EXPECT_TRUE(screenText(other).contains(QStringLiteral("ended meanwhile"))) << screenText(other).toStdString();
    ASSERT_TRUE(reaches(other, HostShell::State::AtPrompt));
}

TEST_F(KeptShellTest, aCommandThatNeverReachedTheShellIsNotTakenForOneThatRan)
{
    ASSERT_TRUE(cut(m_shell));
    HostShell other(QStringLiteral("db"), m_redactor);
    other.await(m_shell.prompts());
    startShell(other);
    ASSERT_TRUE(endsOnce());
    EXPECT_TRUE(m_ends[0].outcomeUnknown);
    EXPECT_TRUE(m_ends[0].reason.contains(QStringLiteral("before the shell had begun it")))
        << m_ends[0].reason.toStdString();
}

TEST_F(KeptShellTest, aSessionThatIsGoneMakesTheOutcomeUnknown)
{
    ASSERT_TRUE(sendAndWait());
    ASSERT_TRUE(cut(m_shell));
    ASSERT_TRUE(m_tmux.end());
    reconnect(m_shell);
    ASSERT_TRUE(endsOnce());
    EXPECT_TRUE(m_ends[0].outcomeUnknown);
    EXPECT_TRUE(m_ends[0].reason.contains(QStringLiteral("gone"))) << m_ends[0].reason.toStdString();
    ASSERT_TRUE(reaches(m_shell, HostShell::State::AtPrompt)) << "a new shell takes its place";
}

TEST_F(KeptShellTest, aTmuxThatDoesNotAnswerIsWaitedForOnlySoLongAndItsShellIsFoundLater)
{
    ASSERT_TRUE(sendAndWait());
    const int server = m_tmux.processOf(m_name);
    ASSERT_TRUE(cut(m_shell));
    ASSERT_EQ(::kill(server, SIGSTOP), 0);
    m_shell.limitStart(std::chrono::seconds(1));
    reconnect(m_shell);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !m_failures.isEmpty(); }, patience));
    ASSERT_EQ(::kill(server, SIGCONT), 0);
    ASSERT_EQ(m_failures.size(), 1);
    EXPECT_EQ(m_failures[0].kind, ErrorKind::Timeout);
    EXPECT_EQ(m_shell.state(), HostShell::State::Lost);
    EXPECT_TRUE(m_shell.awaitsLostShell());
    EXPECT_TRUE(m_ends.isEmpty());
    m_shell.limitStart(std::chrono::seconds(30));
    letItEnd();
    reconnect(m_shell);
    ASSERT_TRUE(endsOnce()) << screenText().toStdString();
    EXPECT_EQ(m_ends[0].exit, 7);
}

TEST_F(KeptShellTest, aSecondConsoleTakesTheShellOverAndTheFirstSaysThatItLostIt)
{
    auto first = std::move(m_transport);
    const auto firstFactory = std::move(m_factory);
    HostShell other(QStringLiteral("db"), m_redactor);
    startShell(other);
    ASSERT_TRUE(reaches(other, HostShell::State::AtPrompt));
    ASSERT_TRUE(reaches(m_shell, HostShell::State::Lost));
}

TEST_F(KeptShellTest, aLongOutputMeanwhileIsReadBackWithoutAGapOrARepetition)
{
    ASSERT_TRUE(m_shell.send(fileCommand(
        "seq -f before%g 1 300; while ! [ -e %1 ]; do sleep 0.1; done; seq -f after%g 1 4000; touch %1.over", "go")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return screenText().contains(u"\nbefore300"); }, patience));
    ASSERT_TRUE(cut(m_shell));
    letItEnd();
    reconnect(m_shell);
    ASSERT_TRUE(endsOnce()) << screenText().right(2000).toStdString();
    const QString text = screenText();
    for (const char *name : {"before1", "before300", "after1", "after2000", "after4000"})
        EXPECT_EQ(text.count(u'\n' + QLatin1String(name) + u'\n'), 1) << name;
}

TEST_F(KeptShellTest, aFullScreenProgramIsFoundAgain)
{
    m_shell.type("less /etc/services\r");
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_shell.screen().alternateScreen(); }, patience))
        << screenText().toStdString();
    ASSERT_TRUE(cut(m_shell));
    reconnect(m_shell);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return m_shell.state() == HostShell::State::Busy && m_shell.screen().alternateScreen(); }, patience));
    ASSERT_TRUE(QTest::qWaitFor([&] { return screenText().contains(QStringLiteral("tcpmux")); }, patience))
        << screenText().toStdString();
    QTest::qWait(700); // less drops a key that comes while its size changes
    m_shell.type("q");
    ASSERT_TRUE(reaches(m_shell, HostShell::State::AtPrompt)) << screenText().toStdString();
    EXPECT_FALSE(m_shell.screen().alternateScreen());
}

TEST_F(KeptShellTest, aShellThatIsLetGoLeavesNothingBehind)
{
    ASSERT_TRUE(m_shell.send(QStringLiteral("echo last")));
    ASSERT_TRUE(endsOnce());
    m_shell.letGo();
    ASSERT_TRUE(m_shell.send(QStringLiteral("echo and goodbye")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 2; }, patience));
    m_transport->close();
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_tmux.names().isEmpty(); }, patience));
}

TEST_F(KeptShellTest, aShellThatIsLetGoLeavesNothingBehindThoughItsConnectionEndsAtOnce)
{
    m_shell.letGo();
    m_transport.reset();
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_tmux.names().isEmpty(); }, patience));
}

TEST_F(KeptShellTest, aShellThatIsLetGoAndClosedLeavesNothingBehind)
{
    m_shell.letGo();
    m_shell.abandon(QStringLiteral("closed"));
    m_transport.reset();
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_tmux.names().isEmpty(); }, patience));
}

TEST_F(KeptShellTest, aShellThatIsEndedIsEndedThoughItsConnectionEndsAtOnce)
{
    const QString process = processOf("#{pane_pid}");
    EXPECT_TRUE(m_shell.end(QStringLiteral("the terminal was closed")));
    m_transport.reset();
    EXPECT_TRUE(isGone(process));
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_tmux.processes().isEmpty(); }, patience)) << "and its tmux with it";
}

TEST_F(KeptShellTest, aShellThatIsEndedAsTheProgramEndsIsEnded)
{
    const QString process = processOf("#{pane_pid}");
    EXPECT_TRUE(m_shell.end(QStringLiteral("the terminals were closed")));
    m_transport.reset();
    m_factory.reset();
    EXPECT_TRUE(isGone(process));
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_tmux.processes().isEmpty(); }, patience)) << "and its tmux with it";
}

TEST_F(KeptShellTest, shellsThatAreEndedWhileTheyStartAreEndedThoughTheProgramEndsAtOnce)
{
    m_transport.reset();
    ASSERT_TRUE(m_tmux.end());
    for (int ms = 0; ms <= 60; ms += 5) {
        m_transport = connectTo(m_server);
        TransportWatcher watcher(*m_transport);
        ASSERT_TRUE(watcher.open());
        HostShell shell(QStringLiteral("db"), m_redactor);
        shell.keepIn("holdpoint-start-" + QByteArray::number(ms));
        shell.start(*m_transport);
        QTest::qWait(ms);
        EXPECT_TRUE(shell.end(QStringLiteral("the terminals were closed")));
        m_transport.reset();
        m_factory.reset();
    }
    QTest::qWait(500); // they might still come
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_tmux.processes().isEmpty(); }, patience)) << m_tmux.names().join(u' ').toStdString();
}

TEST_F(KeptShellTest, whatIsTypedWhileItIsFoundAgainArrivesWhole)
{
    ASSERT_TRUE(sendAndWait());
    ASSERT_TRUE(cut(m_shell));
    letItEnd();
    reconnect(m_shell);
    m_shell.type("echo a''bc\r");
    EXPECT_TRUE(QTest::qWaitFor([&] { return screenText().contains(u"\nabc"); }, patience)) << screenText().toStdString();
    ASSERT_TRUE(endsOnce());
    EXPECT_EQ(m_ends[0].exit, 7);
}

TEST_F(KeptShellTest, whatAJobInTheBackgroundPrintedWhileTheLinkWasLostIsShown)
{
    m_shell.type(
        fileCommand("(while ! [ -e %1 ]; do sleep 0.1; done; echo back''ground; touch %1.over) & echo be''gun\r", "go").toUtf8());
    ASSERT_TRUE(QTest::qWaitFor([&] { return screenText().contains(u"\nbegun"); }, patience));
    ASSERT_TRUE(reaches(m_shell, HostShell::State::AtPrompt));
    QTest::qWait(300); // tmux tells where that prompt stands
    ASSERT_TRUE(cut(m_shell));
    letItEnd();
    reconnect(m_shell);
    ASSERT_TRUE(reaches(m_shell, HostShell::State::AtPrompt));
    EXPECT_TRUE(QTest::qWaitFor([&] { return screenText().contains(u"background"); }, patience)) << screenText().toStdString();
}

TEST_F(KeptShellTest, aShellInWhichCtrlCBringsNoPromptHasItsOutcomeAllTheSame)
{
    m_shell.type("stty intr undef\r");
    ASSERT_TRUE(canSendSoon());
    ASSERT_TRUE(sendAndWait());
    ASSERT_TRUE(cut(m_shell));
    letItEnd();
    ASSERT_TRUE(says("7"));
    reconnect(m_shell);
    ASSERT_TRUE(endsOnce()) << screenText().toStdString();
    EXPECT_EQ(m_ends[0].exit, 7);
    EXPECT_EQ(m_shell.state(), HostShell::State::Busy);
    m_shell.type("\x15" "echo ty''ped\r");
    EXPECT_TRUE(QTest::qWaitFor([&] { return screenText().contains(u"\ntyped"); }, patience)) << screenText().toStdString();
}

TEST_F(KeptShellTest, ofAShellWhoseWordIsHiddenTheNextPromptIsNotTakenForTheCommandsEndWhenMoreWasRun)
{
    m_shell.type("PS1='\\[\\e]7;file://h/\\a\\]$ '\r");
    ASSERT_TRUE(canSendSoon());
    ASSERT_TRUE(sendAndWait());
    ASSERT_TRUE(cut(m_shell));
    letItEnd();
    reconnect(m_shell);
    ASSERT_TRUE(reaches(m_shell, HostShell::State::Busy));
    QTest::qWait(300);
    m_shell.type("true\r");
    ASSERT_TRUE(endsOnce()) << screenText().toStdString();
    EXPECT_TRUE(m_ends[0].outcomeUnknown);
    EXPECT_FALSE(m_ends[0].exit);
    EXPECT_TRUE(m_ends[0].reason.contains(QStringLiteral("more was run"))) << m_ends[0].reason.toStdString();
}

TEST_F(KeptShellTest, ofAShellWhoseWordIsHiddenTheCommandThatStillRunsHasItsExitStatus)
{
    m_shell.type("PS1='\\[\\e]7;file://h/\\a\\]$ '\r");
    ASSERT_TRUE(canSendSoon());
    ASSERT_TRUE(sendAndWait());
    ASSERT_TRUE(cut(m_shell));
    reconnect(m_shell);
    ASSERT_TRUE(reaches(m_shell, HostShell::State::Busy));
    letItEnd();
    ASSERT_TRUE(endsOnce()) << screenText().toStdString();
    EXPECT_EQ(m_ends[0].exit, 7);
}

TEST_F(KeptShellTest, manyBytesArriveWholeInBothDirections)
{
    ASSERT_TRUE(m_shell.send(QStringLiteral("stty -echo -icanon; head -c 20000 | sha256sum; stty sane")));
    QByteArray typed;
    for (int i = 0; typed.size() < 20000; ++i)
        typed += QByteArray::number(i * 2654435761u, 16);
    typed.truncate(20000);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_shell.state() == HostShell::State::Busy; }, patience));
    QTest::qWait(300);
    m_shell.type(typed);
    ASSERT_TRUE(endsOnce()) << screenText().right(500).toStdString();
    EXPECT_TRUE(m_ends[0].output.contains(
        QString::fromLatin1(QCryptographicHash::hash(typed, QCryptographicHash::Sha256).toHex())))
        << m_ends[0].output.toStdString();
}

TEST_F(KeptShellTest, aSecretOnALineLongerThanThePaneIsRedactedInWhatIsReadBackToo)
{
    m_redactor.addSecret("hunter2-very-secret");
    ASSERT_TRUE(m_shell.send(fileCommand("echo begun; while ! [ -e %1 ]; do sleep 0.1; done; printf '%070d' 0; "
                                         "echo hunter2-very-secret; touch %1.over",
                                         "go")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return screenText().contains(u"\nbegun"); }, patience));
    ASSERT_TRUE(cut(m_shell));
    letItEnd();
    reconnect(m_shell);
    ASSERT_TRUE(endsOnce());
    EXPECT_TRUE(m_ends[0].output.contains(QStringLiteral("000000")));
    EXPECT_FALSE(m_ends[0].output.remove(u'\n').contains(QStringLiteral("hunter2"))) << m_ends[0].output.toStdString();
    EXPECT_FALSE(screenText().remove(u'\n').contains(QStringLiteral("hunter2-very"))) << screenText().toStdString();
}

TEST_F(KeptShellTest, whatSomebodyElseRanSinceIsNotTakenForTheCommandsEnd)
{
    ASSERT_TRUE(sendAndWait());
    ASSERT_TRUE(cut(m_shell));
    letItEnd();
    ASSERT_TRUE(tmux({QStringLiteral("send-keys"),
                      QStringLiteral("touch %1").arg(m_server.path(QStringLiteral("else"))), QStringLiteral("Enter")}));
    ASSERT_TRUE(QTest::qWaitFor([&] { return QFile::exists(m_server.path(QStringLiteral("else"))); }, patience));
    reconnect(m_shell);
    ASSERT_TRUE(endsOnce());
    EXPECT_TRUE(m_ends[0].outcomeUnknown);
    EXPECT_FALSE(m_ends[0].exit);
}

TEST_F(KeptShellTest, ofATypedCommandThatEndedWhileTheLinkWasLostItIsSaidHow)
{
    ASSERT_TRUE(typeAndWait());
    ASSERT_TRUE(cut(m_shell));
    ASSERT_TRUE(typedBecomes(Ending::Unknown)) << "nobody knows yet";
    letItEnd();
    ASSERT_TRUE(says("7"));
    reconnect(m_shell);
    ASSERT_TRUE(reaches(m_shell, HostShell::State::AtPrompt)) << screenText().toStdString();
    ASSERT_TRUE(typedBecomes(Ending::Ended));
    EXPECT_EQ(typedOutcome()->exit, 7);
    EXPECT_FALSE(typedOutcome()->ms) << "nobody saw when";
    EXPECT_EQ(m_shell.lastOutcome(), typedOutcome());
    EXPECT_FALSE(m_shell.commandMs());
}

TEST_F(KeptShellTest, aTypedCommandThatStillRunsIsSaidToRunAndThenHowItEnded)
{
    std::optional<terminal::CommandOutcome> inRecording;
    QObject::connect(&m_shell, &HostShell::marked, &m_context, [&](const session::PaneMarker &marker) {
        if (marker.outcome)
            inRecording = marker.outcome;
    });
    ASSERT_TRUE(typeAndWait());
    ASSERT_TRUE(cut(m_shell));
    reconnect(m_shell);
    ASSERT_TRUE(typedBecomes(Ending::Running)) << screenText().toStdString();
    EXPECT_EQ(inRecording->state, Ending::Unknown) << "where no end will be put beside it";
    letItEnd();
    ASSERT_TRUE(typedBecomes(Ending::Ended)) << screenText().toStdString();
    EXPECT_EQ(typedOutcome()->exit, 7);
    EXPECT_TRUE(typedOutcome()->ms);
    m_shell.type("true\r");
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_shell.lastOutcome()->exit == 0; }, patience));
    EXPECT_EQ(typedOutcome()->exit, 7);
}

TEST_F(KeptShellTest, twoLossesLaterItIsStillKnownHowTheTypedCommandEnded)
{
    ASSERT_TRUE(typeAndWait());
    ASSERT_TRUE(cut(m_shell));
    reconnect(m_shell);
    ASSERT_TRUE(reaches(m_shell, HostShell::State::Busy));
    ASSERT_TRUE(cut(m_shell));
    EXPECT_TRUE(typedBecomes(Ending::Unknown));
    letItEnd();
    ASSERT_TRUE(says("7"));
    reconnect(m_shell);
    ASSERT_TRUE(typedBecomes(Ending::Ended)) << screenText().toStdString();
    EXPECT_EQ(typedOutcome()->exit, 7);
}

TEST_F(KeptShellTest, aTypedCommandAfterWhichSomethingElseWasRunKeepsItsOutcomeUnknown)
{
    ASSERT_TRUE(typeAndWait());
    ASSERT_TRUE(cut(m_shell));
    letItEnd();
    somebodyElseTypes(QStringLiteral("(exit 3)"));
    ASSERT_TRUE(says("3"));
    reconnect(m_shell);
    ASSERT_TRUE(reaches(m_shell, HostShell::State::AtPrompt));
    EXPECT_TRUE(typedBecomes(Ending::Unknown));
    EXPECT_FALSE(typedOutcome()->exit);
}

TEST_F(KeptShellTest, whatIsFoundRunningIsNotTakenForTheTypedCommandWhenItIsAnother)
{
    ASSERT_TRUE(typeAndWait());
    ASSERT_TRUE(cut(m_shell));
    letItEnd();
    ASSERT_TRUE(says("7"));
    somebodyElseTypes(fileCommand("while ! [ -e %1 ]; do sleep 0.1; done; (exit 3)", "else"));
    ASSERT_TRUE(says("run"));
    reconnect(m_shell);
    ASSERT_TRUE(reaches(m_shell, HostShell::State::Busy));
    write(m_server.path(QStringLiteral("else")), "");
    ASSERT_TRUE(reaches(m_shell, HostShell::State::AtPrompt));
    EXPECT_TRUE(typedBecomes(Ending::Unknown));
    EXPECT_FALSE(typedOutcome()->exit);
}

TEST_F(KeptShellTest, anotherPaneOfTheSessionGetsNothingThatIsMeantForTheShell)
{
    ASSERT_TRUE(tmux({QStringLiteral("split-window"),
                      QStringLiteral("cat > %1").arg(m_server.path(QStringLiteral("wrong")))}));
    ASSERT_TRUE(QTest::qWaitFor([&] { return QFile::exists(m_server.path(QStringLiteral("wrong"))); }, patience));
    ASSERT_TRUE(m_shell.send(QStringLiteral("echo hello")));
    ASSERT_TRUE(endsOnce());
    EXPECT_EQ(m_ends[0].output, QStringLiteral("hello\n"));
    EXPECT_TRUE(contents(m_server.path(QStringLiteral("wrong"))).isEmpty());
}

/// The same in a shell of another kind.
class KeptKindTest : public KeptShellTest, public ::testing::WithParamInterface<const char *>
{
protected:
    KeptKindTest()
        : KeptShellTest(GetParam())
    {
    }
};
INSTANTIATE_TEST_SUITE_P(Shells, KeptKindTest, ::testing::Values("/usr/bin/zsh", "/bin/dash"));

TEST_P(KeptKindTest, aCommandThatEndedWhileTheLinkWasLostHasItsExitStatus)
{
    ASSERT_TRUE(sendAndWait());
    ASSERT_TRUE(cut(m_shell));
    letItEnd();
    reconnect(m_shell);
    ASSERT_TRUE(endsOnce()) << screenText().toStdString();
    EXPECT_EQ(m_ends[0].exit, 7);
    EXPECT_TRUE(m_shell.canSend(QStringLiteral("ls")));
}

TEST_P(KeptKindTest, aCommandThatStillRunsIsFoundRunning)
{
    ASSERT_TRUE(sendAndWait());
    ASSERT_TRUE(cut(m_shell));
    reconnect(m_shell);
    ASSERT_TRUE(reaches(m_shell, HostShell::State::Busy)) << screenText().toStdString();
    letItEnd();
    ASSERT_TRUE(endsOnce()) << screenText().toStdString();
    EXPECT_EQ(m_ends[0].exit, 7);
}

TEST_P(KeptKindTest, ofATypedCommandThatEndedWhileTheLinkWasLostItIsSaidHow)
{
    ASSERT_TRUE(typeAndWait());
    ASSERT_TRUE(cut(m_shell));
    letItEnd();
    ASSERT_TRUE(says("7"));
    reconnect(m_shell);
    ASSERT_TRUE(typedBecomes(Ending::Ended)) << screenText().toStdString();
    EXPECT_EQ(typedOutcome()->exit, 7);
}

/// A host whose programs lie elsewhere.
class NoTmuxTest : public SshTest
{
};

TEST_F(NoTmuxTest, aHostWithoutTmuxIsToldApartFromOneThatFails)
{
    SshServer server("SetEnv PATH=/nonexistent SHELL=/bin/bash\n");
    const auto transport = connectTo(server);
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open());
    Redactor redactor;
    HostShell shell(QStringLiteral("db"), redactor);
    shell.keepIn("holdpoint-test");
    std::optional<Error> failure;
    QObject::connect(&shell, &HostShell::failed, &shell, [&](const Error &error) { failure = error; });
    shell.start(*transport);
    ASSERT_TRUE(QTest::qWaitFor([&] { return failure.has_value(); }, patience));
    EXPECT_EQ(failure->kind, ErrorKind::NotFound);
    EXPECT_TRUE(failure->detail.contains(QStringLiteral("tmux"))) << failure->detail.toStdString();
    EXPECT_EQ(shell.state(), HostShell::State::Lost);
}

} // namespace holdpoint::testing
