// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/reportfolder.h>

namespace holdpoint::report {

// What is larger is refused unread (FORMAT.md, "Limits").
constexpr qint64 manifestLimit = 1 << 20;
constexpr qint64 signatureLimit = 64 << 10; ///< also of time stamps
constexpr qint64 signedPdfLimit = 256 << 20; ///< what a signature covers has to be held in memory
constexpr qint64 largestZip = qint64{4} << 30; ///< unpacked

/// Of the file of this name.
qint64 sizeLimit(const QString &name);

/// Whether verifiers will read these files: all that the manifest lists, and the manifest. Who signs what they refuse has no
/// report. Errors: Invalid, with the first file that is too large.
Result<> checkSizes(const QList<ReportFile> &files, const QByteArray &manifest);

/// The same for what they come to in a zip.
Result<> checkZipSizes(const QList<ReportFile> &files);

} // namespace holdpoint::report
