// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Weaver: what each type of entry adds to the timeline; the bodies are written in models/session/run*.cpp.

#include <models/timeline/weaver.h>

#include <models/timeline/timelinewords.h>

#include <QJsonArray>

namespace holdpoint::timeline {

using ledger::Entry;

namespace {

QString field(const Entry &entry, const char *key) { return entry.body[QLatin1String(key)].toString(); }

QString commandKey(const Entry &entry)
{
    return QStringLiteral("command ") + field(entry, "undo") + QLatin1Char(' ') + field(entry, "command");
}

Outcome outcomeOf(session::Verdict verdict)
{
    switch (verdict) {
    case session::Verdict::Passed: return Outcome::Good;
    case session::Verdict::Failed:
    case session::Verdict::Inconclusive: return Outcome::Bad;
    case session::Verdict::NotApplicable:
    case session::Verdict::Waived: return Outcome::Warning;
    case session::Verdict::Unanswered:
    case session::Verdict::Running: break;
    }
    return Outcome::Open;
}

} // namespace

const QHash<QString, Weaver::Handler> &Weaver::handlers()
{
    static const QHash<QString, Handler> table{
        {QStringLiteral("run-started"), &Weaver::runStarted},
        {QStringLiteral("run-finished"), &Weaver::runFinished},
        {QStringLiteral("command-intended"), &Weaver::commandIntended},
        {QStringLiteral("command-finished"), &Weaver::commandFinished},
        {QStringLiteral("command-unknown"), &Weaver::commandUnknown},
        {QStringLiteral("copy-intended"), &Weaver::copyIntended},
        {QStringLiteral("copy-finished"), &Weaver::copyFinished},
        {QStringLiteral("check-intended"), &Weaver::checkIntended},
        {QStringLiteral("check-verdict"), &Weaver::checkVerdict},
        {QStringLiteral("answered"), &Weaver::answered},
        {QStringLiteral("skipped"), &Weaver::skipped},
        {QStringLiteral("connected"), &Weaver::connection},
        {QStringLiteral("connection-failed"), &Weaver::connection},
        {QStringLiteral("disconnected"), &Weaver::connection},
        {QStringLiteral("shell-opened"), &Weaver::shell},
        {QStringLiteral("shell-closed"), &Weaver::shell},
        {QStringLiteral("hold-point"), &Weaver::holdPoint},
        {QStringLiteral("retried"), &Weaver::decision},
        {QStringLiteral("note"), &Weaver::decision},
        {QStringLiteral("rollback-started"), &Weaver::decision},
        {QStringLiteral("rollback-finished"), &Weaver::decision},
        {QStringLiteral("went-back"), &Weaver::decision},
        {QStringLiteral("undo-done"), &Weaver::decision},
        {QStringLiteral("undo-declined"), &Weaver::decision},
        {QStringLiteral("recovered"), &Weaver::decision},
        {QStringLiteral("resumed"), &Weaver::resumed},
        {QStringLiteral("broadcast-started"), &Weaver::broadcastStarted},
        {QStringLiteral("broadcast-ended"), &Weaver::broadcastEnded},
        {QStringLiteral("escalated"), &Weaver::escalated},
        {QStringLiteral("escalation-attempt"), &Weaver::escalationStep},
        {QStringLiteral("escalation-acknowledged"), &Weaver::escalationStep},
        {QStringLiteral("escalation-resolved"), &Weaver::escalationResolved},
    };
    return table;
}

QString Weaver::verdictWords(session::Verdict verdict) const
{
    return capital(m_language.say("judgement", session::verdictName(verdict).toUtf8().constData()));
}

QString Weaver::recorded(const Entry &entry, const char *key) const
{
    return recordedWords(m_language, field(entry, key));
}

void Weaver::runStarted(const Entry &entry)
{
    moment(m_steps, entry, {}, m_language.say("timeline", "Run started: %1").arg(shown(m_state.runbookTitle))).result =
        capital(m_language.say("mode", session::modeName(m_state.mode).toUtf8().constData()));
}

void Weaver::runFinished(const Entry &entry)
{
    Item &item = moment(m_steps, entry, {}, m_language.say("timeline", "Run ended"));
    item.result = withReason(capital(runVerdictWords(m_language, field(entry, "verdict"))), field(entry, "reason"));
    item.outcome = m_state.verdict() == QLatin1String("passed")    ? Outcome::Good
                   : m_state.verdict() == QLatin1String("stopped") ? Outcome::Bad
                                                                   : Outcome::Warning;
    if (const QString by = field(entry, "by"); !by.isEmpty())
        item.who = by;
}

void Weaver::commandIntended(const Entry &entry)
{
    const QString undo = field(entry, "undo");
    const QString id = field(entry, "command");
    Item &item = begin(
        paneLane(field(entry, "role")), entry, id,
        (undo.isEmpty() ? m_language.say("timeline", "Command %1: %2") : m_language.say("timeline", "Rollback %1: %2"))
            .arg(id, shown(field(entry, "text"))));
    open(commandKey(entry));
    if (const QString by = field(entry, "by"); !by.isEmpty())
        item.who = m_language.say("timeline", "%1, agreed by %2").arg(item.who, shown(by));
}

void Weaver::commandFinished(const Entry &entry)
{
    Item &item = end(commandKey(entry), paneLane(field(entry, "role")), entry,
                     m_language.say("timeline", "Command %1").arg(field(entry, "command")));
    const bool expected = entry.body[QLatin1String("expected")].toBool();
    item.outcome = expected ? Outcome::Good : Outcome::Bad;
    item.result = withReason(expected ? m_language.say("timeline", "Succeeded") : m_language.say("timeline", "Failed"),
                             recorded(entry, "outcome"));
}

void Weaver::commandUnknown(const Entry &entry)
{
    Item &item = end(commandKey(entry), paneLane(field(entry, "role")), entry,
                     m_language.say("timeline", "Command %1").arg(field(entry, "command")));
    item.outcome = Outcome::Bad;
    item.result = withReason(m_language.say("timeline", "Outcome unknown"), recorded(entry, "reason"));
}

void Weaver::copyIntended(const Entry &entry)
{
    const QJsonObject file = entry.body[QLatin1String("file")].toObject();
    const bool put = file[QLatin1String("direction")].toString() == QLatin1String("put");
    const QString name = shown(file[QLatin1String(put ? "local" : "remote")].toString());
    const QString target = shown(file[QLatin1String(put ? "remote" : "local")].toString());
    const bool folder = file[QLatin1String("extent")].toString() == QLatin1String("folder");
    const QString what = folder ? (put ? m_language.say("timeline", "Folder sent: %1 to %2")
                                       : m_language.say("timeline", "Folder fetched: %1 to %2"))
                                : (put ? m_language.say("timeline", "File sent: %1 to %2")
                                       : m_language.say("timeline", "File fetched: %1 to %2"));
    begin(paneLane(field(entry, "role")), entry, m_language.say("timeline label", "copy"), what.arg(name, target));
    open(field(entry, "copy"));
}

void Weaver::copyFinished(const Entry &entry)
{
    Item &item =
        end(field(entry, "copy"), paneLane(field(entry, "role")), entry, m_language.say("timeline", "File copied"));
    const bool good = entry.body[QLatin1String("succeeded")].toBool();
    item.outcome = good ? Outcome::Good : Outcome::Bad;
    item.result = withReason(good ? m_language.say("timeline", "Copied") : m_language.say("timeline", "Failed"),
                             recorded(entry, "outcome"));
}

void Weaver::checkIntended(const Entry &entry)
{
    const QString id = field(entry, "check");
    begin(m_checks, entry, id, m_language.say("timeline", "Check %1: %2").arg(id, shown(field(entry, "text")))).pane =
        shown(field(entry, "role"));
    open(QStringLiteral("check ") + id);
}

void Weaver::checkVerdict(const Entry &entry)
{
    const QString id = field(entry, "check");
    Item &item = end(QStringLiteral("check ") + id, m_checks, entry, {});
    item.what = m_language.say("timeline", "Check %1: %2").arg(id, shown(field(entry, "text")));
    const auto verdict = session::verdictFromName(field(entry, "verdict")).value_or(session::Verdict::Inconclusive);
    item.outcome = outcomeOf(verdict);
    item.result = withReason(
        verdictWords(verdict),
        recordedWords(m_language,
                      entry.body[QLatin1String("evidence")].toObject()[QLatin1String("explanation")].toString()));
}

void Weaver::answered(const Entry &entry)
{
    const QString id = field(entry, "check");
    const QJsonObject evidence = entry.body[QLatin1String("evidence")].toObject();
    const auto verdict = session::verdictFromName(field(entry, "verdict")).value_or(session::Verdict::Inconclusive);
    Item &item = moment(m_people, entry, id,
                        m_language.say("timeline", "Check %1 answered: %2").arg(id, shown(field(entry, "text"))));
    item.outcome = outcomeOf(verdict);
    item.result = withReason(verdictWords(verdict), evidence[QLatin1String("note")].toString());
    if (const QString by = evidence[QLatin1String("by")].toString(); !by.isEmpty())
        item.who = by;
}

void Weaver::skipped(const Entry &entry)
{
    const QString subject = field(entry, "subject");
    const QString stage = field(entry, "stage");
    Item &item = moment(m_people, entry, m_language.say("timeline label", "skip"),
                        subject.isEmpty() ? m_language.say("timeline", "Step %1 skipped").arg(stage)
                                          : m_language.say("timeline", "%1 of step %2 skipped").arg(subject, stage));
    item.outcome = Outcome::Warning;
    item.result = withReason(m_language.say("timeline", "Skipped"), field(entry, "reason"));
    if (const QString by = field(entry, "by"); !by.isEmpty())
        item.who = by;
}

void Weaver::connection(const Entry &entry)
{
    const bool connected = entry.type == QLatin1String("connected");
    const bool lost = entry.type == QLatin1String("disconnected");
    Item &item = moment(paneLane(field(entry, "role")), entry, {},
                        connected ? m_language.say("timeline", "Connected")
                        : lost    ? m_language.say("timeline", "Disconnected")
                                  : m_language.say("timeline", "Connection failed"));
    item.who.clear();
    item.result = shown(connected ? field(entry, "host") : field(entry, "reason"));
    item.outcome = connected ? Outcome::Plain : lost && m_state.isOver() ? Outcome::Plain : Outcome::Bad;
}

void Weaver::shell(const Entry &entry)
{
    const auto is = [&entry](const char *key) { return entry.body[QLatin1String(key)].toBool(); };
    const bool isClosed = entry.type == QLatin1String("shell-closed");
    Item &item = moment(paneLane(field(entry, "pane")), entry, {},
                        is("gone")    ? m_language.say("timeline", "Further shell gone")
                        : isClosed    ? m_language.say("timeline", "Further shell closed")
                        : is("found") ? m_language.say("timeline", "Further shell found again")
                        : is("again") ? m_language.say("timeline", "Further shell opened again")
                                      : m_language.say("timeline", "Further shell opened"));
    if (is("gone"))
        item.result = m_language.say("timeline", "tmux did not have it any more");
    else if (is("left_behind"))
        item.result = m_language.say("timeline", "Out of reach: tmux may still have it");
}

void Weaver::holdPoint(const Entry &entry)
{
    QStringList waits;
    for (const auto id : entry.body[QLatin1String("open")].toArray())
        waits.append(shown(id.toString()));
    Item &item = moment(m_checks, entry, m_language.say("timeline label", "hold"),
                        m_language.say("timeline", "Hold point of step %1").arg(field(entry, "stage")));
    item.who.clear();
    item.result = m_language.say("timeline", "Waits for %1").arg(waits.join(QStringLiteral(", ")));
    item.outcome = Outcome::Warning;
}

/// What a person decided, in one sentence each.
void Weaver::decision(const Entry &entry)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("retried"), QT_TRANSLATE_NOOP("timeline", "Retried in step %1")},
        {QStringLiteral("note"), QT_TRANSLATE_NOOP("timeline", "Note on step %1")},
        {QStringLiteral("rollback-started"), QT_TRANSLATE_NOOP("timeline", "Rollback opened")},
        {QStringLiteral("rollback-finished"), QT_TRANSLATE_NOOP("timeline", "Rollback left")},
        {QStringLiteral("went-back"), QT_TRANSLATE_NOOP("timeline", "Went back to step %1")},
        {QStringLiteral("undo-done"), QT_TRANSLATE_NOOP("timeline", "Undone: %1")},
        {QStringLiteral("undo-declined"), QT_TRANSLATE_NOOP("timeline", "Rollback declined: %1")},
        {QStringLiteral("recovered"), QT_TRANSLATE_NOOP("timeline", "The ledger takes entries again")},
    };
    QString what = m_language.say("timeline", words.value(entry.type));
    if (what.contains(QLatin1String("%1")))
        what = what.arg(shown(field(entry, entry.type.startsWith(QLatin1String("undo")) ? "undo" : "stage")));
    Item &item =
        moment(m_people, entry,
               entry.type == QLatin1String("note") ? m_language.say("timeline label", "note") : QString(), what);
    item.result = shown(field(entry, entry.type == QLatin1String("note") ? "text" : "reason"));
    if (entry.type != QLatin1String("note"))
        item.outcome = Outcome::Warning;
}

