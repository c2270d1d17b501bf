// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/sections.h>

#include <models/ledger/sshsig.h>

namespace holdpoint::report {

namespace {

QString fileWords(const QString &name, const RunView &view)
{
    if (name == QString::fromUtf16(htmlName))
        return QStringLiteral("This report for browsers and screen readers");
    if (name == QString::fromUtf16(pdfName))
        return QStringLiteral("This report to print");
    if (name == QString::fromUtf16(sessionLogName))
        return QStringLiteral("Every ledger entry of the run, one JSON object a line");
    if (name == QString::fromUtf16(runbookName))
        return QStringLiteral("The runbook, exactly as it was when the run started");
    if (name == QString::fromUtf16(proofName))
        return QStringLiteral("Checkpoint of the ledger and the proof that each entry is in it");
    for (const Recording &recording : view.recordings) {
        if (recording.fileName != name)
            continue;
        const QString what =
            recording.outsideSteps
                ? QStringLiteral("What pane \"%1\" showed, a further shell outside the steps (asciicast v2; play it with "
                                 "\"asciinema play\")")
                : QStringLiteral("What pane \"%1\" showed (asciicast v2; play it with \"asciinema play\")");
        return what.arg(recording.pane);
    }
    return {};
}

/// One word for a POSIX shell, whatever it holds.
QString shellQuoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

void addCommands(HtmlPage &page, const ReportInput &input)
{
    page.subheading(Html::text(QStringLiteral("How to check this report")));
    if (input.signer) {
        page.paragraph(Html::text(QStringLiteral(
            "In the report's folder, with OpenSSH 8.1 or later and sha256sum. The file allowed_signers must come from "
            "somebody you trust by another way than this report:")));
        page.block(QStringLiteral("ssh-keygen -Y verify -f allowed_signers -I %1 -n %2 \\\n"
                                  "    -s MANIFEST.sha256.sig < MANIFEST.sha256 && sha256sum -c MANIFEST.sha256")
                       .arg(shellQuoted(input.signer->identity), QString::fromUtf16(signatureNamespace)));
        page.paragraph(Html::text(QStringLiteral("The signer's key, to compare with the one you were given:")));
        page.block(input.signer->publicKeyLine());
        page.facts({{QStringLiteral("Fingerprint"), Html::code(sshsig::fingerprint(input.signer->publicKey))}});
    } else {
        page.paragraph(Html::text(QStringLiteral("This report is not signed. Only its inner consistency can be checked:")));
        page.block(QStringLiteral("sha256sum -c MANIFEST.sha256"));
    }
    page.paragraph(Html::text(QStringLiteral(
        "Files that were added to the folder are not noticed by sha256sum. Holdpoint names them, and checks the ledger "
        "proof too:")));
    page.block(QStringLiteral("holdpoint-cli verify . --allowed-signers allowed_signers"));
}

void addLimits(HtmlPage &page)
{
    const auto texts = [](std::initializer_list<const char *> items) {
        QList<Html> html;
        for (const char *item : items)
            html.append(Html::text(QLatin1String(item)));
        return html;
    };
    page.subheading(Html::text(QStringLiteral("What a good check proves")));
    page.list(texts({"The holder of the key signed exactly these files; nothing was changed, removed or replaced since.",
                     "Every entry stands in the ledger at its number, in this order and with these bytes.",
                     "Recordings and runbook are those the entries commit to.",
                     "With a checkpoint that a witness keeps: the entries below it existed in this form before the witness "
                     "saw it."}));
    page.subheading(Html::text(QStringLiteral("What it does not prove")));
    page.list(texts({"That what was recorded is true: a changed program, a second terminal or a host that lies leave no trace "
                     "here.",
                     "Who sat at the keyboard; only which key signed and which name was given.",
                     "The exact times: they are those of the operator's machine, bounded only by what a witness saw.",
                     "That the owner of the ledger did not write all of it anew, where no witness keeps an earlier "
                     "checkpoint.",
                     "That no entry of this run was left out of the report between two whose numbers do not follow each "
                     "other; the ledger itself shows that."}));
}

} // namespace

void addFiles(HtmlPage &page, const RunView &view, const QStringList &files)
{
    page.section(QStringLiteral("files"), Html::text(QStringLiteral("Files of this report")));
    QList<QList<Html>> rows;
    for (const QString &file : files)
        rows.append({Html::code(file), Html::text(fileWords(file, view))});
    page.table(QStringLiteral("Beside this page, listed with their hashes in MANIFEST.sha256"),
               {{QStringLiteral("File"), 26}, {QStringLiteral("What it holds"), 74}}, rows);
}

void addVerification(HtmlPage &page, const ReportInput &input)
{
    page.section(QStringLiteral("verification"), Html::text(QStringLiteral("Verification")));
    addCommands(page, input);
    page.subheading(Html::text(QStringLiteral("The ledger these entries are from")));
    const ledger::Checkpoint &checkpoint = input.checkpoint;
    page.facts({{QStringLiteral("Origin"), Html::code(checkpoint.origin)},
                {QStringLiteral("Entries in all"), Html::text(QString::number(checkpoint.head.size))},
                {QStringLiteral("Root hash"), Html::code(QString::fromLatin1(checkpoint.head.root.toHex()))},
                {QStringLiteral("Checkpoint"), Html::text(checkpoint.signature.isEmpty() ? QStringLiteral("not signed")
                                                                                          : QStringLiteral("signed"))},
                {QStringLiteral("Checkpoint made"), Html::time(checkpoint.utc)}});
    addLimits(page);
}

} // namespace holdpoint::report
