// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/whenfinished.h>
#include <models/base/bytes.h>
#include <models/base/sha256.h>
#include <models/base/log.h>
#include <models/escalation/advice.h>
#include <models/session/commandline.h>
#include <models/session/runhost.h>
#include <models/session/runsession.h>
#include <runbooks/parser.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace holdpoint::session {

namespace {

template <class List> QJsonArray ids(const List &items)
{
    QJsonArray array;
    for (const auto &item : items)
        array.append(item.id);
    return array;
}

QJsonArray stagesJson(const QList<Stage> &stages)
{
    QJsonArray array;
    for (const Stage &stage : stages) {
        array.append(QJsonObject{{QStringLiteral("id"), stage.id},
                                 {QStringLiteral("kind"), int(stage.kind)},
                                 {QStringLiteral("title"), stage.title},
                                 {QStringLiteral("commands"), ids(stage.commands)},
                                 {QStringLiteral("checks"), ids(stage.checks)}});
    }
    return array;
}

QJsonObject startBody(const RunState &state, const RunSession::Setup &setup)
{
    QJsonObject values;
    for (auto value = setup.values.begin(); value != setup.values.end(); ++value)
        values.insert(value.key(), value.value());
    QJsonObject hosts;
    for (auto host = setup.hosts.begin(); host != setup.hosts.end(); ++host)
        hosts.insert(host.key(), host.value().toString());
    return {{QStringLiteral("runbook"), state.runbookId},
            {QStringLiteral("title"), state.runbookTitle},
            {QStringLiteral("version"), state.runbookVersion},
            {QStringLiteral("path"), state.runbookPath},
            {QStringLiteral("sha256"), state.runbookSha256},
            {QStringLiteral("mode"), modeName(setup.mode)},
            {QStringLiteral("values"), values},
            {QStringLiteral("hosts"), hosts},
            {QStringLiteral("stages"), stagesJson(state.stages)},
            {QStringLiteral("erasures"), QStringLiteral("recorded")}}; // who checks a report may ask for their records
}

/// What must still be written when the disk is full: how something ended that has begun.
bool tellsAnEnd(const QString &type)
{
    static const QSet<QString> ends{QStringLiteral("command-finished"), QStringLiteral("command-unknown"),
                                    QStringLiteral("check-verdict"),    QStringLiteral("step-failed"),
                                    QStringLiteral("disconnected"),     QStringLiteral("run-finished"),
                                    QStringLiteral("copy-finished"),    QStringLiteral("broadcast-ended"),
                                    QStringLiteral("shell-closed")};
    return ends.contains(type);
}

RunState newState(const RunSession::Setup &setup, const runbooks::Runbook &runbook)
{
    RunState state{.id = randomBytes(16),
                   .runbookId = runbook.id,
                   .runbookTitle = runbook.title,
                   .runbookVersion = runbook.version,
                   .runbookPath = setup.document.path,
                   .runbookSha256 = setup.document.sha256(),
                   .mode = setup.mode,
                   .operatorName = setup.operatorName,
                   .values = setup.values,
                   .stages = stagesOf(runbook)};
    for (auto host = setup.hosts.begin(); host != setup.hosts.end(); ++host)
        state.hosts.append({.role = host.key(), .address = host.value().toString()});
    return state;
}

} // namespace

Result<std::unique_ptr<RunSession>> RunSession::create(Setup setup, Services services)
{
    const runbooks::Runbook *runbook = setup.document.find(setup.runbookId);
    if (!runbook)
        return fail(ErrorKind::NotFound, tr("no runbook \"%1\" in %2").arg(setup.runbookId, setup.document.path));
    if (stagesOf(*runbook).isEmpty())
        return fail(ErrorKind::Invalid, tr("runbook \"%1\" has no steps").arg(runbook->id));
    for (const QString &role : runbook->hostRoles) {
        if (!setup.hosts.contains(role))
            return fail(ErrorKind::Invalid, tr("no host is chosen for \"%1\"").arg(role));
    }
    RunState state = newState(setup, *runbook);
    return std::unique_ptr<RunSession>(new RunSession(std::move(setup), services, std::move(state)));
}

