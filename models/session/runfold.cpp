// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/runstate.h>
#include <models/session/transitions.h>
#include <models/session/unrecorded.h>

#include <QJsonArray>

#include <algorithm>

// What each type of entry does to the state; the bodies are written in the other run*.cpp of this folder.
namespace holdpoint::session {

namespace {

using ledger::Entry;

QString text(const Entry &entry, const char *key) { return entry.body[QLatin1String(key)].toString(); }

template <class List> auto *findById(List &list, const QString &id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto &item) { return item.id == id; });
    return found == list.end() ? nullptr : &*found;
}

Stage *currentStage(RunState &state)
{
    return state.current >= 0 && state.current < state.stages.size() ? &state.stages[state.current] : nullptr;
}

void move(RunState &state, Event event)
{
    if (const auto next = nextPhase(state.phase, event))
        state.phase = *next;
}

QList<Stage> stagesFrom(const QJsonArray &json)
{
    QList<Stage> stages;
    for (const auto value : json) {
        const QJsonObject object = value.toObject();
        Stage stage{.id = object[QLatin1String("id")].toString(),
                    .kind = StageKind(object[QLatin1String("kind")].toInt()),
                    .title = object[QLatin1String("title")].toString()};
        for (const auto id : object[QLatin1String("commands")].toArray())
            stage.commands.append({.id = id.toString()});
        for (const auto id : object[QLatin1String("checks")].toArray())
            stage.checks.append({.id = id.toString()});
        stages.append(stage);
    }
    return stages;
}

void enter(RunState &state, int index, const QDateTime &utc)
{
    state.current = index;
    if (Stage *stage = currentStage(state)) {
        stage->status = StageStatus::Current;
        stage->started = utc;
    }
}

void runStarted(RunState &state, const Entry &entry)
{
    state.id = entry.run;
    state.runbookId = text(entry, "runbook");
    state.runbookTitle = text(entry, "title");
    state.runbookVersion = text(entry, "version");
    state.runbookPath = text(entry, "path");
    state.runbookSha256 = text(entry, "sha256");
    state.mode = modeFromName(text(entry, "mode")).value_or(Mode::Live);
    state.operatorName = entry.actor;
    state.started = entry.utc;
    state.stages = stagesFrom(entry.body[QLatin1String("stages")].toArray());
    const QJsonObject values = entry.body[QLatin1String("values")].toObject();
    for (auto value = values.begin(); value != values.end(); ++value)
        state.values.insert(value.key(), value.value().toString());
    const QJsonObject hosts = entry.body[QLatin1String("hosts")].toObject();
    state.hosts.clear();
    for (auto host = hosts.begin(); host != hosts.end(); ++host)
        state.hosts.append({.role = host.key(), .address = host.value().toString()});
    move(state, Event::Begin);
    enter(state, 0, entry.utc);
}

HostRecord *host(RunState &state, const Entry &entry)
{
    const QString role = text(entry, "role");
    const auto found = std::find_if(state.hosts.begin(), state.hosts.end(),
                                    [&](const HostRecord &record) { return record.role == role; });
    return found == state.hosts.end() ? nullptr : &*found;
}

void hostChanged(RunState &state, const Entry &entry, bool connected)
{
    HostRecord *record = host(state, entry);
    if (!record)
        return;
    record->connected = connected;
    record->lastProblem = text(entry, "reason");
    if (connected)
        record->keyFingerprint = text(entry, "key_fingerprint");
}

void shellOpened(RunState &state, const Entry &entry)
{
    HostRecord *record = host(state, entry);
    if (!record)
        return;
    const int number = entry.body[QLatin1String("number")].toInt();
    record->shells = std::max(record->shells, number);
    record->keptShells.removeIf([&](const ShellRecord &shell) { return shell.name == text(entry, "pane"); });
    record->leftBehind.removeAll(number);
    if (entry.body[QLatin1String("kept")].toBool())
        record->keptShells.append({.name = text(entry, "pane"), .number = number});
}

