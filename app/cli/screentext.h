// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/position.h>
#include <models/terminal/screen.h>

#include <QString>

namespace holdpoint::cli {

/// A screen's text in the order in which it leaves the screen: each line once, however it was drawn, and whatever the screen's
/// size became meanwhile. Borrows the screen.
class ScreenText
{
public:
    explicit ScreenText(terminal::Screen &screen)
        : m_screen(screen)
    {
    }

    /// From here on: what is above the cursor now is passed over.
    void skip();
    /// The lines that have left the screen since the last call.
    QString take();
    void resize(int columns, int rows);
    /// take(), and what is still on the screen, without the empty rows below.
    QString takeAll();

private:
    QString linesUpTo(qint64 end);

    terminal::Screen &m_screen;
    terminal::Position m_next; ///< the first place not taken; lines count from the start, dropped ones included
};

} // namespace holdpoint::cli
