// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/ledgerstamps.h>

#include <app/cli/stampverb.h>
#include <models/base/clock.h>
#include <models/base/privatefile.h>
#include <models/base/text.h>
#include <models/ledger/witnessfolder.h>

#include <QFileInfo>

#include <algorithm>

namespace holdpoint::cli {

namespace {

constexpr qint64 authoritiesBytes = 1 << 20;

QString verdictOf(x509::Standing standing)
{
    return standing == x509::Standing::Accepted  ? QStringLiteral("good")
           : standing == x509::Standing::Refused ? QStringLiteral("bad")
                                                 : QStringLiteral("unknown");
}

Result<QList<ledger::KeptTimestamp>> keptStamps(const QString &path, const OutsideView &outside, const QString &origin)
{
    QList<ledger::KeptTimestamp> all;
    QStringList folders{ledger::timestampFolder(QFileInfo(path).absolutePath())};
    if (!outside.witness.isEmpty())
        folders.append(outside.witness);
    for (const QString &folder : std::as_const(folders)) {
        const auto kept = ledger::keptTimestamps(folder);
        if (!kept)
            return kept;
        for (const ledger::KeptTimestamp &one : *kept) {
            const auto isSame = [&](const ledger::KeptTimestamp &other) {
                return other.file == one.file && other.response == one.response;
            };
            if (std::ranges::none_of(all, isSame))
                all.append(one);
        }
    }
    all.removeIf([&](const ledger::KeptTimestamp &one) { return one.checkpoint.origin != origin; });
    return all;
}

void turnBad(ledger::Audit &audit, const QString &reason)
{
    audit.verdict = ledger::Audit::Verdict::Bad;
    audit.reason = reason;
}

} // namespace

Result<QList<LedgerStamp>> checkStamps(const QString &ledger, const OutsideView &outside, ledger::Audit &audit)
{
    if (audit.verdict != ledger::Audit::Verdict::Good)
        return QList<LedgerStamp>();
    const auto kept = keptStamps(ledger, outside, audit.origin);
    if (!kept)
        return fail(kept.error());
    if (kept->isEmpty())
        return QList<LedgerStamp>();
    QList<ledger::KeptCheckpoint> checkpoints;
    std::optional<QByteArray> authorities;
    if (!outside.timestampAuthorities.isEmpty()) {
        const auto bytes = readFile(outside.timestampAuthorities, authoritiesBytes);
        if (!bytes)
            return fail(bytes.error());
        authorities = *bytes;
    }
    QList<LedgerStamp> stamps;
    for (const ledger::KeptTimestamp &one : *kept) {
        checkpoints.append({one.file, one.checkpoint});
        const auto stamp = x509::checkTimestamp(one.response, one.checkpoint.body, authorities);
        if (!stamp && stamp.error().kind == ErrorKind::Invalid)
            return fail(stamp.error());
        if (stamp)
            stamps.append({one.file, one.checkpoint.head.size, *stamp});
        else
            turnBad(audit, QStringLiteral("%1: %2").arg(one.file, stamp.error().detail));
    }
    std::ranges::stable_sort(stamps, {}, &LedgerStamp::size);
    const auto held = ledger::auditAgainst(ledger, checkpoints);
    if (!held)
        return fail(held.error());
    if (held->verdict == ledger::Audit::Verdict::Bad)
        turnBad(audit, held->reason);
    return stamps;
}

QJsonArray stampsJson(const QList<LedgerStamp> &stamps)
{
    QJsonArray array;
    for (const LedgerStamp &one : stamps) {
        QJsonObject object = stampJson(one.stamp);
        object.insert(QStringLiteral("file"), one.file);
        object.insert(QStringLiteral("size"), qint64(one.size));
        object.insert(QStringLiteral("verdict"), verdictOf(one.stamp.standing));
        object.insert(QStringLiteral("reason"), one.stamp.reason);
        array.append(object);
    }
    return array;
}

QString stampsText(const QList<LedgerStamp> &stamps)
{
    if (stamps.isEmpty())
        return {};
    // The newest that somebody vouches for, or the newest of all where nobody does.
    auto shown = std::find_if(stamps.crbegin(), stamps.crend(),
                              [](const LedgerStamp &one) { return one.stamp.standing == x509::Standing::Accepted; });
    if (shown == stamps.crend())
        shown = stamps.crbegin();
    const QString words = QStringLiteral("Time stamp: up to entry %1 it existed at %2, says %3.%4\n");
    const QString doubt = shown->stamp.standing == x509::Standing::Accepted ? QString()
                          : shown->stamp.standing == x509::Standing::Refused
                              ? QStringLiteral(" That is not proven: %1.").arg(shown->stamp.reason)
                              : QStringLiteral(" That is not proven: no authorities were given (--tsa-ca).");
    return words.arg(shown->size - 1).arg(isoUtc(shown->stamp.time), visibleControls(shown->stamp.authority), doubt);
}

} // namespace holdpoint::cli
