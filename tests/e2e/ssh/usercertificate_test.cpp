// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/agent.h>
#include <tests/e2e/ssh/sshfixture.h>

namespace holdpoint::testing {

/// A server that takes certificates of one authority, and a key it knows only by such a certificate.
class UserCertificateTest : public SshTest
{
protected:
    UserCertificateTest()
    {
        makeKey(QStringLiteral("ca"));
        makeKey(QStringLiteral("user"));
        m_server = std::make_unique<SshServer>("TrustedUserCAKeys " + file("ca.pub").toUtf8() + '\n');
    }
    [[nodiscard]] QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    void makeKey(const QString &name, const QString &type = QStringLiteral("ed25519"))
    {
        ASSERT_TRUE(runProgram(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"), type,
                                                              QStringLiteral("-N"), QString(), QStringLiteral("-f"),
                                                              m_folder.filePath(name)}));
    }
    /// Writes NAME-cert.pub, which lets the user of these tests log in during `validity`.
    void certify(const QString &name, const QString &validity = QStringLiteral("-5m:+5m"))
    {
        ASSERT_TRUE(runProgram(QStringLiteral("ssh-keygen"),
                               {QStringLiteral("-q"), QStringLiteral("-s"), file("ca"), QStringLiteral("-I"),
                                QStringLiteral("a test"), QStringLiteral("-n"), m_server->user(), QStringLiteral("-V"), validity,
                                m_folder.filePath(name + QStringLiteral(".pub"))}));
    }
    std::unique_ptr<session::Transport> connectWith(const QByteArray &config = {})
    {
        auto options = optionsFor(*m_server);
        options.identityFiles = {file("user")};
        options.configFile = file("config");
        write(options.configFile, config);
        return connectTo(*m_server, options);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SshServer> m_server;
};

TEST_F(UserCertificateTest, theCertificateBesideTheKeyLogsIn)
{
    for (const char *type : {"ed25519", "ecdsa", "rsa"}) {
        for (const char *half : {"user", "user.pub", "user-cert.pub"})
            QFile::remove(file(half));
        makeKey(QStringLiteral("user"), QLatin1String(type));
        certify(QStringLiteral("user"));
        const auto transport = connectWith();
        TransportWatcher watcher(*transport);
        ASSERT_TRUE(watcher.open()) << type << ": " << watcher.failure.value_or(Error{}).detail.toStdString();
        EXPECT_EQ(transport->identity().authMethod,
                  QStringLiteral("publickey (%1 with the certificate %2)").arg(file("user"), file("user-cert.pub")));
    }
}

TEST_F(UserCertificateTest, identitiesOnlyLetsTheAgentUseTheCertificateOfTheKey)
{
    certify(QStringLiteral("user"));
    const Agent agent(file("user"));
    ASSERT_TRUE(QFile::remove(file("user"))); // only the agent has it now
    const auto transport = connectWith("IdentitiesOnly yes\n");
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    EXPECT_EQ(transport->identity().authMethod, QStringLiteral("publickey (agent)"));
}

TEST_F(UserCertificateTest, aCertificateFileOfTheConfigurationLogsInWithTheKeyItIsFor)
{
    makeKey(QStringLiteral("other"));
    certify(QStringLiteral("other"));
    certify(QStringLiteral("user"));
    ASSERT_TRUE(QFile::rename(file("user-cert.pub"), file("badge")));
    const auto transport = connectWith("CertificateFile " + file("other-cert.pub").toUtf8() + "\nCertificateFile "
                                       + file("badge").toUtf8() + '\n');
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    EXPECT_TRUE(transport->identity().authMethod.contains(file("badge"))) << transport->identity().authMethod.toStdString();
}

TEST_F(UserCertificateTest, anEncryptedKeyWithACertificateAsksForItsPassphraseOnce)
{
    ASSERT_TRUE(runProgram(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-p"), QStringLiteral("-N"),
                                                          QStringLiteral("open sesame"), QStringLiteral("-f"), file("user")}));
    certify(QStringLiteral("user"));
    m_prompter.secrets = {QStringLiteral("open sesame")};
    const auto transport = connectWith();
    TransportWatcher watcher(*transport);
    ASSERT_TRUE(watcher.open()) << watcher.failure.value_or(Error{}).detail.toStdString();
    EXPECT_EQ(m_prompter.secretQuestions.size(), 1);
}

TEST_F(UserCertificateTest, anExpiredCertificateIsRefusedByNameWithNoQuestionAsked)
{
    certify(QStringLiteral("user"), QStringLiteral("-2d:-1d"));
    const auto transport = connectWith();
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::AuthDenied);
    EXPECT_TRUE(watcher.failure->detail.contains(QStringLiteral("certificate ") + file("user-cert.pub")))
        << watcher.failure->detail.toStdString();
    EXPECT_TRUE(m_prompter.secretQuestions.isEmpty());
}

TEST_F(UserCertificateTest, withoutItsCertificateTheKeyIsAStranger)
{
    makeKey(QStringLiteral("other"));
    certify(QStringLiteral("other"));
    write(file("damaged"), "ssh-ed25519-cert-v01@openssh.com AAAA");
    const auto transport = connectWith("CertificateFile " + file("other-cert.pub").toUtf8() + "\nCertificateFile "
                                       + file("damaged").toUtf8() + "\nCertificateFile " + file("missing").toUtf8() + '\n');
    TransportWatcher watcher(*transport);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::AuthDenied);
}

} // namespace holdpoint::testing
