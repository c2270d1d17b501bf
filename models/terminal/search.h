// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/position.h>

#include <QRegularExpression>

#include <optional>

namespace holdpoint::terminal {

class Screen;

enum class SearchDirection { Forward, Backward };

/// A stretch of text that was found; the second position is exclusive.
struct Match
{
    Position from;
    Position to;

    friend bool operator==(const Match &, const Match &) = default;
};

/// The next match that begins after `start` (or before it, backwards) in scrollback and screen. Lines that wrapped are
/// searched as one; a match does not go over a line's end.
[[nodiscard]] std::optional<Match> search(const Screen &screen, const QRegularExpression &pattern, Position start,
                                          SearchDirection direction);

} // namespace holdpoint::terminal
