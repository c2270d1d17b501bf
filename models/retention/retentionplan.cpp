// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/retention/retentionplan.h>

#include <models/retention/retentionwords.h>
#include <models/session/unrecorded.h>

#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace holdpoint::retention {

namespace {

using ledger::Entry;
using ledger::StoredAttachment;

/// What the clock may be off the ledger's newest entry: more is a clock that was set wrongly, or a case for a person.
constexpr qint64 daysBehind = 1;
constexpr qint64 daysAhead = 400;

struct Run
{
    session::Mode mode = session::Mode::Live;
    QString title;
    std::optional<QDateTime> ended;
};

/// What a version that was trusted is judged by.
struct TrustedVersion
{
    QString file;
    QDateTime utc;
    bool isFollowed = false; ///< another version of the file was trusted later
};

/// The entries, looked up.
struct Index
{
    QHash<QByteArray, Run> runs;
    QHash<quint64, TrustedVersion> versions;
};

QString text(const Entry &entry, const char *key) { return entry.body[QLatin1String(key)].toString(); }

Index indexOf(const QList<Entry> &entries)
{
    Index index;
    QHash<QByteArray, quint64> newest;
    for (const Entry &entry : session::withRemembered(entries)) {
        if (entry.type == QLatin1String("run-started")) {
            index.runs.insert(entry.run, {session::modeFromName(text(entry, "mode")).value_or(session::Mode::Live),
                                          QStringLiteral("%1 %2").arg(text(entry, "runbook"), text(entry, "title")),
                                          {}});
        } else if (entry.type == QLatin1String("run-finished") && index.runs.contains(entry.run)) {
            index.runs[entry.run].ended = entry.utc;
        } else if (entry.type == QLatin1String("runbook-trusted")) {
            if (const auto before = newest.constFind(entry.run); before != newest.constEnd())
                index.versions[*before].isFollowed = true;
            newest.insert(entry.run, entry.sequence);
            index.versions.insert(entry.sequence, {QFileInfo(text(entry, "path")).fileName(), entry.utc, false});
        }
    }
    return index;
}

std::optional<Class> classOf(const StoredAttachment &stored)
{
    if (stored.type == QLatin1String("output"))
        return Class::Recordings;
    if (stored.type == QLatin1String("check-verdict"))
        return Class::Checks;
    if (stored.type == QLatin1String("run-started"))
        return Class::Sources;
    if (stored.type == QLatin1String("runbook-trusted"))
        return Class::Trusted;
    return std::nullopt;
}

bool isOver(const Rule &rule, const QDateTime &since, const QDateTime &now)
{
    return since.addDays(rule.keepDays) <= now;
}

/// Gathers what goes together: what one rule erases of one run.
class Collector
{
public:
    Collector(const QString &by, Plan &plan)
        : m_by(by)
        , m_plan(plan)
    {
    }

    void add(const QString &rule, const QString &reason, const StoredAttachment &stored, const QString &subject,
             const QDateTime &since)
    {
        const auto key = qMakePair(rule, stored.run);
        if (!m_places.contains(key)) {
            m_places.insert(key, m_plan.due.size());
            m_plan.due.append({.erasure = {stored.run, rule, reason, m_by, {}}, .subject = subject, .since = since});
        }
        Due &due = m_plan.due[m_places[key]];
        if (due.erasure.sequences.isEmpty() || due.erasure.sequences.last() != stored.sequence)
            due.erasure.sequences.append(stored.sequence);
        ++due.attachments;
        due.bytes += stored.bytes;
    }

private:
    QString m_by;
    Plan &m_plan;
    QHash<QPair<QString, QByteArray>, qsizetype> m_places;
};

template <class Count> quint64 sum(const QList<Due> &due, Count count)
{
    return std::accumulate(due.begin(), due.end(), quint64(0),
                           [&](quint64 all, const Due &one) { return all + one.*count; });
}

} // namespace

quint64 Plan::attachments() const { return sum(due, &Due::attachments); }
quint64 Plan::bytes() const { return sum(due, &Due::bytes); }

QList<ledger::Erasure> Plan::erasures() const
{
    QList<ledger::Erasure> erasures;
    for (const Due &one : due)
        erasures.append(one.erasure);
    return erasures;
}

Plan planByRules(const Rules &rules, const Holdings &holdings, const QDateTime &now, const QString &by)
{
    const Index index = indexOf(holdings.entries);
    Plan plan;
    Collector collector(by, plan);
    QSet<QByteArray> open;
    for (const StoredAttachment &stored : holdings.stored) {
        const auto kind = classOf(stored);
        const Run run = index.runs.value(stored.run);
        const TrustedVersion version = index.versions.value(stored.sequence);
        const bool ofRun = kind != Class::Trusted;
        if (!kind || (ofRun && !index.runs.contains(stored.run)) || (!ofRun && !version.isFollowed))
            continue;
        const QDateTime since = ofRun ? run.ended.value_or(QDateTime()) : version.utc;
        const auto rule = std::ranges::find_if(rules.rules, [&](const Rule &one) {
            return one.classes.contains(*kind) && (!ofRun || one.modes.contains(run.mode))
                   && (!since.isValid() || isOver(one, since, now));
        });
        if (rule == rules.rules.end())
            continue;
        if (since.isValid())
            collector.add(rule->name, ruleWords(*rule), stored, ofRun ? run.title : version.file, since);
        else
            open.insert(stored.run);
    }
    plan.openRuns = int(open.size());
    return plan;
}

QString clockDoubt(const Clock &clock, const QDateTime &newest)
{
    if (!clock.isSynchronised())
        return QStringLiteral("the clock of this machine is not synchronised");
    const QDateTime now = clock.utcNow();
    if (newest.isValid() && newest.addDays(-daysBehind) > now)
        return QStringLiteral("the clock is far behind the ledger's newest entry, of %1").arg(isoUtc(newest));
    if (newest.isValid() && newest.addDays(daysAhead) < now)
        return QStringLiteral("the clock is far ahead of the ledger's newest entry, of %1").arg(isoUtc(newest));
    return {};
}

Result<Plan> planForRun(const QByteArray &run, const Holdings &holdings, const QString &reason, const QString &by)
{
    const Index index = indexOf(holdings.entries);
    const auto found = index.runs.constFind(run);
    if (found == index.runs.constEnd())
        return fail(ErrorKind::NotFound, QStringLiteral("the ledger holds no such run"));
    if (!found->ended)
        return fail(
            ErrorKind::NotPermitted,
            QStringLiteral("the run is not over, and what it shows may still be needed: finish or stop it first"));
    Plan plan;
    Collector collector(by, plan);
    for (const StoredAttachment &stored : holdings.stored) {
        if (stored.run == run)
            collector.add(QStringLiteral("request"), reason, stored, found->title, *found->ended);
    }
    return plan;
}

} // namespace holdpoint::retention
