// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/optionalverdicts.h>

#include <models/report/pdfsignature.h>
#include <models/report/reportinput.h>
#include <models/report/reportstamp.h>
#include <models/report/sizelimits.h>
#include <models/x509/cmssignature.h>
#include <models/x509/timestamp.h>

#include <algorithm>

namespace holdpoint::report {

namespace {

QString name(const char16_t *constant) { return QString::fromUtf16(constant); }

Judgement judgementOf(x509::Standing standing)
{
    return standing == x509::Standing::Accepted  ? Judgement::Good
           : standing == x509::Standing::Refused ? Judgement::Bad
                                                 : Judgement::Unknown;
}

bool isThere(const ReportSource &report, const char16_t *file) { return report.names().contains(name(file)); }

QString unasked(const char *what)
{
    return QStringLiteral("it fits, but no authorities were given to tell whose %1 it is").arg(QLatin1String(what));
}

/// One signature of the two a report can have.
struct Part
{
    QString file;
    Result<std::optional<x509::DetachedSignature>> found; ///< nothing: there is none
};

Part manifestPart(const ReportSource &report, const Trust &trust)
{
    Part part{name(manifestName), std::optional<x509::DetachedSignature>()};
    const auto cms = report.read(name(certificateSignatureName), signatureLimit);
    if (!cms && cms.error().kind == ErrorKind::NotFound)
        return part;
    const auto manifest = report.read(name(manifestName), manifestLimit);
    if (!cms || !manifest)
        part.found = fail(cms ? manifest.error() : cms.error());
    else
        part.found = x509::verifyDetached(*cms, *manifest, trust.authorities, trust.when);
    return part;
}

Part pdfPart(const ReportSource &report, const Trust &trust)
{
    Part part{name(pdfName), std::optional<x509::DetachedSignature>()};
    const auto pdf = report.read(name(pdfName), signedPdfLimit);
    if (!pdf && pdf.error().kind == ErrorKind::NotFound)
        return part;
    const auto signature = pdf ? findPdfSignature(*pdf) : fail(pdf.error());
    if (!signature)
        part.found = fail(signature.error());
    else if (*signature)
        part.found = x509::verifyDetached((*signature)->cms, (*signature)->signedBytes, trust.authorities, trust.when);
    return part;
}

/// Adds one signature to the verdict; the worst decides.
void judge(CertificateVerdict &verdict, const Part &part)
{
    const auto bad = [&](const QString &why) {
        verdict.verdict = Judgement::Bad;
        if (verdict.reason.isEmpty())
            verdict.reason = QStringLiteral("%1: %2").arg(part.file, why);
    };
    if (!part.found)
        return bad(part.found.error().detail);
    if (!*part.found)
        return;
    const x509::DetachedSignature &signature = **part.found;
    if (!verdict.fingerprint.isEmpty() && verdict.fingerprint != signature.signer.fingerprint)
        bad(QStringLiteral("another certificate signed it"));
    verdict.covers.append(part.file);
    verdict.signer = signature.signer.subject;
    verdict.fingerprint = signature.signer.fingerprint;
    if (signature.standing == x509::Standing::Refused)
        return bad(signature.reason);
    if (verdict.verdict != Judgement::Bad)
        verdict.verdict = judgementOf(signature.standing);
}

} // namespace

TimestampVerdict timestampVerdict(const ReportSource &report, const Trust &trust)
{
    TimestampVerdict verdict;
    const auto bad = [&](const QString &why) {
        verdict.verdict = Judgement::Bad;
        verdict.reason = why;
        return verdict;
    };
    const bool isOverSignature = isThere(report, signatureStampName);
    if (!isOverSignature && !isThere(report, manifestStampName))
        return trust.timestampAuthorities ? bad(QStringLiteral("the report has no time stamp")) : verdict;
    verdict.covers = name(isOverSignature ? signatureName : manifestName);
    const auto response = report.read(name(isOverSignature ? signatureStampName : manifestStampName), signatureLimit);
    const auto bytes = report.read(verdict.covers, isOverSignature ? signatureLimit : manifestLimit);
    if (!response || !bytes)
        return bad((response ? bytes : response).error().detail);
    const auto stamp = x509::checkTimestamp(*response, *bytes, trust.timestampAuthorities);
    if (!stamp)
        return bad(stamp.error().detail);
    verdict.time = stamp->time;
    verdict.authority = stamp->authority;
    verdict.verdict = judgementOf(stamp->standing);
    verdict.reason = stamp->standing == x509::Standing::Unasked ? unasked("word") : stamp->reason;
    return verdict;
}

CertificateVerdict certificateVerdict(const ReportSource &report, const Trust &trust)
{
    CertificateVerdict verdict;
    judge(verdict, manifestPart(report, trust));
    judge(verdict, pdfPart(report, trust));
    if (verdict.covers.contains(name(pdfName)) && !isThere(report, certificateSignatureName)) {
        // Whoever holds the certificate signed that PDF; the other files may be anybody's.
        verdict.verdict = Judgement::Bad;
        verdict.reason = QStringLiteral("the manifest's signature by certificate is missing");
    }
    if (verdict.verdict == Judgement::Absent && trust.authorities) {
        verdict.verdict = Judgement::Bad;
        verdict.reason = QStringLiteral("no certificate signed the report");
    }
    if (verdict.verdict == Judgement::Unknown)
        verdict.reason = unasked("signature");
    return verdict;
}

} // namespace holdpoint::report
