// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/commandline.h>
#include <models/session/runhost.h>
#include <models/session/runsession.h>
#include <models/session/verifier.h>

#include <QJsonArray>

#include <algorithm>

// Commands and the undo list: intent, durable, then effect.
namespace holdpoint::session {

namespace {

const runbooks::Command *withId(const QList<runbooks::Command> &commands, const QString &id)
{
    const auto found = std::ranges::find(commands, id, &runbooks::Command::id);
    return found == commands.end() ? nullptr : &*found;
}

const runbooks::Command *withName(const QList<runbooks::Command> &commands, const QString &name)
{
    const auto found = std::ranges::find(commands, name, &runbooks::Command::name);
    return found == commands.end() ? nullptr : &*found;
}

QJsonArray commandIds(const QList<runbooks::Command> &commands)
{
    QJsonArray array;
    for (const runbooks::Command &command : commands)
        array.append(command.id);
    return array;
}

QJsonObject undoBody(const QString &id, const QString &stage, const QString &title, const runbooks::Rollback &rollback)
{
    return {{QStringLiteral("undo"), id},
            {QStringLiteral("stage"), stage},
            {QStringLiteral("title"), title},
            {QStringLiteral("reversibility"), int(rollback.reversibility)},
            {QStringLiteral("commands"), commandIds(rollback.commands)}};
}

bool runsOnlyAlone(const runbooks::Command &command)
{
    return !command.dangerous.isEmpty() || !command.approval.isEmpty() || command.guessed
           || command.attributes.contains(QStringLiteral("excludeFromRunAll"));
}

} // namespace

QString RunSession::roleOf(const runbooks::Command &command) const
{
    const QString role = command.host.role;
    return m_setup.hosts.contains(role) ? role : runbook().hostRoles.value(0);
}

Result<runbooks::ResolvedCommand> RunSession::resolved(const runbooks::Command &command) const
{
    return commandLine(runbook(), command, m_setup.values);
}

const runbooks::Command *RunSession::findCommand(const QString &commandId) const
{
    const runbooks::Runbook &book = runbook();
    for (const runbooks::Step &step : book.steps) {
        if (const auto *command = withId(step.commands, commandId))
            return command;
        if (step.rollback) {
            if (const auto *command = withId(step.rollback->commands, commandId))
                return command;
        }
    }
    return book.rollback ? withId(book.rollback->commands, commandId) : nullptr;
}

void RunSession::runCommand(const QString &commandId, const QString &confirmation, const QString &by)
{
    if (m_state.phase == Phase::Deciding && m_state.failure && m_state.failure->subjectId == commandId) {
        retry(confirmation, by);
        return;
    }
    const Stage *stage = m_state.currentStage();
    const runbooks::Command *command = findCommand(commandId);
    if (!stage || !command || !stage->command(commandId)) {
        refuse(ErrorKind::NotPermitted, tr("command %1 is not part of the current step").arg(commandId));
        return;
    }
    if (mayDecide(Event::CommandSent))
        intend(*command, {confirmation, by}, {});
}

void RunSession::intend(const runbooks::Command &command, const Consent &consent, const QString &undoId)
{
    const auto line = resolved(command);
    if (!line) {
        m_runningAll = false;
        emit refused(line.error());
        return;
    }
    if (const QString missing = missingConsent(command, consent); !missing.isEmpty()) {
        m_runningAll = false;
        refuse(ErrorKind::NotPermitted, missing);
        return;
    }
    const QString role = roleOf(command);
    if (const Result<> possible = canStart(command, line->text); !possible) {
        m_runningAll = false;
        emit refused(possible.error());
        return;
    }
    const Stage *stage = m_state.currentStage();
    const auto step = std::ranges::find(runbook().steps, stage ? stage->id : QString(), &runbooks::Step::id);
    if (undoId.isEmpty() && step != runbook().steps.end())
        registerUndo(*step);
    m_commandInFlight = command.id;
    m_undoInFlight = undoId;
    ++m_deciding;
    const HostIdentity identity = transport(role)->identity();
    QJsonObject body{{QStringLiteral("command"), command.id},
                     {QStringLiteral("stage"), stage ? stage->id : QString()},
                     {QStringLiteral("undo"), undoId},
                     {QStringLiteral("role"), role},
                     {QStringLiteral("host"), identity.host},
                     {QStringLiteral("key_fingerprint"), identity.keyFingerprint},
                     {QStringLiteral("template"), command.text},
                     {QStringLiteral("text"), line->text},
                     {QStringLiteral("confirmation"), consent.reason},
                     {QStringLiteral("by"), consent.by}};
    if (command.language == runbooks::Language::Sftp)
        return intendCopy(command, line->text, body);
    if (const HostShell *pane = shell(role); pane && !pane->keptIn().isEmpty())
        body.insert(QStringLiteral("prompts"), pane->prompts());
    const qint64 prompts = shell(role)->prompts();
    record(QStringLiteral("command-intended"), body, [this, role, prompts, text = line->text] {
        --m_deciding;
        if (shell(role)->prompts() == prompts)
            sendIntended(role, text);
        else
            commandEnded(role, {.outcomeUnknown = true,
                                .reason = tr("it was not sent: something else was run in the shell first"),
                                .notBegun = true});
    });
}

Result<> RunSession::canStart(const runbooks::Command &command, const QString &text) const
{
    if (waitsForLedger(command))
        return fail(ErrorKind::NotPermitted, unrecordedRefusal(tr("command %1").arg(command.id)));
    const QString role = roleOf(command);
    if (command.language == runbooks::Language::Sftp) {
        const Transport *link = transport(role);
        if (!link || link->state() != Transport::State::Ready)
            return fail(ErrorKind::Disconnected, tr("\"%1\" is not connected").arg(role));
        if (const auto order = orderOf(command, text); !order)
            return fail(order.error());
        return {};
    }
    const Transport *link = transport(role);
    if (link && link->state() == Transport::State::Silent)
        return fail(ErrorKind::Disconnected,
                    tr("\"%1\" does not answer at the moment: nothing is sent until it does, or until it is connected again")
                        .arg(role));
    const HostShell *pane = shell(role);
    return pane ? pane->canSend(text) : fail(ErrorKind::Disconnected, tr("\"%1\" is not connected").arg(role));
}

/// What is missing for a command that a person must agree to, each time anew; empty when nothing is.
QString RunSession::missingConsent(const runbooks::Command &command, const Consent &consent) const
{
    if (!command.dangerous.isEmpty() && consent.reason.trimmed().isEmpty())
        return tr("command %1 is dangerous (%2): it needs a reason").arg(command.id, command.dangerous);
    const bool second = !consent.by.trimmed().isEmpty() && consent.by.trimmed() != m_setup.operatorName;
    if (!command.approval.isEmpty() && !second)
        return tr("command %1 needs the agreement of a second person (%2), by name").arg(command.id, command.approval);
    return {};
}

void RunSession::sendIntended(const QString &role, const QString &text)
{
    Host &host = *m_hosts.at(role);
    const runbooks::Command *command = findCommand(m_commandInFlight);
    if (command)
        commandGoes(*command, host);
    if (const auto sent = host.shell->send(text); !sent)
        commandEnded(role, {.outcomeUnknown = true,
                            .reason = tr("it was not sent: %1").arg(sent.error().detail),
                            .notBegun = true});
}

/// How long it may take, and how much of what it prints is recorded.
void RunSession::commandGoes(const runbooks::Command &command, Host &host)
{
    m_commandEra = m_era;
    host.recorder->restartLimit(command.mustBeRecorded ? PaneRecorder::Amount::Whole : PaneRecorder::Amount::Limited);
    m_watch.start(command, *host.shell);
}

/// Nothing is recorded while the ledger fails, and not all that a kept shell printed meanwhile is known.
bool RunSession::isOnRecordWhole(const HostShell::End &end) const { return !end.isCut && m_commandEra == m_era; }

// Before the step's first command: a step may fail after its side effect.
void RunSession::registerUndo(const runbooks::Step &step)
{
    const auto known = [this](const QString &id) {
        return std::ranges::find(m_state.undo, id, &UndoItem::id) != m_state.undo.end();
    };
    const QString whole = QStringLiteral("undo.runbook");
    if (runbook().rollback && !known(whole))
        record(QStringLiteral("undo-registered"), undoBody(whole, {}, runbook().title, *runbook().rollback));
    const QString id = QStringLiteral("undo.") + step.id;
    if (known(id))
        return;
    if (step.rollback) {
        record(QStringLiteral("undo-registered"), undoBody(id, step.id, step.title, *step.rollback));
        return;
    }
    runbooks::Rollback named;
    for (const runbooks::Command &command : step.commands) {
        const runbooks::Command *undoing = nullptr;
        if (!command.rollback.isEmpty() && runbook().rollback)
            undoing = withName(runbook().rollback->commands, command.rollback);
        if (undoing)
            named.commands.prepend(*undoing);
    }
    if (!named.commands.isEmpty())
        record(QStringLiteral("undo-registered"), undoBody(id, step.id, step.title, named));
}

void RunSession::commandEnded(const QString &role, const HostShell::End &end)
{
    const runbooks::Command *command = findCommand(m_commandInFlight);
    if (!command)
        return;
    const QString undoId = std::exchange(m_undoInFlight, {});
    const auto limit = m_watch.limit();
    const CommandWatch::Reason reason = m_watch.stop();
    const bool late = reason == CommandWatch::Reason::TimeOver;
    m_commandInFlight.clear();
    const Stage *stage = m_state.currentStage();
    QJsonObject body{{QStringLiteral("command"), command->id}, {QStringLiteral("stage"), stage ? stage->id : QString()},
                     {QStringLiteral("undo"), undoId},         {QStringLiteral("role"), role},
                     {QStringLiteral("output"), end.output},   {QStringLiteral("output_sha256"), end.outputSha256}};
    const bool expectedLoss = end.outcomeUnknown && !end.notBegun && command->expect.disconnect;
    if (end.outcomeUnknown && !expectedLoss) {
        body.insert(QStringLiteral("reason"), end.reason);
        m_runningAll = false;
        record(QStringLiteral("command-unknown"), body);
        return;
    }
    const bool missed = awaitsText(*command) && reason == CommandWatch::Reason::None;
    const bool satisfied = reason == CommandWatch::Reason::Satisfied;
    const bool lacking = command->mustBeRecorded && !isOnRecordWhole(end);
    const bool expected = !late && !missed && !lacking && (expectedLoss || satisfied || isExpected(*command, end.exit));
    body.insert(QStringLiteral("expected"), expected);
    body.insert(QStringLiteral("source"), evidenceSourceName(EvidenceSource::ShellMark));
    body.insert(QStringLiteral("outcome"), late     ? tr("interrupted: its %1 s were over").arg(limit.count() / 1000)
                                           : missed ? tr("it ended before its output matched %1").arg(command->until)
                                           : lacking
                                               ? tr("it must be recorded, and not all that it printed is on record")
                                           : end.exit ? tr("exit status %1").arg(*end.exit)
                                                      : tr("the connection ended, as expected"));
    if (end.exit)
        body.insert(QStringLiteral("exit"), *end.exit);
    m_runningAll = m_runningAll && expected;
    m_hosts.at(role)->recorder->flush();
    recordEnd(*command, body);
}

/// What comes after a command is decided once its end is on record.
void RunSession::recordEnd(const runbooks::Command &command, const QJsonObject &body)
{
    const bool expected = body[QLatin1String("expected")].toBool();
    const bool undoing = !body[QLatin1String("undo")].toString().isEmpty();
    record(QStringLiteral("command-finished"), body, [this, expected, undoing, id = command.id] {
        if (undoing) {
            continueUndo();
        } else if (!expected) {
            ++m_deciding; // nobody decides before the failure is on record
            record(QStringLiteral("step-failed"),
                   {{QStringLiteral("stage"), m_state.failure ? m_state.failure->stageId : QString()},
                    {QStringLiteral("command"), id},
                    {QStringLiteral("what"), m_state.failure ? m_state.failure->what : QString()}},
                   [this] {
                       --m_deciding;
                       emit changed();
                   });
        } else if (m_runningAll) {
            continueAll();
        } else {
            holdIfGateIsShut();
        }
    });
}

void RunSession::runAll()
{
    if (!mayDecide(Event::CommandSent))
        return;
    m_runningAll = true;
    continueAll();
}

void RunSession::continueAll()
{
    const Stage *stage = m_state.currentStage();
    if (!stage || m_state.phase != Phase::Idle)
        return;
    const auto next = std::ranges::find_if(stage->commands, [](const CommandRecord &command) {
        return command.status != CommandStatus::Succeeded && command.status != CommandStatus::Skipped;
    });
    if (next == stage->commands.end()) {
        m_runningAll = false;
        holdIfGateIsShut();
        return;
    }
    const runbooks::Command *command = findCommand(next->id);
    if (!command || runsOnlyAlone(*command)) {
        m_runningAll = false;
        emit commandWaits(next->id);
        return;
    }
    if (!waitsForPrompt(*command))
        intend(*command, {}, {});
}

/// What was typed while the command before ran may still be on its way to the prompt: that shows in a moment.
bool RunSession::waitsForPrompt(const runbooks::Command &command)
{
    const HostShell *pane = command.language == runbooks::Language::Sftp ? nullptr : shell(roleOf(command));
    const bool waits = pane && pane->isSettling();
    m_waiting = waits ? command.id : QString();
    return waits;
}

/// The shell's state has changed: what waited for it goes on, unless something else was decided since.
void RunSession::goOnAtPrompt()
{
    const QString id = std::exchange(m_waiting, {});
    if (id.isEmpty() || !m_commandInFlight.isEmpty() || m_deciding > 0 || isHalted())
        return;
    if (m_state.phase == Phase::Undoing || m_state.phase == Phase::RollingBack)
        continueUndo();
    else if (m_runningAll && m_state.currentStage() && m_state.currentStage()->command(id))
        continueAll();
}

void RunSession::retry(const QString &confirmation, const QString &by)
{
    if (!m_state.failure) {
        refuse(ErrorKind::NotPermitted, tr("nothing failed"));
        return;
    }
    const QString subject = m_state.failure->subjectId;
    if (const runbooks::Command *command = findCommand(subject)) {
        const auto line = resolved(*command);
        const Result<> possible = line ? canStart(*command, line->text) : fail(line.error());
        if (!possible) {
            emit refused(possible.error());
            return;
        }
        if (const QString missing = missingConsent(*command, {confirmation, by}); !missing.isEmpty()) {
            refuse(ErrorKind::NotPermitted, missing);
            return;
        }
    } else if (const runbooks::Check *check = findCheck(subject); check && !mayJudge(*check)) {
        return;
    }
    decide(Event::Retry, QStringLiteral("retried"),
           {{QStringLiteral("stage"), m_state.failure->stageId},
            {QStringLiteral("subject"), subject},
            {QStringLiteral("reason"), confirmation},
            {QStringLiteral("by"), by}},
           [this, subject, confirmation, by] {
               if (const runbooks::Command *command = findCommand(subject))
                   intend(*command, {confirmation, by}, {});
               else if (const runbooks::Check *check = findCheck(subject); check && check->command)
                   startCheck(*check);
           });
}

void RunSession::openRollback(const QString &reason, const QString &by)
{
    decide(Event::StartRollback, QStringLiteral("rollback-started"),
           {{QStringLiteral("reason"), reason}, {QStringLiteral("by"), by}});
}

void RunSession::undo(const QString &undoId, const QString &confirmation, const QString &by)
{
    if (!mayDecide(Event::UndoSent))
        return;
    const auto open = [](const UndoItem &item) {
        return item.status == UndoItem::Status::Registered || item.status == UndoItem::Status::Failed
               || item.status == UndoItem::Status::Running; // one whose next command could not start
    };
    const auto next = std::find_if(m_state.undo.rbegin(), m_state.undo.rend(), open);
    if (next == m_state.undo.rend() || next->id != undoId) {
        refuse(ErrorKind::NotPermitted, tr("the undo list is worked from its end: another entry comes first"));
        return;
    }
    if (next->commands.isEmpty()) {
        record(QStringLiteral("undo-done"),
               {{QStringLiteral("undo"), undoId}, {QStringLiteral("note"), confirmation}, {QStringLiteral("by"), by}});
        return;
    }
    m_undoInFlight = undoId;
    const auto command = std::ranges::find_if(
        next->commands, [](const CommandRecord &item) { return item.status != CommandStatus::Succeeded; });
    intend(*findCommand(command->id), {confirmation, by}, undoId);
}

// The next command of the entry that is being undone; a dangerous one keeps the reason its predecessor was given.
void RunSession::continueUndo()
{
    const auto item = std::ranges::find(m_state.undo, UndoItem::Status::Running, &UndoItem::status);
    if (item == m_state.undo.end())
        return;
    const auto next = std::ranges::find_if(
        item->commands, [](const CommandRecord &command) { return command.status == CommandStatus::NotRun; });
    if (next != item->commands.end() && !waitsForPrompt(*findCommand(next->id)))
        intend(*findCommand(next->id), {item->commands.first().confirmation, {}}, item->id);
}

void RunSession::declineUndo(const QString &undoId, const QString &reason)
{
    if (reason.trimmed().isEmpty()) {
        refuse(ErrorKind::Invalid, tr("say why it is not undone"));
        return;
    }
    if (mayDecide(Event::LeaveRollback))
        record(QStringLiteral("undo-declined"), {{QStringLiteral("undo"), undoId}, {QStringLiteral("reason"), reason}});
}

QString RunSession::undoProse(const UndoItem &item) const
{
    const runbooks::Runbook &runbook = this->runbook();
    if (item.stageId.isEmpty())
        return runbook.rollback ? runbook.rollback->text.trimmed() : QString();
    const auto step = std::ranges::find(runbook.steps, item.stageId, &runbooks::Step::id);
    return step != runbook.steps.end() && step->rollback ? step->rollback->text.trimmed() : QString();
}

const Stage *RunSession::undoneStage() const
{
    const auto undone = std::ranges::find(m_state.stages, StageStatus::RolledBack, &Stage::status);
    return undone == m_state.stages.end() ? nullptr : &*undone;
}

void RunSession::goBack()
{
    const Stage *stage = undoneStage();
    if (!stage) {
        refuse(ErrorKind::NotPermitted, tr("no step was rolled back"));
        return;
    }
    decide(Event::GoBack, QStringLiteral("went-back"), {{QStringLiteral("stage"), stage->id}});
}

void RunSession::leaveRollback() { decide(Event::LeaveRollback, QStringLiteral("rollback-finished"), {}); }

} // namespace holdpoint::session
