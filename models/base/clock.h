// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QDateTime>

namespace holdpoint {

/// Where every timestamp and deadline comes from, so that tests can turn the hands.
///
/// Thread: all methods may be called from any thread.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    /// Wall time in UTC; may jump when somebody sets the clock.
    [[nodiscard]] virtual QDateTime utcNow() const = 0;
    /// CLOCK_BOOTTIME in milliseconds: never jumps, counts suspended time (clock_gettime(2)).
    [[nodiscard]] virtual qint64 bootMs() const = 0;
    /// The kernel's boot id, 16 bytes (/proc/sys/kernel/random/boot_id): bootMs() values compare only within one.
    [[nodiscard]] virtual QByteArray bootId() const = 0;
    /// Whether the kernel says the clock is synchronised (adjtimex(2)).
    [[nodiscard]] virtual bool isSynchronised() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime utcNow() const override;
    [[nodiscard]] qint64 bootMs() const override;
    [[nodiscard]] QByteArray bootId() const override;
    [[nodiscard]] bool isSynchronised() const override;
};

/// "2026-11-23T15:46:50.123Z": the one form of time in ledgers, reports and JSON.
QString isoUtc(const QDateTime &utc);

} // namespace holdpoint
