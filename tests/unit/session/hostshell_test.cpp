// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/hostshell.h>
#include <tests/support/faketransport.h>
#include <tests/support/waiting.h>

#include <gtest/gtest.h>

#include <QSignalSpy>

using namespace holdpoint;
using session::HostShell;
using holdpoint::testing::FakeTransport;

namespace {

class HostShellTest : public ::testing::Test
{
protected:
    HostShellTest()
    {
        QObject::connect(&m_shell, &HostShell::commandEnded, &m_shell, [this](const HostShell::End &end) { m_ends.append(end); });
    }
    void start()
    {
        m_shell.start(m_transport);
        ASSERT_TRUE(reaches(HostShell::State::AtPrompt));
    }
    /// A command that goes on until the test ends it.
    void startJob()
    {
        m_transport.replies["job"] = {.silent = true};
        start();
        ASSERT_TRUE(m_shell.send(QStringLiteral("job")));
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_shell.lastOutcome().has_value(); }, 5000));
    }
    bool reaches(HostShell::State state)
    {
        return QTest::qWaitFor([&] { return m_shell.state() == state; }, 5000);
    }
    holdpoint::testing::FakeChannel &channel() { return *m_transport.shells.last(); }

    FakeTransport m_transport;
    Redactor m_redactor;
    HostShell m_shell{QStringLiteral("db"), m_redactor};
    QList<HostShell::End> m_ends;
};

TEST_F(HostShellTest, theShellGetsItsNonceOnlyAfterItAsked)
{
    m_shell.start(m_transport);
    EXPECT_TRUE(channel().written.isEmpty());
    ASSERT_TRUE(reaches(HostShell::State::AtPrompt));
    EXPECT_EQ(m_transport.nonce().size(), 32);
    EXPECT_FALSE(channel().command.contains(m_transport.nonce()));
    EXPECT_TRUE(m_shell.screen().lineText(0).startsWith(u"Welcome"));
}

TEST_F(HostShellTest, whatIsTypedWhileTheShellStartsWaitsForItsFirstPrompt)
{
    m_shell.start(m_transport);
    m_shell.type("uptime");
    EXPECT_TRUE(channel().written.isEmpty());
    ASSERT_TRUE(reaches(HostShell::State::AtPrompt));
    EXPECT_EQ(m_transport.nonce().size(), 32);
    EXPECT_EQ(channel().written, "\nhp-nonce " + m_transport.nonce() + "\nuptime");
    EXPECT_FALSE(m_shell.canSend(QStringLiteral("ls"))) << "it is not sent along";
}

TEST_F(HostShellTest, whatIsTypedWhileTheShellStartsIsNotKeptForAnotherOne)
{
    m_transport.greeting.clear();
    m_shell.start(m_transport);
    m_shell.type("reboot\r");
    m_transport.lose(QStringLiteral("cable"));
    ASSERT_TRUE(reaches(HostShell::State::Lost));
    FakeTransport second;
    m_shell.start(second);
    ASSERT_TRUE(reaches(HostShell::State::AtPrompt));
    EXPECT_FALSE(second.shells.last()->written.contains("reboot"));
}

TEST_F(HostShellTest, whatTheHostAsksBeforeTheShellStartsIsShownAndCanBeAnswered)
{
    m_transport.greeting = "Token: ";
    m_shell.start(m_transport);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_shell.screen().lineText(0).startsWith(u"Token: "); }, 5000));
    m_shell.type("1234\r");
    EXPECT_EQ(channel().written, "1234\r");
    for (const char byte : QByteArray("\r\n\033]133;hp-ready;start\007"))
        channel().print(QByteArray(1, byte));
    ASSERT_TRUE(reaches(HostShell::State::AtPrompt));
    EXPECT_EQ(m_transport.nonce().size(), 32);
    EXPECT_FALSE(m_shell.screen().visibleLines().join(u' ').contains(u"hp-ready"));
}

