// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/commandoutcome.h>

#include <QRect>
#include <QString>

#include <optional>

class QPainter;

namespace holdpoint::ui {

struct TerminalColors;

/// Draws into a row's margin how the command of its prompt ended, told by its shape as well as by its colour: a tick for
/// success, a cross for failure, a triangle while it runs, and a bar where nobody knows.
void paintPromptMark(QPainter &painter, const QRect &margin, const TerminalColors &colors,
                     const std::optional<terminal::CommandOutcome> &outcome);

/// The same in words: "exit status 1, took 3.0 s".
[[nodiscard]] QString outcomeText(const std::optional<terminal::CommandOutcome> &outcome);

} // namespace holdpoint::ui
