// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QtGlobal>

namespace holdpoint::terminal {

/// A colour as the host names it: the theme's own, one of 256, or red, green and blue.
class Color
{
public:
    enum class Kind : quint8 { Default, Palette, Rgb };

    constexpr Color() = default;
    [[nodiscard]] static constexpr Color palette(int index)
    {
        return Color((1u << 24) | (static_cast<quint32>(index) & 0xffu));
    }
    [[nodiscard]] static constexpr Color rgb(quint32 value) { return Color((2u << 24) | (value & 0xffffffu)); }

    [[nodiscard]] constexpr Kind kind() const { return static_cast<Kind>(m_value >> 24); }
    /// 0 to 255; only for Kind::Palette.
    [[nodiscard]] constexpr int index() const { return static_cast<int>(m_value & 0xffu); }
    /// 0xRRGGBB; only for Kind::Rgb.
    [[nodiscard]] constexpr quint32 rgb() const { return m_value & 0xffffffu; }

    friend constexpr bool operator==(Color, Color) = default;

private:
    explicit constexpr Color(quint32 value) : m_value(value) {}

    quint32 m_value = 0;
};

} // namespace holdpoint::terminal
