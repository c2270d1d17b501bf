// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/keygenrun.h>

#include <models/base/text.h>
#include <models/session/prompter.h>

#include <QFileInfo>
#include <QPointer>
#include <QProcessEnvironment>

#include <unistd.h>

namespace holdpoint::secrets {

namespace {

constexpr std::chrono::seconds limit(30);

QProcessEnvironment environment()
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    // Questions come to our terminal, not to a helper program's window.
    variables.insert(QStringLiteral("SSH_ASKPASS_REQUIRE"), QStringLiteral("never"));
    variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return variables;
}

} // namespace

KeygenRun::KeygenRun(Job job, session::Prompter *prompter)
    : m_job(std::move(job))
    , m_prompter(prompter)
    , m_notifier(QSocketNotifier::Read)
{
    if (!m_terminal.isGood()) {
        end(fail(ErrorKind::Io, QStringLiteral("no pseudo-terminal for ssh-keygen")));
        return;
    }
    m_notifier.setSocket(m_terminal.near());
    m_notifier.setEnabled(true);
    connect(&m_notifier, &QSocketNotifier::activated, this, &KeygenRun::readTerminal);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        end(fail(ErrorKind::Timeout, QStringLiteral("the key %1 gave no signature in time").arg(m_job.keyPath)));
    });
    connect(&m_process, &QProcess::finished, this, &KeygenRun::finish);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(fail(ErrorKind::NotFound, QStringLiteral("ssh-keygen cannot be started; is openssh-client installed?")));
    });
    m_process.setProcessEnvironment(environment());
    m_process.setChildProcessModifier([terminal = &m_terminal] { terminal->becomeTerminal(); });
    m_limit.start(limit);
    m_process.start(QStringLiteral("ssh-keygen"), {QStringLiteral("-Y"), QStringLiteral("sign"), QStringLiteral("-f"),
                                                   m_job.keyPath, QStringLiteral("-n"), m_job.nameSpace});
    m_process.write(m_job.message);
    m_process.closeWriteChannel();
}

void KeygenRun::readTerminal()
{
    char bytes[512];
    const ssize_t count = ::read(m_terminal.near(), bytes, sizeof bytes);
    if (count <= 0)
        return;
    m_prompt.append(bytes, count);
    // readpassphrase(3) turns the echo off before it asks, so what is answered now is not echoed.
    if (!m_prompt.endsWith(": "))
        return;
    ask(visibleControls(QString::fromUtf8(m_prompt).trimmed()));
    m_prompt.clear();
}

void KeygenRun::ask(const QString &prompt)
{
    if (!m_prompter)
        return answer(std::nullopt);
    m_limit.stop(); // a person may take the time they need
    const session::SecretQuestion question{tr("Key %1").arg(QFileInfo(m_job.keyPath).fileName()), {}, prompt, false};
    m_prompter->askSecret(question, [run = QPointer(this)](const std::optional<QString> &secret) {
        if (run)
            run->answer(secret);
    });
}

void KeygenRun::answer(const std::optional<QString> &secret)
{
    if (!secret)
        return end(fail(ErrorKind::Cancelled, QStringLiteral("nobody gave the passphrase of %1").arg(m_job.keyPath)));
    QByteArray line = secret->toUtf8() + '\n';
    const ssize_t written = ::write(m_terminal.near(), line.constData(), std::size_t(line.size()));
    const bool whole = written == line.size();
    line.fill('\0');
    if (!whole)
        return end(fail(ErrorKind::Io, QStringLiteral("ssh-keygen did not take the passphrase")));
    m_limit.start(limit);
}

void KeygenRun::finish(int exitCode, QProcess::ExitStatus status)
{
    const QByteArray armoured = m_process.readAllStandardOutput();
    if (status == QProcess::NormalExit && exitCode == 0)
        return end(armoured);
    const QString reason = visibleControls(QString::fromLocal8Bit(m_process.readAllStandardError()).trimmed());
    end(fail(ErrorKind::AuthDenied, QStringLiteral("ssh-keygen did not sign: %1").arg(reason)));
}

void KeygenRun::end(Result<QByteArray> result)
{
    if (m_job.reply.isGiven())
        return;
    m_limit.stop();
    m_notifier.setEnabled(false);
    m_job.reply.give(std::move(result));
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return deleteLater();
    connect(&m_process, &QProcess::finished, this, &QObject::deleteLater);
    m_process.kill();
}

} // namespace holdpoint::secrets
