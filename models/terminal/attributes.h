// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/color.h>

#include <array>
#include <bit>

namespace holdpoint::terminal {

enum class Underline : quint8 { None, Single, Double, Curly, Dotted, Dashed };

/// How a cell looks (SGR, ECMA-48 8.3.117 and xterm's extensions).
struct Attributes
{
    enum Flag : quint16 {
        Bold = 1 << 0,
        Faint = 1 << 1,
        Italic = 1 << 2,
        Blink = 1 << 3,
        Inverse = 1 << 4,
        Concealed = 1 << 5,
        Struck = 1 << 6,
        Overlined = 1 << 7,
        Protected = 1 << 8, ///< DECSCA: selective erase leaves the cell alone
    };

    Color foreground;
    Color background;
    quint16 flags = 0;      ///< Flag values, and the underline style in the top four bits
    quint16 decoration = 0; ///< index of the link and underline colour, 0 for none; see Screen::decoration()

    [[nodiscard]] constexpr bool has(Flag flag) const { return (flags & flag) != 0; }
    constexpr void set(int mask) { flags = static_cast<quint16>(flags | mask); }
    constexpr void clear(int mask) { flags = static_cast<quint16>(flags & ~mask); }

    [[nodiscard]] constexpr Underline underline() const { return static_cast<Underline>(flags >> 12); }
    constexpr void setUnderline(Underline style)
    {
        flags = static_cast<quint16>((flags & 0x0fff) | (static_cast<int>(style) << 12));
    }

    /// As three words: this is what every row that leaves the screen is compared by, cell for cell.
    friend constexpr bool operator==(const Attributes &one, const Attributes &other)
    {
        using Words = std::array<quint32, 3>;
        return std::bit_cast<Words>(one) == std::bit_cast<Words>(other);
    }
};

} // namespace holdpoint::terminal
