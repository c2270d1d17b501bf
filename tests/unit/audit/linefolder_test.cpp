// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/linefolder.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using audit::Line;
using audit::LineFolder;
using audit::Moment;

namespace {

constexpr Moment now{7, 1'000'000, 500};

QStringList textsOf(const QList<Line> &lines)
{
    QStringList texts;
    for (const Line &line : lines)
        texts.append(line.text);
    return texts;
}

/// All lines, also the one that has not ended.
QStringList folded(QByteArrayView bytes, int columns = 80)
{
    LineFolder folder(columns);
    folder.feed(bytes, now);
    QStringList texts = textsOf(folder.takeLines());
    if (const QString open = folder.openLine().text; !open.isEmpty())
        texts.append(open);
    return texts;
}

const QByteArray mixed =
    "one\r\n\033[1;31mtwo\033[0m\r\n 10%\r 90%\r100%\033[K done\r\n\033]0;title\nwith feed\007gr\303\274n\r\n"
    "abc\b\bXY\r\nlast";

TEST(LineFolderTest, coloursTitlesAndProgressAreFoldedIntoTheLinesAPersonSaw)
{
    EXPECT_EQ(folded(mixed), (QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("100% done"),
                                          QStringLiteral("grün"), QStringLiteral("aXY"), QStringLiteral("last")}));
}

TEST(LineFolderTest, theLinesDoNotDependOnHowTheStreamIsSplit)
{
    const QStringList whole = folded(mixed);
    for (qsizetype at = 1; at < mixed.size(); ++at) {
        LineFolder folder;
        folder.feed(QByteArrayView(mixed).first(at), now);
        folder.feed(QByteArrayView(mixed).sliced(at), now);
        EXPECT_EQ(textsOf(folder.takeLines()) + QStringList(folder.openLine().text), whole) << at;
    }
}

TEST(LineFolderTest, anotherFolderGoesOnFromTheTail)
{
    const QStringList whole = folded(mixed);
    for (qsizetype at = 0; at <= mixed.size(); ++at) {
        LineFolder first;
        first.feed(QByteArrayView(mixed).first(at), now);
        const QStringList before = textsOf(first.takeLines());
        LineFolder second(first.columns());
        second.feed(first.tail(), first.tailMoment());
        second.takeLines();
        EXPECT_EQ(second.openLine().text, first.openLine().text) << at;
        second.feed(QByteArrayView(mixed).sliced(at), now);
        EXPECT_EQ(before + textsOf(second.takeLines()) + QStringList(second.openLine().text), whole) << at;
    }
}

TEST(LineFolderTest, aCommandThatTheShellWrappedAtTheEdgeIsOneLine)
{
    EXPECT_EQ(folded("$ 34567890 \rabc\r\n", 10), QStringList(QStringLiteral("$ 34567890abc")));
}

TEST(LineFolderTest, movingToAnotherRowEndsALine)
{
    EXPECT_EQ(folded("\033[2J\033[1;1Htop\033[5;10Hload 0.1"),
              (QStringList{QStringLiteral("top"), QStringLiteral("load 0.1")}));
}

TEST(LineFolderTest, movesErasuresAndInsertionsWithinALineAreObeyed)
{
    EXPECT_EQ(folded("abcdef\r\033[2C\033[Kx"), QStringList(QStringLiteral("abx")));
    EXPECT_EQ(folded("abcdef\033[3G\033[2P"), QStringList(QStringLiteral("abef")));
    EXPECT_EQ(folded("abcdef\033[3G\033[2@"), QStringList(QStringLiteral("ab  cdef")));
    EXPECT_EQ(folded("abcdef\033[3G\033[1K"), QStringList(QStringLiteral("   def")));
    EXPECT_EQ(folded("abcdef\033[3G\033[2Xg"), QStringList(QStringLiteral("abg ef")));
    EXPECT_EQ(folded("a\tb"), QStringList(QStringLiteral("a       b")));
    EXPECT_EQ(folded("a\033[99999Cb", 20), QStringList(QStringLiteral("a                   b")));
}

TEST(LineFolderTest, noLineHoldsAnythingThatHidesOrSteers)
{
    EXPECT_EQ(folded("a\342\200\256b\302\205c\342\200\213d\000e"), QStringList(QStringLiteral("abcd")));
    EXPECT_EQ(audit::plainLines(QStringLiteral("  a\x1b[1mb\tc\n\n\u202e")), QStringList(QStringLiteral("a[1mb c")));
}

TEST(LineFolderTest, aLineKnowsTheEntriesOfItsFirstAndLastCharacter)
{
    LineFolder folder;
    folder.feed("on", {3, 100, 10});
    folder.feed("e\r\ntwo\r\n", {4, 200, 20});
    EXPECT_EQ(folder.takeLines(),
              (QList<Line>{{QStringLiteral("one"), 3, {4, 200, 20}}, {QStringLiteral("two"), 4, {4, 200, 20}}}));
}

TEST(LineFolderTest, aLineWithoutEndIsCutSoThatWhatStandsAtTheCutIsFound)
{
    QByteArray endless;
    for (int number = 0; endless.size() < 200'000; ++number)
        endless += "word" + QByteArray::number(number) + ' ';
    const QStringList lines = folded(endless);
    EXPECT_GT(lines.size(), 10);
    for (int number = 0; number < 20'000; ++number) {
        const QString word = QStringLiteral("word%1 ").arg(number);
        EXPECT_TRUE(std::ranges::any_of(lines, [&](const QString &line) {
            return line.contains(word) && line.size() <= 2 * LineFolder::longestLine;
        })) << number;
        number += 37;
    }
}

TEST(LineFolderTest, aWidthThatNoTerminalHasIsNotBelieved)
{
    for (const int columns : {0, -5, 1, 2'000'000'000})
        EXPECT_LE(folded("abc\033[999999999Cd\033[1Ge\r\n", columns).size(), 2) << columns;
    EXPECT_EQ(folded("abc\r\n", 0), QStringList(QStringLiteral("abc")));
}

TEST(LineFolderTest, whatNeverEndsALineTakesBoundedMemory)
{
    LineFolder folder;
    for (int turn = 0; turn < 20'000; ++turn)
        folder.feed("\r[" + QByteArray::number(turn) + "/20000]", now);
    EXPECT_LE(folder.tail().size(), 64 * 1024);
    EXPECT_TRUE(folder.openLine().text.endsWith(QStringLiteral("[19999/20000]")));
}

} // namespace
