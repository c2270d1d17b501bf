// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/hostshell.h>
#include <runbooks/document.h>

#include <QObject>
#include <QRegularExpression>
#include <QTimer>

namespace holdpoint::session {

/// Whether the command's `until` is a pattern that its output is to match, and not a time.
bool awaitsText(const runbooks::Command &command);

/// Ends the command that runs in a shell when its time is over (`timeout`) or what it was started for has come (`until`):
/// by Ctrl+C, once, and again every few seconds while the command goes on.
///
/// Thread: GUI thread. Borrows the shell from start() to stop().
class CommandWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandWatch)

public:
    enum class Reason { None, TimeOver, Satisfied };

    explicit CommandWatch(QObject *parent = nullptr);

    void start(const runbooks::Command &command, HostShell &shell);
    /// The command has ended; gives why it was interrupted, if it was.
    Reason stop();

private:
    void interrupt(Reason reason);
    void printed(const QByteArray &bytes);

    QPointer<HostShell> m_shell;
    QRegularExpression m_until;
    QByteArray m_tail; ///< the last output, for a pattern that comes in pieces
    QTimer m_limit;
    QTimer m_again;
    Reason m_reason = Reason::None;
    Reason m_atLimit = Reason::TimeOver;
};

} // namespace holdpoint::session
