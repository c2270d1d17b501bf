// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/sshfixture.h>

#include <models/session/runsession.h>
#include <runbooks/binding.h>
#include <runbooks/parser.h>
#include <tests/support/templedger.h>
#include <tests/support/tmuxservers.h>

#include <algorithm>
#include <csignal>

namespace holdpoint::testing {

using session::HostShell;
using session::RunSession;

/// A run whose host's shells live in a real tmux, behind a real OpenSSH server whose connections are killed.
class KeptRunTest : public SshTest
{
protected:
    KeptRunTest()
        : m_server("SetEnv " + m_tmux.variable() + " HOME=/nonexistent SHELL=/bin/bash\n")
    {
    }
    void SetUp() override
    {
        begin("# Look\n\n**Steps**:\n1. **Look**\n   ```bash\n   echo looked\n   ```\n");
        connectHost();
        ASSERT_EQ(m_run->addShell(role()), second());
        ASSERT_TRUE(reaches(second(), HostShell::State::AtPrompt)) << screenText(second()).toStdString();
    }
    /// A run of this book, all of whose roles are the one host.
    void begin(const char *source)
    {
        m_factory = std::make_unique<ssh::SshTransportFactory>(optionsFor(m_server), m_prompter);
        auto document = runbooks::parseDocument(source, QStringLiteral("/books/look.md"));
        ASSERT_TRUE(document);
        const runbooks::Runbook &book = document->runbooks.first();
        session::HostAddress address = addressOf(m_server);
        address.kept = true;
        QMap<QString, session::HostAddress> hosts;
        for (const QString &role : book.hostRoles)
            hosts.insert(role, address);
        auto run = RunSession::create({.document = *document,
                                       .runbookId = book.id,
                                       .values = {},
                                       .hosts = hosts,
                                       .operatorName = QStringLiteral("ada@noc"),
                                       .policy = policyOf(*document, book)},
                                      services());
        ASSERT_TRUE(run) << run.error().detail.toStdString();
        m_run = std::move(*run);
        watch();
        m_run->begin();
        ASSERT_TRUE(holds([&] { return m_run->state().phase == session::Phase::Idle; }));
    }
    void TearDown() override
    {
        m_run.reset();
        m_tmux.end();
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
    /// That tmux keeps on the host.
    qsizetype shells() { return m_tmux.names().size(); }
    bool hasShells(qsizetype count)
    {
        return holds([&] { return shells() == count; });
    }
    QString keptAs(const QString &name) { return QString::fromUtf8(m_run->shell(name)->keptIn()); }
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

    TmuxServers m_tmux;
    SshServer m_server;
    TempLedger m_ledger;
    std::shared_ptr<RunSession> m_run;
    QList<Error> m_refusals;
};

TEST_F(KeptRunTest, aFurtherShellLivesInATmuxOfItsOwn)
{
    EXPECT_EQ(shells(), 2);
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
    EXPECT_EQ(shells(), 2);
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
    ASSERT_TRUE(m_tmux.end());
    connectHost();
    ASSERT_TRUE(isLastSaid("shell-closed", "gone")) << screenText(second()).toStdString();
    EXPECT_TRUE(screenText(second()).contains(QStringLiteral("does not have this shell any more")))
        << screenText(second()).toStdString();
    EXPECT_TRUE(screenText(role()).contains(QStringLiteral("this is a new one"))) << screenText(role()).toStdString();
    EXPECT_TRUE(reaches(second(), HostShell::State::Lost));
    EXPECT_EQ(shells(), 1);
    EXPECT_TRUE(m_refusals.isEmpty()) << "nobody asked for anything that failed";
    m_run->reopenShell(second());
    ASSERT_TRUE(reaches(second(), HostShell::State::AtPrompt)) << screenText(second()).toStdString();
    EXPECT_EQ(shells(), 2);
    ASSERT_TRUE(cut());
    connectHost();
    ASSERT_TRUE(reaches(second(), HostShell::State::AtPrompt)) << screenText(second()).toStdString();
    EXPECT_TRUE(isLastSaid("shell-opened", "found")) << "the one in its place is no leftover";
    EXPECT_EQ(shells(), 2);
    resume();
    EXPECT_EQ(m_run->furtherShells(role()), QStringList{second()});
}

TEST_F(KeptRunTest, anotherConsoleIsToldThatItGetsANewShellInPlaceOfTheFirstOne)
{
    resume();
    connectHost();
    EXPECT_FALSE(screenText(role()).contains(QStringLiteral("this is a new one"))) << screenText(role()).toStdString();
    ASSERT_TRUE(m_tmux.end());
    resume();
    connectHost();
    EXPECT_TRUE(screenText(role()).contains(QStringLiteral("this is a new one"))) << screenText(role()).toStdString();
}

TEST_F(KeptRunTest, whatIsGoneIsNotOfferedByTheNextConsole)
{
    ASSERT_TRUE(m_tmux.tell(keptAs(second()), {QStringLiteral("kill-session")}));
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
    EXPECT_TRUE(hasShells(1));
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
    EXPECT_EQ(shells(), 1);
}

TEST_F(KeptRunTest, oneThatIsClosedBeforeItIsThereLeavesNothing)
{
    const QString third = m_run->addShell(role());
    ASSERT_TRUE(reaches(third, HostShell::State::Starting));
    m_run->closeShell(third);
    m_run->shell(role())->type("echo be'fore'\r");
    ASSERT_TRUE(shows(role(), QStringLiteral("\nbefore")));
    EXPECT_TRUE(hasShells(2));
    QTest::qWait(500); // it might still come
    EXPECT_EQ(shells(), 2);
}

TEST_F(KeptRunTest, oneThatIsClosedOutOfReachEndsWhenItsHostIsConnectedAgain)
{
    ASSERT_TRUE(cut());
    m_run->closeShell(second());
    ASSERT_TRUE(isLastSaid("shell-closed", "left_behind"));
    EXPECT_EQ(shells(), 2);
    resume();
    EXPECT_EQ(m_run->furtherShells(role()), QStringList());
    connectHost();
    EXPECT_TRUE(hasShells(1));
}

TEST_F(KeptRunTest, oneThatIsClosedOverALinkThatIsDeadAndNotKnownToBeEndsWhenItsHostIsConnectedAgain)
{
    m_server.signalSessions(SIGSTOP);
    m_run->closeShell(second());
    ASSERT_TRUE(holds([&] { return !bodiesOf("shell-closed").isEmpty(); }));
    m_server.signalSessions(SIGKILL);
    ASSERT_TRUE(reaches(role(), HostShell::State::Lost));
    EXPECT_EQ(shells(), 2);
    connectHost();
    EXPECT_TRUE(hasShells(1));
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
    EXPECT_TRUE(hasShells(0));
}

/// Two roles of a run on one host.
class KeptRolesTest : public KeptRunTest
{
protected:
    void SetUp() override
    {
        begin("---\nhosts: [app, db]\n---\n# Look\n\n**Steps**:\n1. **Look**\n   ```bash {host=app}\n   echo looked\n   ```\n"
              "2. **Look**\n   ```bash {host=db}\n   echo looked\n   ```\n");
        ASSERT_EQ(m_run->roles(), (QStringList{QStringLiteral("app"), QStringLiteral("db")}));
    }
    bool allReach(const QStringList &names, HostShell::State state)
    {
        return std::ranges::all_of(names, [&](const QString &name) { return reaches(name, state); });
    }
};

TEST_F(KeptRolesTest, bothMayBeConnectedAtOnceAndShellsAddedWithoutHarmToAnyOther)
{
    constexpr int times = 12;
    QStringList names;
    for (int i = 0; i < times; ++i) {
        m_server.signalSessions(SIGKILL);
        ASSERT_TRUE(allReach(names, HostShell::State::Lost));
        for (const QString &role : m_run->roles())
            m_run->connectHost(role);
        ASSERT_TRUE(allReach(m_run->roles(), HostShell::State::AtPrompt));
        for (const QString &role : m_run->roles())
            names += m_run->addShell(role);
        ASSERT_TRUE(allReach(names, HostShell::State::AtPrompt));
        for (const QString &role : m_run->roles()) {
            ASSERT_FALSE(screenText(role).contains(QStringLiteral("this is a new one"))) << screenText(role).toStdString();
            names += role;
        }
    }
    EXPECT_TRUE(m_refusals.isEmpty());
}

TEST_F(KeptRolesTest, theEndOfOneShellLeavesTheOthersAlone)
{
    for (const QString &role : m_run->roles())
        m_run->connectHost(role);
    ASSERT_TRUE(allReach(m_run->roles(), HostShell::State::AtPrompt));
    const QString app = m_run->roles()[0];
    const QString db = m_run->roles()[1];
    const int server = m_tmux.processOf(keptAs(app));
    m_run->shell(db)->type("exit\r");
    ASSERT_TRUE(reaches(db, HostShell::State::Lost));
    ASSERT_TRUE(hasShells(1));
    EXPECT_TRUE(holds([&] { return m_tmux.sockets() == QStringList{keptAs(app)}; }));
    EXPECT_EQ(m_tmux.processOf(keptAs(app)), server);
    m_run->connectHost(db);
    ASSERT_TRUE(reaches(db, HostShell::State::AtPrompt));
    EXPECT_EQ(m_run->shell(app)->state(), HostShell::State::AtPrompt);
    EXPECT_EQ(m_tmux.processOf(keptAs(app)), server);
}

} // namespace holdpoint::testing
