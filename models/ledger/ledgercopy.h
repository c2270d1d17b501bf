// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/ledger/ledger.h>

#include <memory>

namespace holdpoint::ledger {

class Database;
class Snapshot;

/// A copy of a ledger file that is read piece by piece, while its writer goes on in another process.
///
/// Thread: one; taken, used and destroyed there. Memory: one piece, never the ledger.
/// Invariants: each entry is the one its hash names and follows the one before it; what the whole chain is worth is
/// auditFile()'s to say.
/// Errors: Corrupt for what is not so, NotPermitted for a newer format, Io.
class LedgerCopy
{
public:
    /// Errors: also NotFound.
    static Result<std::unique_ptr<LedgerCopy>> take(const QString &ledgerPath);
    ~LedgerCopy();
    LedgerCopy(const LedgerCopy &) = delete;
    LedgerCopy &operator=(const LedgerCopy &) = delete;

    Result<QString> origin();
    Result<quint64> size();
    /// As Ledger::entriesFrom().
    Result<QList<Entry>> entriesFrom(quint64 sequence, int count, Ledger::Attachments attachments);

private:
    LedgerCopy(std::unique_ptr<Snapshot> snapshot, std::unique_ptr<Database> database);

    std::unique_ptr<Snapshot> m_snapshot;
    std::unique_ptr<Database> m_database;
};

} // namespace holdpoint::ledger