RunSession::RunSession(Setup setup, Services services, RunState state)
    : m_setup(std::move(setup))
    , m_services(services)
    , m_state(std::move(state))
    , m_ticker(m_state.escalation, services.clock)
    , m_startBootMs(services.clock.bootMs())
{
    for (auto host = m_setup.hosts.begin(); host != m_setup.hosts.end(); ++host) {
        auto made = std::make_unique<Host>();
        made->role = host.key();
        made->address = host.value();
        m_hosts.emplace(host.key(), std::move(made));
    }
    connect(&m_checks, &CheckRunner::finished, this, &RunSession::checkFinished);
    m_copyLimit.setSingleShot(true);
    connect(&m_copyLimit, &QTimer::timeout, this, [this] { cancelCopy(m_commandInFlight); });
    connect(&m_probe, &QTimer::timeout, this, [this] { tryLedger(Tone::Quiet); });
    m_adviceTimer.setSingleShot(true);
    connect(&m_adviceTimer, &QTimer::timeout, this, &RunSession::advise);
    connect(&m_ticker, &escalation::Ticker::tick, this, &RunSession::escalationTick);
    connect(&m_ticker, &escalation::Ticker::rungDue, this, &RunSession::escalationDue);
    connect(&m_ticker, &escalation::Ticker::followUpDue, this, [this] { emit escalationDue(-1); });
    m_ticker.escalationChanged();
}

RunSession::~RunSession()
{
    *m_leaving = true;
    if (m_hashing)
        *m_hashing = true;
    endBroadcast(tr("the run was left"));
    flushRecorders();
    for (const auto &[role, host] : m_hosts) {
        if (host->shell)
            host->shell->disconnect(this);
        host->folders.clear();
        host->transfers.clear();
        for (const auto &further : host->further)
            further->shell->disconnect(this);
        if (host->transport)
            host->transport->disconnect(this);
    }
    m_checks.cancel();
    if (m_unrecorded)
        log::error(QStringLiteral("what was done unrecorded since %1 is lost").arg(isoUtc(m_unrecorded->since())));
}

QFuture<Result<std::shared_ptr<RunSession>>> RunSession::resume(const QByteArray &runId, const QString &operatorName,
                                                                Services services,
                                                                const escalation::PolicyOf &policyOf)
{
    using Resumed = Result<std::shared_ptr<RunSession>>;
    const auto rebuild = [=](const Result<QList<ledger::Entry>> &entries) -> Resumed {
        if (!entries)
            return fail(entries.error());
        RunState state = foldRun(*entries);
        if (state.id.isEmpty() || entries->first().attachments.isEmpty())
            return fail(ErrorKind::NotFound, tr("no run %1 in the ledger").arg(QString::fromLatin1(runId.toHex())));
        if (!entries->first().attachments.first().present)
            return fail(ErrorKind::NotPermitted, tr("the runbook of run %1 was erased by rule: the run cannot be opened, only looked up and reported").arg(QString::fromLatin1(runId.toHex())));
        auto document = runbooks::parseDocument(entries->first().attachments.first().bytes, state.runbookPath);
        if (!document)
            return fail(document.error());
        const runbooks::Runbook *runbook = document->find(state.runbookId);
        if (!runbook || document->sha256() != state.runbookSha256)
            return fail(ErrorKind::Corrupt, tr("the recorded source of the runbook is not what the run began with"));
        Setup setup{.runbookId = state.runbookId,
                    .values = state.values,
                    .mode = state.mode,
                    .operatorName = operatorName,
                    .policy = policyOf(*document, *runbook)};
        for (const HostRecord &host : state.hosts) {
            auto address = HostAddress::parse(host.address);
            if (!address)
                return fail(address.error());
            address->practice = state.mode != Mode::Live; // how it began decides, not how it is resumed
            setup.hosts.insert(host.role, *address);
        }
        setup.document = std::move(*document);
        for (HostRecord &host : state.hosts)
            host.connected = false;
        std::shared_ptr<RunSession> session(new RunSession(std::move(setup), services, std::move(state)));
        session->m_startBootMs -= session->m_state.started.msecsTo(services.clock.utcNow());
        if (!session->m_state.isOver()) {
            session->record(QStringLiteral("resumed"), {{QStringLiteral("phase"), phaseName(session->m_state.phase)}});
            session->recoverInFlight(tr("the console ended while it was running"));
        }
        return session;
    };
    return services.ledger.entries(runId, ledger::Ledger::Attachments::Load)
        .then(QCoreApplication::instance(), rebuild);
}

