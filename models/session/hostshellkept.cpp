// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/hostshell.h>

#include <algorithm>

// A shell that tmux keeps on the host: found again after the link was lost, with what it did meanwhile.
namespace holdpoint::session {

namespace {

constexpr qsizetype nonceLength = 32;

} // namespace

void HostShell::await(qint64 prompts)
{
    m_awaiting = true;
    m_started = true;
    m_promptsAtSend = prompts;
    m_exit.reset();
    setState(State::Lost);
}

void HostShell::letGo()
{
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
    const QList<QByteArray> remembered = place.remembered.split(' ');
    if (remembered.size() != 3 || remembered[0].size() != nonceLength) {
        const bool gone = m_awaiting;
        startAnew();
        if (gone) {
            endCommand({.outcomeUnknown = true,
                        .reason = tr("the shell that tmux kept is gone: the host started anew, or somebody ended it")});
        }
        return; // the new one says that it is ready
    }
    m_readyTimer.stop();
    if (m_awaiting
        && m_nonce != remembered[0]) // sent by another console: what comes now is the command's output already
        m_commandOutput = CommandOutput(remembered[0], false);
    m_nonce = remembered[0];
    m_word = remembered[1];
    m_marksStarts = remembered[2] == "start";
    m_integrated = true;
    m_workingDirectory = shellDirectory(place.directory);
    // A shell without mark C leaves no word when a command starts: what it awaits may run.
    const auto word = shellWord(place.directory, m_word);
    const bool silent = !m_marksStarts && m_awaiting && word && word->prompts <= m_promptsAtSend;
    adopt(place, silent || !word ? ShellWord{.running = true} : *word);
}

void HostShell::adopt(const TmuxPlace &place, const ShellWord &word)
{
    const bool nothingHappened = m_lostAtPrompt && !word.running && word.prompts == m_prompts;
    if (nothingHappened) {
        setState(State::AtPrompt); // also with what was typed so far
        return;
    }
    showMissed(place);
    if (word.running) {
        setState(State::Busy);
        return;
    }
    // The prompt is asked for anew: by that the screen, its modes and its marks are as at every prompt.
    m_promptFresh = false;
    const bool ended = word.prompts > m_promptsAtSend;
    m_prompts = word.prompts;
    if (m_awaiting && ended)
        m_exit = word.exit;
    m_channel->write(QByteArrayLiteral("\x03"));
    if (m_awaiting && !ended)
        endCommand({.outcomeUnknown = true, .reason = tr("the connection was lost before the shell had begun it")});
}

void HostShell::showMissed(const TmuxPlace &place)
{
    feed("\x1b[?1049l\r\n\x1b[0;7m " + tr("connected again: the same shell, and what it printed meanwhile").toUtf8()
         + " \x1b[0m\r\n");
    if (place.alternateScreen) {
        feed("\x1b[?1049h\x1b[2J\x1b[H");
        showText(place, place.line - m_screen.rows() + 1);
        // A program that fills the screen draws it anew when its size changes.
        m_channel->resize(m_screen.columns(), std::max(m_screen.rows() - 1, 1));
        m_channel->resize(m_screen.columns(), m_screen.rows());
        return;
    }
    // The separator took two lines here that tmux does not have.
    constexpr qint64 separatorLines = 2;
    const bool known = m_lineOffset.has_value() && cursorLineNumber() - separatorLines + *m_lineOffset >= place.oldest;
    const qint64 from = known ? cursorLineNumber() - separatorLines + *m_lineOffset : place.oldest;
    if (!known && place.oldest > 0)
        feed("\x1b[7m " + tr("more than tmux keeps: the lines before are missing").toUtf8() + " \x1b[0m\r\n");
    showText(place, from);
    m_lineOffset = place.line - cursorLineNumber();
}

/// From this line of tmux's to the one with the cursor.
void HostShell::showText(const TmuxPlace &place, qint64 from)
{
    const qint64 first = std::clamp<qint64>(from - place.oldest, 0, place.text.size());
    const qint64 behind = std::clamp<qint64>(place.line - place.oldest + 1, first, place.text.size());
    QByteArray text = place.text.mid(first, behind - first).join("\r\n");
    text += "\x1b[0m\x1b[" + QByteArray::number(place.column + 1) + 'G';
    feed(m_redacting.feed(text) + m_redacting.flush());
}

} // namespace holdpoint::session
