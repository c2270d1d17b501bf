// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/clock.h>
#include <models/base/redactor.h>
#include <models/escalation/ticker.h>
#include <models/files/filetransfer.h>
#include <models/ledger/ledger.h>
#include <models/session/checkrunner.h>
#include <models/session/commandwatch.h>
#include <models/session/foldertally.h>
#include <models/session/hostshell.h>
#include <models/session/panerecorder.h>
#include <models/session/runstate.h>
#include <models/session/transitions.h>
#include <models/session/unrecorded.h>

#include <QSet>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace holdpoint::session {

class FolderCopy;

/// One execution of one runbook: the only thing that may send commands, and the only writer of the run's entries.
///
/// Every intent below is checked against the transition table, written to the ledger, and only when that is durable
/// does it take effect and change state(). Intents that are refused emit refused(); nothing else happens then.
///
/// Thread: GUI thread. Owns its transports, shells and recorders; borrows ledger, clock and factory, which outlive it.
/// Invariants: no command leaves without its durable "command-intended"; changed() follows every change of state();
/// a step passes only when its commands succeeded and its checks are answered.
/// Errors: a ledger that cannot write halts the run: isHalted(), refused() for every intent, the panes stay readable, until
/// recoverLedger() succeeds or a person chooses continueUnrecorded().
class RunSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunSession)

