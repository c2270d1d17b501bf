// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QRect>

class QPainter;

namespace holdpoint::ui {

/// Draws the characters that must join without gaps: box drawing (U+2500 to U+257F) and block elements (U+2580 to
/// U+259F). A font's own glyphs leave seams between cells.
///
/// False when the character is not one of those we draw; then the font does.
[[nodiscard]] bool paintBoxCharacter(QPainter &painter, const QRect &cell, char32_t code, int lineWidth);

} // namespace holdpoint::ui
