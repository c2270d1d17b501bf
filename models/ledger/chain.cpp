// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/chain.h>

#include <models/base/bytes.h>
#include <models/base/log.h>
#include <models/ledger/chainwalk.h>
#include <models/ledger/highwater.h>
#include <models/ledger/ledgerfile.h>
#include <models/ledger/logfile.h>
#include <models/ledger/piece.h>
#include <models/ledger/record.h>

#include <cstdlib>

namespace holdpoint::ledger {

namespace {

/// Up to here a start re-hashes every entry; beyond, those after the last stored checkpoint.
constexpr quint64 fullCheckSize = 20'000;
constexpr qint64 toleratedClockErrorMs = 2000;
constexpr qsizetype saltSize = 16;

tl::unexpected<Error> corrupt(const QString &path, const QString &reason)
{
    return fail(ErrorKind::Corrupt, path + QStringLiteral(": ") + reason);
}

} // namespace

Chain::Chain(std::unique_ptr<Database> database, const Clock &clock)
    : m_database(std::move(database))
    , m_clock(clock)
{
}

Chain::~Chain() = default;

Result<std::unique_ptr<Chain>> Chain::open(const QString &path, const Clock &clock)
{
    if (auto header = checkLedgerHeader(path); !header)
        return fail(header.error());
    const bool isRecovered = isLogUsed(path);
    auto database = Database::open(path, Database::Mode::Append);
    if (!database)
        return fail(database.error());
    std::unique_ptr<Chain> chain(new Chain(std::move(*database), clock));
    chain->m_isRecovered = isRecovered;
    if (auto loaded = chain->load(path); !loaded)
        return fail(loaded.error());
    chain->m_database->allowCheckpointOnClose();
    return chain;
}

Result<> Chain::load(const QString &path)
{
    const Result<quint64> size = m_database->size();
    if (!size)
        return fail(size.error());
    const auto check = *size <= fullCheckSize ? Database::Check::Thorough : Database::Check::Quick;
    if (auto checked = m_database->checkPages(check); !checked)
        return checked;
    const auto trusted = trustedSize(*size);
    const auto origin = m_database->origin();
    if (!trusted || !origin)
        return fail(trusted ? origin.error() : trusted.error());
    const auto highWater = readHighWater(highWaterPath(path));
    if (!highWater)
        return fail(highWater.error());

    ChainWalk walk(*m_database, ChainWalk::Attachments::Skip, *trusted);
    walk.finish();
    if (*highWater)
        walk.require(**highWater, QStringLiteral("high-water mark"));
    else if (*size > 0)
        log::warning(QStringLiteral("%1 is missing: an older copy of the ledger would go unnoticed").arg(highWaterPath(path)));
    if (walk.audit().verdict != Audit::Verdict::Good)
        return corrupt(path, walk.audit().reason);
    m_origin = *origin;
    m_tree = walk.tree();
    if (const auto &last = walk.lastEntry())
        m_last = Moment{last->utc, last->bootMs, last->bootId};
    return {};
}

Result<quint64> Chain::trustedSize(quint64 size)
{
    if (size <= fullCheckSize)
        return 0;
    const auto checkpoints = m_database->checkpoints();
    if (!checkpoints)
        return fail(checkpoints.error());
    return checkpoints->isEmpty() ? 0 : std::min(checkpoints->last().head.size, size);
}

Head Chain::head() const { return {m_tree.size(), m_tree.lastLeaf().toByteArray(), m_tree.root()}; }

Result<QList<Result<Entry>>> Chain::write(std::span<const Draft> drafts, std::span<const Checkpoint> checkpoints)
{
    const quint64 sizeBefore = m_tree.size();
    const auto lastBefore = m_last;
    auto begun = m_database->begin();
    if (!begun)
        return fail(begun.error());
    auto written = insert(drafts, checkpoints);
    if (written) {
        if (auto committed = m_database->commit(); !committed)
            written = fail(committed.error());
    }
    if (!written) {
        m_database->rollback();
        m_tree.truncate(sizeBefore);
        m_last = lastBefore;
    }
    return written;
}

Result<QList<Result<Entry>>> Chain::insert(std::span<const Draft> drafts, std::span<const Checkpoint> checkpoints)
{
    QList<Result<Entry>> answers;
    for (const Draft &draft : drafts) {
        if (auto jump = insertClockJump(); !jump)
            return fail(jump.error());
        Result<Entry> entry = next(draft);
        if (entry) {
            if (auto accepted = accept(*entry); !accepted)
                return fail(accepted.error());
        }
        answers.append(std::move(entry));
    }
    for (const Checkpoint &checkpoint : checkpoints) {
        if (auto inserted = m_database->insertCheckpoint(checkpoint); !inserted)
            return fail(inserted.error());
    }
    return answers;
}

Result<Entry> Chain::next(const Draft &draft) const
{
    if (auto checked = checkDraft(draft); !checked)
        return fail(checked.error());
    Entry entry;
    entry.sequence = m_tree.size();
    entry.utc = m_clock.utcNow();
    entry.bootMs = quint64(m_clock.bootMs());
    entry.bootId = m_clock.bootId();
    entry.clockSynchronised = m_clock.isSynchronised();
    entry.previousLeaf = m_tree.lastLeaf().toByteArray();
    entry.type = draft.type;
    entry.actor = draft.actor;
    entry.run = draft.run.isEmpty() ? QByteArray(runIdSize, '\0') : draft.run;
    entry.body = draft.body;
    for (const QByteArray &bytes : draft.attachments) {
        const QByteArray salt = randomBytes(saltSize);
        entry.attachments.append({quint64(bytes.size()), attachmentCommitment(salt, bytes), salt, bytes, true});
    }
    // Only what reads back is written: a body too deep or too large for the reader never gets in.
    Result<Entry> read = decodeRecord(encodeRecord(entry));
    if (!read)
        return fail(ErrorKind::Invalid, QStringLiteral("the draft cannot be recorded: %1").arg(read.error().detail));
    read->attachments = entry.attachments;
    return read;
}

Result<> Chain::insertClockJump()
{
    if (!m_last || m_last->bootId != m_clock.bootId())
        return {};
    const qint64 expected = m_last->utc.toMSecsSinceEpoch() + m_clock.bootMs() - qint64(m_last->bootMs);
    const qint64 error = m_clock.utcNow().toMSecsSinceEpoch() - expected;
    if (std::abs(error) <= toleratedClockErrorMs)
        return {};
    const Result<Entry> entry = next({QStringLiteral("clock-jump"), QStringLiteral("holdpoint"), {},
                                      {{QStringLiteral("byMs"), error}}, {}, Draft::Kind::Closing});
    return entry ? accept(*entry) : fail(entry.error());
}

Result<> Chain::accept(const Entry &entry)
{
    if (auto inserted = m_database->insertEntry(entry); !inserted)
        return inserted;
    m_tree.append(entry.leaf);
    m_last = Moment{entry.utc, entry.bootMs, entry.bootId};
    return {};
}

Result<Entry> Chain::entryOf(const Database::Row &row) const
{
    Result<Entry> entry = decodeRecord(row.record);
    if (!entry || row.sequence >= m_tree.size() || entry->leaf != m_tree.leaf(row.sequence))
        return fail(ErrorKind::Corrupt, QStringLiteral("entry %1 is not what was recorded").arg(row.sequence));
    return entry;
}

Result<QList<Entry>> Chain::piece(quint64 sequence, int count, Ledger::Attachments attachments)
{
    return readPiece(*m_database, sequence, count, attachments, [this](const Database::Row &row) { return entryOf(row); });
}

Result<QList<Entry>> Chain::entriesFrom(const QList<Database::Row> &rows, Ledger::Attachments attachments)
{
    QList<Entry> entries;
    entries.reserve(rows.size());
    for (const Database::Row &row : rows) {
        Result<Entry> entry = entryOf(row);
        if (!entry)
            return fail(entry.error());
        if (attachments == Ledger::Attachments::Load) {
            if (auto loaded = m_database->loadAttachments(*entry); !loaded)
                return fail(loaded.error());
        }
        entries.append(std::move(*entry));
    }
    return entries;
}

} // namespace holdpoint::ledger