// What was in flight and whose end nobody saw is never sent again by itself: its outcome is unknown.
void RunSession::recoverInFlight(const QString &reason)
{
    const auto unknown = [&](const CommandRecord &command, const QString &stage, const QString &undo) {
        if (command.status != CommandStatus::Running || awaitKeptShell(command, undo))
            return;
        record(QStringLiteral("command-unknown"), {{QStringLiteral("command"), command.id},
                                                   {QStringLiteral("stage"), stage},
                                                   {QStringLiteral("undo"), undo},
                                                   {QStringLiteral("reason"), reason}});
    };
    for (const Stage &stage : std::as_const(m_state.stages)) {
        for (const CommandRecord &command : stage.commands)
            unknown(command, stage.id, {});
        for (const CheckRecord &check : stage.checks) {
            if (check.verdict == Verdict::Running)
                checkFinished(check.id, {Verdict::Inconclusive, reason}, {}, 1);
        }
    }
    for (const UndoItem &item : std::as_const(m_state.undo)) {
        for (const CommandRecord &command : item.commands)
            unknown(command, item.stageId, item.id);
    }
}

/// A shell that tmux keeps knows what came of its command; it is asked when its host is connected.
bool RunSession::awaitKeptShell(const CommandRecord &command, const QString &undoId)
{
    const auto host = m_hosts.find(command.host);
    const bool kept = host != m_hosts.end() && host->second->address.kept && !host->second->address.practice;
    const runbooks::Command *known = findCommand(command.id);
    if (!kept || !command.prompts || !known || host->second->shell)
        return false;
    m_commandInFlight = command.id;
    m_undoInFlight = undoId;
    makeShell(*host->second);
    host->second->shell->await(*command.prompts);
    commandGoes(*known, *host->second);
    return true;
}

bool RunSession::addSecret(const QByteArray &secret)
{
    if (!m_redactor.addSecret(secret))
        return false;
    log::redactWith(m_redactor);
    return true;
}

const runbooks::Runbook &RunSession::runbook() const { return *m_setup.document.find(m_setup.runbookId); }

void RunSession::record(const QString &type, const QJsonObject &body, Effect effect, const QList<QByteArray> &attachments)
{
    if (isHalted())
        return;
    ledger::Draft draft{.type = type,
                        .actor = m_setup.operatorName,
                        .run = m_state.id,
                        .body = body,
                        .attachments = attachments,
                        .kind = tellsAnEnd(type) ? ledger::Draft::Kind::Closing : ledger::Draft::Kind::Ordinary};
    if (m_unrecorded)
        return remember(draft, std::move(effect));
    ++m_appending;
    const qint64 bytes = std::accumulate(attachments.begin(), attachments.end(), qint64{0},
                                         [](qint64 sum, const QByteArray &part) { return sum + part.size(); });
    m_unwritten += bytes;
    paceShells();
    whenFinished(m_services.ledger.append(std::move(draft)), this,
                 [this, bytes, effect = std::move(effect)](const Result<ledger::Entry> &entry) {
                     --m_appending;
                     m_unwritten -= bytes;
                     paceShells();
                     if (entry)
                         becomes(*entry, effect);
                     else
                         halt(entry.error());
                     if (m_appending == 0 && std::exchange(m_endsAreOpen, false))
                         closeOpenEnds();
                 });
}

void RunSession::becomes(const ledger::Entry &entry, const Effect &effect)
{
    apply(m_state, entry);
    m_ticker.escalationChanged();
    emit recorded(entry);
    emit changed();
    advise();
    if (effect)
        effect();
}

