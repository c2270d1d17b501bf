// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>

namespace holdpoint::terminal {

/// The colours that a host has set in place of the theme's (OSC 4, 5 and 10 to 19; xterm's ctlseqs).
///
/// Invariants: a fixed size, whatever a host sends. What is read from a specification is three numbers, never its text.
class Palette
{
public:
    /// Colours with a use of their own; the value is the number of their OSC.
    enum Dynamic { Foreground = 10, Background = 11, Cursor = 12 };
    static constexpr int indexed = 256;
    static constexpr int special = 5; ///< bold, underline, blink, reverse, italic: kept, and not painted with
    static constexpr int firstDynamic = 10;
    static constexpr int dynamic = 10;

    /// 0xRRGGBB; nothing where the theme's own is in force. Indexed colours come first, then the special ones.
    [[nodiscard]] std::optional<quint32> color(int index) const;
    [[nodiscard]] std::optional<quint32> dynamicColor(int number) const;
    /// False when nothing changes.
    bool set(int index, std::optional<quint32> rgb);
    bool setDynamic(int number, std::optional<quint32> rgb);
    void reset() { *this = {}; }
    [[nodiscard]] bool isEmpty() const { return m_changed == 0; }

    /// `rgb:h/h/h` to `rgb:hhhh/hhhh/hhhh`, `#rgb` to `#rrrrggggbbbb` (X(7), COLOR NAMES).
    [[nodiscard]] static std::optional<quint32> parse(QByteArrayView text);
    /// "rgb:rrrr/gggg/bbbb".
    [[nodiscard]] static QByteArray text(quint32 rgb);

private:
    bool change(std::optional<quint32> &place, std::optional<quint32> rgb);

    std::array<std::optional<quint32>, indexed + special> m_colors;
    std::array<std::optional<quint32>, dynamic> m_dynamic;
    int m_changed = 0; ///< how many have a value
};

} // namespace holdpoint::terminal
