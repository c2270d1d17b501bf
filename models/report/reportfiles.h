// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/reportfolder.h>
#include <models/report/runview.h>

namespace holdpoint::report {

/// The files that say what happened: session.jsonl, runbook.md, the recordings, ledger-proof.txt.
QList<ReportFile> evidenceFiles(const ReportInput &input, const RunView &view);

/// The manifest over these files.
QByteArray manifestOf(const QList<ReportFile> &files);

} // namespace holdpoint::report