void shellClosed(RunState &state, const Entry &entry)
{
    HostRecord *record = host(state, entry);
    if (!record)
        return;
    record->keptShells.removeIf([&](const ShellRecord &shell) { return shell.name == text(entry, "pane"); });
    // A link may be dead long before anybody knows: that the order to end it arrived is proven for none.
    if (entry.body[QLatin1String("left_behind")].toBool() || entry.body[QLatin1String("kept")].toBool())
        record->leftBehind.append(entry.body[QLatin1String("number")].toInt());
}

UndoItem *undoItem(RunState &state, const Entry &entry) { return findById(state.undo, text(entry, "undo")); }

CommandRecord *commandRecord(RunState &state, const Entry &entry)
{
    if (UndoItem *item = undoItem(state, entry))
        return findById(item->commands, text(entry, "command"));
    Stage *stage = findById(state.stages, text(entry, "stage"));
    return stage ? findById(stage->commands, text(entry, "command")) : nullptr;
}

void undoRegistered(RunState &state, const Entry &entry)
{
    UndoItem item{.id = text(entry, "undo"),
                  .stageId = text(entry, "stage"),
                  .title = text(entry, "title"),
                  .reversibility = runbooks::Reversibility(entry.body[QLatin1String("reversibility")].toInt())};
    for (const auto id : entry.body[QLatin1String("commands")].toArray())
        item.commands.append({.id = id.toString()});
    if (!findById(state.undo, item.id))
        state.undo.append(item);
}

void commandIntended(RunState &state, const Entry &entry)
{
    if (CommandRecord *record = commandRecord(state, entry)) {
        record->status = CommandStatus::Running;
        ++record->attempts;
        record->text = text(entry, "text");
        record->host = text(entry, "role");
        record->confirmation = text(entry, "confirmation");
        record->unfinished = entry.body[QLatin1String("file")][QLatin1String("local")].toString();
        record->prompts.reset();
        if (const QJsonValue prompts = entry.body[QLatin1String("prompts")]; prompts.isDouble())
            record->prompts = prompts.toInteger();
        record->exit.reset();
        record->outcome.clear();
        record->output.clear();
        record->started = entry.utc;
        record->ended = {};
    }
    if (UndoItem *item = undoItem(state, entry)) {
        item->status = UndoItem::Status::Running;
        move(state, Event::UndoSent);
    } else {
        state.failure.reset();
        move(state, Event::CommandSent);
    }
}

void failed(RunState &state, const Entry &entry, const QString &subject, const QString &what, bool unknown)
{
    Stage *stage = currentStage(state);
    if (!stage)
        return;
    stage->status = StageStatus::Failed;
    ++state.failures;
    state.failure = Failure{.stageId = stage->id, .subjectId = subject, .what = what, .outcomeUnknown = unknown};
    stage->ended = entry.utc;
}

void undoEnded(RunState &state, UndoItem &item, bool succeeded)
{
    const bool more = succeeded && std::ranges::any_of(item.commands, [](const CommandRecord &command) {
                          return command.status != CommandStatus::Succeeded;
                      });
    if (!succeeded)
        item.status = UndoItem::Status::Failed;
    else if (!more)
        item.status = UndoItem::Status::Done;
    if (item.status == UndoItem::Status::Done) {
        if (Stage *stage = findById(state.stages, item.stageId))
            stage->status = StageStatus::RolledBack;
    }
}

void commandFinished(RunState &state, const Entry &entry)
{
    const bool succeeded = entry.body[QLatin1String("expected")].toBool();
    if (CommandRecord *record = commandRecord(state, entry)) {
        record->status = succeeded ? CommandStatus::Succeeded : CommandStatus::Failed;
        if (entry.body.contains(QLatin1String("exit")))
            record->exit = entry.body[QLatin1String("exit")].toInt();
        if (succeeded)
            record->unfinished.clear();
        record->outcome = text(entry, "outcome");
        record->output = text(entry, "output");
        record->ended = entry.utc;
    }
    if (UndoItem *item = undoItem(state, entry)) {
        undoEnded(state, *item, succeeded);
        move(state, Event::UndoEnded);
    } else if (succeeded) {
        move(state, Event::CommandSucceeded);
    } else {
        failed(state, entry, text(entry, "command"),
               entry.body.contains(QLatin1String("file"))
                   ? QStringLiteral("Command %1 copied nothing: %2").arg(text(entry, "command"), text(entry, "outcome"))
                   : QStringLiteral("Command %1 ended with %2").arg(text(entry, "command"), text(entry, "outcome")),
               false);
        move(state, Event::CommandFailed);
    }
}

