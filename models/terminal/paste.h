// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/modes.h>

#include <QByteArray>
#include <QString>

namespace holdpoint::terminal {

/// What a paste guard has to know of a text before it goes to a shell.
struct PasteFindings
{
    QString cleanText;            ///< what may be sent: see inspectPaste()
    int lines = 0;                ///< a line feed at the very end begins no further line
    bool isMultiLine = false;
    bool isLong = false;          ///< more than 1 KiB
    bool hadControls = false;     ///< control characters were removed
    bool hasInvisible = false;    ///< characters are in it that show nothing, or turn text around

    /// Whether a person should look at it first.
    [[nodiscard]] bool needsConfirmation() const { return isMultiLine || isLong || hadControls || hasInvisible; }
};

/// Cleans a text for a terminal: line ends become LF, every other C0 and C1 control but TAB goes, and with the
/// escapes goes any end of a bracketed paste (ESC [ 201 ~) that would let the rest run.
[[nodiscard]] PasteFindings inspectPaste(const QString &text);

/// A cleaned text as a person is to see it: what shows nothing, or turns text around, is U+XXXX in brackets.
[[nodiscard]] QString shownPaste(const QString &cleanText);

/// The bytes of a cleaned text: lines end with CR as the Enter key sends it, bracketed when the host asked for it.
[[nodiscard]] QByteArray encodePaste(const QString &cleanText, const Modes &modes);

} // namespace holdpoint::terminal
