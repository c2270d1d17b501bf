// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/ui/windowfixture.h>
#include <ui/common/dialogprompter.h>
#include <ui/common/theme.h>
#include <ui/replay/replaypage.h>

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>

using namespace holdpoint;
using namespace holdpoint::ui;
using holdpoint::testing::child;
using holdpoint::testing::press;
using session::Phase;

namespace {

/// Walks through every main screen, in both schemes and two sizes, and holds each to the same rules. With
/// HOLDPOINT_SHOTS=FOLDER in the environment it also leaves a picture of each there.
class ScreensTest : public holdpoint::testing::WindowFixture, public ::testing::WithParamInterface<Scheme>
{
protected:
    ScreensTest()
    {
        QApplication::setPalette(paletteFor(GetParam()));
        m_transports.replies["df -h /backup"] = {.output = "Filesystem      Size  Used Avail Use% Mounted "
                                                           "on\r\n/dev/vdb1       500G  212G  288G  43% /backup\r\n"};
        m_transports.replies["crontab -l | grep backup"] = {.output = "30 2 * * * /usr/local/sbin/nightly-backup\r\n"};
        m_transports.replies["ls -la /backup/latest/"] = {
            .output = "total 812\r\n-rw------- 1 root root 402113 Nov 22 02:41 databases.sql\r\n"
                      "-rw------- 1 root root 187204 Nov 22 02:38 system-config.tar.gz\r\n"};
        open();
    }
    ~ScreensTest() override { QApplication::setPalette(paletteFor(Scheme::Light)); }

    void look(const char *screen)
    {
        for (const QSize size : {QSize(1280, 800), QSize(1600, 1000)}) {
            m_window->resize(size);
            QTest::qWait(30);
            const std::string where = std::string(screen) + ' ' + std::to_string(size.width());
            EXPECT_EQ(holdpoint::testing::clippedTexts(*m_window), QStringList()) << where;
            EXPECT_EQ(holdpoint::testing::namelessWidgets(*m_window), QStringList()) << where;
            EXPECT_EQ(holdpoint::testing::smallTargets(*m_window), QStringList()) << where;
            EXPECT_EQ(m_window->size(), size) << where << ": the content does not fit";
            shoot(m_window.get(), screen, size.width());
        }
    }
    void shoot(QWidget *widget, const char *screen, int width)
    {
        const QString folder = qEnvironmentVariable("HOLDPOINT_SHOTS");
        if (folder.isEmpty())
            return;
        const QString scheme = GetParam() == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        const QString file = QStringLiteral("%1/%2-%3-%4.png").arg(folder, QLatin1String(screen), scheme).arg(width);
        EXPECT_TRUE(widget->grab().save(file));
    }
    void trigger(const char *action) { child<QAction>(*m_window, action)->trigger(); }
    void escalateNow()
    {
        trigger("escalate");
        child<QLineEdit>(*m_window, "escalationReason")->setText(QStringLiteral("Backup volume answers slowly"));
        press(*m_window, "escalateButton");
        press(*m_window, "escalateConfirm");
        ASSERT_TRUE(QTest::qWaitFor([this] { return m_window->run()->state().escalation.isActive(); }, 10000));
        m_window->run()->recordAttempt(0, QStringLiteral("On-call Engineer"), escalation::Outcome::NoAnswer,
                                       QStringLiteral("mailbox"));
        m_ledger.clock().advance(17 * 60'000);
        ASSERT_TRUE(QTest::qWaitFor([this] { return !m_window->run()->state().escalation.attempts.isEmpty(); }, 10000));
        emit m_window->run()->escalationTick();
    }
};

TEST_P(ScreensTest, everyScreenIsWholeNamedAndBigEnough)
{
    m_window->findChild<QWidget *>(QStringLiteral("runbookList"))->setFocus();
    look("library");
    openForm(QStringLiteral("6.1-system-backup.md"), QStringLiteral("6.1"));
    look("start");
    startRun(QStringLiteral("6.1-system-backup.md"), QStringLiteral("6.1"));
    look("run-prerequisites");
    workThroughStage();
    m_window->run()->runAll();
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_window->run()->state().currentStage()->commandsDone(); }, 10000));
    look("run");
    escalateNow();
    look("escalation");
    trigger("escalationPanel");
    workThroughStage();
    m_window->run()->runAll();
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_window->run()->state().currentStage()->commandsDone(); }, 10000));
    workThroughStage();
    m_transports.made.last()
        ->replies[m_window->run()->resolved(m_window->run()->runbook().steps[2].commands[0])->text.toUtf8()] = {
        .output = "tar: /backup: Cannot open: No space left on device\r\n", .status = 2};
    m_window->run()->runAll();
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_window->run()->state().phase == Phase::Deciding; }, 10000));
    look("decision");
    m_window->run()->openRollback();
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_window->run()->state().phase == Phase::RollingBack; }, 10000));
    look("rollback");
    m_window->run()->undo(m_window->run()->state().undo.last().id, QStringLiteral("not finished"));
    ASSERT_TRUE(QTest::qWaitFor(
        [this] { return m_window->run()->state().undo.last().status == session::UndoItem::Status::Done; }, 10000));
    look("undone");
    m_window->run()->stop(QStringLiteral("the volume is full"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_window->run()->state().isOver(); }, 10000));
    look("finished");
    trigger("audit");
    ASSERT_TRUE(QTest::qWaitFor([this] { return child(*m_window, "auditButton")->isEnabled(); }, 10000));
    look("ledger");
    press(*m_window, "replayButton");
    const auto *replay = child<ReplayPage>(*m_window, "replayPage");
    ASSERT_TRUE(QTest::qWaitFor([&] { return replay->player() && !replay->player()->isSeeking(); }, 10000));
    look("replay");
    press(*m_window, "replayBack");
    EXPECT_TRUE(child(*m_window, "ledgerPage")->isVisible());
}

