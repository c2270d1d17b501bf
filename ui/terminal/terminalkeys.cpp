// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/terminalkeys.h>

#include <models/terminal/keystroke.h>

#include <QCoreApplication>
#include <QHash>
#include <QKeyEvent>

#include <optional>

namespace holdpoint::ui {

namespace {

using terminal::Key;

constexpr auto chord = Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;

bool isZoomKey(int key)
{
    return key == Qt::Key_Plus || key == Qt::Key_Equal || key == Qt::Key_Minus || key == Qt::Key_0;
}

// On layouts where digits need Shift, Ctrl+0 arrives as another character: X11's scan code of the 0 key is 19.
bool isPhysicalZero(const QKeyEvent &event) { return event.nativeScanCode() == 19; }

std::optional<Key> namedKey(int key)
{
    static const QHash<int, Key> keys{
        {Qt::Key_Return, Key::Enter},       {Qt::Key_Enter, Key::Enter},     {Qt::Key_Tab, Key::Tab},
        {Qt::Key_Backtab, Key::Tab},        {Qt::Key_Backspace, Key::Backspace}, {Qt::Key_Escape, Key::Escape},
        {Qt::Key_Space, Key::Space},        {Qt::Key_Up, Key::Up},           {Qt::Key_Down, Key::Down},
        {Qt::Key_Right, Key::Right},        {Qt::Key_Left, Key::Left},       {Qt::Key_Home, Key::Home},
        {Qt::Key_End, Key::End},            {Qt::Key_PageUp, Key::PageUp},   {Qt::Key_PageDown, Key::PageDown},
        {Qt::Key_Insert, Key::Insert},      {Qt::Key_Delete, Key::Delete},   {Qt::Key_Clear, Key::Begin},
        {Qt::Key_F1, Key::F1},              {Qt::Key_F2, Key::F2},           {Qt::Key_F3, Key::F3},
        {Qt::Key_F4, Key::F4},              {Qt::Key_F5, Key::F5},           {Qt::Key_F6, Key::F6},
        {Qt::Key_F7, Key::F7},              {Qt::Key_F8, Key::F8},           {Qt::Key_F9, Key::F9},
        {Qt::Key_F10, Key::F10},            {Qt::Key_F11, Key::F11},         {Qt::Key_F12, Key::F12},
    };
    const auto found = keys.constFind(key);
    return found == keys.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<Key> keypadKey(int key)
{
    if (key >= Qt::Key_0 && key <= Qt::Key_9)
        return static_cast<Key>(static_cast<int>(Key::Keypad0) + key - Qt::Key_0);
    switch (key) {
    case Qt::Key_Enter:
        return Key::KeypadEnter;
    case Qt::Key_Plus:
        return Key::KeypadPlus;
    case Qt::Key_Minus:
        return Key::KeypadMinus;
    case Qt::Key_Asterisk:
        return Key::KeypadMultiply;
    case Qt::Key_Slash:
        return Key::KeypadDivide;
    case Qt::Key_Period:
        return Key::KeypadDecimal;
    default:
        return std::nullopt;
    }
}

// With Control the event's text is the control character or nothing: the key itself says what was meant.
QString meantText(const QKeyEvent &event)
{
    const bool ascii = event.key() > Qt::Key_Space && event.key() <= Qt::Key_AsciiTilde;
    if (event.modifiers().testFlag(Qt::ControlModifier) && ascii) {
        const QChar character(static_cast<char16_t>(event.key()));
        return QString(character.toLower());
    }
    return event.text();
}

/// As with xterm's resource numLock: a keypad that types is not the one that programs have other codes for. Its digits type
/// only while NumLock is on; of Enter and the signs, which always do, the window system tells it.
bool typesFromKeypad(const QKeyEvent &event)
{
    constexpr quint32 numLock = 0x10; // Mod2, of X11 and of Wayland
    const bool isOfKeyboard = event.nativeScanCode() != 0;
    const bool isDigit = event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9;
    const bool isOff = isOfKeyboard && !isDigit && (event.nativeModifiers() & numLock) == 0;
    return !event.text().isEmpty() && !isOff;
}

/// The event in the words of kitty's protocol.
terminal::KeyStroke strokeOf(const QKeyEvent &event)
{
    using Event = terminal::KeyStroke::Event;
    terminal::KeyStroke stroke;
    stroke.event = event.type() == QEvent::KeyRelease ? Event::Release : event.isAutoRepeat() ? Event::Repeat : Event::Press;
    stroke.modifiers = terminalModifiers(event.modifiers());
    stroke.isKeypad = event.modifiers().testFlag(Qt::KeypadModifier);
    stroke.text = event.text();
    stroke.key = stroke.isKeypad ? keypadKey(event.key()) : std::nullopt;
    if (!stroke.key)
        stroke.key = namedKey(event.key());
    if (event.key() == Qt::Key_Backtab)
        stroke.modifiers |= terminal::Modifier::Shift;
    const auto code = static_cast<char32_t>(event.key());
    const bool isCharacter = event.key() < Qt::Key_Escape && QChar::isPrint(code); // named keys begin with Escape
    if (stroke.key || !isCharacter || event.modifiers().testFlag(Qt::MetaModifier))
        return stroke;
    stroke.character = QChar::toLower(code);
    if (event.modifiers().testFlag(Qt::GroupSwitchModifier)) {
        stroke.modifiers = {};
    } else if (stroke.character != code) {
        stroke.shifted = code;
    } else if (QChar::category(code) != QChar::Letter_Other) { // a sign: which key it is on is not known
        stroke.modifiers.setFlag(terminal::Modifier::Shift, false);
    }
    return stroke;
}

} // namespace

terminal::Modifiers terminalModifiers(Qt::KeyboardModifiers modifiers)
{
    terminal::Modifiers result;
    result.setFlag(terminal::Modifier::Shift, modifiers.testFlag(Qt::ShiftModifier));
    result.setFlag(terminal::Modifier::Alt, modifiers.testFlag(Qt::AltModifier));
    result.setFlag(terminal::Modifier::Control, modifiers.testFlag(Qt::ControlModifier));
    return result;
}

bool isWindowKey(QKeyCombination keys)
{
    const auto modifiers = keys.keyboardModifiers() & chord;
    const int key = keys.key();
    // Control characters whose sign stands on Shift: ^^, ^_ and ^@.
    const bool isControlSign = key == Qt::Key_AsciiCircum || key == Qt::Key_Underscore || key == Qt::Key_At;
    if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier))
        return !isControlSign;
    if (modifiers == Qt::ControlModifier) {
        return key == Qt::Key_PageUp || key == Qt::Key_PageDown || key == Qt::Key_Tab || key == Qt::Key_Insert
            || isZoomKey(key);
    }
    if (modifiers == Qt::ShiftModifier)
        return key == Qt::Key_PageUp || key == Qt::Key_PageDown || key == Qt::Key_Insert;
    return modifiers == Qt::NoModifier && key == Qt::Key_F11;
}

