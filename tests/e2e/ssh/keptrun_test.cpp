// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/sshfixture.h>

#include <models/session/runsession.h>
#include <runbooks/binding.h>
#include <runbooks/parser.h>
#include <tests/support/templedger.h>

#include <csignal>

namespace holdpoint::testing {

using session::HostShell;
using session::RunSession;

/// A run whose host's shells live in a real tmux, behind a real OpenSSH server whose connections are killed.
class KeptRunTest : public SshTest
{
protected:
    KeptRunTest()
        : m_server("SetEnv TMUX_TMPDIR=" + m_sockets.path().toUtf8() + " HOME=/nonexistent SHELL=/bin/bash\n")
    {
    }
    void SetUp() override
    {
        m_factory = std::make_unique<ssh::SshTransportFactory>(optionsFor(m_server), m_prompter);
        auto document =
            runbooks::parseDocument("# Look\n\n**Steps**:\n1. **Look**\n   ```bash\n   echo looked\n   ```\n",
                                    QStringLiteral("/books/look.md"));
        ASSERT_TRUE(document);
        const runbooks::Runbook &book = document->runbooks.first();
        session::HostAddress address = addressOf(m_server);
        address.kept = true;
        auto run = RunSession::create({.document = *document,
                                       .runbookId = book.id,
                                       .values = {},
                                       .hosts = {{book.hostRoles.first(), address}},
                                       .operatorName = QStringLiteral("ada@noc"),
                                       .policy = policyOf(*document, book)},
                                      services());
        ASSERT_TRUE(run) << run.error().detail.toStdString();
        m_run = std::move(*run);
        watch();
        m_run->begin();
        ASSERT_TRUE(holds([&] { return m_run->state().phase == session::Phase::Idle; }));
        connectHost();
        ASSERT_EQ(m_run->addShell(role()), second());
        ASSERT_TRUE(reaches(second(), HostShell::State::AtPrompt)) << screenText(second()).toStdString();
    }
    void TearDown() override
    {
        m_run.reset();
        endTmux();
    }

    static escalation::Policy policyOf(const runbooks::Document &document, const runbooks::Runbook &book)
    {
        return escalation::policyFor(document, book, {});
    }
    RunSession::Services services() { return {m_ledger.get(), m_ledger.clock(), *m_factory, {}}; }
    void watch()
    {
        QObject::connect(m_run.get(), &RunSession::refused, m_run.get(),
                         [this](const Error &error) { m_refusals.append(error); });
    }
    /// The console is gone, and another one takes the run up.
    void resume()
    {
        const QByteArray id = m_run->state().id;
        m_run.reset();
        auto resumed = waitFor(RunSession::resume(id, QStringLiteral("bob@noc"), services(), policyOf));
        ASSERT_TRUE(resumed) << resumed.error().detail.toStdString();
        m_run = *resumed;
        watch();
    }
    void connectHost()
    {
        m_run->connectHost(role());
        ASSERT_TRUE(reaches(role(), HostShell::State::AtPrompt)) << screenText(role()).toStdString();
    }
    bool cut()
    {
        m_server.signalSessions(SIGKILL);
        return reaches(role(), HostShell::State::Lost) && reaches(second(), HostShell::State::Lost);
    }
    static bool holds(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, patience); }
    bool reaches(const QString &name, HostShell::State state)
    {
        return holds([&] { return m_run->shell(name) && m_run->shell(name)->state() == state; });
    }
    bool shows(const QString &name, const QString &text)
    {
        return holds([&] { return screenText(name).contains(text); });
    }
    QString screenText(const QString &name)
    {
        QStringList lines;
        if (HostShell *shell = m_run->shell(name)) {
            for (qint64 line = 0; line < shell->screen().lines(); ++line)
                lines += shell->screen().lineText(line);
        }
        return lines.join(u'\n');
    }
    QString role() const { return m_run->roles().first(); }
    QString second() const { return role() + QStringLiteral(" (2)"); }
    bool tmux(const QStringList &arguments, QByteArray *output = nullptr)
    {
        return runProgram(QStringLiteral("env"),
                          QStringList{QStringLiteral("TMUX_TMPDIR=") + m_sockets.path(), QStringLiteral("tmux"),
                                      QStringLiteral("-L"), QStringLiteral("holdpoint")}
                              + arguments,
                          output);
    }
    /// As when the host goes down. One that is asked to end may wait for its clients for ever, and takes those with it that
    /// come meanwhile.
    bool endTmux()
    {
        QByteArray pid;
        if (!tmux({QStringLiteral("display-message"), QStringLiteral("-p"), QStringLiteral("#{pid}")}, &pid))
            return false;
        const QString process = QStringLiteral("/proc/%1/exe").arg(QString::fromLatin1(pid.trimmed()));
        return ::kill(pid.trimmed().toInt(), SIGKILL) == 0
               && QTest::qWaitFor([&] { return !QFile::exists(process); }, patience);
    }
    qsizetype sessions()
    {
        QByteArray listed;
        return tmux({QStringLiteral("list-sessions")}, &listed) ? listed.count('\n') : 0;
    }
    bool hasSessions(qsizetype count)
    {
        return holds([&] { return sessions() == count; });
    }
    /// In the second shell: something that goes on until it may end.
    void typeLongCommand()
    {
        const QString go = m_server.path(QStringLiteral("go"));
        m_run->shell(second())->type(
            QStringLiteral(
                "place=kept; echo be''gun; while ! [ -e %1 ]; do sleep 0.1; done; echo went' 'on; touch %1.over\r")
                .arg(go)
                .toUtf8());
        ASSERT_TRUE(shows(second(), QStringLiteral("\nbegun")));
    }
    void letItEnd()
    {
        write(m_server.path(QStringLiteral("go")), "");
        ASSERT_TRUE(holds([&] { return QFile::exists(m_server.path(QStringLiteral("go.over"))); }));
    }
    QList<QJsonObject> bodiesOf(const char *type)
    {
        QList<QJsonObject> bodies;
        const auto entries = waitFor(m_ledger->entries(m_run->state().id, ledger::Ledger::Attachments::Skip));
        for (const ledger::Entry &entry : *entries) {
            if (entry.type == QLatin1String(type))
                bodies += entry.body;
        }
        return bodies;
    }
    bool isLastSaid(const char *type, const char *key)
    {
        return holds([&] {
            const QList<QJsonObject> bodies = bodiesOf(type);
            return !bodies.isEmpty() && bodies.last()[QLatin1String(key)].toBool();
        });
    }
    void expectTheSameShell()
    {
        m_run->shell(second())->type("echo still:$place\r");
        EXPECT_TRUE(shows(second(), QStringLiteral("\nstill:kept"))) << screenText(second()).toStdString();
    }

