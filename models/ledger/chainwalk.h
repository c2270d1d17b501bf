// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/database.h>
#include <models/ledger/merkle.h>
#include <models/ledger/record.h>

#include <QMap>

#include <limits>

namespace holdpoint::ledger {

/// Reads a ledger from its first entry to its last and judges it: order, hashes, links, index columns, attachments and
/// stored checkpoints. Bytes may be missing only where a later "erased" entry of the same run names them, and be there only
/// where a record names them and no such entry does. It goes in steps so that a writer can work in between; entries added
/// meanwhile are walked too.
///
/// Thread: that of the database.
class ChainWalk
{
public:
    enum class Attachments { Check, Skip };
    /// Of entries before `trusted` only the leaf is read: the stored checkpoint of that size vouches for them.
    ChainWalk(Database &database, Attachments attachments, quint64 trusted = 0);
    /// Notes from now on under which run and type the entries stand.
    void noteFilings() { m_filings.emplace(); }
    /// Whether the records fit their leaves is for somebody else to find out from there on, with Database::firstUnfitLeaf().
    void leaveLeaves(quint64 from) { m_leavesLeft = from; }

    /// Reads at most `count` more entries. True when there is a verdict.
    bool step(int count);
    void finish();

    [[nodiscard]] const Audit &audit() const { return m_audit; }
    [[nodiscard]] const MerkleTree &tree() const { return m_tree; }
    /// Nothing for an empty ledger.
    [[nodiscard]] std::optional<Entry> lastEntry() const;
    [[nodiscard]] Head head() const;
    /// REQUIRES noteFilings(). Turns a good verdict into a bad one unless the indexes have every entry where it stands.
    void compareWithIndexes(const Filings &indexes);
    /// What was found in place of this walk, unless it found something before that.
    void takeUnfitLeaf(quint64 sequence);
    /// Turns a good verdict into a bad one unless the ledger begins with this head. `name` says what held it.
    void require(const Head &head, const QString &name);

private:
    /// Bytes that a record says are erased.
    struct Left
    {
        quint64 sequence = 0; ///< of the entry that has them
        quint64 record = 0;
    };

    void bad(std::optional<quint64> sequence, const QString &reason);
    bool take(const Database::RowView &row, Database::Columns columns);
    bool judge(const Database::RowView &row);
    Result<> judgeWhole(const Database::RowView &row, const RecordView &record);
    Result<> judgeAttachments(Entry &entry);
    Result<> take(const Entry &entry, const ErasureRecord &erasure);
    Result<std::optional<quint64>> firstLeft(const Entry &entry, const ErasureRecord &erasure);
    void end();
    bool readStored(quint64 first, quint64 last);
    void judgeStored();
    void judgeCheckpoints();

    Database &m_database;
    Attachments m_attachments;
    quint64 m_trusted;
    MerkleTree m_tree;
    QByteArray m_lastRecord;
    QSet<quint64> m_stored;     ///< of the rows at hand, those with bytes
    std::optional<Left> m_left; ///< the first that was found
    QMap<quint64, QByteArray>
        m_missing; ///< entries that lack bytes, and their runs, until an erasure accounts for them
    std::optional<Filings> m_filings;
    quint64 m_leavesLeft = std::numeric_limits<quint64>::max();
    Audit m_audit;
    bool m_done = false;
};

} // namespace holdpoint::ledger
