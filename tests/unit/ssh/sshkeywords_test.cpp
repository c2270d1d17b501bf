// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "sshconfigfixture.h"

namespace holdpoint::ssh {

class SshKeywordsTest : public SshConfigTest
{
protected:
    /// Every line alone, before and behind another, as the stock client prints it.
    void expectTheSame(const QByteArrayList &lines, const QByteArray &keyword, QString (*ours)(const HostSettings &))
    {
        for (const QByteArray &first : lines) {
            for (const QByteArray &second : lines) {
                const QByteArray config = "Host db\n " + first + "\nHost *\n " + second + '\n';
                const auto printed = stock(config, "db");
                ASSERT_TRUE(printed) << config.toStdString();
                EXPECT_EQ(ours(lookup(config, "db")), printed->value(keyword)) << config.toStdString();
            }
        }
    }
    void expectRefused(const QByteArrayList &lines)
    {
        for (const QByteArray &line : lines) {
            const auto settings = tryLookup("# x\n" + line + '\n', "db");
            ASSERT_FALSE(settings) << line.toStdString();
            EXPECT_EQ(settings.error().kind, ErrorKind::Invalid) << line.toStdString();
            EXPECT_TRUE(settings.error().detail.contains(QStringLiteral("config:2")))
                << settings.error().detail.toStdString();
        }
    }
};

TEST_F(SshKeywordsTest, signsOfLifeAreAskedForAsConfigured)
{
    expectTheSame(
        {"ServerAliveInterval 0", "ServerAliveInterval 1m5s", "ServerAliveInterval none", "ServerAliveInterval 30"},
        "serveraliveinterval",
        [](const HostSettings &settings) { return QString::number(settings.serverAliveSeconds.value_or(0)); });
    expectTheSame({"ServerAliveCountMax 0", "ServerAliveCountMax 5", "serveralivecountmax=7"}, "serveralivecountmax",
                  [](const HostSettings &settings) { return QString::number(settings.serverAliveCount.value_or(3)); });
    expectRefused(
        {"ServerAliveInterval soon", "ServerAliveInterval -1", "ServerAliveCountMax many", "ServerAliveCountMax -1"});
}

TEST_F(SshKeywordsTest, howToConnectIsReadAsTheStockClientReadsIt)
{
    expectTheSame({"ConnectionAttempts 1", "ConnectionAttempts 4"}, "connectionattempts",
                  [](const HostSettings &settings) { return QString::number(settings.connectionAttempts); });
    expectTheSame({"AddressFamily any", "AddressFamily INET", "AddressFamily inet6"}, "addressfamily",
                  [](const HostSettings &settings) {
                      return settings.addressFamily == AddressFamily::IPv4   ? QStringLiteral("inet")
                             : settings.addressFamily == AddressFamily::IPv6 ? QStringLiteral("inet6")
                                                                             : QStringLiteral("any");
                  });
    expectTheSame({"BindAddress 127.0.0.2", "BindAddress ::1"}, "bindaddress",
                  [](const HostSettings &settings) { return settings.bindAddress; });
    expectTheSame({"TCPKeepAlive no", "TCPKeepAlive true", "KeepAlive no"}, "tcpkeepalive",
                  [](const HostSettings &settings) {
                      return settings.tcpKeepAlive ? QStringLiteral("yes") : QStringLiteral("no");
                  });
    expectTheSame({"ConnectTimeout 0", "ConnectTimeout none", "ConnectTimeout 1h"}, "connecttimeout",
                  [](const HostSettings &settings) {
                      return settings.connectTimeoutSeconds ? QString::number(*settings.connectTimeoutSeconds)
                                                            : QStringLiteral("none");
                  });
    expectRefused({"ConnectionAttempts 0", "ConnectionAttempts x", "AddressFamily ipv4", "BindAddress $(id)",
                   "TCPKeepAlive maybe"});
}

} // namespace holdpoint::ssh
