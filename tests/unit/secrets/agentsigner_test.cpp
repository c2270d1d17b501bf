// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/agentclient.h>
#include <app/secrets/createsigner.h>
#include <models/ledger/sshsig.h>
#include <tests/support/sshkeygen.h>
#include <tests/support/waiting.h>

#include <QLocalServer>

using namespace holdpoint;
using namespace holdpoint::secrets;
using namespace holdpoint::testing;

namespace {

const QString nameSpace = QStringLiteral("session-report@holdpoint");

/// A stock ssh-agent of its own, ended with the test.
class AgentSignerTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_agent.start(QStringLiteral("ssh-agent"), {QStringLiteral("-D"), QStringLiteral("-a"), socket()});
        ASSERT_TRUE(m_agent.waitForStarted());
        ASSERT_TRUE(QTest::qWaitFor([this] { return QFile::exists(socket()); }, 10000));
    }
    void TearDown() override
    {
        m_agent.terminate();
        EXPECT_TRUE(m_agent.waitForFinished());
    }

    [[nodiscard]] QString socket() const { return m_folder.filePath(QStringLiteral("agent")); }
    void sshAdd(const QStringList &arguments, const QByteArray &input = {}) const
    {
        const Answer answer = runTool(QStringLiteral("env"), QStringList{QStringLiteral("SSH_AUTH_SOCK=") + socket(),
                                                                         QStringLiteral("ssh-add")}
                                                                 + arguments, input);
        ASSERT_EQ(answer.exit, 0) << answer.errors.toStdString();
    }
    [[nodiscard]] Result<std::shared_ptr<Signer>> find(const QString &selector) const
    {
        return waitFor(createSigner(QStringLiteral("agent:") + selector,
                                    {QStringLiteral("operator@noc.example"), socket(), nullptr}));
    }

    QTemporaryDir m_folder;
    QProcess m_agent;
};

TEST_F(AgentSignerTest, everyKindOfKeySignsAndStockSshKeygenAgrees)
{
    const QList<QStringList> kinds{{QStringLiteral("-t"), QStringLiteral("ed25519")},
                                   {QStringLiteral("-t"), QStringLiteral("ecdsa")},
                                   {QStringLiteral("-t"), QStringLiteral("rsa"), QStringLiteral("-b"), QStringLiteral("2048")}};
    for (const QStringList &kind : kinds) {
        const SshKey key(kind);
        sshAdd({key.path()});
        const auto signer = find(sshsig::fingerprint(key.publicKey()));
        ASSERT_TRUE(signer) << signer.error().detail.toStdString();
        EXPECT_EQ((*signer)->publicKey(), key.publicKey());
        EXPECT_EQ((*signer)->identity(), QStringLiteral("operator@noc.example"));
        EXPECT_TRUE((*signer)->isUnattended());
        const auto signature = waitFor((*signer)->signature(nameSpace, "message"));
        ASSERT_TRUE(signature) << signature.error().detail.toStdString();
        EXPECT_TRUE(sshKeygenVerifies(key.publicLine(), nameSpace, *signature, "message"));
        EXPECT_FALSE(sshKeygenVerifies(key.publicLine(), nameSpace, *signature, "other"));
    }
}

TEST_F(AgentSignerTest, aKeyIsFoundByItsCommentUnlessTwoBearIt)
{
    const SshKey first({QStringLiteral("-t"), QStringLiteral("ed25519")});
    const SshKey second({QStringLiteral("-t"), QStringLiteral("ed25519")});
    sshAdd({first.path()});
    EXPECT_TRUE(find(QStringLiteral("test key")));
    sshAdd({second.path()});
    EXPECT_EQ(find(QStringLiteral("test key")).error().kind, ErrorKind::Invalid);
}

TEST_F(AgentSignerTest, aKeyTheAgentDoesNotHaveIsSaidToBeMissing)
{
    const auto signer = find(QStringLiteral("SHA256:nothing"));
    ASSERT_FALSE(signer);
    EXPECT_EQ(signer.error().kind, ErrorKind::NotFound);
}

TEST_F(AgentSignerTest, aLockedAgentOrARemovedKeyIsARefusal)
{
    const SshKey key({QStringLiteral("-t"), QStringLiteral("ed25519")});
    sshAdd({key.path()});
    const auto signer = find(sshsig::fingerprint(key.publicKey()));
    ASSERT_TRUE(signer);
    sshAdd({QStringLiteral("-D")});
    const auto signature = waitFor((*signer)->signature(nameSpace, "message"));
    ASSERT_FALSE(signature);
    EXPECT_EQ(signature.error().kind, ErrorKind::AuthDenied);
}

TEST(AgentClientTest, noAgentIsSaidToBeMissing)
{
    for (const char *path : {"", "/nonexistent/agent"}) {
        const auto keys = agentKeys(QLatin1String(path), QDeadlineTimer(1000));
        ASSERT_FALSE(keys);
        EXPECT_EQ(keys.error().kind, ErrorKind::NotFound);
    }
}

TEST(AgentClientTest, anAgentThatSaysNothingIsLeftAfterTheLimit)
{
    const QTemporaryDir folder;
    QLocalServer silent;
    ASSERT_TRUE(silent.listen(folder.filePath(QStringLiteral("agent"))));
    const auto keys = agentKeys(silent.fullServerName(), QDeadlineTimer(200));
    ASSERT_FALSE(keys);
    EXPECT_EQ(keys.error().kind, ErrorKind::Timeout);
}

TEST(AgentClientTest, aFidoKeyNeedsAPerson)
{
    EXPECT_TRUE((AgentKey{QByteArray::fromHex("0000001a") + "sk-ssh-ed25519@openssh.com", {}}.needsPerson()));
    EXPECT_FALSE((AgentKey{QByteArray::fromHex("0000000b") + "ssh-ed25519", {}}.needsPerson()));
}

} // namespace
