// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QStringView>

#include <utility>

namespace holdpoint::terminal {
class Screen;
struct Line;
} // namespace holdpoint::terminal

namespace holdpoint::ui {

/// Asks for the one before it to be shown as an emoji (VS16).
constexpr QChar emojiSelector(0xfe0f);

/// Whether a character is an emoji by itself: shown as a picture where nothing asks for text (Unicode's Emoji_Presentation).
[[nodiscard]] bool isEmoji(char32_t code);
/// Whether a character is one, or becomes one with a skin tone behind it (Emoji_Modifier_Base).
[[nodiscard]] bool mayBecomeEmoji(char32_t code);
/// Whether a cell's text is to be shown as an emoji: it begins with one, or a variation selector says so.
[[nodiscard]] bool isEmojiText(QStringView text);

/// The column behind the emoji whose first cell is at `column`, `end` at most: two letters of a flag, a skin tone behind a person,
/// what joiners link (UTS 51) are one. The host has given each part its own cells; only what is painted over them is one.
[[nodiscard]] int emojiEnd(const terminal::Screen &screen, const terminal::Line &line, int column, int end);
/// The columns [begin, end) of all that may be one with the cell: whole emoji, and several flags that follow each other.
[[nodiscard]] std::pair<int, int> joinedAround(const terminal::Screen &screen, const terminal::Line &line, int column);

} // namespace holdpoint::ui
