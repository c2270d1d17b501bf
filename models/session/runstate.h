// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/escalation/escalation.h>
#include <models/ledger/entry.h>
#include <runbooks/binding.h>
#include <runbooks/document.h>

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

/// What a run is at any moment: a value folded from its ledger entries, in order, by apply().
namespace holdpoint::session {

/// How much of what happens is real.
enum class Mode { Live, Rehearsal, Practice };
QString modeName(Mode mode); ///< "live", "rehearsal", "practice"
std::optional<Mode> modeFromName(const QString &name);

/// Where the run as a whole stands; what is allowed in each is the table in transitions.h.
enum class Phase {
    Ready,       ///< form bound, hosts chosen, nothing begun
    Idle,        ///< at a stage, nothing in flight
    Running,     ///< a command of the stage is in flight
    Checking,    ///< automated checks are in flight
    Deciding,    ///< something failed or its outcome is unknown: a person must choose
    RollingBack, ///< the undo list is open, nothing of it in flight
    Undoing,     ///< a command of the undo list is in flight
    Finished,    ///< every stage passed or was skipped
    Stopped,     ///< ended by a person before the end
};
QString phaseName(Phase phase);

/// A stage is what the wizard shows as one page: the prerequisites, each step, the verification.
enum class StageKind { Prerequisites, Step, Verification };
enum class StageStatus { Pending, Current, Passed, Failed, Skipped, RolledBack };
enum class CommandStatus { NotRun, Running, Succeeded, Failed, Unknown, Skipped };
enum class Verdict { Unanswered, Running, Passed, Failed, Inconclusive, NotApplicable, Waived };
enum class EvidenceSource { None, ProtocolExit, ShellMark, Query, FileHash, ScreenText, OperatorStatement };

QString stageStatusName(StageStatus status);
QString commandStatusName(CommandStatus status);
QString verdictName(Verdict verdict);
QString evidenceSourceName(EvidenceSource source);
std::optional<Verdict> verdictFromName(const QString &name);
std::optional<EvidenceSource> evidenceSourceFromName(const QString &name);

/// What a verdict rests on.
struct Evidence
{
    EvidenceSource source = EvidenceSource::None;
    std::optional<int> exit;
    QString output; ///< the first 4 KiB, redacted
    QString by;   ///< a person's statement: who
    QString note; ///< a person's statement: what they said
    QString explanation; ///< why the verdict is what it is: "exit status 2, expected 0"
};

struct CommandRecord
{
    QString id;
    CommandStatus status = CommandStatus::NotRun;
    int attempts = 0;
    QString text; ///< resolved, as sent the last time
    QString host; ///< role name
    std::optional<int> exit;
    QString outcome; ///< "exit status 1", "connection lost", or why it was skipped
    QString output;  ///< the first 4 KiB, redacted, without escape sequences
    QString confirmation; ///< the reason given for a dangerous command
    QString unfinished; ///< path on this machine of the file or folder that it began to copy, until that succeeds
    std::optional<qint64> prompts; ///< that a kept shell had shown when it was sent
    QDateTime started;
    QDateTime ended;
};

struct CheckRecord
{
    QString id;
    Verdict verdict = Verdict::Unanswered;
    Evidence evidence;
    QDateTime utc;

    /// Whether the hold point may open as far as this check is concerned.
    [[nodiscard]] bool opensGate() const;
};

struct Stage
{
    QString id; ///< "pre", "1", "2", ..., "verify"
    StageKind kind = StageKind::Step;
    QString title;
    StageStatus status = StageStatus::Pending;
    QList<CommandRecord> commands;
    QList<CheckRecord> checks;
    QStringList notes;
    QString skipReason;
    QDateTime started;
    QDateTime ended;

