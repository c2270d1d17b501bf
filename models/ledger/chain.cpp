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
        log::warning(
            QStringLiteral("%1 is missing: an older copy of the ledger would go unnoticed").arg(highWaterPath(path)));
    if (walk.audit().verdict != Audit::Verdict::Good)
        return corrupt(path, walk.audit().reason);
    m_origin = *origin;
    m_tree = walk.tree();
    if (const auto &last = walk.lastEntry())
        m_last = Moment{last->utc, last->bootMs, last->bootId, last->clockSynchronised};
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

Result<std::vector<Entry>> Chain::write(std::span<const EncodedDraft> drafts, std::span<const Checkpoint> checkpoints)
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

Result<std::vector<Entry>> Chain::insert(std::span<const EncodedDraft> drafts, std::span<const Checkpoint> checkpoints)
{
    std::vector<Entry> entries;
    entries.reserve(drafts.size());
    if (!drafts.empty()) {
        const Moment moment = now();
        if (auto jump = insertClockJump(moment); !jump)
            return fail(jump.error());
        for (const EncodedDraft &encoded : drafts) {
            auto entry = add(encoded, moment);
            if (!entry)
                return fail(entry.error());
            entries.push_back(*std::move(entry));
        }
    }
    for (const Checkpoint &checkpoint : checkpoints) {
        if (auto inserted = m_database->insertCheckpoint(checkpoint); !inserted)
            return fail(inserted.error());
    }
    return entries;
}

Chain::Moment Chain::now() const
{
    return {m_clock.utcNow(), quint64(m_clock.bootMs()), m_clock.bootId(), m_clock.isSynchronised()};
}

/// All fields are what they read back as.
Entry Chain::next(const EncodedDraft &encoded, const Moment &moment) const
{
    const Draft &draft = encoded.draft;
    Entry entry;
    entry.sequence = m_tree.size();
    entry.utc = moment.utc;
    entry.bootMs = moment.bootMs;
    entry.bootId = moment.bootId;
    entry.clockSynchronised = moment.clockSynchronised;
    entry.previousLeaf = m_tree.lastLeaf().toByteArray();
    entry.type = draft.type;
    entry.actor = draft.actor;
    entry.run = draft.run.isEmpty() ? QByteArray(runIdSize, '\0') : draft.run;
    entry.body = draft.body;
    for (const QByteArray &bytes : draft.attachments) {
        const QByteArray salt = randomBytes(saltSize);
        entry.attachments.append({quint64(bytes.size()), attachmentCommitment(salt, bytes), salt, bytes, true});
    }
    entry.record = encodeRecord(entry, encoded.body);
    entry.leaf = leafHash(entry.record);
    return entry;
}

Result<> Chain::insertClockJump(const Moment &moment)
{
    if (!m_last || m_last->bootId != moment.bootId)
        return {};
    const qint64 expected = m_last->utc.toMSecsSinceEpoch() + qint64(moment.bootMs) - qint64(m_last->bootMs);
    const qint64 error = moment.utc.toMSecsSinceEpoch() - expected;
    if (std::abs(error) <= toleratedClockErrorMs)
        return {};
    const auto jump = encodeDraft({QStringLiteral("clock-jump"),
                                   QStringLiteral("holdpoint"),
                                   {},
                                   {{QStringLiteral("byMs"), error}},
                                   {},
                                   Draft::Kind::Closing});
    const auto added = jump ? add(*jump, moment) : fail(jump.error());
    return added ? Result<>() : fail(added.error());
}

Result<Entry> Chain::add(const EncodedDraft &encoded, const Moment &moment)
{
    Entry entry = next(encoded, moment);
    if (auto inserted = m_database->insertEntry(entry); !inserted)
        return fail(inserted.error());
    m_tree.append(entry.leaf);
    m_last = moment;
    return entry;
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
    return readPiece(*m_database, sequence, count, attachments,
                     [this](const Database::Row &row) { return entryOf(row); });
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
