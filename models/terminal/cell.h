// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/attributes.h>

namespace holdpoint::terminal {

/// One place of the grid: a character, or a cluster (base and combining marks), and its look.
///
/// Invariants: 16 bytes, so that a row is copied and filled at memory speed. A wide character takes a cell that
/// isWide() and, to its right, a cell that isSpacer(). A blank cell was never written; it shows as a space.
class Cell
{
public:
    constexpr Cell() = default;
    constexpr Cell(char32_t code, const Attributes &look)
        : attributes(look)
        , m_value(code)
    {
    }
    [[nodiscard]] static constexpr Cell cluster(int index, const Attributes &look)
    {
        return Cell(clusterBit | static_cast<quint32>(index), look);
    }
    [[nodiscard]] static constexpr Cell spacer(const Attributes &look) { return Cell(spacerBit, look); }
    /// The empty last column of a row whose wide character did not fit and went to the next row.
    [[nodiscard]] static constexpr Cell filler(const Attributes &look) { return Cell(fillerBit, look); }
    [[nodiscard]] static constexpr Cell blank(Color background)
    {
        Cell cell;
        cell.attributes.background = background;
        return cell;
    }

    [[nodiscard]] constexpr bool isBlank() const { return m_value == 0; }
    [[nodiscard]] constexpr bool isCluster() const { return (m_value & clusterBit) != 0; }
    [[nodiscard]] constexpr bool isWide() const { return (m_value & wideBit) != 0; }
    [[nodiscard]] constexpr bool isSpacer() const { return (m_value & spacerBit) != 0; }
    [[nodiscard]] constexpr bool isFiller() const { return (m_value & fillerBit) != 0; }
    /// One plain character below U+0080, the common case.
    [[nodiscard]] constexpr bool isAscii() const { return m_value < 0x80; }

    /// The character; 0 when blank, spacer, filler or a cluster.
    [[nodiscard]] constexpr char32_t code() const { return isCluster() ? 0 : m_value & codeMask; }
    [[nodiscard]] constexpr int clusterIndex() const { return static_cast<int>(m_value & codeMask); }
    constexpr void setCluster(int index) { m_value = (m_value & wideBit) | clusterBit | static_cast<quint32>(index); }
    constexpr void setWide(bool wide = true) { m_value = wide ? m_value | wideBit : m_value & ~wideBit; }

    friend constexpr bool operator==(const Cell &, const Cell &) = default;

    Attributes attributes;

private:
    static constexpr quint32 codeMask = 0x1fffff;
    static constexpr quint32 fillerBit = 1u << 28;
    static constexpr quint32 spacerBit = 1u << 29;
    static constexpr quint32 wideBit = 1u << 30;
    static constexpr quint32 clusterBit = 1u << 31;

    quint32 m_value = 0;
};
static_assert(sizeof(Cell) == 16);

} // namespace holdpoint::terminal
