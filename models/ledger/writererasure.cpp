// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// What the ledger's thread does to erase attachments: the record first, then the bytes, then the traces.

#include <models/ledger/writer.h>

#include <models/base/log.h>
#include <models/ledger/record.h>

#include <QFileInfo>

#include <algorithm>

namespace holdpoint::ledger {

namespace {

/// The entry as it stands in the chain, of the run it is said to be of. Errors: NotFound, Corrupt.
Result<Entry> entryOf(Chain &chain, quint64 sequence, const QByteArray &run)
{
    const auto rows = chain.database().rows(sequence, 1, Database::Columns::All);
    if (!rows)
        return fail(rows.error());
    if (rows->isEmpty() || rows->first().sequence != sequence || rows->first().run != run)
        return fail(ErrorKind::NotFound, QStringLiteral("the run has no entry %1").arg(sequence));
    const auto entries = chain.entriesFrom(*rows, Ledger::Attachments::Skip);
    return entries ? Result<Entry>(entries->first()) : fail(entries.error());
}

/// The record to be written, of what is still there; nothing when that is nothing.
Result<std::optional<Draft>> draftOf(Chain &chain, Erasure erasure)
{
    if (erasure.run.isEmpty())
        erasure.run = QByteArray(runIdSize, '\0');
    std::ranges::sort(erasure.sequences);
    QList<quint64> present;
    quint64 attachments = 0;
    quint64 bytes = 0;
    for (const quint64 sequence : std::as_const(erasure.sequences)) {
        const auto entry = entryOf(chain, sequence, erasure.run);
        const auto count = entry ? chain.database().countAttachments(sequence, sequence) : fail(entry.error());
        if (!count)
            return fail(count.error());
        if (*count == 0 || (!present.isEmpty() && present.last() == sequence))
            continue;
        present.append(sequence);
        attachments += *count;
        for (const Attachment &attachment : entry->attachments)
            bytes += attachment.size;
    }
    erasure.sequences = present;
    return present.isEmpty() ? std::optional<Draft>() : std::optional(erasedDraft(erasure, attachments, bytes));
}

/// Whether bytes are there that this entry says are erased.
Result<bool> isPending(Chain &chain, const Entry &entry)
{
    const auto record = erasureIn(entry);
    if (!record)
        return false;
    for (const auto &[first, last] : record->ranges) {
        const auto left = chain.database().firstStored({first, last, entry.run});
        if (!left)
            return fail(left.error());
        if (*left)
            return true;
    }
    return false;
}

void account(Erased &erased, const Entry &entry)
{
    const ErasureRecord record = *erasureIn(entry);
    erased.attachments += record.attachments;
    erased.bytes += record.bytes;
    for (const auto &[first, last] : record.ranges) {
        for (quint64 sequence = first; sequence <= last; ++sequence)
            erased.sequences.append(sequence);
    }
    erased.records.append(entry);
}

} // namespace

Result<Erased> Ledger::Writer::erase(const QList<Erasure> &erasures)
{
    if (m_mode != Mode::Open)
        return fail(m_failure);
    std::vector<EncodedDraft> drafts;
    for (const Erasure &erasure : erasures) {
        auto draft = draftOf(*m_chain, erasure);
        if (!draft)
            return fail(draft.error());
        if (!*draft)
            continue;
        auto encoded = encodeDraft(*std::move(*draft));
        if (!encoded)
            return fail(encoded.error());
        drafts.push_back(*std::move(encoded));
    }
    Erased erased;
    if (drafts.empty())
        return erased;
    auto written = m_chain->write(drafts, {});
    if (!written && m_chain->database().diskFull()) {
        // To make room is what it is for; it is set aside again when there is some.
        m_storage->freeReserve();
        written = m_chain->write(drafts, {});
    }
    if (!written) {
        // A full disk took nothing and harmed nothing; whoever has something to record meets it as always.
        if (!m_chain->database().diskFull())
            fall(written.error(), Mode::Failed);
        return fail(written.error());
    }
    publishHead();
    for (const Entry &entry : *written)
        account(erased, entry);
    if (auto taken = takeAway(erased.records); !taken) {
        return fail(taken.error().kind,
                    QStringLiteral("the erasure is recorded and the bytes are still there; the next start "
                                   "completes it: %1")
                        .arg(taken.error().detail));
    }
    erased.remainder = rebuild();
    if (auto reserved = m_storage->makeReserve(); !reserved)
        log::warning(QStringLiteral("no space for the ledger's reserve: %1").arg(reserved.error().detail));
    return erased;
}

Result<> Ledger::Writer::takeAway(const QList<Entry> &records)
{
    QList<Database::AttachmentRange> ranges;
    for (const Entry &entry : records) {
        const ErasureRecord record = *erasureIn(entry);
        for (const auto &[first, last] : record.ranges)
            ranges.append({first, last, entry.run});
    }
    auto taken = m_chain->database().eraseAttachments(ranges);
    if (!taken && !m_chain->database().diskFull())
        fall(taken.error(), Mode::Failed);
    return taken;
}

QString Ledger::Writer::rebuild()
{
    Database &database = m_chain->database();
    const qint64 size = QFileInfo(m_storage->ledgerPath()).size();
    Result<> done = database.emptyLog();
    if (done && m_storage->freeBytes() < 2 * size)
        done = fail(ErrorKind::Io, QStringLiteral("%1 MiB of free space are too few to write the ledger anew")
                                       .arg(m_storage->freeBytes() >> 20));
    if (done)
        done = database.rebuild();
    return done ? QString() : done.error().detail;
}

Result<> Ledger::Writer::completeErasures()
{
    const auto rows = m_chain->database().rowsOfType(QString::fromUtf16(erasedType));
    const auto entries = rows ? m_chain->entriesFrom(*rows, Attachments::Skip) : fail(rows.error());
    if (!entries)
        return fail(entries.error());
    QList<Entry> pending;
    for (const Entry &entry : *entries) {
        const auto pends = isPending(*m_chain, entry);
        if (!pends)
            return fail(pends.error());
        if (*pends)
            pending.append(entry);
    }
    if (pending.isEmpty())
        return {};
    if (auto taken = takeAway(pending); !taken)
        return taken;
    log::info(QStringLiteral("an erasure that was interrupted is complete now"));
    (void)rebuild();
    return {};
}

} // namespace holdpoint::ledger
