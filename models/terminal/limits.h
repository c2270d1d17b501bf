// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QtGlobal>

#include <cstddef>

namespace holdpoint::terminal {

/// What a host may make us hold or do. Everything that grows with output is bounded by one of these.
struct Limits
{
    static constexpr int parameters = 32;          ///< of one control sequence; further ones are ignored
    static constexpr int parameterValue = 65535;   ///< larger values are clamped
    static constexpr int stringBytes = 64 * 1024;  ///< of an OSC string; a longer one is discarded up to its end
    static constexpr int combiningMarks = 16;      ///< on one cell; further ones are dropped
    static constexpr int eventTextBytes = 4 * 1024; ///< of a title, folder or link
    static constexpr int keptTitles = 10;
    static constexpr std::size_t keptOutcomes = 20'000; ///< of commands
    static constexpr int pendingEvents = 8192;     ///< not yet taken; further ones are dropped
    static constexpr int pendingReplyBytes = 4096; ///< not yet taken; further replies are dropped
    static constexpr int fewestColumns = 2; ///< what a wide character needs
    static constexpr int columns = 2048;
    static constexpr int rows = 2048;

    qint64 scrollbackBytes = 64 * 1024 * 1024;
};

} // namespace holdpoint::terminal
