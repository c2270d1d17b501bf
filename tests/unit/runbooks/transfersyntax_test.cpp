// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/binding.h>
#include <runbooks/parser.h>
#include <runbooks/transfersyntax.h>
#include <tests/unit/runbooks/parsing.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::runbooks;
using Direction = TransferLine::Direction;

namespace {

QString text(const char *line) { return QString::fromUtf8(line); }

} // namespace

TEST(TransferSyntaxTest, aLineSaysWhatGoesWhere)
{
    const auto put = readTransfer(text("put files/shop.conf '/etc/my shop/shop.conf'"));
    ASSERT_TRUE(put) << qPrintable(put.error().detail);
    EXPECT_EQ(put->direction, Direction::Put);
    EXPECT_EQ(put->local, text("files/shop.conf"));
    EXPECT_EQ(put->remote, text("/etc/my shop/shop.conf"));
    const auto get = readTransfer(text("get /var/log/shop\\ error.log"));
    ASSERT_TRUE(get) << qPrintable(get.error().detail);
    EXPECT_EQ(get->direction, Direction::Get);
    EXPECT_EQ(get->remote, text("/var/log/shop error.log"));
    EXPECT_EQ(get->local, text("shop error.log"));
    EXPECT_EQ(readTransfer(text("get /a/b c"))->local, text("c"));
}

TEST(TransferSyntaxTest, aFolderIsNamedItselfAtEitherSide)
{
    using Extent = TransferLine::Extent;
    EXPECT_EQ(readTransfer(text("put a b"))->extent, Extent::File);
    const auto into = readTransfer(text("put -r files/site/ /srv/www/"));
    ASSERT_TRUE(into) << qPrintable(into.error().detail);
    EXPECT_EQ(into->extent, Extent::Folder);
    EXPECT_EQ(into->local, text("files/site"));
    EXPECT_EQ(into->remote, text("/srv/www/site"));
    EXPECT_EQ(readTransfer(text("put -r files/site /srv/www"))->remote, text("/srv/www"));
    const auto get = readTransfer(text("get -r /var/log/shop/"));
    ASSERT_TRUE(get) << qPrintable(get.error().detail);
    EXPECT_EQ(get->extent, Extent::Folder);
    EXPECT_EQ(get->remote, text("/var/log/shop"));
    EXPECT_EQ(get->local, text("shop"));
    EXPECT_EQ(readTransfer(text("get -r /var/log/shop before"))->local, text("before"));
    EXPECT_FALSE(readTransfer(text("put -r ../up x")));
}

TEST(TransferSyntaxTest, whatCopiesNoFileIsRefused)
{
    for (const char *line : {"", "put", "put a", "put a b c", "get", "get a b c", "rm /etc/passwd", "!sh", "put -p a b", "put -r a", "get -r", "get -r -a /x",
                             "get -a /x", "put 'a b", "put '' b", "get /folder/", "get -r /", "get -r ~", "get -r ~/", "get /x .hidden", "get /x a/b", "get /x .."})
        EXPECT_FALSE(readTransfer(text(line))) << line;
}

TEST(TransferSyntaxTest, nothingOutsideTheRunbooksFolderIsSent)
{
    for (const char *line : {"put /etc/shadow x", "put ../x y", "put a/../../x y", "put ~/.ssh/id_ed25519 x"})
        EXPECT_FALSE(readTransfer(text(line))) << line;
    EXPECT_TRUE(readTransfer(text("put a..b/c x")));
}

TEST(TransferSyntaxTest, aBlockIsOneCommandALineWithItsComment)
{
    const auto document = parseDocument("# Deploy\n\n1. **Copy**\n   ```sftp {replace}\n   # The new one\n   put a.conf /etc/a.conf\n\n"
                                        "   get /var/log/a-<part>.log\n   ```\n",
                                        text("/b/deploy.md"));
    ASSERT_TRUE(document) << qPrintable(document.error().detail);
    const auto commands = document->runbooks.value(0).steps.value(0).commands;
    ASSERT_EQ(commands.size(), 2);
    EXPECT_EQ(commands[0].text, text("put a.conf /etc/a.conf"));
    EXPECT_EQ(commands[0].caption, text("The new one"));
    EXPECT_EQ(commands[0].language, Language::Sftp);
    EXPECT_EQ(commands[1].placeholders, QStringList{text("part")});
    const Runbook &runbook = document->runbooks.first();
    const auto resolved = resolve(runbook, commands[1], {{text("part"), text("monday")}});
    ASSERT_TRUE(resolved) << qPrintable(resolved.error().detail);
    EXPECT_EQ(resolved->text, text("get /var/log/a-monday.log"));
    EXPECT_FALSE(resolve(runbook, commands[1], {{text("part"), text("x y")}}));
}
