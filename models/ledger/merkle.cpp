// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/merkle.h>

#include <models/base/sha256.h>

#include <algorithm>
#include <array>
#include <bit>

namespace holdpoint::ledger {

namespace {

using Hash = std::array<char, std::size_t(hashSize)>;

/// REQUIRES two hashes.
Hash nodeOf(QByteArrayView left, QByteArrayView right)
{
    std::array<char, 1 + std::size_t(hashSize)> start{'\x01'};
    std::copy(left.begin(), left.end(), start.begin() + 1);
    Hash hash;
    sha256(start, right, hash.data());
    return hash;
}

QByteArray nodeHash(QByteArrayView left, QByteArrayView right)
{
    const Hash hash = nodeOf(left, right);
    return QByteArray(hash.data(), hashSize);
}

/// The largest power of two smaller than `size`: where RFC 6962 splits a list. REQUIRES size > 1.
quint64 split(quint64 size) { return std::bit_floor(size - 1); }

bool isEven(quint64 value) { return value % 2 == 0; }

bool areHashes(const QList<QByteArray> &path)
{
    return std::all_of(path.begin(), path.end(), [](const QByteArray &hash) { return hash.size() == hashSize; });
}

tl::unexpected<Error> badLength() { return fail(ErrorKind::Invalid, QStringLiteral("the proof has the wrong length")); }

} // namespace

QByteArray leafHash(QByteArrayView record)
{
    QByteArray hash(hashSize, Qt::Uninitialized);
    sha256(QByteArrayView("", 1), record, hash.data());
    return hash;
}

bool isLeafOf(QByteArrayView leaf, QByteArrayView record)
{
    Hash hash;
    sha256(QByteArrayView("", 1), record, hash.data());
    return leaf == QByteArrayView(hash);
}

void MerkleTree::append(QByteArrayView leaf)
{
    Q_ASSERT(leaf.size() == hashSize);
    Hash hash;
    std::copy(leaf.begin(), leaf.end(), hash.begin());
    for (quint64 index = size(), level = 0;; index /= 2, ++level) {
        if (level == m_levels.size())
            m_levels.emplace_back();
        QByteArray &hashes = m_levels[level];
        hashes.append(QByteArrayView(hash));
        if (isEven(index))
            return;
        const QByteArrayView last(hashes);
        hash = nodeOf(last.sliced(last.size() - 2 * hashSize, hashSize), last.last(hashSize));
    }
}

void MerkleTree::truncate(quint64 size)
{
    for (std::size_t level = 0; level < m_levels.size(); ++level)
        m_levels[level].truncate(qsizetype(size >> level) * hashSize);
}

quint64 MerkleTree::size() const { return m_levels.empty() ? 0 : quint64(m_levels.front().size() / hashSize); }

QByteArray MerkleTree::leaf(quint64 index) const { return node(0, index); }

QByteArrayView MerkleTree::lastLeaf() const
{
    static const Hash none{};
    return size() == 0 ? QByteArrayView(none) : QByteArrayView(m_levels.front()).last(hashSize);
}

QByteArray MerkleTree::root(quint64 size) const
{
    Q_ASSERT(size <= this->size());
    return size == 0 ? sha256({}) : range(0, size);
}

QByteArray MerkleTree::node(qsizetype level, quint64 index) const
{
    return m_levels[std::size_t(level)].mid(qsizetype(index) * hashSize, hashSize);
}

QByteArray MerkleTree::range(quint64 begin, quint64 end) const
{
    const quint64 count = end - begin;
    if (const int level = std::countr_zero(count); std::has_single_bit(count))
        return node(level, begin >> level);
    const quint64 middle = begin + split(count);
    return nodeHash(range(begin, middle), range(middle, end));
}

QList<QByteArray> MerkleTree::inclusionPath(quint64 index, quint64 size) const
{
    Q_ASSERT(index < size && size <= this->size());
    QList<QByteArray> path;
    for (quint64 begin = 0, end = size; end - begin > 1;) {
        const quint64 middle = begin + split(end - begin);
        if (index < middle) {
            path.prepend(range(middle, end));
            end = middle;
        } else {
            path.prepend(range(begin, middle));
            begin = middle;
        }
    }
    return path;
}

QList<QByteArray> MerkleTree::consistencyPath(quint64 oldSize, quint64 size) const
{
    Q_ASSERT(oldSize <= size && size <= this->size());
    if (oldSize == 0 || oldSize == size)
        return {};
    QList<QByteArray> path;
    quint64 begin = 0;
    quint64 end = size;
    while (oldSize != end) {
        const quint64 middle = begin + split(end - begin);
        if (oldSize <= middle) {
            path.prepend(range(middle, end));
            end = middle;
        } else {
            path.prepend(range(begin, middle));
            begin = middle;
        }
    }
    // The verifier knows the old root already when the old tree is one complete subtree.
    if (begin > 0)
        path.prepend(range(begin, end));
    return path;
}

Result<> verifyInclusion(const QByteArray &leaf, quint64 sequence, quint64 size, const QList<QByteArray> &path,
                         const QByteArray &root)
{
    if (sequence >= size || leaf.size() != hashSize || root.size() != hashSize || !areHashes(path))
        return badLength();
    quint64 index = sequence;
    quint64 last = size - 1;
    QByteArray hash = leaf;
    for (const QByteArray &sibling : path) {
        if (last == 0)
            return badLength();
        if (!isEven(index) || index == last) {
            hash = nodeHash(sibling, hash);
            while (isEven(index) && index != 0) {
                index /= 2;
                last /= 2;
            }
        } else {
            hash = nodeHash(hash, sibling);
        }
        index /= 2;
        last /= 2;
    }
    if (last != 0)
        return badLength();
    if (hash != root)
        return fail(ErrorKind::Corrupt,
                    QStringLiteral("entry %1 is not in the tree of size %2").arg(sequence).arg(size));
    return {};
}

Result<> verifyConsistency(quint64 oldSize, const QByteArray &oldRoot, quint64 size, const QByteArray &root,
                           const QList<QByteArray> &path)
{
    if (oldSize > size || oldRoot.size() != hashSize || root.size() != hashSize || !areHashes(path))
        return badLength();
    const auto rewritten = [oldSize] {
        return fail(ErrorKind::Corrupt, QStringLiteral("history rewritten before size %1").arg(oldSize));
    };
    if (oldSize == 0 || oldSize == size) {
        if (!path.isEmpty())
            return badLength();
        const bool fits = oldSize == 0 ? oldRoot == sha256({}) : oldRoot == root;
        return fits ? Result<>() : rewritten();
    }
    QList<QByteArray> hashes = path;
    if (std::has_single_bit(oldSize))
        hashes.prepend(oldRoot);
    if (hashes.isEmpty())
        return badLength();
    quint64 index = oldSize - 1;
    quint64 last = size - 1;
    while (!isEven(index)) {
        index /= 2;
        last /= 2;
    }
    QByteArray oldHash = hashes.takeFirst();
    QByteArray newHash = oldHash;
    for (const QByteArray &sibling : std::as_const(hashes)) {
        if (last == 0)
            return badLength();
        if (!isEven(index) || index == last) {
            oldHash = nodeHash(sibling, oldHash);
            newHash = nodeHash(sibling, newHash);
            while (isEven(index) && index != 0) {
                index /= 2;
                last /= 2;
            }
        } else {
            newHash = nodeHash(newHash, sibling);
        }
        index /= 2;
        last /= 2;
    }
    if (last != 0)
        return badLength();
    return oldHash == oldRoot && newHash == root ? Result<>() : rewritten();
}

} // namespace holdpoint::ledger
