// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/support/faketransport.h>
#include <ui/common/elidedlabel.h>
#include <ui/terminal/terminalview.h>
#include <ui/wizard/terminalpane.h>

#include <gtest/gtest.h>

#include <QLabel>
#include <QTest>

using namespace holdpoint;
using namespace holdpoint::ui;
using session::HostShell;

namespace {

/// Counts how often a widget is painted.
class PaintCounter final : public QObject
{
public:
    explicit PaintCounter(QWidget *widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint;
        return false;
    }
    int count = 0;
};

class TerminalPaneTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_transport.replies["job"] = {.output = "started", .silent = true};
        m_pane.attach(&m_shell);
        m_pane.show();
        m_shell.start(m_transport);
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&m_pane));
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_shell.state() == HostShell::State::AtPrompt; }, 5000));
        ASSERT_TRUE(m_shell.send(QStringLiteral("job")));
        ASSERT_TRUE(shows(QStringLiteral("started")));
    }
    bool shows(const QString &text)
    {
        return QTest::qWaitFor([&] { return m_pane.view()->visibleText().contains(text); }, 5000);
    }

    holdpoint::testing::FakeTransport m_transport;
    Redactor m_redactor;
    HostShell m_shell{QStringLiteral("db"), m_redactor};
    TerminalPane m_pane{QStringLiteral("db"), QStringLiteral("ops@db.example"), TerminalPane::Lifetime::OfItsPage};
};

TEST_F(TerminalPaneTest, inANarrowPaneTheFolderStaysReadableAndAFailureIsASign)
{
    m_transport.endCommand(3);
    const QString whole = QStringLiteral("ops@db.example:/srv/app/releases");
    m_transport.shells.last()->print("\033]7;file://db/srv/app/releases\007");
    const auto *where = m_pane.findChild<ElidedLabel *>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return where->text() == whole; }, 5000)) << where->text().toStdString();
    auto *words = m_pane.findChild<QLabel *>(QStringLiteral("commandDuration"));
    m_pane.resize(900, 400);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return words->isVisible() && words->text().contains(QStringLiteral("exit status 3")); }, 5000))
        << words->text().toStdString();
    for (int width = 900; width > 200 && words->text().contains(QStringLiteral("status")); width -= 10) {
        m_pane.resize(width, 400);
        QTest::qWait(1);
    }
    EXPECT_FALSE(words->text().contains(QStringLiteral("status")));
    EXPECT_TRUE(words->text().contains(QStringLiteral("3")));
    EXPECT_GE(where->width(), where->sizeHint().width());
    EXPECT_TRUE(words->toolTip().contains(QStringLiteral("exit status 3")));
    EXPECT_TRUE(words->accessibleName().contains(QStringLiteral("exit status 3")));
}

TEST_F(TerminalPaneTest, thatItHasAllKeysIsSaidWithTheWayOut)
{
    auto *label = m_pane.findChild<QLabel *>(QStringLiteral("allKeysLabel"));
    ASSERT_NE(label, nullptr);
    EXPECT_FALSE(label->isVisible());
    m_pane.toggleAllKeys();
    EXPECT_TRUE(label->isVisible());
    EXPECT_TRUE(label->text().contains(QStringLiteral("Ctrl+Shift+F11"))) << label->text().toStdString();
    EXPECT_TRUE(m_pane.view()->accessibleName().contains(QStringLiteral("Ctrl+Shift+F11")));
    EXPECT_EQ(m_pane.view()->keyPolicy(), KeyPolicy::AllToHost);
    m_pane.toggleAllKeys();
    EXPECT_FALSE(label->isVisible());
    EXPECT_EQ(m_pane.view()->keyPolicy(), KeyPolicy::Shared);
}

TEST_F(TerminalPaneTest, aFailedCommandIsSaidHoweverShortItWas)
{
    auto *words = m_pane.findChild<QLabel *>(QStringLiteral("commandDuration"));
    ASSERT_NE(words, nullptr);
    m_transport.endCommand(3);
    ASSERT_TRUE(QTest::qWaitFor([&] { return words->isVisible(); }, 5000));
    EXPECT_TRUE(words->text().startsWith(QStringLiteral("exit status 3, took ")));
    m_transport.replies["fine"] = {.status = 0};
    ASSERT_TRUE(m_shell.send(QStringLiteral("fine")));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !words->isVisible(); }, 5000));
}

TEST_F(TerminalPaneTest, outputPaintsTheScreenAndNotTheAddressAboveIt)
{
    auto *address = m_pane.findChild<ElidedLabel *>();
    ASSERT_NE(address, nullptr);
    PaintCounter painted(address);
    PaintCounter screen(m_pane.view()->viewport());
    for (int i = 0; i < 5; ++i) {
        m_transport.shells.last()->print("line\r\n");
        QTest::qWait(60);
    }
    EXPECT_GT(screen.count, 0);
    EXPECT_EQ(painted.count, 0);
}

TEST_F(TerminalPaneTest, aHostThatAsksForAPasswordIsSaidToDoSo)
{
    auto *hint = m_pane.findChild<QLabel *>(QStringLiteral("secretHint"));
    ASSERT_NE(hint, nullptr);
    EXPECT_FALSE(hint->isVisible());
    m_transport.shells.last()->print("\r\n[sudo] password for ops: ");
    EXPECT_TRUE(QTest::qWaitFor([&] { return hint->isVisible(); }, 5000));
    m_transport.shells.last()->print("\r\nthanks\r\n");
    EXPECT_TRUE(QTest::qWaitFor([&] { return !hint->isVisible(); }, 5000));
}

} // namespace
