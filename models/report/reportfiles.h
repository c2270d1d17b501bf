// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/reportfolder.h>
#include <models/report/runview.h>

namespace holdpoint::report {

/// The files that say what happened: session.jsonl, runbook.md, the recordings, ledger-proof.txt.
QList<ReportFile> evidenceFiles(const ReportInput &input, const RunView &view);
/// Their names, without making them.
QStringList evidenceNames(const ReportInput &input, const RunView &view);

/// As the header of a recording names it.
QString recordingTitle(const Recording &recording, const session::RunState &state);

/// The manifest over these files. Errors: Io.
Result<QByteArray> manifestOf(const QList<ReportFile> &files);

} // namespace holdpoint::report
