// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/utf8.h>

namespace holdpoint::terminal {

Utf8Decoder::Step Utf8Decoder::feedFirst(quint8 byte)
{
    m_lowest = 0x80;
    m_highest = 0xbf;
    if (byte < 0x80) {
        m_code = byte;
        return Step::Done;
    }
    if (byte >= 0xc2 && byte <= 0xdf) {
        m_code = byte & 0x1fu;
        m_missing = 1;
    } else if ((byte & 0xf0) == 0xe0) {
        m_code = byte & 0x0fu;
        m_missing = 2;
        m_lowest = byte == 0xe0 ? 0xa0 : 0x80;
        m_highest = byte == 0xed ? 0x9f : 0xbf;
    } else if (byte >= 0xf0 && byte <= 0xf4) {
        m_code = byte & 0x07u;
        m_missing = 3;
        m_lowest = byte == 0xf0 ? 0x90 : 0x80;
        m_highest = byte == 0xf4 ? 0x8f : 0xbf;
    } else {
        return Step::Invalid;
    }
    return Step::More;
}

Utf8Decoder::Step Utf8Decoder::feed(quint8 byte)
{
    if (m_missing == 0)
        return feedFirst(byte);
    if (byte < m_lowest || byte > m_highest) {
        m_missing = 0;
        return Step::Broken;
    }
    m_lowest = 0x80;
    m_highest = 0xbf;
    m_code = (m_code << 6) | (byte & 0x3fu);
    return --m_missing == 0 ? Step::Done : Step::More;
}

int Utf8Decoder::decodeWhole(const quint8 *at, const quint8 *end, char32_t *code)
{
    const auto continues = [at](int index) { return (at[index] & 0xc0) == 0x80; };
    const quint8 first = at[0];
    if (first < 0xc2)
        return 0;
    if (first < 0xe0) {
        if (end - at < 2 || !continues(1))
            return 0;
        *code = ((first & 0x1fu) << 6) | (at[1] & 0x3fu);
        return 2;
    }
    if (first < 0xf0) {
        if (end - at < 3 || !continues(1) || !continues(2))
            return 0;
        *code = ((first & 0x0fu) << 12) | ((at[1] & 0x3fu) << 6) | (at[2] & 0x3fu);
        return *code >= 0x800 && (*code < 0xd800 || *code > 0xdfff) ? 3 : 0;
    }
    if (end - at < 4 || !continues(1) || !continues(2) || !continues(3))
        return 0;
    *code = ((first & 0x07u) << 18) | ((at[1] & 0x3fu) << 12) | ((at[2] & 0x3fu) << 6) | (at[3] & 0x3fu);
    return first <= 0xf4 && *code >= 0x10000 && *code <= 0x10ffff ? 4 : 0;
}

} // namespace holdpoint::terminal
