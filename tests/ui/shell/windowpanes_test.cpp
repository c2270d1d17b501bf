// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/support/sftpserver.h>
#include <tests/support/textfile.h>
#include <tests/ui/windowfixture.h>
#include <ui/common/commandpalette.h>
#include <ui/files/panefiles.h>
#include <ui/panes/detachedpane.h>
#include <ui/panes/panearea.h>
#include <ui/panes/panegroup.h>
#include <ui/shell/terminalpage.h>
#include <ui/terminal/terminalfont.h>
#include <ui/terminal/terminalview.h>
#include <ui/wizard/runpage.h>
#include <ui/wizard/terminalpane.h>

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>

using namespace holdpoint;
using namespace holdpoint::ui;
using holdpoint::testing::child;
using holdpoint::testing::FakeChannel;
using holdpoint::testing::press;
using holdpoint::testing::put;
using holdpoint::testing::serveFiles;
using holdpoint::testing::waitFor;
using session::HostShell;
using session::Phase;

namespace {

constexpr char twoHosts[] = R"md(# Two hosts

**Steps**:
1. **Look**
   ```bash {host=web1}
   uptime
   ```
   ```bash {host=db}
   df -h
   ```
)md";

const QString web1 = QStringLiteral("web1");
const QString db = QStringLiteral("db");

