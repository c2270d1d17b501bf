// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/hostshell.h>
#include <runbooks/document.h>

#include <QObject>
#include <QPointer>
#include <QRegularExpression>
#include <QTimer>

#include <chrono>
#include <optional>

namespace holdpoint::session {

/// Whether the command's `until` is a pattern that its output is to match, and not a time.
bool awaitsText(const runbooks::Command &command);

/// Ends the command that runs in a shell when its time is over (`timeout`) or what it was started for has come (`until`):
/// by Ctrl+C, once, and again every few seconds while the command goes on. A command that goes on after ten of them, or
/// whose prompt does not come back, is given up with its shell: its outcome is unknown.
///
/// Thread: GUI thread. Borrows the shell from start() to stop().
class CommandWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandWatch)

public:
    enum class Reason { None, TimeOver, Satisfied };

    /// `pause` lies between two Ctrl+C.
    explicit CommandWatch(QObject *parent = nullptr, std::chrono::milliseconds pause = std::chrono::seconds(3));

    /// How long a command may take that has no `timeout` of its own; nothing: as long as it likes.
    void setLongest(std::optional<std::chrono::milliseconds> longest) { m_longest = longest; }
    void start(const runbooks::Command &command, HostShell &shell);
    /// The time that the command was given, for words.
    [[nodiscard]] std::chrono::milliseconds limit() const { return m_limit.intervalAsDuration(); }
    /// The command has ended; gives why it was interrupted, if it was.
    Reason stop();

private:
    void interrupt(Reason reason);
    void again();
    void printed(const QByteArray &bytes);

    QPointer<HostShell> m_shell;
    QRegularExpression m_until;
    QByteArray m_tail; ///< the last output, for a pattern that comes in pieces
    QTimer m_limit;
    QTimer m_postponed; ///< runs while nobody can interrupt it
    QTimer m_again;
    std::optional<std::chrono::milliseconds> m_longest;
    int m_interrupts = 0;
    Reason m_reason = Reason::None;
    Reason m_wanted = Reason::None; ///< as soon as it can be interrupted
    Reason m_atLimit = Reason::TimeOver;
};

} // namespace holdpoint::session
