// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/witnessfolder.h>
#include <tests/ui/windowfixture.h>
#include <ui/common/commandpalette.h>
#include <ui/common/fittedtext.h>
#include <ui/common/statusbadge.h>
#include <ui/report/exportdialog.h>
#include <ui/shell/trustdialog.h>
#include <ui/terminal/terminalview.h>
#include <ui/wizard/terminalpane.h>

#include <QAction>
#include <QCheckBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTableView>
#include <QTextStream>

using namespace holdpoint;
using namespace holdpoint::ui;
using holdpoint::testing::child;
using holdpoint::testing::press;
using session::Phase;

namespace {

const QString backup = QStringLiteral("6.1-system-backup.md");

class MainWindowTest : public holdpoint::testing::WindowFixture
{
protected:
    [[nodiscard]] bool waitUntil(const std::function<bool()> &condition) const
    {
        return QTest::qWaitFor(condition, 10000);
    }
    [[nodiscard]] QAction *action(const char *name) const { return child<QAction>(*m_window, name); }
    QString writeFile(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(QStringLiteral("own.md"));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path;
    }

    QTemporaryDir m_folder;
};

TEST_F(MainWindowTest, theLibraryIsShownFirstAndTheFirstRunbookCanBeRead)
{
    open();
    EXPECT_TRUE(child(*m_window, "libraryPage")->isVisible());
    EXPECT_TRUE(child(*m_window, "runbookPreview")->isVisible());
    EXPECT_TRUE(child(*m_window, "practiceBanner")->isVisible());
    EXPECT_TRUE(m_window->windowTitle().contains(QStringLiteral("PRACTICE")));
    EXPECT_FALSE(action("runStep")->isEnabled());
}

TEST_F(MainWindowTest, withoutThePracticeHostNothingSaysPractice)
{
    auto made = services();
    made.practiceHost.reset();
    open(std::move(made));
    EXPECT_EQ(m_window->findChild<QWidget *>(QStringLiteral("practiceBanner")), nullptr);
    EXPECT_FALSE(m_window->windowTitle().contains(QStringLiteral("PRACTICE")));
}

TEST_F(MainWindowTest, searchingNarrowsTheListAndKeepsAChoice)
{
    open();
    auto *list = child<QListView>(*m_window, "runbookList");
    const int all = list->model()->rowCount();
    child<QLineEdit>(*m_window, "librarySearch")->setText(QStringLiteral("certbot"));
    EXPECT_LT(list->model()->rowCount(), all);
    EXPECT_TRUE(list->currentIndex().isValid());
    child<QLineEdit>(*m_window, "librarySearch")->setText(QStringLiteral("no such thing at all"));
    EXPECT_EQ(list->model()->rowCount(), 0);
    EXPECT_FALSE(child<QPushButton>(*m_window, "startRunbookButton")->isEnabled());
}

TEST_F(MainWindowTest, aFileThatIsDroppedIsOpenedAndChosen)
{
    open();
    const QString path = writeFile("# Mine\n\n**Steps**:\n1. **Look**\n   ```bash\n   uptime\n   ```\n");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    EXPECT_TRUE(waitUntil([this] { return message().contains(QStringLiteral("own.md")); }));
    EXPECT_TRUE(
        child<QListView>(*m_window, "runbookList")->currentIndex().data().toString().contains(QStringLiteral("Mine")));
}

TEST_F(MainWindowTest, aNewFileIsTrustedOnceAndAChangedOneIsShownBeforeItsForm)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("book.md"));
    const auto write = [&](const QByteArray &command) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("# Book\n\n**Steps**:\n1. **Go**\n   ```bash\n   " + command + "\n   ```\n");
    };
    const auto openBook = [&] {
        m_window->openDocument(path);
        ASSERT_TRUE(QTest::qWaitFor([&] { return message().contains(u"book.md"); }, 5000));
        press(*m_window, "startRunbookButton");
    };
    const auto dialog = [this] { return m_window->findChild<ui::TrustDialog *>(); };
    open();
    write("echo one");
    openBook();
    ASSERT_TRUE(QTest::qWaitFor([&] { return dialog() != nullptr; }, 5000));
    EXPECT_FALSE(m_window->findChild<ui::StartPage *>());
    press(*dialog(), "trustButton");
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_window->findChild<ui::StartPage *>() != nullptr; }, 5000));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !dialog(); }, 5000));

    write("echo two");
    m_window->findChild<QLabel *>(QStringLiteral("messageText"))->clear();
    openBook();
    ASSERT_TRUE(QTest::qWaitFor([&] { return dialog() != nullptr; }, 5000));
    const auto *diff = dialog()->findChild<ui::FittedText *>();
    ASSERT_TRUE(diff);
    EXPECT_TRUE(diff->shownText().contains(u"-    echo one"));
    EXPECT_TRUE(diff->shownText().contains(u"+    echo two"));
    press(*dialog(), "trustLater");
    EXPECT_TRUE(QTest::qWaitFor([&] { return !dialog(); }, 5000));

    write("echo three"); // in an editor, while the window shows the version before
    press(*m_window, "startRunbookButton");
    ASSERT_TRUE(QTest::qWaitFor([&] { return dialog() != nullptr; }, 5000));
    EXPECT_TRUE(dialog()->findChild<ui::FittedText *>()->shownText().contains(u"+    echo three"));
}