public:
    struct Setup
    {
        runbooks::Document document;
        QString runbookId;
        runbooks::Values values;          ///< bound (runbooks::bind)
        QMap<QString, HostAddress> hosts; ///< by role
        Mode mode = Mode::Live;
        QString operatorName;
        escalation::Policy policy;
    };

    /// What the session works with; all outlive it.
    struct Services
    {
        ledger::Ledger &ledger;
        const Clock &clock;
        TransportFactory &transports;
        QString filesFolder; ///< what is fetched from hosts is kept in a folder of the run below it; empty: nothing is fetched
    };

    /// A new run, Ready, not yet in the ledger. Errors: NotFound (runbook), Invalid (values, a role without host).
    static Result<std::unique_ptr<RunSession>> create(Setup setup, Services services);
    /// A run of the ledger, where it stopped; commands in flight become outcome unknown. The document is parsed from the
    /// recorded source. Errors: NotFound, Corrupt, Invalid, and those of Ledger.
    /// `policyOf` is called once, in any thread.
    static QFuture<Result<std::shared_ptr<RunSession>>> resume(const QByteArray &runId, const QString &operatorName,
                                                               Services services, const escalation::PolicyOf &policyOf);
    ~RunSession() override;

    [[nodiscard]] const RunState &state() const { return m_state; }
    [[nodiscard]] const runbooks::Document &document() const { return m_setup.document; }
    [[nodiscard]] const runbooks::Runbook &runbook() const;
    [[nodiscard]] const escalation::Policy &policy() const { return m_setup.policy; }
    [[nodiscard]] bool isHalted() const { return m_halted && !m_unrecorded; }
    [[nodiscard]] std::optional<Error> haltReason() const { return m_halted; }
    /// What is done unrecorded at present; null when nothing is.
    [[nodiscard]] const Unrecorded *unrecorded() const { return m_unrecorded.get(); }
    /// Whether the command, or all of the stage, has to wait until the ledger works: the runbook wants it on record, and
    /// nothing is recorded at present.
    [[nodiscard]] bool waitsForLedger(const runbooks::Command &command) const;
    [[nodiscard]] bool waitsForLedger(const Stage &stage) const;
    /// Whether an entry is on its way to the disk; intents wait their turn meanwhile.
    [[nodiscard]] bool isBusy() const { return m_deciding > 0; }

    [[nodiscard]] QStringList roles() const { return m_setup.hosts.keys(); }
    /// The role's live shell, or the further shell of this name; null before connect().
    [[nodiscard]] HostShell *shell(const QString &role) const;
    /// The names of the role's further shells that are open: the runbook's commands never run in one.
    [[nodiscard]] QStringList furtherShells(const QString &role) const;
    [[nodiscard]] Transport *transport(const QString &role) const;
    /// The command of this id in the steps and rollbacks, or null.
    [[nodiscard]] const runbooks::Command *findCommand(const QString &commandId) const;
    /// The role a command runs on.
    [[nodiscard]] QString roleOf(const runbooks::Command &command) const;
    /// The exact bytes that would be sent. Errors: those of commandLine().
    [[nodiscard]] Result<runbooks::ResolvedCommand> resolved(const runbooks::Command &command) const;
    /// What is allowed now, for enabling buttons.
    [[nodiscard]] bool allows(Event event) const { return nextPhase(m_state.phase, event).has_value() && !isHalted(); }

    /// Keeps these bytes out of panes, recordings, evidence and logs. False when they are too short to be told apart.
    bool addSecret(const QByteArray &secret);

    // Intents. Each takes effect later, through changed(), or is refused().
    void begin();
    void connectHost(const QString &role);
    void disconnectHost(const QString &role);
    /// Another shell on the role's connection, recorded under its own name, which is given back; empty where it is refused.
    /// shellOpened() comes when it is there.
    QString addShell(const QString &role);
    /// A further shell that ended gets a new one in its place, unless tmux still has it.
    void reopenShell(const QString &name);
    /// Ends a further shell, and what runs in it; one that tmux keeps out of reach when its host is connected again.
    void closeShell(const QString &name);
    /// What is typed in one of these panes goes to all of them, until endBroadcast(). Begun when broadcastBegan() comes.
    void beginBroadcast(const QStringList &panes);
    void endBroadcast(const QString &reason);
    /// Runs one command of the current stage (or, while deciding, the failed one again). A dangerous command needs the
    /// reason a person gave; without it the intent is refused with NotPermitted.
    void runCommand(const QString &commandId, const QString &confirmation = {}, const QString &by = {});
    /// How long a command may take that has no `timeout` of its own, where nobody looks on; as long as it likes by default.
    void setLongestCommand(std::chrono::milliseconds longest)
    {
        m_longest = longest;
        m_watch.setLongest(longest);
    }
    /// Runs the commands of the current stage that have not succeeded, in order; stops at the first that fails, is
    /// dangerous, guessed, or excluded from running all.
    void runAll();
    /// Whether the command under way runs in a shell that tmux keeps and whose connection is lost: connectHost() finds out
    /// what came of it.
    [[nodiscard]] bool awaitsLostShell() const;
    /// Does not wait for that: the command's outcome is unknown.
    void giveUpLostShell(const QString &reason);
    void interrupt(); ///< Ctrl+C for the command that runs; a file under way is called off
    /// Copies a file outside the steps, on record like a command; of a folder so is each file in it.
    void copyFile(const QString &role, const files::TransferOrder &order);
    void cancelCopy(const QString &transferId);
    /// Where fetched files of this run are kept; empty when nowhere.
    [[nodiscard]] QString filesFolder() const;
    void runCheck(const QString &checkId);
    /// Runs every automated check of the current stage that does not stand passed.
    void runChecks();
    void answer(const QString &checkId, Verdict verdict, const QString &note, const QString &by = {});
    void waive(const QString &checkId, const QString &reason, const QString &by);
    void passStage();
    /// Runs the failed command or check again. A dangerous command asks for its reason again: the first one was given for
    /// another moment. Refused while its host is not connected, and the decision stays open then.
    void retry(const QString &confirmation = {}, const QString &by = {});
    /// While deciding: leaves out the failed command, or waives the failed check, and goes on with the stage.
    void skip(const QString &reason, const QString &by = {});
    /// Leaves out what is left of the current stage.
    void skipStage(const QString &reason);
    void openRollback(const QString &reason = {}, const QString &by = {});
    /// Runs the commands of the undo list's next item; one without commands is done by hand and this says that it is done.
    void undo(const QString &undoId, const QString &confirmation, const QString &by = {});
    void declineUndo(const QString &undoId, const QString &reason);
    /// What the author wrote about undoing it, as Markdown; empty where nothing is written.
    [[nodiscard]] QString undoProse(const UndoItem &item) const;
    void leaveRollback();
    /// While deciding, after a rollback: the work goes on at the earliest step that was undone.
    void goBack();
    /// That step's stage, or null.
    [[nodiscard]] const Stage *undoneStage() const;
    void stop(const QString &reason, const QString &by = {});
    /// Stops a run that was begun and in which nothing else has happened, as never connected. Any other is refused.
    void endUntouched();
    void note(const QString &text);

    void escalate(const QString &severity, const QString &reason);
    void recordAttempt(int rung, const QString &contact, escalation::Outcome outcome, const QString &note);
    void acknowledge(const QString &by, const QString &note);
    void resolveEscalation(const QString &resolution);

    /// Tries the ledger again after it failed. What was done unrecorded is told to it then.
    void recoverLedger();
    /// Goes on although the ledger cannot be written: what is done from now on is held in memory, and lost if the program ends
    /// before the ledger works again. It is tried by itself every few seconds. Refused for a run that is not halted. What
    /// the runbook wants on record is refused meanwhile, and may be skipped.
    void continueUnrecorded(const QString &reason);

