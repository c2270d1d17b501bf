// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <utility>
#include <vector>

namespace holdpoint::ssh {

/// Lets a few logins go on at a time, in the order in which they were asked for: each has a thread of its own until it is
/// through, and a server that is asked for many at once turns some away (MaxStartups of sshd_config(5), 10 by default).
/// How many at a time follows from what comes of them: half as many after one was turned away, one more after each success.
///
/// Thread: GUI thread only.
class LoginSlots
{
public:
    static constexpr size_t most = 8;
    static constexpr size_t fewest = 2; ///< one may wait for a person's answer

    /// Calls `start` now, or when it is this one's turn.
    void request(const void *who, std::function<void()> start);
    /// This one has ended, or waits no longer; nothing happens when it had no slot.
    void release(const void *who);
    void turnedAway() { m_room = std::max(m_room / 2, fewest); }
    void succeeded() { m_room = std::min(m_room + 1, most); }

private:
    void fill();

    size_t m_room = most;
    std::vector<const void *> m_inside;
    std::deque<std::pair<const void *, std::function<void()>>> m_waiting;
};

} // namespace holdpoint::ssh
