// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <vector>

namespace holdpoint::terminal {

/// What programs on one screen ask of the keyboard beyond xterm's codes: flags in force, and those put aside by programs that
/// were there before.
///
/// Source: the kitty keyboard protocol, "Progressive enhancement". Invariants: only known flags; at most `most` are put aside,
/// the oldest is forgotten first.
class KeyFlags
{
public:
    enum Flag {
        Disambiguate = 1,  ///< Escape, and text with Control or Alt, get codes of their own
        EventTypes = 2,    ///< repeats and releases are told too
        AlternateKeys = 4, ///< with what Shift makes of the key
        AllKeys = 8,       ///< plain text too
        Text = 16,         ///< with the text that the key types
    };
    static constexpr int known = 31;
    static constexpr std::size_t most = 16;
    enum class Change { Replace = 1, Add = 2, Remove = 3 };

    [[nodiscard]] int current() const { return m_current; }
    void push(int flags);
    /// More than were put aside leaves none in force.
    void pop(int count);
    void change(int flags, Change how);
    void reset() { *this = {}; }

private:
    int m_current = 0;
    std::vector<int> m_aside;
};

} // namespace holdpoint::terminal
