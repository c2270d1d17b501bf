// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/pseudonyms.h>
#include <models/report/reportbuilder.h>
#include <models/report/reportverifier.h>
#include <tests/unit/report/keysigner.h>
#include <tests/unit/report/samplerun.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace holdpoint;
using namespace holdpoint::report;
using namespace holdpoint::testing;
using ledger::Entry;

namespace {

Entry entry(const QString &type, const QString &actor, const QJsonObject &body)
{
    Entry made;
    made.type = type;
    made.actor = actor;
    made.body = body;
    return made;
}

QList<Entry> entries()
{
    const QJsonArray ladder{QJsonObject{{QStringLiteral("contact"), QStringLiteral("Grace Hopper")},
                                        {QStringLiteral("phone"), QStringLiteral("+32 2 555 01 00")},
                                        {QStringLiteral("email"), QStringLiteral("grace@noc.example")}}};
    return {
        entry(QStringLiteral("run-started"), QStringLiteral("ada@noc.example"),
              {{QStringLiteral("hosts"), QJsonObject{{QStringLiteral("web"), QStringLiteral("ada@web1.example:22")}}}}),
        entry(QStringLiteral("escalated"), QStringLiteral("ada@noc.example"), {{QStringLiteral("ladder"), ladder}}),
        entry(QStringLiteral("answered"), QStringLiteral("ada@noc.example"),
              {{QStringLiteral("evidence"), QJsonObject{{QStringLiteral("by"), QStringLiteral("Bo")}}}})};
}

TEST(PseudonymsTest, aNameHasOnePseudonymWhereverItStands)
{
    const Pseudonyms pseudonyms(entries(), Pseudonymity::Hosts::Named);
    EXPECT_EQ(pseudonyms.replaced(QStringLiteral("Ada called grace hopper (+32 2 555 01 00), as ADA@noc.example said")),
              QStringLiteral("Person 1 (operator) called Person 2 (contact) ((number of Person 2 (contact))), as "
                             "Person 1 (operator) said"));
    EXPECT_EQ(pseudonyms.replaced(QStringLiteral("Bo agreed; the bottle, adamant, /home/ada/x")),
              QStringLiteral("Person 3 (named) agreed; the bottle, adamant, /home/Person 1 (operator)/x"));
    EXPECT_EQ(pseudonyms.replaced(QStringLiteral("web1.example")), QStringLiteral("web1.example"));
    EXPECT_TRUE(
        pseudonyms.key()[QStringLiteral("Person 2 (contact)")].toArray().contains(QStringLiteral("Grace Hopper")));
}

TEST(PseudonymsTest, hostsAreReplacedWhereThatIsAskedFor)
{
    const Pseudonyms pseudonyms(entries(), Pseudonymity::Hosts::Replaced);
    EXPECT_EQ(pseudonyms.replaced(QStringLiteral("ada@web1.example:22")),
              QStringLiteral("Person 1 (operator)@Host 1:22"));
}

/// A run by ada whose connections tell more names.
QList<Entry> connections()
{
    const QJsonArray via{QStringLiteral("ops7@bastion.corp.example:2201 SHA256:jumpKEY")};
    return {
        entry(QStringLiteral("run-started"), QStringLiteral("ada@noc.example"),
              {{QStringLiteral("mode"), QStringLiteral("practice")},
               {QStringLiteral("hosts"), QJsonObject{{QStringLiteral("web"), QStringLiteral("web1.example:2222")}}}}),
        entry(QStringLiteral("connected"), QStringLiteral("holdpoint"),
              {{QStringLiteral("role"), QStringLiteral("web")},
               {QStringLiteral("address"), QStringLiteral("web1.example:2222")},
               {QStringLiteral("user"), QStringLiteral("alovelace")},
               {QStringLiteral("host"), QStringLiteral("web1.example")},
               {QStringLiteral("port"), 2222},
               {QStringLiteral("key_fingerprint"), QStringLiteral("SHA256:hostKEY")},
               {QStringLiteral("auth"), QStringLiteral("publickey (/home/countess/.ssh/id_ed25519)")},
               {QStringLiteral("via"), via}}),
        entry(QStringLiteral("connection-failed"), QStringLiteral("holdpoint"),
              {{QStringLiteral("role"), QStringLiteral("web")},
               {QStringLiteral("reason"),
                QStringLiteral("gate9@spare.corp.example:22 (jump host for web1.example:2222) did not answer")}})};
}

QByteArray told(const QList<Entry> &entries, Pseudonymity::Hosts hosts)
{
    QJsonObject key;
    return writePseudonymousLog(pseudonymised({.entries = entries}, {.hosts = hosts}, key).entries);
}

QString typed(const Pseudonyms &pseudonyms, const QString &shown)
{
    const QByteArray line =
        QJsonDocument(QJsonArray{1.25, QStringLiteral("o"), shown}).toJson(QJsonDocument::Compact) + '\n';
    const QByteArray replaced = pseudonyms.replacedEvents(line);
    EXPECT_TRUE(replaced.startsWith("[1.25,\"o\",")) << replaced.toStdString();
    EXPECT_TRUE(replaced.endsWith("]\n")) << replaced.toStdString();
    return QJsonDocument::fromJson(replaced).array().at(2).toString();
}

TEST(PseudonymsTest, aRecordingNamesNobodyInColouredTextOrAtTheStartOfALine)
{
    const Pseudonyms pseudonyms(entries(), Pseudonymity::Hosts::Replaced);
    for (const char *before : {"", "\x1b[32m", "\x1b[01;31m\x1b[K", "\r\n", "\t", "\x1b(B", "\x1b]0;", "\x1b[?2004h"}) {
        const QString start = QString::fromLatin1(before);
        EXPECT_EQ(typed(pseudonyms, start + QStringLiteral("ada@web1:~\x1b[0m$ ")),
                  start + QStringLiteral("Person 1 (operator)@Host 1:~\x1b[0m$ "));
    }
    EXPECT_FALSE(pseudonyms.replacedEvents("not an event: \\u001b[32mada\n").contains("ada"));
}

TEST(PseudonymsTest, aPlainTextNamesNobodyAfterWhatIsLeftOfAnEscapeSequence)
{
    const Pseudonyms pseudonyms(entries(), Pseudonymity::Hosts::Named);
    for (const char *before : {"[32m", "[m", "\\n", "\\r", "\\t", "\\e[1;31m", "\\x0a", "\\u001b[0m", "user%3D"}) {
        const QString start = QString::fromLatin1(before);
        EXPECT_EQ(pseudonyms.replaced(start + QStringLiteral("ada ")), start + QStringLiteral("Person 1 (operator) "));
    }
}

TEST(PseudonymsTest, aNameIsReplacedHoweverItsLettersAreWritten)
{
    const QString name = QStringLiteral("\u0130brahim Nguy\u1ec5n");
    const Pseudonyms pseudonyms({entry(QStringLiteral("note"), name, {})}, Pseudonymity::Hosts::Named);
    const QString pseudonym = QStringLiteral("Person 1 (operator)");
    for (const QString &written :
         {name, name.toLower(), name.toUpper(), name.normalized(QString::NormalizationForm_D),
          QStringLiteral("ibrahim nguy\u1ec5n"), QStringLiteral("\u0130brahim Nguy\u00ea\u0303n")})
        EXPECT_EQ(pseudonyms.replaced(written), pseudonym) << written.toStdString();
}

TEST(PseudonymsTest, noNameStaysInATextThatIsBroken)
{
    const Pseudonyms pseudonyms(entries(), Pseudonymity::Hosts::Named);
    const QString broken = QStringLiteral("ada ") + QChar(0xd800) + QStringLiteral(" Grace Hopper");
    const QString replaced = pseudonyms.replaced(broken);
    EXPECT_FALSE(replaced.contains(QLatin1String("ada"))) << replaced.toStdString();
    EXPECT_FALSE(replaced.contains(QLatin1String("Grace"))) << replaced.toStdString();
}

TEST(PseudonymsTest, connectionsNameNoAccount)
{
    const QByteArray home = qgetenv("HOME");
    qputenv("HOME", "/srv/people/byronson");
    QList<Entry> all = connections();
    all.append(entry(QStringLiteral("note"), QStringLiteral("holdpoint"),
                     {{QStringLiteral("text"), QStringLiteral("kept in /srv/people/byronson/x")}}));
    const QByteArray log = told(all, Pseudonymity::Hosts::Named);
    qputenv("HOME", home);
    for (const char *account : {"alovelace", "ops7", "gate9", "countess", "byronson"})
        EXPECT_FALSE(log.contains(account)) << account;
    EXPECT_TRUE(log.contains("web1.example"));
}

TEST(PseudonymsTest, connectionsNameNoHostKeyOrPortWhereHostsAreReplaced)
{
    QList<Entry> all = connections();
    all.append(entry(QStringLiteral("note"), QStringLiteral("holdpoint"),
                     {{QStringLiteral("text"), QStringLiteral("ssh WEB1, then bastion")}}));
    const QByteArray log = told(all, Pseudonymity::Hosts::Replaced);
    for (const char *left : {"web1", "WEB1", "bastion", "spare", "hostKEY", "jumpKEY", "2222", "2201"})
        EXPECT_FALSE(log.contains(left)) << left << " in " << log.toStdString();
    EXPECT_TRUE(log.contains("\"port\":0"));
    EXPECT_TRUE(log.contains("\"role\":\"web\""));
}

TEST(PseudonymsTest, aPersonNamedPracticeDoesNotMakeAPracticeRunALiveOne)
{
    QList<Entry> all = connections();
    all.append(entry(QStringLiteral("note"), QStringLiteral("practice"), {}));
    EXPECT_TRUE(told(all, Pseudonymity::Hosts::Named).contains("\"mode\":\"practice\""));
}

TEST(PseudonymsTest, noHashLetsAnybodyTryNames)
{
    const QString hash(64, u'7');
    const QJsonObject copied{{QStringLiteral("file"), QJsonObject{{QStringLiteral("sha256"), hash}}},
                             {QStringLiteral("outcome"), QStringLiteral("3 bytes, SHA-256 ") + hash}};
    const QJsonObject checked{{QStringLiteral("evidence"), QJsonObject{{QStringLiteral("output_sha256"), hash}}}};
    const QJsonArray remembered{QJsonObject{{QStringLiteral("body"), checked}}, QJsonObject{{QStringLiteral("body"), copied}}};
    const QString actor = QStringLiteral("ada@noc.example");
    QList<Entry> all = entries();
    all[0].body.insert(QStringLiteral("sha256"), QString(64, u'9'));
    all.append({entry(QStringLiteral("copy-finished"), actor, copied), entry(QStringLiteral("check-verdict"), actor, checked),
                entry(QStringLiteral("command-finished"), actor, {{QStringLiteral("output_sha256"), hash}}),
                entry(QStringLiteral("unrecorded-interval"), actor, {{QStringLiteral("remembered"), remembered}})});
    const QByteArray log = told(all, Pseudonymity::Hosts::Named);
    EXPECT_FALSE(log.contains(hash.toLatin1())) << log.toStdString();
    EXPECT_TRUE(log.contains("SHA-256 (left out)"));
    EXPECT_TRUE(log.contains(QByteArray(64, '9'))) << "which runbook it was";
}

TEST(PseudonymsTest, aPaneIsNotNamedAfterAPersonWhereverItsNumbersStand)
{
    QList<Entry> all = entries();
    all.append(entry(QStringLiteral("unrecorded-interval"), QStringLiteral("ada@noc.example"),
                     {{QStringLiteral("shown_bytes"), QJsonObject{{QStringLiteral("ada-laptop (2)"), 7}}}}));
    const QByteArray log = told(all, Pseudonymity::Hosts::Named);
    EXPECT_TRUE(log.contains("Person 1 (operator)-laptop (2)")) << log.toStdString();
    EXPECT_FALSE(log.contains("ada-laptop"));
}

TEST(PseudonymsTest, aCertificateDoesNotNameItsHolder)
{
    ReportInput input{.entries = entries()};
    input.certificate = x509::Certificate{.subject = QStringLiteral("CN=Ada Lovelace")};
    input.uncertifiedReason = QStringLiteral("/home/ada/ada.p12 needs a password");
    QJsonObject key;
    const ReportInput made = pseudonymised(input, {}, key);
    EXPECT_FALSE(made.certificate);
    EXPECT_TRUE(made.uncertifiedReason.isEmpty());
    const auto possible = checkPseudonymousCall(QStringLiteral("ada.p12"), QString(), QStringLiteral("report"));
    ASSERT_FALSE(possible);
    EXPECT_EQ(possible.error().kind, ErrorKind::Invalid);
}

TEST(PseudonymsTest, whoIsWhoIsKeptInANewFileOutsideTheReport)
{
    const QTemporaryDir folder;
    const QString report = folder.filePath(QStringLiteral("report"));
    const auto canKeepIn = [&](const QString &name) {
        return checkPseudonymousCall(QString(), folder.filePath(name), report).has_value();
    };
    EXPECT_TRUE(canKeepIn(QStringLiteral("key.json")));
    EXPECT_TRUE(canKeepIn(QStringLiteral("report-key.json")));
    EXPECT_FALSE(canKeepIn(QStringLiteral("report")));
    EXPECT_FALSE(canKeepIn(QStringLiteral("report/key.json")));
    EXPECT_FALSE(canKeepIn(QStringLiteral("other/../report/key.json")));
    EXPECT_FALSE(canKeepIn(QStringLiteral("nowhere/key.json")));
    QFile there(folder.filePath(QStringLiteral("there.json")));
    ASSERT_TRUE(there.open(QIODevice::WriteOnly));
    EXPECT_FALSE(canKeepIn(QStringLiteral("there.json")));
    ASSERT_TRUE(QFile::link(folder.filePath(QStringLiteral("gone")), folder.filePath(QStringLiteral("link.json"))));
    EXPECT_FALSE(canKeepIn(QStringLiteral("link.json")));
    EXPECT_TRUE(checkPseudonymousCall(QString(), QString(), report));
}

class PseudonymousReportTest : public ::testing::Test
{
protected:
    WrittenReport write(const Pseudonymity &pseudonymity)
    {
        const QByteArray run = writeSampleRun(m_ledger);
        ReportBuilder builder(m_ledger.get(), m_ledger.clock(), {}, QStringLiteral("op"));
        const auto written = waitFor(builder.write(
            run,
            {.path = folder(), .endorsements = {.signer = m_key}, .pseudonymity = pseudonymity, .keyFile = keyFile()}));
        EXPECT_TRUE(written) << written.error().detail.toStdString();
        return written.value_or(WrittenReport());
    }
    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("report")); }
    [[nodiscard]] QString keyFile() const { return m_folder.filePath(QStringLiteral("key.json")); }
    [[nodiscard]] QByteArray all() const
    {
        QByteArray bytes;
        for (const QFileInfo &info : QDir(folder()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            EXPECT_TRUE(file.open(QIODevice::ReadOnly));
            bytes += file.readAll();
        }
        return bytes;
    }

    QTemporaryDir m_folder;
    TempLedger m_ledger;
    std::shared_ptr<KeySigner> m_key = std::make_shared<KeySigner>();
};

