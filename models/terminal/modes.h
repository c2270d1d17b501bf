// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QtGlobal>

namespace holdpoint::terminal {

enum class MouseTracking : quint8 { Off, X10, Buttons, Drag, Motion };
enum class ReverseWrap : quint8 { Off, Inline, Extended };
/// How a mouse report is written: in bytes, in UTF-8 (1005), in decimal by SGR (1006) or urxvt (1015), or in pixels (1016).
enum class MouseCoding : quint8 { Bytes, Utf8, Sgr, Urxvt, SgrPixels };
enum class CursorShape : quint8 { Block, Underline, Bar };

/// What the host has switched on and off (SM, RM, DECSET, DECRST, DECSCUSR).
struct Modes
{
    static constexpr int highestLevel = 4; ///< VT420

    int level = highestLevel; ///< DECSCL
    bool autowrap = true;
    bool insert = false;
    bool keyboardLocked = false;  ///< KAM
    bool localEcho = false;       ///< SRM, the other way round; hosts echo, so it has no effect
    bool columnMode = false;      ///< DECCOLM: 132 columns
    bool allowsColumnMode = false; ///< 40
    bool tabWraps = false;        ///< 41: a tab behind a full line goes to the next
    bool backspaceIsBs = false;   ///< DECBKM: the backspace key sends BS
    quint32 inert = 0;            ///< modes that hosts set and read back and that change nothing here, see inertModes
    bool origin = false;
    bool sideMargins = false; ///< DECLRMM: left and right margins may be set
    ReverseWrap reverseWrap = ReverseWrap::Off; ///< 45 and 1045: backspace goes back over a line's end
    bool newLine = false; ///< LNM: LF implies CR, Enter sends CR LF
    bool reverseScreen = false;
    bool applicationCursorKeys = false;
    bool applicationKeypad = false;
    bool cursorVisible = true;
    bool cursorBlinks = false;
    CursorShape cursorShape = CursorShape::Block;
    MouseTracking mouse = MouseTracking::Off;
    MouseCoding mouseCoding = MouseCoding::Bytes;
    int otherKeys = 0; ///< xterm's modifyOtherKeys: 1, keys that have no other code with a modifier; 2, all of them
    int keyFlags = 0;  ///< of the screen that is shown, see KeyFlags
    bool alternateScroll = true; ///< 1007: the wheel sends arrows on the alternate screen
    bool focusReporting = false; ///< 1004
    bool bracketedPaste = false; ///< 2004
    bool clusters = true; ///< 2027: what UAX #29 holds together takes the columns of one character
    bool synchronisedOutput = false; ///< 2026: a frame is being built, do not paint
};

} // namespace holdpoint::terminal