void commandUnknown(RunState &state, const Entry &entry)
{
    if (CommandRecord *record = commandRecord(state, entry)) {
        record->status = CommandStatus::Unknown;
        record->outcome = text(entry, "reason");
        record->ended = entry.utc;
    }
    if (UndoItem *item = undoItem(state, entry)) {
        item->status = UndoItem::Status::Failed;
    } else {
        failed(state, entry, text(entry, "command"),
               QStringLiteral("The outcome of command %1 is unknown: %2")
                   .arg(text(entry, "command"), text(entry, "reason")),
               true);
    }
    move(state, Event::OutcomeUnknown);
}

CheckRecord *checkRecord(RunState &state, const Entry &entry)
{
    Stage *stage = findById(state.stages, text(entry, "stage"));
    return stage ? findById(stage->checks, text(entry, "check")) : nullptr;
}

Evidence evidenceFrom(const QJsonObject &json)
{
    Evidence evidence{
        .source = evidenceSourceFromName(json[QLatin1String("source")].toString()).value_or(EvidenceSource::None),
        .output = json[QLatin1String("output")].toString(),
        .by = json[QLatin1String("by")].toString(),
        .note = json[QLatin1String("note")].toString(),
        .explanation = json[QLatin1String("explanation")].toString()};
    if (json.contains(QLatin1String("exit")))
        evidence.exit = json[QLatin1String("exit")].toInt();
    return evidence;
}

void checkIntended(RunState &state, const Entry &entry)
{
    if (CheckRecord *record = checkRecord(state, entry))
        record->verdict = Verdict::Running;
    state.failure.reset();
    move(state, Event::ChecksStarted);
}

void judged(RunState &state, const Entry &entry, Event passed, Event notPassed)
{
    CheckRecord *record = checkRecord(state, entry);
    if (!record)
        return;
    record->verdict = verdictFromName(text(entry, "verdict")).value_or(Verdict::Inconclusive);
    record->evidence = evidenceFrom(entry.body[QLatin1String("evidence")].toObject());
    record->utc = entry.utc;
    if (record->opensGate()) {
        // Another check's answer leaves the open decision open.
        if (state.phase == Phase::Deciding && state.failure && state.failure->subjectId != record->id)
            return;
        if (state.failure && state.failure->subjectId == record->id) {
            state.failure.reset();
            if (Stage *stage = currentStage(state))
                stage->status = StageStatus::Current;
        }
        move(state, passed);
        return;
    }
    QString what = QStringLiteral("Check \"%1\" %2").arg(text(entry, "text"), verdictName(record->verdict));
    if (!record->evidence.explanation.isEmpty())
        what += QStringLiteral(": ") + record->evidence.explanation;
    failed(state, entry, record->id, what, record->verdict == Verdict::Inconclusive);
    move(state, notPassed);
}

void retried(RunState &state)
{
    if (Stage *stage = currentStage(state)) {
        stage->status = StageStatus::Current;
        const QString subject = state.failure ? state.failure->subjectId : QString();
        if (CheckRecord *check = findById(stage->checks, subject))
            check->verdict = Verdict::Unanswered;
        if (CommandRecord *command = findById(stage->commands, subject))
            command->status = CommandStatus::NotRun;
    }
    state.failure.reset();
    move(state, Event::Retry);
}

void leaveStage(RunState &state, const Entry &entry, StageStatus status, Event more, Event last)
{
    Stage *stage = currentStage(state);
    if (!stage)
        return;
    stage->status = status;
    stage->ended = entry.utc;
    state.failure.reset();
    if (state.current + 1 < state.stages.size()) {
        move(state, more);
        enter(state, state.current + 1, entry.utc);
    } else {
        move(state, last);
    }
}

