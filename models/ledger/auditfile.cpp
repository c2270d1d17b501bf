// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// auditFile() and readEntries(): what can be said of a ledger that somebody else may hold.

#include <models/ledger/ledger.h>

#include <models/ledger/chainwalk.h>
#include <models/ledger/checkpoint.h>
#include <models/ledger/highwater.h>
#include <models/ledger/ledgercopy.h>
#include <models/ledger/ledgerfile.h>
#include <models/ledger/logfile.h>
#include <models/ledger/snapshot.h>

#include <QFileInfo>
#include <QThread>

#include <functional>
#include <future>

namespace holdpoint::ledger {

namespace {

constexpr int attempts = 3;
constexpr unsigned long pauseMs = 50;

Audit verdict(Audit::Verdict verdict, const QString &reason)
{
    Audit audit;
    audit.verdict = verdict;
    audit.reason = reason;
    return audit;
}

/// Lets `judge` look at the file itself where it has no log, else at copies, until it is content with what it sees or the
/// file cannot have changed under it.
template <class T, class Judge, class Content>
Result<T> withSnapshot(const QString &path, Judge judge, Content isContent)
{
    const FileMark before = FileMark::of(path);
    if (QFileInfo(path).isFile() && !isLogUsed(path)) {
        const T result = judge(path, Database::Mode::ReadInPlace);
        if (isContent(result) || FileMark::of(path) == before)
            return result;
    }
    for (int attempt = 1;; ++attempt) {
        const auto snapshot = Snapshot::take(path);
        if (!snapshot)
            return fail(snapshot.error());
        const T result = judge((*snapshot)->path(), Database::Mode::Examine);
        if (isContent(result) || (*snapshot)->isStable() || attempt == attempts)
            return result;
        QThread::msleep(pauseMs);
    }
}

Result<std::unique_ptr<Database>> openToRead(const QString &file, Database::Mode mode)
{
    if (auto header = checkLedgerHeader(file); !header)
        return fail(header.error());
    return Database::open(file, mode);
}

/// What there is to find out beside a walk over the chain.
struct Beside
{
    Result<std::optional<quint64>> unfitLeaf;
    Result<Filings> indexes;
};

Beside checkBeside(Database &database, quint64 leavesFrom)
{
    return {database.firstUnfitLeaf(leavesFrom), database.checkFile()};
}

/// At the same time where the file allows a second reader, else at once.
std::future<Beside> beside(Database &database, const QString &file, Database::Mode mode, quint64 leavesFrom)
{
    if (mode == Database::Mode::ReadInPlace) {
        return std::async(std::launch::async, [=]() -> Beside {
            const auto second = openToRead(file, mode);
            return second ? checkBeside(**second, leavesFrom) : Beside{fail(second.error()), fail(second.error())};
        });
    }
    std::promise<Beside> done;
    done.set_value(checkBeside(database, leavesFrom));
    return done.get_future();
}

/// With the leaves from there on, pages and indexes take about as long as the rest of the chain.
quint64 evenShare(quint64 size) { return size / 4; }

Audit verdictOn(const Error &error)
{
    return verdict(error.kind == ErrorKind::NotPermitted ? Audit::Verdict::Unknown : Audit::Verdict::Bad, error.detail);
}

/// Holds the ledger against a checkpoint that was kept outside of it.
void compareWithWitness(ChainWalk &walk, Audit &audit, const Checkpoint &witness, const QString &origin)
{
    if (witness.origin != origin) {
        audit = verdict(Audit::Verdict::Bad,
                        QStringLiteral("the checkpoint is of another ledger (%1)").arg(witness.origin));
        return;
    }
    walk.require(witness.head, QStringLiteral("the checkpoint"));
    audit = walk.audit();
    // What the owner of ledger and key stored beside the entries says nothing once an outside witness is asked.
    audit.witnessed = audit.verdict == Audit::Verdict::Good ? witness.head.size : 0;
}

/// Holds the ledger against every checkpoint of a witness that is about it.
void compareWithAll(ChainWalk &walk, Audit &audit, const QList<KeptCheckpoint> &kept, const QString &origin)
{
    quint64 witnessed = 0;
    bool isKnown = false;
    for (const KeptCheckpoint &one : kept) {
        if (one.checkpoint.origin != origin)
            continue;
        isKnown = true;
        walk.require(one.checkpoint.head, QStringLiteral("the witness's %1").arg(one.file));
        witnessed = std::max(witnessed, one.checkpoint.head.size);
    }
    audit = walk.audit();
    audit.witnessed = audit.verdict == Audit::Verdict::Good ? witnessed : 0;
    if (!isKnown)
        audit = verdict(Audit::Verdict::Unknown,
                        QStringLiteral("the witness keeps no checkpoint of this ledger (%1)").arg(origin));
}

using Comparison = std::function<void(ChainWalk &, Audit &, const QString &origin)>;

Audit auditAs(const QString &file, Database::Mode mode, const std::optional<Head> &highWater, const Comparison &compare)
{
    const auto database = openToRead(file, mode);
    const auto size = database ? (*database)->size() : fail(database.error());
    if (!size)
        return verdictOn(size.error());
    const quint64 leavesFrom = evenShare(*size);
    auto others = beside(**database, file, mode, leavesFrom);
    ChainWalk walk(**database, ChainWalk::Attachments::Check);
    walk.noteFilings();
    walk.leaveLeaves(leavesFrom);
    walk.finish();
    const Beside found = others.get();
    if (found.unfitLeaf && *found.unfitLeaf)
        walk.takeUnfitLeaf(**found.unfitLeaf);
    if (found.indexes)
        walk.compareWithIndexes(*found.indexes);
    if (highWater)
        walk.require(*highWater, QStringLiteral("high-water mark"));
    Audit audit = walk.audit();
    const QString origin = (*database)->origin().value_or(QString());
    if (compare && audit.verdict == Audit::Verdict::Good)
        compare(walk, audit, origin);
    // What could not be checked is not good.
    const auto judge = [&audit](const auto &checked) {
        if (!checked && audit.verdict != Audit::Verdict::Bad)
            audit = verdictOn(checked.error());
    };
    judge(found.unfitLeaf);
    judge(found.indexes);
    audit.origin = origin;
    audit.head = walk.head();
    return audit;
}

Result<Audit> auditSnapshot(const QString &path, const Comparison &compare)
{
    // Before the copy: a writer at work raises the mark, and the copy must not look older than it.
    const auto highWater = readHighWater(highWaterPath(path));
    if (!highWater)
        return verdict(Audit::Verdict::Bad, highWater.error().detail);
    auto audit = withSnapshot<Audit>(
        path,
        [&](const QString &file, Database::Mode mode) {
            Audit found = auditAs(file, mode, *highWater, compare);
            found.reason.replace(file, path);
            return found;
        },
        [](const Audit &found) { return found.verdict == Audit::Verdict::Good; });
    return audit;
}

} // namespace

Result<Audit> auditFile(const QString &path, const QByteArray &witness)
{
    if (witness.isEmpty())
        return auditSnapshot(path, {});
    const Result<Checkpoint> parsed = parseCheckpoint(witness);
    if (!parsed)
        return verdict(Audit::Verdict::Unknown, parsed.error().detail);
    return auditSnapshot(path, [&](ChainWalk &walk, Audit &audit, const QString &origin) {
        compareWithWitness(walk, audit, *parsed, origin);
    });
}

Result<Audit> auditAgainst(const QString &path, const QList<KeptCheckpoint> &kept)
{
    return auditSnapshot(
        path, [&](ChainWalk &walk, Audit &audit, const QString &origin) { compareWithAll(walk, audit, kept, origin); });
}

Result<QList<StoredAttachment>> readStoredAttachments(const QString &path)
{
    using Stored = Result<QList<StoredAttachment>>;
    auto stored = withSnapshot<Stored>(
        path,
        [&](const QString &file, Database::Mode mode) -> Stored {
            const auto database = openToRead(file, mode);
            if (!database)
                return fail(database.error());
            const auto checked = (*database)->checkPages(Database::Check::Thorough);
            Stored read = checked ? (*database)->storedAttachments() : fail(checked.error());
            if (!read)
                read.error().detail.replace(file, path);
            return read;
        },
        [](const Stored &read) { return read.has_value(); });
    return stored ? *stored : fail(stored.error());
}

Result<QList<Entry>> readEntries(const QString &path, Ledger::Attachments attachments)
{
    const auto copy = LedgerCopy::take(path);
    const auto size = copy ? (*copy)->size() : fail(copy.error());
    if (!size)
        return fail(size.error());
    QList<Entry> entries;
    while (quint64(entries.size()) < *size) {
        const quint64 next = quint64(entries.size());
        auto piece = (*copy)->entriesFrom(next, int(*size - next), attachments);
        if (!piece)
            return fail(piece.error());
        entries += std::move(*piece);
    }
    return entries;
}

} // namespace holdpoint::ledger
