// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/attributes.h>
#include <models/terminal/palette.h>
#include <models/terminal/theme.h>

#include <QRgb>

#include <array>

namespace holdpoint::ui {

/// The colours a terminal is painted in, and how a cell's attributes become two of them.
///
/// Invariants: text that is meant to be read has at least minimumContrast against its background (WCAG 2.1 contrast
/// ratio; 4.5 is what EN 301 549 asks for), whatever colours the host chose. What makes a picture keeps the host's colours:
/// two pixels of a sky may be near each other, or the same.
struct TerminalColors
{
    struct Pair
    {
        QRgb text;
        QRgb background;
        QRgb picture; ///< for the characters that isPicture()
    };

    QRgb foreground = 0;
    QRgb background = 0;
    QRgb cursor = 0;
    QRgb selection = 0;
    QRgb match = 0;        ///< background of what a search found
    QRgb currentMatch = 0;
    std::array<QRgb, 256> palette{}; ///< the eight colours, their bright forms, a cube and greys (xterm's 256 colours)
    double minimumContrast = 4.5;

    [[nodiscard]] static TerminalColors light();
    [[nodiscard]] static TerminalColors dark();

    /// With what a host has set in place of the theme's.
    [[nodiscard]] TerminalColors with(const terminal::Palette &host) const;
    [[nodiscard]] terminal::Theme theme() const { return {foreground & 0xffffff, background & 0xffffff}; }

    [[nodiscard]] QRgb foregroundOf(terminal::Color color) const;
    [[nodiscard]] QRgb backgroundOf(terminal::Color color) const;
    /// `reversed`: the whole screen is (DECSCNM).
    [[nodiscard]] Pair resolve(const terminal::Attributes &attributes, bool reversed) const;
};

/// WCAG 2.1: 1 to 21.
[[nodiscard]] double contrastRatio(QRgb one, QRgb other);
/// The text colour moved towards black or white until it can be read on the background.
[[nodiscard]] QRgb readable(QRgb text, QRgb background, double minimumContrast);

} // namespace holdpoint::ui
