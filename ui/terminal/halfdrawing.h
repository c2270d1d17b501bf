// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

namespace holdpoint::ui {

class PictureCell;

/// Of the symbols for legacy computing those that a cell's halves are made of: shaded, as triangles, and cut by lines from the
/// middle of one side to the middle of the next, and the line with a stroke through it (U+1FB8C to U+1FBAF without the
/// patterns of paintFill()).
void paintHalves(const PictureCell &cell, char32_t code);

} // namespace holdpoint::ui
