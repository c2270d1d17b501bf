// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/runfilter.h>
#include <models/base/result.h>

namespace holdpoint::cli {

/// Which runs the call asks for, as it was written; empty for all.
struct RunSelection
{
    QString since; ///< a day (2026-11-23), or a moment (2026-11-23T14:00Z); both in UTC
    QString until; ///< the same; a day is meant to its end
    QString operatorName;
    QString runbook;
    QString host;
    QString verdict;

    /// Errors: Invalid for what is no day or moment, or no verdict that a run can have.
    [[nodiscard]] Result<audit::RunFilter> filter() const;
};

} // namespace holdpoint::cli
