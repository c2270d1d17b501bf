// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/knownhosts.h>

#include <tests/e2e/ssh/sshfixture.h>

#include <random>

namespace holdpoint::testing {

using ssh::HostKeyVerdict;

/// known_hosts files made of good and bad lines, judged by us and by the stock client against a real server.
class HostKeyOracleTest : public SshTest
{
protected:
    bool stockAccepts(const QString &file, const QString &name) const
    {
        QByteArray output;
        return runProgram(QStringLiteral("ssh"),
                          {QStringLiteral("-F"), QStringLiteral("none"), QStringLiteral("-o"), QStringLiteral("BatchMode=yes"),
                           QStringLiteral("-o"), QStringLiteral("StrictHostKeyChecking=yes"), QStringLiteral("-o"),
                           QStringLiteral("UpdateHostKeys=no"), QStringLiteral("-o"),
                           QStringLiteral("GlobalKnownHostsFile=/dev/null"), QStringLiteral("-o"),
                           QStringLiteral("UserKnownHostsFile=") + file, QStringLiteral("-o"),
                           QStringLiteral("HostKeyAlias=") + name, QStringLiteral("-i"), m_server.clientKey(),
                           QStringLiteral("-p"), QString::number(m_server.port()),
                           m_server.user() + QStringLiteral("@127.0.0.1"), QStringLiteral("true")},
                          &output);
    }
    QByteArray randomFile()
    {
        const QByteArray good = m_server.hostKey();
        const QByteArray bad = contents(m_server.path(QStringLiteral("client.pub"))).trimmed();
        const QList<QByteArray> markers{"", "", "", "", "@revoked ", "@cert-authority ", "@other "};
        const QList<QByteArray> names{"db.example", "DB.example", "*", "*.example", "!db.example,*", "web.example,db.*",
                                      "[db.example]:22", "db.exampl?", "web.example", "|1|AAAA|BBBB"};
        const QList<QByteArray> keys{good, good, bad, "ssh-rsa AAAA", "ssh-ed25519 AA*A", good.left(40), "",
                                     "ssh-rsa " + good.split(' ').value(1)};
        const QList<QByteArray> ends{"\n", "\n", "\r\n", " comment\n", "\n\n", "\n# note\n"};
        const auto pick = [this](const QList<QByteArray> &from) {
            return from[qsizetype(std::uniform_int_distribution<size_t>(0, size_t(from.size()) - 1)(m_random))];
        };
        QByteArray file;
        for (int lines = std::uniform_int_distribution<int>(1, 4)(m_random); lines > 0; --lines)
            file += pick(markers) + pick(names) + pick({" ", "\t", "  "}) + pick(keys) + pick(ends);
        return file;
    }

    const SshServer m_server;
    std::mt19937 m_random{20261123};
};

TEST_F(HostKeyOracleTest, weAcceptWhatTheStockClientAcceptsAndNothingElse)
{
    const QString name = QStringLiteral("db.example");
    const QByteArray key = QByteArray::fromBase64(m_server.hostKey().split(' ').value(1));
    int accepted = 0;
    for (int i = 0; i < 40; ++i) {
        const QByteArray file = randomFile();
        write(m_server.path(QStringLiteral("oracle")), file);
        const auto finding = ssh::KnownHosts({m_server.path(QStringLiteral("oracle"))}).check(name, 22, key);
        const bool stock = stockAccepts(m_server.path(QStringLiteral("oracle")), name);
        EXPECT_EQ(finding.verdict == HostKeyVerdict::Ok, stock) << "case " << i << ":\n" << file.toStdString();
        accepted += stock ? 1 : 0;
    }
    EXPECT_GT(accepted, 0); // both answers occur, so that neither side can be a constant
    EXPECT_LT(accepted, 40);
}

TEST_F(HostKeyOracleTest, linesWeAddAreFoundByTheStockTools)
{
    const QString file = m_server.path(QStringLiteral("added"));
    const QByteArray key = QByteArray::fromBase64(m_server.hostKey().split(' ').value(1));
    ASSERT_TRUE(ssh::KnownHosts({file}).add(QStringLiteral("DB.example"), 22, key));
    ASSERT_TRUE(ssh::KnownHosts({file}).add(QStringLiteral("web.example"), 2222, key));
    EXPECT_TRUE(stockAccepts(file, QStringLiteral("db.example")));
    QByteArray found;
    EXPECT_TRUE(runProgram(QStringLiteral("ssh-keygen"), {QStringLiteral("-F"), QStringLiteral("[web.example]:2222"),
                                                          QStringLiteral("-f"), file}, &found));
    EXPECT_TRUE(found.contains(m_server.hostKey())) << found.toStdString();
    ASSERT_TRUE(runProgram(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-H"), QStringLiteral("-f"), file}));
    EXPECT_TRUE(contents(file).startsWith("|1|"));
    EXPECT_EQ(ssh::KnownHosts({file}).check(QStringLiteral("web.example"), 2222, key).verdict, HostKeyVerdict::Ok);
}

} // namespace holdpoint::testing
