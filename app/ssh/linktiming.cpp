// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/linktiming.h>

#include <algorithm>

namespace holdpoint::ssh {

namespace {

constexpr int defaultCount = 3; // ServerAliveCountMax in ssh_config(5)

} // namespace

LinkTiming withServerAlive(LinkTiming timing, std::optional<int> interval, std::optional<int> count)
{
    if (!interval)
        return timing;
    if (*interval == 0) {
        timing.lostAfter = LinkTiming::never;
        return timing;
    }
    const std::chrono::seconds every(*interval);
    timing.keepalive = std::min<std::chrono::milliseconds>(timing.keepalive, every);
    timing.unanswered = std::min(timing.unanswered, timing.keepalive);
    timing.lostAfter =
        std::min<std::chrono::milliseconds>(every * std::max(1, count.value_or(defaultCount)), LinkTiming::never);
    timing.silentAfter = std::min(timing.silentAfter, timing.lostAfter);
    return timing;
}

} // namespace holdpoint::ssh
