// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/support/faketransport.h>
#include <tests/ui/widgetwalk.h>
#include <ui/wizard/terminalpane.h>

#include <QLabel>
#include <QPushButton>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::ui;
using holdpoint::testing::child;

namespace {

class TerminalPaneNotesTest : public ::testing::Test
{
protected:
    TerminalPaneNotesTest()
    {
        m_pane.resize(800, 400);
        m_pane.show();
    }
    void refresh() { m_pane.refresh(&m_transport, {}); }
    QLabel *label(const char *name) { return child<QLabel>(m_pane, name); }

    holdpoint::testing::FakeTransport m_transport;
    TerminalPane m_pane{QStringLiteral("db"), QStringLiteral("ops@db-07"), TerminalPane::Lifetime::OfItsPage};
};

TEST_F(TerminalPaneNotesTest, whoseAnswerTakesLongIsSaidWhileConnecting)
{
    m_transport.setState(session::Transport::State::Connecting);
    refresh();
    EXPECT_FALSE(label("connectionProblem")->isVisible());
    m_transport.setAwaited(QStringLiteral("an answer from ops@bastion:22 (jump host for db-07)"));
    refresh();
    EXPECT_TRUE(label("connectionProblem")->isVisible());
    EXPECT_EQ(label("connectionProblem")->text(),
              QStringLiteral("Waiting for an answer from ops@bastion:22 (jump host for db-07)."));
    m_transport.setAwaited({});
    m_transport.setState(session::Transport::State::Ready);
    refresh();
    EXPECT_FALSE(label("connectionProblem")->isVisible());
}

TEST_F(TerminalPaneNotesTest, whatTheSshConfigurationSaysInVainCanBeRead)
{
    auto *button = child<QPushButton>(m_pane, "configurationNotes_db");
    refresh();
    EXPECT_FALSE(button->isVisible());
    m_transport.configurationNotes = {QStringLiteral("config:1: ForwardAgent has no effect: no agent is forwarded"),
                                      QStringLiteral("config:9: a\x1b[31m")};
    refresh();
    EXPECT_TRUE(button->isVisible());
    EXPECT_FALSE(label("configurationNotes")->isVisible());
    button->click();
    EXPECT_TRUE(label("configurationNotes")->isVisible());
    EXPECT_TRUE(label("configurationNotes")->text().contains(QStringLiteral("ForwardAgent has no effect")));
    EXPECT_FALSE(label("configurationNotes")->text().contains(QLatin1Char('\x1b')));
    button->click();
    EXPECT_FALSE(label("configurationNotes")->isVisible());
}

} // namespace