    QTemporaryDir m_sockets;
    SshServer m_server;
    TempLedger m_ledger;
    std::shared_ptr<RunSession> m_run;
    QList<Error> m_refusals;
};

TEST_F(KeptRunTest, aFurtherShellLivesInASessionOfItsOwn)
{
    EXPECT_EQ(sessions(), 2);
    const QJsonObject opened = bodiesOf("shell-opened").first();
    EXPECT_TRUE(opened[QLatin1String("kept")].toBool());
    EXPECT_EQ(opened[QLatin1String("number")].toInt(), 2);
}

TEST_F(KeptRunTest, afterALostConnectionAFurtherShellIsFoundAgainByWhatBringsTheFirstOneBack)
{
    typeLongCommand();
    ASSERT_TRUE(cut());
    letItEnd();
    connectHost();
    ASSERT_TRUE(reaches(second(), HostShell::State::AtPrompt)) << screenText(second()).toStdString();
    EXPECT_EQ(screenText(second()).count(QStringLiteral("\nwent on")), 1) << screenText(second()).toStdString();
    EXPECT_EQ(screenText(second()).count(QStringLiteral("\nbegun")), 1) << screenText(second()).toStdString();
    expectTheSameShell();
    EXPECT_TRUE(isLastSaid("shell-opened", "found"));
    EXPECT_EQ(sessions(), 2);
}

TEST_F(KeptRunTest, anotherConsoleFindsTheFurtherShellsOfTheRunWithWhatRunsInThem)
{
    typeLongCommand();
    resume();
    EXPECT_EQ(m_run->furtherShells(role()), QStringList{second()}) << "it has a pane before it is connected";
    connectHost();
    ASSERT_TRUE(reaches(second(), HostShell::State::Busy)) << screenText(second()).toStdString();
    EXPECT_TRUE(shows(second(), QStringLiteral("\nbegun"))) << screenText(second()).toStdString();
    letItEnd();
    ASSERT_TRUE(shows(second(), QStringLiteral("\nwent on"))) << screenText(second()).toStdString();
    expectTheSameShell();
    EXPECT_TRUE(isLastSaid("shell-opened", "found"));
    EXPECT_EQ(m_run->addShell(role()), role() + QStringLiteral(" (3)"));
    EXPECT_TRUE(m_refusals.isEmpty());
}

