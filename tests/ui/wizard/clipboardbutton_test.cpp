// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/support/faketransport.h>
#include <ui/terminal/terminalview.h>
#include <ui/wizard/terminalpane.h>

#include <gtest/gtest.h>

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace holdpoint;
using namespace holdpoint::ui;
using session::HostShell;

namespace {

/// A host whose programs write to the clipboard.
class ClipboardButtonTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        QApplication::clipboard()->setText(QStringLiteral("mine"));
        m_transport.replies["copy"] = {.output = "\033]52;c;aG9zdA==\a"};
        m_transport.replies["other"] = {.output = "\033]52;c;b3RoZXI=\a"};
        m_transport.replies["ask"] = {.output = "\033]52;c;?\a"};
        m_pane.resize(900, 400);
        m_pane.attach(&m_shell);
        m_pane.show();
        m_shell.start(m_transport);
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&m_pane));
        ASSERT_TRUE(atPrompt());
    }
    bool atPrompt()
    {
        return QTest::qWaitFor([&] { return m_shell.state() == HostShell::State::AtPrompt; }, 5000);
    }
    void run(const char *command)
    {
        ASSERT_TRUE(m_shell.send(QString::fromLatin1(command)));
        ASSERT_TRUE(atPrompt());
    }
    QPushButton *button() { return m_pane.findChild<QPushButton *>(QStringLiteral("clipboardWanted_db")); }
    void decide(const char *name, bool always)
    {
        button()->click();
        auto *box = m_pane.findChild<QCheckBox *>(QStringLiteral("clipboardAlways"));
        ASSERT_NE(box, nullptr);
        box->setChecked(always);
        m_pane.findChild<QPushButton *>(QString::fromLatin1(name))->click();
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return m_pane.findChild<QCheckBox *>(QStringLiteral("clipboardAlways")) == nullptr; }, 5000));
    }
    static QString clipboard() { return QApplication::clipboard()->text(); }

    holdpoint::testing::FakeTransport m_transport;
    Redactor m_redactor;
    HostShell m_shell{QStringLiteral("db"), m_redactor};
    TerminalPane m_pane{QStringLiteral("db"), QStringLiteral("ops@db.example"), TerminalPane::Lifetime::OfItsPage};
};

TEST_F(ClipboardButtonTest, aHostThatWantsTheClipboardGetsNothingThereAndThePaneSaysSo)
{
    const QSize before = m_pane.view()->size();
    run("copy");
    EXPECT_EQ(clipboard(), QStringLiteral("mine"));
    EXPECT_TRUE(button()->isVisible());
    EXPECT_EQ(m_pane.view()->size(), before) << "a program there must not see its window change";
}

TEST_F(ClipboardButtonTest, aPersonSeesTheTextAndAllowsItOnce)
{
    run("copy");
    button()->click();
    auto *text = m_pane.findChild<QPlainTextEdit *>(QStringLiteral("clipboardText"));
    ASSERT_NE(text, nullptr);
    EXPECT_EQ(text->toPlainText(), QStringLiteral("host"));
    EXPECT_EQ(clipboard(), QStringLiteral("mine"));
    m_pane.findChild<QPushButton *>(QStringLiteral("clipboardPut"))->click();
    EXPECT_EQ(clipboard(), QStringLiteral("host"));
    EXPECT_FALSE(button()->isVisible());
    run("other");
    EXPECT_EQ(clipboard(), QStringLiteral("host")) << "the next one is asked for again";
    EXPECT_TRUE(button()->isVisible());
}

TEST_F(ClipboardButtonTest, whoRefusesKeepsTheClipboardAndAllowsNothingMore)
{
    run("copy");
    decide("clipboardRefuse", true);
    run("other");
    EXPECT_EQ(clipboard(), QStringLiteral("mine"));
}

TEST_F(ClipboardButtonTest, onceAllowedForTheTerminalItIsSaidAndCanBeTakenBack)
{
    run("copy");
    decide("clipboardPut", true);
    run("other");
    EXPECT_EQ(clipboard(), QStringLiteral("other"));
    EXPECT_TRUE(button()->isVisible());
    EXPECT_TRUE(button()->text().contains(QStringLiteral("set"))) << button()->text().toStdString();
    decide("clipboardRefuse", false);
    run("copy");
    EXPECT_EQ(clipboard(), QStringLiteral("other"));
}

TEST_F(ClipboardButtonTest, theClipboardIsNeverToldToAHost)
{
    run("ask");
    EXPECT_FALSE(button()->isVisible());
    EXPECT_FALSE(m_transport.shells.first()->written.contains("bWluZQ")) << "mine";
}

} // namespace