TEST_F(HostShellTest, aHostThatPrintsWithoutEndBeforeTheShellStartsIsShownAtOnceAndTakesNoMemory)
{
    m_transport.greeting = "\033]133;hp-ready;";
    m_shell.start(m_transport);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_transport.shells.isEmpty() && !channel().hasPending(); }, 5000));
    for (int i = 0; i < 200; ++i)
        channel().print(QByteArray(64 * 1024, 'x'));
    channel().print("\a\r\nthe end\r\n");
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_shell.screen().visibleLines().contains(QStringLiteral("the end")); }, 5000));
    channel().print("\033]133;hp-ready;start\007");
    EXPECT_TRUE(reaches(HostShell::State::AtPrompt));
}

TEST_F(HostShellTest, aCommandIsSentWholeAndItsEndIsKnown)
{
    m_transport.replies["for i in 1 2\ndo echo $i\ndone"] = {.output = "1\r\n2\r\n", .status = 0};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("for i in 1 2\ndo echo $i\ndone")));
    EXPECT_EQ(m_shell.state(), HostShell::State::Busy);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 1; }, 5000));
    EXPECT_EQ(m_ends[0].exit, 0);
    EXPECT_EQ(m_ends[0].output, QStringLiteral("1\n2\n"));
    EXPECT_EQ(m_transport.commands, QList<QByteArray>{"for i in 1 2\ndo echo $i\ndone"});
}

TEST_F(HostShellTest, whatComesWhileItIsHeldIsReadWhenItGoesOn)
{
    m_transport.replies["job"] = {.output = "many lines\r\n"};
    start();
    m_shell.hold();
    ASSERT_TRUE(m_shell.send(QStringLiteral("job")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return channel().hasPending(); }, 5000));
    EXPECT_TRUE(m_ends.isEmpty());
    m_shell.goOn();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 1; }, 5000));
    EXPECT_EQ(m_ends[0].output, QStringLiteral("many lines\n"));
}

TEST_F(HostShellTest, aMarkWithoutTheNonceEndsNothing)
{
    m_transport.replies["job"] = {.output = "\033]133;D;0\007\033]133;A\007$ \033]133;B\007\033]133;D;0;hp=guess\007",
                                  .silent = true};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("job")));
    QTest::qWait(50);
    EXPECT_TRUE(m_ends.isEmpty());
    EXPECT_EQ(m_shell.state(), HostShell::State::Busy);
    m_transport.endCommand(4);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 1; }, 5000));
    EXPECT_EQ(m_ends[0].exit, 4);
}

TEST_F(HostShellTest, howACommandEndedStandsAtItsPromptAndNoOutputCanForgeIt)
{
    using State = terminal::CommandOutcome::State;
    m_transport.replies["job"] = {.output = "\033]133;D;0\007\r\n\033]133;A\007$ \033]133;D;0;hp=guess\007",
                                  .silent = true};
    start();
    terminal::Screen &screen = m_shell.screen();
    const qint64 prompt = screen.markedAtOrBefore(screen.lines() - 1, terminal::LineMark::Prompt);
    EXPECT_FALSE(screen.outcome(prompt));
    QList<session::PaneMarker> told;
    QObject::connect(&m_shell, &HostShell::marked, &m_shell, [&told](const session::PaneMarker &marker) { told.append(marker); });
    ASSERT_TRUE(m_shell.send(QStringLiteral("job")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return screen.outcome(prompt).has_value(); }, 5000));
    QTest::qWait(50);
    EXPECT_EQ(screen.outcome(prompt)->state, State::Running);
    const qint64 forged = screen.markedAtOrBefore(screen.lines() - 1, terminal::LineMark::Prompt);
    EXPECT_GT(forged, prompt);
    m_transport.endCommand(4);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 1; }, 5000));
    EXPECT_EQ(screen.outcome(prompt)->state, State::Ended);
    EXPECT_EQ(screen.outcome(prompt)->exit, 4);
    EXPECT_GE(screen.outcome(prompt)->ms, 50);
    EXPECT_FALSE(screen.outcome(forged));
    EXPECT_EQ(m_shell.lastOutcome(), screen.outcome(prompt));
    ASSERT_EQ(told.size(), 3) << "for the recording: it runs, it ended, the next prompt";
    EXPECT_EQ(told[0].outcome->state, State::Running);
    EXPECT_EQ(told[1].outcome, screen.outcome(prompt));
    EXPECT_FALSE(told[2].outcome);
}

