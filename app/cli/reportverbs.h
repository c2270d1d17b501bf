// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/console.h>
#include <app/cli/documentverbs.h>
#include <app/timestamp/authority.h>
#include <app/workplace.h>
#include <models/report/reportbuilder.h>
#include <models/report/reportinput.h>
#include <models/report/trustfiles.h>

#include <optional>

namespace holdpoint::cli {

/// The `report` verb's call.
struct ReportRequest
{
    app::Workplace::Options workplace;
    QString run;
    QString folder; ///< or zip
    report::Container container = report::Container::Folder;
    QString language; ///< of the pages, as BCP 47 has it; empty: the one of the locale
    QString sign;
    QString certificate;         ///< PKCS#12 file; empty: none
    QString certificatePassword; ///< as secretFrom() takes it; empty: asked for
    std::optional<timestamp::Authority> authority; ///< who stamps it; none: nobody
    Console::Input input = Console::Input::Allowed; ///< whether a person may be asked for passwords
    std::optional<report::Pseudonymity> pseudonymity; ///< set: names are replaced
    QString keyFile; ///< where it is kept who is who; empty: nowhere
    Format format = Format::Text;
};

ExitCode report(const ReportRequest &request);

/// `path`: a report's folder or zip.
ExitCode verify(const QString &path, const report::TrustFiles &files, Format format);

} // namespace holdpoint::cli