TEST_F(MainWindowTest, findingsStandBesideTheRunbookAndLeadToTheirPlace)
{
    ui::WindowServices made = services();
    made.lint = [](const runbooks::Document &) {
        return QList<runbooks::Diagnostic>{{runbooks::Diagnostic::Level::Note, QStringLiteral("HP051"), QStringLiteral("no date"), {}, {1, 1}},
                                           {runbooks::Diagnostic::Level::Error, QStringLiteral("HP024"), QStringLiteral("no such option"),
                                            QStringLiteral("leave it out"), {9, 3}}};
    };
    open(std::move(made));
    m_window->addDocuments(runbooks::loadDocuments({libraryPath()}).documents);
    auto *list = m_window->findChild<QListWidget *>(QStringLiteral("findingsList"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return list->count() == 2; }, 5000));
    EXPECT_FALSE(list->isVisible());
    press(*m_window, "findingsButton");
    EXPECT_TRUE(list->isVisible());
    EXPECT_TRUE(list->item(0)->text().contains(u"HP024")); // what stops a run comes first
    list->setCurrentRow(0);
    const auto *source = m_window->findChild<QPlainTextEdit *>(QStringLiteral("sourceView"));
    EXPECT_EQ(source->textCursor().blockNumber(), 8);
}

TEST_F(MainWindowTest, aCommonCommandIsPutAtThePromptAndNotSent)
{
    auto common = runbooks::parseDocument("---\nkind: reference\n---\n# Common\n\n## Disks\n\n```bash\n# Space\ndf -h\n```\n",
                                          QStringLiteral("/books/common.md"));
    ASSERT_TRUE(common);
    open();
    m_window->addDocuments(services().library);
    m_window->addDocuments({*common});
    startRun(QStringLiteral("practice-broken-web.md"), QStringLiteral("practice.1"));
    m_window->findChild<QAction *>(QStringLiteral("palette"))->trigger();
    auto *palette = m_window->findChild<ui::CommandPalette *>();
    ASSERT_TRUE(palette);
    QTest::keyClicks(palette->findChild<QLineEdit *>(), QStringLiteral("Type: Space"));
    QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
    const auto &shell = *m_transports.made.last()->shells.last();
    EXPECT_TRUE(QTest::qWaitFor([&] { return shell.written.contains("df -h"); }, 5000)) << shell.written.toStdString();
    EXPECT_FALSE(shell.written.mid(shell.written.indexOf("df -h")).contains('\r'));
    EXPECT_FALSE(shell.written.mid(shell.written.indexOf("df -h")).contains('\n'));
}

