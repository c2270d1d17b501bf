// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/clock.h>

#include <atomic>

namespace holdpoint::testing {

/// A clock whose hands the test turns. Any thread may read it.
class ManualClock final : public Clock
{
public:
    [[nodiscard]] QDateTime utcNow() const override
    {
        return QDateTime::fromMSecsSinceEpoch(m_utcMs.load(), Qt::UTC);
    }
    [[nodiscard]] qint64 bootMs() const override { return m_bootMs.load(); }
    [[nodiscard]] QByteArray bootId() const override { return QByteArray(16, char('a' + m_boots.load())); }
    [[nodiscard]] bool isSynchronised() const override { return true; }

    /// Time passes, as seen by both hands.
    void advance(qint64 milliseconds)
    {
        m_utcMs += milliseconds;
        m_bootMs += milliseconds;
    }
    /// Somebody sets the wall clock.
    void jumpWall(qint64 milliseconds) { m_utcMs += milliseconds; }
    /// The machine restarts.
    void reboot()
    {
        ++m_boots;
        m_bootMs = 1000;
    }

private:
    std::atomic<qint64> m_utcMs{1'790'000'000'000}; // 2026-09-21T13:33:20Z
    std::atomic<qint64> m_bootMs{5'000'000};
    std::atomic<int> m_boots{0};
};

} // namespace holdpoint::testing
