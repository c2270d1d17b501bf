// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/hostshell.h>

#include <utility>

// How a shell comes to its first prompt: what it says before, what is typed before, and what if it never comes.
namespace holdpoint::session {

namespace {

constexpr qsizetype longestReadyMark = 64;

} // namespace

void HostShell::start(Transport &transport) { open(transport, Opening::FoundOrNew); }

void HostShell::open(Transport &transport, Opening opening)
{
    m_opening = opening;
    m_integrated = false;
    m_preamble.clear();
    m_typedEarly.clear();
    m_hasSpoken = false;
    m_holdsTyped = true;
    const int columns = m_screen.columns();
    const int rows = m_screen.rows();
    if (m_keptIn.isEmpty()) {
        startAnew();
        m_channel = transport.openShell(columns, rows, integratedShellCommand());
    } else {
        m_tmux = new TmuxChannel(transport, m_keptIn, columns, rows,
                                 opening == Opening::FoundOnly ? QByteArray() : integratedShellCommand());
        connect(m_tmux, &TmuxChannel::attached, this, &HostShell::attached);
        connect(m_tmux, &TmuxChannel::gone, this, [this] {
            say(tr("tmux does not have this shell any more: it ended, or the host started anew"));
            emit gone();
        });
        connect(m_tmux, &TmuxChannel::placed, this,
                [this](const TmuxPlace &place) { m_lineOffset = place.line - cursorLineNumber(); });
        m_channel = m_tmux;
    }
    watch(*m_channel);
    m_isAttached = false;
    setState(State::Starting);
    m_readyTimer.start();
}

/// A new shell: leaves whatever modes the one before had set (DECSTR, and the alternate screen).
void HostShell::startAnew()
{
    if (m_state == State::Lost || m_livesOn)
        m_screen.feed("\x1b[?1049l\x1b[?2004l\x1b[!p\r\n");
    m_screen.forgetOutput();
    m_livesOn = false;
    m_lostRunning = false;
    m_lastBusyMs.reset();
    m_promptFresh = false;
    m_command = 0;
    m_isBlind = false;
    forgetTyped();
    m_lastOutcome.reset();
}

void HostShell::tell(const Error &error)
{
    if (m_opening == Opening::FoundOrNew)
        emit failed(error);
    else
        say(error.detail);
}

// What the host says before the shell is there is shown as it comes, it may be a question; the ready mark is taken out and
// answered with the nonce.
void HostShell::awaitReady()
{
    const QByteArray mark = readyMark();
    qsizetype at = m_preamble.indexOf(mark);
    qsizetype end = -1;
    for (; at >= 0; at = m_preamble.indexOf(mark, at + 1)) {
        end = m_preamble.indexOf('\a', at);
        if (end >= 0 ? end - at < longestReadyMark : m_preamble.size() - at < longestReadyMark)
            break;
    }
    const bool isWhole = at >= 0 && end >= 0;
    const qsizetype before = at >= 0 ? at : m_preamble.size() - partialMark(m_preamble, mark);
    const QByteArray said = m_preamble.first(before);
    m_preamble.remove(0, before);
    if (!said.isEmpty()) {
        m_hasSpoken = true;
        show(said);
    }
    if (m_hasSpoken) // what was typed before that answers nothing, and still waits
        m_holdsTyped = false;
    if (!isWhole)
        return;
    m_readyTimer.start();
    m_marksStarts = m_preamble.mid(mark.size(), end - at - mark.size()) == "start";
    m_nonce = newNonce();
    m_integrated = true;
    m_holdsTyped = true;
    const QByteArray after = std::exchange(m_preamble, {}).mid(end - at + 1);
    if (m_tmux) {
        m_word = newNonce();
        m_tmux->remember(m_nonce + ' ' + m_word + (m_marksStarts ? " start" : " none"));
    }
    m_channel->write(nonceLine(m_nonce, m_tmux ? m_word : QByteArray()));
    forgetTyped(); // the shell reads all that was typed up to this line, and drops it
    show(after);
}

/// A shell of another kind, a login program that wants to know something, or one that hangs.
void HostShell::notReady()
{
    if (m_tmux && !m_isAttached)
        return notAttached();
    const bool isOfNoUse = m_tmux && (m_integrated || !m_hasSpoken); // nobody could ever use it
    const Error error{
        ErrorKind::Timeout,
        QStringLiteral("the shell of \"%1\" did not answer with marks, so the end of commands cannot be known; %2")
            .arg(m_role, isOfNoUse ? QStringLiteral("it was ended: connect again for a new one")
                                   : QStringLiteral("the pane stays open for typing"))};
    if (m_hasSpoken && !m_integrated) // it may have asked something, and a person may take as long as it takes
        say(error.detail);
    else
        tell(error);
    show(std::exchange(m_preamble, {}));
    if (isOfNoUse && m_tmux)
        m_tmux->end();
    else
        releaseTyped();
}

void HostShell::releaseTyped()
{
    m_holdsTyped = false;
    if (const QByteArray typed = std::exchange(m_typedEarly, {}); !typed.isEmpty())
        type(typed);
}

} // namespace holdpoint::session
