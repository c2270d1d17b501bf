// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/cancelswitch.h>

#include <models/base/result.h>

#include <QString>

#include <chrono>
#include <mutex>
#include <optional>

namespace holdpoint::ssh {

/// A connection from a jump host to the next host, while it is made: the login gets one end of a socket pair, the
/// worker moves the bytes between the other end and the jump host.
///
/// Thread: settle() and takeWorkerEnd() belong to the worker, wait() to the login.
/// Invariants: the first outcome counts.
class Tunnel
{
public:
    Tunnel(QString host, quint16 port);

    [[nodiscard]] const QString &host() const { return m_host; }
    [[nodiscard]] quint16 port() const { return m_port; }

    /// Blocks until the jump host is connected to the next host, and gives the login's end: non-blocking, close-on-exec.
    /// Errors: as given to settle(), Timeout, Cancelled, Io.
    Result<Descriptor> wait(const CancelSwitch &cancel, std::chrono::milliseconds limit);

    /// Non-blocking, close-on-exec; once.
    [[nodiscard]] Descriptor takeWorkerEnd() { return std::move(m_workerEnd); }
    void settle(Result<> outcome);

private:
    const QString m_host;
    const quint16 m_port;
    Descriptor m_loginEnd;
    Descriptor m_workerEnd;
    Descriptor m_settled;
    std::mutex m_mutex;
    std::optional<Result<>> m_outcome; ///< protected by m_mutex
};

} // namespace holdpoint::ssh
