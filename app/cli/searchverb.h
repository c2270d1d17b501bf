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
    Format format = Format::Text;
};

/// Commands, output and statements that hold the text, newest first. Works while another Holdpoint has the ledger open.
ExitCode search(const SearchRequest &request);

} // namespace holdpoint::cli
