// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QtGlobal>

#include <optional>

namespace holdpoint::terminal {

/// What became of a command, as far as somebody knows who can tell the shell's marks from what a program printed.
struct CommandOutcome
{
    enum class State {
        Running,
        Ended,
        Unknown, ///< nobody saw it end
    };

    State state = State::Unknown;
    std::optional<int> exit;  ///< of one that ended
    std::optional<qint64> ms; ///< how long it ran

    friend bool operator==(const CommandOutcome &, const CommandOutcome &) = default;
};

} // namespace holdpoint::terminal
