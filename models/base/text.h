// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>

namespace holdpoint {

/// As it is written: QString::fromUtf8() drops a byte order mark in front, and two texts would read as one.
QString textFrom(QByteArrayView utf8);

/// Text from outside made safe to show on one line of a log, dialog or report: control characters, bidi controls and
/// zero-width characters appear as U+XXXX in brackets; line feeds and tabs too.
QString visibleControls(const QString &text);

/// The same, but line feeds and tabs stay.
QString visibleControlsKeepingLines(const QString &text);

/// Whether the character steers direction, joins or hides (CVE-2021-42574): bidi controls, zero-width, line separators.
bool isInvisibleControl(char32_t character);

/// Whether it shows nothing and is no control: a filler, a grapheme joiner, a variation selector, a blank of a script.
bool isBlankLetter(char32_t character);

/// At most `length` characters, the last one an ellipsis when something was cut.
QString elided(const QString &text, qsizetype length);

} // namespace holdpoint