/// Many terminals in the window: of a run on two hosts, and outside any.
class WindowPanesTest : public holdpoint::testing::WindowFixture
{
protected:
    ~WindowPanesTest() override { m_window.reset(); } // it tells its layout while it goes
    [[nodiscard]] bool waitUntil(const std::function<bool()> &condition) const
    {
        return QTest::qWaitFor(condition, 10000);
    }
    void trigger(const char *action) const { child<QAction>(*m_window, action)->trigger(); }
    void openWindow()
    {
        auto made = services();
        made.paneLayout = [this](const QString &runbook) { return m_layouts.value(runbook); };
        made.recentHosts = {QStringLiteral("ops@10.0.0.9")};
        open(std::move(made));
        QObject::connect(
            m_window.get(), &MainWindow::paneLayoutChanged, m_window.get(),
            [this](const QString &runbook, const QByteArray &layout) { m_layouts.insert(runbook, layout); });
        QObject::connect(m_window.get(), &MainWindow::recentHostsChanged, m_window.get(),
                         [this](const QStringList &hosts) { m_recent = hosts; });
        m_window->resize(1280, 800);
        m_window->activateWindow();
    }
    void beginRun()
    {
        const auto document = runbooks::parseDocument(twoHosts, QStringLiteral("/books/two.md"));
        ASSERT_TRUE(document);
        m_window->startRun({.document = *document,
                            .runbookId = document->runbooks.first().id,
                            .hosts = {{web1, {.user = QStringLiteral("ops"), .host = QStringLiteral("10.0.0.1")}},
                                      {db, {.user = QStringLiteral("ops"), .host = QStringLiteral("10.0.0.2")}}},
                            .operatorName = QStringLiteral("ada@noc.example")});
        ASSERT_TRUE(m_window->run());
        ASSERT_TRUE(waitUntil([this] { return m_window->run()->state().phase == Phase::Idle; }));
    }
    void broadcastToBoth()
    {
        trigger("broadcast");
        auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("broadcastDialog"));
        ASSERT_NE(dialog, nullptr);
        child<QCheckBox>(*dialog, "broadcast_web1")->setChecked(true);
        child<QCheckBox>(*dialog, "broadcast_db")->setChecked(true);
        press(*dialog, "broadcastStart");
    }
    void startTwoHosts()
    {
        openWindow();
        beginRun();
        ASSERT_TRUE(isAtPrompt(web1) && isAtPrompt(db));
    }
    [[nodiscard]] bool isAtPrompt(const QString &pane) const
    {
        return waitUntil([&] {
            const HostShell *shell = m_window->run()->shell(pane);
            return shell && shell->state() == HostShell::State::AtPrompt;
        });
    }
    [[nodiscard]] PaneArea &runArea() const { return *m_window->findChild<RunPage *>()->area(); }
    [[nodiscard]] PaneArea &outsideArea() const { return *m_window->findChild<TerminalPage *>()->area(); }
    [[nodiscard]] static TerminalPane *paneOf(const PaneArea &area, const QString &name)
    {
        for (TerminalPane *pane : area.panes()) {
            if (pane->name() == name)
                return pane;
        }
        ADD_FAILURE() << "no pane " << name.toStdString();
        return nullptr;
    }
    [[nodiscard]] static QStringList seenIn(const PaneArea &area)
    {
        QStringList names;
        for (const TerminalPane *pane : area.panes()) {
            if (pane->isVisible())
                names += pane->name();
        }
        names.sort();
        return names;
    }
    [[nodiscard]] QStringList entryTypes()
    {
        QStringList types;
        const auto entries = waitFor(m_ledger->entries({}, ledger::Ledger::Attachments::Skip));
        for (const ledger::Entry &entry : *entries)
            types += entry.type;
        return types;
    }
    /// Two terminals outside any run, side by side as tabs.
    void openTwoTerminals()
    {
        openWindow();
        m_window->openTerminal({.host = QStringLiteral("one")}, {});
        m_window->openTerminal({.host = QStringLiteral("two")}, {});
        ASSERT_TRUE(waitUntil([this] {
            return std::ranges::all_of(outsideArea().panes(), [](const TerminalPane *pane) {
                return pane->shell() && pane->shell()->state() == HostShell::State::AtPrompt;
            });
        }));
    }

    /// Makes hosts whose file service takes the beginning of a file and then hears nothing more.
    void stallCopies()
    {
        m_transports.onSubsystem = [this](FakeChannel &channel) {
            serveFiles(channel, m_there.path());
            channel.onWrite = [toServer = channel.onWrite, written = 0](const QByteArray &bytes) mutable {
                if (written < 300'000)
                    toServer(bytes);
                written += int(bytes.size());
            };
        };
    }
    /// Sends a large file from this pane; it is on its way at the end.
    void beginCopy(TerminalPane &pane)
    {
        const QString path = m_here.filePath(QStringLiteral("backup.img"));
        put(path, QByteArray(2'000'000, 'x'));
        emit pane.findChild<PaneFiles *>()->copyWanted(
            {.direction = files::Direction::Put, .localPath = path, .remotePath = QStringLiteral("~/backup.img")});
        ASSERT_TRUE(waitUntil([this] { return arrived() > 0; }));
    }
    /// How much of it lies on the host under a hidden name.
    [[nodiscard]] qint64 arrived() const
    {
        const auto parts = QDir(m_there.path()).entryInfoList({QStringLiteral(".backup.img.*")}, QDir::Files | QDir::Hidden);
        return parts.isEmpty() ? 0 : parts.first().size();
    }

    QMap<QString, QByteArray> m_layouts;
    QStringList m_recent;
    QTemporaryDir m_here;
    QTemporaryDir m_there;
};

TEST_F(WindowPanesTest, aChosenFontIsThatOfAllTerminalsAndIsKept)
{
    startTwoHosts();
    QSignalSpy kept(m_window.get(), &MainWindow::fontChosen);
    trigger("terminalFont");
    auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("fontDialog"));
    ASSERT_NE(dialog, nullptr);
    auto *list = child<QListWidget>(*dialog, "fontList");
    EXPECT_EQ(list->currentRow(), 0) << "as the desktop says";
    const QString family = TerminalFont::families().last();
    list->setCurrentRow(list->count() - 1);
    EXPECT_EQ(child<QLabel>(*dialog, "fontExample")->font().family(), family);
    press(*dialog, "fontUse");
    ASSERT_EQ(kept.count(), 1);
    EXPECT_EQ(kept[0][0].toString(), family);
    for (const TerminalPane *pane : runArea().panes())
        EXPECT_EQ(pane->view()->inputMethodQuery(Qt::ImFont).value<QFont>().family(), family);
    TerminalFont::setUsualFamily({});
    m_window->sayFontIsMissing(QStringLiteral("No Such Mono"));
    EXPECT_TRUE(child<QLabel>(*m_window, "messageText")->text().contains(QStringLiteral("No Such Mono")));
}

