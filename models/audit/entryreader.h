// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/entrysource.h>
#include <models/audit/indexfile.h>

namespace holdpoint::audit {

class Indexer;

/// Reads a ledger into the index's file, piece by piece, in transactions of some size.
///
/// Thread: that of the file. Borrows file and source.
class EntryReader
{
public:
    EntryReader(IndexFile &file, const EntrySource &source)
        : m_file(file)
        , m_source(source)
    {
    }

    /// Goes to where the last one ended. Errors: Corrupt when the ledger has another history than the index was made from.
    Result<> findPlace();
    /// `progress`: entries done and in all; false to stop. Errors: also Cancelled, with what was read so far committed.
    Result<> readAll(const std::function<bool(quint64 done, quint64 total)> &progress);
    /// Whether the last error was the source's, and says nothing about the index.
    [[nodiscard]] bool sourceFailed() const { return m_sourceFailed; }

private:
    Result<> readSome(const std::function<bool(quint64 done, quint64 total)> &progress, bool &goesOn);
    Result<quint64> readPiece(Indexer &indexer);
    Result<> add(Indexer &indexer, const ledger::Entry &entry);

    IndexFile &m_file;
    const EntrySource &m_source;
    quint64 m_next = 0;
    QByteArray m_leaf;
    bool m_sourceFailed = false;
};

} // namespace holdpoint::audit
