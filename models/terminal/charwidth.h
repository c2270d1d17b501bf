// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

namespace holdpoint::terminal {

/// Columns a character takes: 0 (combining marks, format characters), 1, or 2 (East Asian Wide and Fullwidth, emoji).
///
/// The facts are those of Unicode 14 (EastAsianWidth.txt, general categories Mn, Me and Cf), as hosts' wcwidth() has
/// them: a host that lays text out by other widths would draw its lines in the wrong places.
[[nodiscard]] int charWidth(char32_t code);

} // namespace holdpoint::terminal
