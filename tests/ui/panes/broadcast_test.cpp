// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/support/faketransport.h>
#include <tests/ui/widgetwalk.h>
#include <ui/common/style.h>
#include <ui/panes/broadcast.h>
#include <ui/panes/broadcastdialog.h>
#include <ui/terminal/terminalview.h>
#include <ui/wizard/pastedialog.h>
#include <ui/wizard/terminalpane.h>

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace holdpoint;
using namespace holdpoint::ui;
using holdpoint::testing::child;
using holdpoint::testing::FakeTransport;
using holdpoint::testing::press;
using session::HostShell;

namespace {

/// Three terminals on three hosts.
class BroadcastTest : public ::testing::Test
{
protected:
    struct Host
    {
        explicit Host(const QString &name, const Redactor &redactor)
            : shell(name, redactor)
            , pane(name, QStringLiteral("ops@%1:22").arg(name), TerminalPane::Lifetime::UntilClosed)
        {
            pane.attach(&shell);
            pane.resize(600, 300);
            pane.show();
        }
        FakeTransport transport;
        HostShell shell;
        TerminalPane pane;
        [[nodiscard]] QByteArray written() const { return transport.shells.last()->written; }
        void forget() const { transport.shells.last()->written.clear(); }
        void print(const QByteArray &bytes) const { transport.shells.last()->print(bytes); }
    };

    static void SetUpTestSuite()
    {
        const QPointer<QStyle> before = QApplication::style(); // set without an owner before the application was there
        QApplication::setStyle(new Style);
        delete before;
    }
    void SetUp() override
    {
        for (Host *host : all()) {
            host->transport.setState(session::Transport::State::Ready);
            host->shell.start(host->transport);
            ASSERT_TRUE(QTest::qWaitFor([&] { return host->shell.state() == HostShell::State::AtPrompt; }, 5000));
            host->forget();
        }
        QObject::connect(&m_broadcast, &Broadcast::ended, &m_broadcast,
                         [this](const QString &reason) { m_ends.append(reason); });
        QObject::connect(&m_broadcast, &Broadcast::secretAsked, &m_broadcast,
                         [this](const QString &pane) { m_asked.append(pane); });
    }
    [[nodiscard]] QList<Host *> all() { return {&m_web, &m_db, &m_mail}; }
    void start() { m_broadcast.start({&m_web.pane, &m_db.pane}); }
    static void type(Host &host, const QString &text) { QTest::keyClicks(host.pane.view(), text); }
    static QString saidBy(const Host &host) { return child<QLabel>(host.pane, "broadcastLabel")->text(); }
    /// A program that runs in the shell asks for a password.
    void askSecret(Host &host)
    {
        ASSERT_TRUE(host.shell.send(QStringLiteral("sudo id")));
        host.print("[sudo] password for ops: ");
        ASSERT_TRUE(QTest::qWaitFor([&] { return host.shell.asksForSecret(); }, 5000));
        host.forget();
    }