TEST_F(HostShellTest, whatALostLinkLeftBehindIsNotKnown)
{
    m_transport.replies["job"] = {.silent = true};
    start();
    terminal::Screen &screen = m_shell.screen();
    const qint64 prompt = screen.markedAtOrBefore(screen.lines() - 1, terminal::LineMark::Prompt);
    ASSERT_TRUE(m_shell.send(QStringLiteral("job")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return screen.outcome(prompt).has_value(); }, 5000));
    m_transport.lose(QStringLiteral("cable"));
    ASSERT_TRUE(reaches(HostShell::State::Lost));
    EXPECT_EQ(screen.outcome(prompt)->state, terminal::CommandOutcome::State::Unknown);
}

TEST_F(HostShellTest, aPromptRedrawnByTheLineEditorIsNotTheEnd)
{
    m_transport.replies["job"] = {.output = "\033]133;B;hp=REPLACED\007", .silent = true};
    start();
    m_transport.replies["job"].output.replace("REPLACED", m_transport.nonce());
    ASSERT_TRUE(m_shell.send(QStringLiteral("job")));
    QTest::qWait(50);
    EXPECT_TRUE(m_ends.isEmpty());
}

TEST_F(HostShellTest, aCommandThatTheShellDoesNotBeginEndsWithAnUnknownOutcomeAndWhatTheShellSaid)
{
    m_transport.replies["echo a | | cat"] = {.output = "bash: syntax error\r\n", .status = 2, .unparsed = true};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("echo a | | cat")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 1; }, 10000));
    EXPECT_TRUE(m_ends[0].outcomeUnknown);
    EXPECT_TRUE(m_ends[0].notBegun);
    EXPECT_FALSE(m_ends[0].exit);
    EXPECT_EQ(m_ends[0].output, QStringLiteral("echo a | | cat\nbash: syntax error\n"));
    EXPECT_EQ(m_shell.state(), HostShell::State::AtPrompt);
    EXPECT_TRUE(m_shell.canSend(QStringLiteral("ls")));
}

TEST_F(HostShellTest, whatIsTypedAfterACommandThatDidNotBeginIsNotItsEnd)
{
    m_transport.replies["# nothing"] = {.unparsed = true};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("# nothing")));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return m_shell.screen().visibleLines().join(u'\n').count(QStringLiteral("$ ")) == 2; }, 5000));
    m_shell.type("true\r");
    ASSERT_EQ(m_ends.size(), 1);
    channel().print("true\r\n\033]133;C;hp=" + m_transport.nonce() + '\007');
    m_transport.endCommand(0);
    ASSERT_TRUE(reaches(HostShell::State::AtPrompt));
    ASSERT_EQ(m_ends.size(), 1);
    EXPECT_TRUE(m_ends[0].outcomeUnknown);
    EXPECT_FALSE(m_ends[0].exit);
}

TEST_F(HostShellTest, ofACommandThatDidNotBeginBeforeTheLinkWasLostThatIsSaid)
{
    m_transport.replies["# nothing"] = {.unparsed = true};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("# nothing")));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return m_shell.screen().visibleLines().join(u'\n').count(QStringLiteral("$ ")) == 2; }, 5000));
    m_transport.lose(QStringLiteral("cable"));
    ASSERT_TRUE(reaches(HostShell::State::Lost));
    ASSERT_EQ(m_ends.size(), 1);
    EXPECT_TRUE(m_ends[0].notBegun);
}

TEST_F(HostShellTest, aPromptThatStillComesFromBeforeTheCommandIsNotItsEnd)
{
    m_transport.replies["job"] = {.output = "^C\r\n", .status = 130, .unparsed = true};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("job")));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return m_shell.screen().visibleLines().join(u'\n').count(QStringLiteral("$ ")) == 2; }, 5000));
    EXPECT_TRUE(m_ends.isEmpty());
    channel().print("job\r\n\033]133;C;hp=" + m_transport.nonce() + "\007done\r\n");
    m_transport.endCommand(4);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 1; }, 5000));
    EXPECT_EQ(m_ends[0].exit, 4);
    EXPECT_EQ(m_ends[0].output, QStringLiteral("done\n"));
}

