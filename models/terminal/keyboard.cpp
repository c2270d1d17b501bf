// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/keyboard.h>

#include <QList>
#include <QString>

#include <array>

namespace holdpoint::terminal {

namespace {

int modifierParameter(Modifiers modifiers) { return 1 + static_cast<int>(modifiers); }

// Arrows, Home, End and Begin: one final letter.
QByteArray cursorKey(char final, Modifiers modifiers, bool application)
{
    if (modifiers)
        return "\033[1;" + QByteArray::number(modifierParameter(modifiers)) + final;
    return (application ? QByteArray("\033O") : QByteArray("\033[")) + final;
}

// F1 to F4 come from the VT100's keypad.
QByteArray keypadFunctionKey(char final, Modifiers modifiers) { return cursorKey(final, modifiers, true); }

QByteArray numberedKey(int number, Modifiers modifiers)
{
    QByteArray bytes = "\033[" + QByteArray::number(number);
    if (modifiers)
        bytes += ';' + QByteArray::number(modifierParameter(modifiers));
    return bytes + '~';
}

// xterm's modifyOtherKeys, first form.
QByteArray otherKey(char32_t character, Modifiers modifiers)
{
    return "\033[27;" + QByteArray::number(modifierParameter(modifiers)) + ';' + QByteArray::number(uint(character)) + '~';
}

/// The character of a key that has one code whatever modifiers are held; 0 for others.
char32_t characterOf(Key key)
{
    switch (key) {
    case Key::Enter: return U'\r';
    case Key::Tab: return U'\t';
    case Key::Backspace: return 0x7f;
    case Key::Escape: return 0x1b;
    case Key::Space: return U' ';
    default: return 0;
    }
}

/// Whether the host wants the key as an "other" one: at level 1 those that would be lost, at 2 every one with a modifier.
bool isOtherKey(Key key, Modifiers modifiers, const Modes &modes)
{
    if (modes.otherKeys == 0 || !modifiers || characterOf(key) == 0)
        return false;
    const bool backTab = key == Key::Tab && modifiers == Modifiers(Modifier::Shift);
    const bool lost = (key == Key::Enter || key == Key::Tab) && !modifiers.testFlag(Modifier::Alt);
    return !backTab && (modes.otherKeys >= 2 || lost);
}

QByteArray withAlt(const QByteArray &bytes, Modifiers modifiers)
{
    return modifiers.testFlag(Modifier::Alt) ? '\033' + bytes : bytes;
}

QByteArray enter(Modifiers modifiers, const Modes &modes)
{
    return withAlt(modes.newLine ? QByteArray("\r\n") : QByteArray("\r"), modifiers);
}

QByteArray backspace(Modifiers modifiers, const Modes &modes)
{
    const bool other = modifiers.testFlag(Modifier::Control);
    return withAlt(QByteArray(1, other != modes.backspaceIsBs ? '\b' : '\177'), modifiers);
}

QByteArray tab(Modifiers modifiers)
{
    return withAlt(modifiers.testFlag(Modifier::Shift) ? QByteArray("\033[Z") : QByteArray("\t"), modifiers);
}

QByteArray space(Modifiers modifiers)
{
    return withAlt(QByteArray(1, modifiers.testFlag(Modifier::Control) ? '\0' : ' '), modifiers);
}

struct KeypadKey
{
    char application; // after ESC O
    char plain;
};

QByteArray keypad(Key key, Modifiers modifiers, const Modes &modes)
{
    static constexpr std::array keys{
        KeypadKey{'p', '0'}, KeypadKey{'q', '1'}, KeypadKey{'r', '2'},  KeypadKey{'s', '3'},
        KeypadKey{'t', '4'}, KeypadKey{'u', '5'}, KeypadKey{'v', '6'},  KeypadKey{'w', '7'},
        KeypadKey{'x', '8'}, KeypadKey{'y', '9'}, KeypadKey{'M', '\r'}, KeypadKey{'k', '+'},
        KeypadKey{'m', '-'}, KeypadKey{'j', '*'}, KeypadKey{'o', '/'},  KeypadKey{'n', '.'},
    };
    const KeypadKey &entry = keys[static_cast<std::size_t>(key) - static_cast<std::size_t>(Key::Keypad0)];
    if (modes.applicationKeypad && !modifiers)
        return QByteArray("\033O") + entry.application;
    if (key == Key::KeypadEnter)
        return enter(modifiers, modes);
    return withAlt(QByteArray(1, entry.plain), modifiers);
}

QByteArray functionKey(Key key, Modifiers modifiers)
{
    static constexpr std::array numbers{15, 17, 18, 19, 20, 21, 23, 24};
    const int index = static_cast<int>(key) - static_cast<int>(Key::F1);
    if (index < 4)
        return keypadFunctionKey(static_cast<char>('P' + index), modifiers);
    return numberedKey(numbers[static_cast<std::size_t>(index - 4)], modifiers);
}

QByteArray navigationKey(Key key, Modifiers modifiers, bool application)
{
    switch (key) {
    case Key::Up: return cursorKey('A', modifiers, application);
    case Key::Down: return cursorKey('B', modifiers, application);
    case Key::Right: return cursorKey('C', modifiers, application);
    case Key::Left: return cursorKey('D', modifiers, application);
    case Key::Home: return cursorKey('H', modifiers, application);
    case Key::End: return cursorKey('F', modifiers, application);
    case Key::Begin: return cursorKey('E', modifiers, application);
    case Key::Insert: return numberedKey(2, modifiers);
    case Key::Delete: return numberedKey(3, modifiers);
    case Key::PageUp: return numberedKey(5, modifiers);
    default: return numberedKey(6, modifiers);
    }
}

// The control character of an ASCII character, as a VT keyboard makes it; -1 when there is none.
int controlOf(char16_t character)
{
    if (character >= u'a' && character <= u'z')
        return character - u'a' + 1;
    if (character >= u'@' && character <= u'_')
        return character - u'@';
    switch (character) {
    case u' ':
    case u'2': return 0;
    case u'3': return 0x1b;
    case u'4': return 0x1c;
    case u'5': return 0x1d;
    case u'6': return 0x1e;
    case u'7':
    case u'/': return 0x1f;
    case u'8':
    case u'?': return 0x7f;
    default: return -1;
    }
}

} // namespace

QByteArray encodeKey(Key key, Modifiers modifiers, const Modes &modes)
{
    if (isOtherKey(key, modifiers, modes))
        return otherKey(characterOf(key), modifiers);
    switch (key) {
    case Key::Enter: return enter(modifiers, modes);
    case Key::Tab: return tab(modifiers);
    case Key::Backspace: return backspace(modifiers, modes);
    case Key::Escape: return withAlt("\033", modifiers);
    case Key::Space: return space(modifiers);
    default: break;
    }
    if (key >= Key::Keypad0)
        return keypad(key, modifiers, modes);
    if (key >= Key::F1)
        return functionKey(key, modifiers);
    return navigationKey(key, modifiers, modes.applicationCursorKeys);
}

QByteArray encodeText(QStringView text, Modifiers modifiers, const Modes &modes)
{
    const QList<uint> characters = text.toUcs4();
    const bool hasControl = modifiers.testFlag(Modifier::Control);
    if (characters.size() == 1 && (hasControl || modifiers.testFlag(Modifier::Alt))) {
        const bool lost = hasControl && (text.size() > 1 || controlOf(text[0].unicode()) < 0);
        if (modes.otherKeys >= 2 || (modes.otherKeys == 1 && lost))
            return otherKey(characters.first(), modifiers);
    }
    QByteArray bytes = text.toUtf8();
    if (hasControl && text.size() == 1) {
        const int control = controlOf(text[0].unicode());
        if (control >= 0)
            bytes = QByteArray(1, static_cast<char>(control));
    }
    return bytes.isEmpty() ? bytes : withAlt(bytes, modifiers);
}

} // namespace holdpoint::terminal