void Weaver::resumed(const Entry &entry)
{
    const bool handedOver =
        !m_lastActor.isEmpty() && m_lastActor != entry.actor && m_lastActor != QLatin1String("holdpoint");
    Item &item = moment(
        m_people, entry,
        handedOver ? m_language.say("timeline label", "hand-over") : m_language.say("timeline label", "resumed"),
        handedOver ? m_language.say("timeline", "Handed over from %1 to %2").arg(shown(m_lastActor), shown(entry.actor))
                   : m_language.say("timeline", "Resumed"));
    item.outcome = Outcome::Warning;
}

void Weaver::broadcastStarted(const Entry &entry)
{
    QStringList panes;
    for (const auto pane : entry.body[QLatin1String("panes")].toArray())
        panes.append(shown(pane.toString()));
    begin(m_people, entry, m_language.say("timeline label", "broadcast"),
          m_language.say("timeline", "Broadcast to %1").arg(panes.join(QStringLiteral(", "))));
    open(QStringLiteral("broadcast"));
}

void Weaver::broadcastEnded(const Entry &entry)
{
    Item &item = end(QStringLiteral("broadcast"), m_people, entry, m_language.say("timeline", "Broadcast"));
    item.outcome = Outcome::Plain;
    item.result = withReason(m_language.say("timeline", "Ended"), recorded(entry, "reason"));
}