TEST_F(HostShellTest, aLostLinkMakesTheOutcomeUnknownOnce)
{
    m_transport.replies["job"] = {.silent = true};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("job")));
    m_transport.lose(QStringLiteral("cable"));
    ASSERT_TRUE(reaches(HostShell::State::Lost));
    QTest::qWait(20);
    ASSERT_EQ(m_ends.size(), 1);
    EXPECT_TRUE(m_ends[0].outcomeUnknown);
    EXPECT_FALSE(m_ends[0].exit);
}

TEST_F(HostShellTest, unfinishedInputOfTheOperatorIsNeverSentAlong)
{
    start();
    m_shell.type("rm -rf ");
    channel().print("rm -rf ");
    const auto sent = m_shell.send(QStringLiteral("ls"));
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().kind, ErrorKind::Busy);
    EXPECT_TRUE(m_transport.commands.isEmpty());
}

TEST_F(HostShellTest, whatWasTypedAndIsNotShownYetIsNeverSentAlong)
{
    start();
    m_shell.type("rm -rf ");
    const auto sent = m_shell.send(QStringLiteral("ls"));
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().kind, ErrorKind::Busy);
    EXPECT_TRUE(sent.error().detail.contains(QStringLiteral("has not shown yet"))) << sent.error().detail.toStdString();
    channel().print("rm -rf ");
    EXPECT_FALSE(m_shell.canSend(QStringLiteral("ls"))) << "now it is seen";
    QSignalSpy changes(&m_shell, &HostShell::stateChanged);
    m_shell.type("\x03");
    channel().print("^C\r\n");
    m_transport.endCommand(130);
    EXPECT_TRUE(m_shell.canSend(QStringLiteral("ls")));
    EXPECT_FALSE(changes.isEmpty()) << "who shows what can be sent has to look again";
    EXPECT_TRUE(m_transport.commands.isEmpty());
}

TEST_F(HostShellTest, whatWasTypedAheadWhileACommandRanIsNeverSentAlong)
{
    startJob();
    m_shell.type("rm -rf ");
    channel().print("rm -rf ");
    m_transport.endCommand(0);
    ASSERT_TRUE(reaches(HostShell::State::AtPrompt));
    EXPECT_FALSE(m_shell.canSend(QStringLiteral("ls"))) << "the line editor may be about to show it";
    channel().print("rm -rf ");
    EXPECT_FALSE(m_shell.canSend(QStringLiteral("ls"))) << "it has shown it";
    QTest::qWait(2000);
    EXPECT_FALSE(m_shell.canSend(QStringLiteral("ls"))) << "it is still there";
}

TEST_F(HostShellTest, whatACommandHasReadKeepsTheNextOneBackForAMomentOnly)
{
    startJob();
    m_shell.type("the password\r");
    channel().print("\r\nthank you\r\n");
    m_transport.endCommand(0);
    ASSERT_TRUE(reaches(HostShell::State::AtPrompt));
    const auto sent = m_shell.canSend(QStringLiteral("ls"));
    ASSERT_FALSE(sent);
    EXPECT_TRUE(sent.error().detail.contains(QStringLiteral("wait a moment"))) << sent.error().detail.toStdString();
    EXPECT_TRUE(m_shell.isSettling());
    QSignalSpy changes(&m_shell, &HostShell::stateChanged);
    ASSERT_TRUE(changes.wait(5000)) << "who waits has to look again";
    EXPECT_TRUE(m_shell.canSend(QStringLiteral("ls")));
    m_shell.type("ls\r");
    channel().print("ls\r\n\033]133;C;hp=" + m_transport.nonce() + '\007');
    m_transport.endCommand(0);
    EXPECT_TRUE(m_shell.canSend(QStringLiteral("ls"))) << "that line was read by the prompt before";
}

