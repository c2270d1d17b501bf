// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/commandline.h>
#include <models/session/plaintext.h>
#include <models/session/query.h>
#include <models/session/runhost.h>
#include <models/session/runsession.h>

#include <algorithm>

// Automated checks on exec channels, and what people answer.
namespace holdpoint::session {

namespace {

constexpr qsizetype excerptLength = 4 * 1024;

const runbooks::Check *withId(const QList<runbooks::Check> &checks, const QString &id)
{
    const auto found = std::ranges::find(checks, id, &runbooks::Check::id);
    return found == checks.end() ? nullptr : &*found;
}

/// Ours, not the host's: it does not belong into what the host said.
QByteArray withoutStatusMark(const QByteArray &errorOutput)
{
    const qsizetype mark = errorOutput.lastIndexOf(httpStatusMark);
    return mark < 0 ? errorOutput : errorOutput.first(mark);
}

QJsonObject evidenceJson(const Evidence &evidence)
{
    QJsonObject json{{QStringLiteral("source"), evidenceSourceName(evidence.source)},
                     {QStringLiteral("output"), evidence.output},
                     {QStringLiteral("by"), evidence.by},
                     {QStringLiteral("note"), evidence.note},
                     {QStringLiteral("explanation"), evidence.explanation}};
    if (evidence.exit)
        json.insert(QStringLiteral("exit"), *evidence.exit);
    return json;
}

Result<runbooks::Expectation> expectationWith(const runbooks::Runbook &runbook, runbooks::Expectation expectation,
                                              const runbooks::Values &values)
{
    for (QString *text : {&expectation.match, &expectation.noMatch, &expectation.contains, &expectation.value}) {
        const auto resolved = runbooks::resolveText(runbook, *text, values);
        if (!resolved)
            return fail(resolved.error());
        *text = *resolved;
    }
    return expectation;
}

} // namespace

const runbooks::Check *RunSession::findCheck(const QString &checkId) const
{
    const runbooks::Runbook &book = runbook();
    if (const auto *check = withId(book.prerequisites, checkId))
        return check;
    if (const auto *check = withId(book.checks, checkId))
        return check;
    for (const runbooks::Step &step : book.steps) {
        if (const auto *check = withId(step.checks, checkId))
            return check;
    }
    return nullptr;
}

void RunSession::runCheck(const QString &checkId)
{
    if (m_state.phase == Phase::Deciding && m_state.failure && m_state.failure->subjectId == checkId) {
        retry();
        return;
    }
    const Stage *stage = m_state.currentStage();
    const runbooks::Check *check = findCheck(checkId);
    if (!stage || !check || !check->command || !stage->check(checkId)) {
        refuse(ErrorKind::NotPermitted, tr("there is no automated check %1 in the current step").arg(checkId));
        return;
    }
    if (mayDecide(Event::ChecksStarted))
        startCheck(*check);
}

void RunSession::startCheck(const runbooks::Check &check)
{
    const auto refuseWith = [this](const Error &error) {
        m_runningChecks = false;
        emit refused(error);
    };
    if (waitsForLedger(*check.command))
        return refuseWith({ErrorKind::NotPermitted, unrecordedRefusal(tr("check %1").arg(check.id))});
    const auto line = execLine(runbook(), *check.command, m_setup.values);
    if (!line)
        return refuseWith(line.error());
    const auto expectation = expectationWith(runbook(), check.expectation, m_setup.values);
    if (!expectation)
        return refuseWith(expectation.error());
    const QString role = roleOf(*check.command);
    Transport *link = transport(role);
    if (!link || link->state() != Transport::State::Ready)
        return refuseWith({ErrorKind::Disconnected, tr("\"%1\" is not connected").arg(role)});
    const CheckRunner::Job job{.checkId = check.id,
                               .command = line->command,
                               .input = line->input,
                               .expectation = *expectation,
                               .language = check.command->language,
                               .attempts = check.attempts,
                               .interval = check.interval,
                               .timeout = check.timeout};
    ++m_deciding;
    record(QStringLiteral("check-intended"),
           {{QStringLiteral("check"), check.id},
            {QStringLiteral("stage"), m_state.currentStage()->id},
            {QStringLiteral("role"), role},
            {QStringLiteral("host"), link->identity().host},
            {QStringLiteral("text"), QString::fromUtf8(line->command)},
            {QStringLiteral("input"), QString::fromUtf8(line->input)}},
           [this, job, role] {
               --m_deciding;
               if (Transport *open = transport(role); open && open->state() == Transport::State::Ready)
                   m_checks.start(job, *open);
               else
                   checkFinished(job.checkId, {Verdict::Inconclusive, tr("the connection was lost")}, {}, 0);
           });
}

void RunSession::checkFinished(const QString &checkId, const Judgement &judgement, const ExecResult &result, int attempts)
{
    const runbooks::Check *check = findCheck(checkId);
    const Stage *stage = m_state.currentStage();
    if (!check || !stage)
        return;
    const QByteArray output = m_redactor.redacted(result.output + withoutStatusMark(result.errorOutput));
    const bool query = check->command && isQuery(check->command->language);
    Evidence evidence{.source = query ? EvidenceSource::Query : EvidenceSource::ProtocolExit,
                      .exit = result.end.status,
                      .output = redactedText(m_redactor, output, excerptLength),
                      .explanation = m_redactor.redacted(judgement.explanation)};
    const bool passed = judgement.verdict == Verdict::Passed;
    m_runningChecks = m_runningChecks && passed;
    record(QStringLiteral("check-verdict"),
           {{QStringLiteral("check"), checkId},
            {QStringLiteral("stage"), stage->id},
            {QStringLiteral("text"), check->text},
            {QStringLiteral("verdict"), verdictName(judgement.verdict)},
            {QStringLiteral("attempts"), attempts},
            {QStringLiteral("truncated"), result.truncated},
            {QStringLiteral("evidence"), evidenceJson(evidence)}},
           [this] {
               if (m_runningChecks)
                   continueChecks();
           },
           {output});
}

void RunSession::runChecks()
{
    if (!mayDecide(Event::ChecksStarted))
        return;
    m_runningChecks = true;
    continueChecks();
}

void RunSession::continueChecks()
{
    const Stage *stage = m_state.currentStage();
    if (!stage || m_state.phase != Phase::Idle) {
        m_runningChecks = false;
        return;
    }
    for (const CheckRecord &record : stage->checks) {
        const runbooks::Check *check = findCheck(record.id);
        if (check && check->command && !record.opensGate()) {
            startCheck(*check);
            return;
        }
    }
    m_runningChecks = false;
}

void RunSession::answer(const QString &checkId, Verdict verdict, const QString &note, const QString &by)
{
    const Stage *stage = m_state.currentStage();
    const runbooks::Check *check = findCheck(checkId);
    if (!stage || !check || !stage->check(checkId)) {
        refuse(ErrorKind::NotPermitted, tr("check %1 is not part of the current step").arg(checkId));
        return;
    }
    if (verdict != Verdict::Passed && verdict != Verdict::Failed && verdict != Verdict::NotApplicable) {
        refuse(ErrorKind::Invalid, tr("a person answers passed, failed or not applicable"));
        return;
    }
    if (check->command && execLine(runbook(), *check->command, m_setup.values)) {
        refuse(ErrorKind::NotPermitted, tr("this check runs by itself: run it, or waive it with a reason"));
        return;
    }
    if (!mayAnswer(*stage) || !mayJudge(*check))
        return;
    const QString person = by.isEmpty() ? m_setup.operatorName : by;
    const Evidence evidence{.source = EvidenceSource::OperatorStatement, .by = person, .note = note};
    decide(verdict == Verdict::Failed ? Event::AnsweredFail : Event::Answered, QStringLiteral("answered"),
           {{QStringLiteral("check"), checkId},
            {QStringLiteral("stage"), stage->id},
            {QStringLiteral("text"), check->text},
            {QStringLiteral("verdict"), verdictName(verdict)},
            {QStringLiteral("evidence"), evidenceJson(evidence)}});
}

void RunSession::waive(const QString &checkId, const QString &reason, const QString &by)
{
    const Stage *stage = m_state.currentStage();
    const runbooks::Check *check = findCheck(checkId);
    if (!stage || !check || !stage->check(checkId) || reason.trimmed().isEmpty() || by.trimmed().isEmpty()) {
        refuse(ErrorKind::Invalid, tr("a waiver needs a check of the current step, a reason and a name"));
        return;
    }
    if (!mayAnswer(*stage))
        return;
    const Evidence evidence{.source = EvidenceSource::OperatorStatement, .by = by, .note = reason};
    decide(Event::Answered, QStringLiteral("answered"),
           {{QStringLiteral("check"), checkId},
            {QStringLiteral("stage"), stage->id},
            {QStringLiteral("text"), check->text},
            {QStringLiteral("verdict"), verdictName(Verdict::Waived)},
            {QStringLiteral("evidence"), evidenceJson(evidence)}});
}

} // namespace holdpoint::session
