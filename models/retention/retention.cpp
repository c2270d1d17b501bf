// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/retention/retention.h>

#include <array>

namespace holdpoint::retention {

Retention::Retention(ledger::Ledger &ledger, const Clock &clock, QString by, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_by(std::move(by))
{
}

QFuture<Result<Holdings>> Retention::holdings()
{
    using Entries = QFuture<Result<QList<ledger::Entry>>>;
    // Asked for one after the other, answered in that order: when the last is there, all are.
    const QFuture<Result<QList<ledger::StoredAttachment>>> stored = m_ledger.storedAttachments();
    std::array<Entries, 3> lists{m_ledger.entriesOfType(QStringLiteral("run-started")),
                                 m_ledger.entriesOfType(QStringLiteral("run-finished")),
                                 m_ledger.entriesOfType(QStringLiteral("runbook-trusted"))};
    return QtFuture::whenAll(lists.begin(), lists.end())
        .then(this, [stored](const QList<Entries> &all) -> Result<Holdings> {
            if (!stored.result())
                return fail(stored.result().error());
            Holdings holdings{*stored.result(), {}};
            for (const Entries &entries : all) {
                if (!entries.result())
                    return fail(entries.result().error());
                holdings.entries += *entries.result();
            }
            return holdings;
        });
}

QFuture<Result<Plan>> Retention::planByRules(const Rules &rules)
{
    return holdings().then(this, [this, rules](const Result<Holdings> &held) -> Result<Plan> {
        if (!held)
            return fail(held.error());
        return retention::planByRules(rules, *held, m_clock.utcNow(), m_by);
    });
}

QFuture<Result<Plan>> Retention::planForRun(const QByteArray &run, const QString &reason)
{
    return holdings().then(this, [this, run, reason](const Result<Holdings> &held) -> Result<Plan> {
        if (!held)
            return fail(held.error());
        return retention::planForRun(run, *held, reason, m_by);
    });
}

QFuture<Result<ledger::Erased>> Retention::erase(const Plan &plan)
{
    return m_ledger.erase(plan.erasures()).then(this, [this](const Result<ledger::Erased> &done) {
        if (done && !done->sequences.isEmpty())
            emit erased(done->sequences);
        return done;
    });
}

} // namespace holdpoint::retention
