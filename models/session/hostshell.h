// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/redactingstream.h>
#include <models/base/sha256.h>
#include <models/session/commandoutput.h>
#include <models/session/panemarker.h>
#include <models/session/shellintegration.h>
#include <models/session/tmuxchannel.h>
#include <models/session/transport.h>
#include <models/terminal/screen.h>

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <optional>

namespace holdpoint::session {

/// The live shell of one host: its channel, its screen, and what the shell says through marks (OSC 133 with the nonce of
/// this shell) about the command that runs.
///
/// Thread: GUI thread. Owns the screen; the channel belongs to the transport given to start().
/// Invariants: a command is sent only at a proven prompt, whole, once; commandEnded() comes exactly once for each
/// send(), also when the link is lost (of a kept shell: once that is known), and never by what was typed after it; output of any size is taken in slices so that
/// the event loop stays alive.
/// Not here: the ledger (RunSession records before it calls send()).
class HostShell final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostShell)

public:
    enum class State { Closed, Starting, AtPrompt, Busy, Lost };
    Q_ENUM(State)

    /// How a sent command ended.
    struct End
    {
        std::optional<int> exit;     ///< from the mark
        bool outcomeUnknown = false; ///< the shell or link went away first
        QString reason;              ///< why it is unknown
        bool notBegun = false;       ///< as far as one can tell it never ran: not sent, or the shell did not take it
        QString output;              ///< the first 4 KiB as text, redacted, without escape sequences
        QString outputSha256;        ///< of all output bytes as redacted
        bool isCut = false;          ///< some of what it printed while the link was lost may never have come
    };

    HostShell(QString role, const Redactor &redactor, QObject *parent = nullptr);
    ~HostShell() override;

    /// The shell lives in this tmux session of the host: it and its command go on when the link is lost, and the next
    /// start() finds them again. Before the first start().
    void keepIn(const QByteArray &tmuxSession) { m_keptIn = tmuxSession; }
    [[nodiscard]] QByteArray keptIn() const { return m_keptIn; }
    /// A command was sent by an earlier console, when the shell had shown so many prompts; start() finds out what came of
    /// it, and commandEnded() tells.
    void await(qint64 prompts);
    /// An earlier console has left the kept shell behind: find() finds it.
    void recall();
    /// Whether tmux still has the shell as far as one can tell, though the link to it is lost.
    [[nodiscard]] bool isLeftBehind() const { return m_state == State::Lost && m_livesOn; }
    /// How many prompts a kept shell has shown.
    [[nodiscard]] qint64 prompts() const { return m_prompts; }
    /// Whether the sent command goes on, as far as one can tell, though the link to its shell is lost.
    [[nodiscard]] bool awaitsLostShell() const { return m_state == State::Lost && m_awaiting; }
    /// How long tmux may take until it has the shell, and the shell to its first prompt, where that is not the usual.
    void limitStart(std::chrono::milliseconds limit) { m_readyTimer.setInterval(limit); }
    /// A kept shell ends with its last client from now on, and with this.
    void letGo();

    /// Opens the shell on this transport; again after the link was lost, on the same screen with its history.
    /// The pty is as large as the screen is, which a pane may have made fit already.
    void start(Transport &transport);
    /// The same for a kept shell, but no new one is started in its place: found() or gone() tells. What goes wrong is said on
    /// its screen, and not by failed(): nobody has asked for anything.
    void find(Transport &transport);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString role() const { return m_role; }
    [[nodiscard]] terminal::Screen &screen() { return m_screen; }
    [[nodiscard]] QString workingDirectory() const { return m_workingDirectory; }
    /// How long the command in the shell has run, or the last one ran; nothing before the first.
    [[nodiscard]] std::optional<qint64> commandMs() const;
    /// How that one ended, by the shell's own marks.
    [[nodiscard]] std::optional<terminal::CommandOutcome> lastOutcome() const { return m_lastOutcome; }
    /// How far the command says it is; its claim. None at a prompt.
    [[nodiscard]] const terminal::Progress &progress() const { return m_progress; }
    /// Whether the cursor's line looks like a password prompt.
    [[nodiscard]] bool asksForSecret() const;

    /// Whether send() would be accepted now. Errors: Busy with the reason (a command runs, unfinished input, starting, or
    /// something was typed that the host may not have read yet); stateChanged() tells when that is over.
    [[nodiscard]] Result<> canSend(const QString &command) const;
    /// At a prompt at which it shows by itself, in a moment, whether all that was typed before it was read.
    [[nodiscard]] bool isSettling() const { return m_settleTimer.isActive(); }
    /// Types the command and Enter. Errors: those of canSend(), Invalid for control characters or a line that is too long.
    Result<> send(const QString &command);
    /// Puts the command at the prompt without Enter: sending it is up to the person. Errors: those of canSend().
    Result<> place(const QString &command);
    /// What the operator types, raw. While the shell starts it waits for the first prompt, unless the host has said something:
    /// then it may have asked.
    void type(const QByteArray &bytes);
    void interrupt(); ///< Ctrl+C
    /// Gives the shell up: its channel closes, and what it ran has an unknown outcome.
    void abandon(const QString &reason);
    /// The same, and a kept shell ends too. False: tmux may still have it, out of reach.
    bool end(const QString &reason);
    void resize(int columns, int rows);
    /// Nothing more is read until goOn(): what the host prints waits there. What is left when the shell ends is read all the same.
    void hold() { m_held = true; }
    void goOn();
    /// Undoes on this side what a program left behind that died: by itself this is done whenever the shell says that a command
    /// ended. What is on the screen and in the history stays.
    void resetTerminal();

