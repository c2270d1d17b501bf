// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runstate.h>

#include <optional>
#include <span>

namespace holdpoint::session {

/// Everything that can happen to a run as a whole.
enum class Event {
    Begin,
    CommandSent,
    CommandSucceeded,
    CommandFailed,
    OutcomeUnknown,
    ChecksStarted,
    ChecksEnded,
    CheckFailed,
    Answered,        ///< a person's pass, not applicable, or waiver
    AnsweredFail,    ///< a person's fail
    Retry,
    SkipSubject,     ///< the failed command or check, with a reason
    SkipStage,
    PassStage,       ///< guard: commands done and gate open
    PassLastStage,   ///< the same at the last stage
    SkipLastStage,
    StartRollback,
    UndoSent,
    UndoEnded,
    LeaveRollback,   ///< back to the decision
    GoBack,          ///< to the earliest step that was rolled back, to do it once more
    Stop,
};

struct Transition
{
    Phase from;
    Event event;
    Phase to;
};

/// The whole life of a run; what is not in it is not allowed.
std::span<const Transition> transitions();

/// The phase after the event, or nothing when the event is not allowed in this phase.
std::optional<Phase> nextPhase(Phase from, Event event);

} // namespace holdpoint::session
