// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/descriptor.h>

#include <atomic>
#include <mutex>
#include <vector>

namespace holdpoint::ssh {

/// Calls a login off: wakes whoever polls on fd(), and shuts the guarded sockets down so that a call stuck inside the
/// SSH library returns.
///
/// Thread: any.
class CancelSwitch
{
public:
    CancelSwitch();

    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }
    /// Readable once cancelled.
    [[nodiscard]] int fd() const { return m_event.get(); }
    /// This socket is shut down when the switch is thrown. A duplicate is kept, so its number cannot be reused.
    void guard(int socket);
    /// The guarded sockets belong to somebody else from now on.
    void release();

private:
    std::atomic<bool> m_cancelled = false;
    Descriptor m_event;
    std::mutex m_mutex;
    std::vector<Descriptor> m_sockets; ///< protected by m_mutex
};

} // namespace holdpoint::ssh
