// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/rundriver.h>
#include <app/workplace.h>

namespace holdpoint::cli {

/// The `run` verb's call.
struct RunRequest
{
    app::Workplace::Options workplace;
    QString runbook;
    QString resume; ///< id of a run, or its beginning
    QStringList hosts;
    QStringList settings;
    QStringList secrets;
    QString answers;
    QString limit = QStringLiteral("1h"); ///< of a command without a timeout, where nobody looks on
    QString breakGlass; ///< why the run may go on unrecorded when the ledger fails; empty: it stops, or a person is asked
    session::Mode mode = session::Mode::Live;
    RunDriver::Output output = RunDriver::Output::Text;
    Console::Input input = Console::Input::Allowed;
};

ExitCode run(const RunRequest &request);

/// Trusts the file as it is now; shows what has changed since the version trusted last.
ExitCode trust(const app::Workplace::Options &options, const QString &path);

/// The run whose id begins with `text`. Errors: NotFound, NotPermitted when several do, and those of the ledger.
Result<QByteArray> findRun(ledger::Ledger &ledger, const QString &text);
/// The same among these "run-started" entries.
Result<QByteArray> findRun(const Result<QList<ledger::Entry>> &started, const QString &text);

} // namespace holdpoint::cli