TEST_F(HostShellTest, whatIsTypedForACommandWhosePromptIsOnItsWayIsNeverSentAlong)
{
    startJob();
    m_shell.type("y");
    m_transport.endCommand(0);
    ASSERT_TRUE(reaches(HostShell::State::AtPrompt));
    EXPECT_FALSE(m_shell.canSend(QStringLiteral("ls"))) << "the prompt is no answer to it";
}

TEST_F(HostShellTest, ctrlCBringsAPromptAtWhichNothingIsLeft)
{
    startJob();
    m_shell.type("rm -rf ");
    m_shell.type("\x03");
    channel().print("^C\r\n");
    m_transport.endCommand(130);
    ASSERT_TRUE(reaches(HostShell::State::AtPrompt));
    EXPECT_TRUE(m_shell.canSend(QStringLiteral("ls")));
}

TEST_F(HostShellTest, aPromptThatMayHaveBeenOnItsWayBeforeCtrlCIsNotTakenForItsOwn)
{
    startJob();
    m_shell.type("\x03");
    m_transport.endCommand(0);
    ASSERT_TRUE(reaches(HostShell::State::AtPrompt));
    EXPECT_FALSE(m_shell.canSend(QStringLiteral("ls"))) << "a line editor would lose its beginning";
    m_transport.endCommand(130);
    EXPECT_FALSE(m_shell.canSend(QStringLiteral("ls"))) << "and nobody can tell which one it was";
    EXPECT_TRUE(QTest::qWaitFor([&] { return bool(m_shell.canSend(QStringLiteral("ls"))); }, 5000));
}

TEST_F(HostShellTest, withoutALineEditorWhatWasTypedAheadNeedsCtrlCBecauseItIsNeverShownAgain)
{
    m_transport.greeting = "\033]133;hp-ready;none\007";
    start();
    channel().print("\033[?2004l");
    ASSERT_TRUE(m_shell.send(QStringLiteral("job")));
    m_shell.type("echo HELLO ");
    channel().print("job\r\necho HELLO ");
    m_transport.endCommand(0);
    ASSERT_TRUE(reaches(HostShell::State::AtPrompt));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !m_shell.isSettling(); }, 5000));
    const auto sent = m_shell.canSend(QStringLiteral("ls"));
    ASSERT_FALSE(sent);
    EXPECT_TRUE(sent.error().detail.contains(QStringLiteral("Ctrl+C"))) << sent.error().detail.toStdString();
    m_shell.type("\x03");
    channel().print("^C\r\n");
    m_transport.endCommand(130);
    EXPECT_TRUE(m_shell.canSend(QStringLiteral("ls")));
}

TEST_F(HostShellTest, withoutALineEditorACommandThatWasOnlyInterruptedLeavesNothing)
{
    m_transport.greeting = "\033]133;hp-ready;none\007";
    start();
    channel().print("\033[?2004l");
    ASSERT_TRUE(m_shell.send(QStringLiteral("ping host")));
    m_shell.interrupt();
    channel().print("^C\r\nstatistics\r\n");
    m_transport.endCommand(0);
    ASSERT_TRUE(reaches(HostShell::State::AtPrompt));
    EXPECT_FALSE(m_shell.canSend(QStringLiteral("ls"))) << "that prompt may have been on its way before";
    EXPECT_TRUE(QTest::qWaitFor([&] { return bool(m_shell.canSend(QStringLiteral("ls"))); }, 5000));
}

TEST_F(HostShellTest, aCommandThatIsSentAsSoonAsThePromptIsToldIsNotTakenForTheOneBeforeIt)
{
    m_transport.replies["job"] = {.silent = true};
    QString next = QStringLiteral("job");
    QObject::connect(&m_shell, &HostShell::stateChanged, &m_shell, [&] {
        if (m_shell.state() == HostShell::State::AtPrompt && !next.isEmpty()) {
            EXPECT_TRUE(m_shell.send(std::exchange(next, {})));
        }
    });
    m_shell.start(m_transport);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_transport.commands.size() == 1; }, 5000));
    QTest::qWait(50);
    EXPECT_TRUE(m_ends.isEmpty()) << "it runs";
    next = QStringLiteral("true");
    m_transport.endCommand(4);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 2; }, 5000));
    EXPECT_EQ(m_ends[0].exit, 4);
    EXPECT_EQ(m_ends[1].exit, 0);
}

