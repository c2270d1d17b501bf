// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/keyboard.h>
#include <models/terminal/modes.h>

#include <QByteArray>

namespace holdpoint::terminal {

enum class MouseButton { Left, Middle, Right, None, WheelUp, WheelDown, Back, Forward };
enum class MouseAction { Press, Release, Move };

/// What happened to the mouse, in cells and pixels from 0. A move carries the button that is held.
struct MouseReport
{
    MouseAction action = MouseAction::Press;
    MouseButton button = MouseButton::Left;
    Modifiers modifiers;
    int column = 0;
    int row = 0;
    int x = 0; ///< in pixels of the page
    int y = 0;
};

/// What the host wants to hear of it under its modes; nothing when it does not want to (xterm ctlseqs, "Mouse
/// Tracking": 9, 1000, 1002, 1003, in the forms of MouseCoding).
[[nodiscard]] QByteArray encodeMouse(const MouseReport &report, const Modes &modes);

/// What the host hears when the window gains or loses the focus (1004).
[[nodiscard]] QByteArray encodeFocus(bool hasFocus, const Modes &modes);

} // namespace holdpoint::terminal
