// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

#include <QJsonObject>

namespace holdpoint::runbooks::lint {

/// What was found in one file.
struct FileFindings
{
    QString path; ///< as the user named it
    QList<Diagnostic> diagnostics;
};

/// One document for all files, as code hosts and editors read it. Format: SARIF 2.1.0 (OASIS, 27 March 2020); columns
/// count UTF-16 units.
QJsonObject sarif(const QList<FileFindings> &files, const QString &version);

/// The same as `lint --format json` prints it (see the CLI's contract).
QJsonObject diagnosticsJson(const QList<FileFindings> &files);

} // namespace holdpoint::runbooks::lint
