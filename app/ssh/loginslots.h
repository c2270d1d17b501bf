// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <deque>
#include <functional>
#include <utility>
#include <vector>

namespace holdpoint::ssh {

/// Lets a few logins go on at a time, in the order in which they were asked for: each has a thread of its own until it is
/// through, and a server that is asked for many at once turns some away (MaxStartups of sshd_config(5), 10 by default).
///
/// Thread: GUI thread only.
class LoginSlots
{
public:
    static constexpr size_t most = 8;

    /// Calls `start` now, or when it is this one's turn.
    void request(const void *who, std::function<void()> start);
    /// This one has ended, or waits no longer; nothing happens when it had no slot.
    void release(const void *who);

private:
    void fill();

    std::vector<const void *> m_inside;
    std::deque<std::pair<const void *, std::function<void()>>> m_waiting;
};

} // namespace holdpoint::ssh