    Redactor m_redactor;
    Host m_web{QStringLiteral("web"), m_redactor};
    Host m_db{QStringLiteral("db"), m_redactor};
    Host m_mail{QStringLiteral("mail"), m_redactor};
    Broadcast m_broadcast;
    QStringList m_ends;
    QStringList m_asked;
};

TEST_F(BroadcastTest, whatIsTypedInOneGoesToAllOfTheListAndToNoOther)
{
    start();
    type(m_web, QStringLiteral("uptime"));
    EXPECT_EQ(m_web.written(), "uptime");
    EXPECT_EQ(m_db.written(), "uptime");
    EXPECT_EQ(m_mail.written(), "");
    type(m_mail, QStringLiteral("w"));
    EXPECT_EQ(m_mail.written(), "w");
    EXPECT_EQ(m_web.written(), "uptime");
    m_broadcast.end(QStringLiteral("enough"));
    type(m_web, QStringLiteral("x"));
    EXPECT_EQ(m_web.written(), "uptimex");
    EXPECT_EQ(m_db.written(), "uptime");
}

TEST_F(BroadcastTest, everyReceivingPaneSaysSoInWordsAndWhoElseReceives)
{
    start();
    for (const Host *host : {&m_web, &m_db}) {
        EXPECT_TRUE(child(host->pane, "broadcastLabel")->isVisible());
        EXPECT_TRUE(saidBy(*host).startsWith(QStringLiteral("BROADCAST")));
        EXPECT_TRUE(saidBy(*host).contains(QStringLiteral("web, db")));
        EXPECT_TRUE(saidBy(*host).contains(QStringLiteral("Ctrl+Shift+B"))) << "the key that ends it";
        EXPECT_TRUE(host->pane.title().startsWith(QStringLiteral("BROADCAST")));
    }
    EXPECT_FALSE(child(m_mail.pane, "broadcastLabel")->isVisible());
    m_broadcast.end(QStringLiteral("enough"));
    EXPECT_FALSE(child(m_web.pane, "broadcastLabel")->isVisible());
}

TEST_F(BroadcastTest, itEndsByItselfWhenOneIsLost)
{
    start();
    m_db.transport.lose(QStringLiteral("cable out"));
    ASSERT_EQ(m_ends.size(), 1);
    EXPECT_TRUE(m_ends.first().contains(QStringLiteral("db")));
    type(m_web, QStringLiteral("x"));
    EXPECT_EQ(m_web.written(), "x") << "typing goes to the one terminal again";
}

TEST_F(BroadcastTest, itEndsByItselfWhenOneIsLocked)
{
    start();
    m_db.pane.setInputPolicy(InputPolicy::Locked);
    ASSERT_EQ(m_ends.size(), 1);
    EXPECT_TRUE(m_ends.first().contains(QStringLiteral("locked")));
}

TEST_F(BroadcastTest, aSecretGoesToThoseThatAskForItOnceSomebodySaysSoAndToNoShell)
{
    start();
    askSecret(m_db);
    EXPECT_EQ(m_asked, QStringList{QStringLiteral("db")});
    type(m_db, QStringLiteral("hunter2"));
    EXPECT_EQ(m_web.written(), "");
    EXPECT_EQ(m_db.written(), "") << "it might be meant for one only";
    m_broadcast.allowSecret();
    type(m_db, QStringLiteral("hunter2"));
    EXPECT_EQ(m_web.written(), "") << "a shell would show it and run it";
    EXPECT_EQ(m_db.written(), "hunter2");
    EXPECT_EQ(m_asked.size(), 1);
}

TEST_F(BroadcastTest, aSecretThatIsRefusedIsAskedAboutAgain)
{
    start();
    askSecret(m_db);
    m_broadcast.allowSecret();
    type(m_db, QStringLiteral("hunter2\r"));
    EXPECT_EQ(m_asked.size(), 1) << "the prompt that was answered still stands there";
    m_db.print("\r\nSorry, try again.\r\n[sudo] password for ops: ");
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_asked.size() == 2; }, 5000));
    m_db.forget();
    type(m_db, QStringLiteral("hunter3"));
    EXPECT_EQ(m_db.written(), "");
}

TEST_F(BroadcastTest, onlyAPersonEndsAHold)
{
    start();
    askSecret(m_db);
    m_db.print("\r\nBroadcast message from root\r\n");
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_db.shell.asksForSecret(); }, 5000));
    type(m_db, QStringLiteral("hunter2"));
    EXPECT_EQ(m_web.written(), "");
    EXPECT_EQ(m_db.written(), "");
}

TEST_F(BroadcastTest, itEndsWhenOneTakesKeysInAnotherWay)
{
    start();
    m_db.print("\x1b[>1u"); // kitty's keys: Ctrl+C would be another code there
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_ends.size() == 1; }, 5000));
    EXPECT_TRUE(m_ends.first().contains(QStringLiteral("keys")));
}

