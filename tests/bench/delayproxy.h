// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <thread>

namespace holdpoint::bench {

/// A port on the loopback behind which another one seems far away: every byte waits before it is passed on, as many as
/// there are, so that only the protocol's own windows limit what is under way.
///
/// Thread: made and destroyed on one thread; it serves on threads of its own.
class DelayProxy
{
public:
    DelayProxy(quint16 port, std::chrono::milliseconds roundTrip);
    ~DelayProxy();
    DelayProxy(const DelayProxy &) = delete;
    DelayProxy &operator=(const DelayProxy &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    void accept();
    void serve(int near, std::atomic<bool> &stopping) const;

    const quint16 m_target;
    const std::chrono::milliseconds m_oneWay;
    quint16 m_port = 0;
    int m_listener = -1;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace holdpoint::bench
