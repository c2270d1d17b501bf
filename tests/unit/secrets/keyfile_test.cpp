// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/createsigner.h>
#include <app/secrets/ed25519key.h>
#include <app/secrets/keyfile.h>
#include <models/session/prompter.h>
#include <tests/support/sshkeygen.h>
#include <tests/support/waiting.h>

#include <QCoreApplication>
#include <QFile>

using namespace holdpoint;
using namespace holdpoint::secrets;
using namespace holdpoint::testing;

namespace {

const QString nameSpace = QStringLiteral("session-report@holdpoint");

/// Answers every question with the same secret, from the event loop as a dialog would.
class OneAnswerPrompter final : public session::Prompter
{
public:
    explicit OneAnswerPrompter(std::optional<QString> secret) : m_secret(std::move(secret)) {}
    void confirmHostKey(const session::HostKeyQuestion &, std::function<void(bool)> answer) override { answer(false); }
    void askSecret(const session::SecretQuestion &question, std::function<void(std::optional<QString>)> answer) override
    {
        prompts.append(question.prompt);
        QMetaObject::invokeMethod(
            &m_context, [answer, secret = m_secret] { answer(secret); }, Qt::QueuedConnection);
    }
    void withdraw() override {}

    QStringList prompts;

private:
    std::optional<QString> m_secret;
    QObject m_context;
};

Result<std::shared_ptr<Signer>> signerOf(const QString &path, session::Prompter *prompter = nullptr)
{
    return waitFor(createSigner(path, {QStringLiteral("operator@noc.example"), QString(), prompter}));
}

const QStringList ed25519{QStringLiteral("-t"), QStringLiteral("ed25519")};

class KeyFileOfKindTest : public ::testing::TestWithParam<QStringList>
{
};

TEST_P(KeyFileOfKindTest, aPlainFileSignsWithoutAPerson)
{
    const SshKey key(GetParam());
    const auto signer = signerOf(key.path());
    ASSERT_TRUE(signer) << signer.error().detail.toStdString();
    EXPECT_EQ((*signer)->publicKey(), key.publicKey());
    EXPECT_TRUE((*signer)->isUnattended());
    const auto signature = waitFor((*signer)->signature(nameSpace, "message"));
    ASSERT_TRUE(signature) << signature.error().detail.toStdString();
    EXPECT_TRUE(sshKeygenVerifies(key.publicLine(), nameSpace, *signature, "message"));
}

TEST_P(KeyFileOfKindTest, anEncryptedFileAsksForItsPassphrase)
{
    const SshKey key(GetParam(), QStringLiteral("pass word é"));
    OneAnswerPrompter prompter(QStringLiteral("pass word é"));
    const auto signer = signerOf(key.path(), &prompter);
    ASSERT_TRUE(signer) << signer.error().detail.toStdString();
    EXPECT_FALSE((*signer)->isUnattended());
    const auto signature = waitFor((*signer)->signature(nameSpace, "message"));
    ASSERT_TRUE(signature) << signature.error().detail.toStdString();
    EXPECT_TRUE(sshKeygenVerifies(key.publicLine(), nameSpace, *signature, "message"));
    ASSERT_EQ(prompter.prompts.size(), 1);
    EXPECT_TRUE(prompter.prompts.first().contains(QLatin1String("passphrase"))) << prompter.prompts.first().toStdString();
}

INSTANTIATE_TEST_SUITE_P(Kinds, KeyFileOfKindTest,
                         ::testing::Values(ed25519, QStringList{QStringLiteral("-t"), QStringLiteral("ecdsa")},
                                           QStringList{QStringLiteral("-t"), QStringLiteral("rsa"), QStringLiteral("-b"),
                                                       QStringLiteral("2048")}));

TEST(KeyFileTest, aWrongPassphraseIsARefusal)
{
    const SshKey key(ed25519, QStringLiteral("right"));
    OneAnswerPrompter prompter(QStringLiteral("wrong"));
    const auto signer = signerOf(key.path(), &prompter);
    ASSERT_TRUE(signer);
    const auto signature = waitFor((*signer)->signature(nameSpace, "message"));
    ASSERT_FALSE(signature);
    EXPECT_EQ(signature.error().kind, ErrorKind::AuthDenied);
    EXPECT_TRUE(signature.error().detail.contains(QLatin1String("incorrect passphrase"))) << signature.error().detail.toStdString();
}

TEST(KeyFileTest, noPassphraseOrNobodyToAskIsACancellation)
{
    const SshKey key(ed25519, QStringLiteral("right"));
    OneAnswerPrompter declines(std::nullopt);
    for (session::Prompter *prompter : {static_cast<session::Prompter *>(&declines), static_cast<session::Prompter *>(nullptr)}) {
        const auto signer = signerOf(key.path(), prompter);
        ASSERT_TRUE(signer);
        EXPECT_EQ(waitFor((*signer)->signature(nameSpace, "message")).error().kind, ErrorKind::Cancelled);
    }
    // The answer comes first; then the run ends its ssh-keygen, and itself (proc(5), /proc/PID/task/TID/children).
    const QString children = QStringLiteral("/proc/self/task/%1/children").arg(QCoreApplication::applicationPid());
    EXPECT_TRUE(QTest::qWaitFor([&] {
        QFile file(children);
        return file.open(QIODevice::ReadOnly) && file.readAll().trimmed().isEmpty();
    }, 20000));
}

TEST(KeyFileTest, aFileThatIsNoKeyOrNotThereIsSaidToBeSo)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("key"));
    EXPECT_EQ(signerOf(path).error().kind, ErrorKind::NotFound);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("-----BEGIN OPENSSH PRIVATE KEY-----\nbm9uc2Vuc2U=\n-----END OPENSSH PRIVATE KEY-----\n");
    file.close();
    const auto signer = signerOf(path);
    ASSERT_FALSE(signer);
    EXPECT_EQ(signer.error().kind, ErrorKind::Invalid);
    EXPECT_TRUE(signer.error().detail.startsWith(path));
}

TEST(Ed25519KeyTest, theFileItWritesIsOneOfSshKeygens)
{
    const QTemporaryDir folder;
    const Ed25519Key key = Ed25519Key::generate();
    QFile file(folder.filePath(QStringLiteral("key")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(key.toOpenSsh(QStringLiteral("somebody@example")));
    file.close();
    const Answer answer = runTool(QStringLiteral("ssh-keygen"), {QStringLiteral("-y"), QStringLiteral("-f"), file.fileName()});
    EXPECT_EQ(answer.output.trimmed(), "ssh-ed25519 " + key.publicKey().toBase64() + " somebody@example")
        << answer.errors.toStdString();
}

TEST(Ed25519KeyTest, aKeyFileCutOrChangedAnywhereIsNeverAnotherKey)
{
    const Ed25519Key key = Ed25519Key::generate();
    const QByteArray file = key.toOpenSsh(QStringLiteral("c"));
    EXPECT_EQ(Ed25519Key::fromOpenSsh(file)->publicKey(), key.publicKey());
    for (qsizetype i = 0; i < file.size(); ++i) {
        QByteArray changed = file;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        const auto read = Ed25519Key::fromOpenSsh(changed);
        EXPECT_TRUE(!read || read->publicKey() == key.publicKey()) << i;
        EXPECT_TRUE(i + 2 > file.size() || !parseKeyFile(file.first(i))) << i;
    }
}

} // namespace
