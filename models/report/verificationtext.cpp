// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/verificationtext.h>

#include <models/base/clock.h>

namespace holdpoint::report {

namespace {

using Part = VerdictWords::Part;

QString partName(Part part)
{
    switch (part) {
    case Part::Signature: return QStringLiteral("signature");
    case Part::Completeness: return QStringLiteral("completeness");
    case Part::Ledger: return QStringLiteral("ledger");
    case Part::Timestamp: return QStringLiteral("timestamp");
    case Part::Certificate: return QStringLiteral("certificate");
    }
    return {};
}

QStringList filesNotIntact(const CompletenessVerdict &verdict)
{
    QStringList lines;
    for (const CompletenessVerdict::File &file : verdict.files) {
        if (file.state != CompletenessVerdict::File::State::Intact)
            lines.append(QStringLiteral("%1: %2").arg(file.name, fileStateName(file.state)));
    }
    return lines;
}

} // namespace

QList<VerdictWords> verdictsInWords(const ReportVerification &verification)
{
    const auto &[signature, completeness, ledger, timestamp, certificate] = verification;
    QList<VerdictWords> verdicts{
        {Part::Signature, signature.verdict, signature.reason, {}},
        {Part::Completeness, completeness.verdict, completeness.reason, filesNotIntact(completeness)},
        {Part::Ledger, ledger.verdict, ledger.reason, {}},
        {Part::Timestamp, timestamp.verdict, timestamp.reason, {}},
        {Part::Certificate, certificate.verdict, certificate.reason, {}},
    };
    if (!signature.signer.isEmpty())
        verdicts[0].details.append(QStringLiteral("signed by %1").arg(signature.signer));
    if (timestamp.time.isValid())
        verdicts[3].details.append(QStringLiteral("%1 existed at %2, says %3")
                                       .arg(timestamp.covers, isoUtc(timestamp.time), timestamp.authority));
    if (!certificate.covers.isEmpty())
        verdicts[4].details.append(
            QStringLiteral("%1 signed by %2").arg(certificate.covers.join(QStringLiteral(", ")), certificate.signer));
    return verdicts;
}

QString verificationText(const ReportVerification &verification)
{
    QString text;
    for (const VerdictWords &words : verdictsInWords(verification)) {
        text += QStringLiteral("%1: %2").arg(partName(words.part), judgementName(words.verdict));
        text += words.reason.isEmpty() ? QStringLiteral("\n") : QStringLiteral(": %1\n").arg(words.reason);
        for (const QString &detail : words.details)
            text += QStringLiteral("  %1\n").arg(detail);
    }
    return text;
}

} // namespace holdpoint::report
