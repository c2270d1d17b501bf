// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/pseudonyms.h>
#include <models/report/reportbuilder.h>
#include <models/report/reportverifier.h>
#include <tests/unit/report/keysigner.h>
#include <tests/unit/report/samplerun.h>

#include <QDir>
#include <QJsonArray>

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

class PseudonymousReportTest : public ::testing::Test
{
protected:
    WrittenReport write(const Pseudonymity &pseudonymity)
    {
        const QByteArray run = writeSampleRun(m_ledger);
        ReportBuilder builder(m_ledger.get(), m_ledger.clock(), {}, QStringLiteral("op"));
        const auto written =
            waitFor(builder.write(run, folder(), {.signer = m_key}, report::Container::Folder, pseudonymity));
        EXPECT_TRUE(written) << written.error().detail.toStdString();
        return written.value_or(WrittenReport());
    }
    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("report")); }
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
    const WrittenReport written = write({});
    EXPECT_FALSE(all().contains("operator@noc.example"));
    EXPECT_TRUE(all().contains("PSEUDONYMOUS"));
    EXPECT_TRUE(all().contains("Free text"));
    EXPECT_FALSE(written.pseudonyms.isEmpty());
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

TEST_F(PseudonymousReportTest, recordingsStayInOnlyForAReasonThatIsSaid)
{
    write({.recordings = Pseudonymity::Recordings::Included,
           .recordingsReason = QStringLiteral("training of new staff")});
    EXPECT_TRUE(QDir(folder()).entryList(QDir::Files).contains(QStringLiteral("terminal-1.cast")));
    EXPECT_TRUE(all().contains("training of new staff"));
    EXPECT_EQ(waitFor(m_ledger->entriesOfType(QStringLiteral("recording-viewed")))->size(), 1);
}

} // namespace
