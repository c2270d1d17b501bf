// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/sections.h>

#include <models/report/words.h>

namespace holdpoint::report {

using namespace session;

namespace {

// What runfold keeps of a command's output; more of it is in the recording.
constexpr qsizetype keptOutput = 4096;

QString resultWords(const CommandRecord &record)
{
    const QString exit = record.exit ? QStringLiteral("exit status %1").arg(*record.exit) : QString();
    if (record.status == CommandStatus::Skipped)
        return QStringLiteral("skipped because: ") + record.outcome;
    return record.outcome.isEmpty() ? exit : record.outcome;
}

/// "on node; exit status 0; sent 2026-09-21 13:33:20 UTC; took 2.0 s"
Html commandFacts(const CommandRecord &record)
{
    QStringList facts;
    if (record.attempts > 0)
        facts.append(QStringLiteral("on ") + record.host);
    if (const QString result = resultWords(record); !result.isEmpty())
        facts.append(result);
    if (record.attempts > 0)
        facts.append(QStringLiteral("sent ") + timeText(record.started));
    if (const QString duration = durationText(record.started, record.ended); !duration.isEmpty())
        facts.append(QStringLiteral("took ") + duration);
    if (record.attempts > 1)
        facts.append(QStringLiteral("%1 attempts, this is the last").arg(record.attempts));
    if (!record.confirmation.isEmpty())
        facts.append(QStringLiteral("confirmed because: ") + record.confirmation);
    return Html::text(facts.join(QStringLiteral("; ")));
}

void addCommand(HtmlPage &page, const RunView &view, const CommandRecord &record)
{
    const runbooks::Command *command = view.command(record.id);
    const Words words = wordsFor(record.status);
    page.smallHeading(Html::text(QStringLiteral("Command %1 ").arg(record.id)) + page.chip(words.text, words.tone));
    if (command && !command->caption.isEmpty())
        page.paragraph(Html::text(command->caption));
    page.block(record.text.isEmpty() && command ? command->text : record.text);
    if (const Html facts = commandFacts(record); !facts.isEmpty())
        page.paragraph(facts);
    if (!record.output.isEmpty()) {
        page.paragraph(Html::text(record.output.toUtf8().size() < keptOutput ? QStringLiteral("Output:")
                                                                             : QStringLiteral("Output, its beginning:")));
        page.block(record.output);
    }
}

Html evidenceWords(const Evidence &evidence)
{
    QList<Html> lines;
    if (evidence.source == EvidenceSource::OperatorStatement)
        lines.append(Html::text(QStringLiteral("Statement by %1").arg(evidence.by.isEmpty() ? QStringLiteral("a person") : evidence.by)));
    else if (evidence.source != EvidenceSource::None)
        lines.append(Html::text(QStringLiteral("Rests on: ") + sourceWords(evidence.source)));
    lines.append(Html::text(evidence.explanation));
    if (!evidence.note.isEmpty())
        lines.append(Html::text(QStringLiteral("Note: ") + evidence.note));
    if (!evidence.output.trimmed().isEmpty())
        lines.append(Html::text(QStringLiteral("Output: ")) + Html::code(evidence.output.trimmed()));
    return Html::joined(lines, Html::markup(QLatin1String("<br>")));
}

void addChecks(HtmlPage &page, const RunView &view, const Stage &stage)
{
    QList<QList<Html>> rows;
    for (const CheckRecord &record : stage.checks) {
        const runbooks::Check *check = view.check(record.id);
        const Words words = wordsFor(record.verdict);
        rows.append({Html::text(check ? check->text : record.id), page.chip(words.text, words.tone),
                     evidenceWords(record.evidence), Html::text(timeText(record.utc))});
    }
    if (!rows.isEmpty()) {
        page.table(QStringLiteral("Checks of this stage"),
                   {{QStringLiteral("Check"), 30}, {QStringLiteral("Verdict"), 15}, {QStringLiteral("Evidence"), 31}, {QStringLiteral("When"), 24}},
                   rows);
    }
}

void addStage(HtmlPage &page, const RunView &view, const Stage &stage)
{
    const Words words = wordsFor(stage.status);
    page.subheading(Html::text(view.stageName(stage)), page.chip(words.text, words.tone));
    if (!stage.skipReason.isEmpty()) {
        page.notice(Html::text(QStringLiteral("Skipped")), Html::text(stage.skipReason), HtmlPage::Tone::Warning);
    }
    for (const CommandRecord &record : stage.commands)
        addCommand(page, view, record);
    addChecks(page, view, stage);
    if (!stage.notes.isEmpty()) {
        page.smallHeading(Html::text(QStringLiteral("Notes")));
        QList<Html> notes;
        for (const QString &note : stage.notes)
            notes.append(Html::text(note));
        page.list(notes);
    }
}

} // namespace

void addStages(HtmlPage &page, const RunView &view)
{
    page.section(QStringLiteral("stages"), Html::text(QStringLiteral("Stages")));
    for (const Stage &stage : view.state.stages)
        addStage(page, view, stage);
}

void addUndoList(HtmlPage &page, const RunView &view)
{
    page.section(QStringLiteral("undo"), Html::text(QStringLiteral("Undo list")));
    if (view.state.undo.isEmpty()) {
        page.paragraph(Html::text(QStringLiteral("Empty: no step that ran has a rollback.")));
        return;
    }
    QList<QList<Html>> rows;
    for (const UndoItem &item : view.state.undo) {
        const Words words = wordsFor(item.status);
        rows.append({Html::text(item.title), Html::text(reversibilityWords(item.reversibility)),
                     page.chip(words.text, words.tone)});
    }
    page.table(QStringLiteral("Rollbacks, registered before the step they undo"),
               {{QStringLiteral("Undoes"), 50}, {QStringLiteral("Kind"), 20}, {QStringLiteral("Status"), 30}}, rows);
    for (const UndoItem &item : view.state.undo) {
        for (const CommandRecord &record : item.commands) {
            if (record.attempts > 0)
                addCommand(page, view, record);
        }
    }
}

} // namespace holdpoint::report
