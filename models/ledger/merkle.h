// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QList>

#include <vector>

/// The Merkle tree of RFC 6962 section 2.1 over leaf hashes (SHA-256, 0x00 before a leaf, 0x01 before a node).
namespace holdpoint::ledger {

constexpr qsizetype hashSize = 32;

/// SHA-256(0x00 || record).
QByteArray leafHash(QByteArrayView record);
bool isLeafOf(QByteArrayView leaf, QByteArrayView record);

/// All complete subtrees of a growing list of leaves: root and proofs of every earlier size take O(log^2 n).
///
/// Invariants: level k holds the hashes of the complete subtrees of 2^k leaves, in order; 64 bytes an entry in all.
class MerkleTree
{
public:
    void append(QByteArrayView leaf);
    /// Forgets all leaves from `size` on.
    void truncate(quint64 size);

    [[nodiscard]] quint64 size() const;
    [[nodiscard]] QByteArray leaf(quint64 index) const;
    /// 32 zero bytes when there is none. Valid until the tree changes.
    [[nodiscard]] QByteArrayView lastLeaf() const;
    [[nodiscard]] QByteArray root() const { return root(size()); }
    /// The head of the first `size` leaves; SHA-256 of nothing for 0. REQUIRES size <= size().
    [[nodiscard]] QByteArray root(quint64 size) const;
    /// REQUIRES index < size <= size().
    [[nodiscard]] QList<QByteArray> inclusionPath(quint64 index, quint64 size) const;
    /// REQUIRES oldSize <= size <= size(). Empty for oldSize 0 or oldSize == size.
    [[nodiscard]] QList<QByteArray> consistencyPath(quint64 oldSize, quint64 size) const;

private:
    [[nodiscard]] QByteArray node(qsizetype level, quint64 index) const;
    [[nodiscard]] QByteArray range(quint64 begin, quint64 end) const;

    std::vector<QByteArray> m_levels;
};

/// Whether the leaf stands at `sequence` in the tree with this size and root (RFC 9162 section 2.1.3.2).
/// Errors: Invalid (lengths are off), Corrupt (the path leads to another root).
Result<> verifyInclusion(const QByteArray &leaf, quint64 sequence, quint64 size, const QList<QByteArray> &path,
                         const QByteArray &root);

/// Whether the newer tree begins with the older one (RFC 9162 section 2.1.4.2). Errors: as above.
Result<> verifyConsistency(quint64 oldSize, const QByteArray &oldRoot, quint64 size, const QByteArray &root,
                           const QList<QByteArray> &path);

} // namespace holdpoint::ledger
