// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/items/timetext.h>

#include <QCoreApplication>
#include <QLocale>

namespace holdpoint::items {

namespace {

QString translate(const char *text) { return QCoreApplication::translate("holdpoint::items::TimeText", text); }

QString twoDigits(qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); }

} // namespace

QString localAndUtc(const QDateTime &utc)
{
    if (!utc.isValid())
        return {};
    const QDateTime local = utc.toLocalTime();
    const QString day = QLocale().toString(local.date(), QStringLiteral("d MMM yyyy"));
    //: %1 is a date, %2 the local time, %3 the same moment in UTC
    return translate("%1 %2 (%3 UTC)")
        .arg(day, local.time().toString(QStringLiteral("HH:mm:ss")),
             utc.toUTC().time().toString(QStringLiteral("HH:mm:ss")));
}

QString localTime(const QDateTime &utc)
{
    return utc.isValid() ? utc.toLocalTime().time().toString(QStringLiteral("HH:mm:ss")) : QString();
}

QString clockText(qint64 milliseconds)
{
    const qint64 seconds = qAbs(milliseconds) / 1000;
    return QStringLiteral("%1:%2:%3").arg(seconds / 3600).arg(twoDigits(seconds / 60 % 60), twoDigits(seconds % 60));
}

QString durationText(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    if (milliseconds < 10'000)
        return translate("%1 s").arg(QLocale().toString(double(milliseconds) / 1000, 'f', 1));
    if (seconds < 60)
        return translate("%1 s").arg(seconds);
    if (seconds < 3600)
        return translate("%1 min %2 s").arg(seconds / 60).arg(twoDigits(seconds % 60));
    return translate("%1 h %2 min").arg(seconds / 3600).arg(twoDigits(seconds / 60 % 60));
}

} // namespace holdpoint::items
