// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/ui/widgetwalk.h>
#include <ui/common/dialogprompter.h>

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace holdpoint;
using namespace holdpoint::ui;
using holdpoint::testing::child;
using holdpoint::testing::press;

namespace {

class PrompterTest : public ::testing::Test
{
protected:
    PrompterTest() { m_window.show(); }

    void askHostKey()
    {
        m_prompter.confirmHostKey(
            {QStringLiteral("db-07:22"), QStringLiteral("ssh-ed25519"), QStringLiteral("SHA256:abc"), {}},
            [this](bool yes) { m_hostKeyAnswers.append(yes); });
    }

    QWidget m_window;
    DialogPrompter m_prompter{&m_window};
    QList<bool> m_hostKeyAnswers;
};

TEST_F(PrompterTest, anUnknownKeyIsShownAndOnlyAPressOnTrustAcceptsIt)
{
    askHostKey();
    auto *refuse = child<QPushButton>(m_window, "hostKeyRefuse");
    EXPECT_TRUE(refuse->isDefault());
    EXPECT_FALSE(child<QPushButton>(m_window, "hostKeyTrust")->isDefault());
    EXPECT_TRUE(m_hostKeyAnswers.isEmpty());
    press(m_window, "hostKeyTrust");
    EXPECT_EQ(m_hostKeyAnswers, QList<bool>{true});
}

TEST_F(PrompterTest, escapeMeansNo)
{
    askHostKey();
    QTest::keyClick(child(m_window, "hostKeyDialog"), Qt::Key_Escape);
    EXPECT_EQ(m_hostKeyAnswers, QList<bool>{false});
}

TEST_F(PrompterTest, aSecretIsMaskedAndGivenOnce)
{
    QList<std::optional<QString>> answers;
    m_prompter.askSecret({QStringLiteral("Password for ops@db"), {}, QStringLiteral("Password:"), false},
                         [&](std::optional<QString> answer) { answers.append(answer); });
    auto *field = child<QLineEdit>(m_window, "secretField");
    EXPECT_EQ(field->echoMode(), QLineEdit::Password);
    QTest::keyClicks(field, QStringLiteral("hunter22"));
    press(m_window, "secretSend");
    ASSERT_EQ(answers.size(), 1);
    EXPECT_EQ(answers[0], QStringLiteral("hunter22"));
}

TEST_F(PrompterTest, aWithdrawnQuestionClosesAndItsAnswerIsIgnored)
{
    askHostKey();
    m_prompter.withdraw();
    EXPECT_TRUE(
        QTest::qWaitFor([this] { return m_window.findChild<QWidget *>(QStringLiteral("hostKeyDialog")) == nullptr; }));
    EXPECT_TRUE(m_hostKeyAnswers.isEmpty());
}

} // namespace
