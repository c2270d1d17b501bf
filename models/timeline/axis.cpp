// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/timeline/axis.h>

#include <algorithm>
#include <array>

namespace holdpoint::timeline {

qint64 Axis::next(const ledger::Entry &entry)
{
    const qint64 at =
        entry.bootId == m_bootId ? qint64(entry.bootMs) - qint64(m_startBootMs) : m_startUtc.msecsTo(entry.utc);
    m_last = std::max(m_last, at);
    return m_last;
}

QString clockText(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(milliseconds, 0) / 1000;
    const auto padded = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    return QStringLiteral("%1:%2:%3").arg(padded(seconds / 3600), padded(seconds / 60 % 60), padded(seconds % 60));
}

qint64 tickStep(qint64 spanMs, int marks)
{
    constexpr qint64 second = 1000;
    constexpr qint64 minute = 60 * second;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    constexpr std::array steps{second, 2 * second, 5 * second, 10 * second, 15 * second, 30 * second,
                               minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute,
                               hour,   2 * hour,   3 * hour,   6 * hour,    12 * hour,   day};
    const qint64 wanted = spanMs / std::max(marks, 1);
    const auto *found = std::ranges::find_if(steps, [&](qint64 step) { return step >= wanted; });
    return found != steps.end() ? *found : (wanted / day + 1) * day;
}

} // namespace holdpoint::timeline
