// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/escalation/advice.h>

namespace holdpoint::escalation {

namespace {

bool concerns(const runbooks::EscalationRule &rule, const Course &course)
{
    return rule.severity.isEmpty() || course.severity.isEmpty()
           || rule.severity.compare(course.severity, Qt::CaseInsensitive) == 0;
}

} // namespace

bool isDue(const runbooks::EscalationRule &rule, const Course &course)
{
    if (!concerns(rule, course))
        return false;
    if (rule.afterFailures > 0)
        return course.failures >= rule.afterFailures;
    if (rule.after.count() > 0)
        return course.elapsed >= rule.after;
    return rule.immediately;
}

std::optional<std::chrono::milliseconds> nextByTime(const QList<runbooks::EscalationRule> &rules, const Course &course)
{
    std::optional<std::chrono::milliseconds> next;
    for (const runbooks::EscalationRule &rule : rules) {
        const bool waits = rule.afterFailures == 0 && rule.after > course.elapsed && concerns(rule, course);
        if (waits && (!next || rule.after - course.elapsed < *next))
            next = rule.after - course.elapsed;
    }
    return next;
}

} // namespace holdpoint::escalation
