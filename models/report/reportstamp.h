// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/endorsements.h>
#include <models/report/reportsource.h>

namespace holdpoint::report {

/// What a report's time stamp is over, and the name of the file it is kept in.
struct StampedPart
{
    QString file; ///< "MANIFEST.sha256.sig", or "MANIFEST.sha256" where nobody signed with an SSH key
    QString stamp;
    QByteArray bytes;
};

/// Errors: those of ReportSource::read().
Result<StampedPart> partToStamp(const ReportSource &report);

/// Adds a time stamp to a report that has none, a folder or its zip, for an export during which no authority answered.
/// Thread: the context's, which is the caller's and must run an event loop; where it dies first, the future is cancelled. Files are read and written on the pool.
/// Errors: those of openReport(), NotPermitted (it has a time stamp), those of the stamper, Io.
QFuture<Result<x509::TimeStamp>> stampReport(const QString &path, const TimeStamper &stamper, QObject *context);

} // namespace holdpoint::report
