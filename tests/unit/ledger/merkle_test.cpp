// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/sha256.h>
#include <models/ledger/merkle.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::ledger;

namespace {

MerkleTree treeOf(int size)
{
    MerkleTree tree;
    for (int i = 0; i < size; ++i)
        tree.append(leafHash(QByteArray::number(i)));
    return tree;
}

/// RFC 6962 section 2.1, word for word.
QByteArray definition(const QList<QByteArray> &leaves)
{
    if (leaves.isEmpty())
        return sha256({});
    if (leaves.size() == 1)
        return leaves.first();
    qsizetype k = 1;
    while (k * 2 < leaves.size())
        k *= 2;
    return sha256(QByteArray("\x01") + definition(leaves.first(k)) + definition(leaves.sliced(k)));
}

TEST(MerkleTest, theRootsAreThoseOfTheStandardsTestVectors)
{
    // The leaves and roots that the Certificate Transparency implementations share.
    const QList<QByteArray> inputs{"",         QByteArray("\0", 1),
                                   "\x10",     "\x20\x21",
                                   "\x30\x31", "\x40\x41\x42\x43",
                                   "\x50\x51\x52\x53\x54\x55\x56\x57",
                                   "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
    MerkleTree tree;
    EXPECT_EQ(tree.root().toHex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (const QByteArray &input : inputs)
        tree.append(leafHash(input));
    EXPECT_EQ(tree.root(1).toHex(), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    EXPECT_EQ(tree.root(2).toHex(), "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    EXPECT_EQ(tree.root(8).toHex(), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

TEST(MerkleTest, everyEarlierRootIsThatOfTheDefinition)
{
    const MerkleTree tree = treeOf(40);
    QList<QByteArray> leaves;
    for (quint64 size = 0; size <= 40; ++size) {
        EXPECT_EQ(tree.root(size), definition(leaves)) << size;
        leaves.append(leafHash(QByteArray::number(size)));
    }
}

TEST(MerkleTest, everyEntryIsProvedAndNoOtherIs)
{
    const MerkleTree tree = treeOf(40);
    for (quint64 size = 1; size <= 40; ++size) {
        for (quint64 index = 0; index < size; ++index) {
            const auto path = tree.inclusionPath(index, size);
            EXPECT_TRUE(verifyInclusion(tree.leaf(index), index, size, path, tree.root(size)));
            EXPECT_FALSE(verifyInclusion(leafHash("other"), index, size, path, tree.root(size)));
            EXPECT_FALSE(verifyInclusion(tree.leaf(index), index + 1, size, path, tree.root(size)));
            EXPECT_FALSE(verifyInclusion(tree.leaf(index), index, size, path + QList{tree.leaf(0)}, tree.root(size)));
            if (!path.isEmpty()) {
                EXPECT_FALSE(verifyInclusion(tree.leaf(index), index, size, path.first(path.size() - 1), tree.root(size)));
            }
        }
    }
}

TEST(MerkleTest, everyGrowthIsProvedAndARewrittenEntryIsCaught)
{
    const MerkleTree tree = treeOf(40);
    MerkleTree forged = treeOf(7);
    for (int i = 7; i < 40; ++i)
        forged.append(leafHash(i == 7 ? QByteArray("forged") : QByteArray::number(i)));
    for (quint64 size = 0; size <= 40; ++size) {
        for (quint64 old = 0; old <= size; ++old) {
            const auto path = tree.consistencyPath(old, size);
            EXPECT_TRUE(verifyConsistency(old, tree.root(old), size, tree.root(size), path)) << old << " " << size;
            const bool caught = !verifyConsistency(old, tree.root(old), size, forged.root(size), forged.consistencyPath(old, size));
            EXPECT_EQ(caught, old > 7) << old << " " << size;
            for (qsizetype i = 0; i < path.size(); ++i) {
                auto bent = path;
                bent[i][0] = char(bent[i][0] ^ 1);
                EXPECT_FALSE(verifyConsistency(old, tree.root(old), size, tree.root(size), bent));
            }
        }
    }
}

TEST(MerkleTest, aTruncatedTreeGrowsAsIfNothingHadBeen)
{
    for (quint64 size = 0; size <= 20; ++size) {
        MerkleTree tree = treeOf(20);
        tree.truncate(size);
        EXPECT_EQ(tree.size(), size);
        for (quint64 i = size; i < 20; ++i)
            tree.append(leafHash(QByteArray::number(i)));
        EXPECT_EQ(tree.root(), treeOf(20).root());
    }
}

} // namespace
