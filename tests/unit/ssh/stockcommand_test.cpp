// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/stockcommand.h>

#include <gtest/gtest.h>

#include <QCoreApplication>

namespace holdpoint::ssh {

class StockCommandTest : public ::testing::Test
{
protected:
    StockCommandTest() { m_options.askpassProgram = QStringLiteral("/bin/true"); }

    SshOptions m_options;
    const StockFolder m_folder{"/run/user/7/holdpoint-x"};
};

TEST_F(StockCommandTest, everyPartIsAnArgumentOfItsOwnAndTheHostComesBehindTheDashes)
{
    const auto command = stockCommand({.user = QStringLiteral("ops"), .host = QStringLiteral("db-07"), .port = 2222},
                                      m_options, m_folder);
    ASSERT_TRUE(command);
    EXPECT_EQ(command->first(), QByteArray("/bin/true"));
    EXPECT_EQ(command->at(1), QByteArray::number(QCoreApplication::applicationPid()));
    EXPECT_EQ(command->mid(command->size() - 6), (QList<QByteArray>{"-l", "ops", "-p", "2222", "--", "db-07"}));
    EXPECT_TRUE(command->contains("StrictHostKeyChecking=ask"));
    EXPECT_TRUE(command->contains("ForwardAgent=no"));
    EXPECT_TRUE(command->contains("ServerAliveInterval=5"));
    EXPECT_FALSE(command->contains("-F"));
}

TEST_F(StockCommandTest, givenFilesTakeThePlaceOfTheUsersOwn)
{
    m_options.configFile = QStringLiteral("/tmp/my config");
    m_options.identityFiles = {QStringLiteral("/tmp/a \"b\" 100%")};
    m_options.knownHostsFile = QStringLiteral("/tmp/known");
    const auto command = stockCommand({.host = QStringLiteral("db-07")}, m_options, m_folder);
    ASSERT_TRUE(command);
    EXPECT_EQ(command->at(command->indexOf("-F") + 1), QByteArray("/tmp/my config"));
    EXPECT_TRUE(command->contains("IdentityFile=\"/tmp/a \\\"b\\\" 100%%\""));
    EXPECT_TRUE(command->contains("UserKnownHostsFile=\"/tmp/known\""));
    EXPECT_TRUE(command->contains("GlobalKnownHostsFile=/dev/null"));
    EXPECT_FALSE(command->contains("-l"));
}

TEST_F(StockCommandTest, whatCouldBeAnOptionOrBeExpandedIsRefused)
{
    for (const char *host : {"-oProxyCommand=x", "h$(id)", "", "h i", "h\n"})
        EXPECT_FALSE(stockCommand({.host = QString::fromLatin1(host)}, m_options, m_folder)) << host;
    EXPECT_FALSE(stockCommand({.user = QStringLiteral("-l"), .host = QStringLiteral("h")}, m_options, m_folder));
    for (const char *path : {"/tmp/${HOME}", "/tmp/a\nProxyCommand x"}) {
        m_options.identityFiles = {QString::fromLatin1(path)};
        const auto command = stockCommand({.host = QStringLiteral("h")}, m_options, m_folder);
        ASSERT_FALSE(command) << path;
        EXPECT_EQ(command.error().kind, ErrorKind::Invalid);
    }
}

} // namespace holdpoint::ssh
