// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/charset.h>

#include <string_view>
#include <utility>

namespace holdpoint::terminal {

namespace {

// DEC Special Graphics, 0x5f to 0x7e (VT100 user guide, table 3-9).
constexpr std::u32string_view decGraphics = U"\u00a0\u25c6\u2592\u2409\u240c\u240d\u240a\u00b0\u00b1\u2424\u240b"
                                            U"\u2518\u2510\u250c\u2514\u253c\u23ba\u23bb\u2500\u23bc\u23bd\u251c"
                                            U"\u2524\u2534\u252c\u2502\u2264\u2265\u03c0\u2260\u00a3\u00b7";

} // namespace

char32_t Charsets::take(char ascii)
{
    const std::size_t slot = once != 0 ? std::exchange(once, 0) : inUse;
    const auto code = static_cast<char32_t>(ascii);
    if (designated[slot] == Charset::British && code == '#')
        return 0xa3;
    if (designated[slot] == Charset::DecGraphics && code >= 0x5f)
        return decGraphics[code - 0x5f];
    return code;
}

} // namespace holdpoint::terminal