TEST_F(WindowPanesTest, aTerminalThatIsGivenAllKeysGivesThemBackByTheSameKey)
{
    startTwoHosts();
    TerminalPane *pane = paneOf(runArea(), web1);
    runArea().focusPane(pane);
    const QKeySequence keys(allKeysKey);
    EXPECT_EQ(m_window->findChild<QAction *>(QStringLiteral("allKeys"))->shortcut(), keys);
    trigger("allKeys");
    EXPECT_EQ(pane->view()->keyPolicy(), KeyPolicy::AllToHost);
    QTest::keyClick(pane->view(), Qt::Key_F11);
    EXPECT_FALSE(m_window->isFullScreen());
    QTest::keyClick(pane->view(), Qt::Key_F11, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(pane->view()->keyPolicy(), KeyPolicy::Shared);
}

TEST_F(WindowPanesTest, twoHostsOfARunAreSeenSideBySideByOneKeyAndAreTabsAgainByAnother)
{
    startTwoHosts();
    EXPECT_EQ(seenIn(runArea()).size(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(seenIn(runArea()), (QStringList{db, web1}));
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(seenIn(runArea()).size(), 1);
    EXPECT_EQ(runArea().panes().size(), 2);
}

TEST_F(WindowPanesTest, theKeysOfTheWindowWorkWhileATerminalHasTheFocus)
{
    startTwoHosts();
    runArea().focusPane(paneOf(runArea(), web1));
    auto *view = paneOf(runArea(), web1)->view();
    QTest::keyClick(view, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(seenIn(runArea()).size(), 2);
    QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(seenIn(runArea()), QStringList{web1});
    EXPECT_FALSE(child(*m_window, "stageList")->isVisible()) << "the whole page is the terminal's";
    QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(child(*m_window, "stageList")->isVisible());
}

TEST_F(WindowPanesTest, arrowsGoFromPaneToPaneAndThenOutOfTheTerminals)
{
    startTwoHosts();
    runArea().bringForward(paneOf(runArea(), db));
    trigger("splitRight");
    QTest::qWait(1);
    EXPECT_EQ(runArea().currentPane()->name(), db);
    trigger("focusLeft");
    EXPECT_EQ(runArea().currentPane()->name(), web1);
    EXPECT_TRUE(runArea().isAncestorOf(QApplication::focusWidget()));
    trigger("focusLeft");
    EXPECT_FALSE(runArea().isAncestorOf(QApplication::focusWidget())) << "the way out of the terminal";
}

TEST_F(WindowPanesTest, theTerminalInWhichACommandRunsComesToTheFrontUnlessSomebodyTypesInAnother)
{
    startTwoHosts();
    child(*m_window, "stageList")->setFocus();
    m_window->run()->runCommand(QStringLiteral("1.2"));
    EXPECT_TRUE(waitUntil([this] { return seenIn(runArea()) == QStringList{db}; }));
    ASSERT_TRUE(waitUntil([this] { return m_window->run()->state().phase == Phase::Idle && !m_window->run()->isBusy(); }));
    runArea().focusPane(paneOf(runArea(), db));
    m_window->run()->runCommand(QStringLiteral("1.1"));
    ASSERT_TRUE(waitUntil([this] {
        return m_window->run()->state().stages.first().command(QStringLiteral("1.1"))->status
               == session::CommandStatus::Succeeded;
    }));
    EXPECT_EQ(seenIn(runArea()), QStringList{db});
}

TEST_F(WindowPanesTest, aDecisionIsSeenAlsoWhileATerminalIsMaximised)
{
    m_transports.replies["uptime"] = {.status = 2};
    startTwoHosts();
    trigger("maximisePane");
    ASSERT_FALSE(child(*m_window, "stageList")->isVisible());
    m_window->run()->runCommand(QStringLiteral("1.1"));
    ASSERT_TRUE(waitUntil([this] { return m_window->run()->state().phase == Phase::Deciding; }));
    EXPECT_TRUE(waitUntil([this] { return child(*m_window, "decisionBar")->isVisible(); }));
}

TEST_F(WindowPanesTest, theArrangementOfARunbooksTerminalsIsRememberedAndThereAgainWhenTheRunIsResumed)
{
    startTwoHosts();
    trigger("splitDown");
    const QByteArray id = m_window->run()->state().id;
    m_window.reset();
    EXPECT_EQ(m_layouts.size(), 1);
    openWindow();
    m_window->resumeRun(id);
    ASSERT_TRUE(waitUntil([this] { return m_window->run() != nullptr; }));
    EXPECT_EQ(seenIn(runArea()), (QStringList{db, web1}));
    EXPECT_EQ(runArea().layoutOf().orientation, Qt::Vertical);
}

TEST_F(WindowPanesTest, aNewShellOnAHostIsNamedSoAndSaidToBeOutsideTheSteps)
{
    startTwoHosts();
    runArea().focusPane(paneOf(runArea(), web1));
    trigger("newShell");
    const QString second = QStringLiteral("web1 (2)");
    ASSERT_TRUE(isAtPrompt(second));
    TerminalPane *pane = paneOf(runArea(), second);
    ASSERT_TRUE(waitUntil([&] { return pane->stateWord() == QStringLiteral("Connected"); }));
    EXPECT_TRUE(child<QLabel>(*pane, "paneRemark")->text().contains(QStringLiteral("Outside the steps")));
    EXPECT_EQ(m_transports.made.size(), 2) << "one connection for each host";
    EXPECT_EQ(holdpoint::testing::smallTargets(*m_window), QStringList());
    EXPECT_EQ(holdpoint::testing::namelessWidgets(*m_window), QStringList());
    trigger("closePane");
    EXPECT_EQ(runArea().panes().size(), 2);
    EXPECT_EQ(m_window->run()->shell(second), nullptr);
}

TEST_F(WindowPanesTest, splittingTheOnlyPaneOfAHostOpensAnotherShellBesideIt)
{
    startTwoHosts();
    trigger("splitRight");
    trigger("splitRight"); // alone in its part now
    EXPECT_EQ(runArea().panes().size(), 3);
    EXPECT_EQ(seenIn(runArea()).size(), 3);
}

TEST_F(WindowPanesTest, theLastTerminalIsClosedWhileTmuxStartsItsShellAndTheConnectionWaitsToEndThat)
{
    m_transports.execsHang = true;
    openWindow();
    session::HostAddress address{.host = QStringLiteral("one")};
    address.kept = true;
    m_window->openTerminal(address, {});
    ASSERT_TRUE(waitUntil([&] { return !m_transports.made.last()->execs.isEmpty(); }));
    const QPointer<holdpoint::testing::FakeTransport> transport = m_transports.made.last();
    trigger("closePane");
    ASSERT_TRUE(waitUntil([this] { return m_window->findChild<TerminalPage *>() == nullptr; }));
    ASSERT_FALSE(transport.isNull());
    transport->execs.last()->end({.status = 0});
    EXPECT_TRUE(waitUntil([&] { return transport.isNull(); })) << "and no longer";
}

TEST_F(WindowPanesTest, theCommandOfATerminalComesBehindWhatWasTypedFirst)
{
    openWindow();
    m_window->openTerminal({.host = QStringLiteral("one")}, QStringLiteral("uptime"));
    HostShell *shell = paneOf(outsideArea(), QStringLiteral("one"))->shell();
    QObject::connect(shell, &HostShell::stateChanged, shell, [shell] {
        if (shell->state() == HostShell::State::Starting)
            shell->type("ls");
    });
    ASSERT_TRUE(waitUntil([&] { return shell->state() == HostShell::State::AtPrompt; }));
    holdpoint::testing::FakeTransport &transport = *m_transports.made.last();
    FakeChannel &channel = *transport.shells.last();
    ASSERT_TRUE(channel.written.endsWith("ls"));
    channel.print("ls");
    EXPECT_TRUE(transport.commands.isEmpty());
    shell->type("\r");
    channel.print("\r\n\033]133;C;hp=" + transport.nonce() + '\007');
    transport.endCommand(0);
    EXPECT_TRUE(waitUntil([&] { return transport.commands == QList<QByteArray>{"uptime"}; }));
}

TEST_F(WindowPanesTest, closingATerminalInWhichACommandRunsAsksFirst)
{
    m_transports.replies["sleep 100"] = {.silent = true};
    openTwoTerminals();
    TerminalPane *two = paneOf(outsideArea(), QStringLiteral("two"));
    ASSERT_TRUE(two->shell()->send(QStringLiteral("sleep 100")));
    trigger("closePane");
    EXPECT_EQ(outsideArea().panes().size(), 2);
    auto *question = two->findChild<QMessageBox *>(QStringLiteral("closePaneQuestion"));
    ASSERT_NE(question, nullptr);
    press(*question, "closePaneConfirm");
    EXPECT_TRUE(waitUntil([this] { return outsideArea().panes().size() == 1; }));
    trigger("closePane"); // nothing runs in the other
    EXPECT_EQ(m_window->findChild<QMessageBox *>(QStringLiteral("closePaneQuestion")), nullptr);
    EXPECT_TRUE(waitUntil([this] { return m_window->findChild<TerminalPage *>() == nullptr; }));
    EXPECT_TRUE(child(*m_window, "libraryPage")->isVisible());
}

TEST_F(WindowPanesTest, leavingTheProgramAsksWhileACommandRunsInATerminal)
{
    m_transports.replies["sleep 100"] = {.silent = true};
    openTwoTerminals();
    ASSERT_TRUE(paneOf(outsideArea(), QStringLiteral("one"))->shell()->send(QStringLiteral("sleep 100")));
    m_window->close();
    EXPECT_TRUE(m_window->isVisible());
    press(*child<QMessageBox>(*m_window, "leaveQuestion"), "leaveAnyway");
    EXPECT_FALSE(m_window->isVisible());
}

TEST_F(WindowPanesTest, closingTheLastTerminalOfAConnectionAsksWhileACopyIsOnItsWay)
{
    stallCopies();
    openTwoTerminals();
    TerminalPane *two = paneOf(outsideArea(), QStringLiteral("two"));
    outsideArea().focusPane(two);
    beginCopy(*two);
    trigger("closePane");
    EXPECT_EQ(outsideArea().panes().size(), 2);
    auto *question = child<QMessageBox>(*two, "closePaneQuestion");
    EXPECT_TRUE(question->text().contains(QStringLiteral("backup.img"))) << qPrintable(question->text());
    EXPECT_TRUE(question->text().contains(QStringLiteral("kept"))) << qPrintable(question->text());
    EXPECT_EQ(holdpoint::testing::clippedTexts(*question), QStringList());
    press(*question, "closePaneConfirm");
    ASSERT_TRUE(waitUntil([this] { return outsideArea().panes().size() == 1; }));
    EXPECT_GT(arrived(), 0) << "the words say that it is kept";
}

TEST_F(WindowPanesTest, aCopyGoesOnWhileAnotherTerminalIsOnItsConnection)
{
    stallCopies();
    openWindow();
    m_window->openTerminal({.host = QStringLiteral("one")}, {});
    ASSERT_TRUE(waitUntil([this] { return paneOf(outsideArea(), QStringLiteral("one"))->isVisible(); }));
    ASSERT_TRUE(waitUntil([this] {
        const HostShell *shell = paneOf(outsideArea(), QStringLiteral("one"))->shell();
        return shell && shell->state() == HostShell::State::AtPrompt;
    }));
    trigger("newShell");
    TerminalPane *second = paneOf(outsideArea(), QStringLiteral("one (2)"));
    ASSERT_NE(second, nullptr);
    beginCopy(*second);
    ASSERT_TRUE(waitUntil([&] { return second->shell()->state() == HostShell::State::AtPrompt; }));
    outsideArea().focusPane(second);
    trigger("closePane");
    EXPECT_TRUE(waitUntil([this] { return outsideArea().panes().size() == 1; })) << "nothing ends with it";
    EXPECT_TRUE(paneOf(outsideArea(), QStringLiteral("one"))->findChild<QWidget *>(QStringLiteral("copyRow_copy.1")));
}

TEST_F(WindowPanesTest, leavingTheProgramNamesTheCopiesThatEndOutsideAnyRunAndInOne)
{
    stallCopies();
    openTwoTerminals();
    beginCopy(*paneOf(outsideArea(), QStringLiteral("one")));
    m_window->close();
    EXPECT_TRUE(m_window->isVisible());
    auto *question = child<QMessageBox>(*m_window, "leaveQuestion");
    EXPECT_FALSE(question->text().contains(QStringLiteral("command"))) << qPrintable(question->text());
    EXPECT_TRUE(question->text().contains(QStringLiteral("backup.img"))) << qPrintable(question->text());
    EXPECT_TRUE(question->text().contains(QStringLiteral("kept"))) << qPrintable(question->text());
    delete question;
    beginRun();
    ASSERT_TRUE(isAtPrompt(web1));
    m_window->run()->copyFile(web1, {.direction = files::Direction::Put,
                                     .localPath = m_here.filePath(QStringLiteral("backup.img")),
                                     .remotePath = QStringLiteral("~/of-the-run.img")});
    ASSERT_TRUE(waitUntil([this] { return !m_window->run()->state().copies.isEmpty(); }));
    m_window->close();
    question = child<QMessageBox>(*m_window, "leaveQuestion");
    EXPECT_TRUE(question->text().contains(QStringLiteral("The run is not over"))) << qPrintable(question->text());
    EXPECT_EQ(question->text().count(QStringLiteral("backup.img")), 2) << qPrintable(question->text());
    press(*question, "leaveAnyway");
    EXPECT_FALSE(m_window->isVisible());
}

TEST_F(WindowPanesTest, aTerminalOutsideARunSplitsIntoAnotherShellOnTheSameConnection)
{
    openTwoTerminals();
    trigger("splitRight"); // two | one
    trigger("splitDown");
    EXPECT_EQ(outsideArea().panes().size(), 3);
    EXPECT_EQ(seenIn(outsideArea()).size(), 3);
    EXPECT_EQ(m_transports.made.size(), 2);
    EXPECT_EQ(paneOf(outsideArea(), QStringLiteral("two (2)"))->address(), QStringLiteral("two"));
}

TEST_F(WindowPanesTest, theCommandOfTheCallIsTypedOnceWhenTheShellIsReady)
{
    openWindow();
    m_window->openTerminal({.host = QStringLiteral("one")}, QStringLiteral("uptime"));
    ASSERT_TRUE(waitUntil([this] { return m_transports.made.last()->commands.size() == 1; }));
    EXPECT_EQ(m_transports.made.last()->commands, QList<QByteArray>{"uptime"});
    m_transports.made.last()->lose(QStringLiteral("cable out"));
    press(*m_window, "connect_one");
    const TerminalPane *pane = paneOf(outsideArea(), QStringLiteral("one"));
    ASSERT_TRUE(waitUntil([&] { return pane->shell()->state() == HostShell::State::AtPrompt; }));
    EXPECT_TRUE(m_transports.made.last()->commands.isEmpty()) << "not again after a lost connection";
}

TEST_F(WindowPanesTest, thePracticeHostIsReachedByItsName)
{
    openWindow();
    m_window->openTerminal({.host = practiceHost().host}, {});
    ASSERT_FALSE(m_transports.addresses.isEmpty());
    EXPECT_TRUE(m_transports.addresses.last().practice);
}

TEST_F(WindowPanesTest, quickConnectOffersAliasesHostsOfTheRunAndRecentOnesAndTakesAnyOther)
{
    startTwoHosts();
    trigger("openTerminal");
    auto *dialog = m_window->findChild<CommandPalette *>(QStringLiteral("quickConnect"));
    ASSERT_NE(dialog, nullptr);
    auto *list = child<QListWidget>(*dialog, "paletteList");
    QString all;
    for (int row = 0; row < list->count(); ++row)
        all += list->item(row)->text() + u'\n';
    for (const char *host : {"web1 (ops@10.0.0.1", "ops@10.0.0.9", "web-01", "db-07"})
        EXPECT_TRUE(all.contains(QLatin1String(host))) << host << " in " << all.toStdString();
    auto *pattern = child<QLineEdit>(*dialog, "palettePattern");
    QTest::keyClicks(pattern, QStringLiteral("ada@new.example:2200"));
    QTest::keyClick(pattern, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return m_transports.addresses.last().host == QStringLiteral("new.example"); }));
    EXPECT_EQ(m_transports.addresses.last().port, 2200);
    ASSERT_TRUE(waitUntil([this] { return !m_recent.isEmpty(); }));
    EXPECT_EQ(m_recent, (QStringList{QStringLiteral("ada@new.example:2200"), QStringLiteral("ops@10.0.0.9")}));
}

TEST_F(WindowPanesTest, quickConnectNarrowsAsOneTypesAndEnterConnects)
{
    openWindow();
    trigger("openTerminal");
    auto *dialog = child<CommandPalette>(*m_window, "quickConnect");
    auto *pattern = child<QLineEdit>(*dialog, "palettePattern");
    QTest::keyClicks(pattern, QStringLiteral("db"));
    QTest::keyClick(pattern, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return !m_transports.addresses.isEmpty(); }));
    EXPECT_EQ(m_transports.addresses.last().host, QStringLiteral("db-07"));
}

