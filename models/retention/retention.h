// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/clock.h>
#include <models/ledger/ledger.h>
#include <models/retention/retentionplan.h>

#include <QFuture>
#include <QObject>

namespace holdpoint::retention {

/// Asks an open ledger what is due, and erases it.
///
/// Thread: the one it lives on, which runs an event loop; the ledger reads and erases on its own. Borrows ledger and clock,
/// which outlive it. When it dies first, its futures are cancelled; an erasure that the ledger has begun goes on.
class Retention final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Retention)

public:
    /// `by` stands in the records as the actor.
    Retention(ledger::Ledger &ledger, const Clock &clock, QString by, QObject *parent = nullptr);

    /// Errors: those of Ledger.
    QFuture<Result<Plan>> planByRules(const Rules &rules);
    /// retention::clockDoubt(), by the newest entry that was there before this object was made and is not the ledger's own: a
    /// clock must not vouch for itself. Errors: those of Ledger.
    QFuture<Result<QString>> clockDoubt();
    /// Errors: also those of retention::planForRun().
    QFuture<Result<Plan>> planForRun(const QByteArray &run, const QString &reason);
    /// Errors: those of Ledger::erase().
    QFuture<Result<ledger::Erased>> erase(const Plan &plan);

signals:
    /// Whoever keeps copies of what was attached to these entries forgets them now.
    void erased(const QList<quint64> &sequences);

private:
    QFuture<Result<Holdings>> holdings();

    ledger::Ledger &m_ledger;
    const Clock &m_clock;
    QString m_by;
    quint64 m_sizeBefore; ///< of the ledger when this was made
};

} // namespace holdpoint::retention
