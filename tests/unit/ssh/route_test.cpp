// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/jumpaddress.h>
#include <app/ssh/route.h>

#include <tests/support/sshserver.h>

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace holdpoint::ssh {

using session::HostAddress;

class RouteTest : public ::testing::Test
{
protected:
    Result<Route> route(const QByteArray &config, const char *alias, SshOptions options = {})
    {
        options.configFile = m_folder.filePath(QStringLiteral("config"));
        QFile file(options.configFile);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(config);
        file.close();
        return resolveRoute({{}, QString::fromLatin1(alias), 0, false}, options, m_lookUp);
    }
    /// "user@host:port" of every host, in order.
    static QStringList names(const Result<Route> &route)
    {
        QStringList found;
        for (const Destination &destination : route.value_or(Route{}))
            found.append(HostAddress{destination.user, destination.host, destination.port, false}.toString());
        return found;
    }
    Error failure(const QByteArray &config, const char *alias)
    {
        const auto found = route(config, alias);
        EXPECT_FALSE(found);
        return found ? Error{} : found.error();
    }

    /// The route as the stock client goes it: it starts itself anew for the last jump host, with the others by -J.
    QStringList stockRoute(const QStringList &arguments)
    {
        QByteArray printed;
        EXPECT_TRUE(testing::runProgram(QStringLiteral("ssh"),
                                        QStringList{QStringLiteral("-G"), QStringLiteral("-F"),
                                                    m_folder.filePath(QStringLiteral("config"))}
                                            + arguments,
                                        &printed))
            << printed.toStdString();
        const auto value = [&](const QByteArray &keyword) {
            for (const QByteArray &line : printed.split('\n')) {
                if (line.startsWith(keyword + ' '))
                    return QString::fromUtf8(line.mid(keyword.size() + 1));
            }
            return QString();
        };
        const QString self
            = HostAddress{value("user"), value("hostname"), quint16(value("port").toUInt()), false}.toString();
        QStringList jumps = value("proxyjump").split(QLatin1Char(','), Qt::SkipEmptyParts);
        if (jumps.isEmpty())
            return {self};
        QString last = jumps.takeLast();
        last.replace(QLatin1String("%h"), value("hostname")); // the client does this when it starts itself
        if (!last.contains(QLatin1Char(':')))
            last.remove(QLatin1Char('[')).remove(QLatin1Char(']')); // printed round IPv4 addresses too
        const auto address = HostAddress::parse(last);
        EXPECT_TRUE(address) << last.toStdString();
        if (!address)
            return {self};
        QStringList next;
        if (!address->user.isEmpty())
            next << QStringLiteral("-l") << address->user;
        if (address->port != 0)
            next << QStringLiteral("-p") << QString::number(address->port);
        if (!jumps.isEmpty())
            next << QStringLiteral("-J") << jumps.join(QLatin1Char(','));
        return stockRoute(next << address->host) << self;
    }

    QTemporaryDir m_folder;
    NameLookup m_lookUp;
};

const QByteArray sample = "Host db-*\n"
                          "  HostName %h.example.net\n"
                          "  User dba\n"
                          "  ProxyJump edge,ops@core:2222\n"
                          "Host web\n"
                          "  ProxyJump core\n"
                          "Host uri\n"
                          "  ProxyJump ssh://o%70s@edge:2200,ssh://core\n"
                          "Host numbers\n"
                          "  ProxyJump root@10.0.0.1\n"
                          "Host six\n"
                          "  ProxyJump [fe80::1]:44\n"
                          "Host token\n"
                          "  HostName token.example\n"
                          "  ProxyJump gw-%h\n"
                          "Host direct\n"
                          "  ProxyJump none\n"
                          "Host commanded\n"
                          "  ProxyCommand none\n"
                          "Host edge\n"
                          "  HostName edge.example\n"
                          "  User guard\n"
                          "  Port 2022\n"
                          "  ProxyJump none\n"
                          "Host core\n"
                          "  HostName 192.0.2.9\n"
                          "  ProxyJump edge\n"
                          "Host 10.0.0.1 fe80::1 gw-*\n"
                          "  ProxyJump none\n"
                          "Host *\n"
                          "  ProxyJump far@core\n";

TEST_F(RouteTest, theStockClientGoesTheSameWay)
{
    for (const char *alias :
         {"db-1", "web", "uri", "numbers", "six", "token", "direct", "commanded", "edge", "core", "unnamed"}) {
        const auto found = route(sample, alias);
        ASSERT_TRUE(found) << alias << ": " << found.error().detail.toStdString();
        EXPECT_EQ(names(found), stockRoute({QString::fromLatin1(alias)})) << alias;
    }
}

TEST_F(RouteTest, ofJumpHostsNamedTogetherOnlyTheFirstHasItsOwnWay)
{
    const QByteArray config = "Host t\n  ProxyJump a,b\n"
                              "Host b\n  ProxyCommand never\n"
                              "Host a\n  ProxyJump c\n";
    EXPECT_EQ(names(route("User u\n" + config, "t")),
              (QStringList{QStringLiteral("u@c:22"), QStringLiteral("u@a:22"), QStringLiteral("u@b:22"),
                           QStringLiteral("u@t:22")}));
}

TEST_F(RouteTest, everyJumpHostUsesItsOwnSettings)
{
    SshOptions options;
    options.identityFiles = {QStringLiteral("/keys/given")};
    const auto found = route("Host db\n  ProxyJump bastion\n  IdentityFile /keys/db\n  ConnectTimeout 7\n"
                             "Host bastion\n  HostName b.example\n  IdentityFile /keys/bastion\n  IdentitiesOnly yes\n"
                             "  HostKeyAlias gate\n  UserKnownHostsFile /known/bastion\n  ConnectTimeout 9\n  User ops\n",
                             "db", options);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 2);
    const Destination &bastion = found->front();
    EXPECT_EQ(bastion.identityFiles, QStringList{QStringLiteral("/keys/bastion")});
    EXPECT_TRUE(bastion.identitiesOnly);
    EXPECT_EQ(bastion.keyName, QStringLiteral("gate"));
    EXPECT_EQ(bastion.knownHostsFiles.front(), QStringLiteral("/known/bastion"));
    EXPECT_EQ(bastion.connectTimeout, std::chrono::seconds(9));
    EXPECT_EQ(bastion.toString(), QStringLiteral("ops@b.example:22 (jump host for db)"));
    EXPECT_EQ(found->back().identityFiles, options.identityFiles); // as with "ssh -i"
    EXPECT_FALSE(found->back().identitiesOnly);
    EXPECT_EQ(found->back().connectTimeout, std::chrono::seconds(7));
    EXPECT_TRUE(found->back().jumpFor.isEmpty());
}