TEST_P(ScreensTest, findingsAndEscalationFitBesideTheLibrary)
{
    startRun(QStringLiteral("6.1-system-backup.md"), QStringLiteral("6.1"));
    escalateNow();
    trigger("pageLibrary");
    press(*m_window, "findingsButton");
    ASSERT_TRUE(child(*m_window, "reviewPanel")->isVisible());
    ASSERT_TRUE(child(*m_window, "escalationDock")->isVisible());
    look("crowded");
}

TEST_P(ScreensTest, dialogsAreWholeAndNamed)
{
    for (const char *action : {"palette", "keys"}) {
        trigger(action);
        auto *dialog = m_window->findChild<QDialog *>();
        ASSERT_NE(dialog, nullptr);
        QTest::qWait(20);
        EXPECT_EQ(holdpoint::testing::clippedTexts(*dialog), QStringList()) << action;
        EXPECT_EQ(holdpoint::testing::namelessWidgets(*dialog), QStringList()) << action;
        shoot(dialog, action, dialog->width());
        dialog->close();
        ASSERT_TRUE(QTest::qWaitFor([this] { return m_window->findChild<QDialog *>() == nullptr; }));
    }
}

TEST_P(ScreensTest, questionsOfTheConnectionAreWholeAndNamed)
{
    DialogPrompter prompter(m_window.get());
    prompter.confirmHostKey({QStringLiteral("db-07.example:22"),
                             QStringLiteral("ssh-ed25519"),
                             QStringLiteral("SHA256:Hn6V3o0Yq2pV9dQd1mQf3x8E7b5V0zKq1aFz7tYw2uM"),
                             {}},
                            [](bool) {});
    prompter.askSecret({QStringLiteral("Password for ops@db-07.example"), QStringLiteral("Keyboard-interactive login"),
                        QStringLiteral("Password:"), false},
                       [](const std::optional<QString> &) {});
    for (const char *name : {"hostKeyDialog", "secretDialog"}) {
        auto *dialog = child<QDialog>(*m_window, name);
        QTest::qWait(20);
        EXPECT_EQ(holdpoint::testing::clippedTexts(*dialog), QStringList()) << name;
        EXPECT_EQ(holdpoint::testing::namelessWidgets(*dialog), QStringList()) << name;
        shoot(dialog, name, dialog->width());
    }
    prompter.withdraw();
}

TEST_P(ScreensTest, aChangeOfSchemeReachesEveryText)
{
    m_window->openDocument(QStringLiteral("/no/such/file.md"));
    const auto *text = child<QLabel>(*m_window, "messageText");
    ASSERT_TRUE(QTest::qWaitFor([&] { return text->isVisible(); }, 10000));
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light, GetParam()}) {
        const QPalette palette = paletteFor(scheme);
        QApplication::setPalette(palette);
        QTest::qWait(20);
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            EXPECT_EQ(schemeOf(label->palette()), scheme) << label->text().toStdString();
        EXPECT_EQ(text->palette().color(QPalette::WindowText), toneColours(Tone::Danger, palette).text);
    }
}

INSTANTIATE_TEST_SUITE_P(Schemes, ScreensTest, ::testing::Values(Scheme::Light, Scheme::Dark),
                         [](const auto &given) { return given.param == Scheme::Dark ? "Dark" : "Light"; });

} // namespace
