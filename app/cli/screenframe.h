// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/screen.h>

#include <QByteArray>
#include <QList>

namespace holdpoint::cli {

/// Draws a screen of ours on a person's terminal, as far as it fits, row by row where something changed.
///
/// What the recorded host sent never reaches that terminal. Our own engine has read it; what goes out is made here from the
/// cells: printable characters, places of the cursor (CUP), and looks and colours (SGR). No title, no link, no clipboard, no
/// mode, no question that a terminal would answer.
class ScreenFrame
{
public:
    /// The bytes that bring the terminal, of so many columns and rows, from the frame before to this screen. Its last row is left
    /// for a line of status.
    QByteArray changes(const terminal::Screen &screen, int columns, int rows);
    /// The terminal shows something else now: the next frame is drawn whole.
    void forget() { m_shown.clear(); }

private:
    QList<QByteArray> m_shown; ///< as drawn last
};

/// Foreign text on one row of a terminal, cut to its columns: printable characters only.
QByteArray statusRow(const QString &text, int columns);

} // namespace holdpoint::cli
