// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/emoji.h>

#include <models/terminal/charwidth.h>

#include <QList>

#include <algorithm>

namespace holdpoint::ui {

using terminal::Joining;

namespace {

constexpr char32_t asText = 0xfe0e;
constexpr char32_t asEmoji = emojiSelector.unicode();

} // namespace

// Flags' letters are not wide. Squared ideographs (U+1F200 on) come along: an emoji font lacks most, and the next font has them.
bool isEmoji(char32_t code)
{
    const Joining joining = terminal::joiningOf(code);
    if (joining == Joining::FlagLetter)
        return true;
    const bool isSymbol =
        joining == Joining::Pictograph || joining == Joining::SkinTone || (code >= 0x1f200 && code <= 0x1f265);
    const bool isIdeographic = code >= 0x3000 && code < 0x1f000; // circled ones, and a dash
    return isSymbol && !isIdeographic && terminal::charWidth(code) == 2;
}

bool isEmojiText(QStringView text)
{
    const QList<uint> codes = text.toUcs4();
    if (codes.isEmpty())
        return false;
    const auto asksForEmoji = [](uint code) {
        return code == asEmoji || terminal::joiningOf(code) == Joining::SkinTone;
    };
    if (std::ranges::any_of(codes, asksForEmoji))
        return true;
    return isEmoji(codes.first()) && !codes.contains(asText);
}

} // namespace holdpoint::ui
