// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "parsing.h"

#include <gtest/gtest.h>
#include <runbooks/binding.h>
#include <runbooks/lint/linter.h>
#include <runbooks/parameters.h>

namespace {

using namespace holdpoint;
using namespace holdpoint::runbooks;

ErrorKind kindOf(const QByteArray &bytes)
{
    const auto document = parseDocument(bytes, QStringLiteral("x.md"));
    EXPECT_FALSE(document);
    return document ? ErrorKind::Io : document.error().kind;
}

TEST(LimitsTest, bytesThatAreNoTextAreRefusedWithTheCause)
{
    EXPECT_EQ(kindOf(QByteArray("# A\0b", 5)), ErrorKind::Invalid);
    EXPECT_EQ(kindOf("\xFF\xFE# \0"), ErrorKind::Invalid);
    EXPECT_EQ(kindOf("# \xC3\x28"), ErrorKind::Invalid);
    EXPECT_EQ(kindOf("# \xF0\x82\x82\xAC"), ErrorKind::Invalid);
    EXPECT_EQ(kindOf("# \xED\xA0\x80"), ErrorKind::Invalid);
    EXPECT_EQ(kindOf("# cut \xE2\x82"), ErrorKind::Invalid);
    EXPECT_EQ(kindOf(QByteArray(maximumDocumentBytes + 1, 'a')), ErrorKind::Invalid);
    const auto utf16 = parseDocument(QByteArray("\xFF\xFE#\0", 4), QString());
    EXPECT_TRUE(utf16.error().detail.contains(QStringLiteral("UTF-16")));
}

TEST(LimitsTest, byteOrderMarkAndCarriageReturnsChangeNothing)
{
    const QByteArray plain("# Go\n\n## Steps\n1. **Look**\n   ```bash\n   cat <<EOF\n   a\n   EOF\n   ls\n   ```\n");
    QByteArray windows = plain;
    windows.replace("\n", "\r\n");
    windows.prepend("\xEF\xBB\xBF");
    const auto document = parseDocument(windows, QStringLiteral("x.md"));
    ASSERT_TRUE(document);
    const Runbook &runbook = document->runbooks.first();
    EXPECT_EQ(runbook.title, QStringLiteral("Go"));
    EXPECT_EQ(holdpoint::testing::textsOf(runbook.steps[0].commands),
              (QStringList{QStringLiteral("cat <<EOF\na\nEOF"), QStringLiteral("ls")}));
    EXPECT_EQ(document->source, windows);
}

TEST(LimitsTest, anEmptyFileIsADocumentWithoutRunbooks)
{
    const auto document = parseDocument({}, QStringLiteral("empty.md"));
    ASSERT_TRUE(document);
    EXPECT_TRUE(document->runbooks.isEmpty());
    EXPECT_EQ(document->title, QStringLiteral("empty"));
}

QByteArray repeated(const char *unit, qsizetype bytes)
{
    const QByteArray one(unit);
    return one.repeated(bytes / one.size());
}

/// One unit for each number from 1, "%1" standing for it.
QByteArray numbered(const char *unit, int count)
{
    QByteArray all;
    for (int i = 1; i <= count; ++i)
        all += QByteArray(unit).replace("%1", QByteArray::number(i));
    return all;
}

// What takes more than linear time here runs into the test's time limit.
TEST(LimitsTest, monstrousDocumentsAreRead)
{
    constexpr qsizetype whole = maximumDocumentBytes - 200;
    constexpr qsizetype most = whole / 4;
    const QList<QByteArray> monsters{
        "# T\n## Steps\n| Severity | Contact |\n|---|---|\n" + repeated("| High | Somebody |\n", 400'000),
        repeated(">", 10'000) + " deep\n",
        repeated(">", whole / 2) + " deep\n" + repeated(">a\n", whole / 2),
        "1. " + QByteArray(whole, 'a'),
        "# T\n## Steps\n1. x\n   ```bash\n   " + repeated("$(", 100'000) + "\n   ```\n",
        "# T\n## Steps\n1. x\n   ```bash\n   " + repeated("<a-b>", most / 2) + "\n   ```\n",
        "# T\n## Steps\n1. x\n   ```bash\n" + repeated("   ls <x>\n", most / 2) + "   ```\n",
        "# T\n## Steps\n1. x\n   ```console\n   $ echo 'open\n" + repeated("   line\n", most / 2) + "   ```\n",
        "# T\n## Steps\n1. x\n   ```bash\n   " + repeated("((", 100'000) + "\n   ```\n",
        "# T\n## Steps\n1. x\n   ```bash\n   " + repeated("echo \"", 100'000) + "\n   ```\n",
        repeated("**a**: ", most),
        repeated("**", most),
        repeated("[a](", most),
        repeated("- ", 20'000),
        repeated("<!-- hp ", most),
        repeated("a\n", most),
        repeated("# a\n", most / 2),
        "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
        "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n---\n# T\n",
        "---\n" + repeated("[", 50'000) + "\n---\n# T\n",
        "# T\n## Parameters\n| Name | Type | Default |\n|---|---|---|\n" + numbered("| p%1 | int | 5 |\n", 40'000)
            + "\n## Steps\n1. x\n   ```bash\n   echo <p1>\n   ```\n",
        "# T\n## Steps\n1. x\n   ```bash\n   echo" + numbered(" <p%1>", 80'000) + "\n   ```\n",
        "# T\n## Steps\n1. x\n   ```bash\n" + numbered("   echo <p%1>\n", 40'000) + "   ```\n",
        "---\nparams:\n" + numbered("  p%1: {type: int}\n", 900) + "---\n# T\n"
            + numbered("## %1.1 Go\n**Steps**:\n1. x\n   ```bash\n   ls <p%1>\n   ```\n", 20'000),
        "---\n" + repeated("- ", 50'000) + "\n---\n# T\n",
    };
    for (const QByteArray &monster : monsters) {
        const auto document = parseDocument(monster.left(maximumDocumentBytes), QStringLiteral("x.md"));
        ASSERT_TRUE(document) << monster.left(60).constData();
        lint::lint(*document, QDate(2026, 11, 23));
    }
}

TEST(LimitsTest, aFormHasAtMostFiveHundredFieldsAndWhatNeedsMoreIsRefused)
{
    const auto document = parseDocument("# T\n## Steps\n1. x\n   ```bash\n" + numbered("   echo <p%1>\n", 600) + "   ```\n",
                                        QStringLiteral("x.md"));
    ASSERT_TRUE(document);
    const Runbook &runbook = document->runbooks.first();
    EXPECT_EQ(runbook.parameters.size(), maxParameters);
    EXPECT_EQ(document->diagnostics.first().code, QStringLiteral("HP019"));
    Values values;
    for (const Parameter &parameter : runbook.parameters)
        values.insert(parameter.name, QStringLiteral("a"));
    EXPECT_TRUE(resolve(runbook, runbook.steps[0].commands[499], values));
    EXPECT_FALSE(resolve(runbook, runbook.steps[0].commands[500], values));
}

TEST(LimitsTest, everyBeginningOfADocumentParses)
{
    const QByteArray whole("---\nparams:\n  a: {type: int, choices: [1, 2]}\n---\n# T\n<!-- hp host=web "
                           "-->\n**Steps**:\n1. **Do** it\n   ```bash {name=\"a b\" verify}\n"
                           "   cat <<EOF | grep \"$(ls <a>)\"\n   x\n   EOF\n   ```\n\n| Severity | Contact "
                           "|\n|---|---|\n| High | Bob |\n\n**Escalation**: Call Bob\n");
    for (qsizetype length = 0; length <= whole.size(); ++length)
        EXPECT_TRUE(parseDocument(whole.left(length), QStringLiteral("x.md"))) << length;
}

} // namespace
