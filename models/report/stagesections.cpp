// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/sections.h>

#include <models/report/words.h>
#include <models/timeline/timelinewords.h>

namespace holdpoint::report {

using namespace session;

namespace {

// What runfold keeps of a command's output; more of it is in the recording.
constexpr qsizetype keptOutput = 4096;

QString resultWords(const HtmlPage &page, const CommandRecord &record)
{
    const QString exit = record.exit ? QStringLiteral("exit status %1").arg(*record.exit) : QString();
    if (record.status == CommandStatus::Skipped)
        return page.say("stages", "skipped because: %1").arg(record.outcome);
    return timeline::recordedWords(page.language(), record.outcome.isEmpty() ? exit : record.outcome);
}

/// "on node; exit status 0; sent 2026-09-21 13:33:20 UTC; took 2.0 s"
Html commandFacts(const HtmlPage &page, const CommandRecord &record)
{
    QStringList facts;
    if (record.attempts > 0)
        facts.append(page.say("stages", "on %1").arg(record.host));
    if (const QString result = resultWords(page, record); !result.isEmpty())
        facts.append(result);
    if (record.attempts > 0)
        facts.append(page.say("stages", "sent %1").arg(timeText(record.started)));
    if (const QString duration = durationText(record.started, record.ended); !duration.isEmpty())
        facts.append(page.say("stages", "took %1").arg(duration));
    if (record.attempts > 1)
        facts.append(page.say("stages", "%n attempts, this is the last", nullptr, record.attempts));
    if (!record.confirmation.isEmpty())
        facts.append(page.say("stages", "confirmed because: %1").arg(record.confirmation));
    return Html::text(facts.join(QStringLiteral("; ")));
}

void addCommand(HtmlPage &page, const RunView &view, const CommandRecord &record)
{
    const runbooks::Command *command = view.command(record.id);
    const Words words = wordsFor(page.language(), record.status);
    page.smallHeading(Html::text(page.say("stages", "Command %1").arg(record.id) + QLatin1Char(' '))
                      + page.chip(words.text, words.tone));
    if (command && !command->caption.isEmpty())
        page.paragraph(Html::text(command->caption));
    page.block(record.text.isEmpty() && command ? command->text : record.text);
    if (const Html facts = commandFacts(page, record); !facts.isEmpty())
        page.paragraph(facts);
    if (!record.output.isEmpty()) {
        page.paragraph(Html::text(record.output.toUtf8().size() < keptOutput
                                      ? page.say("stages", "Output:")
                                      : page.say("stages", "Output, its beginning:")));
        page.block(record.output);
    }
}

Html evidenceWords(const HtmlPage &page, const Evidence &evidence)
{
    QList<Html> lines;
    if (evidence.source == EvidenceSource::OperatorStatement)
        lines.append(Html::text(evidence.by.isEmpty() ? page.say("stages", "Statement by a person")
                                                      : page.say("stages", "Statement by %1").arg(evidence.by)));
    else if (evidence.source != EvidenceSource::None)
        lines.append(Html::text(page.say("stages", "Rests on: %1").arg(sourceWords(page.language(), evidence.source))));
    lines.append(Html::text(timeline::recordedWords(page.language(), evidence.explanation)));
    if (!evidence.note.isEmpty())
        lines.append(Html::text(page.say("stages", "Note: %1").arg(evidence.note)));
    if (!evidence.output.trimmed().isEmpty())
        lines.append(Html::text(page.say("stages", "Output:") + QLatin1Char(' '))
                     + Html::code(evidence.output.trimmed()));
    return Html::joined(lines, Html::markup(QLatin1String("<br>")));
}

void addChecks(HtmlPage &page, const RunView &view, const Stage &stage)
{
    QList<QList<Html>> rows;
    for (const CheckRecord &record : stage.checks) {
        const runbooks::Check *check = view.check(record.id);
        const Words words = wordsFor(page.language(), record.verdict);
        rows.append({Html::text(check ? check->text : record.id), page.chip(words.text, words.tone),
                     evidenceWords(page, record.evidence), Html::text(timeText(record.utc))});
    }
    if (!rows.isEmpty()) {
        page.table(page.say("stages", "Checks of this stage"),
                   {{page.say("stages", "Check"), 30},
                    {page.say("stages", "Verdict"), 15},
                    {page.say("stages", "Evidence"), 31},
                    {page.say("stages", "When"), 24}},
                   rows);
    }
}

void addStage(HtmlPage &page, const RunView &view, const Stage &stage)
{
    const Words words = wordsFor(page.language(), stage.status);
    page.subheading(Html::text(view.stageName(stage)), page.chip(words.text, words.tone));
    if (!stage.skipReason.isEmpty()) {
        page.notice(Html::text(page.say("stages", "Skipped")), Html::text(stage.skipReason), HtmlPage::Tone::Warning);
    }
    for (const CommandRecord &record : stage.commands)
        addCommand(page, view, record);
    addChecks(page, view, stage);
    if (!stage.notes.isEmpty()) {
        page.smallHeading(Html::text(page.say("stages", "Notes")));
        QList<Html> notes;
        for (const QString &note : stage.notes)
            notes.append(Html::text(note));
        page.list(notes);
    }
}

} // namespace

void addStages(HtmlPage &page, const RunView &view)
{
    page.section(QStringLiteral("stages"), Html::text(page.say("stages", "Stages")));
    for (const Stage &stage : view.state.stages)
        addStage(page, view, stage);
}

void addUndoList(HtmlPage &page, const RunView &view)
{
    page.section(QStringLiteral("undo"), Html::text(page.say("stages", "Undo list")));
    if (view.state.undo.isEmpty()) {
        page.paragraph(Html::text(page.say("stages", "Empty: no step that ran has a rollback.")));
        return;
    }
    QList<QList<Html>> rows;
    for (const UndoItem &item : view.state.undo) {
        const Words words = wordsFor(page.language(), item.status);
        rows.append({Html::text(item.title), Html::text(reversibilityWords(page.language(), item.reversibility)),
                     page.chip(words.text, words.tone)});
    }
    page.table(
        page.say("stages", "Rollbacks, registered before the step they undo"),
        {{page.say("stages", "Undoes"), 50}, {page.say("stages", "Kind"), 20}, {page.say("stages", "Status"), 30}},
        rows);
    for (const UndoItem &item : view.state.undo) {
        for (const CommandRecord &record : item.commands) {
            if (record.attempts > 0)
                addCommand(page, view, record);
        }
    }
}

} // namespace holdpoint::report