// The runbook's own rules: after so many failures, after so long, for this severity.
void RunSession::advise()
{
    if (m_state.phase == Phase::Ready || m_state.isOver() || m_state.escalation.isActive())
        return;
    const QList<runbooks::EscalationRule> &rules = m_setup.policy.rules;
    const escalation::Course course{runbook().severity, m_state.failures,
                                    std::chrono::milliseconds(m_state.started.msecsTo(m_services.clock.utcNow()))};
    for (qsizetype i = 0; i < rules.size(); ++i) {
        if (m_advised.contains(i) || !escalation::isDue(rules[i], course))
            continue;
        m_advised.insert(i);
        emit escalationAdvised(rules[i]);
    }
    if (const auto next = escalation::nextByTime(rules, course); next && !m_adviceTimer.isActive())
        m_adviceTimer.start(*next + std::chrono::seconds(1));
}

void RunSession::decide(Event event, const QString &type, const QJsonObject &body, Effect effect)
{
    if (!mayDecide(event))
        return;
    ++m_deciding;
    record(type, body, [this, effect = std::move(effect)] {
        --m_deciding;
        if (effect)
            effect();
        emit changed();
    });
}

bool RunSession::mayDecide(Event event)
{
    if (isHalted())
        refuse(ErrorKind::NotPermitted, tr("the run is halted because the ledger cannot be written: %1").arg(m_halted->detail));
    else if (m_deciding > 0)
        refuse(ErrorKind::Busy, tr("the previous decision is still being written to the ledger"));
    else if (!nextPhase(m_state.phase, event))
        refuse(ErrorKind::NotPermitted, tr("that is not possible while the run is \"%1\"").arg(phaseName(m_state.phase)));
    else
        return true;
    return false;
}

void RunSession::refuse(ErrorKind kind, const QString &detail) { emit refused({kind, detail}); }

void RunSession::halt(const Error &error)
{
    if (m_unrecorded)
        return; // of what was on its way before
    ++m_era;
    m_deciding = 0;
    m_runningAll = false;
    m_runningChecks = false;
    if (m_halted)
        return;
    m_halted = error;
    abandonFolders(error);
    emit halted(error);
    emit changed();
}

void RunSession::begin()
{
    if (!mayDecide(Event::Begin))
        return;
    ++m_deciding;
    record(QStringLiteral("run-started"), startBody(m_state, m_setup), [this] {
        --m_deciding;
        m_services.ledger.checkpoint();
        emit changed();
    }, {m_setup.document.source});
}

void RunSession::passStage()
{
    const Stage *stage = m_state.currentStage();
    if (!stage) {
        refuse(ErrorKind::NotPermitted, tr("the run has not begun"));
        return;
    }
    if (!stage->commandsDone()) {
        refuse(ErrorKind::NotPermitted, tr("commands of \"%1\" have not been run").arg(stage->title));
        return;
    }
    if (!stage->gateOpen()) {
        refuse(ErrorKind::NotPermitted, tr("checks of \"%1\" are not answered").arg(stage->title));
        return;
    }
    if (!mayAnswer(*stage))
        return;
    const bool last = m_state.current + 1 == m_state.stages.size();
    decide(last ? Event::PassLastStage : Event::PassStage, QStringLiteral("step-passed"),
           {{QStringLiteral("stage"), stage->id}}, [this, last] {
               if (last)
                   finish(m_state.verdict(), {});
           });
}

void RunSession::finish(const QString &verdict, const QString &reason, const QString &by)
{
    endBroadcast(tr("the run ended"));
    cancelCopies();
    flushRecorders();
    letShellsGo();
    record(QStringLiteral("run-finished"),
           {{QStringLiteral("verdict"), verdict}, {QStringLiteral("reason"), reason}, {QStringLiteral("by"), by}},
           [this] { m_services.ledger.checkpoint(); });
}

void RunSession::stop(const QString &reason, const QString &by)
{
    if (reason.trimmed().isEmpty()) {
        refuse(ErrorKind::Invalid, tr("say why the run is stopped"));
        return;
    }
    if (mayDecide(Event::Stop))
        finish(QStringLiteral("stopped"), reason, by);
}

