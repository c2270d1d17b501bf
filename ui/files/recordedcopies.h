// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runsession.h>
#include <ui/files/copybar.h>

namespace holdpoint::ui {

/// What was copied outside a run's steps to and from the host of this role, as it is shown.
QList<Copy> recordedCopies(const session::RunState &state, const QString &role);

/// All that a run is copying now, the file or folder of its step included.
QList<Copy> runningCopies(const session::RunSession &run);

} // namespace holdpoint::ui
