// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QtGlobal>

namespace holdpoint::terminal {

/// Columns a character takes by itself: 0 (combining marks, format characters), 1, or 2 (East Asian Wide and Fullwidth, emoji).
///
/// The facts are those of Unicode 17 (EastAsianWidth.txt, general categories Mn, Me and Cf, Default_Ignorable_Code_Point).
[[nodiscard]] int charWidth(char32_t code);

/// What a character does to the one before it, by the rules for grapheme clusters of UAX #29.
enum class Joining : quint8 {
    Never,
    Mark,   ///< joins whatever is before it (GB9, GB9a)
    Linker, ///< the same, and the consonant behind it joins too (GB9c)
    Consonant,
    Pictograph, ///< joins another one behind a zero width joiner (GB11)
    SkinTone,   ///< joins a pictograph
    FlagLetter, ///< two of them are one flag (GB12)
};
[[nodiscard]] Joining joiningOf(char32_t code);

/// Both, in one look.
struct CharTraits
{
    int width = 1;
    Joining joining = Joining::Never;
};
[[nodiscard]] CharTraits traitsOf(char32_t code);

/// Whether a variation selector shows it as text or as an emoji (emoji-variation-sequences.txt).
[[nodiscard]] bool hasTwoLooks(char32_t code);

} // namespace holdpoint::terminal
