// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QtGlobal>

namespace holdpoint::terminal {

inline constexpr char32_t replacementCharacter = 0xfffd;

/// Decodes UTF-8 one byte at a time, so that a character split over two reads is still one character.
///
/// Errors: an ill-formed sequence gives one U+FFFD for each maximal subpart (Unicode 15, 3.9, "U+FFFD Substitution").
class Utf8Decoder
{
public:
    enum class Step {
        More,    ///< the byte was taken, the character is not complete
        Done,    ///< the byte completed code()
        Invalid, ///< the byte was taken and is an error by itself
        Broken,  ///< the sequence before the byte is an error; offer the byte again
    };

    [[nodiscard]] Step feed(quint8 byte);
    [[nodiscard]] char32_t code() const { return m_code; }
    [[nodiscard]] bool isInside() const { return m_missing > 0; }
    void reset() { m_missing = 0; }

    /// Decodes one whole, valid character of 2 to 4 bytes; gives its length, or 0 to say "feed it byte by byte".
    [[nodiscard]] static int decodeWhole(const quint8 *at, const quint8 *end, char32_t *code);

private:
    [[nodiscard]] Step feedFirst(quint8 byte);

    char32_t m_code = 0;
    int m_missing = 0;
    quint8 m_lowest = 0x80; // bounds of the next byte: they keep overlong forms and surrogates out
    quint8 m_highest = 0xbf;
};

} // namespace holdpoint::terminal
