// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/secrets/futures.h>
#include <app/secrets/terminalpair.h>
#include <models/base/result.h>

#include <QObject>
#include <QProcess>
#include <QSocketNotifier>
#include <QTimer>

namespace holdpoint::session {
class Prompter;
}

namespace holdpoint::secrets {

/// One `ssh-keygen -Y sign`: the message goes in by stdin, the signature comes out by stdout, and what it asks on its own
/// terminal (passphrase, PIN) is asked of the person.
///
/// Thread: GUI thread. Owns itself: deletes itself when the reply is given.
/// Errors: AuthDenied (wrong passphrase, unusable key), Cancelled (no answer), Timeout (30 s without one, e.g. no touch),
/// NotFound (no ssh-keygen).
class KeygenRun : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeygenRun)

public:
    struct Job
    {
        QString keyPath;
        QString nameSpace;
        QByteArray message;
        Reply<Result<QByteArray>> reply;
    };
    /// `prompter` may be null: every question is answered by nobody then.
    KeygenRun(Job job, session::Prompter *prompter);

private:
    void readTerminal();
    void ask(const QString &prompt);
    void answer(const std::optional<QString> &secret);
    void finish(int exitCode, QProcess::ExitStatus status);
    void end(Result<QByteArray> result);

    Job m_job;
    session::Prompter *m_prompter;
    TerminalPair m_terminal;
    QByteArray m_prompt;
    QSocketNotifier m_notifier;
    QTimer m_limit;
    QProcess m_process;
};

} // namespace holdpoint::secrets
