// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/commandline.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using runbooks::Command;
using runbooks::ResolvedCommand;

namespace {

TEST(CommandLineTest, aShellCommandIsSentAsItStands)
{
    const ResolvedCommand resolved{.text = QStringLiteral("df -h /backup"), .spans = {{6, 7, QStringLiteral("path")}}};
    const auto line = session::commandLine(Command{}, resolved);
    ASSERT_TRUE(line);
    EXPECT_EQ(line->text, resolved.text);
}

TEST(CommandLineTest, aStatementGoesToPsqlOnItsStandardInput)
{
    const Command command{.language = runbooks::Language::Sql, .attributes = {{QStringLiteral("db"), QStringLiteral("it's")}}};
    const auto line = session::commandLine(command, {.text = QStringLiteral("SELECT 1;"), .spans = {{7, 1, QStringLiteral("n")}}});
    ASSERT_TRUE(line);
    EXPECT_EQ(line->text, QStringLiteral("psql -X -v ON_ERROR_STOP=1 -d 'it'\\''s' <<'HOLDPOINT_SQL'\nSELECT 1;\nHOLDPOINT_SQL"));
    EXPECT_EQ(line->text.mid(line->spans[0].start, line->spans[0].length), QStringLiteral("1"));
}

TEST(CommandLineTest, aStatementCannotEndItsOwnHereDocument)
{
    const auto line = session::commandLine({.language = runbooks::Language::Sql},
                                           {.text = QStringLiteral("SELECT 1;\nHOLDPOINT_SQL\nrm -rf /")});
    ASSERT_FALSE(line);
    EXPECT_EQ(line.error().kind, ErrorKind::NotPermitted);
}

TEST(CommandLineTest, whatIsNoCommandIsRefusedWithTheReason)
{
    const auto line = session::commandLine({.language = runbooks::Language::PromQl, .interpreter = QStringLiteral("promql")},
                                           {.text = QStringLiteral("up")});
    ASSERT_FALSE(line);
    EXPECT_TRUE(line.error().detail.contains(u"promql"));
}

} // namespace
