// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runsession.h>

#include <QString>

/// Why something cannot be done now, in words to stand beside its disabled button; empty when it can.
namespace holdpoint::ui {

QString whyNotPass(const session::RunSession &run);
QString whyNotRun(const session::RunSession &run, const runbooks::Command &command);
/// Only whether its host could take it now, whatever the step.
QString whyNotSend(const session::RunSession &run, const runbooks::Command &command);
QString whyNotCheck(const session::RunSession &run, const QString &stageId, const runbooks::Check &check);

} // namespace holdpoint::ui
