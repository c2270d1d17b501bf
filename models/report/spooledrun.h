// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/recordings.h>
#include <models/report/reportinput.h>
#include <models/session/runstate.h>

#include <QPromise>

namespace holdpoint::report {

/// Loads the attachments of a run, a few megabytes at a time, and puts its recordings on disk: a long run has more of them
/// than memory should hold.
///
/// Thread: that of the context, and the pool for writing. Lives as long as it loads; when the context dies first, its future is
/// cancelled.
class SpooledRun : public std::enable_shared_from_this<SpooledRun>
{
public:
    /// `entries` of one run, without attachments. The folder is made where it is missing. Errors: those of the ledger and of
    /// the file system.
    static QFuture<Result<ReportInput>> load(ledger::Ledger &ledger, const QList<ledger::Entry> &entries,
                                             const QString &folder, QObject *context);

private:
    SpooledRun(ledger::Ledger &ledger, const QList<ledger::Entry> &entries, QObject *context);
    Result<> openSpools(const QString &folder);
    void loadMore();
    void finish(const Result<> &done);
    Result<> take(QList<ledger::Entry> loaded);

    ledger::Ledger &m_ledger;
    QObject *m_context;
    ReportInput m_input;
    QHash<qsizetype, std::shared_ptr<Spool>> m_spoolOf; ///< by index of the entry
    QList<qsizetype> m_loading;                         ///< indices of the entries that are asked for
    qsizetype m_next = 0;
    QPromise<Result<ReportInput>> m_promise;
};

} // namespace holdpoint::report
