// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/files/copybar.h>

#include <functional>

namespace holdpoint::ui {

class TerminalPane;

/// Closes the pane at once where nothing ends with it; asks before where a command runs in its shell, or copies end that
/// are under way. A pane that goes meanwhile takes the question with it.
void askToClose(TerminalPane *pane, const QList<Copy> &ending, const std::function<void()> &close);

} // namespace holdpoint::ui
