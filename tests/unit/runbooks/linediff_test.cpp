// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/linediff.h>

#include <gtest/gtest.h>

#include <QRandomGenerator>

namespace {

using namespace holdpoint::runbooks;
using Kind = DiffLine::Kind;

QByteArray joined(const QList<DiffLine> &diff, Kind without)
{
    QByteArray text;
    for (const DiffLine &line : diff) {
        if (line.kind != without)
            text += line.text.toUtf8() + '\n';
    }
    return text;
}

TEST(LineDiffTest, aChangedLineIsShownWithItsNeighbours)
{
    const QList<DiffLine> diff = lineDiff("a\nb\nc\nd\ne\n", "a\nb\nX\nd\ne\n", 1);
    EXPECT_EQ(diffText(diff), QStringLiteral("  b\n- c\n+ X\n  d\n"));
}

TEST(LineDiffTest, theSameTextHasNoDifferences) { EXPECT_TRUE(lineDiff("a\nb\n", "a\nb\n").isEmpty()); }

TEST(LineDiffTest, whatIsFarFromAnyChangeIsLeftOutAndSaidSo)
{
    QByteArray before;
    for (int i = 0; i < 40; ++i)
        before += QByteArray::number(i) + '\n';
    QByteArray after = before;
    after.replace("5\n6\n", "5\nsix\n").replace("34\n35\n", "34\n");
    const QString text = diffText(lineDiff(before, after, 1));
    EXPECT_EQ(text, QStringLiteral("  5\n- 6\n+ six\n  7\n...\n  34\n- 35\n  36\n"));
}

TEST(LineDiffTest, bothTextsCanBeReadBackFromTheDifferences)
{
    QRandomGenerator random(7);
    for (int round = 0; round < 300; ++round) {
        QByteArray before;
        QByteArray after;
        for (int i = 0; i < 30; ++i) {
            const QByteArray line = QByteArray::number(random.bounded(5)) + '\n';
            const int fate = random.bounded(6);
            before += fate == 0 ? QByteArray() : line;
            after += fate == 1 ? QByteArray() : line;
        }
        const QList<DiffLine> diff = lineDiff(before, after, 1000);
        if (before == after)
            continue;
        EXPECT_EQ(joined(diff, Kind::Added), before) << round;
        EXPECT_EQ(joined(diff, Kind::Removed), after) << round;
    }
}

TEST(LineDiffTest, textsThatShareNothingAreReplacedInBoundedTime)
{
    QByteArray before;
    QByteArray after;
    for (int i = 0; i < 20'000; ++i) {
        before += "old " + QByteArray::number(i) + '\n';
        after += "new " + QByteArray::number(i) + '\n';
    }
    EXPECT_EQ(lineDiff(before, after, 0).size(), 40'000);
}

} // namespace
