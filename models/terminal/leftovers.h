// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>

namespace holdpoint::terminal {

class Screen;

/// The control sequences that undo what a program left behind when it died: the alternate screen, reports of mouse, focus and
/// keys, a hidden cursor, margins, a look, a character set. To be fed to the screen where a shell is about to draw its prompt.
/// Empty when nothing is off. Bracketed paste is left to the
/// shell's line editor, which may have switched it on already. What was typed, printed and kept stays as it is.
QByteArray leftoversUndone(const Screen &screen);

} // namespace holdpoint::terminal
