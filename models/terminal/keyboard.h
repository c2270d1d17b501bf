// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/modes.h>

#include <QByteArray>
#include <QFlags>
#include <QStringView>

namespace holdpoint::terminal {

/// Keys that are not text. Keypad keys are only those that differ from their namesakes in application keypad mode.
enum class Key {
    Enter, Tab, Backspace, Escape, Space,
    Up, Down, Right, Left, Home, End, PageUp, PageDown, Insert, Delete, Begin,
    F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12,
    Keypad0, Keypad1, Keypad2, Keypad3, Keypad4, Keypad5, Keypad6, Keypad7, Keypad8, Keypad9,
    KeypadEnter, KeypadPlus, KeypadMinus, KeypadMultiply, KeypadDivide, KeypadDecimal,
};

enum class Modifier { Shift = 1, Alt = 2, Control = 4 };
Q_DECLARE_FLAGS(Modifiers, Modifier)
Q_DECLARE_OPERATORS_FOR_FLAGS(Modifiers)

/// What xterm sends for the key (ctlseqs, "PC-Style Function Keys" and "VT220-Style Function Keys").
[[nodiscard]] QByteArray encodeKey(Key key, Modifiers modifiers, const Modes &modes);

/// Typed text: with Control the control character when there is one, with Alt after an escape.
/// Where the host asked for modifyOtherKeys, `CSI 27 ; modifiers ; character ~` for what has no other code.
[[nodiscard]] QByteArray encodeText(QStringView text, Modifiers modifiers, const Modes &modes);

} // namespace holdpoint::terminal
