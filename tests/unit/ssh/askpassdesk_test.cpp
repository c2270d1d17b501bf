// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/askpassdesk.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace holdpoint::ssh {

namespace {

constexpr int patience = 20'000;

/// The helper as ssh calls it.
class Helper
{
public:
    Helper(const QString &socket, const QString &token, const QString &question, const QString &hint = {})
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOLDPOINT_ASKPASS_SOCKET"), socket);
        environment.insert(QStringLiteral("HOLDPOINT_ASKPASS_TOKEN"), token);
        environment.insert(QStringLiteral("SSH_ASKPASS_PROMPT"), hint);
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(HOLDPOINT_BIN_DIR "/holdpoint-askpass"), {question});
    }
    ~Helper()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, patience);
    }
    void kill() { m_process.kill(); }
    [[nodiscard]] int status() const { return m_process.exitCode(); }
    QByteArray said() { return m_process.readAllStandardOutput(); }

private:
    QProcess m_process;
};

} // namespace

class AskpassDeskTest : public ::testing::Test
{
protected:
    AskpassDeskTest()
        : m_desk(m_path.toUtf8(), "0123")
    {
        QObject::connect(&m_desk, &AskpassDesk::asked, &m_desk,
                         [this](const QString &prompt) { m_asked.append(prompt); });
        QObject::connect(&m_desk, &AskpassDesk::noticed, &m_desk,
                         [this](const QString &text) { m_noticed.append(text); });
        QObject::connect(&m_desk, &AskpassDesk::withdrawn, &m_desk, [this] { ++m_withdrawn; });
    }
    bool waitForQuestions(int count)
    {
        return QTest::qWaitFor([this, count] { return m_asked.size() == count; }, patience);
    }
    void answer(QString text) { m_desk.answer(text); }

    const QTemporaryDir m_folder;
    const QString m_path = m_folder.filePath(QStringLiteral("q"));
    AskpassDesk m_desk;
    QStringList m_asked;
    QStringList m_noticed;
    int m_withdrawn = 0;
};

TEST_F(AskpassDeskTest, anAnswerIsWhatTheHelperPrints)
{
    Helper helper(m_path, QStringLiteral("0123"), QStringLiteral("Enter\nthe passphrase ☂: "));
    ASSERT_TRUE(waitForQuestions(1));
    EXPECT_EQ(m_asked.first(), QStringLiteral("Enter\nthe passphrase ☂: "));
    EXPECT_TRUE(m_desk.isWaiting());
    answer(QStringLiteral("öffne dich"));
    ASSERT_TRUE(helper.waitForEnd());
    EXPECT_EQ(helper.status(), 0);
    EXPECT_EQ(helper.said(), QByteArray("öffne dich\n"));
    EXPECT_EQ(m_withdrawn, 0);
    EXPECT_FALSE(m_desk.isWaiting());
}

TEST_F(AskpassDeskTest, withoutTheTokenNobodyIsHeard)
{
    Helper helper(m_path, QStringLiteral("4567"), QStringLiteral("Password: "));
    ASSERT_TRUE(helper.waitForEnd());
    EXPECT_EQ(helper.status(), 1);
    EXPECT_TRUE(helper.said().isEmpty());
    EXPECT_TRUE(m_asked.isEmpty());
}

TEST_F(AskpassDeskTest, questionsComeOneAfterTheOther)
{
    Helper first(m_path, QStringLiteral("0123"), QStringLiteral("one"));
    ASSERT_TRUE(waitForQuestions(1));
    Helper second(m_path, QStringLiteral("0123"), QStringLiteral("two"));
    answer(QStringLiteral("1"));
    ASSERT_TRUE(waitForQuestions(2));
    answer(QStringLiteral("2"));
    ASSERT_TRUE(first.waitForEnd());
    ASSERT_TRUE(second.waitForEnd());
    EXPECT_EQ(first.said(), QByteArray("1\n"));
    EXPECT_EQ(second.said(), QByteArray("2\n"));
}

TEST_F(AskpassDeskTest, aQuestionIsWithdrawnWithItsHelper)
{
    Helper helper(m_path, QStringLiteral("0123"), QStringLiteral("Password: "));
    ASSERT_TRUE(waitForQuestions(1));
    helper.kill();
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_withdrawn == 1; }, patience));
    EXPECT_FALSE(m_desk.isWaiting());
}

TEST_F(AskpassDeskTest, aNoticeWantsNoAnswer)
{
    Helper helper(m_path, QStringLiteral("0123"), QStringLiteral("Confirm user presence"), QStringLiteral("none"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !m_noticed.isEmpty(); }, patience));
    EXPECT_TRUE(m_asked.isEmpty());
    EXPECT_TRUE(m_desk.isWaiting());
}

} // namespace holdpoint::ssh
