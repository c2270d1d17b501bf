// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <functional>

namespace holdpoint::ui {

class TerminalPane;

/// Closes the pane at once where nothing runs in its shell; asks before where a command runs. A pane that goes meanwhile
/// takes the question with it.
void askToClose(TerminalPane *pane, const std::function<void()> &close);

} // namespace holdpoint::ui
