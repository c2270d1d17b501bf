// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

namespace holdpoint::ui {

class PictureCell;

/// Box drawing (U+2500 to U+257F): lines of one middle, whatever their weight and whether they are dashed, bent or straight.
void paintBoxCharacter(const PictureCell &cell, char32_t code);

} // namespace holdpoint::ui