TEST_F(MainWindowTest, aFileThatIsNoTextIsRefusedInWords)
{
    open();
    m_window->openDocument(writeFile(QByteArray("a\0b", 3)));
    EXPECT_TRUE(waitUntil([this] { return !message().isEmpty(); }));
    EXPECT_TRUE(child(*m_window, "messageBar")->isVisible());
    m_window->openDocument(m_folder.filePath(QStringLiteral("missing.md")));
    EXPECT_TRUE(waitUntil([this] { return message().contains(QStringLiteral("missing.md")); }));
}

TEST_F(MainWindowTest, aRunStartsOnThePracticeHostAndItsStepRunsByKey)
{
    open();
    startRun(backup, QStringLiteral("6.1"));
    EXPECT_TRUE(child(*m_window, "runPage")->isVisible());
    EXPECT_TRUE(m_transports.addresses.first().practice);
    EXPECT_EQ(m_window->run()->state().mode, session::Mode::Practice);
    workThroughStage();
    m_window->activateWindow();
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(waitUntil([this] { return m_window->run()->state().currentStage()->commandsDone(); }));
}

TEST_F(MainWindowTest, whileARunIsOpenNoOtherCanBeStarted)
{
    open();
    startRun(backup, QStringLiteral("6.1"));
    const auto *run = m_window->run();
    openForm(backup, QStringLiteral("6.1"));
    EXPECT_EQ(m_window->run(), run);
    EXPECT_TRUE(message().contains(QStringLiteral("A run is open")));
}

TEST_F(MainWindowTest, aRunThatWasLeftIsOfferedAgainAndResumesWhereItStopped)
{
    open();
    startRun(backup, QStringLiteral("6.1"));
    workThroughStage();
    const QByteArray id = m_window->run()->state().id;
    const QString text = m_window->run()->state().idText();
    m_window.reset();
    m_ledger.close();
    m_ledger.open();
    open();
    const QString resume = QStringLiteral("resume_%1").arg(text);
    ASSERT_TRUE(waitUntil([&] {
        const auto *button = m_window->findChild<QPushButton *>(resume);
        return button && button->isVisible();
    }));
    press(*m_window, qPrintable(resume));
    ASSERT_TRUE(waitUntil([this] { return m_window->run() != nullptr; }));
    EXPECT_EQ(m_window->run()->state().id, id);
    EXPECT_EQ(m_window->run()->state().currentStage()->id, QStringLiteral("1"));
    EXPECT_TRUE(child(*m_window, "runPage")->isVisible());
}

TEST_F(MainWindowTest, closingWithAnOpenRunAsksFirst)
{
    open();
    startRun(backup, QStringLiteral("6.1"));
    m_window->close();
    EXPECT_TRUE(m_window->isVisible());
    auto *question = m_window->findChild<QMessageBox *>();
    ASSERT_NE(question, nullptr);
    question->reject();
    EXPECT_TRUE(m_window->isVisible());
}

TEST_F(MainWindowTest, aRefusedIntentIsSaidAndChangesNothing)
{
    open();
    startRun(backup, QStringLiteral("6.1"));
    m_window->run()->passStage();
    EXPECT_TRUE(waitUntil([this] { return child(*m_window, "messageBar")->isVisible(); }));
    EXPECT_EQ(m_window->run()->state().current, 0);
}

TEST_F(MainWindowTest, aFailedLoginIsSaidInWords)
{
    m_transports.refusal = Error{ErrorKind::AuthDenied, QStringLiteral("no key was accepted")};
    open();
    openForm(backup, QStringLiteral("6.1"));
    press(*m_window, "startButton");
    EXPECT_TRUE(waitUntil([this] { return message().contains(QStringLiteral("no key was accepted")); }));
}

TEST_F(MainWindowTest, controlShiftArrowsLeadThroughThePartsOfTheRunAndOutOfTheTerminal)
{
    open();
    startRun(backup, QStringLiteral("6.1"));
    m_window->activateWindow();
    child(*m_window, "stageList")->setFocus();
    const auto inside = [this](const char *name) {
        const QWidget *focus = m_window->focusWidget();
        const QWidget *part = child(*m_window, name);
        return focus && (focus == part || part->isAncestorOf(focus));
    };
    action("focusRight")->trigger();
    EXPECT_TRUE(inside("stageScroll"));
    action("focusRight")->trigger();
    EXPECT_TRUE(inside("terminalPanel"));
    action("focusRight")->trigger();
    EXPECT_TRUE(inside("stageList"));
    action("focusLeft")->trigger();
    EXPECT_TRUE(inside("terminalPanel"));
}

