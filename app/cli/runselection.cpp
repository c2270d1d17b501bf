// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/runselection.h>

namespace holdpoint::cli {

namespace {

enum class DayEdge { Begin, End };

/// An invalid time for an empty text.
Result<QDateTime> momentFrom(const QString &text, DayEdge edge)
{
    if (text.isEmpty())
        return QDateTime();
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid() && text.size() == 10)
        return QDateTime(edge == DayEdge::Begin ? day : day.addDays(1), {0, 0}, Qt::UTC);
    QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid())
        return fail(ErrorKind::Invalid,
                    QStringLiteral("\"%1\" is no day (2026-11-23) and no moment (2026-11-23T14:00Z)").arg(text));
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    return moment;
}

} // namespace

Result<audit::RunFilter> RunSelection::filter() const
{
    static const QStringList verdicts{QStringLiteral("passed"), QStringLiteral("passed with exceptions"),
                                      QStringLiteral("stopped"), QStringLiteral("open")};
    if (!verdict.isEmpty() && !verdicts.contains(verdict, Qt::CaseInsensitive))
        return fail(ErrorKind::Invalid, QStringLiteral("\"%1\" is no verdict of a run; there are: %2")
                                            .arg(verdict, verdicts.join(QStringLiteral(", "))));
    const auto begin = momentFrom(since, DayEdge::Begin);
    const auto end = momentFrom(until, DayEdge::End);
    if (!begin || !end)
        return fail(begin ? end.error() : begin.error());
    return audit::RunFilter{.since = *begin,
                            .until = *end,
                            .operatorName = operatorName,
                            .runbook = runbook,
                            .host = host,
                            .verdict = verdict};
}

} // namespace holdpoint::cli