void skipped(RunState &state, const Entry &entry)
{
    const QString subject = text(entry, "subject");
    Stage *stage = currentStage(state);
    if (!stage)
        return;
    if (subject.isEmpty()) {
        stage->skipReason = text(entry, "reason");
        leaveStage(state, entry, StageStatus::Skipped, Event::SkipStage, Event::SkipLastStage);
        return;
    }
    stage->status = StageStatus::Current;
    if (CommandRecord *command = findById(stage->commands, subject)) {
        command->status = CommandStatus::Skipped;
        command->outcome = text(entry, "reason");
    }
    if (CheckRecord *check = findById(stage->checks, subject)) {
        check->verdict = Verdict::Waived;
        check->evidence.by = text(entry, "by").isEmpty() ? entry.actor : text(entry, "by");
        check->evidence.note = text(entry, "reason");
        check->utc = entry.utc;
    }
    state.failure.reset();
    move(state, Event::SkipSubject);
}

void rollbackFinished(RunState &state, const Entry &)
{
    const Stage *stage = currentStage(state);
    if (!state.failure && stage)
        state.failure = Failure{.stageId = stage->id, .what = QStringLiteral("The rollback has ended")};
    move(state, Event::LeaveRollback);
}

void wentBack(RunState &state, const Entry &entry)
{
    const auto found = std::ranges::find(state.stages, text(entry, "stage"), &Stage::id);
    if (found == state.stages.end())
        return;
    QSet<QString> again;
    for (auto stage = found; stage != state.stages.end(); ++stage) {
        again.insert(stage->id);
        stage->status = StageStatus::Pending;
        for (CommandRecord &command : stage->commands)
            command.status = CommandStatus::NotRun;
        for (CheckRecord &check : stage->checks)
            check.verdict = Verdict::Unanswered;
    }
    // What was undone is registered anew before it is done anew.
    state.undo.removeIf(
        [&](const UndoItem &item) { return again.contains(item.stageId) && item.status == UndoItem::Status::Done; });
    state.failure.reset();
    move(state, Event::GoBack);
    enter(state, int(found - state.stages.begin()), entry.utc);
}

void copyIntended(RunState &state, const Entry &entry)
{
    const QJsonObject file = entry.body[QLatin1String("file")].toObject();
    state.copies.append({.id = text(entry, "copy"),
                         .role = text(entry, "role"),
                         .toHost = file[QLatin1String("direction")].toString() == QLatin1String("put"),
                         .local = file[QLatin1String("local")].toString(),
                         .remote = file[QLatin1String("remote")].toString(),
                         .replaces = file[QLatin1String("replace")].toBool(),
                         .isFolder = file[QLatin1String("extent")].toString() == QLatin1String("folder"),
                         .names = file[QLatin1String("names")].toVariant().toStringList(),
                         .partOf = text(entry, "part_of"),
                         .started = entry.utc});
}

void copyFinished(RunState &state, const Entry &entry)
{
    // From behind: of a folder with many files the last ones are those that end.
    const auto found = std::find_if(state.copies.rbegin(), state.copies.rend(),
                                    [id = text(entry, "copy")](const CopyRecord &copy) { return copy.id == id; });
    if (found == state.copies.rend())
        return;
    CopyRecord *copy = &*found;
    const QJsonObject file = entry.body[QLatin1String("file")].toObject();
    copy->status = entry.body[QLatin1String("succeeded")].toBool() ? CopyRecord::Status::Succeeded : CopyRecord::Status::Failed;
    copy->sha256 = file[QLatin1String("sha256")].toString();
    copy->size = qint64(file[QLatin1String("size")].toDouble());
    copy->outcome = text(entry, "outcome");
    const QString kind = text(entry, "kind");
    copy->nameTaken = kind == errorKindName(ErrorKind::Busy);
    copy->isKept = kind == errorKindName(ErrorKind::Cancelled) || kind == errorKindName(ErrorKind::Disconnected);
    copy->ended = entry.utc;
}

/// What was on its way when the console ended.
void resumed(RunState &state, const Entry &entry)
{
    for (CopyRecord &copy : state.copies) {
        if (copy.status != CopyRecord::Status::Running)
            continue;
        copy.status = CopyRecord::Status::Unknown;
        copy.outcome = QStringLiteral("the console ended while the file was on its way");
        copy.ended = entry.utc;
    }
}

void runFinished(RunState &state, const Entry &entry)
{
    state.ended = entry.utc;
    if (text(entry, "verdict") == QLatin1String("stopped")) {
        state.stopReason = text(entry, "reason");
        move(state, Event::Stop);
    }
}

