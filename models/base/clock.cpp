// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/clock.h>

#include <QFile>

#include <ctime>
#include <sys/timex.h>

namespace holdpoint {

QDateTime SystemClock::utcNow() const { return QDateTime::currentDateTimeUtc(); }

qint64 SystemClock::bootMs() const
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return qint64{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

QByteArray SystemClock::bootId() const
{
    static const QByteArray id = [] {
        QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
        QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
        text = QByteArray::fromHex(text.replace('-', QByteArray()));
        return text.size() == 16 ? text : QByteArray(16, '\0');
    }();
    return id;
}

bool SystemClock::isSynchronised() const
{
    timex state{};
    const int rc = adjtimex(&state);
    return rc >= 0 && rc != TIME_ERROR && !(state.status & STA_UNSYNC);
}

QString isoUtc(const QDateTime &utc) { return utc.toUTC().toString(Qt::ISODateWithMs); }

} // namespace holdpoint
