// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/text.h>
#include <models/session/hostshell.h>
#include <models/session/plaintext.h>
#include <models/session/shellintegration.h>
#include <models/terminal/leftovers.h>

#include <QElapsedTimer>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace holdpoint::session {

namespace {

constexpr qsizetype sliceBytes = 64 * 1024;
constexpr qint64 sliceMs = 6; // leaves most of a 16 ms frame to input and painting
constexpr int readyMs = 10'000;
constexpr int quietMs = 40;
constexpr int beginMs = 2'000;
constexpr qsizetype longestReadyMark = 64;
constexpr qsizetype headBytes = 64 * 1024;
constexpr qsizetype excerptLength = 4 * 1024;
// A line longer than this is cut by a tty in canonical mode (N_TTY_BUF_SIZE 4096, termios(3)).
constexpr qsizetype canonicalLine = 4000;

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

HostShell::HostShell(QString role, const Redactor &redactor, QObject *parent)
    : QObject(parent)
    , m_role(std::move(role))
    , m_redacting(redactor)
{
    m_drainTimer.setSingleShot(true);
    connect(&m_drainTimer, &QTimer::timeout, this, &HostShell::drain);
    m_quietTimer.setSingleShot(true);
    m_quietTimer.setInterval(quietMs);
    connect(&m_quietTimer, &QTimer::timeout, this, &HostShell::preview);
    m_beginTimer.setSingleShot(true);
    m_beginTimer.setInterval(beginMs);
    connect(&m_beginTimer, &QTimer::timeout, this, [this] {
        atPrompt();
        endNotBegun();
    });
    m_readyTimer.setSingleShot(true);
    m_readyTimer.setInterval(readyMs);
    connect(&m_readyTimer, &QTimer::timeout, this, &HostShell::notReady);
}

HostShell::~HostShell()
{
    if (m_isLetGo && m_tmux) // asked to end with its last client, tmux may notice only when somebody else asks it something
        m_tmux->endSoon();
    if (m_channel)
        m_channel->close();
}

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
    m_typed = false;
    m_typedAhead = false;
    m_unseen = false;
    m_lastOutcome.reset();
}

void HostShell::watch(Channel &channel)
{
    connect(&channel, &Channel::readyRead, this, &HostShell::drain);
    connect(&channel, &Channel::failed, this, [this](const Error &error) {
        lose(error.detail);
        tell(error);
    });
    connect(&channel, &Channel::ended, this, [this](const ChannelEnd &end) {
        drainAll();
        lose(end.linkLost ? tr("the connection was lost") : tr("the shell ended"));
    });
    connect(&channel, &Channel::closed, this, [this, channel = &channel] {
        drainAll();
        lose(tr("the shell was closed"));
        channel->deleteLater();
    });
}

void HostShell::tell(const Error &error)
{
    if (m_opening == Opening::FoundOrNew)
        emit failed(error);
    else
        say(error.detail);
}

void HostShell::setState(State state)
{
    if (m_state == state)
        return;
    if (m_busyTimer.isValid()) {
        m_lastBusyMs = m_busyTimer.elapsed();
        m_busyTimer.invalidate();
    }
    if (state == State::Busy)
        m_busyTimer.start();
    m_progress = {};
    m_state = state;
    emit stateChanged();
}

std::optional<qint64> HostShell::commandMs() const
{
    return m_busyTimer.isValid() ? std::optional(m_busyTimer.elapsed()) : m_lastBusyMs;
}

void HostShell::drain()
{
    QElapsedTimer elapsed;
    elapsed.start();
    while (m_channel && !m_held && m_channel->hasPending()) {
        receive(m_channel->read(sliceBytes));
        if (elapsed.elapsed() >= sliceMs) {
            m_drainTimer.start(0);
            break;
        }
    }
}

void HostShell::goOn()
{
    if (std::exchange(m_held, false))
        m_drainTimer.start(0);
}

