// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

namespace holdpoint::ui {

class PictureCell;

/// Whether a character is a piece of a picture and not text to be read: box drawing and blocks (U+2500 to U+259F), Braille
/// (U+2800 to U+28FF), separators of status lines (U+E0B0 to U+E0BF), mosaics (U+1FB00 to U+1FBFF).
[[nodiscard]] constexpr bool isPicture(char32_t code)
{
    return (code >= 0x2500 && code <= 0x259f) || (code >= 0x2800 && code <= 0x28ff)
           || (code >= 0xe0b0 && code <= 0xe0bf) || (code >= 0x1fb00 && code <= 0x1fbff);
}

/// Whether paintPicture() draws it: what must join without gaps. A font's own glyphs leave seams between cells.
[[nodiscard]] constexpr bool isDrawn(char32_t code)
{
    return (code >= 0x2500 && code <= 0x259f) || (code >= 0xe0b0 && code <= 0xe0bf)
           || (code >= 0x1fb00 && code <= 0x1fbaf && code != 0x1fb93);
}

/// Whether paintPicture() draws it where a font lacks it: signs of status lines (U+E0A0 to U+E0A3).
[[nodiscard]] constexpr bool isDrawnWhereMissing(char32_t code) { return code >= 0xe0a0 && code <= 0xe0a3; }

/// Draws a character that isDrawn(), or isDrawnWhereMissing(). What joins a neighbour may go a little over the cell's sides.
void paintPicture(const PictureCell &cell, char32_t code);

} // namespace holdpoint::ui
