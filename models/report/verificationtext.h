// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/reportverifier.h>

namespace holdpoint::report {

/// One of a verification's verdicts as people read it. Texts of the report's are in it as they are.
struct VerdictWords
{
    enum class Part { Signature, Completeness, Ledger, Timestamp, Certificate };
    Part part = Part::Signature;
    Judgement verdict = Judgement::Unknown;
    QString reason;      ///< why it is not good; may be empty
    QStringList details; ///< what is known beyond the verdict: "signed by ops@noc"
};

/// All five, in the order in which they are judged.
QList<VerdictWords> verdictsInWords(const ReportVerification &verification);

/// As `holdpoint-cli verify` prints it.
QString verificationText(const ReportVerification &verification);

} // namespace holdpoint::report
