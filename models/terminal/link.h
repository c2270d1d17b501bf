// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/search.h>

#include <QByteArray>

#include <optional>

namespace holdpoint::terminal {

/// A link in the text: where it stands and where it leads.
struct Link
{
    Match place;
    QByteArray target; ///< as a host gave it (OSC 8), or percent-encoded where it stands as text
};

/// The link that a place belongs to: the host's own (OSC 8), else a web address (http or https) that stands there as text, also
/// over the rows that a long line wraps into. What closes the sentence or the bracket around an address is no part of it, nor is
/// anything that cannot be seen.
///
/// Looks a few thousand characters around the place and no further, however long the line is: an address longer than that is
/// none. Not here: whether a target may be opened.
[[nodiscard]] std::optional<Link> linkAt(const Screen &screen, Position at);

} // namespace holdpoint::terminal
