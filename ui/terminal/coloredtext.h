// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/position.h>

#include <QString>

namespace holdpoint::terminal {
class Screen;
}

namespace holdpoint::ui {

struct TerminalColors;

/// What Screen::text() gives for the same positions, as HTML in the looks it is painted in: one `pre` with a `span` for each
/// run of cells that look alike. Web links stay links; targets of other schemes are left out.
///
/// Invariants: every character of a host's is escaped; without its tags the HTML says what the text says.
[[nodiscard]] QString coloredText(const terminal::Screen &screen, terminal::Position from, terminal::Position to,
                                  terminal::SelectionShape shape, const TerminalColors &colors);

} // namespace holdpoint::ui