TEST_F(HostShellTest, aCommandThatIsSentWhenAnotherHasNotBegunIsNotTakenForThatOne)
{
    m_transport.replies["# nothing"] = {.unparsed = true};
    m_transport.replies["job"] = {.silent = true};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("# nothing")));
    QString next = QStringLiteral("job");
    QObject::connect(&m_shell, &HostShell::stateChanged, &m_shell, [&] {
        if (m_shell.state() == HostShell::State::AtPrompt && !next.isEmpty()) {
            EXPECT_TRUE(m_shell.send(std::exchange(next, {})));
        }
    });
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_transport.commands.size() == 2; }, 10000));
    QTest::qWait(50);
    ASSERT_EQ(m_ends.size(), 1);
    EXPECT_TRUE(m_ends[0].notBegun);
    m_transport.endCommand(4);
    ASSERT_EQ(m_ends.size(), 2);
    EXPECT_EQ(m_ends[1].exit, 4);
}

TEST_F(HostShellTest, nothingIsSentBetweenACommandThatDidNotBeginAndWhatIsTypedAfterIt)
{
    m_transport.replies["# nothing"] = {.unparsed = true};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("# nothing")));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return m_shell.screen().visibleLines().join(u'\n').count(QStringLiteral("$ ")) == 2; }, 5000));
    QList<bool> possible;
    QObject::connect(&m_shell, &HostShell::stateChanged, &m_shell,
                     [&] { possible.append(bool(m_shell.canSend(QStringLiteral("ls")))); });
    m_shell.type("true");
    EXPECT_EQ(possible, QList<bool>{false});
    EXPECT_TRUE(channel().written.endsWith("true"));
}

TEST_F(HostShellTest, whatAServerSendsAsErrorsIsShownAndHoldsNothingUp)
{
    start();
    channel().printError("a word of the server\r\n");
    EXPECT_TRUE(m_shell.screen().visibleLines().join(u'\n').contains(u"a word of the server"));
    EXPECT_FALSE(channel().hasPending());
    channel().printError("the last one\r\n");
    channel().end({.status = 0});
    EXPECT_EQ(m_shell.state(), HostShell::State::Lost);
}

TEST_F(HostShellTest, aPersonMayTakeTheirTimeToAnswerWhatTheHostAsks)
{
    m_transport.greeting = "Token: ";
    m_shell.limitStart(std::chrono::milliseconds(50));
    QSignalSpy failures(&m_shell, &HostShell::failed);
    m_shell.start(m_transport);
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_shell.screen().visibleLines().join(u' ').contains(u"marks"); }, 5000));
    EXPECT_TRUE(failures.isEmpty());
    m_shell.limitStart(std::chrono::seconds(10));
    m_shell.type("1234\r");
    channel().print("\r\n\033]133;hp-ready;start\007");
    EXPECT_TRUE(reaches(HostShell::State::AtPrompt));
}

TEST_F(HostShellTest, aHostThatSaysNothingAtAllIsAFailure)
{
    m_transport.greeting.clear();
    m_shell.limitStart(std::chrono::milliseconds(50));
    QSignalSpy failures(&m_shell, &HostShell::failed);
    m_shell.start(m_transport);
    EXPECT_TRUE(failures.wait(5000));
}

TEST_F(HostShellTest, controlCharactersAreRefusedBeforeAnythingIsSent)
{
    start();
    for (const QString &text : {QStringLiteral("echo \x1b[201~"), QStringLiteral("echo \x03"), QStringLiteral("a\rb")}) {
        const auto sent = m_shell.send(text);
        ASSERT_FALSE(sent);
        EXPECT_EQ(sent.error().kind, ErrorKind::Invalid);
    }
    EXPECT_TRUE(m_transport.commands.isEmpty());
}

