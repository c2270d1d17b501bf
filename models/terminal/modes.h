// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QtGlobal>

namespace holdpoint::terminal {

enum class MouseTracking : quint8 { Off, X10, Buttons, Drag, Motion };
enum class CursorShape : quint8 { Block, Underline, Bar };

/// What the host has switched on and off (SM, RM, DECSET, DECRST, DECSCUSR).
struct Modes
{
    bool autowrap = true;
    bool insert = false;
    bool origin = false;
    bool newLine = false; ///< LNM: LF implies CR, Enter sends CR LF
    bool reverseScreen = false;
    bool applicationCursorKeys = false;
    bool applicationKeypad = false;
    bool cursorVisible = true;
    bool cursorBlinks = false;
    CursorShape cursorShape = CursorShape::Block;
    MouseTracking mouse = MouseTracking::Off;
    bool sgrMouse = false;       ///< 1006
    bool alternateScroll = true; ///< 1007: the wheel sends arrows on the alternate screen
    bool focusReporting = false; ///< 1004
    bool bracketedPaste = false; ///< 2004
    bool synchronisedOutput = false; ///< 2026: a frame is being built, do not paint
};

} // namespace holdpoint::terminal
