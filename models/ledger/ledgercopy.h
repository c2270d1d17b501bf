// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/ledger/ledger.h>

#include <memory>

namespace holdpoint::ledger {

class Database;
class Snapshot;

/// A ledger file as it was at one moment, to read from piece by piece, while its writer goes on in another process.
///
/// Thread: one; taken, used and destroyed there. Owns the private copy of the file. Memory: one piece, never the ledger.
/// Invariants: the chain of its records was walked and is unbroken; each entry is the one its hash names.
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
    /// Of one run, in order, without attachments.
    Result<QList<Entry>> entries(const QByteArray &run);
    /// Of one type, in order, without attachments.
    Result<QList<Entry>> entriesOfType(const QString &type);
    /// These entries, with attachments. Errors: also NotFound.
    Result<QList<Entry>> entriesAt(const QList<quint64> &sequences);
    /// As Ledger::entriesFrom().
    Result<QList<Entry>> entriesFrom(quint64 sequence, int count, Ledger::Attachments attachments);

private:
    explicit LedgerCopy(std::unique_ptr<Snapshot> snapshot);
    Result<> open();

    std::unique_ptr<Snapshot> m_snapshot;
    std::unique_ptr<Database> m_database;
};

} // namespace holdpoint::ledger