TEST_F(KeptRunTest, aFurtherShellThatTmuxHasNoMoreIsSaidToBeGoneAndNoneIsStartedInItsPlace)
{
    ASSERT_TRUE(cut());
    ASSERT_TRUE(endTmux());
    connectHost();
    ASSERT_TRUE(isLastSaid("shell-closed", "gone")) << screenText(second()).toStdString();
    EXPECT_TRUE(screenText(second()).contains(QStringLiteral("does not have this shell any more")))
        << screenText(second()).toStdString();
    EXPECT_TRUE(screenText(role()).contains(QStringLiteral("this is a new one"))) << screenText(role()).toStdString();
    EXPECT_TRUE(reaches(second(), HostShell::State::Lost));
    EXPECT_EQ(sessions(), 1);
    EXPECT_TRUE(m_refusals.isEmpty()) << "nobody asked for anything that failed";
    m_run->reopenShell(second());
    ASSERT_TRUE(reaches(second(), HostShell::State::AtPrompt)) << screenText(second()).toStdString();
    EXPECT_EQ(sessions(), 2);
    ASSERT_TRUE(cut());
    connectHost();
    ASSERT_TRUE(reaches(second(), HostShell::State::AtPrompt)) << screenText(second()).toStdString();
    EXPECT_TRUE(isLastSaid("shell-opened", "found")) << "the one in its place is no leftover";
    EXPECT_EQ(sessions(), 2);
    resume();
    EXPECT_EQ(m_run->furtherShells(role()), QStringList{second()});
}

TEST_F(KeptRunTest, anotherConsoleIsToldThatItGetsANewShellInPlaceOfTheFirstOne)
{
    resume();
    connectHost();
    EXPECT_FALSE(screenText(role()).contains(QStringLiteral("this is a new one"))) << screenText(role()).toStdString();
    ASSERT_TRUE(endTmux());
    resume();
    connectHost();
    EXPECT_TRUE(screenText(role()).contains(QStringLiteral("this is a new one"))) << screenText(role()).toStdString();
}

TEST_F(KeptRunTest, whatIsGoneIsNotOfferedByTheNextConsole)
{
    ASSERT_TRUE(tmux({QStringLiteral("kill-session"), QStringLiteral("-t"),
                      QString::fromUtf8('=' + m_run->shell(second())->keptIn())}));
    resume();
    connectHost();
    ASSERT_TRUE(isLastSaid("shell-closed", "gone"));
    EXPECT_TRUE(shows(second(), QStringLiteral("does not have this shell any more")));
    resume();
    EXPECT_EQ(m_run->furtherShells(role()), QStringList());
}

TEST_F(KeptRunTest, closingAFurtherShellEndsWhatRunsInItAndLeavesTheFirstOneAlone)
{
    m_run->shell(second())->type("sleep 1000\r");
    ASSERT_TRUE(reaches(second(), HostShell::State::Busy));
    m_run->closeShell(second());
    EXPECT_TRUE(hasSessions(1));
    EXPECT_EQ(m_run->shell(role())->state(), HostShell::State::AtPrompt);
    resume();
    EXPECT_EQ(m_run->furtherShells(role()), QStringList());
}

TEST_F(KeptRunTest, oneThatHasEndedIsClosedAndNothingIsSaidToBeLeftBehind)
{
    m_run->shell(second())->type("exit\r");
    ASSERT_TRUE(reaches(second(), HostShell::State::Lost));
    m_run->closeShell(second());
    ASSERT_TRUE(holds([&] { return !bodiesOf("shell-closed").isEmpty(); }));
    EXPECT_FALSE(bodiesOf("shell-closed").first().contains(QLatin1String("left_behind")));
    EXPECT_EQ(sessions(), 1);
}

TEST_F(KeptRunTest, oneThatIsClosedBeforeItIsThereLeavesNothing)
{
    const QString third = m_run->addShell(role());
    ASSERT_TRUE(reaches(third, HostShell::State::Starting));
    m_run->closeShell(third);
    m_run->shell(role())->type("echo be'fore'\r");
    ASSERT_TRUE(shows(role(), QStringLiteral("\nbefore")));
    EXPECT_TRUE(hasSessions(2));
    QTest::qWait(500); // it might still come
    EXPECT_EQ(sessions(), 2);
}

TEST_F(KeptRunTest, oneThatIsClosedOutOfReachEndsWhenItsHostIsConnectedAgain)
{
    ASSERT_TRUE(cut());
    m_run->closeShell(second());
    ASSERT_TRUE(isLastSaid("shell-closed", "left_behind"));
    EXPECT_EQ(sessions(), 2);
    resume();
    EXPECT_EQ(m_run->furtherShells(role()), QStringList());
    connectHost();
    EXPECT_TRUE(hasSessions(1));
}

TEST_F(KeptRunTest, theEndOfTheRunLetsGoOfAllItsShells)
{
    m_run->shell(second())->type("sleep 1000\r");
    ASSERT_TRUE(reaches(second(), HostShell::State::Busy));
    resume();
    connectHost();
    ASSERT_TRUE(reaches(second(), HostShell::State::Busy));
    m_run->stop(QStringLiteral("enough"));
    ASSERT_TRUE(holds([&] { return m_run->state().isOver(); }));
    m_run.reset();
    EXPECT_TRUE(hasSessions(0));
}

} // namespace holdpoint::testing
