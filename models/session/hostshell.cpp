// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/text.h>
#include <models/session/hostshell.h>
#include <models/session/plaintext.h>
#include <models/terminal/leftovers.h>

#include <QElapsedTimer>

#include <algorithm>
#include <iterator>

namespace holdpoint::session {

namespace {

constexpr qsizetype sliceBytes = 64 * 1024;
constexpr qint64 sliceMs = 6; // leaves most of a 16 ms frame to input and painting
constexpr int readyMs = 10'000;
constexpr int quietMs = 40;
constexpr int beginMs = 2'000;
constexpr int askedMs = 2'000;
constexpr int settleMs = 1'500; // longer than a slow link and a busy host take to show what was typed
constexpr qsizetype headBytes = 64 * 1024;
constexpr qsizetype excerptLength = 4 * 1024;

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
        const End end = endNotBegun(); // whoever hears of the prompt may send the next one
        atPrompt();
        emit commandEnded(end);
    });
    m_settleTimer.setSingleShot(true);
    m_settleTimer.setInterval(settleMs);
    connect(&m_settleTimer, &QTimer::timeout, this, &HostShell::settle);
    m_askedTimer.setSingleShot(true);
    m_askedTimer.setInterval(askedMs);
    connect(&m_askedTimer, &QTimer::timeout, this, &HostShell::notAsked);
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
    if (state != State::AtPrompt)
        m_settleTimer.stop();
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
        receiveSlice();
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
        receiveSlice();
}

/// A server may send a second stream, though a shell on a terminal has only one: it is shown too.
void HostShell::receiveSlice()
{
    receive(m_channel->read(sliceBytes));
    const QByteArray words = m_channel ? m_channel->readError(sliceBytes) : QByteArray();
    if (words.isEmpty())
        return;
    m_hasSpoken = true;
    show(words);
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
        m_started = m_started || (m_awaiting && !m_isBlind);
        m_unbegun.clear();
        setState(State::Busy);
        break;
    case Kind::CommandEnd:
        m_promptExit = mark.exitStatus;
        if (m_awaiting && !m_exit && !m_isBlind && (m_started || !m_marksStarts))
            m_exit = mark.exitStatus;
        break;
    }
}

/// A shell that cannot parse a command, or finds nothing but a comment in it, shows a prompt and no mark C. So does one that
/// was told something before the command and comes to it only now: then its mark C follows at once.
void HostShell::promptEnded()
{
    m_readyTimer.stop();
    m_askedTimer.stop();
    if (m_awaiting && !m_exit && !m_isBlind) {
        m_beginTimer.start();
        return;
    }
    std::optional<End> end; // whoever hears of the prompt may send the next command, and that one has not ended
    if (m_awaiting)
        end = close(m_exit ? End{.exit = m_exit} : End{.outcomeUnknown = true, .reason = moreWasRun()});
    atPrompt();
    if (end)
        emit commandEnded(*end);
}

QString HostShell::moreWasRun() { return tr("more was run in the shell since, so its exit status is not known"); }

void HostShell::atPrompt()
{
    const bool wasTyped = m_typed != Typed::Nothing;
    arrive();
    if (m_state == State::AtPrompt && wasTyped) // canSend() says something else now
        emit stateChanged();
    setState(State::AtPrompt);
    rememberPlace();
}

/// The exit status at that prompt is no proof: a parse error has one that the command may be expected to have, a comment that of
/// the command before.
HostShell::End HostShell::endNotBegun()
{
    m_beginTimer.stop();
    const qsizetype prompt = m_unbegun.lastIndexOf("\033]133;D;");
    m_head = prompt < 0 ? m_unbegun : m_unbegun.first(prompt);
    return close({.outcomeUnknown = true,
                  .reason = tr("the shell showed its next prompt without having begun it: see what the shell said"),
                  .notBegun = true});
}

/// From here on another may be sent: what is known of this one is in the end.
HostShell::End HostShell::close(End end)
{
    m_awaiting = false;
    keepPrinted(m_commandOutput.flush());
    end.output = redactedText(m_redacting.redactor(), std::exchange(m_head, {}), excerptLength);
    end.outputSha256 = m_outputHash.hex();
    end.isCut = m_isCut;
    return end;
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
    m_askedTimer.stop();
    m_lostAtPrompt = m_state == State::AtPrompt;
    m_livesOn = m_tmux && m_tmux->livesOn();
    loseOutcome();
    setState(State::Lost);
    if (m_awaiting && isNotBegun)
        emit commandEnded(endNotBegun());
    if (m_awaiting && !m_livesOn)
        endCommand({.outcomeUnknown = true, .reason = reason});
}

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