TEST_F(MainWindowTest, aTerminalOutsideAnyRunIsAsLargeAsItsPaneAndHasTheFindBar)
{
    open();
    action("pageTerminal")->trigger();
    const auto *view = m_window->findChild<ui::TerminalView *>();
    ASSERT_TRUE(view);
    ASSERT_TRUE(waitUntil([view] { return view->screen() && !view->screen()->visibleLines().join(QString()).isEmpty(); }));
    EXPECT_GT(view->screen()->columns(), 80);
    EXPECT_GT(view->screen()->rows(), 24);
    EXPECT_TRUE(action("find")->isEnabled());
    action("find")->trigger();
    EXPECT_TRUE(child(*m_window, "findBar")->isVisible());
    action("pageLibrary")->trigger();
    EXPECT_FALSE(action("find")->isEnabled()) << "there is no terminal on this page";
}

TEST_F(MainWindowTest, aTerminalCanBeResetFromTheMenuAndFromItsOwn)
{
    open();
    action("pageTerminal")->trigger();
    auto *view = m_window->findChild<ui::TerminalView *>();
    ASSERT_TRUE(waitUntil([view] { return view->screen() && !view->screen()->visibleLines().join(QString()).isEmpty(); }));
    auto *pane = m_window->findChild<ui::TerminalPane *>();
    for (const bool own : {false, true}) {
        pane->shell()->screen().feed("\033[?1049h\033[?1003h\033[>31u");
        ASSERT_TRUE(view->screen()->alternateScreen());
        if (own) {
            view->openMenu();
            auto *menu = view->findChild<QMenu *>(QStringLiteral("terminalMenu"));
            menu->findChild<QAction *>(QStringLiteral("menuReset"))->trigger();
            menu->close();
        } else {
            action("resetTerminal")->trigger();
        }
        EXPECT_FALSE(view->screen()->alternateScreen());
        EXPECT_EQ(view->screen()->modes().keyFlags, 0);
    }
}

TEST_F(MainWindowTest, aLinkInATerminalIsHandedToTheApplicationOnce)
{
    open();
    action("pageTerminal")->trigger();
    auto *view = m_window->findChild<ui::TerminalView *>();
    ASSERT_TRUE(view);
    for (int times = 0; times < 2; ++times) {
        child(*m_window, "navigationBar")->setFocus();
        view->setFocus();
        ASSERT_TRUE(waitUntil([view] { return view->hasFocus(); }));
    }
    emit view->linkActivated(QUrl(QStringLiteral("https://example.org/")));
    auto *question = child<QMessageBox>(*m_window, "linkQuestion");
    EXPECT_TRUE(question->informativeText().contains(QStringLiteral("https://example.org/")));
    EXPECT_TRUE(m_opened.isEmpty()) << "what stands on the screen may be another text than where it leads";
    child<QPushButton>(*question, "linkOpen")->click();
    EXPECT_EQ(m_opened, QList<QUrl>{QUrl(QStringLiteral("https://example.org/"))});
    EXPECT_TRUE(action("foldOutput")->isEnabled());
}

TEST_F(MainWindowTest, noTwoActionsShareAKeyAndTerminalKeysStayFree)
{
    open();
    QMap<QString, QString> used;
    for (const QAction *each : m_window->findChildren<QAction *>()) {
        for (const QKeySequence &key : each->shortcuts()) {
            const QString text = key.toString();
            EXPECT_FALSE(used.contains(text)) << text.toStdString() << " of " << each->text().toStdString();
            used.insert(text, each->text());
            EXPECT_FALSE(text == QLatin1String("Ctrl+Shift+U")) << "ibus takes it";
        }
    }
    EXPECT_GT(used.size(), 15);
}

