// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QStringView>

namespace holdpoint::ui {

/// Asks for the one before it to be shown as an emoji (VS16).
constexpr QChar emojiSelector(0xfe0f);

/// Whether a character is an emoji by itself: shown as a picture where nothing asks for text (Unicode's Emoji_Presentation).
[[nodiscard]] bool isEmoji(char32_t code);
/// Whether a cell's text is to be shown as an emoji: it begins with one, or a variation selector or a skin tone says so.
[[nodiscard]] bool isEmojiText(QStringView text);

} // namespace holdpoint::ui
