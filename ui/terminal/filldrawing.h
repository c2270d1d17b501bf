// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

namespace holdpoint::ui {

class PictureCell;

/// Patterns that go on through neighbours: checkers, stripes and slanted lines (U+1FB95 to U+1FB99).
void paintFill(const PictureCell &cell, char32_t code);

} // namespace holdpoint::ui
