// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/htmlpage.h>
#include <models/report/runview.h>

/// The parts of the report page, in their order. Each adds its section or sections to the page.
namespace holdpoint::report {

void addSummary(HtmlPage &page, const ReportInput &input, const RunView &view);
void addExceptions(HtmlPage &page, const RunView &view);
void addHosts(HtmlPage &page, const RunView &view);
void addStages(HtmlPage &page, const RunView &view);
void addUndoList(HtmlPage &page, const RunView &view);
void addEscalations(HtmlPage &page, const RunView &view);
void addTimeline(HtmlPage &page, const QList<ledger::Entry> &entries);
void addFiles(HtmlPage &page, const RunView &view, const QStringList &files);
void addVerification(HtmlPage &page, const ReportInput &input);

} // namespace holdpoint::report
