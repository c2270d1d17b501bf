// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/commandoutcome.h>

#include <QString>

namespace holdpoint::session {

/// What is known of a pane's commands by the marks of its own shell, as a recording has it: an event of its own ("m" of
/// asciicast version 2) behind the output that told it. The marks in that output are anybody's; this is ours alone.
struct PaneMarker
{
    std::optional<terminal::CommandOutcome> outcome; ///< of the command at the newest prompt; none: that prompt begins

    [[nodiscard]] QString toText() const;
    /// Nothing for any other text.
    [[nodiscard]] static std::optional<PaneMarker> fromText(const QString &text);

    friend bool operator==(const PaneMarker &, const PaneMarker &) = default;
};

} // namespace holdpoint::session
