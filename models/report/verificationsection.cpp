// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/sections.h>

#include <models/ledger/checkpoint.h>
#include <models/ledger/sshsig.h>
#include <models/report/words.h>

namespace holdpoint::report {

namespace {

QString fileWords(const Language &language, const QString &name, const RunView &view)
{
    if (name == QString::fromUtf16(htmlName))
        return language.say("files", "This report for browsers and screen readers");
    if (name == QString::fromUtf16(pdfName))
        return language.say("files", "This report to print");
    if (name == QString::fromUtf16(sessionLogName))
        return language.say("files", "Every ledger entry of the run, one JSON object a line");
    if (name == QString::fromUtf16(pseudonymousLogName))
        return language.say("files", "What the entries of the run say, with pseudonyms, one JSON object a line");
    if (name == QString::fromUtf16(runbookName))
        return language.say("files", "The runbook, exactly as it was when the run started");
    if (name == QString::fromUtf16(proofName))
        return language.say("files", "Checkpoint of the ledger and the proof that each entry is in it");
    for (const Recording &recording : view.recordings) {
        if (recording.fileName != name)
            continue;
        const QString what =
            recording.outsideSteps
                ? language.say("files",
                               "What pane \"%1\" showed, a further shell outside the steps (asciicast v2; play it with "
                               "\"asciinema play\")")
                : language.say("files", "What pane \"%1\" showed (asciicast v2; play it with \"asciinema play\")");
        return what.arg(recording.pane);
    }
    return {};
}

/// One word for a POSIX shell, whatever it holds.
QString shellQuoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

void addStep(HtmlPage &page, const QString &words, const QString &command)
{
    page.paragraph(Html::text(words));
    page.block(command, HtmlPage::Block::Command);
}

QString keygenCommand(const QString &identity, const QString &nameSpace, const QString &signature)
{
    // Lines that fit the paper: one that is broken there could not be typed from it.
    return QStringLiteral("ssh-keygen -Y verify -f ../allowed_signers -I %1 \\\n    -n %2 -s %3")
        .arg(shellQuoted(identity), nameSpace, signature);
}

void addSignatureStep(HtmlPage &page, const ReportSigner &signer)
{
    page.paragraph(Html::text(page.say("verification", "The file allowed_signers lies beside the folder, not in it, "
                                                       "and comes from somebody you trust by another way than "
                                                       "this report. A line of it is a name, a blank, and a key. This "
                                                       "report names the following key; compare it, or its "
                                                       "fingerprint, with the one you were given:")));
    page.block(signer.publicKeyLine());
    page.facts({{page.say("verification", "Fingerprint"), Html::code(sshsig::fingerprint(signer.publicKey))},
                {page.say("verification", "Name"), Html::code(signer.identity)}});
    addStep(
        page,
        page.say("verification",
                 "Who signed the list of files. It must say: Good \"session-report@holdpoint\" signature."),
        keygenCommand(signer.identity, QString::fromUtf16(signatureNamespace), QStringLiteral("MANIFEST.sha256.sig"))
            + QStringLiteral(" < MANIFEST.sha256"));
}

void addFileSteps(HtmlPage &page, const ReportInput &input)
{
    addStep(page, page.say("verification", "Whether the files are those of the list. Each line must end with OK."),
            QStringLiteral("sha256sum --strict -c MANIFEST.sha256"));
    addStep(
        page,
        page.say("verification",
                 "Whether files were added. It must name MANIFEST.sha256, what stands over it where the report has it "
                 "(MANIFEST.sha256.sig, .p7s, .sig.tsr or .tsr), and nothing else."),
        QStringLiteral("ls -Ab | grep -vxF \"$(cut -c67- MANIFEST.sha256)\""));
    if (input.pseudonymity)
        return;
    addStep(
        page,
        page.say(
            "verification",
            "Whether the records of session.jsonl are those that the ledger proof names. Both lines must be the same."),
        QStringLiteral("grep -o '\"record\":\"[^\"]*' session.jsonl | cut -d'\"' -f4 | while read -r record; do\n"
                       "    { printf '\\000'; printf %s \"$record\" | base64 -d; } | sha256sum | cut -c-64\n"
                       "done | sha256sum\n"
                       "grep '^entry ' ledger-proof.txt | cut -d' ' -f3 | sha256sum"));
}

/// Only where the report's signer signed the checkpoint too: of another key the page knows no name.
void addCheckpointStep(HtmlPage &page, const ReportInput &input)
{
    const auto signature = sshsig::parse(input.checkpoint.signature);
    if (!signature || !input.signer || signature->publicKey != input.signer->publicKey)
        return;
    // ledger-proof.txt: a line, "checkpoint N", its lines, "signature N", its lines (FORMAT.md).
    const qsizetype text = input.checkpoint.body.count('\n');
    const qsizetype armour = input.checkpoint.signature.count('\n');
    addStep(
        page,
        page.say("verification",
                 "Who signed the ledger's checkpoint. It must say: Good \"ledger-checkpoint@holdpoint\" signature."),
        QStringLiteral("head -n %1 ledger-proof.txt | tail -n %2 > ../checkpoint.sig\n"
                       "head -n %3 ledger-proof.txt | tail -n %4 | %5")
            .arg(3 + text + armour)
            .arg(armour)
            .arg(2 + text)
            .arg(text)
            .arg(keygenCommand(input.signer->identity, ledger::checkpointNamespace(),
                               QStringLiteral("../checkpoint.sig"))));
}

void addCertificateSteps(HtmlPage &page, const x509::Certificate &certificate)
{
    page.paragraph(Html::text(page.say(
        "verification", "This report is signed with an X.509 certificate too. The file ca.pem lies beside the folder, "
                        "not in it, and holds the "
                        "certificates of the authorities you trust. This report names the following certificate:")));
    page.facts({{page.say("verification", "Subject"), Html::text(certificate.subject)},
                {page.say("verification", "Issuer"), Html::text(certificate.issuer)},
                {QStringLiteral("SHA-256"), Html::code(certificate.fingerprint)}});
    addStep(
        page, page.say("verification", "Who signed the list of files by certificate. It must say: successful."),
        QStringLiteral("openssl cms -verify -cades -binary -purpose any -inform DER \\\n    -in MANIFEST.sha256.p7s "
                       "-content MANIFEST.sha256 \\\n    -CAfile ../ca.pem -no-CApath -no-CAstore -out /dev/null"));
    addStep(page,
            page.say("verification", "Whether report.pdf is as it was signed, where it is there. It must say: "
                                     "Signature is Valid, and: Total document "
                                     "signed."),
            QStringLiteral("pdfsig report.pdf"));
}

/// Always: an authority may have answered only after the page was written.
void addTimestampStep(HtmlPage &page, const ReportInput &input)
{
    const QString part = QString::fromUtf16(input.signer ? signatureName : manifestName);
    page.paragraph(Html::text(page.say("verification",
                                       "Where %1.tsr is there, it is a time stamp (RFC 3161) over %1: the authority "
                                       "that made it saw that file no later than at the time in it. With the "
                                       "authority's certificates in ../tsa-ca.pem:")
                                  .arg(part)));
    page.block(QStringLiteral("openssl ts -verify -data %1 \\\n    -in %1.tsr -CAfile ../tsa-ca.pem\n"
                              "openssl ts -reply -in %1.tsr -token_out | openssl ts -reply -token_in -in /dev/stdin -text").arg(part));
}

void addCommands(HtmlPage &page, const ReportInput &input)
{
    page.subheading(Html::text(page.say("verification", "How to check this report")));
    page.paragraph(Html::text(page.say(
        "verification",
        "In a shell in the report's folder, with nothing but OpenSSH 8.2 or later, grep and the GNU core utilities. "
        "Whoever "
        "forges a report can print other lines here: the same ones stand in Holdpoint's models/report/FORMAT.md.")));
    if (input.signer) {
        addSignatureStep(page, *input.signer);
    } else if (!input.certificate) {
        page.paragraph(Html::text(
            page.say("verification", "This report is not signed. Only its inner consistency can be checked.")));
    }
    addFileSteps(page, input);
    if (!input.pseudonymity)
        addCheckpointStep(page, input);
    if (input.certificate)
        addCertificateSteps(page, *input.certificate);
    addTimestampStep(page, input);
    page.paragraph(Html::text(page.say(
        "verification",
        "Two programs check all of this and the rest: that the records lead to the checkpoint's root, and that "
        "recordings and "
        "runbook are those the records commit to. They share no code and must say the same. Both come with Holdpoint; "
        "verify-report.py is one file to read and needs only Python 3.9 or later, ssh-keygen and openssl.")));
    const QString options = (input.signer ? QStringLiteral(" --allowed-signers ../allowed_signers") : QString())
                            + (input.certificate ? QStringLiteral(" --ca ../ca.pem") : QString());
    page.block(QStringLiteral("holdpoint-cli verify .%1\n"
                              "python3 /usr/share/holdpoint/verify-report.py .%1").arg(options));
}

void addLimits(HtmlPage &page)
{
    const auto texts = [](const QStringList &items) {
        QList<Html> html;
        for (const QString &item : items)
            html.append(Html::text(item));
        return html;
    };
    page.subheading(Html::text(page.say("verification", "What a good check proves")));
    page.list(texts(
        {page.say("verification",
                  "The holder of the key signed exactly these files; nothing was changed, removed or replaced since."),
         page.say("verification",
                  "Every entry stands in the ledger at its number, in this order and with these bytes."),
         page.say("verification", "Recordings and runbook are those the entries commit to."),
         page.say(
             "verification",
             "With a checkpoint that a witness keeps: the entries below it existed in this form before the witness "
             "saw it."),
         page.say("verification",
                  "With a time stamp: what it is over existed at the time it names, if its authority is honest.")}));
    page.subheading(Html::text(page.say("verification", "What it does not prove")));
    page.list(texts(
        {page.say(
             "verification",
             "That what was recorded is true: a changed program, a second terminal or a host that lies leave no trace "
             "here."),
         page.say("verification", "Who sat at the keyboard; only which key signed and which name was given."),
         page.say("verification",
                  "The exact times: they are those of the operator's machine, bounded only by what a witness saw."),
         page.say("verification",
                  "That the owner of the ledger did not write all of it anew, where no witness keeps an earlier "
                  "checkpoint."),
         page.say("verification", "That what is called erased was erased by rule."),
         page.say("verification",
                  "That no entry of this run was left out of the report between two whose numbers do not follow each "
                  "other; the ledger itself shows that.")}));
}

} // namespace

void addFiles(HtmlPage &page, const RunView &view, const QStringList &files)
{
    page.section(QStringLiteral("files"), Html::text(page.say("files", "Files of this report")));
    QList<QList<Html>> rows;
    for (const QString &file : files)
        rows.append({Html::code(file), Html::text(fileWords(page.language(), file, view))});
    page.table(page.say("files", "Beside this page, listed with their hashes in MANIFEST.sha256"),
               {{page.say("files", "File"), 26}, {page.say("files", "What it holds"), 74}}, rows);
}

void addVerification(HtmlPage &page, const ReportInput &input)
{
    page.section(QStringLiteral("verification"), Html::text(page.say("verification", "Verification")));
    addCommands(page, input);
    page.subheading(Html::text(page.say("verification", "The ledger these entries are from")));
    const ledger::Checkpoint &checkpoint = input.checkpoint;
    page.facts({{page.say("verification", "Origin"), Html::code(checkpoint.origin)},
                {page.say("verification", "Entries in all"), Html::text(QString::number(checkpoint.head.size))},
                {page.say("verification", "Root hash"), Html::code(QString::fromLatin1(checkpoint.head.root.toHex()))},
                {page.say("verification", "Checkpoint"),
                 Html::text(checkpoint.signature.isEmpty() ? page.say("verification", "not signed")
                                                           : page.say("verification", "signed"))},
                {page.say("verification", "Checkpoint made"), page.time(checkpoint.utc)}});
    if (input.pseudonymity) {
        page.paragraph(
            Html::text(page.say("verification", "This report is pseudonymous: it holds none of that ledger's records, "
                                                "and a hash of one would let anybody try names "
                                                "until it fits. A verifier says of the ledger: unknown. Whoever holds "
                                                "the ledger can show the entries by their "
                                                "numbers.")));
        if (input.signer)
            page.paragraph(
                Html::text(page.say("verification",
                                    "What its signature proves: the holder of the key signed exactly these files. %1")
                               .arg(signerWords(page.language()))));
        return;
    }
    addLimits(page);
}

} // namespace holdpoint::report