void Weaver::escalated(const Entry &entry)
{
    begin(m_escalation, entry, m_language.say("timeline label", "escalation"),
          withReason(m_language.say("timeline", "Escalated"), field(entry, "reason")))
        .result = withReason(m_language.say("timeline", "Severity"), field(entry, "severity"));
    open(QStringLiteral("escalation"));
}

void Weaver::escalationStep(const Entry &entry)
{
    const bool acknowledged = entry.type == QLatin1String("escalation-acknowledged");
    const QString words = capital(attemptWords(m_language, field(entry, "outcome")));
    Item &item = moment(m_escalation, entry, {},
                        acknowledged ? m_language.say("timeline", "Acknowledged by %1").arg(shown(field(entry, "by")))
                                     : QStringLiteral("%1: %2").arg(shown(field(entry, "contact")), words));
    item.result = shown(field(entry, "note"));
    item.outcome = acknowledged ? Outcome::Good : Outcome::Plain;
}

void Weaver::escalationResolved(const Entry &entry)
{
    Item &item = end(QStringLiteral("escalation"), m_escalation, entry, m_language.say("timeline", "Escalation"));
    item.outcome = Outcome::Good;
    item.result = withReason(m_language.say("timeline", "Resolved"), field(entry, "resolution"));
}

} // namespace holdpoint::timeline
