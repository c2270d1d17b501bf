// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/documentverbs.h>
#include <app/paths.h>

namespace holdpoint::cli {

struct SearchRequest
{
    app::Paths paths;
    QString text;
    // What narrows it, beside what the text itself says.
    QString run;
    QString host;
    QString runbook;
    QString by;
    int limit = 200;
    QString operatorName; ///< who looks; empty: that of the machine
    Format format = Format::Text;
};

/// Commands, output and statements that hold the text, newest first. That lines of recorded output are shown goes on record
/// before, once for each run. Works while another Holdpoint has the ledger open.
ExitCode search(const SearchRequest &request);

} // namespace holdpoint::cli
