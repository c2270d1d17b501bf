// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "sshconfigfixture.h"

namespace holdpoint::ssh {

using SshCanonicalTest = SshConfigTest;

TEST_F(SshCanonicalTest, aNameThatTheStockClientWouldCompleteIsRefusedAndNotTakenAsItIs)
{
    for (const QByteArray &config :
         {QByteArray("CanonicalizeHostname yes\nCanonicalDomains example.net\n"),
          QByteArray("CanonicalizeHostname always\nCanonicalDomains example.net\nProxyJump bastion\n"),
          QByteArray(
              "Host db\n HostName short\nMatch all\n CanonicalizeHostname true\n CanonicalDomains example.net\n")}) {
        const auto settings = tryLookup(config, "db");
        ASSERT_FALSE(settings) << config.toStdString();
        EXPECT_EQ(settings.error().kind, ErrorKind::Invalid);
        EXPECT_TRUE(settings.error().detail.contains(QStringLiteral("example.net")))
            << settings.error().detail.toStdString();
    }
}

TEST_F(SshCanonicalTest, aNameThatStaysAsItIsMeansASecondReadingOnly)
{
    const QByteArray rest = "Match canonical\n Port 5\nHost db.example.net.x\n User final\n";
    for (const QByteArray &config :
         {"CanonicalizeHostname yes\nCanonicalDomains example.net\nHost db\n HostName db.example.net.x\n" + rest,
          "CanonicalizeHostname yes\nCanonicalDomains example.net\nProxyJump bastion\n" + rest,
          "CanonicalizeHostname yes\n" + rest, "CanonicalizeHostname yes\nCanonicalDomains none\n" + rest,
          "CanonicalizeHostname yes\nCanonicalDomains example.net\nCanonicalizeMaxDots 0\nHostName a.b\n" + rest,
          "CanonicalizeHostname always\nCanonicalDomains example.net\nHostName 127.1\n" + rest,
          "CanonicalizeHostname no\nCanonicalDomains example.net\n" + rest}) {
        const auto printed = stock(config, "db");
        ASSERT_TRUE(printed) << config.toStdString();
        const HostSettings ours = lookup(config, "db");
        EXPECT_EQ(ours.hostName, printed->value("hostname")) << config.toStdString();
        EXPECT_EQ(QString::number(ours.port.value_or(22)), printed->value("port")) << config.toStdString();
        EXPECT_EQ(ours.user.value_or(localUserName()), printed->value("user")) << config.toStdString();
    }
}

} // namespace holdpoint::ssh
