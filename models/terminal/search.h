// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/position.h>

#include <QRegularExpression>

#include <optional>
#include <vector>

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

/// All matches that touch the rows [first, last], as search() would find them one after the other.
[[nodiscard]] std::vector<Match> matchesIn(const Screen &screen, const QRegularExpression &pattern, qint64 first, qint64 last);

/// How many matches there are, and which of them, counted from 1, begins at `current`; 0 when none does. Counting ends at
/// `most`, so that a pattern that matches everywhere costs no more than it helps.
struct MatchCount
{
    int total = 0;
    int current = 0;
    bool isMore = false; ///< there are more than `most`
};
[[nodiscard]] MatchCount countMatches(const Screen &screen, const QRegularExpression &pattern,
                                      std::optional<Position> current, int most);

} // namespace holdpoint::terminal