TEST_F(WindowPanesTest, aDetachedTerminalKeepsItsKeysAndItsPracticeWordsAndClosingItEndsNothing)
{
    startTwoHosts();
    TerminalPane *pane = paneOf(runArea(), web1);
    runArea().focusPane(pane);
    trigger("detachPane");
    auto *window = qobject_cast<DetachedPane *>(pane->window());
    ASSERT_NE(window, nullptr);
    EXPECT_EQ(window->windowTitle(), QStringLiteral("web1 (PRACTICE) - Holdpoint"));
    EXPECT_TRUE(child(*window, "practiceBanner")->isVisible());
    EXPECT_EQ(holdpoint::testing::namelessWidgets(*window), QStringList());
    EXPECT_EQ(holdpoint::testing::clippedTexts(*window), QStringList());
    ASSERT_TRUE(waitUntil([window] { return window->isActiveWindow(); }));
    QTest::keyClick(pane->view(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(child(*window, "findBar")->isVisible());
    window->close();
    EXPECT_TRUE(runArea().isAncestorOf(pane));
    EXPECT_EQ(pane->shell()->state(), HostShell::State::AtPrompt);
    EXPECT_FALSE(m_transports.made.first()->shells.first()->written.contains("exit"));
}

TEST_F(WindowPanesTest, closingTheWindowClosesTheDetachedOnes)
{
    openTwoTerminals();
    const QPointer<TerminalPane> pane = outsideArea().currentPane();
    trigger("detachPane");
    const QPointer<QWidget> window = pane->window();
    ASSERT_TRUE(window->isVisible());
    ASSERT_TRUE(waitUntil([&] { return window->isActiveWindow(); }));
    m_window->close();
    EXPECT_FALSE(m_window->isVisible());
    EXPECT_TRUE(waitUntil([&] { return !window || !window->isVisible(); }));
}

TEST_F(WindowPanesTest, aBroadcastOfARunStandsInItsLedgerAndOneKeyEndsIt)
{
    startTwoHosts();
    broadcastToBoth();
    TerminalPane *pane = paneOf(runArea(), web1);
    ASSERT_TRUE(waitUntil([&] { return pane->title().startsWith(QStringLiteral("BROADCAST")); }));
    EXPECT_TRUE(entryTypes().contains(QStringLiteral("broadcast-started")));
    trigger("splitRight");
    m_window->resize(1024, 700);
    QTest::qWait(1);
    EXPECT_EQ(holdpoint::testing::clippedTexts(*m_window), QStringList());
    EXPECT_EQ(holdpoint::testing::smallTargets(*m_window), QStringList());
    EXPECT_EQ(m_window->size(), QSize(1024, 700)) << "the content does not fit";
    QTest::keyClicks(pane->view(), QStringLiteral("w"));
    EXPECT_TRUE(m_transports.made[0]->shells.first()->written.endsWith("w"));
    EXPECT_TRUE(m_transports.made[1]->shells.first()->written.endsWith("w"));
    m_window->activateWindow();
    ASSERT_TRUE(waitUntil([this] { return m_window->isActiveWindow(); }));
    QTest::keyClick(pane->view(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_FALSE(pane->title().startsWith(QStringLiteral("BROADCAST")));
    EXPECT_TRUE(waitUntil([this] { return entryTypes().contains(QStringLiteral("broadcast-ended")); }));
    EXPECT_TRUE(message().contains(QStringLiteral("broadcast has ended")));
}

TEST_F(WindowPanesTest, aSecretThatIsAskedForEndsTheBroadcastUnlessSomebodyWantsIt)
{
    m_transports.replies["sudo id"] = {.output = "[sudo] password for ops: ", .silent = true};
    startTwoHosts();
    broadcastToBoth();
    TerminalPane *pane = paneOf(runArea(), db);
    ASSERT_TRUE(waitUntil([&] { return pane->title().startsWith(QStringLiteral("BROADCAST")); }));
    ASSERT_TRUE(pane->shell()->send(QStringLiteral("sudo id")));
    ASSERT_TRUE(
        waitUntil([this] { return m_window->findChild<QMessageBox *>(QStringLiteral("broadcastSecretQuestion")); }));
    press(*child<QMessageBox>(*m_window, "broadcastSecretQuestion"), "broadcastSecretEnd");
    EXPECT_TRUE(waitUntil([&] { return !pane->title().startsWith(QStringLiteral("BROADCAST")); }));
}

TEST_F(WindowPanesTest, aRunThatNeverConnectedCanBeEndedWhenTheWindowIsClosed)
{
    m_transports.refusal = Error{ErrorKind::AuthDenied, QStringLiteral("no key was accepted")};
    openWindow();
    beginRun();
    ASSERT_TRUE(waitUntil([this] { return !message().isEmpty(); }));
    m_window->close();
    EXPECT_TRUE(m_window->isVisible());
    press(*child<QMessageBox>(*m_window, "leaveQuestion"), "leaveEndRun");
    ASSERT_TRUE(waitUntil([this] { return !m_window->isVisible(); }));
    EXPECT_TRUE(m_window->run()->state().isOver());
    EXPECT_TRUE(m_window->run()->state().stopReason.startsWith(QStringLiteral("never connected")));
}

TEST_F(WindowPanesTest, aRunThatNeverConnectedAndWasLeftIsOfferedToBeResumedOrEnded)
{
    m_transports.refusal = Error{ErrorKind::AuthDenied, QStringLiteral("no key was accepted")};
    openWindow();
    beginRun();
    ASSERT_TRUE(waitUntil([this] { return !message().isEmpty(); }));
    const QString id = m_window->run()->state().idText();
    m_window.reset();
    openWindow();
    const auto buttonOf = [&](const char *what) {
        return m_window->findChild<QPushButton *>(QLatin1String(what) + id);
    };
    ASSERT_TRUE(waitUntil([&] { return buttonOf("resume_") && buttonOf("end_") && buttonOf("end_")->isVisible(); }));
    press(*m_window, qPrintable(QStringLiteral("end_") + id));
    EXPECT_TRUE(waitUntil([&] { return !buttonOf("end_"); }));
    EXPECT_TRUE(entryTypes().contains(QStringLiteral("run-finished")));
}

TEST_F(WindowPanesTest, aRunInWhichSomethingWasDoneIsNotOfferedToBeEnded)
{
    startTwoHosts();
    const QString id = m_window->run()->state().idText();
    m_window.reset();
    openWindow();
    ASSERT_TRUE(waitUntil([&] { return m_window->findChild<QPushButton *>(QStringLiteral("resume_") + id); }));
    EXPECT_EQ(m_window->findChild<QPushButton *>(QStringLiteral("end_") + id), nullptr);
}

} // namespace
