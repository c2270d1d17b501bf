// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <models/terminal/search.h>

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>

namespace holdpoint::terminal::testing {
namespace {

QRegularExpression pattern(const char *text) { return QRegularExpression(QString::fromUtf8(text)); }

TEST(SearchTest, matchesAreFoundInHistoryAndOnTheScreenInOrder)
{
    Screen screen(20, 2);
    screen << "error one\r\nfine\r\nan error two\r\nlast error";
    ASSERT_EQ(screen.scrollbackLines(), 2);
    auto found = search(screen, pattern("error"), {0, -1}, SearchDirection::Forward);
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, (Match{{0, 0}, {0, 5}}));
    found = search(screen, pattern("error"), found->from, SearchDirection::Forward);
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, (Match{{2, 3}, {2, 8}}));
    found = search(screen, pattern("error"), found->from, SearchDirection::Forward);
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, (Match{{3, 5}, {3, 10}}));
    EXPECT_FALSE(search(screen, pattern("error"), found->from, SearchDirection::Forward));
    found = search(screen, pattern("error"), found->from, SearchDirection::Backward);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->from, (Position{2, 3}));
}

TEST(SearchTest, aMatchOverTheEdgeOfTheScreenIsOneMatch)
{
    Screen screen(8, 2);
    screen << "abcdefghijkl\r\nx\r\ny";
    const auto found = search(screen, pattern("ghij"), {0, -1}, SearchDirection::Forward);
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, (Match{{0, 6}, {1, 2}}));
    Screen unscrolled(8, 4);
    unscrolled << "abcdefghijkl\r\nx\r\ny";
    EXPECT_EQ(search(unscrolled, pattern("ghij"), {0, -1}, SearchDirection::Forward), found);
}

TEST(SearchTest, aLineHalfInTheHistoryIsSearchedWhole)
{
    Screen screen(8, 2);
    screen << "before\r\nabcdefghijklmnopqrst\r\nx";
    ASSERT_EQ(screen.scrollbackLines(), 3);
    for (const char *text : {"opqr", "ghij", "bcdefghijklmnopqrs"})
        EXPECT_TRUE(search(screen, pattern(text), {0, -1}, SearchDirection::Forward)) << text;
    EXPECT_EQ(search(screen, pattern("opqr"), {9, 0}, SearchDirection::Backward), (Match{{2, 6}, {3, 2}}));
    EXPECT_EQ(countMatches(screen, pattern("[a-t]{20}|x|before"), std::nullopt, 10).total, 3);
}

TEST(SearchTest, theMatchesOfARowAreThoseOfItsWholeLine)
{
    Screen screen(8, 4);
    screen << "abcdefghijkl\r\nghij";
    const std::vector<Match> wrapped{{{0, 6}, {1, 2}}};
    EXPECT_EQ(matchesIn(screen, pattern("ghij"), 0, 0), wrapped);
    EXPECT_EQ(matchesIn(screen, pattern("ghij"), 1, 1), wrapped);
    EXPECT_EQ(matchesIn(screen, pattern("^ghij"), 0, 3), (std::vector<Match>{{{2, 0}, {2, 4}}}));
    EXPECT_TRUE(matchesIn(screen, pattern("ghij"), 3, 3).empty());
}

TEST(SearchTest, wideCharactersAndMarksAreCountedInColumns)
{
    Screen screen(20, 1);
    screen << "日本e\u0301 x\r\n日本e\u0301 x";
    for (const qint64 line : {0, 1}) {
        const auto found = search(screen, pattern("x"), {line, -1}, SearchDirection::Forward);
        ASSERT_TRUE(found);
        EXPECT_EQ(*found, (Match{{line, 6}, {line, 7}}));
    }
}

