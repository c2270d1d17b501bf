// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/timeline/timeline.h>

#include <models/ledger/erasure.h>
#include <models/session/viewing.h>
#include <models/timeline/timelinewords.h>
#include <models/timeline/weaver.h>

#include <algorithm>
#include <numeric>

namespace holdpoint::timeline {

using ledger::Entry;
using session::Stage;

namespace {

Outcome outcomeOf(const Stage &stage)
{
    switch (stage.status) {
    case session::StageStatus::Passed: return stage.hasExceptions() ? Outcome::Warning : Outcome::Good;
    case session::StageStatus::Failed: return Outcome::Bad;
    case session::StageStatus::Skipped:
    case session::StageStatus::RolledBack: return Outcome::Warning;
    case session::StageStatus::Pending:
    case session::StageStatus::Current: break;
    }
    return Outcome::Open;
}

/// What is filed under a run and does not happen in it: looks at its recordings, and what is erased of them.
bool isAfterwards(const Entry &entry)
{
    return entry.type == QStringView(session::viewedType) || entry.type == QStringView(ledger::erasedType);
}

} // namespace

QString Weaver::stageLabel(const Stage &stage) const
{
    return stage.kind == session::StageKind::Step ? m_language.say("timeline", "Step %1").arg(stage.id)
                                                  : stageTitle(m_language, stage);
}

QString Weaver::stageName(const Stage &stage) const
{
    return stage.kind == session::StageKind::Step
               ? m_language.say("timeline", "Step %1: %2").arg(stage.id, shown(stage.title))
               : shown(stageTitle(m_language, stage));
}

QString Weaver::resultOf(const Stage &stage) const
{
    if (stage.status == session::StageStatus::Passed && stage.hasExceptions())
        return m_language.say("timeline", "Passed with exceptions");
    const QString status = session::stageStatusName(stage.status);
    return withReason(capital(m_language.say("stage status", status.toUtf8().constData())), stage.skipReason);
}

int Weaver::laneIndex(const Lane &lane)
{
    const qsizetype known = m_lanes.indexOf(lane);
    if (known >= 0)
        return int(known);
    m_lanes.append(lane);
    return int(m_lanes.size()) - 1;
}

Item &Weaver::begin(Lane lane, const Entry &entry, const QString &label, const QString &what)
{
    const QString pane = lane.kind == Lane::Kind::Pane ? lane.name : QString();
    m_items.append({.lane = laneIndex(lane),
                    .fromMs = m_now,
                    .toMs = m_now,
                    .pane = pane,
                    .label = label,
                    .what = what,
                    .who = entry.actor,
                    .outcome = Outcome::Open,
                    .sequence = entry.sequence,
                    .isMoment = false});
    return m_items.last();
}

Item &Weaver::moment(Lane lane, const Entry &entry, const QString &label, const QString &what)
{
    Item &item = begin(std::move(lane), entry, label, what);
    item.outcome = Outcome::Plain;
    item.isMoment = true;
    return item;
}

Item &Weaver::end(const QString &key, Lane lane, const Entry &entry, const QString &what)
{
    const auto found = m_open.constFind(key);
    if (found == m_open.constEnd())
        return moment(std::move(lane), entry, {}, what);
    Item &item = m_items[*found];
    m_open.erase(found);
    item.toMs = m_now;
    return item;
}

void Weaver::leaveStage(const QString &otherwise)
{
    if (!m_stageItem)
        return;
    Item &item = m_items[*m_stageItem];
    const Stage &stage = m_state.stages[m_stage];
    item.toMs = m_now;
    item.outcome = outcomeOf(stage);
    item.result = item.outcome == Outcome::Open ? otherwise : resultOf(stage);
    m_stageItem.reset();
}

/// The step at hand is what the fold of the run says it is.
void Weaver::followStage(const Entry &entry)
{
    const Stage *stage = m_state.currentStage();
    if (!stage || (m_stage == m_state.current && m_stageEntered == stage->started))
        return;
    leaveStage(m_language.say("timeline", "Left, to go back"));
    m_stage = m_state.current;
    m_stageEntered = stage->started;
    begin(m_steps, entry, stageLabel(*stage), stageName(*stage)).who.clear();
    m_stageItem = m_items.size() - 1;
}

void Weaver::add(const Entry &entry)
{
    if (m_state.isOver() && isAfterwards(entry))
        return;
    m_now = m_axis.next(entry);
    if (entry.type == QLatin1String("output"))
        return; // what a pane showed is the replay's
    const bool wasOver = m_state.isOver();
    session::apply(m_state, entry);
    if (const Handler handler = handlers().value(entry.type))
        (this->*handler)(entry);
    followStage(entry);
    if (m_state.isOver() && !wasOver)
        leaveStage(m_language.say("timeline", "Not ended"));
    m_lastActor = entry.actor;
}

Timeline Weaver::finish()
{
    const bool over = m_state.isOver();
    leaveStage(m_language.say("timeline", "Not ended yet"));
    for (const qsizetype index : std::as_const(m_open)) {
        m_items[index].toMs = m_now;
        if (m_items[index].result.isEmpty())
            m_items[index].result =
                over ? m_language.say("timeline", "No end was recorded") : m_language.say("timeline", "Not ended yet");
    }
    QList<int> order(m_lanes.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [this](int lane) { return m_lanes[lane].kind; });
    QList<Lane> lanes;
    for (const int lane : std::as_const(order))
        lanes.append(m_lanes[lane]);
    for (Item &item : m_items)
        item.lane = int(order.indexOf(item.lane));
    return {.language = m_language,
            .runId = m_state.idText(),
            .runbook = m_state.runbookTitle,
            .verdict = m_state.verdict(),
            .mode = m_state.mode,
            .started = m_state.started,
            .durationMs = m_now,
            .isOver = over,
            .lanes = lanes,
            .items = m_items};
}

Timeline timelineOf(const QList<Entry> &entries, const Language &language)
{
    if (entries.isEmpty() || entries.first().type != QLatin1String("run-started"))
        return {};
    Weaver weaver(entries.first(), language);
    for (const Entry &entry : entries)
        weaver.add(entry);
    return weaver.finish();
}

} // namespace holdpoint::timeline