void HostShell::drainAll()
{
    while (m_channel && m_channel->hasPending())
        receive(m_channel->read(sliceBytes));
}

void HostShell::receive(const QByteArray &bytes)
{
    m_unseen = m_unseen && bytes.isEmpty();
    if (!m_integrated) {
        m_preamble += bytes;
        awaitReady();
        return;
    }
    show(bytes);
}

void HostShell::show(const QByteArray &bytes)
{
    feed(m_redacting.feed(bytes));
    if (m_redacting.hasPreview())
        m_quietTimer.start();
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
    show(after);
}

/// A shell of another kind, a login program that wants to know something, or one that hangs.
void HostShell::notReady()
{
    if (m_tmux && !m_isAttached)
        return notAttached();
    const bool isOfNoUse = m_tmux && (m_integrated || !m_hasSpoken); // nobody could ever use it
    tell({ErrorKind::Timeout,
          QStringLiteral("the shell of \"%1\" did not answer with marks, so the end of commands cannot be known; %2")
              .arg(m_role, isOfNoUse ? QStringLiteral("it was ended: connect again for a new one")
                                     : QStringLiteral("the pane stays open for typing"))});
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

/// Prompts and what is typed appear though they may be the beginning of a secret; on record is only what is decided.
void HostShell::preview()
{
    m_screen.feed(m_redacting.preview());
    reply();
    handle(m_screen.takeEvents());
    emit screenChanged();
}

void HostShell::reply()
{
    if (const QByteArray replies = m_screen.takeReplies(); !replies.isEmpty() && m_channel && !m_tmux)
        m_channel->write(replies); // tmux answers what is asked inside it
}

void HostShell::feed(const RedactedBytes &bytes)
{
    if (bytes.stored.isEmpty())
        return;
    if (m_awaiting) {
        m_outputHash.add(bytes.stored);
        if (!m_started)
            m_unbegun += bytes.stored.first(std::min(bytes.stored.size(), std::max<qsizetype>(headBytes - m_unbegun.size(), 0)));
        keepPrinted(m_commandOutput.feed(bytes.stored));
    }
    std::vector<terminal::Event> events;
    const qsizetype previewed = bytes.stored.size() - bytes.shown.size();
    for (qsizetype done = 0, shown = 0; done < bytes.stored.size();) {
        shown += m_screen.feedThroughMark(QByteArrayView(bytes.shown).sliced(shown));
        const qsizetype length = shown + previewed - done;
        emit output(length == bytes.stored.size() ? bytes.stored : bytes.stored.mid(done, length));
        done += length;
        std::vector<terminal::Event> fresh = m_screen.takeEvents();
        for (const terminal::Event &event : fresh) {
            if (isOwnMark(event))
                noteOutcome(event.mark);
        }
        std::ranges::move(fresh, std::back_inserter(events));
    }
    reply();
    handle(events);
    emit screenChanged();
}

/// A mark of our own shell: anything can print one, only our shell knows the nonce.
bool HostShell::isOwnMark(const terminal::Event &event) const
{
    return event.kind == terminal::Event::Kind::ShellMark && m_integrated && event.mark.nonce == m_nonce;
}

/// For the pane, at once: behind the next mark the screen's newest command may be another.
void HostShell::noteOutcome(const terminal::ShellMark &mark)
{
    using Kind = terminal::ShellMark::Kind;
    using Ending = terminal::CommandOutcome::State;
    switch (mark.kind) {
    case Kind::PromptStart:
        m_command = m_screen.newestCommand();
        emit marked({});
        break;
    case Kind::PromptEnd: break;
    case Kind::CommandStart:
        m_commandRuns = true;
        m_commandTimer.start();
        setOutcome({.state = Ending::Running});
        break;
    case Kind::CommandEnd:
        undoLeftovers();
        if (std::exchange(m_promptAsked, false))
            break;
        if (m_commandRuns || !m_marksStarts) {
            const bool isTimed = m_commandRuns && m_commandTimer.isValid();
            const terminal::CommandOutcome outcome{.state = mark.exitStatus ? Ending::Ended : Ending::Unknown,
                                                   .exit = mark.exitStatus,
                                                   .ms = isTimed ? std::optional(m_commandTimer.elapsed())
                                                                 : std::nullopt};
            if (m_foundRunning != 0)
                m_foundOutcome = outcome;
            else
                setOutcome(outcome);
        }
        m_commandRuns = false;
        break;
    }
}

void HostShell::setOutcome(const terminal::CommandOutcome &outcome)
{
    if (m_command == 0)
        return;
    m_lastOutcome = outcome;
    m_screen.setOutcome(m_command, outcome);
    emit marked({outcome});
}

void HostShell::loseOutcome()
{
    constexpr terminal::CommandOutcome unknown{.state = terminal::CommandOutcome::State::Unknown};
    m_lostRunning = std::exchange(m_commandRuns, false);
    if (const quint32 command = std::exchange(m_foundRunning, 0))
        m_screen.setOutcome(command, unknown);
    if (m_lostRunning)
        setOutcome(unknown);
}

void HostShell::undoLeftovers()
{
    if (const QByteArray undone = terminal::undoLeftovers(m_screen); !undone.isEmpty())
        emit output(undone); // the recording shows what the screen showed
}

void HostShell::resetTerminal()
{
    undoLeftovers();
    emit screenChanged();
}

void HostShell::keepPrinted(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    m_head += bytes.first(std::min(bytes.size(), std::max<qsizetype>(headBytes - m_head.size(), 0)));
    emit commandPrinted(bytes);
}

void HostShell::handle(const std::vector<terminal::Event> &events)
{
    for (const terminal::Event &event : events) {
        switch (event.kind) {
        case terminal::Event::Kind::Bell: emit bell(); break;
        case terminal::Event::Kind::Title: emit titleChanged(visibleControls(event.text)); break;
        case terminal::Event::Kind::WorkingDirectory: {
            const QByteArray told = event.text.toUtf8();
            const auto word = shellWord(told, m_word);
            if (!word || !word->running)
                m_workingDirectory = shellDirectory(told);
            if (word && !word->running)
                promptTold(*word);
            break;
        }
        case terminal::Event::Kind::ClipboardWrite: emit clipboardWanted(event.text); break;
        case terminal::Event::Kind::Progress: m_progress = event.progress; break;
        case terminal::Event::Kind::ShellMark: handleMark(event.mark); break;
        }
    }
}

/// At a kept shell's prompt. Its mark D may have come when nobody was attached.
void HostShell::promptTold(const ShellWord &word)
{
    judgeFound(word);
    m_prompts = word.prompts;
    const bool isItsEnd = (m_started || !m_marksStarts) && word.prompts == m_promptsAtSend + 1;
    if (m_awaiting && !m_exit && isItsEnd)
        m_exit = word.exit;
}

void HostShell::handleMark(const terminal::ShellMark &mark)
{
    if (!m_integrated || mark.nonce != m_nonce)
        return; // anything can print a mark; only our shell knows the nonce
    using Kind = terminal::ShellMark::Kind;
    switch (mark.kind) {
    case Kind::PromptStart: m_promptFresh = true; break;
    case Kind::PromptEnd:
        if (std::exchange(m_promptFresh, false))
            promptEnded();
        break;
    case Kind::CommandStart:
        if (m_beginTimer.isActive()) { // that prompt was one from before it
            m_beginTimer.stop();
            m_promptsAtSend = m_prompts;
        }
        m_started = m_started || m_awaiting;
        m_unbegun.clear();
        setState(State::Busy);
        break;
    case Kind::CommandEnd:
        if (m_awaiting && !m_exit && (m_started || !m_marksStarts))
            m_exit = mark.exitStatus;
        break;
    }
}

/// A shell that cannot parse a command, or finds nothing but a comment in it, shows a prompt and no mark C. So does one that
/// was told something before the command and comes to it only now: then its mark C follows at once.
void HostShell::promptEnded()
{
    m_readyTimer.stop();
    if (m_awaiting && !m_exit) {
        m_beginTimer.start();
        return;
    }
    atPrompt();
    if (m_awaiting)
        endCommand({.exit = m_exit});
}

void HostShell::atPrompt()
{
    const bool wasTyped = std::exchange(m_typed, false);
    m_typedAhead = wasTyped && m_state != State::AtPrompt;
    releaseTyped();
    if (m_state == State::AtPrompt && wasTyped) // canSend() says something else now
        emit stateChanged();
    setState(State::AtPrompt);
    rememberPlace();
}

/// The exit status at that prompt is no proof: a parse error has one that the command may be expected to have, a comment that of
/// the command before.
void HostShell::endNotBegun()
{
    m_beginTimer.stop();
    const qsizetype prompt = m_unbegun.lastIndexOf("\033]133;D;");
    m_head = prompt < 0 ? m_unbegun : m_unbegun.first(prompt);
    endCommand({.outcomeUnknown = true,
                .reason = tr("the shell showed its next prompt without having begun it: see what the shell said"),
                .notBegun = true});
}

void HostShell::endCommand(End end)
{
    m_awaiting = false;
    keepPrinted(m_commandOutput.flush());
    end.output = redactedText(m_redacting.redactor(), std::exchange(m_head, {}), excerptLength);
    end.outputSha256 = m_outputHash.hex();
    end.isCut = m_isCut;
    emit commandEnded(end);
}

void HostShell::lose(const QString &reason)
{
    if (m_state == State::Lost)
        return;
    m_readyTimer.stop();
    m_typedEarly.clear();
    feed(m_redacting.flush());
    const bool isNotBegun = m_beginTimer.isActive();
    m_beginTimer.stop();
    m_lostAtPrompt = m_state == State::AtPrompt;
    m_livesOn = m_tmux && m_tmux->livesOn();
    loseOutcome();
    setState(State::Lost);
    if (m_awaiting && isNotBegun)
        endNotBegun();
    if (m_awaiting && !m_livesOn)
        endCommand({.outcomeUnknown = true, .reason = reason});
}

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
    if ((m_typed && holdsInput(m_screen)) || (m_typedAhead && m_screen.cursorMovedSincePrompt()))
        return fail(
            ErrorKind::Busy,
            tr("there is unfinished input in the pane of \"%1\": finish it, or clear it with Ctrl+C").arg(m_role));
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
    if (m_beginTimer.isActive()) { // what is typed is not the command that did not begin
        atPrompt();
        endNotBegun();
    }
    m_typed = true;
    m_unseen = true;
    m_channel->write(bytes);
}

void HostShell::interrupt() { type(QByteArrayLiteral("\x03")); }

void HostShell::closeChannel()
{
    if (Channel *channel = std::exchange(m_channel, nullptr)) {
        channel->disconnect(this);
        connect(channel, &Channel::closed, channel, &QObject::deleteLater);
        channel->close();
    }
    m_tmux = nullptr;
}

void HostShell::abandon(const QString &reason)
{
    closeChannel();
    lose(reason);
    if (m_awaiting) // the link was lost before
        endCommand({.outcomeUnknown = true, .reason = reason});
}

bool HostShell::end(const QString &reason)
{
    const bool isReached = m_tmux && m_state != State::Lost;
    const bool livesOn = isLeftBehind();
    if (isReached)
        m_tmux->endSoon();
    abandon(reason);
    m_livesOn = false;
    return !livesOn;
}

void HostShell::resize(int columns, int rows)
{
    m_screen.resize(columns, rows);
    if (m_channel)
        m_channel->resize(columns, rows);
    if (m_tmux)
        m_tmux->askPlace();
    emit resized(columns, rows);
    emit screenChanged();
}

} // namespace holdpoint::session
