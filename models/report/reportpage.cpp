// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportpage.h>

#include <models/report/sections.h>
#include <models/report/words.h>

namespace holdpoint::report {

namespace {

QString pseudonymityWords(const Pseudonymity &pseudonymity)
{
    const QString what = pseudonymity.hosts == Pseudonymity::Hosts::Replaced
                             ? QStringLiteral("people, accounts, hosts and their keys")
                             : QStringLiteral("people and accounts");
    const QString recordings = pseudonymity.recordings == Pseudonymity::Recordings::LeftOut
                                   ? QStringLiteral("Recordings of terminals are left out.")
                                   : QStringLiteral("Recordings of terminals are included, because: %1.").arg(pseudonymity.recordingsReason);
    return QStringLiteral("The names of %1 that the run knows are replaced, each by the same pseudonym throughout. Free text (notes, "
                          "commands, output) may still name somebody. %2 Records of the ledger cannot be changed without breaking "
                          "them, so none are in this report, and nothing in it can be proven by the ledger.")
        .arg(what, recordings);
}

QString pageTitle(const ReportInput &input, const RunView &view)
{
    QStringList parts;
    const QString mark = modeMark(view.state.mode);
    if (!mark.isEmpty())
        parts.append(mark);
    if (!input.isSigned())
        parts.append(QStringLiteral("UNSIGNED"));
    parts.append(QStringLiteral("Session report: %1, run %2").arg(view.state.runbookTitle, view.state.idText()));
    return parts.join(QStringLiteral(" - "));
}

void addNotices(HtmlPage &page, const ReportInput &input, const RunView &view)
{
    if (!input.isSigned()) {
        QString why = QStringLiteral("Nobody signed this report. It shows what a ledger held, but anybody could have "
                                     "changed it since.");
        for (const QString &reason : {input.unsignedReason, input.uncertifiedReason}) {
            if (!reason.isEmpty() && !input.pseudonymity) // it may name the signer, or a path of theirs
                why += QStringLiteral(" Reason: %1.").arg(reason);
        }
        page.notice(Html::text(QStringLiteral("UNSIGNED")), Html::text(why), HtmlPage::Tone::Bad);
    }
    if (input.pseudonymity) {
        QString words = pseudonymityWords(*input.pseudonymity);
        if (input.signer)
            words += QLatin1Char(' ') + signerWords();
        page.notice(Html::text(QStringLiteral("PSEUDONYMOUS")), Html::text(words), HtmlPage::Tone::Warning);
    }
    if (view.state.mode != session::Mode::Live) {
        page.notice(Html::text(modeMark(view.state.mode)), Html::text(modeSentence(view.state.mode)),
                    HtmlPage::Tone::Warning);
    }
}

} // namespace

QString renderReport(const ReportInput &input, const RunView &view, const QStringList &files, HtmlPage::Medium medium)
{
    HtmlPage page(medium, modeMark(view.state.mode));
    addNotices(page, input, view);
    page.title(Html::text(QStringLiteral("Session report")), Html::text(view.state.runbookTitle));
    const Words verdict = verdictWords(view.state);
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
