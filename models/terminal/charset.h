// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <array>
#include <cstddef>

namespace holdpoint::terminal {

enum class Charset : unsigned char { Ascii, British, DecGraphics };

/// The four designated sets G0 to G3 and which of them is in use (ISO 2022, as far as hosts still use it).
struct Charsets
{
    std::array<Charset, 4> designated{};
    std::size_t inUse = 0;
    std::size_t once = 0; ///< by a single shift, for one character; 0 for none

    [[nodiscard]] bool isPlain() const { return once == 0 && isAscii(); }
    /// From the next character but one on at the latest.
    [[nodiscard]] bool isAscii() const { return designated[inUse] == Charset::Ascii; }
    [[nodiscard]] char32_t take(char ascii);
};

} // namespace holdpoint::terminal
