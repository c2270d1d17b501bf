// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/documentverbs.h>
#include <app/workplace.h>
#include <models/report/reportinput.h>

namespace holdpoint::cli {

/// The `report` verb's call.
struct ReportRequest
{
    app::Workplace::Options workplace;
    QString run;
    QString folder;
    QString sign;
    std::optional<report::Pseudonymity> pseudonymity; ///< set: names are replaced
    QString keyFile; ///< where it is kept who is who; empty: nowhere
    Format format = Format::Text;
};

ExitCode report(const ReportRequest &request);
ExitCode verify(const QString &folder, const QString &allowedSigners, Format format);

} // namespace holdpoint::cli
