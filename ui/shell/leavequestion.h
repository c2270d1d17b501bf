// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/files/copybar.h>

namespace holdpoint::ui {

/// What goes on in the window when it is to be closed.
struct Unfinished
{
    enum class Run { None, Untouched, Open, Unrecorded };
    Run run = Run::None;
    bool commandRuns = false; ///< in a terminal outside any run
    QList<Copy> copies;       ///< of the run, and outside any

    [[nodiscard]] bool isNothing() const { return run == Run::None && !commandRuns && copies.isEmpty(); }
    [[nodiscard]] QString title() const;
    /// What becomes of each, as paragraphs.
    [[nodiscard]] QString words() const;
};

} // namespace holdpoint::ui