    [[nodiscard]] const CommandRecord *command(const QString &commandId) const;
    [[nodiscard]] const CheckRecord *check(const QString &checkId) const;
    [[nodiscard]] bool commandsDone() const; ///< every command succeeded or was skipped with a reason
    [[nodiscard]] bool hasExceptions() const; ///< not everything in it was done and passed
    [[nodiscard]] bool gateOpen() const;     ///< every check opens it
};

/// One entry of the undo list, registered before its stage's first command ran.
struct UndoItem
{
    enum class Status { Registered, Running, Done, Failed, Declined };
    QString id; ///< "undo.2" for step 2, "undo.runbook" for the whole
    QString stageId; ///< empty for the runbook's own rollback
    QString title;
    runbooks::Reversibility reversibility = runbooks::Reversibility::NeedsCheck;
    QList<CommandRecord> commands;
    Status status = Status::Registered;
};
QString undoStatusName(UndoItem::Status status);

/// What stopped the run and waits for a decision.
struct Failure
{
    QString stageId;
    QString subjectId; ///< command or check
    QString what; ///< "Command 2.1 ended with exit status 1", one sentence
    bool outcomeUnknown = false;
};

/// A file that was copied outside the steps.
struct CopyRecord
{
    enum class Status { Running, Succeeded, Failed, Unknown };
    QString id; ///< "copy.1"
    QString role;
    bool toHost = true;
    QString local;
    QString remote;
    bool replaces = false; ///< a file that has the name
    bool isFolder = false; ///< with what lies below it
    QStringList names;     ///< of a folder: no more than these of what lies in it; empty: all
    QString partOf;        ///< the copy of the folder that it belongs to
    Status status = Status::Running;
    QString sha256;
    qint64 size = 0;
    QString outcome; ///< one sentence
    bool nameTaken = false; ///< it failed because other content has that name
    bool isKept = false;    ///< it failed, and what came so far is kept
    QDateTime started;
    QDateTime ended;
};
QString copyStatusName(CopyRecord::Status status);

/// A shell beside the first one of its host.
struct ShellRecord
{
    QString name; ///< "web1 (2)"
    int number = 0;
};

/// A host of the run.
struct HostRecord
{
    QString role;
    QString address; ///< "ops@10.0.0.5:22"
    QString keyFingerprint;
    bool connected = false;
    QString lastProblem;
    int shells = 1; ///< opened so far, the first one among them
    QList<ShellRecord> keptShells; ///< further ones that are open and that tmux keeps on the host
    QList<int> leftBehind;         ///< closed: tmux may still have those of these numbers, when the order to end them got lost
};

/// A time in which the run went on although the ledger could not be written.
struct UnrecordedInterval
{
    QDateTime from;
    QDateTime to; ///< not valid while it lasts
    QString reason;
    QString by;
};

struct RunState
{
    QByteArray id; ///< 16 bytes
    QString runbookId;
    QString runbookTitle;
    QString runbookVersion;
    QString runbookPath;
    QString runbookSha256;
    Mode mode = Mode::Live;
    QString operatorName;
    runbooks::Values values;
    Phase phase = Phase::Ready;
    QList<Stage> stages;
    int current = -1; ///< index of the current stage; -1 before begin
    QList<UndoItem> undo; ///< in order of registration; offered in reverse
    std::optional<Failure> failure;
    int failures = 0; ///< of commands and checks so far
    QList<HostRecord> hosts;
    QList<CopyRecord> copies; ///< in the order in which they began
    escalation::Escalation escalation;
    QString stopReason;
    QList<UnrecordedInterval> unrecorded;
    QDateTime started;
    QDateTime ended;
    bool untouched = true; ///< it was begun, and nothing else: no host was ever connected, and nobody did anything

    [[nodiscard]] QString idText() const; ///< hexadecimal, 32 characters
    [[nodiscard]] const Stage *currentStage() const;
    [[nodiscard]] const Stage *stage(const QString &stageId) const;
    [[nodiscard]] bool isOver() const { return phase == Phase::Finished || phase == Phase::Stopped; }
    /// "passed", "passed with exceptions" (skips, waivers, not-applicable, unrecorded), "stopped", "running".
    [[nodiscard]] QString verdict() const;
};

/// The stages of a runbook, all pending: what a new run starts from.
QList<Stage> stagesOf(const runbooks::Runbook &runbook);

/// Folds one entry of the run into the state. Entries of other runs or of unknown types change nothing.
void apply(RunState &state, const ledger::Entry &entry);

/// The whole run from its entries, in order. The runbook's source is the first attachment of "run-started".
RunState foldRun(const QList<ledger::Entry> &entries);

} // namespace holdpoint::session