TEST_F(PseudonymousReportTest, namesNobodyProvesNothingAndSaysSo)
{
    write({});
    EXPECT_FALSE(all().contains("operator@noc.example"));
    EXPECT_TRUE(all().contains("PSEUDONYMOUS"));
    EXPECT_TRUE(all().contains("Free text"));
    const QStringList names = QDir(folder()).entryList(QDir::Files);
    EXPECT_TRUE(names.contains(QStringLiteral("pseudonymous.jsonl")));
    for (const char *left : {"session.jsonl", "ledger-proof.txt", "runbook.md", "terminal-1.cast"})
        EXPECT_FALSE(names.contains(QLatin1String(left))) << left;
    const auto verified = verifyReport(folder(), {.when = QDateTime::currentDateTimeUtc()});
    ASSERT_TRUE(verified);
    EXPECT_EQ(verified->completeness.verdict, Judgement::Good) << verified->completeness.reason.toStdString();
    EXPECT_EQ(verified->ledger.verdict, Judgement::Unknown);
    EXPECT_TRUE(verified->ledger.reason.contains(QLatin1String("pseudonymous")));
}

TEST_F(PseudonymousReportTest, saysThatItsSignatureNamesTheSigner)
{
    write({});
    EXPECT_EQ(all().count("signature names its signer"), 2) << "at its head, and where it says what is proven";
}

