// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/ledger/entry.h>

#include <memory>

namespace holdpoint::ledger {

class Database;
class Snapshot;

/// A ledger file as it was at one moment, to read from piece by piece: nothing is written, and another process may go on
/// writing the file.
///
/// Thread: one. Owns: the private copy of the file, until it goes.
/// Invariants: the chain of the copy was walked and is unbroken.
/// Errors: NotFound, Io, Corrupt (names the first bad entry), NotPermitted (newer format).
class LedgerCopy
{
public:
    static Result<std::unique_ptr<LedgerCopy>> take(const QString &path);
    ~LedgerCopy();
    LedgerCopy(const LedgerCopy &) = delete;
    LedgerCopy &operator=(const LedgerCopy &) = delete;

    /// Of one run, in order, without attachments.
    Result<QList<Entry>> entries(const QByteArray &run);
    /// Of one type, in order, without attachments.
    Result<QList<Entry>> entriesOfType(const QString &type);
    /// These entries, with attachments.
    Result<QList<Entry>> entriesAt(const QList<quint64> &sequences);

private:
    explicit LedgerCopy(std::unique_ptr<Snapshot> snapshot);
    Result<> open();

    std::unique_ptr<Snapshot> m_snapshot;
    std::unique_ptr<Database> m_database;
};

} // namespace holdpoint::ledger
