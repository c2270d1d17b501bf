// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/sections.h>

#include <models/report/words.h>

namespace holdpoint::report {

namespace {

void addStageOverview(HtmlPage &page, const RunView &view)
{
    QList<QList<Html>> rows;
    for (const session::Stage &stage : view.state.stages) {
        const Words words = wordsFor(page.language(), stage.status);
        rows.append({Html::text(view.stageName(stage)), page.chip(words.text, words.tone), Html::text(timeText(stage.started)),
                     Html::text(durationText(stage.started, stage.ended))});
    }
    page.table(page.say("summary", "The stages and how they ended"),
               {{page.say("summary", "Stage"), 42},
                {page.say("summary", "Status"), 18},
                {page.say("summary", "Begun"), 26},
                {page.say("summary", "Took"), 14}},
               rows);
}

} // namespace

void addSummary(HtmlPage &page, const ReportInput &input, const RunView &view)
{
    const session::RunState &state = view.state;
    const QString runbook =
        state.runbookVersion.isEmpty()
            ? QStringLiteral("%1 (%2)").arg(state.runbookTitle, state.runbookId)
            : page.say("summary", "%1 (%2, version %3)").arg(state.runbookTitle, state.runbookId, state.runbookVersion);
    const Html signer = input.signer        ? Html::text(input.signer->identity)
                        : input.certificate ? Html::text(page.say("summary", "a certificate, and no SSH key"))
                                            : Html::strong(Html::text(page.say("summary", "nobody")));
    page.section(QStringLiteral("summary"), Html::text(page.say("summary", "Summary")));
    QList<HtmlPage::Fact> facts{{page.say("summary", "Runbook"), Html::text(runbook)},
                                {page.say("summary", "Run"), Html::code(state.idText())},
                                {page.say("summary", "Mode"), Html::text(modeWords(page.language(), state.mode))},
                                {page.say("summary", "Operator"), Html::text(state.operatorName)},
                                {page.say("summary", "Started"), page.time(state.started)},
                                {page.say("summary", "Ended"), page.time(state.ended)},
                                {page.say("summary", "Took"), Html::text(durationText(state.started, state.ended))},
                                {page.say("summary", "Report made"), page.time(input.created)},
                                {page.say("summary", "Signed by"), signer},
                                {page.say("summary", "Source"), Html::text(state.runbookPath)},
                                {page.say("summary", "Source SHA-256"), Html::code(state.runbookSha256)}};
    if (input.certificate)
        facts.append({page.say("summary", "Certificate"), Html::text(input.certificate->subject)});
    else if (!input.uncertifiedReason.isEmpty())
        facts.append({page.say("summary", "Certificate"),
                      Html::text(page.say("summary", "none: %1").arg(input.uncertifiedReason))});
    page.facts(facts);
    addStageOverview(page, view);
}

void addExceptions(HtmlPage &page, const RunView &view)
{
    page.section(QStringLiteral("exceptions"), Html::text(page.say("summary", "Exceptions")));
    if (view.exceptions.isEmpty()) {
        page.paragraph(Html::text(page.say("summary", "None: nothing was skipped, waived, repeated or left open.")));
        return;
    }
    QList<QList<Html>> rows;
    for (const Exception &exception : view.exceptions) {
        rows.append({Html::strong(Html::text(exception.what)), Html::text(exception.why), Html::text(exception.who),
                     Html::text(timeText(exception.utc))});
    }
    page.table(page.say("summary", "What did not go by the book, in the order in which it came up"),
               {{page.say("summary", "What"), 28},
                {page.say("summary", "Reason or evidence"), 26},
                {page.say("summary", "Decided by"), 22},
                {page.say("summary", "When"), 24}},
               rows);
}

void addHosts(HtmlPage &page, const RunView &view)
{
    page.section(QStringLiteral("hosts"), Html::text(page.say("summary", "Hosts and values")));
    QList<QList<Html>> rows;
    for (const session::HostRecord &host : view.state.hosts) {
        const Html key = host.keyFingerprint.isEmpty() ? Html::text(page.say("summary", "never connected"))
                                                       : Html::code(host.keyFingerprint);
        rows.append({Html::text(host.role), Html::text(host.address), key});
    }
    page.table(page.say("summary", "The hosts of this run"),
               {{page.say("summary", "Role"), 16},
                {page.say("summary", "Address"), 28},
                {page.say("summary", "Host key"), 56}},
               rows);
    QList<QList<Html>> values;
    for (auto value = view.state.values.begin(); value != view.state.values.end(); ++value)
        values.append({Html::text(value.key()), Html::code(value.value())});
    if (!values.isEmpty()) {
        page.table(page.say("summary", "The values the runbook was started with"),
                   {{page.say("summary", "Parameter"), 28}, {page.say("summary", "Value"), 72}}, values);
    }
}

} // namespace holdpoint::report
