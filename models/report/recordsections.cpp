// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/sections.h>

#include <models/base/text.h>
#include <models/session/unrecorded.h>
#include <models/timeline/timelinesvg.h>

#include <QJsonArray>

namespace holdpoint::report {

using escalation::Escalation;
using ledger::Entry;

namespace {

constexpr qsizetype detailCharacters = 300;

QString outcomeWords(const escalation::Attempt &attempt)
{
    return escalation::outcomeName(attempt.outcome).replace(QLatin1Char('-'), QLatin1Char(' '));
}

void addEscalation(HtmlPage &page, const Escalation &escalation, qsizetype number)
{
    const QString severity = escalation.severity.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(escalation.severity);
    page.subheading(Html::text(QStringLiteral("Escalation %1%2").arg(number).arg(severity)));
    page.facts({{QStringLiteral("Reason"), Html::text(escalation.reason)},
                {QStringLiteral("Started"), Html::time(escalation.started.utc)},
                {QStringLiteral("Started by"), Html::text(escalation.startedBy)}});
    QList<QList<Html>> rungs;
    for (int rung = 0; rung < escalation.ladder.size(); ++rung) {
        const escalation::Rung &step = escalation.ladder[rung];
        rungs.append({Html::text(step.label), Html::text(step.action), Html::text(step.contactName),
                      Html::text(timeText(escalation.dueUtc(rung)))});
    }
    page.table(QStringLiteral("The ladder: who is next, and when"),
               {{QStringLiteral("Rung"), 20}, {QStringLiteral("Action"), 34}, {QStringLiteral("Contact"), 22}, {QStringLiteral("Due"), 24}}, rungs);
    QList<QList<Html>> happened;
    for (const escalation::Attempt &attempt : escalation.attempts) {
        happened.append({Html::text(timeText(attempt.utc)), Html::text(attempt.contact), Html::text(outcomeWords(attempt)),
                         Html::text(attempt.by), Html::text(attempt.note)});
    }
    if (escalation.acknowledged.utc.isValid()) {
        happened.append({Html::text(timeText(escalation.acknowledged.utc)), Html::text(escalation.acknowledgedBy),
                         Html::text(QStringLiteral("acknowledged")), Html(), Html::text(escalation.acknowledgementNote)});
    }
    if (escalation.resolvedUtc.isValid()) {
        happened.append({Html::text(timeText(escalation.resolvedUtc)), Html(), Html::text(QStringLiteral("resolved")), Html(),
                         Html::text(escalation.resolution)});
    }
    page.table(QStringLiteral("What happened"),
               {{QStringLiteral("When"), 24}, {QStringLiteral("Contact"), 16}, {QStringLiteral("Outcome"), 15},
                {QStringLiteral("Recorded by"), 22}, {QStringLiteral("Note"), 23}},
               happened);
}

QString typeWords(const QString &type)
{
    QString words = type;
    words.replace(QLatin1Char('-'), QLatin1Char(' '));
    return words.isEmpty() ? words : words.at(0).toUpper() + words.mid(1);
}

QString valueText(const QJsonValue &value)
{
    if (!value.isArray())
        return value.toVariant().toString();
    const QJsonArray array = value.toArray();
    if (!array.isEmpty() && array.first().isObject())
        return QStringLiteral("%1 in all").arg(array.size());
    return value.toVariant().toStringList().join(QStringLiteral(", "));
}

/// Output and stages are shown where they belong, and hashes of output and numbers of erased entries say little here:
/// session.jsonl has all.
bool isTold(const QString &key)
{
    return key != QLatin1String("output") && key != QLatin1String("output_sha256") && key != QLatin1String("stages")
           && key != QLatin1String("entries");
}

QList<Html> detailsOf(const QJsonObject &body, const QString &prefix = {})
{
    QList<Html> details;
    for (auto field = body.begin(); field != body.end(); ++field) {
        if (!isTold(field.key()))
            continue;
        const QString key = prefix + QString(field.key()).replace(QLatin1Char('_'), QLatin1Char(' '));
        if (field.value().isObject()) {
            details.append(detailsOf(field.value().toObject(), key + QLatin1Char(' ')));
            continue;
        }
        const QString value = elided(valueText(field.value()), detailCharacters);
        if (!value.isEmpty())
            details.append(Html::text(key + QStringLiteral(": ") + value));
    }
    return details;
}

Html details(const Entry &entry) { return Html::joined(detailsOf(entry.body), Html::text(QStringLiteral("; "))); }

/// Milliseconds too, and a space where a narrow column may break.
QString exactTime(const Entry &entry) { return entry.utc.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")); }

bool isOutputOf(const Entry &entry, const QString &pane)
{
    return entry.type == QLatin1String("output") && entry.body[QLatin1String("pane")].toString() == pane;
}

/// A row for entries that recorded what one pane showed, up to but not including `end`.
QList<Html> outputRow(const QList<Entry> &entries, qsizetype begin, qsizetype end)
{
    qint64 bytes = 0;
    for (qsizetype i = begin; i < end; ++i)
        bytes += entries[i].body[QLatin1String("bytes")].toInteger();
    const Entry &first = entries[begin];
    QString numbers = QString::number(first.sequence);
    if (end - begin > 1)
        numbers += QStringLiteral(" to %1").arg(entries[end - 1].sequence);
    return {Html::text(numbers), Html::text(exactTime(first)), Html::text(first.actor),
            Html::text(QStringLiteral("Output")),
            Html::text(QStringLiteral("%1 bytes shown in pane \"%2\"").arg(bytes).arg(first.body[QLatin1String("pane")].toString()))};
}

} // namespace

void addEscalations(HtmlPage &page, const RunView &view)
{
    page.section(QStringLiteral("escalation"), Html::text(QStringLiteral("Escalation")));
    if (view.escalations.isEmpty())
        page.paragraph(Html::text(QStringLiteral("None was started.")));
    for (qsizetype i = 0; i < view.escalations.size(); ++i)
        addEscalation(page, view.escalations[i], i + 1);
}

void addTimeline(HtmlPage &page, const QList<Entry> &entries)
{
    page.section(QStringLiteral("timeline"), Html::text(QStringLiteral("Timeline")));
    if (const timeline::Timeline picture = timeline::timelineOf(entries); !picture.items.isEmpty()) {
        const auto use = page.medium() == HtmlPage::Medium::Paper ? timeline::SvgUse::Paper : timeline::SvgUse::Inline;
        page.figure({.svg = timeline::timelineSvg(picture, use),
                     .description = timeline::descriptionOf(picture),
                     .tableId = QStringLiteral("timeline-entries"),
                     .linkWords = QStringLiteral("The table below says the same in words")});
    }
    QList<QList<Html>> rows;
    for (qsizetype i = 0; i < entries.size();) {
        const Entry &entry = entries[i];
        if (entry.type == QLatin1String("output")) {
            const QString pane = entry.body[QLatin1String("pane")].toString();
            qsizetype end = i + 1;
            while (end < entries.size() && isOutputOf(entries[end], pane))
                ++end;
            rows.append(outputRow(entries, i, end));
            i = end;
            continue;
        }
        rows.append({Html::text(QString::number(entry.sequence)), Html::text(exactTime(entry)), Html::text(entry.actor),
                     Html::text(typeWords(entry.type)), details(entry)});
        for (const Entry &remembered : session::rememberedIn(entry)) {
            rows.append({Html::text(QStringLiteral("told in %1").arg(entry.sequence)), Html::text(exactTime(remembered)),
                         Html::text(remembered.actor),
                         Html::text(QStringLiteral("UNRECORDED: ") + typeWords(remembered.type)), details(remembered)});
        }
        ++i;
    }
    page.table(QStringLiteral("Every entry the ledger holds for this run, by number; times in UTC"),
               {{QStringLiteral("Entry"), 8}, {QStringLiteral("Time"), 14}, {QStringLiteral("Who"), 21},
                {QStringLiteral("What"), 14}, {QStringLiteral("Details"), 43}},
               rows);
}

} // namespace holdpoint::report