TEST_F(BroadcastTest, aPaneThatGoesEndsItWhileItIsStillWhole)
{
    auto pane = std::make_unique<TerminalPane>(QStringLiteral("old"), QStringLiteral("ops@old"), TerminalPane::Lifetime::UntilClosed);
    pane->attach(&m_mail.shell);
    pane->refresh(&m_mail.transport, {});
    m_broadcast.start({&m_web.pane, pane.get()});
    pane.reset();
    ASSERT_EQ(m_ends.size(), 1);
    EXPECT_FALSE(child(m_web.pane, "broadcastLabel")->isVisible());
}

TEST_F(BroadcastTest, theNextSecretIsAskedAboutAnew)
{
    start();
    askSecret(m_db);
    m_broadcast.allowSecret();
    m_db.print("\r\nok\r\n");
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_db.shell.asksForSecret(); }, 5000));
    m_db.print("Password: ");
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_asked.size() == 2; }, 5000));
    type(m_web, QStringLiteral("x"));
    EXPECT_EQ(m_db.written(), "");
}

TEST_F(BroadcastTest, aPasteIsConfirmedOnceAndReachesEachByItsOwnModes)
{
    start();
    m_db.print("\x1b[?2004l");
    QApplication::clipboard()->setText(QStringLiteral("one\ntwo\n"));
    m_web.pane.view()->pasteClipboard();
    auto *dialog = m_web.pane.findChild<PasteDialog *>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(m_db.pane.findChild<PasteDialog *>(), nullptr);
    EXPECT_EQ(m_web.written(), "");
    press(*dialog, "pasteConfirm");
    EXPECT_TRUE(m_web.written().startsWith("\x1b[200~one")) << m_web.written().toStdString();
    EXPECT_TRUE(m_db.written().startsWith("one\r")) << m_db.written().toStdString();
}

TEST_F(BroadcastTest, theDialogChoosesNoneButTheCurrentAndNeedsTwo)
{
    m_mail.transport.lose(QStringLiteral("cable out"));
    BroadcastDialog dialog({&m_web.pane, &m_db.pane, &m_mail.pane}, &m_db.pane);
    dialog.show();
    QStringList chosen;
    QObject::connect(&dialog, &BroadcastDialog::chosen, &dialog, [&](const QStringList &names) { chosen = names; });
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto box = [&](const char *name) { return child<QCheckBox>(dialog, name); };
    EXPECT_FALSE(box("broadcast_web")->isChecked());
    EXPECT_TRUE(box("broadcast_db")->isChecked());
    EXPECT_TRUE(box("broadcast_db")->text().contains(QStringLiteral("ops@db:22")));
    EXPECT_FALSE(box("broadcast_mail")->isEnabled());
    EXPECT_FALSE(child<QPushButton>(dialog, "broadcastStart")->isEnabled());
    EXPECT_EQ(holdpoint::testing::clippedTexts(dialog), QStringList());
    EXPECT_EQ(holdpoint::testing::namelessWidgets(dialog), QStringList());
    EXPECT_EQ(holdpoint::testing::smallTargets(dialog), QStringList());
    box("broadcast_web")->setChecked(true);
    press(dialog, "broadcastStart");
    EXPECT_EQ(chosen, (QStringList{QStringLiteral("web"), QStringLiteral("db")}));
}

TEST(TypedForTest, cursorKeysFollowTheModesOfTheScreenThatGetsThem)
{
    terminal::Modes application;
    application.applicationCursorKeys = true;
    EXPECT_EQ(typedFor("\x1b[A", application), "\x1bOA");
    EXPECT_EQ(typedFor("\x1bOA", {}), "\x1b[A");
    EXPECT_EQ(typedFor("\x1b[1;5A", application), "\x1b[1;5A");
}

TEST(TypedForTest, reportsOfMouseAndFocusAreForNoOtherScreen)
{
    for (const char *report : {"\x1b[I", "\x1b[O", "\x1b[<0;3;4M", "\x1b[M !!", "\x1b[32;3;4M"})
        EXPECT_EQ(typedFor(report, {}), "") << report + 1;
    EXPECT_EQ(typedFor("ls\r", {}), "ls\r");
}

} // namespace
