// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/reportsource.h>
#include <models/report/reportverifier.h>

namespace holdpoint::report {

/// The verdicts over what a report may have and need not have.
TimestampVerdict timestampVerdict(const ReportSource &report, const Trust &trust);
CertificateVerdict certificateVerdict(const ReportSource &report, const Trust &trust);

} // namespace holdpoint::report