TEST(SearchTest, lineAnchorsMeanLinesAndMatchesEndWithThem)
{
    Screen screen(20, 3);
    screen << "one\r\ntwo\r\nthree one";
    EXPECT_EQ(search(screen, pattern("^two$"), {0, -1}, SearchDirection::Forward)->from, (Position{1, 0}));
    EXPECT_EQ(search(screen, pattern("one$"), {0, 0}, SearchDirection::Forward)->from, (Position{2, 6}));
    EXPECT_EQ(search(screen, pattern("w[^x]*"), {0, -1}, SearchDirection::Forward)->to, (Position{1, 3}));
    EXPECT_FALSE(search(screen, pattern("x*"), {0, -1}, SearchDirection::Forward)) << "nothing is no match";
}

TEST(SearchTest, everyOneOfManyLinesIsFoundWhereItIs)
{
    Screen screen(40, 5);
    for (int number = 0; number < 20000; ++number)
        screen.feed("entry " + QByteArray::number(number) + " of the list\r\n");
    for (const int number : {0, 1, 7777, 12345, 19995, 19999}) {
        const auto found = search(screen, QRegularExpression(QStringLiteral("entry %1 ").arg(number)), {0, -1},
                                  SearchDirection::Forward);
        ASSERT_TRUE(found) << number;
        EXPECT_EQ(found->from, (Position{number, 0}));
    }
}

TEST(SearchTest, matchesAreCountedWithTheOneThatIsShown)
{
    Screen screen(22, 4);
    for (int line = 0; line < 100; ++line)
        screen.feed("an error and an error\r\n");
    const QRegularExpression error(QStringLiteral("error"));
    const auto first = search(screen, error, {0, -1}, SearchDirection::Forward);
    ASSERT_TRUE(first);
    const auto second = search(screen, error, first->from, SearchDirection::Forward);
    ASSERT_TRUE(second);
    const MatchCount all = countMatches(screen, error, second->from, 1000);
    EXPECT_EQ(all.total, 200);
    EXPECT_EQ(all.current, 2);
    EXPECT_FALSE(all.isMore);
    const MatchCount some = countMatches(screen, error, std::nullopt, 50);
    EXPECT_EQ(some.total, 50);
    EXPECT_EQ(some.current, 0);
    EXPECT_TRUE(some.isMore);
    EXPECT_EQ(countMatches(screen, QRegularExpression(QStringLiteral("warning")), std::nullopt, 50).total, 0);
}

TEST(SearchTest, aMatchTakesBothColumnsOfAWideCharacterThatEndsIt)
{
    Screen screen(20, 2);
    screen << "漢字 abc 😀!\r\n漢字 abc 😀!\r\n";
    ASSERT_EQ(screen.scrollbackLines(), 1);
    for (const qint64 line : {0, 1}) {
        const Position start{line, -1};
        EXPECT_EQ(search(screen, pattern("字"), start, SearchDirection::Forward), (Match{{line, 2}, {line, 4}}));
        EXPECT_EQ(search(screen, pattern("漢字"), start, SearchDirection::Forward), (Match{{line, 0}, {line, 4}}));
        EXPECT_EQ(search(screen, pattern("😀"), start, SearchDirection::Forward), (Match{{line, 9}, {line, 11}}));
        EXPECT_EQ(search(screen, pattern("!"), start, SearchDirection::Forward), (Match{{line, 11}, {line, 12}}));
    }
}

TEST(SearchTest, aMarkThatIsFoundIsShownWithItsCharacter)
{
    Screen screen(20, 1);
    screen << "e\u0301e\u0301x";
    const std::vector<Match> both{{{0, 0}, {0, 1}}, {{0, 1}, {0, 2}}};
    EXPECT_EQ(matchesIn(screen, pattern("\u0301"), 0, 0), both);
    EXPECT_EQ(matchesIn(screen, pattern("\u0301x"), 0, 0), (std::vector<Match>{{{0, 1}, {0, 3}}}));
}