TEST_F(PseudonymousReportTest, holdsNoKeyWhereNobodySignsIt)
{
    m_key.reset();
    write({});
    EXPECT_FALSE(all().contains("signature names its signer"));
    EXPECT_FALSE(all().contains("ssh-ed25519"));
    EXPECT_TRUE(all().contains("UNSIGNED"));
}

TEST_F(PseudonymousReportTest, holdsNoHashThatNamesCouldBeTriedAgainst)
{
    write({});
    const auto entries = waitFor(m_ledger->entries({}, ledger::Ledger::Attachments::Skip));
    ASSERT_TRUE(entries);
    for (const Entry &one : *entries) {
        EXPECT_FALSE(all().contains(one.leaf.toHex()));
        EXPECT_FALSE(all().contains(one.leaf.toBase64()));
    }
}

TEST_F(PseudonymousReportTest, whoIsWhoIsKeptForItsOwnerAlone)
{
    write({});
    QFile key(keyFile());
    ASSERT_TRUE(key.open(QIODevice::ReadOnly));
    EXPECT_TRUE(key.readAll().contains("operator@noc.example"));
    EXPECT_EQ(key.permissions() & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
}

TEST_F(PseudonymousReportTest, isNotWrittenWhereWhoIsWhoCannotBeKept)
{
    const QByteArray run = writeSampleRun(m_ledger);
    ReportBuilder builder(m_ledger.get(), m_ledger.clock(), {}, QStringLiteral("op"));
    const auto keepIn = [&](const QString &keyFile) {
        return waitFor(builder.write(run, {.path = folder(), .pseudonymity = Pseudonymity{}, .keyFile = keyFile}));
    };
    EXPECT_FALSE(keepIn(m_folder.filePath(QStringLiteral("nowhere/key.json"))));
    EXPECT_FALSE(keepIn(m_folder.filePath(QString(300, u'k')))) << "the disk refuses such a name";
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden), QStringList());
}

TEST_F(PseudonymousReportTest, recordingsStayInOnlyForAReasonThatIsSaid)
{
    write({.recordings = Pseudonymity::Recordings::Included,
           .recordingsReason = QStringLiteral("training of new staff")});
    EXPECT_TRUE(QDir(folder()).entryList(QDir::Files).contains(QStringLiteral("terminal-1.cast")));
    EXPECT_TRUE(all().contains("training of new staff"));
    EXPECT_EQ(waitFor(m_ledger->entriesOfType(QStringLiteral("recording-viewed")))->size(), 1);
}

} // namespace
