// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/transport.h>

#include <gtest/gtest.h>

namespace holdpoint::session {

TEST(HostAddressTest, everyFormPeopleWriteIsRead)
{
    struct Case
    {
        const char *text, *user, *host;
        quint16 port;
    };
    for (const Case &each : {Case{"db-07", "", "db-07", 0}, Case{"ops@db-07.example", "ops", "db-07.example", 0},
                             Case{"ops@10.0.0.5:2222", "ops", "10.0.0.5", 2222}, Case{"fe80::1%eth0", "", "fe80::1%eth0", 0},
                             Case{"root@[2001:db8::7]:22", "root", "2001:db8::7", 22},
                             Case{"[2001:db8::7]", "", "2001:db8::7", 0}, Case{"a@b@host", "a@b", "host", 0},
                             Case{"my_alias+x", "", "my_alias+x", 0}}) {
        const auto address = HostAddress::parse(QString::fromLatin1(each.text));
        ASSERT_TRUE(address) << each.text << ": " << address.error().detail.toStdString();
        EXPECT_EQ(address->user, QLatin1String(each.user)) << each.text;
        EXPECT_EQ(address->host, QLatin1String(each.host)) << each.text;
        EXPECT_EQ(address->port, each.port) << each.text;
        EXPECT_EQ(HostAddress::parse(address->toString()), *address) << each.text;
    }
}

TEST(HostAddressTest, anAddressMayBeLeftToThePersonsOwnSsh)
{
    const auto address = HostAddress::parse(QStringLiteral("ssh  ops@[2001:db8::7]:2222"));
    ASSERT_TRUE(address);
    EXPECT_EQ(address->client, SshClient::Stock);
    EXPECT_EQ(address->user, QStringLiteral("ops"));
    EXPECT_EQ(address->toString(), QStringLiteral("ssh ops@[2001:db8::7]:2222"));
    EXPECT_EQ(HostAddress::parse(address->toString()), *address);
    EXPECT_EQ(HostAddress::parse(QStringLiteral("ssh"))->client, SshClient::Own); // a host of that name
    for (const char *text : {"ssh ", "ssh -oProxyCommand=x", "ssh -l x h", "ssh h id", "ssh ssh h", "ssh\th", "SSH h"})
        EXPECT_FALSE(HostAddress::parse(QString::fromLatin1(text))) << text;
}

TEST(HostAddressTest, aShellMayBeKeptInTmuxOverEitherClient)
{
    for (const char *text : {"tmux web1", "tmux ops@web1:2222", "tmux ssh ops@[2001:db8::7]:2222"}) {
        const auto address = HostAddress::parse(QString::fromLatin1(text));
        ASSERT_TRUE(address) << text;
        EXPECT_TRUE(address->kept) << text;
        EXPECT_EQ(address->toString(), QLatin1String(text));
        EXPECT_EQ(HostAddress::parse(address->toString()), *address) << text;
    }
    EXPECT_FALSE(HostAddress::parse(QStringLiteral("tmux"))->kept); // a host of that name
    for (const char *text : {"tmux ", "tmux tmux h", "ssh tmux h", "tmux -x", "tmux\th"})
        EXPECT_FALSE(HostAddress::parse(QString::fromLatin1(text))) << text;
}

TEST(HostAddressTest, whatCouldBeAnOptionOrACommandIsRefused)
{
    const QStringList hostile{QString(),
                              QStringLiteral("h$(id)"),
                              QStringLiteral("u`id`@host"),
                              QStringLiteral("-oProxyCommand=x"),
                              QStringLiteral("-l@host"),
                              QStringLiteral("@host"),
                              QStringLiteral("ops@"),
                              QStringLiteral("ops@-host"),
                              QStringLiteral("host\n"),
                              QStringLiteral("host name"),
                              QStringLiteral("host;id"),
                              QStringLiteral("host/path"),
                              QStringLiteral("host\\x"),
                              QStringLiteral("h'x"),
                              QStringLiteral("h*"),
                              QStringLiteral("h,b"),
                              QStringLiteral("host:"),
                              QStringLiteral("host:0"),
                              QStringLiteral("host:65536"),
                              QStringLiteral("host:+22"),
                              QStringLiteral("host:22x"),
                              QStringLiteral("[::1]22"),
                              QStringLiteral("[::1]:"),
                              QStringLiteral("[::1"),
                              QStringLiteral("[host]:22"),
                              QStringLiteral("h\u202eost"),
                              QString(QChar(0)) + QStringLiteral("host"),
                              QString(10'000, QLatin1Char('a')),
                              QString(10'000, QLatin1Char('u')) + QStringLiteral("@host")};
    for (const QString &text : hostile) {
        const auto address = HostAddress::parse(text);
        ASSERT_FALSE(address) << text.left(80).toStdString();
        EXPECT_EQ(address.error().kind, ErrorKind::Invalid);
        EXPECT_LT(address.error().detail.size(), 300);
    }
}

} // namespace holdpoint::session
