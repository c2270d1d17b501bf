// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/error.h>

namespace holdpoint::cli {

/// What the process ends with; see the manual page.
enum class ExitCode {
    Done = 0,
    Failed = 1,
    Usage = 2,
    Connection = 3,
    Authentication = 4,
    Refused = 5,
    PersonNeeded = 6,
    LedgerTrouble = 7,
    Interrupted = 130,
};

/// The code for an error of a connection, a value or a call.
ExitCode exitCodeFor(const Error &error);

/// One line on standard error: "holdpoint-cli: ..." and what to do next where that is known.
void complain(const Error &error);

} // namespace holdpoint::cli
