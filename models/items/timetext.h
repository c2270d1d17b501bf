// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QDateTime>
#include <QString>

/// Times as people read them. Exports and the ledger use isoUtc() instead.
namespace holdpoint::items {

/// "23 Nov 2026 16:46:50 (15:46:50 UTC)": local time first, UTC always beside it. Empty for an invalid time.
QString localAndUtc(const QDateTime &utc);

/// "16:46:50", local. Empty for an invalid time.
QString localTime(const QDateTime &utc);

/// "0:14:59": hours, minutes, seconds of a span without its sign.
QString clockText(qint64 milliseconds);

/// "0.4 s", "12 s", "3 min 20 s", "1 h 05 min": how long something took.
QString durationText(qint64 milliseconds);

} // namespace holdpoint::items
