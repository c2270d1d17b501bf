// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "parsing.h"

#include <gtest/gtest.h>

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
        "---\n" + repeated("- ", 50'000) + "\n---\n# T\n",
    };
    for (const QByteArray &monster : monsters) {
        EXPECT_TRUE(parseDocument(monster.left(maximumDocumentBytes), QStringLiteral("x.md")))
            << monster.left(60).constData();
    }
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
