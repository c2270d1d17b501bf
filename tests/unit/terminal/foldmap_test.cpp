// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/foldmap.h>

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace holdpoint::terminal::testing {
namespace {

TEST(FoldMapTest, aFoldIsOneRowAndWhatFollowsMovesUp)
{
    FoldMap map;
    EXPECT_TRUE(map.add({3, 7}));
    EXPECT_EQ(map.rowOf(2), 2);
    EXPECT_EQ(map.rowOf(3), 3);
    EXPECT_EQ(map.rowOf(6), 3);
    EXPECT_EQ(map.rowOf(8), 4);
    EXPECT_EQ(map.lineAt(3), 3);
    EXPECT_EQ(map.lineAt(4), 8);
    ASSERT_NE(map.at(5), nullptr);
    EXPECT_EQ(map.at(5)->lines(), 5);
    EXPECT_EQ(map.at(8), nullptr);
    EXPECT_TRUE(map.remove(7));
    EXPECT_FALSE(map.remove(7));
    EXPECT_EQ(map.rowOf(8), 8);
}

TEST(FoldMapTest, oneLineAndWhatIsFoldedAlreadyAreNotFolded)
{
    FoldMap map;
    EXPECT_FALSE(map.add({4, 4}));
    EXPECT_TRUE(map.add({4, 9}));
    for (const FoldMap::Fold &meeting :
         {FoldMap::Fold{4, 9}, FoldMap::Fold{0, 4}, FoldMap::Fold{9, 12}, FoldMap::Fold{5, 6}, FoldMap::Fold{0, 20}})
        EXPECT_FALSE(map.add(meeting)) << meeting.first << ' ' << meeting.last;
    EXPECT_TRUE(map.add({10, 12})) << "neighbours do not meet";
    EXPECT_EQ(map.rowOf(13), 6);
}

TEST(FoldMapTest, aFoldThatIsPartlyDroppedKeepsItsRest)
{
    FoldMap map;
    ASSERT_TRUE(map.add({0, 9}));
    ASSERT_TRUE(map.add({20, 22}));
    map.drop(6);
    ASSERT_NE(map.at(6), nullptr);
    EXPECT_EQ(map.at(6)->lines(), 4);
    EXPECT_EQ(map.rowOf(10), 1);
    map.drop(9);
    EXPECT_EQ(map.at(9), nullptr) << "one line is no fold";
    map.drop(30);
    EXPECT_TRUE(map.isEmpty());
    EXPECT_EQ(map.lineAt(0), 30);
}

/// The same by walking over all lines.
std::vector<qint64> naiveRows(const std::vector<FoldMap::Fold> &folds, qint64 begin, qint64 end)
{
    std::vector<qint64> lines;
    for (qint64 line = begin; line < end; ++line) {
        bool isHidden = false;
        for (const FoldMap::Fold &fold : folds)
            isHidden = isHidden || (line > std::max(fold.first, begin) && line <= fold.last && fold.last > begin);
        if (!isHidden)
            lines.push_back(line);
    }
    return lines;
}

TEST(FoldMapTest, rowsAndLinesAreThoseOfAWalkOverAllLines)
{
    for (unsigned seed = 1; seed <= 100; ++seed) {
        std::mt19937 random(seed);
        FoldMap map;
        std::vector<FoldMap::Fold> folds;
        qint64 begin = 0;
        for (int step = 0; step < 40; ++step) {
            const qint64 first = begin + static_cast<qint64>(random() % 200);
            const FoldMap::Fold fold{first, first + static_cast<qint64>(random() % 12)};
            const auto meets = [&](const FoldMap::Fold &other) {
                return fold.first <= other.last && other.first <= fold.last;
            };
            switch (random() % 4) {
            case 0:
            case 1: {
                const bool free = fold.lines() >= 2 && std::none_of(folds.begin(), folds.end(), meets);
                ASSERT_EQ(map.add(fold), free) << "seed " << seed;
                if (free)
                    folds.push_back(fold);
                break;
            }
            case 2:
                ASSERT_EQ(map.remove(first), std::erase_if(folds, [first](const FoldMap::Fold &other) {
                                                 return other.first <= first && first <= other.last;
                                             }) > 0);
                break;
            default:
                begin += static_cast<qint64>(random() % 9);
                map.drop(begin);
                for (FoldMap::Fold &other : folds)
                    other.first = std::max(other.first, begin);
                std::erase_if(folds, [](const FoldMap::Fold &other) { return other.lines() < 2; });
            }
            const std::vector<qint64> lines = naiveRows(folds, begin, begin + 240);
            for (std::size_t row = 0; row < lines.size(); ++row) {
                ASSERT_EQ(map.lineAt(static_cast<qint64>(row)), lines[row]) << "seed " << seed << " row " << row;
                const qint64 next = row + 1 < lines.size() ? lines[row + 1] : begin + 240;
                for (qint64 line = lines[row]; line < next; ++line)
                    ASSERT_EQ(map.rowOf(line), static_cast<qint64>(row)) << "seed " << seed << " line " << line;
            }
        }
    }
}

TEST(FoldMapTest, manyAreAddedAtOnceAsOneByOne)
{
    FoldMap map;
    map.drop(5);
    ASSERT_TRUE(map.add({20, 29}));
    const std::vector<FoldMap::Fold> more{{0, 9}, {6, 8}, {8, 11}, {12, 12}, {13, 14}, {25, 40}, {29, 31}, {30, 39}};
    map.add(more);
    EXPECT_EQ(map.folds(), (std::vector<FoldMap::Fold>{{6, 8}, {13, 14}, {20, 29}, {30, 39}}));
    EXPECT_EQ(map.rowOf(50), 50 - 5 - 2 - 1 - 9 - 9);
    EXPECT_EQ(map.lineAt(map.rowOf(45)), 45);
}

} // namespace
} // namespace holdpoint::terminal::testing
