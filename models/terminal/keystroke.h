// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/keyboard.h>

#include <QString>

#include <optional>

namespace holdpoint::terminal {

/// One event of one key, as far as the window system tells it.
struct KeyStroke
{
    enum class Event { Press = 1, Repeat = 2, Release = 3 };

    Event event = Event::Press;
    std::optional<Key> key; ///< a named key; else the key types a character
    bool isKeypad = false;
    char32_t character = 0; ///< what the key types without modifiers; 0 where it types nothing
    char32_t shifted = 0;   ///< what it types with Shift; 0 where that is not known
    QString text;           ///< what it types now
    Modifiers modifiers;
};

/// The bytes for the key where a program has asked for more than xterm's codes (Modes::keyFlags); may be none. Nothing where
/// the key keeps its usual code, which encodeKey() and encodeText() know.
///
/// Source: the kitty keyboard protocol: "An overview" for the form, "Functional key definitions" for the numbers.
[[nodiscard]] std::optional<QByteArray> encodeStroke(const KeyStroke &stroke, const Modes &modes);

} // namespace holdpoint::terminal
