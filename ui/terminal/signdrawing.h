// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

namespace holdpoint::ui {

class PictureCell;

/// Signs of status lines for fonts that lack them: a branch, the letters LN, a padlock and the letters CN (U+E0A0 to U+E0A3).
void paintSign(const PictureCell &cell, char32_t code);

} // namespace holdpoint::ui
