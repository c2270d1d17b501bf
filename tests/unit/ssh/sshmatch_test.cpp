// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "sshconfigfixture.h"

namespace holdpoint::ssh {

class SshMatchTest : public SshConfigTest
{
protected:
    void expectTheSame(const QByteArray &config, const char *alias, const char *user = "")
    {
        const auto printed = stock(config, alias, user);
        ASSERT_TRUE(printed) << config.toStdString();
        const HostSettings ours = lookup(config, alias, user);
        const std::string about = config.toStdString() + "for " + user + '@' + alias;
        EXPECT_EQ(ours.hostName, printed->value("hostname")) << about;
        EXPECT_EQ(ours.user.value_or(localUserName()), printed->value("user")) << about;
        EXPECT_EQ(QString::number(ours.port.value_or(22)), printed->value("port")) << about;
        if (!ours.identityFiles.isEmpty()) {
            EXPECT_EQ(ours.identityFiles, printed->values("identityfile")) << about;
        }
        EXPECT_EQ(ours.notes, QStringList()) << about;
    }
};

TEST_F(SshMatchTest, criteriaMeanWhatTheyMeanToTheStockClient)
{
    const QByteArray local = localUserName().toUtf8();
    for (const QByteArray &line : {QByteArray("host db"),
                                   QByteArray("host DB,web-?"),
                                   QByteArray("host db.example"),
                                   QByteArray("host !db,*"),
                                   QByteArray("!host db"),
                                   QByteArray("originalhost db,web-1"),
                                   QByteArray("!originalhost db host db"),
                                   QByteArray("user ops"),
                                   QByteArray("user o*,!ops"),
                                   QByteArray("!user ops"),
                                   QByteArray("user OPS"),
                                   "localuser " + local,
                                   "localuser !" + local + ",*",
                                   "!localuser " + local + " host *",
                                   QByteArray("host db user ops"),
                                   QByteArray("host=db user=ops"),
                                   QByteArray("host \"db\" # behind"),
                                   QByteArray("HOST db User ops"),
                                   QByteArray("all"),
                                   QByteArray("!all"),
                                   QByteArray("all # behind"),
                                   QByteArray("host db all"),
                                   QByteArray("host web-1 all"),
                                   QByteArray("host ") + QByteArray(1023, 'x') + ",db"}) {
        const QByteArray config = "Match " + line + "\n  Port 2201\n  IdentityFile /matched\n";
        for (const char *alias : {"db", "web-1", "Db", "db.example"}) {
            for (const char *user : {"", "ops"})
                expectTheSame(config, alias, user);
        }
    }
}

TEST_F(SshMatchTest, aMatchIsHeldAgainstWhatWasSaidAbove)
{
    for (const QByteArray &config :
         {QByteArray("Host db\n HostName 10.0.0.5\nMatch host 10.0.0.5\n Port 1\nMatch host db\n Port 2\n"),
          QByteArray("Match host 10.0.0.5\n Port 1\nHost db\n HostName 10.0.0.5\n"),
          QByteArray("HostName %h.example\nMatch host db.example\n Port 1\nMatch originalhost db\n User ops\n"),
          QByteArray("Match user ops\n Port 1\nMatch all\n User ops\nMatch user ops\n Port 2\n"),
          QByteArray("User ops\nMatch user ops\n User root\n Port 5\nMatch user root\n Port 6\n IdentityFile /root\n"),
          QByteArray("Host db\n User ops\nMatch user ops host db\n HostName new\nMatch host new\n Port 9\n")}) {
        expectTheSame(config, "db");
        expectTheSame(config, "other");
        expectTheSame(config, "db", "root");
    }
}

TEST_F(SshMatchTest, aFinalMatchMeansASecondReadingForTheFinalName)
{
    for (const QByteArray &config :
         {QByteArray("Host db\n HostName DB.Example\nMatch final host db.example\n Port 1\n IdentityFile /f\n"),
          QByteArray("Host db.example\n User second\n IdentityFile /second\nHost db\n HostName db.example\nMatch final "
                     "all\n Port 3\n"),
          QByteArray("Match !final\n Port 4\nMatch final\n Port 5\n User last\n"),
          QByteArray("Match canonical\n Port 4\nMatch host db\n User first\n"),
          QByteArray("Match canonical\n Port 4\nMatch final host nothing\n User no\n"),
          QByteArray("Match final user ops\n Port 4\nMatch all\n User ops\n"),
          QByteArray("Host 127.0.0.1\n User addressed\nHost db\n HostName 127.1\nMatch final\n Port 7\n"),
          QByteArray("Host other\n Match final\n Port 1\nHost %h.example\n")}) {
        expectTheSame(config, "db");
        expectTheSame(config, "other");
        expectTheSame(config, "db", "ops");
    }
}

TEST_F(SshMatchTest, aMatchInAnIncludedFileCountsWhereTheIncludeCounts)
{
    write("Match user ops\n Port 7\nMatch final\n User late\n", QStringLiteral("part.conf"));
    const QByteArray config = "Host db\n Include " + m_folder.path().toUtf8() + "/part.conf\n IdentityFile /k\n";
    expectTheSame(config, "db", "ops");
    expectTheSame(config, "db");
    expectTheSame(config, "web", "ops");
}

TEST_F(SshMatchTest, whatTheStockClientRefusesIsAnErrorWithItsPlace)
{
    for (const char *line : {"Match", "Match # db", "Match db", "Match host", "Match host # db", "Match host db user",
                             "Match all host db", "Match host db user ops all", "Match host \"db", "Match !",
                             "Match all all", "Match host db\n Port 1\nMatch colour blue"}) {
        const QByteArray config = QByteArray("Host web\n Port 3\n") + line + "\n Port 2\n";
        EXPECT_FALSE(stock(config, "db")) << line;
        const auto ours = tryLookup(config, "db");
        ASSERT_FALSE(ours) << line;
        EXPECT_EQ(ours.error().kind, ErrorKind::Invalid) << line;
        EXPECT_TRUE(ours.error().detail.contains(QStringLiteral("config:"))) << ours.error().detail.toStdString();
    }
}

TEST_F(SshMatchTest, whatIsNeverEvaluatedIsNotedWhereItWouldHaveCounted)
{
    const QByteArray config = "Match host db exec \"false\"\n Port 1\nMatch exec true host web\n Port 2\n"
                              "Match tagged blue\n Port 3\nMatch all\n Port 4\n";
    const HostSettings db = lookup(config, "db");
    EXPECT_EQ(db.port, 4);
    ASSERT_EQ(db.notes.size(), 2);
    EXPECT_TRUE(db.notes[0].contains(QStringLiteral("config:1: \"Match exec\""))) << db.notes[0].toStdString();
    EXPECT_TRUE(db.notes[1].contains(QStringLiteral("config:5: \"Match tagged\""))) << db.notes[1].toStdString();
    EXPECT_EQ(lookup("Match host web exec true\n Port 1\n", "db").notes, QStringList());
}

TEST_F(SshMatchTest, addressesAndNamesAreSpelledAsTheStockClientSpellsThem)
{
    for (const char *alias :
         {"127.1", "99999", "0x7f000001", "::0001", "FE80::1", "fe80::1%none0", "DB.Example", "1.2.3.4.5", "a:b"})
        expectTheSame("Match all\n", alias);
}

} // namespace holdpoint::ssh