void RunSession::endUntouched()
{
    if (!m_state.untouched) {
        refuse(ErrorKind::NotPermitted, tr("something was done in this run: stop it with a reason"));
        return;
    }
    const auto tried = std::ranges::find_if(m_state.hosts, [](const HostRecord &host) { return !host.lastProblem.isEmpty(); });
    stop(tried == m_state.hosts.end() ? tr("never connected") : tr("never connected: %1").arg(tried->lastProblem));
}

void RunSession::skip(const QString &reason, const QString &by)
{
    if (reason.trimmed().isEmpty()) {
        refuse(ErrorKind::Invalid, tr("say why it is skipped"));
        return;
    }
    if (!m_state.failure || m_state.failure->subjectId.isEmpty()) {
        skipStage(reason);
        return;
    }
    decide(Event::SkipSubject, QStringLiteral("skipped"),
           {{QStringLiteral("stage"), m_state.failure->stageId},
            {QStringLiteral("subject"), m_state.failure->subjectId},
            {QStringLiteral("reason"), reason},
            {QStringLiteral("by"), by}},
           [this] { holdIfGateIsShut(); });
}

void RunSession::skipStage(const QString &reason)
{
    if (reason.trimmed().isEmpty()) {
        refuse(ErrorKind::Invalid, tr("say why the step is skipped"));
        return;
    }
    const Stage *stage = m_state.currentStage();
    const bool last = m_state.current + 1 == m_state.stages.size();
    decide(last ? Event::SkipLastStage : Event::SkipStage, QStringLiteral("skipped"),
           {{QStringLiteral("stage"), stage ? stage->id : QString()}, {QStringLiteral("reason"), reason}},
           [this, last] {
               if (last)
                   finish(m_state.verdict(), {});
           });
}

// The commands are done and the gate is shut: a person must see that this is where the work waits.
void RunSession::holdIfGateIsShut()
{
    const Stage *stage = m_state.currentStage();
    if (!stage || m_state.phase != Phase::Idle || !stage->commandsDone() || stage->gateOpen())
        return;
    QJsonArray open;
    for (const CheckRecord &check : stage->checks) {
        if (!check.opensGate())
            open.append(check.id);
    }
    record(QStringLiteral("hold-point"), {{QStringLiteral("stage"), stage->id}, {QStringLiteral("open"), open}});
}

void RunSession::note(const QString &text)
{
    const Stage *stage = m_state.currentStage();
    if (text.trimmed().isEmpty() || !stage)
        return;
    record(QStringLiteral("note"), {{QStringLiteral("stage"), stage->id}, {QStringLiteral("text"), text}});
}

void RunSession::escalate(const QString &severity, const QString &reason)
{
    if (m_state.phase == Phase::Ready || m_state.escalation.isActive()) {
        refuse(ErrorKind::NotPermitted, m_state.escalation.isActive() ? tr("an escalation is running already")
                                                                      : tr("the run has not begun"));
        return;
    }
    record(QStringLiteral("escalated"), escalation::startedBody(severity, reason, m_setup.policy.ladder));
}

void RunSession::recordAttempt(int rung, const QString &contact, escalation::Outcome outcome, const QString &note)
{
    if (!m_state.escalation.isActive() || rung < 0 || rung >= m_state.escalation.ladder.size()) {
        refuse(ErrorKind::NotPermitted, tr("no escalation is running"));
        return;
    }
    record(QStringLiteral("escalation-attempt"), escalation::attemptBody(rung, contact, outcome, note));
}

void RunSession::acknowledge(const QString &by, const QString &note)
{
    if (m_state.escalation.state != escalation::Escalation::State::Running) {
        refuse(ErrorKind::NotPermitted, tr("there is nothing to acknowledge"));
        return;
    }
    if (by.trimmed().isEmpty()) {
        refuse(ErrorKind::Invalid, tr("say who acknowledged"));
        return;
    }
    record(QStringLiteral("escalation-acknowledged"), escalation::acknowledgedBody(by, note));
}

void RunSession::resolveEscalation(const QString &resolution)
{
    if (!m_state.escalation.isActive()) {
        refuse(ErrorKind::NotPermitted, tr("no escalation is running"));
        return;
    }
    record(QStringLiteral("escalation-resolved"), escalation::resolvedBody(resolution));
}

} // namespace holdpoint::session
