// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <chrono>
#include <optional>

namespace holdpoint::ssh {

/// How long a connection may be quiet. The defaults are what users get; tests shorten them.
struct LinkTiming
{
    std::chrono::milliseconds login{10'000};       ///< each step of the login that needs no person
    std::chrono::milliseconds keepalive{15'000};   ///< quiet for so long: ask for a sign of life
    std::chrono::milliseconds unanswered{2'000};   ///< the same when something was sent meanwhile
    std::chrono::milliseconds silentAfter{15'000}; ///< asked and no answer for so long: shown as silent
    std::chrono::milliseconds lostAfter{45'000};   ///< asked and no answer for so long: given up

    std::chrono::milliseconds toldAfter{4'000};    ///< while logging in, no answer for so long: the person is told whose
    std::chrono::milliseconds lookUpToldAfter{300}; ///< the same of a name server: at once, but nothing flickers by

    /// A `lostAfter` in its place: given up only by TCP itself.
    static constexpr std::chrono::milliseconds never = std::chrono::hours(24 * 365);

    friend bool operator==(const LinkTiming &, const LinkTiming &) = default;
};

/// The timing with ServerAliveInterval, in seconds, and ServerAliveCountMax of ssh_config(5). Silence is noticed as early
/// as before, or earlier; when the connection is given up is the configuration's to say, and for an interval of 0 it never
/// is.
LinkTiming withServerAlive(LinkTiming timing, std::optional<int> interval, std::optional<int> count);

} // namespace holdpoint::ssh
