// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/shellsyntax.h>

#include <gtest/gtest.h>

namespace {

using namespace holdpoint::runbooks;

QStringList statements(const char *block)
{
    QStringList texts;
    for (const ShellPiece &piece : splitSql(QString::fromUtf8(block)))
        texts.append(piece.text);
    return texts;
}

TEST(SqlSplitTest, semicolonsInQuotesAndCommentsCutNothing)
{
    for (const char *statement :
         {"SELECT ';';", "SELECT \"a;b\";", "SELECT 'it''s; fine';", "SELECT E'\\';';", "SELECT $$a;b$$;",
          "SELECT $f$ a; $$ ; $f$;", "SELECT 1 /* a; /* b; */ c; */;", "SELECT 1 -- a;b\n;"})
        EXPECT_EQ(statements(statement), QStringList{QString::fromUtf8(statement)}) << statement;
}

TEST(SqlSplitTest, statementsAndTheirCommentsAreCut)
{
    const QList<ShellPiece> found =
        splitSql(QStringLiteral("-- First\nSELECT 1;\n\n-- Second,\n-- in two lines\nSELECT\n  2;\nSELECT 3"));
    ASSERT_EQ(found.size(), 3);
    EXPECT_EQ(found[0].caption, QStringLiteral("First"));
    EXPECT_EQ(found[1].caption, QStringLiteral("Second,\nin two lines"));
    EXPECT_EQ(found[1].text, QStringLiteral("SELECT\n  2;"));
    EXPECT_EQ(found[1].line, 5);
    EXPECT_EQ(found[2].text, QStringLiteral("SELECT 3"));
}

TEST(SqlSplitTest, aMetaCommandEndsWithItsLine)
{
    EXPECT_EQ(statements("\\timing on\nSELECT 1;"),
              (QStringList{QStringLiteral("\\timing on"), QStringLiteral("SELECT 1;")}));
}

} // namespace
