// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/runsession.h>

#include <models/base/log.h>
#include <models/base/whenfinished.h>

#include <algorithm>

// Going on while the ledger cannot be written, and the way back.
namespace holdpoint::session {

namespace {

constexpr std::chrono::seconds probeInterval(15);

} // namespace

QString unrecordedRefusal(const QString &what)
{
    return RunSession::tr("the runbook says that %1 must be recorded, and nothing is recorded at present: it was not done. "
                          "Make the ledger work again, or skip it with a reason")
        .arg(what);
}

void RunSession::continueUnrecorded(const QString &reason)
{
    if (!isHalted() || m_state.phase == Phase::Ready || m_state.isOver()) {
        refuse(ErrorKind::NotPermitted,
               tr("only a run that has begun and is held because the ledger fails goes on unrecorded"));
        return;
    }
    if (reason.trimmed().isEmpty()) {
        refuse(ErrorKind::Invalid, tr("say why the run must go on unrecorded"));
        return;
    }
    const QDateTime now = m_services.clock.utcNow();
    log::warning(QStringLiteral("the run goes on unrecorded: %1").arg(reason));
    m_unrecorded = std::make_unique<Unrecorded>(reason.trimmed(), m_setup.operatorName, m_halted->detail, now);
    m_state.unrecorded.append({.from = now, .reason = reason.trimmed(), .by = m_setup.operatorName});
    m_probe.start(probeInterval);
    closeOpenEnds();
    emit changed();
}

bool RunSession::waitsForLedger(const runbooks::Command &command) const { return m_unrecorded && command.mustBeRecorded; }

bool RunSession::waitsForLedger(const Stage &stage) const
{
    const QList<runbooks::Step> &steps = runbook().steps;
    const auto step = std::ranges::find(steps, stage.id, &runbooks::Step::id);
    return m_unrecorded && stage.kind == StageKind::Step && step != steps.end() && step->mustBeRecorded;
}

/// Whether a person's word on the stage, or on one of its checks, may be taken now; refused when not.
bool RunSession::mayAnswer(const Stage &stage)
{
    if (!waitsForLedger(stage))
        return true;
    refuse(ErrorKind::NotPermitted, unrecordedRefusal(tr("the step \"%1\"").arg(stage.title)));
    return false;
}

/// Whether the check may be run now, or a person's word taken in its place; refused when not.
bool RunSession::mayJudge(const runbooks::Check &check)
{
    if (!check.command || !waitsForLedger(*check.command))
        return true;
    refuse(ErrorKind::NotPermitted, unrecordedRefusal(tr("check %1").arg(check.id)));
    return false;
}

/// The same as record(), while there is no ledger.
void RunSession::remember(const ledger::Draft &draft, Effect effect)
{
    ledger::Entry entry;
    entry.utc = m_services.clock.utcNow();
    entry.bootMs = quint64(m_services.clock.bootMs());
    entry.bootId = m_services.clock.bootId();
    entry.type = draft.type;
    entry.actor = draft.actor;
    entry.run = draft.run;
    entry.body = draft.body;
    m_unrecorded->remember(entry);
    // As late as an answer of the ledger would come: whoever asked is not in the middle of something then.
    QMetaObject::invokeMethod(
        this, [this, entry, effect = std::move(effect)] { becomes(entry, effect); }, Qt::QueuedConnection);
}

void RunSession::recoverLedger() { tryLedger(Tone::Told); }

void RunSession::tryLedger(Tone tone)
{
    if (!m_halted || std::exchange(m_trying, true))
        return;
    whenFinished(m_services.ledger.recover(), this, [this, tone](const Result<> &recovered) {
        m_trying = false;
        if (!recovered) {
            if (tone == Tone::Told)
                emit refused(recovered.error());
            return;
        }
        if (m_unrecorded) {
            tellUnrecorded();
            return;
        }
        m_halted.reset();
        m_deciding = 0;
        record(QStringLiteral("recovered"),
               {{QStringLiteral("what"), QStringLiteral("the ledger could not be written")}});
        closeOpenEnds();
    });
}

/// What was under way when nothing could be recorded, and whose end is not known.
void RunSession::closeOpenEnds()
{
    if (m_appending > 0) { // what is on its way may be such an end, and may still be recorded
        m_endsAreOpen = true;
        return;
    }
    endBroadcast(tr("its end could not be recorded"));
    recoverCopies();
    if (m_commandInFlight.isEmpty() && !m_checks.isRunning())
        recoverInFlight(tr("its end could not be recorded"));
}

void RunSession::tellUnrecorded()
{
    flushRecorders();
    m_trying = true;
    const QDateTime until = m_services.clock.utcNow();
    whenFinished(m_services.ledger.append(m_unrecorded->draft(m_state.id, until)), this,
                 [this, until](const Result<ledger::Entry> &entry) {
                     m_trying = false;
                     if (!entry) {
                         emit refused(entry.error());
                         return;
                     }
                     m_state.unrecorded.last().to = until;
                     const bool isAll = m_unrecorded->told();
                     if (isAll) {
                         m_probe.stop();
                         m_unrecorded.reset();
                         m_halted.reset();
                     }
                     emit recorded(*entry);
                     emit changed();
                     if (isAll) {
                         m_services.ledger.checkpoint();
                         return;
                     }
                     // More was done while the ledger was being told.
                     m_state.unrecorded.append(
                         {.from = until, .reason = m_unrecorded->reason(), .by = m_setup.operatorName});
                     tellUnrecorded();
                 });
}

} // namespace holdpoint::session