TEST_F(MainWindowTest, theLedgerPageShowsTheRunsAndTheirEntriesAndAuditsTheChain)
{
    open();
    startRun(backup, QStringLiteral("6.1"));
    action("audit")->trigger();
    EXPECT_TRUE(waitUntil([this] { return child<QTableView>(*m_window, "runTable")->model()->rowCount() == 1; }));
    EXPECT_TRUE(waitUntil([this] { return child<QTableView>(*m_window, "entryTable")->model()->rowCount() >= 2; }));
    EXPECT_TRUE(waitUntil(
        [this] { return child<StatusBadge>(*m_window, "auditBadge")->word() == QStringLiteral("Unbroken"); }));
}

TEST_F(MainWindowTest, theLedgerPageSaysHowFarAndWhenTheLedgerWasWitnessed)
{
    open();
    startRun(backup, QStringLiteral("6.1"));
    action("audit")->trigger();
    const auto words = [this] { return child<QLabel>(*m_window, "witnessText")->text(); };
    EXPECT_TRUE(words().startsWith(QStringLiteral("No witness"))) << words().toStdString();
    const auto witnessed = [this](quint64 size) {
        ASSERT_TRUE(ledger::rememberWitness(m_ledger.folder(), {.size = size,
                                                                .utc = QDateTime::currentDateTimeUtc().addSecs(-12 * 60),
                                                                .folder = QStringLiteral("/mnt/witness")}));
        action("pageLibrary")->trigger();
        action("pageLedger")->trigger();
    };
    witnessed(2);
    EXPECT_EQ(words(), QStringLiteral("Witnessed up to entry 1, 12 min ago, in /mnt/witness."));
    EXPECT_TRUE(ledger::rememberWitness(m_ledger.folder(), {.size = 2,
                                                             .utc = QDateTime::currentDateTimeUtc(),
                                                             .authority = QStringLiteral("CN=tsa")}));
    action("pageLibrary")->trigger();
    action("pageLedger")->trigger();
    EXPECT_EQ(words(), QStringLiteral("Witnessed up to entry 1, 0 min ago, by time stamp of CN=tsa."));
    witnessed(1000);
    EXPECT_TRUE(words().contains(QStringLiteral("fewer now"))) << words().toStdString();
}

TEST_F(MainWindowTest, anUnsignedReportIsCalledSoAndTheFolderCanBeOpened)
{
    auto made = services();
    QList<ReportRequest> requests;
    made.reports.defaultFolder = m_folder.path();
    made.reports.signers = {{QStringLiteral("agent:1"), QStringLiteral("ada@noc (agent)")}};
    made.reports.exportReport = [&](const ReportRequest &request) {
        requests.append(request);
        return QtFuture::makeReadyFuture(
            Result<report::WrittenReport>({.folder = m_folder.filePath(QStringLiteral("report"))}));
    };
    open(std::move(made));
    startRun(backup, QStringLiteral("6.1"));
    action("exportReport")->trigger();
    auto *dialog = child<ExportDialog>(*m_window, "exportDialog");
    auto *signer = child<QComboBox>(*dialog, "exportSigner");
    const auto warns = [&] {
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().startsWith(QLatin1String("UNSIGNED")))
                return true;
        }
        return false;
    };
    EXPECT_FALSE(warns());
    signer->setCurrentIndex(1);
    EXPECT_TRUE(warns());
    EXPECT_EQ(holdpoint::testing::clippedTexts(*dialog), QStringList());
    press(*dialog, "exportStart");
    EXPECT_TRUE(
        waitUntil([&] { return dialog->findChild<QPushButton *>(QStringLiteral("exportOpenFolder"))->isVisible(); }));
    ASSERT_EQ(requests.size(), 1);
    EXPECT_TRUE(requests[0].signerId.isEmpty());
    EXPECT_EQ(requests[0].runId, m_window->run()->state().id);
    press(*dialog, "exportOpenFolder");
    EXPECT_EQ(m_opened, QList<QUrl>{QUrl::fromLocalFile(m_folder.filePath(QStringLiteral("report")))});
}

} // namespace
