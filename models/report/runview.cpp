// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/runview.h>

#include <models/report/exceptions.h>
#include <models/session/unrecorded.h>
#include <models/timeline/timelinewords.h>
#include <runbooks/parser.h>

#include <algorithm>

namespace holdpoint::report {

namespace {

QList<escalation::Escalation> escalationsOf(const QList<ledger::Entry> &entries)
{
    QList<escalation::Escalation> all;
    for (const ledger::Entry &entry : entries) {
        if (entry.type == QLatin1String("escalated"))
            all.append(escalation::Escalation());
        if (!all.isEmpty()) {
            escalation::apply(all.last(), entry.type, entry.actor, entry.body,
                              {entry.utc, qint64(entry.bootMs), entry.bootId});
        }
    }
    return all;
}

template <class List> auto *withId(const List &list, const QString &id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto &item) { return item.id == id; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const runbooks::Step *RunView::step(const QString &id) const { return runbook ? withId(runbook->steps, id) : nullptr; }

const runbooks::Check *RunView::check(const QString &id) const
{
    if (!runbook)
        return nullptr;
    for (const auto *list : {&runbook->prerequisites, &runbook->checks}) {
        if (const runbooks::Check *found = withId(*list, id))
            return found;
    }
    for (const runbooks::Step &step : runbook->steps) {
        if (const runbooks::Check *found = withId(step.checks, id))
            return found;
    }
    return nullptr;
}

const runbooks::Command *RunView::command(const QString &id) const
{
    if (!runbook)
        return nullptr;
    for (const runbooks::Step &step : runbook->steps) {
        if (const runbooks::Command *found = withId(step.commands, id))
            return found;
        if (const auto *found = step.rollback ? withId(step.rollback->commands, id) : nullptr)
            return found;
    }
    return runbook->rollback ? withId(runbook->rollback->commands, id) : nullptr;
}

QString RunView::stageName(const session::Stage &stage) const
{
    return stage.kind == session::StageKind::Step ? language.say("stages", "Step %1: %2").arg(stage.id, stage.title)
                                                  : timeline::stageTitle(language, stage);
}

RunView viewOf(const QList<ledger::Entry> &entries, const Language &language)
{
    RunView view{.state = session::foldRun(entries), .language = language};
    if (!entries.isEmpty() && !entries.first().attachments.isEmpty())
        view.source = entries.first().attachments.first().bytes;
    if (const auto document = runbooks::parseDocument(view.source, view.state.runbookPath)) {
        if (const runbooks::Runbook *found = document->find(view.state.runbookId))
            view.runbook = *found;
    }
    view.escalations = escalationsOf(session::withRemembered(entries));
    view.recordings = recordingsOf(entries);
    view.exceptions = exceptionsOf(view, entries);
    return view;
}

} // namespace holdpoint::report
