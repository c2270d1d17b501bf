// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/retention/retention.h>

#include <models/session/unrecorded.h>

#include <algorithm>
#include <array>

namespace holdpoint::retention {

namespace {

constexpr quint64 newestEntries = 50; ///< among which one is looked for that is not the ledger's own

/// Of those before `size`; the oldest of them where all are the ledger's own.
QDateTime newestTime(const QList<ledger::Entry> &entries, quint64 size)
{
    const auto counts = [size](const ledger::Entry &entry) {
        return entry.sequence < size && entry.actor != QLatin1String("holdpoint");
    };
    const auto found = std::find_if(entries.rbegin(), entries.rend(), counts);
    if (found != entries.rend())
        return found->utc;
    return entries.isEmpty() || size == 0 ? QDateTime() : entries.first().utc;
}

} // namespace

Retention::Retention(ledger::Ledger &ledger, const Clock &clock, QString by, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_by(std::move(by))
    , m_sizeBefore(ledger.head().size)
{
}

QFuture<Result<Holdings>> Retention::holdings()
{
    using Entries = QFuture<Result<QList<ledger::Entry>>>;
    // Asked for one after the other, answered in that order: when the last is there, all are.
    const QFuture<Result<QList<ledger::StoredAttachment>>> stored = m_ledger.storedAttachments();
    std::array<Entries, 4> lists{m_ledger.entriesOfType(QStringLiteral("run-started")),
                                 m_ledger.entriesOfType(QStringLiteral("run-finished")),
                                 m_ledger.entriesOfType(QString::fromUtf16(session::unrecordedType)),
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

QFuture<Result<QString>> Retention::clockDoubt()
{
    const quint64 from = m_sizeBefore - std::min(m_sizeBefore, newestEntries);
    return m_ledger.entriesFrom(from, int(newestEntries), ledger::Ledger::Attachments::Skip)
        .then(this, [this](const Result<QList<ledger::Entry>> &entries) -> Result<QString> {
            if (!entries)
                return fail(entries.error());
            return retention::clockDoubt(m_clock, newestTime(*entries, m_sizeBefore));
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
