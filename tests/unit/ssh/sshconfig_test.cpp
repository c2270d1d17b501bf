// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "sshconfigfixture.h"

#include <app/ssh/route.h>

namespace holdpoint::ssh {

const QByteArray sample = "# defaults first\n"
                          "Port=2200\n"
                          "Host web-* !web-9\n"
                          "\tUser  deploy\n"
                          "\tIdentityFile ~/.ssh/web_key # trailing\n"
                          "\tHostName %h.example.net\n"
                          "Host db\n"
                          "  HostName \"10.0.0.5\"\n"
                          "  User dba\n"
                          "  Port 22\n"
                          "  IdentityFile ~/.ssh/db_key\n"
                          "  CertificateFile ~/.ssh/db_key-cert.pub\n"
                          "  CertificateFile ~/.ssh/badge\n"
                          "  IdentitiesOnly yes\n"
                          "  HostKeyAlias database\n"
                          "  ConnectTimeout 1m5s\n"
                          "  UserKnownHostsFile ~/.ssh/kh1 ~/.ssh/kh2\n"
                          "Match all\n"
                          "  User fallback\n"
                          "  ConnectTimeout 7\n"
                          "Host *\n"
                          "  IdentityFile ~/.ssh/last\n";

TEST_F(SshConfigTest, theStockClientReadsTheSame)
{
    for (const char *host : {"web-1", "web-9", "web-", "db", "other", "10.0.0.5"}) {
        const HostSettings ours = lookup(sample, host);
        const auto printed = stock(sample, host);
        ASSERT_TRUE(printed) << host;
        const auto values = [&](const QByteArray &keyword) { return printed->values(keyword); };
        EXPECT_EQ(QStringList{ours.hostName}, values("hostname")) << host;
        EXPECT_EQ(QStringList{ours.user.value_or(localUserName())}, values("user")) << host;
        EXPECT_EQ(QStringList{QString::number(ours.port.value_or(22))}, values("port")) << host;
        EXPECT_EQ(ours.identityFiles, values("identityfile")) << host;
        EXPECT_EQ(ours.certificateFiles, values("certificatefile")) << host;
        EXPECT_EQ(ours.identitiesOnly, values("identitiesonly") == QStringList{QStringLiteral("yes")}) << host;
        EXPECT_EQ(QStringList{QString::number(ours.connectTimeoutSeconds.value_or(0))}, values("connecttimeout"))
            << host;
        const QStringList alias = values("hostkeyalias");
        EXPECT_EQ(ours.hostKeyAlias, alias.isEmpty() ? QString() : alias.front()) << host;
        for (const QString &file : ours.knownHostsFiles) // the stock client prints these expanded
            EXPECT_TRUE(values("userknownhostsfile").value(0).contains(*expandPath(file, {}))) << host;
    }
}

TEST_F(SshConfigTest, wordsAreCutAsTheStockClientCutsThem)
{
    const QByteArray config = "# it's a comment with \" a quote\n"
                              "=Host = db\n"
                              "\"User\" 'ops'\n"
                              "IdentityFile \"/k 1\" # behind\r\n"
                              "IdentityFile='/a \\'b'\n"
                              "IdentityFile /c\\ d\\e\n"
                              "\"\"Port 2201\n";
    const HostSettings ours = lookup(config, "db");
    EXPECT_EQ(ours.user, QStringLiteral("ops"));
    EXPECT_EQ(ours.port, 2201);
    EXPECT_EQ(ours.identityFiles,
              (QStringList{QStringLiteral("/k 1"), QStringLiteral("/a 'b"), QStringLiteral("/c d\\e")}));
    const auto printed = stock(config, "db");
    ASSERT_TRUE(printed);
    EXPECT_EQ(printed->value("user"), QStringLiteral("ops"));
    EXPECT_EQ(printed->value("port"), QStringLiteral("2201"));
    EXPECT_EQ(printed->values("identityfile"), ours.identityFiles);
}

TEST_F(SshConfigTest, aHostThatNamesNobodyIsAboutNobody)
{
    const QByteArray config = "Host # db\n  Port 2201\nHost *\n  User ops\n";
    const HostSettings ours = lookup(config, "db");
    EXPECT_EQ(ours.port, std::nullopt);
    EXPECT_EQ(ours.user, QStringLiteral("ops"));
    const auto printed = stock(config, "db");
    ASSERT_TRUE(printed);
    EXPECT_EQ(printed->value("port"), QStringLiteral("22"));
}

TEST_F(SshConfigTest, anAddressIsSpelledAsTheStockClientSpellsItAndAStarIsNone)
{
    for (const char *name :
         {"*", "127.1", "0x7f.1", "2130706433", "::0001", "FE80::1", "DB.Example", "*.example", "1.2.3.4.5"}) {
        const QByteArray config = QByteArray("HostName ") + name + '\n';
        const auto printed = stock(config, "db");
        ASSERT_TRUE(printed) << name;
        EXPECT_EQ(lookup(config, "db").hostName.toLower(), printed->value("hostname").toLower()) << name;
    }
}

TEST_F(SshConfigTest, includedFilesCountWhereTheyStand)
{
    const QString part = write("Host db\n  User inner\nHost *\n  Port 7\n", QStringLiteral("part.conf"));
    const QByteArray config = "Host db web\n  Include " + m_folder.path().toUtf8() + "/*.conf\n  HostName h\n";
    EXPECT_EQ(lookup(config, "db").user, QStringLiteral("inner"));
    EXPECT_EQ(lookup(config, "db").port, 7);
    EXPECT_EQ(lookup(config, "web").user, std::nullopt);
    EXPECT_EQ(lookup(config, "web").hostName, QStringLiteral("h"));
    EXPECT_EQ(lookup(config, "other").port, std::nullopt);
    EXPECT_EQ(lookup(config, "other").hostName, QStringLiteral("other"));
    EXPECT_TRUE(QFile::exists(part));
}

TEST_F(SshConfigTest, anEndlessIncludeIsRefused)
{
    const QString path = write("Include " + m_folder.path().toUtf8() + "/config\n");
    const auto config = SshConfig::load({path});
    ASSERT_FALSE(config);
    EXPECT_EQ(config.error().kind, ErrorKind::Invalid);
}

TEST_F(SshConfigTest, nothingIsRunAndASkippedMatchIsNoted)
{
    const QByteArray trap = m_folder.filePath(QStringLiteral("trap")).toUtf8();
    const HostSettings settings = lookup("Match exec \"touch " + trap + "\"\n  User wrong\n  ProxyCommand touch " + trap
                                             + "\nHost *\n  User right\n",
                                         "db");
    EXPECT_EQ(settings.user, QStringLiteral("right"));
    EXPECT_TRUE(settings.proxyCommand.isEmpty());
    ASSERT_EQ(settings.notes.size(), 1);
    EXPECT_TRUE(settings.notes[0].contains(QStringLiteral("config:1")));
    EXPECT_FALSE(QFile::exists(QString::fromUtf8(trap)));
}

TEST_F(SshConfigTest, theFirstProxyCountsAndNoneSwitchesItOff)
{
    EXPECT_EQ(lookup("Host *\n ProxyJump bastion\n", "db").proxyJump, QStringLiteral("bastion"));
    EXPECT_EQ(lookup("ProxyCommand nc %h %p\n", "db").proxyCommand, QStringLiteral("nc %h %p"));
    for (const char *config : {"Host db\n ProxyJump none\nHost *\n ProxyJump bastion\n ProxyCommand nc\n",
                               "Host db\n ProxyCommand none\nHost *\n ProxyJump bastion\n ProxyCommand nc\n"}) {
        EXPECT_EQ(lookup(config, "db").proxyJump, QString()) << config;
        EXPECT_EQ(lookup(config, "db").proxyCommand, QString()) << config;
    }
    EXPECT_EQ(lookup("ProxyJump bastion\nProxyCommand nc\n", "db").proxyCommand, QString());
}

TEST_F(SshConfigTest, valuesThatCannotBeUsedAreErrorsWithTheirPlace)
{
    for (const char *bad : {"Port 0", "Port 70000", "Port ssh", "User `id`", "User -x", "HostKeyAlias ''",
                            "ConnectTimeout soon", "ConnectTimeout 99999999999999999999"}) {
        const auto config = SshConfig::load({write(QByteArray("# x\n") + bad + '\n')});
        ASSERT_TRUE(config);
        const auto settings = config->lookup(QStringLiteral("db"), {}, {});
        ASSERT_FALSE(settings) << bad;
        EXPECT_EQ(settings.error().kind, ErrorKind::Invalid);
        EXPECT_TRUE(settings.error().detail.contains(QStringLiteral("config:2")))
            << settings.error().detail.toStdString();
    }
    EXPECT_FALSE(SshConfig::load({write("User \"open\n")}));
}

TEST_F(SshConfigTest, theListOfHostsHasNoPatterns)
{
    const auto config = SshConfig::load({write("Host db web-* !no one?\nHost web db\nHost *\nHost $(id)\n")});
    ASSERT_TRUE(config);
    EXPECT_EQ(config->hostAliases(), (QStringList{QStringLiteral("db"), QStringLiteral("web")}));
}

TEST_F(SshConfigTest, pathsExpandTheirTokens)
{
    const ConfigTokens tokens{QStringLiteral("alias"), QStringLiteral("host"), QStringLiteral("ops"), 2222};
    EXPECT_EQ(expandPath(QStringLiteral("~/.ssh/%n-%h-%r-%p-%%"), tokens),
              homeFolder() + QStringLiteral("/.ssh/alias-host-ops-2222-%"));
    EXPECT_EQ(expandPath(QStringLiteral("%d/x/%u"), tokens), homeFolder() + QStringLiteral("/x/") + localUserName());
    EXPECT_FALSE(expandPath(QStringLiteral("/x/%C"), tokens));
    EXPECT_FALSE(expandPath(QStringLiteral("/x/%"), tokens));
}

TEST_F(SshConfigTest, variablesOfTheEnvironmentAreExpandedWhereTheStockClientDoesSo)
{
    qputenv("HOLDPOINT_TEST_KEYS", "/keys/%h");
    const QByteArray config = "Host *\n"
                              "  UserKnownHostsFile ${HOLDPOINT_TEST_KEYS}/known_%k_%C ~/$HOLDPOINT_TEST_KEYS\n"
                              "  IdentityAgent ${HOLDPOINT_TEST_KEYS}/agent\n"
                              "  HostName 10.0.0.7\n"
                              "  Port 2222\n"
                              "Host aliased\n"
                              "  HostKeyAlias named\n";
    SshOptions options;
    for (const char *host : {"plain", "aliased"}) {
        const auto printed = stock(config, host, "ops");
        ASSERT_TRUE(printed);
        options.configFile = write(config);
        const auto route = resolveRoute({QStringLiteral("ops"), QString::fromLatin1(host), 0, false}, options, {});
        ASSERT_TRUE(route) << route.error().detail.toStdString();
        EXPECT_EQ(route->front().knownHostsFiles.first(2).join(u' '), printed->value("userknownhostsfile"));
        EXPECT_EQ(route->front().agentSocket, printed->value("identityagent"));
    }
    qunsetenv("HOLDPOINT_TEST_KEYS");
}

TEST_F(SshConfigTest, ofKeysAndCertificatesTheVariablesAreExpandedToo)
{
    qputenv("HOLDPOINT_TEST_KEYS", "/keys");
    SshOptions options;
    options.configFile = write("IdentityFile ${HOLDPOINT_TEST_KEYS}/id\nCertificateFile ${HOLDPOINT_TEST_KEYS}/cert\n"
                               "GlobalKnownHostsFile ${HOLDPOINT_TEST_KEYS}/all\n");
    const auto route = resolveRoute({{}, QStringLiteral("db"), 0, false}, options, {});
    qunsetenv("HOLDPOINT_TEST_KEYS");
    ASSERT_TRUE(route) << route.error().detail.toStdString();
    EXPECT_EQ(route->front().identityFiles, QStringList{QStringLiteral("/keys/id")});
    EXPECT_EQ(route->front().certificateFiles, QStringList{QStringLiteral("/keys/cert")});
    EXPECT_EQ(route->front().knownHostsFiles.last(), QStringLiteral("${HOLDPOINT_TEST_KEYS}/all")) << "as ssh(1) takes it";
}

TEST_F(SshConfigTest, aVariableThatIsNotSetIsRefusedByNameWhereFilesDependOnIt)
{
    for (const QByteArray line :
         {"UserKnownHostsFile ${HOLDPOINT_TEST_UNSET}/kh", "IdentityFile ${HOLDPOINT_TEST_UNSET}/id",
          "CertificateFile ${HOLDPOINT_TEST_UNSET}/c", "IdentityAgent ${HOLDPOINT_TEST_UNSET}/a"}) {
        SshOptions options;
        options.configFile = write(line + '\n');
        const auto route = resolveRoute({{}, QStringLiteral("db"), 0, false}, options, {});
        ASSERT_FALSE(route) << line.constData();
        EXPECT_EQ(route.error().kind, ErrorKind::Invalid);
        EXPECT_TRUE(route.error().detail.contains(QStringLiteral("HOLDPOINT_TEST_UNSET")))
            << route.error().detail.toStdString();
    }
    SshOptions options;
    options.configFile = write("IdentityFile ${HOLDPOINT\n");
    EXPECT_FALSE(resolveRoute({{}, QStringLiteral("db"), 0, false}, options, {}));
}

TEST_F(SshConfigTest, anAddressWinsOverTheConfiguration)
{
    SshOptions options;
    options.configFile = write(sample);
    const auto route = resolveRoute({QStringLiteral("me"), QStringLiteral("db"), 99, false}, options, {});
    ASSERT_TRUE(route);
    ASSERT_EQ(route->size(), 1);
    const Destination *destination = &route->front();
    EXPECT_EQ(destination->toString(), QStringLiteral("me@10.0.0.5:99"));
    EXPECT_EQ(destination->keyName, QStringLiteral("database"));
    EXPECT_EQ(destination->keyPort, 22);
    EXPECT_EQ(destination->connectTimeout, std::chrono::seconds(65));
    EXPECT_EQ(destination->knownHostsFiles.value(1), homeFolder() + QStringLiteral("/.ssh/kh2"));
}

TEST_F(SshConfigTest, unsafeNamesAreRefusedWhereverTheyComeFrom)
{
    SshOptions options;
    options.configFile = write("Host trap\n  HostName h$(id)\n");
    for (const auto &address : {session::HostAddress{{}, QStringLiteral("trap"), 0, false},
                                session::HostAddress{QStringLiteral("u`id`"), QStringLiteral("db"), 0, false},
                                session::HostAddress{{}, QStringLiteral("-oProxyCommand=x"), 0, false},
                                session::HostAddress{{}, QString(), 0, false}}) {
        const auto route = resolveRoute(address, options, {});
        ASSERT_FALSE(route) << address.toString().toStdString();
        EXPECT_EQ(route.error().kind, ErrorKind::Invalid);
    }
}

TEST_F(SshConfigTest, thePracticeHostUsesNothingOfTheUsers)
{
    SshOptions options;
    options.configFile = write("Host *\n  ProxyJump bastion\n  IdentityFile /secret\n");
    const session::HostAddress address{QStringLiteral("practice"), QStringLiteral("127.0.0.1"), 4022, true};
    EXPECT_FALSE(resolveRoute(address, options, {}));
    options.practiceIdentityFile = QStringLiteral("/p/key");
    options.practiceKnownHostsFile = QStringLiteral("/p/known_hosts");
    const auto route = resolveRoute(address, options, {});
    ASSERT_TRUE(route);
    ASSERT_EQ(route->size(), 1);
    const Destination *destination = &route->front();
    EXPECT_EQ(destination->identityFiles, QStringList{QStringLiteral("/p/key")});
    EXPECT_EQ(destination->knownHostsFiles, QStringList{QStringLiteral("/p/known_hosts")});
    EXPECT_TRUE(destination->agentSocket.isEmpty());
}

} // namespace holdpoint::ssh
