// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QtGlobal>

#include <compare>

namespace holdpoint::terminal {

/// A place in the scrollback and the screen together: line 0 is the oldest kept, columns count from 0.
struct Position
{
    qint64 line = 0;
    int column = 0;

    friend auto operator<=>(const Position &, const Position &) = default;
};

/// How two positions span text.
enum class SelectionShape {
    Stream, ///< from one place to the other, along the lines
    Block,  ///< the rectangle between them
};

} // namespace holdpoint::terminal
