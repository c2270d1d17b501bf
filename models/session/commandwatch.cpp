// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/commandwatch.h>

#include <models/session/plaintext.h>
#include <runbooks/inlinetext.h>

namespace holdpoint::session {

namespace {

constexpr std::chrono::seconds lostPause{1};
constexpr int mostInterrupts = 10;
constexpr qsizetype tailBytes = 16 * 1024;

} // namespace

bool awaitsText(const runbooks::Command &command)
{
    return !command.until.isEmpty() && !runbooks::parseDuration(command.until);
}

CommandWatch::CommandWatch(QObject *parent, std::chrono::milliseconds pause)
    : QObject(parent)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { interrupt(m_atLimit); });
    m_postponed.setSingleShot(true);
    m_postponed.setInterval(lostPause);
    connect(&m_postponed, &QTimer::timeout, this, [this] { interrupt(m_wanted); });
    m_again.setInterval(pause);
    connect(&m_again, &QTimer::timeout, this, &CommandWatch::again);
}

void CommandWatch::start(const runbooks::Command &command, HostShell &shell)
{
    stop();
    m_shell = &shell;
    const auto span = runbooks::parseDuration(command.until);
    // What never ends by itself has not failed when its time is over, unless a text was waited for.
    m_atLimit = span || (command.ending == runbooks::Ending::Endless && !awaitsText(command)) ? Reason::Satisfied
                                                                                              : Reason::TimeOver;
    if (awaitsText(command)) {
        m_until = QRegularExpression(command.until, QRegularExpression::MultilineOption);
        connect(&shell, &HostShell::commandPrinted, this, &CommandWatch::printed);
    }
    const auto limit = span ? span : command.timeout ? command.timeout : m_longest;
    if (limit)
        m_limit.start(*limit);
}

CommandWatch::Reason CommandWatch::stop()
{
    m_limit.stop();
    m_postponed.stop();
    m_again.stop();
    if (m_shell)
        m_shell->disconnect(this);
    m_shell = nullptr;
    m_until = {};
    m_tail.clear();
    const Reason wanted = std::exchange(m_wanted, Reason::None); // it may have ended by itself before it was told to
    const Reason reason = std::exchange(m_reason, Reason::None);
    return reason == Reason::None && wanted == Reason::Satisfied ? wanted : reason;
}

void CommandWatch::interrupt(Reason reason)
{
    if (!m_shell || m_reason != Reason::None)
        return;
    if (m_wanted == Reason::None || reason == Reason::Satisfied) // what was waited for came though nobody could tell in time
        m_wanted = reason;
    if (m_shell->awaitsLostShell() || m_shell->state() == HostShell::State::Starting) {
        m_postponed.start(); // nobody could tell it to end, or knows whether it has
        return;
    }
    m_postponed.stop();
    m_reason = m_wanted;
    m_interrupts = 1;
    m_shell->interrupt();
    if (m_shell) // it may have ended by that
        m_again.start();
}

void CommandWatch::again()
{
    if (!m_shell)
        return;
    if (m_shell->awaitsLostShell())
        return;
    if (++m_interrupts <= mostInterrupts)
        m_shell->interrupt();
    else
        m_shell->abandon(tr("its time was over and Ctrl+C brought no prompt back; the shell was given up"));
}

void CommandWatch::printed(const QByteArray &bytes)
{
    m_tail = (m_tail + bytes).right(tailBytes);
    if (m_until.match(plainText(m_tail, tailBytes)).hasMatch())
        interrupt(Reason::Satisfied);
}

} // namespace holdpoint::session
