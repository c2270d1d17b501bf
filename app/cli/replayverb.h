// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/console.h>
#include <app/cli/exitcode.h>

#include <QString>

#include <optional>

namespace holdpoint::cli {

/// The `replay` verb's call.
struct ReplayRequest
{
    QString ledger; ///< file
    QString run;    ///< id of a run, or its beginning
    QString pane;   ///< empty: the first
    double speed = 1;
    double fromSeconds = 0;
    std::optional<double> longestPauseSeconds;
    Console::Input input = Console::Input::Allowed;
    QString operatorName; ///< empty: that of the machine
};

/// Plays what a pane showed in the terminal; without one prints its text. Reads a copy of the ledger: another program may go on
/// writing it.
ExitCode replay(const ReplayRequest &request);

/// Writes the timeline of a run as a picture (SVG) to a new file.
ExitCode timeline(const QString &ledger, const QString &run, const QString &out);

} // namespace holdpoint::cli
