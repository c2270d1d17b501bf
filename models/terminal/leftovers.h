// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>

namespace holdpoint::terminal {

class Screen;

/// Undoes what a program left behind when it died: the alternate screen, reports of mouse, focus and keys, a hidden cursor,
/// margins, a look, a character set. For a screen where a shell is about to draw its prompt. Gives the control sequences that
/// did it; empty when nothing was off. Bracketed paste is left to the shell's line editor, which may have switched it on already.
/// What was typed, printed and kept stays as it is, and so does the cursor.
QByteArray undoLeftovers(Screen &screen);

} // namespace holdpoint::terminal
