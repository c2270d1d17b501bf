// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/clock.h>
#include <models/ledger/database.h>
#include <models/ledger/merkle.h>
#include <models/ledger/record.h>

#include <span>

namespace holdpoint::ledger {

/// An open ledger file and the chain in it: adds entries, proves them.
///
/// Thread: one, that of its database.
/// Invariants: what write() gave back is on disk; a failed write() leaves the chain as it was.
class Chain
{
public:
    /// Checks pages, entries, stored checkpoints and the high-water mark before anything is written.
    /// Errors: Corrupt (files untouched), Busy, NotPermitted, Io.
    static Result<std::unique_ptr<Chain>> open(const QString &path, const Clock &clock);
    ~Chain();
    Chain(const Chain &) = delete;
    Chain &operator=(const Chain &) = delete;

    /// Writes all of it in one transaction, at one time of the clock: the entries of the drafts, in order.
    Result<std::vector<Entry>> write(std::span<const EncodedDraft> drafts, std::span<const Checkpoint> checkpoints);

    [[nodiscard]] Head head() const;
    [[nodiscard]] const MerkleTree &tree() const { return m_tree; }
    [[nodiscard]] const QString &origin() const { return m_origin; }
    [[nodiscard]] Database &database() { return *m_database; }
    /// Whether the log still held what a process that died had written.
    [[nodiscard]] bool isRecovered() const { return m_isRecovered; }

    /// Rows as entries; each must be the very record in the tree. Errors: Corrupt.
    Result<QList<Entry>> entriesFrom(const QList<Database::Row> &rows, Ledger::Attachments attachments);
    /// As Ledger::entriesFrom(). Errors: Corrupt.
    Result<QList<Entry>> piece(quint64 sequence, int count, Ledger::Attachments attachments);

private:
    /// When something is written; the next one is compared with it.
    struct Moment
    {
        QDateTime utc;
        quint64 bootMs = 0;
        QByteArray bootId;
        bool clockSynchronised = false;
    };

    Chain(std::unique_ptr<Database> database, const Clock &clock);
    Result<> load(const QString &path);
    Result<quint64> trustedSize(quint64 size);
    Result<std::vector<Entry>> insert(std::span<const EncodedDraft> drafts, std::span<const Checkpoint> checkpoints);
    Result<Entry> entryOf(const Database::Row &row) const;
    [[nodiscard]] Moment now() const;
    [[nodiscard]] Entry next(const EncodedDraft &encoded, const Moment &moment) const;
    Result<> insertClockJump(const Moment &moment);
    Result<Entry> add(const EncodedDraft &encoded, const Moment &moment);

    std::unique_ptr<Database> m_database;
    const Clock &m_clock;
    QString m_origin;
    MerkleTree m_tree;
    std::optional<Moment> m_last;
    bool m_isRecovered = false;
};

} // namespace holdpoint::ledger