TEST_F(RouteTest, aLoopIsRefusedByTheNameThatComesTwice)
{
    for (const char *config : {"Host *\n  ProxyJump gate\n", "Host db\n  ProxyJump gate\nHost gate\n  ProxyJump db\n",
                               "Host db\n  ProxyJump a,gate\nHost a\n  ProxyJump gate\n", "Host db\n  ProxyJump gate,gate\n"}) {
        const Error error = failure(config, "db");
        EXPECT_EQ(error.kind, ErrorKind::Invalid) << config;
        EXPECT_TRUE(error.detail.contains(QStringLiteral("loop"))) << error.detail.toStdString();
        EXPECT_TRUE(error.detail.contains(QStringLiteral("ProxyJump none"))) << error.detail.toStdString();
    }
    EXPECT_EQ(failure("Host db\n  ProxyJump db\n", "db").kind, ErrorKind::Invalid);
}

TEST_F(RouteTest, hostsBehindOneAddressAreToldApartByTheirPorts)
{
    const auto found = route("Host db\n  ProxyJump ops@127.0.0.1:2201,ops@127.0.0.1:2202\n", "db");
    ASSERT_TRUE(found) << found.error().detail.toStdString();
    ASSERT_EQ(found->size(), 3);
    EXPECT_EQ(found->at(0).port, 2201);
    EXPECT_EQ(found->at(1).port, 2202);
}

TEST_F(RouteTest, eightJumpHostsAreEnough)
{
    const auto together = [](int count) {
        QByteArrayList hosts;
        for (int i = 0; i < count; ++i)
            hosts.append("h" + QByteArray::number(i));
        return QByteArray("Host db\n  ProxyJump " + hosts.join(',') + '\n');
    };
    const auto oneAfterTheOther = [](int count) {
        QByteArray config = "Host db\n  ProxyJump h1\n";
        for (int i = 1; i < count; ++i)
            config += "Host h" + QByteArray::number(i) + "\n  ProxyJump h" + QByteArray::number(i + 1) + '\n';
        return config;
    };
    EXPECT_EQ(names(route(together(8), "db")).size(), 9);
    EXPECT_EQ(names(route(oneAfterTheOther(8), "db")).size(), 9);
    for (const QByteArray &config : {together(9), oneAfterTheOther(9), together(5000)}) {
        const Error error = failure(config, "db");
        EXPECT_EQ(error.kind, ErrorKind::Invalid);
        EXPECT_TRUE(error.detail.contains(QStringLiteral("more than 8 jump hosts"))) << error.detail.toStdString();
    }
}

