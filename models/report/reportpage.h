// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/htmlpage.h>
#include <models/report/runview.h>

namespace holdpoint::report {

/// The report for people, as one page. `files` are the other files beside it, by name. Pure; any thread.
QString renderReport(const ReportInput &input, const RunView &view, const QStringList &files, HtmlPage::Medium medium);

} // namespace holdpoint::report
