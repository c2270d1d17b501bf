// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportpage.h>

#include <models/report/sections.h>
#include <models/report/words.h>

namespace holdpoint::report {

namespace {

/// Whole sentences: languages bend words after what stands beside them.
QString pseudonymityWords(const Language &language, const Pseudonymity &pseudonymity)
{
    const QString names =
        pseudonymity.hosts == Pseudonymity::Hosts::Replaced
            ? language.say("pseudonyms",
                           "The names of people, accounts, hosts and their keys that the run knows are replaced, "
                           "each by the same pseudonym throughout. Free text (notes, commands, output) may still "
                           "name somebody.")
            : language.say("pseudonyms",
                           "The names of people and accounts that the run knows are replaced, each by the same "
                           "pseudonym throughout. Free text (notes, commands, output) may still name somebody.");
    const QString recordings = pseudonymity.recordings == Pseudonymity::Recordings::LeftOut
                                   ? language.say("pseudonyms", "Recordings of terminals are left out.")
                                   : language.say("pseudonyms", "Recordings of terminals are included, because: %1.")
                                         .arg(pseudonymity.recordingsReason);
    const QString proof =
        language.say("pseudonyms", "Records of the ledger cannot be changed without breaking them, so none are in "
                                   "this report, and nothing in it can be proven by the ledger.");
    return QStringList{names, recordings, proof}.join(QLatin1Char(' '));
}

QString pageTitle(const ReportInput &input, const RunView &view)
{
    QStringList parts;
    const QString mark = modeMark(input.language, view.state.mode);
    if (!mark.isEmpty())
        parts.append(mark);
    if (!input.isSigned())
        parts.append(input.language.say("page", "UNSIGNED"));
    parts.append(
        input.language.say("page", "Session report: %1, run %2").arg(view.state.runbookTitle, view.state.idText()));
    return parts.join(QStringLiteral(" - "));
}

void addNotices(HtmlPage &page, const ReportInput &input, const RunView &view)
{
    const Language &language = page.language();
    if (!input.isSigned()) {
        QStringList why{page.say("page",
                                 "Nobody signed this report. It shows what a ledger held, but anybody could have "
                                 "changed it since.")};
        for (const QString &reason : {input.unsignedReason, input.uncertifiedReason}) {
            if (!reason.isEmpty() && !input.pseudonymity) // it may name the signer, or a path of theirs
                why.append(page.say("page", "Reason: %1.").arg(reason));
        }
        page.notice(Html::text(page.say("page", "UNSIGNED")), Html::text(why.join(QLatin1Char(' '))),
                    HtmlPage::Tone::Bad);
    }
    if (input.pseudonymity) {
        QStringList words{pseudonymityWords(language, *input.pseudonymity)};
        if (input.signer)
            words.append(signerWords(language));
        page.notice(Html::text(page.say("page", "PSEUDONYMOUS")), Html::text(words.join(QLatin1Char(' '))),
                    HtmlPage::Tone::Warning);
    }
    if (view.state.mode != session::Mode::Live) {
        page.notice(Html::text(modeMark(language, view.state.mode)),
                    Html::text(modeSentence(language, view.state.mode)), HtmlPage::Tone::Warning);
    }
}

} // namespace

QString renderReport(const ReportInput &input, const RunView &view, const QStringList &files, HtmlPage::Medium medium)
{
    HtmlPage page(medium, modeMark(input.language, view.state.mode), input.language);
    addNotices(page, input, view);
    page.title(Html::text(page.say("page", "Session report")), Html::text(view.state.runbookTitle));
    const Words verdict = verdictWords(input.language, view.state);
    page.notice(Html::text(verdict.text), Html::text(view.state.stopReason), verdict.tone);
    addSummary(page, input, view);
    addExceptions(page, view);
    addHosts(page, view);
    addStages(page, view);
    addUndoList(page, view);
    addEscalations(page, view);
    addTimeline(page, input.entries);
    addFiles(page, view, files);
    addVerification(page, input);
    return page.finish(pageTitle(input, view));
}

} // namespace holdpoint::report
