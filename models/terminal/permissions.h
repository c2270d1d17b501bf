// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

namespace holdpoint::terminal {

/// What a host may do that no host of ours needs, and that would harm: off, but for test suites that read the screen back.
struct Permissions
{
    bool readScreen = false; ///< DECRQCRA: a program could look for what others printed
    bool readTitle = false;  ///< CSI 20 t and 21 t: a program could type what a file told it to (CVE-2003-0063)
    bool readColors = false; ///< OSC 4, 5 and 13 to 19 with "?", and what a host has set
    bool resize = false;     ///< DECCOLM, DECSNLS, DECSCPP, DECSLPP, CSI 8 t: the window is the operator's
    bool window = false;     ///< the other CSI t: they become WindowRequests

    [[nodiscard]] static constexpr Permissions everything() { return {true, true, true, true, true}; }
};

} // namespace holdpoint::terminal
