// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/print.h>
#include <app/cli/reportverbs.h>
#include <app/cli/runverb.h>
#include <app/cli/secretsource.h>
#include <app/cli/stampverb.h>
#include <app/cli/waiting.h>
#include <app/pdf/pdfprocess.h>
#include <app/timestamp/stamper.h>
#include <models/base/clock.h>
#include <models/report/languages.h>
#include <models/report/pseudonyms.h>
#include <models/report/reportbuilder.h>
#include <models/report/verificationtext.h>
#include <models/x509/certificatekey.h>

#include <algorithm>
#include <functional>

namespace holdpoint::cli {

namespace {

constexpr int passwordQuestions = 3;

ExitCode failed(const Error &error)
{
    complain(error);
    return exitCodeFor(error);
}

/// The certificate of the call; nothing when none is named. A person at a terminal is asked for its password.
Result<std::shared_ptr<const x509::CertificateKey>> certificateOf(const ReportRequest &request, Console &console,
                                                                  const QDateTime &now)
{
    if (request.certificate.isEmpty())
        return std::shared_ptr<const x509::CertificateKey>();
    if (!request.certificatePassword.isEmpty()) {
        const auto password = secretFrom(request.certificatePassword);
        return password ? x509::CertificateKey::load(request.certificate, *password, now) : fail(password.error());
    }
    auto key = x509::CertificateKey::load(request.certificate, QByteArray(), now);
    for (int asked = 0; !key && key.error().kind == ErrorKind::AuthDenied && asked < passwordQuestions; ++asked) {
        const auto line = askLine(console, QStringLiteral("Password of %1: ").arg(request.certificate), Console::Echo::Off);
        if (!line)
            return fail(ErrorKind::AuthDenied, QStringLiteral("%1 needs a password: name its place with --p12-password")
                                                   .arg(request.certificate));
        key = x509::CertificateKey::load(request.certificate, line->toUtf8(), now);
    }
    return key;
}

/// What was left out, and what can be done about it. Whether anything was.
bool complainOfGaps(const report::WrittenReport &written)
{
    const auto say = [](const std::optional<Error> &problem, const QString &words) {
        if (problem)
            complain({ErrorKind::Io, words.arg(problem->detail)});
        return problem.has_value();
    };
    const bool gaps[] = {
        say(written.signatureError, QStringLiteral("not signed: %1")),
        say(written.certificateError, QStringLiteral("not signed with a certificate: %1. Otherwise the report is complete; "
                                                     "`report` with another --out makes one anew")),
        say(written.timestampError, QStringLiteral("no time stamp: %1. Otherwise the report is complete; `holdpoint-cli stamp` "
                                                   "tries again")),
        say(written.pdfError, QStringLiteral("no report.pdf: %1")),
    };
    return std::ranges::any_of(gaps, std::identity());
}

QJsonObject writtenJson(const report::WrittenReport &written, const Language &language)
{
    return {
        {QStringLiteral("folder"), written.folder},
        {QStringLiteral("language"), language.tag()},
        {QStringLiteral("signed"), written.isSigned},
        {QStringLiteral("certificate"), written.certificate ? QJsonValue(written.certificate->subject) : QJsonValue()},
        {QStringLiteral("timestamp"), written.timestamp ? QJsonValue(stampJson(*written.timestamp)) : QJsonValue()}};
}

enum class Names { Kept, Replaced };

QString writtenText(const report::WrittenReport &written, Names names)
{
    const bool isSigned = written.isSigned || written.certificate;
    QString text = QStringLiteral("%1: %2\n").arg(written.folder, isSigned ? QStringLiteral("signed") : QStringLiteral("UNSIGNED"));
    if (written.certificate)
        text += QStringLiteral("  with the certificate of %1\n").arg(written.certificate->subject);
    if (written.timestamp)
        text += QStringLiteral("  time stamp %1 by %2\n").arg(isoUtc(written.timestamp->time), written.timestamp->authority);
    if (names == Names::Replaced && written.isSigned)
        text += QStringLiteral("  The signature names its signer to whoever knows whose key it is. Without --sign, or with a key that "
                               "is not one person's, the report names nobody.\n");
    return text;
}

/// Whether the call asks for a pseudonymous report that cannot be.
Result<> checkPseudonymity(const ReportRequest &request)
{
    if (!request.pseudonymity)
        return {};
    return report::checkPseudonymousCall(request.certificate, request.keyFile, request.folder);
}

Result<Language> languageOf(const ReportRequest &request)
{
    return request.language.isEmpty() ? report::userLanguage() : report::languageOf(request.language);
}

} // namespace

ExitCode report(const ReportRequest &request)
{
    const auto language = languageOf(request);
    if (const auto possible = language ? checkPseudonymity(request) : fail(language.error()); !possible) {
        complain(possible.error());
        return ExitCode::Usage;
    }
    Console console(request.input);
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
    QObject renderer; // and what asks for time stamps
    report::ReportBuilder builder((*workplace)->ledger(), (*workplace)->clock(),
                                  pdf::processRenderer(pdf::siblingProgram(), &renderer),
                                  (*workplace)->operatorName());
    const report::Endorsements endorsements{
        .signer = *signer,
        .certificate = certificateOf(request, console, (*workplace)->clock().utcNow()),
        .stamp = request.authority ? timestamp::stamperOf(*request.authority, &renderer) : report::TimeStamper()};
    const auto written = await(builder.write(*run, {.path = request.folder,
                                                    .endorsements = endorsements,
                                                    .language = *language,
                                                    .container = request.container,
                                                    .pseudonymity = request.pseudonymity,
                                                    .keyFile = request.keyFile}));
    if (!written)
        return failed(written.error());
    const bool hasGaps = complainOfGaps(*written);
    if (request.format == Format::Json)
        print(writtenJson(*written, *language));
    else
        print(writtenText(*written, request.pseudonymity ? Names::Replaced : Names::Kept));
    return hasGaps ? ExitCode::Failed : ExitCode::Done;
}

ExitCode verify(const QString &path, const report::TrustFiles &files, Format format)
{
    const auto trust = report::readTrust(files, QDateTime::currentDateTimeUtc());
    if (!trust)
        return failed(trust.error());
    const auto verification = report::verifyReport(path, *trust);
    if (!verification)
        return failed(verification.error());
    if (format == Format::Json)
        print(report::verificationJson(*verification));
    else
        print(report::verificationText(*verification));
    return verification->isGood() ? ExitCode::Done : ExitCode::Failed;
}

} // namespace holdpoint::cli