/// What a program leaves that is killed: the alternate screen, mouse and key reports, no cursor.
constexpr char leftovers[] = "\033[?1049h\033[?1003h\033[?1006h\033[?1004h\033[>31u\033[>4;2m\033[?25l\033[3;7r\033[31mwreck";

TEST_F(HostShellTest, whatAKilledProgramLeftBehindIsUndoneWhenItsCommandEnded)
{
    m_transport.replies["vim"] = {.output = QByteArray("before\r\n") + leftovers, .status = 137};
    QByteArray shown;
    QObject::connect(&m_shell, &HostShell::output, &m_shell, [&](const QByteArray &bytes) { shown += bytes; });
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("vim")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 1; }, 5000));
    EXPECT_EQ(m_ends[0].exit, 137);
    const terminal::Modes &modes = m_shell.screen().modes();
    EXPECT_FALSE(m_shell.screen().alternateScreen());
    EXPECT_EQ(modes.mouse, terminal::MouseTracking::Off);
    EXPECT_EQ(modes.mouseCoding, terminal::MouseCoding::Bytes);
    EXPECT_EQ(modes.keyFlags, 0);
    EXPECT_EQ(modes.otherKeys, 0);
    EXPECT_FALSE(modes.focusReporting);
    EXPECT_TRUE(modes.cursorVisible);
    EXPECT_TRUE(m_shell.screen().printsPlainly());
    EXPECT_TRUE(m_shell.screen().visibleLines().join(u'\n').contains(u"before"));
    EXPECT_FALSE(m_shell.screen().visibleLines().join(u'\n').contains(u"wreck"));
    EXPECT_TRUE(m_shell.canSend(QStringLiteral("ls")));
    // The recording holds what brings another screen to the same state.
    terminal::Screen again(80, 24);
    again.feed(shown);
    EXPECT_EQ(again.visibleLines(), m_shell.screen().visibleLines());
    EXPECT_EQ(again.modes().mouse, terminal::MouseTracking::Off);
}

TEST_F(HostShellTest, aMarkThatSomebodyElsePrintsUndoesNothing)
{
    m_transport.replies["mc"] = {.output = "\033[?1049h\033]133;D;0\007\033]133;D;0;hp=guess\007panels", .silent = true};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("mc")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_shell.screen().visibleLines().join(u'\n').contains(u"panels"); }, 5000));
    EXPECT_TRUE(m_shell.screen().alternateScreen());
}

TEST_F(HostShellTest, aPersonCanResetTheTerminalWhereNoMarkComes)
{
    m_transport.replies["ssh other"] = {.output = leftovers, .silent = true};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("ssh other")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_shell.screen().alternateScreen(); }, 5000));
    m_shell.resetTerminal();
    EXPECT_FALSE(m_shell.screen().alternateScreen());
    EXPECT_EQ(m_shell.screen().modes().keyFlags, 0);
    EXPECT_EQ(m_shell.state(), HostShell::State::Busy);
}

TEST_F(HostShellTest, aPasswordPromptIsRecognised)
{
    m_transport.replies["sudo id"] = {.output = "[sudo] password for ops: ", .silent = true};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("sudo id")));
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_shell.asksForSecret(); }, 5000));
}

TEST_F(HostShellTest, aSecretNeverReachesTheScreen)
{
    ASSERT_TRUE(m_redactor.addSecret("hunter2secret"));
    m_transport.replies["cat key"] = {.output = "key=hunter2secret\r\n"};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("cat key")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 1; }, 5000));
    const QString screen = m_shell.screen().visibleLines().join(u'\n');
    EXPECT_TRUE(screen.contains(u"key=[redacted]"));
    EXPECT_FALSE(screen.contains(u"hunter2"));
    EXPECT_FALSE(m_ends[0].output.contains(u"hunter2"));
}

