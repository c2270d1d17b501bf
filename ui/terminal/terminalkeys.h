// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/keyboard.h>

#include <QByteArray>
#include <QKeyCombination>
#include <QList>
#include <QString>

class QKeyEvent;

namespace holdpoint::ui {

/// What the view itself does on a key that it does not send to the shell.
enum class TerminalAction {
    None,
    Copy,
    PasteClipboard,
    PastePrimary,
    ScrollPageUp,
    ScrollPageDown,
    ZoomIn,
    ZoomOut,
    ZoomReset,
};

/// Whether the key belongs to the window while a terminal has the focus: Ctrl+Shift with anything, Ctrl+PageUp and
/// PageDown, Ctrl+Tab, zoom, Shift+PageUp and PageDown, Shift+Insert and Ctrl+Insert, F11. Every other key is the
/// shell's.
[[nodiscard]] bool isWindowKey(QKeyCombination keys);
[[nodiscard]] bool isWindowKey(const QKeyEvent &event);
/// What ends that all keys go to the shell: the one key that never does.
constexpr QKeyCombination allKeysKey = Qt::ControlModifier | Qt::ShiftModifier | Qt::Key_F11;
[[nodiscard]] bool isAllKeysKey(const QKeyEvent &event);
/// Whether the window's use of the key is the history, which a program that fills the screen has none of: it gets the key.
[[nodiscard]] bool isHistoryKey(const QKeyEvent &event);
/// The keys that a terminal acts on itself, in words, and what they do.
[[nodiscard]] QList<std::pair<QString, QString>> terminalOwnKeys();
/// What a window key does in the terminal when no shortcut of the window took it.
[[nodiscard]] TerminalAction terminalAction(const QKeyEvent &event);
/// The bytes for the shell; none for a modifier alone or a dead key, and none for a key let go that no program asked about.
[[nodiscard]] QByteArray bytesForKey(const QKeyEvent &event, const terminal::Modes &modes);
[[nodiscard]] terminal::Modifiers terminalModifiers(Qt::KeyboardModifiers modifiers);

} // namespace holdpoint::ui
