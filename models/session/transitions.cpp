// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/transitions.h>

#include <algorithm>
#include <array>

namespace holdpoint::session {

namespace {

using enum Phase;

constexpr std::array table{
    Transition{Ready, Event::Begin, Idle},

    Transition{Idle, Event::CommandSent, Running},
    Transition{Idle, Event::ChecksStarted, Checking},
    Transition{Idle, Event::Answered, Idle},
    Transition{Idle, Event::AnsweredFail, Deciding},
    Transition{Idle, Event::SkipStage, Idle},
    Transition{Idle, Event::SkipLastStage, Finished},
    Transition{Idle, Event::PassStage, Idle},
    Transition{Idle, Event::PassLastStage, Finished},
    Transition{Idle, Event::StartRollback, RollingBack},
    Transition{Idle, Event::Stop, Stopped},

    Transition{Running, Event::CommandSucceeded, Idle},
    Transition{Running, Event::CommandFailed, Deciding},
    Transition{Running, Event::OutcomeUnknown, Deciding},

    Transition{Checking, Event::ChecksEnded, Idle},
    Transition{Checking, Event::CheckFailed, Deciding},

    Transition{Deciding, Event::Retry, Idle},
    Transition{Deciding, Event::SkipSubject, Idle},
    Transition{Deciding, Event::SkipStage, Idle},
    Transition{Deciding, Event::SkipLastStage, Finished},
    Transition{Deciding, Event::Answered, Idle},
    Transition{Deciding, Event::StartRollback, RollingBack},
    Transition{Deciding, Event::GoBack, Idle},
    Transition{Deciding, Event::Stop, Stopped},

    Transition{RollingBack, Event::UndoSent, Undoing},
    Transition{RollingBack, Event::LeaveRollback, Deciding},
    Transition{RollingBack, Event::Stop, Stopped},

    Transition{Undoing, Event::UndoEnded, RollingBack},
    Transition{Undoing, Event::OutcomeUnknown, RollingBack},
};

} // namespace

std::span<const Transition> transitions() { return table; }

std::optional<Phase> nextPhase(Phase from, Event event)
{
    const auto found = std::ranges::find_if(
        table, [&](const Transition &transition) { return transition.from == from && transition.event == event; });
    return found == table.end() ? std::nullopt : std::optional(found->to);
}

} // namespace holdpoint::session
