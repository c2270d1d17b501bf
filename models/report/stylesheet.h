// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>

namespace holdpoint::report {

/// The style of report.html: light and dark by the reader's preference, and print rules.
QString screenStyle();
/// The style of the page the PDF is made from, in the properties QTextDocument knows.
QString paperStyle();

} // namespace holdpoint::report