TEST_F(RouteTest, jumpHostsThatCannotBeUsedAreRefusedWithTheLine)
{
    for (const char *bad : {"a,,b", "a:0", "a:70000", "u`id`@a", "$(id)", "-oProxyCommand=x", "ssh://a/path", "ssh://",
                            "ssh://u%60id%60@a", "@a", "%C", "a b", ","}) {
        const Error error = failure(QByteArray("Host db\n  ProxyJump ") + bad + '\n', "db");
        EXPECT_EQ(error.kind, ErrorKind::Invalid) << bad;
        EXPECT_FALSE(error.detail.isEmpty()) << bad;
    }
    EXPECT_TRUE(failure("Host db\n  ProxyJump a,,b\n", "db").detail.contains(QStringLiteral("\"ProxyJump a,,b\" of db")));
}

TEST_F(RouteTest, aProxyCommandIsRefusedOnTheHostAndOnItsJumpHosts)
{
    const Error own = failure("Host db\n  ProxyCommand nc %h %p\n", "db");
    EXPECT_EQ(own.kind, ErrorKind::Invalid);
    EXPECT_TRUE(own.detail.contains(QStringLiteral("db is reached through \"ProxyCommand nc %h %p\"")))
        << own.detail.toStdString();
    const Error hop = failure("Host db\n  ProxyJump gate\nHost gate\n  ProxyCommand nc %h %p\n", "db");
    EXPECT_EQ(hop.kind, ErrorKind::Invalid);
    EXPECT_TRUE(hop.detail.contains(QStringLiteral("gate is reached through"))) << hop.detail.toStdString();
}

TEST(JumpAddressTest, aUriIsReadLikeTheStockClientReadsIt)
{
    const ConfigTokens tokens{QStringLiteral("db"), QStringLiteral("db.example"), QStringLiteral("dba"), 2201};
    const auto parse = [&](const char *text) { return parseJumpAddress(QString::fromLatin1(text), tokens); };
    const HostAddress full{QStringLiteral("ops"), QStringLiteral("gate"), 2222, false};
    EXPECT_EQ(parse("ops@gate:2222"), full);
    EXPECT_EQ(parse("ssh://ops@gate:2222"), full);
    EXPECT_EQ(parse("ssh://o%70s;fingerprint=x@gate:2222/"), full);
    EXPECT_EQ(parse("ssh://gate"), (HostAddress{{}, QStringLiteral("gate"), 0, false}));
    EXPECT_EQ(parse("ssh://[::1]:22"), (HostAddress{{}, QStringLiteral("::1"), 22, false}));
    for (const char *bad : {"SSH://gate", "http://gate", "ssh://gate/path", "ssh://o%0as@gate", "ssh://o%20s@gate", "%z"})
        EXPECT_FALSE(parse(bad)) << bad;
}

TEST(JumpAddressTest, tokensAreThoseOfTheHostThatIsReached)
{
    const ConfigTokens tokens{QStringLiteral("db"), QStringLiteral("db.example"), QStringLiteral("dba"), 2201};
    EXPECT_EQ(parseJumpAddress(QStringLiteral("%r@gate-%n.%h:%p"), tokens),
              (HostAddress{QStringLiteral("dba"), QStringLiteral("gate-db.db.example"), 2201, false}));
}

TEST_F(RouteTest, onlyTheHostThatIsReachedDirectlyIsCompletedByADomainUnlessAlwaysIsSaid)
{
    m_lookUp = [](const QString &name, AddressFamily) -> Result<QString> { return name; };
    const QByteArray config =
        "User ops\nCanonicalDomains example.net\nHost db\n ProxyJump a,b\nHost *\n CanonicalizeHostname ";
    EXPECT_EQ(
        names(route(config + "yes\n", "db")),
        (QStringList{QStringLiteral("ops@a.example.net:22"), QStringLiteral("ops@b:22"), QStringLiteral("ops@db:22")}));
    EXPECT_EQ(names(route(config + "always\n", "db")),
              (QStringList{QStringLiteral("ops@a.example.net:22"), QStringLiteral("ops@b.example.net:22"),
                           QStringLiteral("ops@db.example.net:22")}));
}

} // namespace holdpoint::ssh