TEST_F(HostShellTest, aSecretWithColoursInItIsOnNoRecord)
{
    ASSERT_TRUE(m_redactor.addSecret("hunter2-pass"));
    QByteArray recorded;
    QObject::connect(&m_shell, &HostShell::output, &m_shell, [&](const QByteArray &bytes) { recorded += bytes; });
    m_transport.replies["grep -pa key"] = {.output = "hunter2\033[01;31m-pa\033[mss\r\n"};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("grep -pa key")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 1; }, 5000));
    EXPECT_EQ(m_ends[0].output, QStringLiteral("[redacted]\n"));
    EXPECT_FALSE(recorded.contains("hunter2"));
}

TEST_F(HostShellTest, aSecretThatOnlyTheTextShowsIsMaskedInTheText)
{
    ASSERT_TRUE(m_redactor.addSecret("hunter2-pass"));
    m_transport.replies["type"] = {.output = "hunXX\b\bter2-pass and hunter2-pasX\bs\r\n"};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("type")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 1; }, 5000));
    EXPECT_EQ(m_ends[0].output, QStringLiteral("[redacted] and [redacted]\n"));
}

TEST_F(HostShellTest, aSecretThatComesInTwoPartsIsOnNoRecordThoughTheScreenDidNotWait)
{
    ASSERT_TRUE(m_redactor.addSecret("hunter2-pass"));
    QByteArray recorded;
    QByteArray printed;
    QObject::connect(&m_shell, &HostShell::output, &m_shell, [&](const QByteArray &bytes) { recorded += bytes; });
    QObject::connect(&m_shell, &HostShell::commandPrinted, &m_shell, [&](const QByteArray &bytes) { printed += bytes; });
    m_transport.replies["say"] = {.output = "say hunter2", .silent = true};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("say")));
    const auto shows = [&](QStringView text) { return m_shell.screen().visibleLines().join(u'\n').contains(text); };
    ASSERT_TRUE(QTest::qWaitFor([&] { return shows(u"say hunter2"); }, 5000));
    channel().print("-pass ok\r\n");
    m_transport.endCommand(0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 1; }, 5000));
    EXPECT_EQ(m_ends[0].output, QStringLiteral("say [redacted] ok\n"));
    EXPECT_EQ(printed, "say [redacted] ok\r\n");
    EXPECT_TRUE(recorded.contains("say [redacted] ok"));
    EXPECT_FALSE(recorded.contains("hunter2"));
    EXPECT_TRUE(shows(u"say hunter2[redacted] ok"));
}

TEST_F(HostShellTest, whatWasShownAheadIsRecordedOnceAndInItsPlace)
{
    ASSERT_TRUE(m_redactor.addSecret("hunter2-pass"));
    QByteArray recorded;
    QObject::connect(&m_shell, &HostShell::output, &m_shell, [&](const QByteArray &bytes) { recorded += bytes; });
    m_transport.replies["ask"] = {.output = "who is hunt\033[6n", .silent = true};
    start();
    ASSERT_TRUE(m_shell.send(QStringLiteral("ask")));
    // A program that asks its terminal something is answered, whatever stands before.
    ASSERT_TRUE(QTest::qWaitFor([&] { return channel().written.endsWith('R'); }, 5000));
    channel().print("ing?\r\n");
    m_transport.endCommand(0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 1; }, 5000));
    EXPECT_EQ(m_ends[0].output, QStringLiteral("who is hunting?\n"));
    terminal::Screen again(80, 24);
    again.feed(recorded);
    EXPECT_EQ(again.visibleLines(), m_shell.screen().visibleLines());
}

TEST_F(HostShellTest, afterTheLinkCameBackTheSamePaneGoesOnWithItsHistory)
{
    start();
    m_transport.lose(QStringLiteral("cable"));
    ASSERT_TRUE(reaches(HostShell::State::Lost));
    FakeTransport second;
    m_shell.start(second);
    ASSERT_TRUE(reaches(HostShell::State::AtPrompt));
    EXPECT_EQ(m_shell.screen().visibleLines().join(u' ').count(QStringLiteral("Welcome")), 2);
    EXPECT_TRUE(m_shell.send(QStringLiteral("true")));
}

} // namespace
