// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/runfilter.h>

#include <algorithm>

namespace holdpoint::audit {

namespace {

bool holds(const QString &text, const QString &part) { return text.contains(part, Qt::CaseInsensitive); }

} // namespace

bool RunFilter::matches(const session::RunState &run) const
{
    const bool isInTime = (!since.isValid() || run.started >= since) && (!until.isValid() || run.started < until);
    const bool isOnHost = host.isEmpty() || std::ranges::any_of(run.hosts, [this](const session::HostRecord &record) {
                              return holds(record.role, host) || holds(record.address, host);
                          });
    const bool isOfRunbook =
        run.runbookId.compare(runbook, Qt::CaseInsensitive) == 0 || holds(run.runbookTitle, runbook);
    return isInTime && isOnHost && isOfRunbook && holds(run.operatorName, operatorName)
           && (verdict.isEmpty() || run.verdict().compare(verdict, Qt::CaseInsensitive) == 0);
}

} // namespace holdpoint::audit
