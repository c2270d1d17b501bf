// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QtGlobal>

namespace holdpoint {

/// Whether a terminal shows nothing for this byte, so that what stands before and after it may belong together. A tab
/// takes up room.
constexpr bool isSkippedControl(char byte) { return (quint8(byte) < 0x20 && byte != '\t') || byte == '\x7f'; }

/// Tells the text of a terminal's stream from its escape sequences (ECMA-48) and control characters, byte by byte.
class EscapeScan
{
public:
    enum class Kind {
        Text,
        Skipped,
        Boundary ///< in a shell mark (OSC 133): what stands before and after it is not one text
    };

    Kind next(char character)
    {
        return m_state == State::Text && !isSkippedControl(character) ? Kind::Text : nextSkipped(quint8(character));
    }

private:
    enum class State { Text, Escape, Intermediate, Sequence, Command, OtherString };

    Kind nextSkipped(quint8 byte);
    Kind afterEscape(quint8 byte);
    Kind inCommand(quint8 byte);

    State m_state = State::Text;
    int m_markLength = 0; ///< how much of "133;" the command string has begun with; -1: with something else
};

} // namespace holdpoint
