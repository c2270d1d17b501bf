// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/clock.h>
#include <models/ledger/erasure.h>
#include <models/retention/retentionrules.h>

namespace holdpoint::retention {

/// What one rule, or one request, erases of one run.
struct Due
{
    ledger::Erasure erasure;
    QString subject; ///< "6.1 System Backup Procedures", or the file's name
    QDateTime since; ///< the end of the run, or when the version was trusted
    quint64 attachments = 0;
    quint64 bytes = 0; ///< they take in the file
};

struct Plan
{
    QList<Due> due;
    int openRuns = 0; ///< that have something to erase and are not over: they are never touched

    [[nodiscard]] quint64 attachments() const;
    [[nodiscard]] quint64 bytes() const;
    [[nodiscard]] QList<ledger::Erasure> erasures() const;
};

/// What the ledger tells of its attachments.
struct Holdings
{
    QList<ledger::StoredAttachment> stored;
    QList<ledger::Entry> entries; ///< at least all "run-started", "run-finished" and "runbook-trusted", in order
};

/// What is due by the rules at `now`. `by` stands in the records as the actor.
Plan planByRules(const Rules &rules, const Holdings &holdings, const QDateTime &now, const QString &by);

/// Why nothing is erased by this clock without a person: one sentence, empty when there is no reason. `newest` is the time of
/// the ledger's newest entry, invalid when it has none.
QString clockDoubt(const Clock &clock, const QDateTime &newest);

/// Everything attached to one run, because somebody asked for it. Errors: NotFound (no such run), NotPermitted (it is not
/// over).
Result<Plan> planForRun(const QByteArray &run, const Holdings &holdings, const QString &reason, const QString &by);

} // namespace holdpoint::retention
