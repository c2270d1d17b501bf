// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QtGlobal>

namespace holdpoint::terminal {

/// The two colours a window paints a terminal in, 0xRRGGBB: what a host is told that asks whether the screen is dark.
struct Theme
{
    quint32 foreground = 0x000000;
    quint32 background = 0xffffff;
};

} // namespace holdpoint::terminal
