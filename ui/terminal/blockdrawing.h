// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

namespace holdpoint::ui {

class PictureCell;

/// What pictures are tiled with: block elements (U+2580 to U+259F), and the sixths, wedges and eighths of symbols for legacy
/// computing (U+1FB00 to U+1FB8B).
void paintBlock(const PictureCell &cell, char32_t code);

} // namespace holdpoint::ui
