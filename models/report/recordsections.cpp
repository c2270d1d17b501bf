// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/sections.h>

#include <models/base/text.h>
#include <models/session/unrecorded.h>
#include <models/timeline/timelinesvg.h>
#include <models/timeline/timelinewords.h>

#include <QJsonArray>

#include <array>

namespace holdpoint::report {

using escalation::Escalation;
using ledger::Entry;

namespace {

constexpr qsizetype detailCharacters = 300;

/// The types of entries that a run has, for lupdate, which reads the source.
[[maybe_unused]] constexpr std::array types{QT_TRANSLATE_NOOP("entry", "run-started"),
                                            QT_TRANSLATE_NOOP("entry", "connected"),
                                            QT_TRANSLATE_NOOP("entry", "connection-failed"),
                                            QT_TRANSLATE_NOOP("entry", "disconnected"),
                                            QT_TRANSLATE_NOOP("entry", "command-intended"),
                                            QT_TRANSLATE_NOOP("entry", "command-finished"),
                                            QT_TRANSLATE_NOOP("entry", "command-unknown"),
                                            QT_TRANSLATE_NOOP("entry", "copy-intended"),
                                            QT_TRANSLATE_NOOP("entry", "copy-finished"),
                                            QT_TRANSLATE_NOOP("entry", "check-intended"),
                                            QT_TRANSLATE_NOOP("entry", "check-verdict"),
                                            QT_TRANSLATE_NOOP("entry", "answered"),
                                            QT_TRANSLATE_NOOP("entry", "hold-point"),
                                            QT_TRANSLATE_NOOP("entry", "step-passed"),
                                            QT_TRANSLATE_NOOP("entry", "step-failed"),
                                            QT_TRANSLATE_NOOP("entry", "skipped"),
                                            QT_TRANSLATE_NOOP("entry", "retried"),
                                            QT_TRANSLATE_NOOP("entry", "note"),
                                            QT_TRANSLATE_NOOP("entry", "went-back"),
                                            QT_TRANSLATE_NOOP("entry", "resumed"),
                                            QT_TRANSLATE_NOOP("entry", "run-finished"),
                                            QT_TRANSLATE_NOOP("entry", "undo-registered"),
                                            QT_TRANSLATE_NOOP("entry", "undo-done"),
                                            QT_TRANSLATE_NOOP("entry", "undo-declined"),
                                            QT_TRANSLATE_NOOP("entry", "rollback-started"),
                                            QT_TRANSLATE_NOOP("entry", "rollback-finished"),
                                            QT_TRANSLATE_NOOP("entry", "escalated"),
                                            QT_TRANSLATE_NOOP("entry", "escalation-attempt"),
                                            QT_TRANSLATE_NOOP("entry", "escalation-acknowledged"),
                                            QT_TRANSLATE_NOOP("entry", "escalation-resolved"),
                                            QT_TRANSLATE_NOOP("entry", "shell-opened"),
                                            QT_TRANSLATE_NOOP("entry", "shell-closed"),
                                            QT_TRANSLATE_NOOP("entry", "broadcast-started"),
                                            QT_TRANSLATE_NOOP("entry", "broadcast-ended"),
                                            QT_TRANSLATE_NOOP("entry", "runbook-trusted"),
                                            QT_TRANSLATE_NOOP("entry", "recovered"),
                                            QT_TRANSLATE_NOOP("entry", "unrecorded-interval"),
                                            QT_TRANSLATE_NOOP("entry", "recording-viewed"),
                                            QT_TRANSLATE_NOOP("entry", "erased")};

void addEscalation(HtmlPage &page, const Escalation &escalation, qsizetype number)
{
    const QString heading =
        escalation.severity.isEmpty()
            ? page.say("escalation", "Escalation %1").arg(number)
            : page.say("escalation", "Escalation %1 (%2)").arg(QString::number(number), escalation.severity);
    page.subheading(Html::text(heading));
    page.facts({{page.say("escalation", "Reason"), Html::text(escalation.reason)},
                {page.say("escalation", "Started"), page.time(escalation.started.utc)},
                {page.say("escalation", "Started by"), Html::text(escalation.startedBy)}});
    QList<QList<Html>> rungs;
    for (int rung = 0; rung < escalation.ladder.size(); ++rung) {
        const escalation::Rung &step = escalation.ladder[rung];
        rungs.append({Html::text(step.label), Html::text(step.action), Html::text(step.contactName),
                      Html::text(timeText(escalation.dueUtc(rung)))});
    }
    page.table(page.say("escalation", "The ladder: who is next, and when"),
               {{page.say("escalation", "Rung"), 20},
                {page.say("escalation", "Action"), 34},
                {page.say("escalation", "Contact"), 22},
                {page.say("escalation", "Due"), 24}},
               rungs);
    QList<QList<Html>> happened;
    for (const escalation::Attempt &attempt : escalation.attempts) {
        happened.append({Html::text(timeText(attempt.utc)), Html::text(attempt.contact),
                         Html::text(timeline::attemptWords(page.language(), escalation::outcomeName(attempt.outcome))),
                         Html::text(attempt.by), Html::text(attempt.note)});
    }
    if (escalation.acknowledged.utc.isValid()) {
        happened.append({Html::text(timeText(escalation.acknowledged.utc)), Html::text(escalation.acknowledgedBy),
                         Html::text(page.say("escalation", "acknowledged")), Html(),
                         Html::text(escalation.acknowledgementNote)});
    }
    if (escalation.resolvedUtc.isValid()) {
        happened.append({Html::text(timeText(escalation.resolvedUtc)), Html(),
                         Html::text(page.say("escalation", "resolved")), Html(), Html::text(escalation.resolution)});
    }
    page.table(page.say("escalation", "What happened"),
               {{page.say("escalation", "When"), 24},
                {page.say("escalation", "Contact"), 16},
                {page.say("escalation", "Outcome"), 15},
                {page.say("escalation", "Recorded by"), 22},
                {page.say("escalation", "Note"), 23}},
               happened);
}

QString typeWords(const Language &language, const QString &type)
{
    QString words = language.say("entry", type.toUtf8().constData());
    if (words == type) // English, or a type that came later
        words.replace(QLatin1Char('-'), QLatin1Char(' '));
    return words.isEmpty() ? words : words.at(0).toUpper() + words.mid(1);
}

QString valueText(const Language &language, const QJsonValue &value)
{
    if (!value.isArray())
        return value.toVariant().toString();
    const QJsonArray array = value.toArray();
    if (!array.isEmpty() && array.first().isObject())
        return language.say("timeline table", "%n in all", nullptr, int(array.size()));
    return value.toVariant().toStringList().join(QStringLiteral(", "));
}

/// Output and stages are shown where they belong, and hashes of output and numbers of erased entries say little here:
/// session.jsonl has all.
bool isTold(const QString &key)
{
    return key != QLatin1String("output") && key != QLatin1String("output_sha256") && key != QLatin1String("stages")
           && key != QLatin1String("entries");
}

/// Whether the console itself put it into words.
bool isOurs(const QString &key) { return key == QLatin1String("outcome") || key == QLatin1String("explanation"); }

/// Names of fields stay as session.jsonl has them, for who looks there.
QList<Html> detailsOf(const Language &language, const QJsonObject &body, const QString &prefix = {})
{
    QList<Html> details;
    for (auto field = body.begin(); field != body.end(); ++field) {
        if (!isTold(field.key()))
            continue;
        const QString key = prefix + QString(field.key()).replace(QLatin1Char('_'), QLatin1Char(' '));
        if (field.value().isObject()) {
            details.append(detailsOf(language, field.value().toObject(), key + QLatin1Char(' ')));
            continue;
        }
        const QString value = elided(isOurs(field.key()) ? timeline::recordedWords(language, field.value().toString())
                                                         : valueText(language, field.value()),
                                     detailCharacters);
        if (!value.isEmpty())
            details.append(Html::text(key + QStringLiteral(": ") + value));
    }
    return details;
}

Html details(const Language &language, const Entry &entry)
{
    return Html::joined(detailsOf(language, entry.body), Html::text(QStringLiteral("; ")));
}

/// Milliseconds too, and a space where a narrow column may break.
QString exactTime(const Entry &entry) { return entry.utc.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")); }

bool isOutputOf(const Entry &entry, const QString &pane)
{
    return entry.type == QLatin1String("output") && entry.body[QLatin1String("pane")].toString() == pane;
}

/// A row for entries that recorded what one pane showed, up to but not including `end`.
QList<Html> outputRow(const Language &language, const QList<Entry> &entries, qsizetype begin, qsizetype end)
{
    qint64 bytes = 0;
    for (qsizetype i = begin; i < end; ++i)
        bytes += entries[i].body[QLatin1String("bytes")].toInteger();
    const Entry &first = entries[begin];
    const QString numbers =
        end - begin > 1 ? language.say("timeline table", "%1 to %2").arg(first.sequence).arg(entries[end - 1].sequence)
                        : QString::number(first.sequence);
    return {Html::text(numbers), Html::text(exactTime(first)), Html::text(first.actor),
            Html::text(language.say("timeline table", "Output")),
            Html::text(language.say("timeline table", "%1 bytes shown in pane \"%2\"")
                           .arg(QString::number(bytes), first.body[QLatin1String("pane")].toString()))};
}

} // namespace

void addEscalations(HtmlPage &page, const RunView &view)
{
    page.section(QStringLiteral("escalation"), Html::text(page.say("escalation", "Escalation")));
    if (view.escalations.isEmpty())
        page.paragraph(Html::text(page.say("escalation", "None was started.")));
    for (qsizetype i = 0; i < view.escalations.size(); ++i)
        addEscalation(page, view.escalations[i], i + 1);
}

void addTimeline(HtmlPage &page, const QList<Entry> &entries)
{
    page.section(QStringLiteral("timeline"), Html::text(page.say("timeline table", "Timeline")));
    const Language &language = page.language();
    if (const timeline::Timeline picture = timeline::timelineOf(entries, language); !picture.items.isEmpty()) {
        const auto use = page.medium() == HtmlPage::Medium::Paper ? timeline::SvgUse::Paper : timeline::SvgUse::Inline;
        page.figure({.svg = timeline::timelineSvg(picture, use),
                     .description = timeline::descriptionOf(picture),
                     .tableId = QStringLiteral("timeline-entries"),
                     .linkWords = page.say("timeline table", "The table below says the same in words")});
    }
    QList<QList<Html>> rows;
    for (qsizetype i = 0; i < entries.size();) {
        const Entry &entry = entries[i];
        if (entry.type == QLatin1String("output")) {
            const QString pane = entry.body[QLatin1String("pane")].toString();
            qsizetype end = i + 1;
            while (end < entries.size() && isOutputOf(entries[end], pane))
                ++end;
            rows.append(outputRow(language, entries, i, end));
            i = end;
            continue;
        }
        rows.append({Html::text(QString::number(entry.sequence)), Html::text(exactTime(entry)), Html::text(entry.actor),
                     Html::text(typeWords(language, entry.type)), details(language, entry)});
        for (const Entry &remembered : session::rememberedIn(entry)) {
            rows.append(
                {Html::text(page.say("timeline table", "told in %1").arg(entry.sequence)),
                 Html::text(exactTime(remembered)), Html::text(remembered.actor),
                 Html::text(page.say("timeline table", "UNRECORDED: %1").arg(typeWords(language, remembered.type))),
                 details(language, remembered)});
        }
        ++i;
    }
    page.table(page.say("timeline table", "Every entry the ledger holds for this run, by number; times in UTC"),
               {{page.say("timeline table", "Entry"), 8},
                {page.say("timeline table", "Time"), 14},
                {page.say("timeline table", "Who"), 21},
                {page.say("timeline table", "What"), 14},
                {page.say("timeline table", "Details"), 43}},
               rows);
}

} // namespace holdpoint::report