bool isWindowKey(const QKeyEvent &event)
{
    return isWindowKey(event.keyCombination())
        || ((event.modifiers() & chord) == Qt::ControlModifier && isPhysicalZero(event));
}

bool isAllKeysKey(const QKeyEvent &event)
{
    return QKeyCombination(event.modifiers() & chord, Qt::Key(event.key())) == allKeysKey;
}

bool isHistoryKey(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & chord;
    return (event.key() == Qt::Key_PageUp || event.key() == Qt::Key_PageDown)
           && (modifiers == Qt::ControlModifier || modifiers == Qt::ShiftModifier);
}

QList<std::pair<QString, QString>> terminalOwnKeys()
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("TerminalKeys", text); };
    return {
        {QStringLiteral("Ctrl+Shift+C, Ctrl+Ins"), tr("Copy the selected text")},
        {QStringLiteral("Ctrl+Shift+V"), tr("Paste")},
        {QStringLiteral("Shift+Ins"), tr("Paste what was selected last")},
        {QStringLiteral("Shift+PgUp, Shift+PgDown"), tr("Scroll through the history; a program that fills the screen gets them, and Ctrl with them")},
        {QStringLiteral("Ctrl++, Ctrl+-, Ctrl+0"), tr("Larger or smaller text, and back")},
        {QStringLiteral("Menu"), tr("Menu of the terminal; its link is the last one before the cursor")},
        {tr("Ctrl and a click"), tr("Open a link, or an address in the text")},
        {tr("Shift with the mouse"), tr("Select, or open the menu, while a program takes the mouse")},
        {tr("Alt, or Ctrl+Alt, while dragging"), tr("Select a block")},
    };
}

TerminalAction terminalAction(const QKeyEvent &event)
{
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    switch (event.key()) {
    case Qt::Key_C:
        return control && shift ? TerminalAction::Copy : TerminalAction::None;
    case Qt::Key_V:
        return control && shift ? TerminalAction::PasteClipboard : TerminalAction::None;
    case Qt::Key_Insert:
        return control ? (shift ? TerminalAction::None : TerminalAction::Copy) : TerminalAction::PastePrimary;
    case Qt::Key_PageUp:
        return control ? TerminalAction::None : TerminalAction::ScrollPageUp;
    case Qt::Key_PageDown:
        return control ? TerminalAction::None : TerminalAction::ScrollPageDown;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return TerminalAction::ZoomIn;
    case Qt::Key_Minus:
        return TerminalAction::ZoomOut;
    case Qt::Key_0:
        return shift ? TerminalAction::None : TerminalAction::ZoomReset;
    default:
        return isPhysicalZero(event) && !shift ? TerminalAction::ZoomReset : TerminalAction::None;
    }
}

QByteArray bytesForKey(const QKeyEvent &event, const terminal::Modes &modes)
{
    if (modes.keyFlags != 0) {
        if (const std::optional<QByteArray> bytes = terminal::encodeStroke(strokeOf(event), modes))
            return *bytes;
    }
    if (event.type() == QEvent::KeyRelease)
        return {};
    terminal::Modifiers modifiers = terminalModifiers(event.modifiers());
    if (event.modifiers().testFlag(Qt::KeypadModifier)) {
        if (const std::optional<Key> key = keypadKey(event.key())) {
            terminal::Modes typing = modes;
            typing.applicationKeypad = modes.applicationKeypad && !typesFromKeypad(event);
            return terminal::encodeKey(*key, modifiers, typing);
        }
    }
    if (event.key() == Qt::Key_Backtab)
        modifiers |= terminal::Modifier::Shift;
    if (const std::optional<Key> key = namedKey(event.key()))
        return terminal::encodeKey(*key, modifiers, modes);
    const QString text = meantText(event);
    if (text.isEmpty() || event.modifiers().testFlag(Qt::MetaModifier))
        return {};
    // AltGr gives its own characters, and some layouts report it as Ctrl+Alt: then they are text.
    const bool isComposed = event.modifiers().testFlag(Qt::GroupSwitchModifier);
    return terminal::encodeText(text, isComposed ? terminal::Modifiers{} : modifiers, modes);
}

} // namespace holdpoint::ui
