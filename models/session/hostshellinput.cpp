// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/hostshell.h>

#include <QRegularExpression>

#include <algorithm>

// What a shell is given: commands, which are sent only at a proven prompt, and what a person types.
namespace holdpoint::session {

namespace {

// A line longer than this is cut by a tty in canonical mode (N_TTY_BUF_SIZE 4096, termios(3)).
constexpr qsizetype canonicalLine = 4000;
constexpr char interruptKey = '\x03';
constexpr int interruptedExit = 130; // of what SIGINT has ended, and of a prompt that was given up

QString cursorLine(const terminal::Screen &screen)
{
    return screen.lineText(screen.scrollbackLines() + screen.cursorRow());
}

/// Whether text stands behind the prompt: the cursor moved on, or was moved back over it.
bool holdsInput(const terminal::Screen &screen)
{
    return screen.cursorMovedSincePrompt() || !cursorLine(screen).mid(screen.cursorColumn()).trimmed().isEmpty();
}

} // namespace

bool HostShell::asksForSecret() const
{
    static const QRegularExpression prompt(
        QStringLiteral(
            "(password|passwort|passphrase|passcode|mot de passe|contraseña|verification code|\\bPIN)[^:]*:\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    return m_state == State::Busy && prompt.match(cursorLine(m_screen)).hasMatch();
}

Result<> HostShell::canSend(const QString &command) const
{
    switch (m_state) {
    case State::Closed:
    case State::Lost: return fail(ErrorKind::Disconnected, tr("\"%1\" is not connected").arg(m_role));
    case State::Starting: return fail(ErrorKind::Busy, tr("the shell of \"%1\" is still starting").arg(m_role));
    case State::Busy: return fail(ErrorKind::Busy, tr("a command is running in the pane of \"%1\"").arg(m_role));
    case State::AtPrompt: break;
    }
    if (m_screen.alternateScreen())
        return fail(ErrorKind::Busy, tr("a full-screen program is open in the pane of \"%1\"").arg(m_role));
    if (m_unseen)
        return fail(ErrorKind::Busy,
                    tr("the host has not shown yet what was typed in the pane of \"%1\": wait until it does, or press Ctrl+C "
                       "there")
                        .arg(m_role));
    if ((m_typed != Typed::Nothing && holdsInput(m_screen)) || (m_ahead != Ahead::Nothing && m_screen.cursorMovedSincePrompt()))
        return fail(
            ErrorKind::Busy,
            tr("there is unfinished input in the pane of \"%1\": finish it, or clear it with Ctrl+C").arg(m_role));
    if (isSettling())
        return fail(ErrorKind::Busy,
                    tr("what was typed in the pane of \"%1\" may still be on its way to its prompt: wait a moment").arg(m_role));
    if (m_ahead == Ahead::Unread)
        return fail(ErrorKind::Busy, tr("what was typed in the pane of \"%1\" before its prompt may still wait there unseen: "
                                        "press Ctrl+C there")
                                         .arg(m_role));
    const bool control = std::ranges::any_of(command, [](QChar c) {
        return (c < u' ' && c != u'\n' && c != u'\t') || (c >= QChar(0x7f) && c < QChar(0xa0));
    });
    if (control)
        return fail(ErrorKind::Invalid, tr("the command holds control characters"));
    if (!m_screen.bracketedPaste()) {
        for (const QByteArray &line : command.toUtf8().split('\n')) {
            if (line.size() > canonicalLine)
                return fail(ErrorKind::Invalid, tr("a line of the command is longer than this shell can take at once"));
        }
    }
    return {};
}

Result<> HostShell::send(const QString &command)
{
    if (auto possible = canSend(command); !possible)
        return possible;
    m_awaiting = true;
    m_isCut = false;
    m_isBlind = false;
    m_started = false;
    m_promptsAtSend = m_prompts;
    m_exit.reset();
    m_head.clear();
    m_unbegun.clear();
    m_commandOutput = CommandOutput(m_nonce, m_marksStarts);
    m_outputHash.reset();
    setState(State::Busy);
    const QByteArray text = command.toUtf8();
    // Bracketed, the line editor takes all lines as one and tabs as they are; without an editor the tty does.
    m_channel->write(m_screen.bracketedPaste() ? "\x1b[200~" + text + "\x1b[201~\r" : text + '\n');
    return {};
}

Result<> HostShell::place(const QString &command)
{
    if (auto possible = canSend(command); !possible)
        return possible;
    const QByteArray text = command.toUtf8();
    type(m_screen.bracketedPaste() ? "\x1b[200~" + text + "\x1b[201~" : text.split('\n').first());
    return {};
}

void HostShell::type(const QByteArray &bytes)
{
    if (!m_channel)
        return;
    if (m_state == State::Starting && m_holdsTyped) {
        m_typedEarly += bytes;
        return;
    }
    if (m_state == State::Starting && m_readyTimer.isActive()) // somebody is at it
        m_readyTimer.start();
    std::optional<End> end;
    if (m_beginTimer.isActive()) { // what is typed is not the command that did not begin
        end = endNotBegun();
        arrive();
    }
    noteTyped(bytes);
    m_channel->write(bytes);
    if (end) { // only now: nobody may send anything between
        m_settleTimer.start();
        setState(State::AtPrompt);
        rememberPlace();
        emit commandEnded(*end);
    }
}

/// At a prompt that has read all before it, it reads this; else nobody knows who does.
void HostShell::noteTyped(const QByteArray &bytes)
{
    const bool isAtPrompt = m_state == State::AtPrompt || (m_state == State::Starting && m_integrated);
    const bool isForPrompt = isAtPrompt && m_ahead != Ahead::Unread;
    for (const char byte : bytes) {
        const bool endsLine = byte == '\r' || byte == '\n';
        const bool isFurther = !isForPrompt || m_typed == Typed::Line || m_typed == Typed::More;
        m_typed = isFurther ? Typed::More : endsLine ? Typed::Line : Typed::Part;
    }
    m_keys += bytes.size();
    m_interrupts += bytes.count(interruptKey);
    m_endsInInterrupt = bytes.endsWith(interruptKey);
    m_unseen = true;
    if (isAtPrompt)
        m_settleTimer.start();
}

void HostShell::forgetTyped()
{
    m_typed = Typed::Nothing;
    m_ahead = Ahead::Nothing;
    m_unseen = false;
    m_keys = 0;
    m_interrupts = 0;
    m_endsInInterrupt = false;
}

/// Whether all that was typed before this prompt was read. A prompt that Ctrl+C has brought says so by its exit status, and
/// then nothing waits any more: the terminal has dropped it.
void HostShell::arrive()
{
    const Typed typed = std::exchange(m_typed, Typed::Nothing);
    const qsizetype interrupts = std::exchange(m_interrupts, 0);
    const bool isOnlyInterrupts = std::exchange(m_keys, 0) == interrupts && m_ahead != Ahead::Unread;
    const bool isInterrupted = std::exchange(m_endsInInterrupt, false);
    const bool isDropped = isInterrupted && interrupts == 1 && m_promptExit == interruptedExit;
    m_mayBeDropped = isInterrupted && (isOnlyInterrupts || m_state == State::AtPrompt);
    const bool isUnread = typed == Typed::Part || typed == Typed::More || m_ahead == Ahead::Unread;
    m_ahead = isUnread && !isDropped ? Ahead::Unread : Ahead::Nothing;
    m_ahead == Ahead::Unread ? m_settleTimer.start() : m_settleTimer.stop();
    releaseTyped();
}

/// A line editor has shown by now what was left for it. Without one the terminal keeps what was typed ahead and shows it no more.
void HostShell::settle()
{
    const bool hasEditor = m_screen.bracketedPaste() || m_marksStarts;
    if (m_ahead == Ahead::Unread && hasEditor)
        m_ahead = Ahead::Shown;
    else if (m_ahead == Ahead::Unread && m_mayBeDropped)
        m_ahead = Ahead::Nothing;
    emit stateChanged();
}

void HostShell::interrupt() { type(QByteArray(1, interruptKey)); }

} // namespace holdpoint::session