signals:
    void changed();
    /// Each entry of the run as it becomes durable; the CLI prints them.
    void recorded(const holdpoint::ledger::Entry &entry);
    void refused(const holdpoint::Error &error);
    void halted(const holdpoint::Error &error);
    void shellOpened(const QString &role); ///< or the name of a further shell
    void broadcastBegan(const QStringList &panes);
    void connectionFailed(const QString &role, const holdpoint::Error &error);
    /// Running all has come to a command that a person must start: dangerous, guessed or set apart by the runbook.
    void commandWaits(const QString &commandId);
    /// A rule of the runbook says that somebody is to be called now; once for each rule of a run.
    void escalationAdvised(const holdpoint::runbooks::EscalationRule &rule);
    /// A rung's time has come (index), or an acknowledged escalation went quiet (-1).
    void escalationDue(int rung);
    /// A file is on its way, by the command's id or the transfer's own; `total` is 0 where nobody knows.
    void copyProgressed(const QString &id, qint64 done, qint64 total);
    /// The same for a folder.
    void folderProgressed(const QString &id, const holdpoint::session::FolderProgress &progress);
    /// Once a second while an escalation is active.
    void escalationTick();

private:
    struct FurtherShell;
    struct Host;
    using Effect = std::function<void()>;

    RunSession(Setup setup, Services services, RunState state);

    // runsession.cpp: the way into the ledger
    void record(const QString &type, const QJsonObject &body, Effect effect = {},
                const QList<QByteArray> &attachments = {});
    /// The same for an intent: refused while another intent is on its way to the disk.
    void decide(Event event, const QString &type, const QJsonObject &body, Effect effect = {});
    bool mayDecide(Event event);
    void refuse(ErrorKind kind, const QString &detail);
    void halt(const Error &error);
    void finish(const QString &verdict, const QString &reason, const QString &by = {});
    void recoverInFlight(const QString &reason);
    void holdIfGateIsShut();
    void becomes(const ledger::Entry &entry, const Effect &effect);

    // rununrecorded.cpp
    void remember(const ledger::Draft &draft, Effect effect);
    bool mayAnswer(const Stage &stage);
    bool mayJudge(const runbooks::Check &check);
    enum class Tone { Told, Quiet };
    void tryLedger(Tone tone);
    void tellUnrecorded();
    void closeOpenEnds();

    // runhosts.cpp
    void watch(Host &host);
    void openShell(Host &host);
    void makeShell(Host &host);
    void letShellsGo();
    bool awaitKeptShell(const CommandRecord &command, const QString &undoId);
    void hostLost(Host &host, const Error &why);
    [[nodiscard]] std::unique_ptr<PaneRecorder> recorderFor(HostShell &shell);
    void flushRecorders();
    void paceShells();

    // runshells.cpp
    [[nodiscard]] Host *hostOf(const QString &furtherShell) const;
    [[nodiscard]] FurtherShell *furtherShell(const QString &name) const;
    FurtherShell &makeFurther(Host &host, const ShellRecord &record);
    static QJsonObject shellBody(const Host &host, const FurtherShell &shell);
    void startShell(const QString &name);
    void recallShells();
    void findShells(Host &host);
    void endLeftBehind(const Host &host);
    void endInTmux(const Host &host, int number);

    // runcommands.cpp
    /// Why a person asked for something, and who, when it was not the operator.
    struct Consent
    {
        QString reason;
        QString by;
    };
    void intend(const runbooks::Command &command, const Consent &consent, const QString &undoId);
    [[nodiscard]] QString missingConsent(const runbooks::Command &command, const Consent &consent) const;
    void sendIntended(const QString &role, const QString &text);
    void commandGoes(const runbooks::Command &command, Host &host);
    [[nodiscard]] bool isOnRecordWhole(const HostShell::End &end) const;
    void commandEnded(const QString &role, const HostShell::End &end);
    void continueAll();
    void registerUndo(const runbooks::Step &step);
    void continueUndo();
    [[nodiscard]] bool waitsForPrompt(const runbooks::Command &command);
    void goOnAtPrompt();
    /// Whether the command could start now. Errors: Busy, Disconnected, Invalid, NotPermitted (unrecorded).
    [[nodiscard]] Result<> canStart(const runbooks::Command &command, const QString &text) const;
    void recordEnd(const runbooks::Command &command, const QJsonObject &body);

    // runfiles.cpp
    [[nodiscard]] const CommandRecord *recordOf(const QString &commandId) const;
    [[nodiscard]] Result<files::TransferOrder> orderOf(const runbooks::Command &command, const QString &text) const;
    void intendCopy(const runbooks::Command &command, const QString &text, const QJsonObject &body);
    void startCopy(const QString &role, const QString &id, const files::TransferOrder &order);
    [[nodiscard]] Result<> mayCopy(const QString &role) const;
    void cancelCopies();
    void recoverCopies();
    void copyEnded(const QString &role, const QString &id, const files::TransferOrder &order,
                   const Result<files::Copied> &result);
    /// How a copy ended, for the record.
    struct CopyEnd
    {
        QJsonObject file;
        std::optional<ErrorKind> failure;
        QString outcome;
    };
    void recordCopyEnd(const QString &role, const QString &id, const CopyEnd &end);
    void commandCopied(const runbooks::Command &command, const QString &role, const CopyEnd &end);

    // runfolders.cpp
    /// A file that is copied as a part of a folder.
    struct Part
    {
        QString folder; ///< id of that copy; empty: it is none
        int number = 0;
    };
    void intendFile(const QString &role, const files::TransferOrder &order, const Part &part);
    void startFolder(const QString &role, const QString &id, const files::TransferOrder &order);
    void folderEnded(const QString &role, const QString &id, const files::TransferOrder &order, const FolderTally &tally);
    void fileRefused(const QString &role, const Part &part, const Error &error);
    void cancelPart(const Part &part);
    [[nodiscard]] bool isCalledOff(const QString &role, const Part &part) const;
    void abandonFolders(const Error &why);
    [[nodiscard]] FolderCopy *folderOf(const QString &role, const Part &part) const;

    void advise();

    // runchecks.cpp
    [[nodiscard]] const runbooks::Check *findCheck(const QString &checkId) const;
    void startCheck(const runbooks::Check &check);
    void checkFinished(const QString &checkId, const Judgement &judgement, const ExecResult &result, int attempts);
    void continueChecks();

    Setup m_setup;
    Services m_services;
    RunState m_state;
    Redactor m_redactor;
    std::map<QString, std::unique_ptr<Host>> m_hosts;
    CheckRunner m_checks;
    CommandWatch m_watch;
    QTimer m_adviceTimer;
    QSet<qsizetype> m_advised; ///< rules that were told, by index
    escalation::Ticker m_ticker;
    qint64 m_startBootMs; ///< zero of the recordings' time
    std::optional<Error> m_halted;
    std::unique_ptr<Unrecorded> m_unrecorded;
    QTimer m_probe; ///< tries the ledger while the run goes on unrecorded
    bool m_trying = false; ///< the ledger, at this moment
    int m_deciding = 0; ///< intents on their way to the disk
    int m_appending = 0;        ///< entries on their way to the disk
    qint64 m_unwritten = 0;     ///< bytes of attachments on their way there
    bool m_endsAreOpen = false; ///< closeOpenEnds() waits for them
    bool m_runningAll = false;
    bool m_runningChecks = false;
    QString m_commandInFlight;
    QString m_undoInFlight;
    QString m_waiting; ///< the command that is sent as soon as its shell's prompt is at rest
    QMap<QString, Part> m_parts; ///< those under way, by the id of their copy
    int m_copies = 0; ///< numbers those outside the steps
    int m_era = 0;    ///< counts failures of the ledger: an intent of an earlier one is no more
    int m_commandEra = 0; ///< in which the command in flight was sent
    files::CancelFlag m_hashing; ///< of the file that the intended command is to send
    std::optional<std::chrono::milliseconds> m_longest;
    QTimer m_copyLimit; ///< of the command that copies a file
    const files::CancelFlag m_leaving = std::make_shared<std::atomic<bool>>(false); ///< whoever reads a file for us stops
    QStringList m_broadcast; ///< the panes that all get what is typed in one of them
};

} // namespace holdpoint::session
