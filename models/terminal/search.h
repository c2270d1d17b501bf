// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/position.h>

#include <QRegularExpression>

#include <chrono>
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

/// What a search may cost: somebody waits for it, and an expression can take longer than anybody lives.
class SearchEffort
{
public:
    explicit SearchEffort(std::chrono::milliseconds most = std::chrono::hours(1))
        : m_end(std::chrono::steady_clock::now() + most)
    {
    }
    /// The expression has reached a limit within a line: what it matches there, nobody knows.
    void fail() { m_hasFailed = true; }
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }
    /// It has failed, or its time is up.
    [[nodiscard]] bool isOver() const { return m_hasFailed || std::chrono::steady_clock::now() >= m_end; }

private:
    std::chrono::steady_clock::time_point m_end;
    bool m_hasFailed = false;
};

/// The next match that begins after `start` (or before it, backwards) in scrollback and screen. Lines that wrapped are
/// searched as one; a line's ends are those of the text that the expression sees. Nothing where the effort was not enough.
[[nodiscard]] std::optional<Match> search(const Screen &screen, const QRegularExpression &pattern, Position start,
                                          SearchDirection direction, SearchEffort *effort = nullptr);

/// All matches that touch the rows [first, last], as search() would find them one after the other; those before the effort ended.
[[nodiscard]] std::vector<Match> matchesIn(const Screen &screen, const QRegularExpression &pattern, qint64 first, qint64 last,
                                           SearchEffort *effort = nullptr);

/// How many matches there are, and which of them, counted from 1, begins at `current`; 0 when none does. Counting ends at
/// `most`, so that a pattern that matches everywhere costs no more than it helps, and with the effort.
struct MatchCount
{
    int total = 0;
    int current = 0;
    bool isMore = false; ///< there may be more: it was not counted to the end
};
[[nodiscard]] MatchCount countMatches(const Screen &screen, const QRegularExpression &pattern,
                                      std::optional<Position> current, int most, SearchEffort *effort = nullptr);

} // namespace holdpoint::terminal
