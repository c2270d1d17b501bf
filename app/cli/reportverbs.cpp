// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/print.h>
#include <app/cli/reportverbs.h>
#include <app/cli/runverb.h>
#include <app/cli/waiting.h>
#include <app/pdf/pdfprocess.h>
#include <models/base/privatefile.h>
#include <models/report/reportbuilder.h>
#include <models/report/reportverifier.h>

#include <QJsonDocument>

namespace holdpoint::cli {

namespace {

constexpr qint64 allowedSignersBytes = 1 << 20;

ExitCode failed(const Error &error)
{
    complain(error);
    return exitCodeFor(error);
}

QString verdictLine(const char *what, report::Judgement verdict, const QString &reason)
{
    return QStringLiteral("%1: %2%3\n")
        .arg(QLatin1String(what), report::judgementName(verdict), reason.isEmpty() ? QString() : QStringLiteral(": ") + reason);
}

QString verificationText(const report::ReportVerification &verification)
{
    QString text = verdictLine("signature", verification.signature.verdict, verification.signature.reason);
    if (!verification.signature.signer.isEmpty())
        text += QStringLiteral("  signed by %1\n").arg(verification.signature.signer);
    text += verdictLine("completeness", verification.completeness.verdict, verification.completeness.reason);
    for (const auto &file : verification.completeness.files) {
        if (file.state != report::CompletenessVerdict::File::State::Intact)
            text += QStringLiteral("  %1: %2\n").arg(file.name, report::fileStateName(file.state));
    }
    return text + verdictLine("ledger", verification.ledger.verdict, verification.ledger.reason);
}

} // namespace

ExitCode report(const ReportRequest &request)
{
    Console console(Console::Input::Allowed);
    ConsolePrompter prompter(console);
    auto workplace = app::Workplace::open(request.workplace, prompter);
    if (!workplace) {
        complain(workplace.error());
        return ExitCode::LedgerTrouble;
    }
    const auto run = findRun((*workplace)->ledger(), request.run);
    if (!run)
        return failed(run.error());
    const auto signer = await((*workplace)->signer(request.sign));
    if (!signer)
        return failed(signer.error());
    (*workplace)->ledger().setSigner(*signer);
    QObject renderer;
    report::ReportBuilder builder((*workplace)->ledger(), (*workplace)->clock(),
                                  pdf::processRenderer(pdf::siblingProgram(), &renderer),
                                  (*workplace)->operatorName());
    const auto written = await(builder.write(*run, request.folder, *signer, request.pseudonymity));
    if (!written)
        return failed(written.error());
    if (!request.keyFile.isEmpty()) {
        const QByteArray key = QJsonDocument(QJsonObject{{QStringLiteral("run"), QString::fromLatin1(run->toHex())},
                                                         {QStringLiteral("pseudonyms"), written->pseudonyms}}).toJson();
        if (const auto kept = writePrivateFile(request.keyFile, key); !kept)
            return failed(kept.error());
    }
    for (const auto &problem : {written->signatureError, written->pdfError}) {
        if (problem)
            complain(*problem);
    }
    if (request.format == Format::Json) {
        print(QJsonObject{{QStringLiteral("folder"), written->folder}, {QStringLiteral("signed"), written->isSigned}});
    } else {
        print(QStringLiteral("%1: %2\n").arg(written->folder, written->isSigned ? QStringLiteral("signed") : QStringLiteral("UNSIGNED")));
    }
    return written->signatureError || written->pdfError ? ExitCode::Failed : ExitCode::Done;
}

ExitCode verify(const QString &folder, const QString &allowedSigners, Format format)
{
    report::Trust trust{.when = QDateTime::currentDateTimeUtc()};
    if (!allowedSigners.isEmpty()) {
        const auto bytes = readFile(allowedSigners, allowedSignersBytes);
        if (!bytes)
            return failed(bytes.error());
        trust.allowedSigners = *bytes;
    }
    const auto verification = report::verifyReport(folder, trust);
    if (!verification)
        return failed(verification.error());
    if (format == Format::Json)
        print(report::verificationJson(*verification));
    else
        print(verificationText(*verification));
    return verification->isGood() ? ExitCode::Done : ExitCode::Failed;
}

} // namespace holdpoint::cli
