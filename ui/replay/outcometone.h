// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/timeline/timeline.h>
#include <ui/common/theme.h>

namespace holdpoint::ui {

/// The colour of a bar or a mark; the words beside it say the same.
inline QColor outcomeColour(timeline::Outcome outcome, const QPalette &palette)
{
    switch (outcome) {
    case timeline::Outcome::Good: return toneColours(Tone::Success, palette).text;
    case timeline::Outcome::Warning: return toneColours(Tone::Warning, palette).text;
    case timeline::Outcome::Bad: return toneColours(Tone::Danger, palette).text;
    case timeline::Outcome::Open: return toneColours(Tone::Info, palette).text;
    case timeline::Outcome::Plain: break;
    }
    return palette.color(QPalette::PlaceholderText);
}

} // namespace holdpoint::ui
