// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>

#include <optional>

namespace holdpoint::terminal {

/// One OSC 133 mark of a shell (FinalTerm's semantic prompts): `ESC ] 133 ; A|B|C|D [; exit] [; key=value ...] ST`.
///
/// Any output can print a mark. Only one that carries the nonce of the command under way means anything, and even
/// that is a hint, not proof.
struct ShellMark
{
    enum class Kind {
        PromptStart,  ///< A
        PromptEnd,    ///< B: what follows is typed
        CommandStart, ///< C: what follows is output
        CommandEnd,   ///< D
    };

    Kind kind = Kind::PromptStart;
    std::optional<int> exitStatus; ///< only of CommandEnd, when it is a number
    QByteArray nonce;              ///< of the parameter hp=..., empty when there is none

    friend bool operator==(const ShellMark &, const ShellMark &) = default;
};

/// The mark in what follows `133;`.
[[nodiscard]] std::optional<ShellMark> parseShellMark(QByteArrayView text);

} // namespace holdpoint::terminal