TEST(SearchTest, everyOfManyMatchesInALongLineIsFoundWhereItIs)
{
    constexpr int columns = 30;
    Screen screen(columns, 4);
    for (int number = 0; number < 2000; ++number)
        screen << "abc漢";
    screen << "\r\n\r\n\r\n\r\n\r\nac";
    const std::vector<Match> matches = matchesIn(screen, pattern("c漢|b"), 0, 400);
    ASSERT_EQ(matches.size(), 4000U);
    for (int number = 0; number < 2000; ++number) { // six to a row
        const qint64 row = number / 6;
        const int column = number % 6 * 5;
        EXPECT_EQ(matches[static_cast<std::size_t>(2 * number)], (Match{{row, column + 1}, {row, column + 2}}));
        const Position end = column + 5 == columns && number < 1999 ? Position{row + 1, 0} : Position{row, column + 5};
        EXPECT_EQ(matches[static_cast<std::size_t>(2 * number + 1)], (Match{{row, column + 2}, end}));
    }
}

TEST(SearchTest, aMatchThatWouldRunOverItsLineHidesNoneBehindIt)
{
    Screen screen(20, 3);
    const QRegularExpression greedy = pattern("error[^:]*");
    screen << "error foo\r\nerror bar: x";
    EXPECT_EQ(countMatches(screen, greedy, std::nullopt, 10).total, 2);
    screen << "\r\nno\r\nan error: and error\r\n\r\n\r\n  next";
    EXPECT_EQ(countMatches(screen, greedy, std::nullopt, 10).total, 4);
    EXPECT_EQ(search(screen, greedy, {0, 0}, SearchDirection::Forward), (Match{{1, 0}, {1, 9}}));
    EXPECT_EQ(search(screen, greedy, {1, 0}, SearchDirection::Forward), (Match{{3, 3}, {3, 8}}));
    EXPECT_EQ(search(screen, greedy, {3, 3}, SearchDirection::Forward), (Match{{3, 14}, {3, 19}}));
    EXPECT_EQ(search(screen, pattern("\\s*next"), {0, 0}, SearchDirection::Forward), (Match{{6, 0}, {6, 6}}));
    EXPECT_EQ(countMatches(screen, pattern("(?<=n )error|^error|(?s)x.*"), std::nullopt, 10).total, 5);
}

TEST(SearchTest, theAlternateScreenHasNoHistory)
{
    Screen screen(10, 2);
    screen << "one\r\nan error that wraps more\033[?1049h\033[Herror";
    ASSERT_EQ(screen.scrollbackLines(), 2);
    ASSERT_TRUE(screen.line(1).wrapped);
    const std::vector<Match> only{{{2, 0}, {2, 5}}};
    EXPECT_EQ(matchesIn(screen, pattern("error"), 0, 3), only);
    EXPECT_EQ(matchesIn(screen, pattern("^error"), 2, 3), only);
    EXPECT_EQ(countMatches(screen, pattern("error"), std::nullopt, 10).total, 1);
    EXPECT_FALSE(search(screen, pattern("one"), {0, -1}, SearchDirection::Forward));
    screen << "\033[?1049l";
    EXPECT_EQ(countMatches(screen, pattern("error|one"), std::nullopt, 10).total, 2);
}

TEST(SearchTest, whatIsNoTextIsFoundNeitherInTheHistoryNorOnTheScreen)
{
    Screen screen(5, 3);
    screen << "ab\033[41m\033[K\033[m\r\nabcd漢\033[M"; // what did not fit the second row is gone
    ASSERT_EQ(screen.scrollbackLines(), 0);
    EXPECT_EQ(countMatches(screen, pattern("b "), std::nullopt, 10).total, 0);
    EXPECT_EQ(countMatches(screen, pattern("[^a-zé ]+"), std::nullopt, 10).total, 0);
    screen << "\r\n\r\n\r\n";
    ASSERT_EQ(screen.scrollbackLines(), 3);
    EXPECT_EQ(countMatches(screen, pattern("b "), std::nullopt, 10).total, 0);
    EXPECT_EQ(countMatches(screen, pattern("[^a-zé ]+"), std::nullopt, 10).total, 0);
}

