// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>

namespace holdpoint::ui::testing {

/// A TrueType font of the family "Noto Color Emoji" with a few emoji in it, each a filled square; a thumb with a skin tone, the
/// flag of Germany and the family of a man, a woman, a girl and a boy are one glyph each (GSUB ligatures), as in a real one.
[[nodiscard]] QByteArray emojiFont();

} // namespace holdpoint::ui::testing
