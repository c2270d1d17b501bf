// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/reportbuilder.h>

namespace holdpoint::pdf {

/// A renderer that runs the program at this path once for each page: asynchronously, at most 60 s.
///
/// Thread: call the renderer on a thread with an event loop. `context` is borrowed; when it dies, the programs it
/// started are ended. Errors: NotFound (no such program), Timeout, Io (it failed; detail is what it said).
report::PdfRenderer processRenderer(const QString &program, QObject *context);

/// holdpoint-pdf beside the running program.
QString siblingProgram();

} // namespace holdpoint::pdf
