// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/keystroke.h>

#include <models/terminal/keyflags.h>

#include <array>

namespace holdpoint::terminal {

namespace {

/// How a key is written: `CSI number ; ... final`.
struct Code
{
    int number = 0;
    char final = 'u';
};

constexpr int firstKeypadDigit = 57399;
constexpr int keypadEnter = 57414;

Code navigationCode(Key key)
{
    switch (key) {
    case Key::Up: return {1, 'A'};
    case Key::Down: return {1, 'B'};
    case Key::Right: return {1, 'C'};
    case Key::Left: return {1, 'D'};
    case Key::Begin: return {1, 'E'};
    case Key::End: return {1, 'F'};
    case Key::Home: return {1, 'H'};
    case Key::Insert: return {2, '~'};
    case Key::Delete: return {3, '~'};
    case Key::PageUp: return {5, '~'};
    default: return {6, '~'};
    }
}

/// Keys of the keypad that move instead of typing digits.
Code keypadNavigationCode(Key key)
{
    switch (key) {
    case Key::Left: return {57417};
    case Key::Right: return {57418};
    case Key::Up: return {57419};
    case Key::Down: return {57420};
    case Key::PageUp: return {57421};
    case Key::PageDown: return {57422};
    case Key::Home: return {57423};
    case Key::End: return {57424};
    case Key::Insert: return {57425};
    case Key::Delete: return {57426};
    default: return {57427}; // Begin
    }
}

Code functionCode(Key key)
{
    // F3 is not CSI R: that is a report of the cursor's place.
    static constexpr std::array codes{Code{1, 'P'},  Code{1, 'Q'},  Code{13, '~'}, Code{1, 'S'},
                                      Code{15, '~'}, Code{17, '~'}, Code{18, '~'}, Code{19, '~'},
                                      Code{20, '~'}, Code{21, '~'}, Code{23, '~'}, Code{24, '~'}};
    return codes[static_cast<std::size_t>(key) - static_cast<std::size_t>(Key::F1)];
}

Code keypadCode(Key key)
{
    switch (key) {
    case Key::KeypadDecimal: return {57409};
    case Key::KeypadDivide: return {57410};
    case Key::KeypadMultiply: return {57411};
    case Key::KeypadMinus: return {57412};
    case Key::KeypadPlus: return {57413};
    case Key::KeypadEnter: return {keypadEnter};
    default: return {firstKeypadDigit + static_cast<int>(key) - static_cast<int>(Key::Keypad0)};
    }
}

Code codeOf(const KeyStroke &stroke)
{
    if (!stroke.key)
        return {static_cast<int>(stroke.character)};
    switch (*stroke.key) {
    case Key::Enter: return {13};
    case Key::Tab: return {9};
    case Key::Backspace: return {127};
    case Key::Escape: return {27};
    case Key::Space: return {32};
    default: break;
    }
    if (*stroke.key >= Key::Keypad0)
        return keypadCode(*stroke.key);
    if (*stroke.key >= Key::F1)
        return functionCode(*stroke.key);
    return stroke.isKeypad ? keypadNavigationCode(*stroke.key) : navigationCode(*stroke.key);
}

/// Keys that a shell needs to be told to reset itself after a program that died.
bool isEditing(const KeyStroke &stroke)
{
    return stroke.key == Key::Enter || stroke.key == Key::Tab || stroke.key == Key::Backspace;
}

bool typesText(const KeyStroke &stroke)
{
    return !stroke.key || stroke.key == Key::Space || (*stroke.key >= Key::Keypad0 && stroke.key != Key::KeypadEnter);
}

/// Whether the key has a code by the protocol; else it is what it always was.
bool hasCode(const KeyStroke &stroke, int flags)
{
    if ((flags & KeyFlags::AllKeys) != 0)
        return true;
    const bool plain = !(stroke.modifiers & ~Modifiers(Modifier::Shift));
    if (isEditing(stroke))
        return (flags & KeyFlags::Disambiguate) != 0 && stroke.modifiers && stroke.event != KeyStroke::Event::Release;
    if (typesText(stroke))
        return (flags & KeyFlags::Disambiguate) != 0 && !plain;
    return (flags & KeyFlags::Disambiguate) != 0
           || ((flags & KeyFlags::EventTypes) != 0 && stroke.event != KeyStroke::Event::Press
               && stroke.key != Key::Escape);
}

QByteArray codePoints(const QString &text)
{
    QByteArray bytes;
    for (const uint code : text.toUcs4()) {
        if (code < 0x20 || (code >= 0x7f && code < 0xa0))
            continue; // controls are no text
        bytes += (bytes.isEmpty() ? "" : ":") + QByteArray::number(code);
    }
    return bytes;
}

} // namespace

std::optional<QByteArray> encodeStroke(const KeyStroke &stroke, const Modes &modes)
{
    const int flags = modes.keyFlags;
    const bool tellsEvents = (flags & KeyFlags::EventTypes) != 0;
    if (stroke.event == KeyStroke::Event::Release && (!tellsEvents || !hasCode(stroke, flags)))
        return QByteArray(); // only who asks hears of it
    const Code code = codeOf(stroke);
    if (code.number == 0 || !hasCode(stroke, flags))
        return std::nullopt;
    QByteArray number = QByteArray::number(code.number);
    const bool isShifted = stroke.modifiers.testFlag(Modifier::Shift);
    if ((flags & KeyFlags::AlternateKeys) != 0 && isShifted && stroke.shifted != 0
        && stroke.shifted != stroke.character)
        number += ':' + QByteArray::number(static_cast<uint>(stroke.shifted));
    QByteArray modifiers = stroke.modifiers ? QByteArray::number(1 + static_cast<int>(stroke.modifiers)) : QByteArray();
    if (tellsEvents && stroke.event != KeyStroke::Event::Press)
        modifiers = QByteArray::number(1 + static_cast<int>(stroke.modifiers)) + ':'
                    + QByteArray::number(static_cast<int>(stroke.event));
    const bool tellsText = (flags & KeyFlags::AllKeys) != 0 && (flags & KeyFlags::Text) != 0 && typesText(stroke)
                           && stroke.event != KeyStroke::Event::Release
                           && !(stroke.modifiers & ~Modifiers(Modifier::Shift));
    const QByteArray text = tellsText ? codePoints(stroke.text) : QByteArray();
    QByteArray bytes = "\033[";
    if (code.number != 1 || !modifiers.isEmpty())
        bytes += number;
    if (!modifiers.isEmpty() || !text.isEmpty())
        bytes += ';' + modifiers;
    if (!text.isEmpty())
        bytes += ';' + text;
    return bytes + code.final;
}

} // namespace holdpoint::terminal
