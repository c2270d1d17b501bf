// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/sshfixture.h>

#include <tests/support/loginserver.h>

namespace holdpoint::testing {

/// Logins that need a person: passwords and keyboard-interactive.
class ScriptedLoginTest : public SshTest
{
protected:
    bool logIn(const LoginScript &script)
    {
        m_server = std::make_unique<LoginServer>(script);
        ssh::SshOptions options;
        options.identityFiles = {QStringLiteral("/nonexistent")};
        options.knownHostsFile = m_server->knownHosts();
        options.configFile = QStringLiteral("/dev/null");
        m_factory = std::make_unique<ssh::SshTransportFactory>(options, m_prompter);
        m_transport = m_factory->create({QStringLiteral("ops"), QStringLiteral("127.0.0.1"), m_server->port(), false});
        m_watcher = std::make_unique<TransportWatcher>(*m_transport);
        return m_watcher->open();
    }
    std::string failure() const { return m_watcher->failure.value_or(Error{}).detail.toStdString(); }

    std::unique_ptr<LoginServer> m_server;
    std::unique_ptr<session::Transport> m_transport;
    std::unique_ptr<TransportWatcher> m_watcher;
};

TEST_F(ScriptedLoginTest, aPasswordIsAskedForAndAWrongOneAskedForAgain)
{
    m_prompter.secrets = {QStringLiteral("wrong"), QStringLiteral("s3cret \u00e4")};
    ASSERT_TRUE(logIn({QStringLiteral("s3cret \u00e4").toUtf8(), {}, false, false})) << failure();
    EXPECT_EQ(m_transport->identity().authMethod, QStringLiteral("password"));
    ASSERT_EQ(m_prompter.secretQuestions.size(), 2);
    EXPECT_TRUE(m_prompter.secretQuestions[0].title.contains(QStringLiteral("ops@127.0.0.1")));
    EXPECT_FALSE(m_prompter.secretQuestions[1].instruction.isEmpty());
}

TEST_F(ScriptedLoginTest, aWrongPasswordIsRefusedAfterThreeQuestions)
{
    m_prompter.secrets = {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")};
    EXPECT_FALSE(logIn({"right", {}, false, false}));
    ASSERT_TRUE(m_watcher->failure);
    EXPECT_EQ(m_watcher->failure->kind, ErrorKind::AuthDenied);
    EXPECT_TRUE(m_watcher->failure->detail.contains(QStringLiteral("password"))) << failure();
    EXPECT_EQ(m_prompter.secretQuestions.size(), 3);
}

TEST_F(ScriptedLoginTest, aPersonWhoGivesNoPasswordIsNotAskedAgain)
{
    m_prompter.secrets = {std::nullopt, QStringLiteral("never used")};
    EXPECT_FALSE(logIn({"right", {}, false, false}));
    ASSERT_TRUE(m_watcher->failure);
    EXPECT_EQ(m_watcher->failure->kind, ErrorKind::AuthDenied);
    EXPECT_TRUE(m_watcher->failure->detail.contains(QStringLiteral("not given"))) << failure();
    EXPECT_EQ(m_prompter.secretQuestions.size(), 1);
}

TEST_F(ScriptedLoginTest, everyPromptOfEveryRoundIsAsked)
{
    m_prompter.secrets = {QStringLiteral("pw"), QStringLiteral("123456"), QStringLiteral("yes")};
    const LoginRound first{"Two things", {"Password: ", "Code: "}, {"pw", "123456"}};
    const LoginRound empty{"Only to tell you", {}, {}};
    const LoginRound last{"", {"Sure? "}, {"yes"}};
    ASSERT_TRUE(logIn({{}, {first, empty, last}, false, false})) << failure();
    EXPECT_EQ(m_transport->identity().authMethod, QStringLiteral("keyboard-interactive"));
    ASSERT_EQ(m_prompter.secretQuestions.size(), 3);
    EXPECT_EQ(m_prompter.secretQuestions[0].instruction, QStringLiteral("Two things"));
    EXPECT_EQ(m_prompter.secretQuestions[1].prompt, QStringLiteral("Code: "));
}

TEST_F(ScriptedLoginTest, aPromptCannotSteerTheScreen)
{
    m_prompter.secrets = {QStringLiteral("x")};
    const LoginRound round{"\x1b]0;owned\x07 line", {"\x1b[2J\rroot password: \xe2\x80\xae" + QByteArray(50'000, 'A')}, {"x"}};
    ASSERT_TRUE(logIn({{}, {round}, false, false})) << failure();
    ASSERT_EQ(m_prompter.secretQuestions.size(), 1);
    const QString shown = m_prompter.secretQuestions[0].prompt + m_prompter.secretQuestions[0].instruction;
    EXPECT_LT(shown.size(), 5000);
    for (const QChar character : shown)
        EXPECT_TRUE(character.isPrint() && character != QChar(0x202e)) << int(character.unicode());
}

TEST_F(ScriptedLoginTest, aHundredPromptsAreNotPutToAnybody)
{
    const LoginRound round{"", QList<QByteArray>(100, "? "), QList<QByteArray>(100, "x")};
    EXPECT_FALSE(logIn({{}, {round}, false, false}));
    ASSERT_TRUE(m_watcher->failure);
    EXPECT_EQ(m_watcher->failure->kind, ErrorKind::AuthDenied);
    EXPECT_TRUE(m_prompter.secretQuestions.isEmpty());
}

TEST_F(ScriptedLoginTest, aPasswordAndThenACodeBothCount)
{
    m_prompter.secrets = {QStringLiteral("pw"), QStringLiteral("123456")};
    ASSERT_TRUE(logIn({"pw", {{"", {"Code: "}, {"123456"}}}, true, false})) << failure();
    EXPECT_EQ(m_prompter.secretQuestions.size(), 2);
}

TEST_F(ScriptedLoginTest, aServerThatReachesForTheAgentIsRefused)
{
    m_prompter.secrets = {QStringLiteral("pw")};
    ASSERT_TRUE(logIn({"pw", {}, false, true})) << failure();
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_server->wasRefusedTheAgent(); }, patience));
    EXPECT_EQ(m_transport->state(), session::Transport::State::Ready);
}

} // namespace holdpoint::testing
