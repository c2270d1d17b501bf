// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/unit/report/keysigner.h>

#include <QFile>
#include <QProcess>

#include <gtest/gtest.h>

namespace holdpoint::testing {

Ran run(const QString &program, const QStringList &arguments, const QByteArray &input, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    EXPECT_TRUE(process.waitForFinished()) << program.toStdString() << ": " << process.errorString().toStdString();
    return {process.exitCode(), process.readAllStandardOutput() + process.readAllStandardError()};
}

KeySigner::KeySigner(QString identity)
    : m_identity(std::move(identity))
{
    const Ran made = run(QStringLiteral("ssh-keygen"),
                         {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"),
                          QString(), QStringLiteral("-f"), m_folder.filePath(QStringLiteral("key"))});
    EXPECT_EQ(made.status, 0) << made.output.constData();
}

QByteArray KeySigner::publicKey() const
{
    QFile file(m_folder.filePath(QStringLiteral("key.pub")));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return QByteArray::fromBase64(file.readAll().split(' ').value(1));
}

QByteArray KeySigner::allowedLine(const QByteArray &options) const
{
    return m_identity.toUtf8() + ' ' + (options.isEmpty() ? QByteArray() : options + ' ') + "ssh-ed25519 "
        + publicKey().toBase64() + '\n';
}

QByteArray KeySigner::signNow(const QString &nameSpace, const QByteArray &message) const
{
    const Ran answer = run(QStringLiteral("ssh-keygen"),
                           {QStringLiteral("-q"), QStringLiteral("-Y"), QStringLiteral("sign"), QStringLiteral("-f"),
                            m_folder.filePath(QStringLiteral("key")), QStringLiteral("-n"), nameSpace},
                           message);
    EXPECT_EQ(answer.status, 0) << answer.output.constData();
    return answer.output;
}

QFuture<Result<QByteArray>> KeySigner::signature(const QString &nameSpace, const QByteArray &message)
{
    return QtFuture::makeReadyFuture(Result<QByteArray>(signNow(nameSpace, message)));
}

} // namespace holdpoint::testing
