// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/ledgercopy.h>

#include <models/ledger/database.h>
#include <models/ledger/ledgerfile.h>
#include <models/ledger/merkle.h>
#include <models/ledger/piece.h>
#include <models/ledger/record.h>
#include <models/ledger/snapshot.h>

namespace holdpoint::ledger {

namespace {

constexpr int attempts = 3;

Result<Entry> entryOf(const Database::Row &row)
{
    Result<Entry> entry = decodeRecord(row.record);
    if (!entry || leafHash(row.record) != row.leaf || entry->sequence != row.sequence)
        return fail(ErrorKind::Corrupt, QStringLiteral("entry %1 is not what was recorded").arg(row.sequence));
    return entry;
}

} // namespace

LedgerCopy::LedgerCopy(std::unique_ptr<Snapshot> snapshot, std::unique_ptr<Database> database)
    : m_snapshot(std::move(snapshot))
    , m_database(std::move(database))
{
}

LedgerCopy::~LedgerCopy() = default;

Result<std::unique_ptr<LedgerCopy>> LedgerCopy::take(const QString &ledgerPath)
{
    for (int attempt = 1;; ++attempt) {
        auto snapshot = Snapshot::take(ledgerPath);
        if (!snapshot)
            return fail(snapshot.error());
        if (!(*snapshot)->isStable() && attempt < attempts)
            continue; // the writer moved its log into the file meanwhile, which it does rarely
        if (auto header = checkLedgerHeader((*snapshot)->path()); !header)
            return fail(header.error());
        auto database = Database::open((*snapshot)->path(), Database::Mode::Examine);
        if (!database)
            return fail(database.error());
        return std::unique_ptr<LedgerCopy>(new LedgerCopy(std::move(*snapshot), std::move(*database)));
    }
}

Result<QString> LedgerCopy::origin() { return m_database->origin(); }
Result<quint64> LedgerCopy::size() { return m_database->size(); }

Result<QList<Entry>> LedgerCopy::entriesFrom(quint64 sequence, int count, Ledger::Attachments attachments)
{
    return readPiece(*m_database, sequence, count, attachments, entryOf);
}

} // namespace holdpoint::ledger