signals:
    void stateChanged();
    /// New output was fed to the screen; bytes are as redacted.
    void output(const QByteArray &bytes);
    /// What this shell's own marks in it say, behind the bytes that have them.
    void marked(const holdpoint::session::PaneMarker &marker);
    /// The part of it that the sent command printed, prompt and echo left out.
    void commandPrinted(const QByteArray &bytes);
    void resized(int columns, int rows);
    void screenChanged();
    void commandEnded(const holdpoint::session::HostShell::End &end);
    void titleChanged(const QString &title);
    void bell();
    /// A program there wants this on the clipboard (OSC 52), which only a person may allow.
    void clipboardWanted(const QString &text);
    void failed(const holdpoint::Error &error);
    /// What find() came to.
    void found();
    void gone();

private:
    enum class Opening { FoundOrNew, FoundOnly };
    /// At a prompt: nothing, some of a line, one whole line, or more than that prompt alone has read.
    enum class Typed { Nothing, Part, Line, More };
    /// What was typed before the prompt: all was read, some may wait unread, or what waited is shown at the prompt.
    enum class Ahead { Nothing, Unread, Shown };

    void setState(State state);
    void drain();
    void drainAll();
    void receiveSlice();
    void receive(const QByteArray &bytes);
    void preview();
    void reply();
    void show(const QByteArray &bytes);
    void feed(const RedactedBytes &bytes);
    void feed(const QByteArray &ownWords) { feed({ownWords, ownWords}); }
    void handle(const std::vector<terminal::Event> &events);
    [[nodiscard]] bool isOwnMark(const terminal::Event &event) const;
    void undoLeftovers();
    void noteOutcome(const terminal::ShellMark &mark);
    void setOutcome(const terminal::CommandOutcome &outcome);
    void loseOutcome();
    void handleMark(const terminal::ShellMark &mark);
    void promptEnded();
    void atPrompt();
    void arrive();
    void settle();
    void noteTyped(const QByteArray &bytes);
    void forgetTyped();
    void promptTold(const ShellWord &word);
    [[nodiscard]] End endNotBegun();
    [[nodiscard]] static QString moreWasRun();
    [[nodiscard]] End close(End end);
    void endCommand(const End &end) { emit commandEnded(close(end)); }
    void keepPrinted(const QByteArray &bytes);
    void lose(const QString &reason);
    void closeChannel();
    void watch(Channel &channel);

    // hostshellstart.cpp: the way to the first prompt
    void open(Transport &transport, Opening opening);
    void startAnew();
    void tell(const Error &error);
    void awaitReady();
    void notReady();
    void releaseTyped();

    // hostshellkept.cpp: a shell that tmux keeps
    void attached(const TmuxPlace &place);
    void adopt(const TmuxPlace &place, const ShellWord &word);
    void notAsked();
    [[nodiscard]] bool isWhereItWas(const TmuxPlace &place) const;
    void newInItsPlace();
    void notAttached();
    void say(const QString &text);
    void findOutcome(const std::optional<ShellWord> &word);
    void judgeFound(const ShellWord &word);
    void showMissed(const TmuxPlace &place);
    void showText(const TmuxPlace &place, qint64 from);
    void rememberPlace();
    [[nodiscard]] qint64 cursorLineNumber() const;

    QString m_role;
    RedactingStream m_redacting;
    terminal::Screen m_screen{80, 24};
    QPointer<Channel> m_channel;
    QPointer<TmuxChannel> m_tmux; ///< the same, where tmux keeps the shell
    QByteArray m_keptIn;          ///< name of its session; empty: nothing keeps it
    QByteArray m_word;            ///< by which a kept shell leaves word of itself
    qint64 m_prompts = 0;         ///< of a kept shell
    qint64 m_promptsAtSend = 0;
    Opening m_opening = Opening::FoundOrNew;
    bool m_isAttached = false; ///< tmux has answered
    bool m_livesOn = false; ///< when lost: as far as one can tell
    bool m_isLetGo = false;
    bool m_lostAtPrompt = false;
    bool m_lostRunning = false; ///< a command of which mark C came
    bool m_promptAsked = false; ///< by us, with Ctrl+C: what that prompt says is of no command
    bool m_isBlind = false; ///< the shell's word was hidden when it was found: only the next one tells whose a prompt is
    quint32 m_foundRunning = 0; ///< the command that runs again, unless it is another: the next prompt's number tells
    std::optional<terminal::CommandOutcome> m_foundOutcome; ///< of it, until then
    std::optional<qint64> m_lineOffset; ///< from the screen's lines to tmux's, while they are known to go together
    QByteArray m_nonce;
    QByteArray m_preamble; ///< of what came before the shell was ready that which may be the mark's beginning
    QByteArray m_typedEarly; ///< waits for the first prompt
    State m_state = State::Closed;
    bool m_marksStarts = false; ///< the shell sends mark C
    bool m_integrated = false;  ///< the shell has the nonce
    bool m_hasSpoken = false;   ///< the host, before the shell was ready
    bool m_holdsTyped = false;  ///< nothing is there that ought to read it
    bool m_held = false;
    bool m_awaiting = false;    ///< a sent command has not ended
    bool m_isCut = false;       ///< of what it printed something never came
    bool m_started = false;     ///< its mark C came
    std::optional<int> m_exit;  ///< its mark D came
    bool m_promptFresh = false; ///< mark A came, B not yet: a redrawn prompt has no A
    Typed m_typed = Typed::Nothing; ///< by the operator, since the prompt
    Ahead m_ahead = Ahead::Nothing;
    bool m_unseen = false;      ///< the host has printed nothing since
    qsizetype m_keys = 0;       ///< bytes typed since the prompt
    qsizetype m_interrupts = 0; ///< those of them that are Ctrl+C
    bool m_endsInInterrupt = false; ///< the last one is
    bool m_mayBeDropped = false; ///< what waits before the prompt: unless the prompt was on its way before Ctrl+C
    std::optional<int> m_promptExit; ///< as the prompt says
    quint32 m_command = 0;        ///< as the screen numbers it: the one whose prompt our shell showed last
    bool m_commandRuns = false;
    std::optional<terminal::CommandOutcome> m_lastOutcome;
    QElapsedTimer m_commandTimer; ///< runs with it, where the shell says when it begins
    CommandOutput m_commandOutput;
    QByteArray m_head; ///< the first output of the sent command
    QByteArray m_unbegun; ///< what came since it was sent and before its mark C
    Sha256 m_outputHash;
    QString m_workingDirectory;
    QElapsedTimer m_busyTimer; ///< runs while something runs in the shell
    std::optional<qint64> m_lastBusyMs;
    terminal::Progress m_progress;
    QTimer m_drainTimer;
    QTimer m_quietTimer; ///< shows what the redactor holds back
    QTimer m_readyTimer; ///< gives up on a shell that does not come to its first own prompt
    QTimer m_settleTimer; ///< runs at a prompt until it has been quiet for long enough
    QTimer m_askedTimer;  ///< runs while a prompt that was asked for has not come
    QTimer m_beginTimer; ///< runs after a prompt that the sent command has not begun before
};

} // namespace holdpoint::session
