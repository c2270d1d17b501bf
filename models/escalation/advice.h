// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

#include <chrono>
#include <optional>

namespace holdpoint::escalation {

/// What a run looks like to the rules of its runbook.
struct Course
{
    QString severity; ///< of the runbook; empty: unknown, and rules for a severity hold
    int failures = 0; ///< of commands and checks so far
    std::chrono::milliseconds elapsed{0}; ///< since the run began
};

/// Whether a rule's time has come: after so many failures, after so long, or at once, for its severity.
bool isDue(const runbooks::EscalationRule &rule, const Course &course);

/// How long until the next rule becomes due by time alone; nothing when none will.
std::optional<std::chrono::milliseconds> nextByTime(const QList<runbooks::EscalationRule> &rules, const Course &course);

} // namespace holdpoint::escalation
