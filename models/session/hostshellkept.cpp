// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/hostshell.h>

#include <models/session/plaintext.h>
#include <models/terminal/grapheme.h>

#include <algorithm>

// A shell that tmux keeps on the host: found again after the link was lost, with what it did meanwhile.
namespace holdpoint::session {

namespace {

constexpr qsizetype nonceLength = 32;

/// Columns of a line with its colours.
qint64 widthOf(const QByteArray &line) { return terminal::columnsOf(plainText(line, line.size())); }

} // namespace

void HostShell::await(qint64 prompts)
{
    m_awaiting = true;
    m_isCut = false;
    m_started = true;
    m_promptsAtSend = prompts;
    m_exit.reset();
    setState(State::Lost);
}

void HostShell::recall()
{
    m_livesOn = true;
    setState(State::Lost);
}

void HostShell::find(Transport &transport) { open(transport, Opening::FoundOnly); }

void HostShell::letGo()
{
    m_isLetGo = true;
    if (m_tmux)
        m_tmux->letGo();
}

qint64 HostShell::cursorLineNumber() const
{
    return m_screen.droppedLines() + m_screen.scrollbackLines() + m_screen.cursorRow();
}

/// At a prompt the screen and tmux's stand at the same line. What is above it is on record here, and not wanted there.
void HostShell::rememberPlace()
{
    if (!m_tmux)
        return;
    m_tmux->clearHistory();
    m_tmux->askPlace();
}

void HostShell::attached(const TmuxPlace &place)
{
    m_isAttached = true;
    m_readyTimer.stop();
    const QList<QByteArray> remembered = place.remembered.split(' ');
    if (remembered.size() != 3 || remembered[0].size() != nonceLength) {
        newInItsPlace();
        return;
    }
    m_livesOn = false;
    // Sent by another console, or begun after the link was lost: what comes now is the command's output already.
    if (m_awaiting && (m_nonce != remembered[0] || !m_started))
        m_commandOutput = CommandOutput(remembered[0], false);
    m_nonce = remembered[0];
    m_word = remembered[1];
    m_marksStarts = remembered[2] == "start";
    m_integrated = true;
    m_workingDirectory = shellDirectory(place.directory);
    const auto word = shellWord(place.directory, m_word);
    if (m_opening == Opening::FoundOnly)
        emit found();
    m_isBlind = !word;
    if (m_lostAtPrompt && word && !word->running && word->prompts == m_prompts && isWhereItWas(place)) {
        releaseTyped();
        setState(State::AtPrompt); // nothing happened; what was typed so far is still there
        if (m_ahead == Ahead::Unread)
            m_settleTimer.start();
        return;
    }
    // A shell without mark C leaves no word when a command starts: something may run.
    const bool hasEnded = m_awaiting && word && word->prompts > m_promptsAtSend;
    const bool mayRun = !word || (!m_marksStarts && !hasEnded);
    findOutcome(word);
    adopt(place, mayRun ? ShellWord{.running = true} : *word);
}

/// Whether nothing was printed since: neither by jobs in the background nor for another console.
bool HostShell::isWhereItWas(const TmuxPlace &place) const
{
    const bool isSameLine = !m_lineOffset || place.line == cursorLineNumber() + *m_lineOffset;
    return isSameLine && !place.isCut && place.column == m_screen.cursorColumn()
           && place.alternateScreen == m_screen.alternateScreen();
}

/// The session is new, or its shell was never ready: it says when it is.
void HostShell::newInItsPlace()
{
    const bool isExpected = m_livesOn && m_opening == Opening::FoundOrNew;
    startAnew();
    if (isExpected)
        say(tr("tmux does not have the shell from before any more: this is a new one"));
    if (m_awaiting) {
        endCommand({.outcomeUnknown = true,
                    .reason = tr("the shell that tmux kept is gone: the host started anew, or somebody ended it")});
    }
    if (m_opening == Opening::FoundOnly)
        emit found();
    m_readyTimer.start();
}

/// A tmux that answers nobody may go on later: what it keeps is not ended.
void HostShell::notAttached()
{
    const Error error{ErrorKind::Timeout,
                      tr("tmux on the host of \"%1\" does not answer: what it keeps may go on there; connect again to look for it")
                          .arg(m_role)};
    const QPointer<HostShell> self(this);
    const QPointer<TmuxChannel> silent = m_tmux;
    lose(error.detail);
    if (!self)
        return;
    if (m_tmux == silent) // nobody has begun anew
        closeChannel();
    tell(error);
}

/// What became of the command in whose middle the link was lost, for the pane. The prompt behind it, by its number, is proof.
void HostShell::findOutcome(const std::optional<ShellWord> &word)
{
    using Ending = terminal::CommandOutcome::State;
    const bool ran = std::exchange(m_lostRunning, false);
    if (m_promptFresh) // its number was lost
        m_command = 0;
    if (!word || m_command == 0)
        return;
    if (word->running) {
        if (!ran) // nobody saw it begin
            m_commandTimer.invalidate();
        m_commandRuns = true;
        m_foundRunning = m_command;
        m_foundOutcome.reset();
        // Not in the recording, where the end would never come to stand: that it was lost is known there.
        m_lastOutcome = terminal::CommandOutcome{.state = Ending::Running};
        m_screen.setOutcome(m_command, *m_lastOutcome);
    } else if (word->prompts == m_prompts + 1 && (ran || !m_marksStarts)) {
        setOutcome({.state = Ending::Ended, .exit = word->exit, .ms = std::nullopt});
    }
}

/// At the first prompt after a command was found running.
void HostShell::judgeFound(const ShellWord &word)
{
    const quint32 command = std::exchange(m_foundRunning, 0);
    if (command == 0)
        return;
    const bool isProven = m_foundOutcome && word.prompts == m_prompts + 1;
    m_lastOutcome =
        isProven ? *m_foundOutcome : terminal::CommandOutcome{.state = terminal::CommandOutcome::State::Unknown};
    m_screen.setOutcome(command, *m_lastOutcome);
}

/// Our own word on the screen, so that it is told from what the shell printed.
void HostShell::say(const QString &text) { feed("\x1b[?1049l\r\n\x1b[0;7m " + text.toUtf8() + " \x1b[0m\r\n"); }

void HostShell::adopt(const TmuxPlace &place, const ShellWord &word)
{
    showMissed(place);
    if (word.running) {
        m_started = m_started || (m_awaiting && !m_isBlind);
        setState(State::Busy);
        if (m_foundRunning != 0 && m_commandTimer.isValid())
            m_busyTimer = m_commandTimer;
        releaseTyped();
        return;
    }
    if (word.prompts != m_prompts) // how long it ran nobody saw
        m_lastBusyMs.reset();
    // The prompt is asked for anew: by that the screen, its modes and its marks are as at every prompt.
    m_promptFresh = false;
    m_prompts = word.prompts;
    const qint64 since = word.prompts - m_promptsAtSend;
    if (m_awaiting && !m_exit && since == 1)
        m_exit = word.exit;
    m_promptAsked = true;
    m_channel->write(QByteArrayLiteral("\x03"));
    forgetTyped(); // it drops what was typed before; what is typed now waits: a line editor would lose its first byte
    m_askedTimer.start();
    if (m_awaiting && !m_exit) {
        endCommand({.outcomeUnknown = true,
                    .reason = since < 1 ? tr("the connection was lost before the shell had begun it") : moreWasRun(),
                    .notBegun = since < 1});
    }
}

/// Ctrl+C brings no prompt there: it may be bound to something else. A person can type one.
void HostShell::notAsked()
{
    std::optional<End> end;
    if (m_awaiting)
        end = close({.exit = m_exit});
    releaseTyped();
    setState(State::Busy);
    if (end)
        emit commandEnded(*end);
}

void HostShell::showMissed(const TmuxPlace &place)
{
    m_isCut = true; // tmux keeps lines as they stand now: what was cleared or written over meanwhile it has not
    say(tr("connected again: the same shell, and what it printed meanwhile"));
    if (place.alternateScreen) {
        feed("\x1b[?1049h\x1b[2J\x1b[H");
        showText(place, place.line - m_screen.rows() + 1);
        // A program that fills the screen draws it anew when its size changes.
        m_channel->resize(m_screen.columns(), std::max(m_screen.rows() - 1, 1));
        m_channel->resize(m_screen.columns(), m_screen.rows());
        return;
    }
    // What was said took two lines here that tmux does not have.
    constexpr qint64 separatorLines = 2;
    const qint64 next = cursorLineNumber() - separatorLines + m_lineOffset.value_or(0);
    const bool known = m_lineOffset && !place.isCut && next >= place.oldest && next <= place.line;
    const qint64 from = known ? next : place.oldest;
    if (!known && (place.oldest > 0 || place.isCut))
        feed("\x1b[7m " + tr("more than tmux keeps: the lines before are missing").toUtf8() + " \x1b[0m\r\n");
    showText(place, from);
    m_lineOffset = place.line - cursorLineNumber();
}

/// From this line of tmux's to the one with the cursor.
void HostShell::showText(const TmuxPlace &place, qint64 from)
{
    const qint64 first = std::clamp<qint64>(from - place.oldest, 0, place.text.size());
    const qint64 behind = std::clamp<qint64>(place.line - place.oldest + 1, first, place.text.size());
    QByteArray text;
    for (qint64 i = first; i < behind; ++i) {
        text += place.text[i];
        // A full line goes over into the next one, as it did there: a secret in it stays in one piece for the redactor.
        if (i + 1 < behind && widthOf(place.text[i]) < m_screen.columns())
            text += "\r\n";
    }
    text += "\x1b[0m\x1b[" + QByteArray::number(place.column + 1) + 'G';
    feed(m_redacting.feed(text));
    feed(m_redacting.flush());
}

} // namespace holdpoint::session