/// What was remembered is taken as it was told.
void unrecorded(RunState &state, const Entry &entry)
{
    for (const Entry &remembered : rememberedIn(entry))
        apply(state, remembered);
    const auto time = [&](const char *key) { return QDateTime::fromString(text(entry, key), Qt::ISODateWithMs); };
    state.unrecorded.append({.from = time("from"), .to = time("to"), .reason = text(entry, "reason"), .by = entry.actor});
}

using Fold = void (*)(RunState &, const Entry &);

const QHash<QString, Fold> &folds()
{
    static const QHash<QString, Fold> table{
        {QStringLiteral("run-started"), runStarted},
        {QStringLiteral("connected"), [](RunState &s, const Entry &e) { hostChanged(s, e, true); }},
        {QStringLiteral("connection-failed"), [](RunState &s, const Entry &e) { hostChanged(s, e, false); }},
        {QStringLiteral("disconnected"), [](RunState &s, const Entry &e) { hostChanged(s, e, false); }},
        {QStringLiteral("shell-opened"), shellOpened},
        {QStringLiteral("shell-closed"), shellClosed},
        {QStringLiteral("undo-registered"), undoRegistered},
        {QStringLiteral("command-intended"), commandIntended},
        {QStringLiteral("command-finished"), commandFinished},
        {QStringLiteral("command-unknown"), commandUnknown},
        {QStringLiteral("check-intended"), checkIntended},
        {QStringLiteral("check-verdict"),
         [](RunState &s, const Entry &e) { judged(s, e, Event::ChecksEnded, Event::CheckFailed); }},
        {QStringLiteral("answered"),
         [](RunState &s, const Entry &e) { judged(s, e, Event::Answered, Event::AnsweredFail); }},
        {QStringLiteral("retried"), [](RunState &s, const Entry &) { retried(s); }},
        {QStringLiteral("skipped"), skipped},
        {QStringLiteral("step-passed"),
         [](RunState &s, const Entry &e) {
             leaveStage(s, e, StageStatus::Passed, Event::PassStage, Event::PassLastStage);
         }},
        {QStringLiteral("rollback-started"), [](RunState &s, const Entry &) { move(s, Event::StartRollback); }},
        {QStringLiteral("rollback-finished"), rollbackFinished},
        {QStringLiteral("went-back"), wentBack},
        {QStringLiteral("undo-done"),
         [](RunState &s, const Entry &e) {
             if (UndoItem *item = undoItem(s, e))
                 undoEnded(s, *item, true);
         }},
        {QStringLiteral("undo-declined"),
         [](RunState &s, const Entry &e) {
             if (UndoItem *item = undoItem(s, e))
                 item->status = UndoItem::Status::Declined;
         }},
        {QStringLiteral("note"),
         [](RunState &s, const Entry &e) {
             if (Stage *stage = findById(s.stages, text(e, "stage")))
                 stage->notes.append(text(e, "text"));
         }},
        {QStringLiteral("copy-intended"), copyIntended},
        {QStringLiteral("copy-finished"), copyFinished},
        {QStringLiteral("resumed"), resumed},
        {QStringLiteral("run-finished"), runFinished},
        {QString::fromUtf16(unrecordedType), unrecorded},
    };
    return table;
}

/// What leaves a run as it was begun.
bool leavesUntouched(const QString &type)
{
    static const QSet<QString> types{QStringLiteral("run-started"), QStringLiteral("connection-failed"),
                                     QStringLiteral("resumed"), QStringLiteral("recovered"), QStringLiteral("run-finished")};
    return types.contains(type);
}

} // namespace

void apply(RunState &state, const Entry &entry)
{
    if (!state.id.isEmpty() && entry.run != state.id)
        return;
    if (const Fold fold = folds().value(entry.type))
        fold(state, entry);
    state.untouched = state.untouched && leavesUntouched(entry.type);
    escalation::apply(state.escalation, entry.type, entry.actor, entry.body,
                      {entry.utc, qint64(entry.bootMs), entry.bootId});
}

RunState foldRun(const QList<Entry> &entries)
{
    RunState state;
    for (const Entry &entry : entries)
        apply(state, entry);
    return state;
}

} // namespace holdpoint::session
