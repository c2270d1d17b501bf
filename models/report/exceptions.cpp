// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/exceptions.h>

#include <models/ledger/erasure.h>
#include <models/report/htmlpage.h>
#include <models/session/unrecorded.h>
#include <models/timeline/timelinewords.h>

#include <algorithm>

namespace holdpoint::report {

using ledger::Entry;

namespace {

QString text(const Entry &entry, const char *key) { return entry.body[QLatin1String(key)].toString(); }

QString checkName(const RunView &view, const Entry &entry)
{
    const runbooks::Check *check = view.check(text(entry, "check"));
    return check ? check->text : text(entry, "text").isEmpty() ? text(entry, "check") : text(entry, "text");
}

/// What was left out: a command, a check, or the rest of a stage.
QString skippedWords(const RunView &view, const Entry &entry)
{
    const QString subject = text(entry, "subject");
    if (const runbooks::Check *check = subject.isEmpty() ? nullptr : view.check(subject))
        return view.language.say("exceptions", "Waived: %1").arg(check->text);
    if (!subject.isEmpty())
        return view.language.say("exceptions", "Command %1 was skipped").arg(subject);
    const session::Stage *stage = view.state.stage(text(entry, "stage"));
    return stage ? view.language.say("exceptions", "%1 was skipped").arg(view.stageName(*stage))
                 : view.language.say("exceptions", "A stage was skipped");
}

QString verdictWords(const Language &language, const QString &verdict)
{
    if (verdict == QLatin1String("waived"))
        return language.say("exceptions", "Waived: %1");
    if (verdict == QLatin1String("not-applicable"))
        return language.say("exceptions", "Declared not applicable: %1");
    if (verdict == QLatin1String("inconclusive"))
        return language.say("exceptions", "Inconclusive: %1");
    return language.say("exceptions", "Failed: %1");
}

std::optional<Exception> judged(const RunView &view, const Entry &entry)
{
    const QString verdict = text(entry, "verdict");
    if (verdict == QLatin1String("passed"))
        return std::nullopt;
    const QJsonObject evidence = entry.body[QLatin1String("evidence")].toObject();
    const QString note = evidence[QLatin1String("note")].toString();
    const QString by = evidence[QLatin1String("by")].toString();
    return Exception{verdictWords(view.language, verdict).arg(checkName(view, entry)),
                     note.isEmpty()
                         ? timeline::recordedWords(view.language, evidence[QLatin1String("explanation")].toString())
                         : note,
                     by, entry.utc};
}

Exception unrecorded(const RunView &view, const Entry &entry)
{
    const auto time = [&](const char *key) { return timeText(QDateTime::fromString(text(entry, key), Qt::ISODateWithMs)); };
    const qint64 forgotten = entry.body[QLatin1String("forgotten")].toInteger();
    return {
        view.language.say("exceptions", "UNRECORDED from %1 to %2").arg(time("from"), time("to")),
        view.language
            .say(
                "exceptions",
                "%1 (%2). Not witnessed when it happened: %3 told from memory afterwards, %4 forgotten; what the panes "
                "showed was not kept")
            // In one go: a reason may hold what looks like a place for the next.
            .arg(text(entry, "reason"), text(entry, "cause"),
                 QString::number(entry.body[QLatin1String("remembered")].toArray().size()), QString::number(forgotten)),
        entry.actor, entry.utc};
}

std::optional<Exception> exceptionIn(const RunView &view, const Entry &entry)
{
    const auto exception = [&](const QString &what, const char *why) {
        return Exception{
            what.arg(text(entry, "command")), timeline::recordedWords(view.language, text(entry, why)), {}, entry.utc};
    };
    if (entry.type == QLatin1String("skipped"))
        return Exception{skippedWords(view, entry), text(entry, "reason"), entry.actor, entry.utc};
    if (entry.type == QLatin1String("check-verdict") || entry.type == QLatin1String("answered"))
        return judged(view, entry);
    if (entry.type == QLatin1String("command-finished") && !entry.body[QLatin1String("expected")].toBool())
        return exception(view.language.say("exceptions", "Command %1 failed"), "outcome");
    if (entry.type == QLatin1String("command-unknown"))
        return exception(view.language.say("exceptions", "Command %1: the outcome is unknown"), "reason");
    if (entry.type == QStringView(session::unrecordedType))
        return unrecorded(view, entry);
    if (entry.type == QLatin1String("undo-declined"))
        return Exception{view.language.say("exceptions", "A rollback was declined"), text(entry, "reason"), entry.actor,
                         entry.utc};
    if (entry.type == QLatin1String("rollback-started"))
        return Exception{view.language.say("exceptions", "The rollback was opened"), text(entry, "reason"), entry.actor,
                         entry.utc};
    return std::nullopt;
}

/// By which rule and when the bytes of this entry went, as the ledger says.
QString erasureWords(const RunView &view, const QList<Entry> &entries, quint64 sequence)
{
    for (const Entry &entry : entries) {
        const auto record = ledger::erasureIn(entry);
        if (record && record->covers(sequence))
            return view.language.say("exceptions", "under rule %1 on %2: %3")
                .arg(record->rule, timeText(entry.utc), record->reason);
    }
    return view.language.say("exceptions", "no entry of this run says by which rule");
}

/// What was attached and is not there any more. The first piece speaks for those that went with it.
void addErasures(const RunView &view, const QList<Entry> &entries, QList<Exception> &exceptions)
{
    const auto isGone = [](const Entry &entry) { return !entry.attachments.isEmpty() && !entry.attachments.first().present; };
    if (!entries.isEmpty() && isGone(entries.first())) {
        exceptions.append({view.language.say("exceptions", "The source of the runbook was erased"),
                           erasureWords(view, entries, entries.first().sequence)});
    }
    for (const Recording &recording : view.recordings) {
        const auto piece = std::ranges::find_if(recording.entries, [&](qsizetype index) { return isGone(entries[index]); });
        if (piece == recording.entries.end())
            continue;
        const bool isWhole = std::ranges::all_of(recording.entries, [&](qsizetype index) { return isGone(entries[index]); });
        const QString words = isWhole ? view.language.say("exceptions", "The recording of \"%1\" was erased")
                                      : view.language.say("exceptions", "The recording of \"%1\" was erased in parts");
        exceptions.append({words.arg(recording.pane), erasureWords(view, entries, entries[*piece].sequence)});
    }
}

void addRecordGaps(const RunView &view, const QList<Entry> &entries, QList<Exception> &exceptions)
{
    for (const Recording &recording : view.recordings) {
        if (recording.leftOut > 0) {
            exceptions.append(
                {view.language.say("exceptions", "The recording of \"%1\" is not complete").arg(recording.pane),
                 view.language.say("exceptions", "%1 bytes over the limit for one command were not kept")
                     .arg(recording.leftOut)});
        }
    }
    addErasures(view, entries, exceptions);
    const auto unsynchronised
        = std::count_if(entries.begin(), entries.end(), [](const Entry &entry) { return !entry.clockSynchronised; });
    if (unsynchronised > 0) {
        exceptions.append(
            {view.language.say("exceptions", "The clock of the operator's machine was not synchronised"),
             view.language
                 .say("exceptions", "when %1 of %2 entries were written; the order of the entries stands, their "
                                    "times may be off")
                 .arg(unsynchronised)
                 .arg(entries.size())});
    }
}

} // namespace

QList<Exception> exceptionsOf(const RunView &view, const QList<Entry> &entries)
{
    QList<Exception> exceptions;
    for (const Entry &entry : session::withRemembered(entries)) {
        if (auto exception = exceptionIn(view, entry))
            exceptions.append(*std::move(exception));
    }
    if (view.state.phase == session::Phase::Stopped) {
        exceptions.append({view.language.say("exceptions", "The run was stopped before its end"), view.state.stopReason,
                           entries.last().actor, view.state.ended});
    }
    if (!view.escalations.isEmpty() && view.escalations.last().isActive())
        exceptions.append(
            {view.language.say("exceptions", "The last escalation is not resolved"), view.escalations.last().reason});
    addRecordGaps(view, entries, exceptions);
    return exceptions;
}

} // namespace holdpoint::report
