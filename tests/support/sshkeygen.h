// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace holdpoint::testing {

/// What a stock tool answered.
struct Answer
{
    int exit = -1;
    QByteArray output;
    QByteArray errors;
};

inline Answer runTool(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    EXPECT_TRUE(process.waitForFinished(60000)) << program.toStdString();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

/// A folder with one fresh key of stock ssh-keygen's, and that program as the judge of signatures.
class SshKey
{
public:
    /// `type`: arguments of ssh-keygen, e.g. {"-t", "ecdsa", "-b", "384"}.
    explicit SshKey(const QStringList &type, const QString &passphrase = {})
    {
        const Answer made = runTool(QStringLiteral("ssh-keygen"),
                                    QStringList{QStringLiteral("-q"), QStringLiteral("-N"), passphrase, QStringLiteral("-C"),
                                                QStringLiteral("test key"), QStringLiteral("-f"), path()}
                                        + type);
        EXPECT_EQ(made.exit, 0) << made.errors.toStdString();
        QFile file(path() + QStringLiteral(".pub"));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        m_publicLine = file.readAll().trimmed();
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("key")); }
    /// "ssh-ed25519 AAAA... test key"
    [[nodiscard]] QByteArray publicLine() const { return m_publicLine; }
    [[nodiscard]] QByteArray publicKey() const { return QByteArray::fromBase64(m_publicLine.split(' ').value(1)); }

    [[nodiscard]] QByteArray sign(const QString &nameSpace, const QByteArray &message) const
    {
        const Answer answer = runTool(QStringLiteral("ssh-keygen"),
                                      {QStringLiteral("-Y"), QStringLiteral("sign"), QStringLiteral("-f"), path(),
                                       QStringLiteral("-n"), nameSpace},
                                      message);
        EXPECT_EQ(answer.exit, 0) << answer.errors.toStdString();
        return answer.output;
    }

private:
    QTemporaryDir m_folder;
    QByteArray m_publicLine;
};

/// Whether stock `ssh-keygen -Y verify` takes the signature as this signer's, by this line of allowed_signers alone.
inline bool sshKeygenAllows(const QByteArray &line, const QByteArray &signer, const QString &nameSpace,
                            const QByteArray &signature, const QByteArray &message)
{
    const QTemporaryDir folder;
    const auto write = [&](const char *name, const QByteArray &bytes) {
        QFile file(folder.filePath(QLatin1String(name)));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    };
    const QString signers = write("allowed_signers", line + '\n');
    const QString file = write("signature", signature);
    return runTool(QStringLiteral("ssh-keygen"),
                   {QStringLiteral("-Y"), QStringLiteral("verify"), QStringLiteral("-f"), signers, QStringLiteral("-I"),
                    QString::fromUtf8(signer), QStringLiteral("-n"), nameSpace, QStringLiteral("-s"), file},
                   message)
               .exit
           == 0;
}

/// Whether it takes the signature as one of this key's ("type base64 ...").
inline bool sshKeygenVerifies(const QByteArray &publicLine, const QString &nameSpace, const QByteArray &signature,
                              const QByteArray &message)
{
    return sshKeygenAllows("someone@example " + publicLine, "someone@example", nameSpace, signature, message);
}

} // namespace holdpoint::testing
