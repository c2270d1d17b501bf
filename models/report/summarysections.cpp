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
        const Words words = wordsFor(stage.status);
        rows.append({Html::text(view.stageName(stage)), page.chip(words.text, words.tone), Html::text(timeText(stage.started)),
                     Html::text(durationText(stage.started, stage.ended))});
    }
    page.table(QStringLiteral("The stages and how they ended"),
               {{QStringLiteral("Stage"), 42}, {QStringLiteral("Status"), 18}, {QStringLiteral("Begun"), 26},
                {QStringLiteral("Took"), 14}},
               rows);
}

} // namespace

void addSummary(HtmlPage &page, const ReportInput &input, const RunView &view)
{
    const session::RunState &state = view.state;
    const Html runbook = Html::text(state.runbookTitle)
        + Html::text(QStringLiteral(" (%1%2)").arg(
            state.runbookId, state.runbookVersion.isEmpty() ? QString() : QStringLiteral(", version ") + state.runbookVersion));
    const Html signer = input.signer        ? Html::text(input.signer->identity)
                        : input.certificate ? Html::text(QStringLiteral("a certificate, and no SSH key"))
                                            : Html::strong(Html::text(QStringLiteral("nobody")));
    page.section(QStringLiteral("summary"), Html::text(QStringLiteral("Summary")));
    QList<HtmlPage::Fact> facts{{QStringLiteral("Runbook"), runbook},
                                {QStringLiteral("Run"), Html::code(state.idText())},
                                {QStringLiteral("Mode"), Html::text(session::modeName(state.mode))},
                                {QStringLiteral("Operator"), Html::text(state.operatorName)},
                                {QStringLiteral("Started"), Html::time(state.started)},
                                {QStringLiteral("Ended"), Html::time(state.ended)},
                                {QStringLiteral("Took"), Html::text(durationText(state.started, state.ended))},
                                {QStringLiteral("Report made"), Html::time(input.created)},
                                {QStringLiteral("Signed by"), signer},
                                {QStringLiteral("Source"), Html::text(state.runbookPath)},
                                {QStringLiteral("Source SHA-256"), Html::code(state.runbookSha256)}};
    if (input.certificate)
        facts.append({QStringLiteral("Certificate"), Html::text(input.certificate->subject)});
    else if (!input.uncertifiedReason.isEmpty())
        facts.append({QStringLiteral("Certificate"), Html::text(QStringLiteral("none: ") + input.uncertifiedReason)});
    page.facts(facts);
    addStageOverview(page, view);
}

void addExceptions(HtmlPage &page, const RunView &view)
{
    page.section(QStringLiteral("exceptions"), Html::text(QStringLiteral("Exceptions")));
    if (view.exceptions.isEmpty()) {
        page.paragraph(Html::text(QStringLiteral("None: nothing was skipped, waived, repeated or left open.")));
        return;
    }
    QList<QList<Html>> rows;
    for (const Exception &exception : view.exceptions) {
        rows.append({Html::strong(Html::text(exception.what)), Html::text(exception.why), Html::text(exception.who),
                     Html::text(timeText(exception.utc))});
    }
    page.table(QStringLiteral("What did not go by the book, in the order in which it came up"),
               {{QStringLiteral("What"), 28}, {QStringLiteral("Reason or evidence"), 26}, {QStringLiteral("Decided by"), 22},
                {QStringLiteral("When"), 24}},
               rows);
}

void addHosts(HtmlPage &page, const RunView &view)
{
    page.section(QStringLiteral("hosts"), Html::text(QStringLiteral("Hosts and values")));
    QList<QList<Html>> rows;
    for (const session::HostRecord &host : view.state.hosts) {
        const Html key = host.keyFingerprint.isEmpty() ? Html::text(QStringLiteral("never connected"))
                                                       : Html::code(host.keyFingerprint);
        rows.append({Html::text(host.role), Html::text(host.address), key});
    }
    page.table(QStringLiteral("The hosts of this run"),
               {{QStringLiteral("Role"), 16}, {QStringLiteral("Address"), 28}, {QStringLiteral("Host key"), 56}}, rows);
    QList<QList<Html>> values;
    for (auto value = view.state.values.begin(); value != view.state.values.end(); ++value)
        values.append({Html::text(value.key()), Html::code(value.value())});
    if (!values.isEmpty()) {
        page.table(QStringLiteral("The values the runbook was started with"),
                   {{QStringLiteral("Parameter"), 28}, {QStringLiteral("Value"), 72}}, values);
    }
}

} // namespace holdpoint::report
