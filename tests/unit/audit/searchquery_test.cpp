// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/grams.h>
#include <models/audit/searchquery.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using audit::SearchQuery;

namespace {

using Terms = QList<SearchQuery::Term>;
using Spans = QList<SearchQuery::Span>;

SearchQuery parsed(const char *text)
{
    const auto query = SearchQuery::parse(QString::fromUtf8(text));
    EXPECT_TRUE(query) << text;
    return query.value_or(SearchQuery());
}

bool isHit(const char *query, const char *line) { return parsed(query).match(QString::fromUtf8(line)).has_value(); }

TEST(SearchQueryTest, wordsPhrasesAndExcludedWordsAreToldApart)
{
    EXPECT_EQ(parsed("disk \"no space left\" -tmp").terms, (Terms{{QStringLiteral("disk"), false},
                                                                  {QStringLiteral("no space left"), false},
                                                                  {QStringLiteral("tmp"), true}}));
}

TEST(SearchQueryTest, filtersSayWhereToLookAndMayBeInQuotes)
{
    const SearchQuery query = parsed("run:1a2b HOST:db runbook:\"System Backup\" by:grace full");
    EXPECT_EQ(query.run, QStringLiteral("1a2b"));
    EXPECT_EQ(query.host, QStringLiteral("db"));
    EXPECT_EQ(query.runbook, QStringLiteral("System Backup"));
    EXPECT_EQ(query.by, QStringLiteral("grace"));
    EXPECT_EQ(query.terms, (Terms{{QStringLiteral("full"), false}}));
}

TEST(SearchQueryTest, whatOnlyLooksLikeAFilterIsAWord)
{
    EXPECT_EQ(parsed("https://10.0.0.5/x 12:30:05 host: \"host:web\"").terms,
              (Terms{{QStringLiteral("https://10.0.0.5/x"), false},
                     {QStringLiteral("12:30:05"), false},
                     {QStringLiteral("host:"), false},
                     {QStringLiteral("host:web"), false}}));
}

TEST(SearchQueryTest, aPhraseThatNobodyEndsGoesToTheEnd)
{
    EXPECT_EQ(parsed("rm \"-rf /srv").terms,
              (Terms{{QStringLiteral("rm"), false}, {QStringLiteral("-rf /srv"), false}}));
}

TEST(SearchQueryTest, aSearchForNothingIsRefusedWithAReason)
{
    for (const char *text : {"", "   ", "-tmp", "host:web", "\"\"", "\"  \" -x by:ada", "\n\t"}) {
        const auto query = SearchQuery::parse(QString::fromUtf8(text));
        ASSERT_FALSE(query) << text;
        EXPECT_EQ(query.error().kind, ErrorKind::Invalid);
    }
    EXPECT_FALSE(SearchQuery::parse(QString(100'000, u'x')));
}

TEST(SearchQueryTest, allWordsHaveToBeInTheLineAndTheExcludedOnesNot)
{
    EXPECT_TRUE(isHit("disk full", "Full: DISK /dev/sda"));
    EXPECT_FALSE(isHit("disk full", "disk is empty"));
    EXPECT_FALSE(isHit("disk -full", "disk full"));
    EXPECT_TRUE(isHit("\"disk full\"", "the disk full of logs"));
    EXPECT_FALSE(isHit("\"disk full\"", "full disk"));
}

TEST(SearchQueryTest, aLongWordIsFoundInsideOfWordsAndAShortOneAlone)
{
    EXPECT_TRUE(isHit("0.0.0", "10.0.0.5"));
    EXPECT_TRUE(isHit("resql", "postgresql-15"));
    EXPECT_TRUE(isHit("df", "$ df -h"));
    EXPECT_FALSE(isHit("df", "pdf"));
    EXPECT_TRUE(isHit("\"-h\"", "df -h"));
    EXPECT_FALSE(isHit("\"-h\"", "df -hi"));
    EXPECT_TRUE(isHit("é", "d é f"));
}

TEST(SearchQueryTest, theMatchesAreMarkedInOrderAndApart)
{
    EXPECT_EQ(*parsed("ana nas").match(u"Ananas ana"), (Spans{{0, 6}, {7, 3}}));
    EXPECT_EQ(*parsed("aaa").match(u"aaaa"), (Spans{{0, 3}}));
}

TEST(SearchQueryTest, theIndexIsAskedForTrigramsAndShortWordsAndNothingItCouldMistakeForSyntax)
{
    EXPECT_EQ(audit::blockExpression(parsed("abcd -xyz")), QStringLiteral("\"abc\" AND \"bcd\""));
    EXPECT_EQ(audit::blockExpression(parsed("df")), QStringLiteral("\"\x01"
                                                                   "df\""));
    EXPECT_EQ(audit::blockExpression(parsed("\"a\"")), QStringLiteral("\"\x01\x01"
                                                                      "a\""));
    EXPECT_EQ(audit::blockExpression(parsed("a\"b")), QStringLiteral("\"a\"\"b\""));
    EXPECT_EQ(audit::blockExpression(parsed("=>")), QString());
    EXPECT_LE(audit::blockExpression(parsed(std::string(900, 'x').append(900, 'y').substr(850, 100).c_str())).size(),
              24 * 20);
}

TEST(SearchQueryTest, theIndexIsNotAskedForWhatStandsInNearlyEveryBlock)
{
    QStringList sample;
    for (int number = 0; number < 40; ++number)
        sample.append(QStringLiteral("From host%1 login").arg(number));
    EXPECT_EQ(audit::blockExpression(parsed("from needle"), sample),
              QStringLiteral("\"dle\" AND \"edl\" AND \"eed\" AND \"nee\""));
    EXPECT_EQ(audit::blockExpression(parsed("from"), sample), QStringLiteral("\"fro\"")) << "of nothing rare, one";
}

} // namespace
