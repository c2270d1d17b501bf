// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/attributes.h>
#include <models/terminal/parser.h>

namespace holdpoint::terminal {

/// What SGR changed: the pen, and the underline's colour, which cells keep apart (see Decoration).
struct Rendition
{
    Attributes pen;
    Color underlineColor;
};

/// Applies `CSI ... m`. Knows 38, 48 and 58 with semicolons and with colons (ISO 8613-6, with and without the colour
/// space), and 4:0 to 4:5.
void applySgr(const ControlSequence &sequence, Rendition *rendition);

/// The parameters that make a pen from a reset one: "0;1;38;5;4".
[[nodiscard]] QByteArray renditionText(const Attributes &pen);

/// What DECRARA reverses for an SGR parameter: flags of Attributes, with the underline's bit; 0 for those it leaves alone.
[[nodiscard]] int reversibleAttribute(int code);

} // namespace holdpoint::terminal
