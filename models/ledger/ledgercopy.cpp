// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/ledgercopy.h>

#include <models/ledger/chainwalk.h>
#include <models/ledger/database.h>
#include <models/ledger/ledgerfile.h>
#include <models/ledger/merkle.h>
#include <models/ledger/piece.h>
#include <models/ledger/record.h>
#include <models/ledger/snapshot.h>

namespace holdpoint::ledger {

namespace {

constexpr int attempts = 5; // a copy may be torn by who writes meanwhile

Result<Entry> entryOf(const Database::Row &row)
{
    Result<Entry> entry = decodeRecord(row.record);
    if (!entry || leafHash(row.record) != row.leaf || entry->sequence != row.sequence)
        return fail(ErrorKind::Corrupt, QStringLiteral("entry %1 is not what was recorded").arg(row.sequence));
    return entry;
}

Result<QList<Entry>> entriesOf(const Result<QList<Database::Row>> &rows)
{
    if (!rows)
        return fail(rows.error());
    QList<Entry> entries;
    for (const Database::Row &row : *rows) {
        Result<Entry> entry = entryOf(row);
        if (!entry)
            return fail(entry.error());
        entries.append(std::move(*entry));
    }
    return entries;
}

} // namespace

LedgerCopy::LedgerCopy(std::unique_ptr<Snapshot> snapshot)
    : m_snapshot(std::move(snapshot))
{
}

LedgerCopy::~LedgerCopy() = default;

Result<std::unique_ptr<LedgerCopy>> LedgerCopy::take(const QString &ledgerPath)
{
    for (int attempt = 1;; ++attempt) {
        auto snapshot = Snapshot::take(ledgerPath);
        if (!snapshot)
            return fail(snapshot.error());
        std::unique_ptr<LedgerCopy> copy(new LedgerCopy(std::move(*snapshot)));
        auto opened = copy->open();
        if (opened)
            return copy;
        if (copy->m_snapshot->isStable() || attempt == attempts) {
            opened.error().detail.replace(copy->m_snapshot->path(), ledgerPath);
            return fail(opened.error());
        }
    }
}

Result<> LedgerCopy::open()
{
    if (auto header = checkLedgerHeader(m_snapshot->path()); !header)
        return header;
    auto database = Database::open(m_snapshot->path(), Database::Mode::Examine);
    if (!database)
        return fail(database.error());
    m_database = std::move(*database);
    if (auto checked = m_database->checkPages(Database::Check::Thorough); !checked)
        return checked;
    ChainWalk walk(*m_database, ChainWalk::Attachments::Skip);
    walk.finish();
    if (walk.audit().verdict != Audit::Verdict::Good)
        return fail(ErrorKind::Corrupt, walk.audit().reason);
    m_snapshot->hide();
    return {};
}

Result<QString> LedgerCopy::origin() { return m_database->origin(); }
Result<quint64> LedgerCopy::size() { return m_database->size(); }

Result<QList<Entry>> LedgerCopy::entries(const QByteArray &run) { return entriesOf(m_database->rowsOfRun(run)); }

Result<QList<Entry>> LedgerCopy::entriesOfType(const QString &type) { return entriesOf(m_database->rowsOfType(type)); }

Result<QList<Entry>> LedgerCopy::entriesAt(const QList<quint64> &sequences)
{
    QList<Entry> entries;
    for (const quint64 sequence : sequences) {
        auto entry = entriesFrom(sequence, 1, Ledger::Attachments::Load);
        if (!entry)
            return fail(entry.error());
        if (entry->isEmpty() || entry->first().sequence != sequence)
            return fail(ErrorKind::NotFound, QStringLiteral("the ledger has no entry %1").arg(sequence));
        entries.append(std::move(entry->first()));
    }
    return entries;
}

Result<QList<Entry>> LedgerCopy::entriesFrom(quint64 sequence, int count, Ledger::Attachments attachments)
{
    return readPiece(*m_database, sequence, count, attachments, entryOf);
}

} // namespace holdpoint::ledger
