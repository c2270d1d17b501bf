// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

namespace holdpoint::ui {

class PictureCell;

/// The separators between the parts of a status line, as Powerline's fonts have them (U+E0B0 to U+E0BF): arrows, half circles
/// and slants, each filled and as a line.
void paintSeparator(const PictureCell &cell, char32_t code);

} // namespace holdpoint::ui