TEST(SearchTest, marksStandWhereTheTextIsThoughAWideCharacterAboveItIsGone)
{
    Screen screen(5, 4);
    screen << "abcd\u65e5\rxy";
    EXPECT_EQ(matchesIn(screen, pattern("xy"), 0, 3), (std::vector<Match>{{{1, 0}, {1, 2}}}));
    EXPECT_EQ(matchesIn(screen, pattern("d xy"), 0, 3), (std::vector<Match>{{{0, 3}, {1, 2}}}));
    Screen above(5, 2); // what the wide character did not fit is in the history when it goes
    above << "abcd\u65e5\r\n\033[Hxy";
    ASSERT_EQ(above.scrollbackLines(), 1);
    EXPECT_EQ(matchesIn(above, pattern("xy"), 0, 2), (std::vector<Match>{{{1, 0}, {1, 2}}}));
}

TEST(SearchTest, whatAnExpressionSaysOfALinesEndsHoldsForEveryLine)
{
    Screen screen(20, 3);
    screen << "error\r\nerror x\r\n error\r\nno error";
    ASSERT_EQ(screen.scrollbackLines(), 1);
    const std::vector<std::pair<const char *, int>> expected{
        {"error(?=\\s)", 1}, {"(?<=\\s)error", 2}, {"\\Aerror", 2}, {"error\\z", 3}, {"error\\Z", 3}, {"error(?!\\n)", 4},
        {"(?<!\\n)error", 4}, {"^error$", 1},        {"\\Berror", 0},  {"r\\b", 4},     {"(?s)r.*", 4},    {"[^e]$", 4}};
    for (const auto &[text, matches] : expected) {
        EXPECT_EQ(countMatches(screen, pattern(text), std::nullopt, 100).total, matches) << text;
        EXPECT_EQ(matchesIn(screen, pattern(text), 0, 3).size(), static_cast<std::size_t>(matches)) << text;
        std::size_t single = 0;
        for (qint64 line = 0; line < 4; ++line)
            single += matchesIn(screen, pattern(text), line, line).size();
        EXPECT_EQ(single, static_cast<std::size_t>(matches)) << text;
    }
}

/// Groups that share their text in ever so many ways, where none of them ends in a match.
const char *const endless = "(\\w+\\s?)+[:;]";

TEST(SearchTest, anExpressionThatTakesTooLongIsGivenUpAndHidesNothingSilently)
{
    Screen screen(60, 3);
    screen << "first:\r\n" << std::string(50, 'a').c_str() << "\r\nlast:\r\n\r\n\r\n";
    SearchEffort counting;
    EXPECT_EQ(countMatches(screen, pattern(endless), std::nullopt, 100, &counting).total, 1);
    EXPECT_TRUE(counting.hasFailed());
    SearchEffort looking;
    EXPECT_FALSE(search(screen, pattern(endless), {1, -1}, SearchDirection::Forward, &looking));
    EXPECT_TRUE(looking.hasFailed());
    SearchEffort showing;
    (void)matchesIn(screen, pattern(endless), 0, 3, &showing);
    EXPECT_TRUE(showing.hasFailed());
    SearchEffort easy;
    EXPECT_EQ(countMatches(screen, pattern("[a-z]+:"), std::nullopt, 100, &easy).total, 2);
    EXPECT_FALSE(easy.hasFailed());
}

TEST(SearchTest, theLimitIsPaidOnceAndNotForEveryLine)
{
    Screen screen(60, 3);
    for (int line = 0; line < 20'000; ++line)
        screen << std::string(50, 'a').c_str() << "\r\n";
    SearchEffort effort;
    EXPECT_EQ(countMatches(screen, pattern(endless), std::nullopt, 100, &effort).total, 0);
    EXPECT_TRUE(effort.hasFailed());
}

TEST(SearchTest, aSearchEndsWhenItsTimeIsUp)
{
    Screen screen(60, 3);
    screen << "an error\r\nan error\r\nan error\r\nan error";
    SearchEffort none{std::chrono::milliseconds(0)};
    EXPECT_FALSE(search(screen, pattern("(?<=an )error"), {4, 0}, SearchDirection::Backward, &none));
    EXPECT_TRUE(countMatches(screen, pattern("(?<=an )error"), std::nullopt, 100, &none).isMore);
    EXPECT_TRUE(none.isOver());
    EXPECT_FALSE(none.hasFailed()) << "more time would have done";
}

} // namespace
} // namespace holdpoint::terminal::testing
