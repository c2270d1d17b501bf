// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// SECURITY cases 1 to 7 and 75: what an attacker or a broken disk does to the file, and what is said of it.

#include <models/base/bytes.h>
#include <models/ledger/checkpoint.h>
#include <models/ledger/merkle.h>
#include <tests/support/templedger.h>

#include <QRandomGenerator>

#include <tuple>

using namespace holdpoint;
using namespace holdpoint::ledger;
using namespace holdpoint::testing;

namespace {

Audit auditOf(const TempLedger &ledger, const QByteArray &witness = {})
{
    const auto audit = auditFile(ledger.path(), witness);
    EXPECT_TRUE(audit);
    return audit.value_or(Audit());
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QList<QByteArray> recordsOf(const QString &path)
{
    QList<QByteArray> records;
    const auto entries = readEntries(path, Ledger::Attachments::Load);
    for (const Entry &entry : entries.value_or(QList<Entry>())) {
        records.append(entry.record);
        for (const Attachment &attachment : entry.attachments)
            records.append(attachment.bytes);
    }
    return records;
}

/// Without the zeros that a log is filled up with.
qint64 usedSize(const QString &path)
{
    const QByteArray bytes = contentsOf(path);
    const auto last = std::find_if(bytes.rbegin(), bytes.rend(), [](char byte) { return byte != 0; });
    return bytes.rend() - last;
}

void fill(TempLedger &ledger)
{
    ledger.append(180);
    for (int i = 0; i < 20; ++i) {
        Draft draft = TempLedger::draft(i);
        draft.attachments = {QByteArray(500, 'x'), QByteArray::number(i)};
        ASSERT_TRUE(waitFor(ledger->append(draft)));
    }
    ASSERT_TRUE(waitFor(ledger->checkpoint()));
}

/// Flips bytes of one file of the ledger: each time the audit objects, or all content is as it was.
void expectNoFlipPasses(const TempLedger &ledger, const QString &file, int samples, quint32 seed)
{
    const QList<QByteArray> original = recordsOf(ledger.path());
    ASSERT_EQ(original.size(), 240);
    QRandomGenerator random(seed);
    const qint64 size = usedSize(file);
    int objections = 0;
    for (int i = 0; i < samples; ++i) {
        const qint64 offset = random.bounded(int(size));
        const char mask = char(1 << random.bounded(8));
        TempLedger::flipByte(file, offset, mask);
        const Audit audit = auditOf(ledger);
        if (audit.verdict == Audit::Verdict::Good) {
            EXPECT_EQ(recordsOf(ledger.path()), original) << file.toStdString() << " at " << offset;
        } else {
            ++objections;
        }
        TempLedger::flipByte(file, offset, mask);
    }
    EXPECT_GT(objections, samples / 3);
    EXPECT_EQ(auditOf(ledger).verdict, Audit::Verdict::Good);
}

class FlippedByteTest : public ::testing::TestWithParam<quint32>
{
};

TEST_P(FlippedByteTest, isFoundInTheFileOrChangesNothing)
{
    TempLedger ledger;
    fill(ledger);
    ledger.close();
    expectNoFlipPasses(ledger, ledger.path(), 250, GetParam());
}

TEST_P(FlippedByteTest, isFoundInTheLogOrChangesNothing)
{
    TempLedger ledger;
    fill(ledger);
    // What a killed process leaves behind: the file and its log, and no lock.
    TempLedger left;
    left.close();
    for (const char *name : {"/ledger.db", "/ledger.db-wal", "/ledger.highwater"}) {
        QFile::remove(left.folder() + QLatin1String(name));
        ASSERT_TRUE(QFile::copy(ledger.folder() + QLatin1String(name), left.folder() + QLatin1String(name)));
    }
    const Head head = ledger->head();
    ledger.close();
    QFile::remove(left.folder() + QStringLiteral("/ledger.highwater"));
    ASSERT_TRUE(QFile::copy(ledger.folder() + QStringLiteral("/ledger.highwater"),
                            left.folder() + QStringLiteral("/ledger.highwater")));
    EXPECT_EQ(head.size, 200u);
    expectNoFlipPasses(left, left.path() + QStringLiteral("-wal"), 250, GetParam());
}

INSTANTIATE_TEST_SUITE_P(Seeds, FlippedByteTest, ::testing::Values(1u, 2u, 3u, 4u));

TEST(TamperingTest, aSingleFlippedByteOfARecordNamesTheFirstBadEntry)
{
    TempLedger ledger;
    ledger.append(10);
    ledger.close();
    const QByteArray bytes = contentsOf(ledger.path());
    ledger.flipByte(bytes.indexOf("{\"number\":6}") + 10);
    const Audit audit = auditOf(ledger);
    EXPECT_EQ(audit.verdict, Audit::Verdict::Bad);
    EXPECT_EQ(audit.firstBad, 6u);
    const auto opened = ledger.tryOpen();
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::Corrupt);
    EXPECT_TRUE(opened.error().detail.contains(QLatin1String("entry 6")));
}

TEST(TamperingTest, aDroppedRowIsAGapThere)
{
    TempLedger ledger;
    ledger.append(10);
    ledger.close();
    ledger.dropRow(4);
    EXPECT_EQ(auditOf(ledger).firstBad, 4u);
    EXPECT_EQ(auditOf(ledger).verdict, Audit::Verdict::Bad);
}

TEST(TamperingTest, swappedRowsAreOutOfOrderThere)
{
    TempLedger ledger;
    ledger.append(10);
    ledger.close();
    ledger.swapRows(4);
    EXPECT_EQ(auditOf(ledger).firstBad, 4u);
}

TEST(TamperingTest, aDuplicatedRowIsOutOfOrderThere)
{
    TempLedger ledger;
    ledger.append(10);
    ledger.close();
    ledger.sql(QStringLiteral("UPDATE entry SET (leaf, record) = (SELECT leaf, record FROM entry WHERE sequence = 4)"
                              " WHERE sequence = 5"));
    EXPECT_EQ(auditOf(ledger).firstBad, 5u);
}

TEST(TamperingTest, aChangedBodyWithItsOwnHashMendedBreaksTheNextEntry)
{
    TempLedger ledger;
    ledger.append(10);
    ledger.close();
    const auto entries = readEntries(ledger.path(), Ledger::Attachments::Skip);
    ASSERT_TRUE(entries);
    QByteArray record = entries->at(4).record;
    record.replace("{\"number\":4}", "{\"number\":9}");
    ledger.sql(QStringLiteral("UPDATE entry SET record = x'%1', leaf = x'%2' WHERE sequence = 4")
                   .arg(QString::fromLatin1(record.toHex()), QString::fromLatin1(leafHash(record).toHex())));
    const Audit audit = auditOf(ledger);
    EXPECT_EQ(audit.verdict, Audit::Verdict::Bad);
    EXPECT_EQ(audit.firstBad, 5u);
}

TEST(TamperingTest, anEntryFiledUnderAnotherRunIsFound)
{
    TempLedger ledger;
    ledger.append(4);
    ledger.close();
    ledger.sql(QStringLiteral("UPDATE entry SET run = x'00' WHERE sequence = 2"));
    EXPECT_EQ(auditOf(ledger).firstBad, 2u);
}

struct Misfiling
{
    const char *index;
    const char *away; ///< what the index learns
    const char *back; ///< what it does not
    const char *words;
};

class MisfilingTest : public ::testing::TestWithParam<Misfiling>
{
};

// The entries are good and say themselves where they belong, but whoever asks an index does not find them there.
TEST_P(MisfilingTest, isFoundAndNamed)
{
    const QString index = QLatin1String(GetParam().index);
    TempLedger ledger;
    ledger.append(5);
    Draft draft = TempLedger::draft(5);
    draft.attachments = {QByteArray("output")};
    ASSERT_TRUE(waitFor(ledger->append(draft)));
    ledger.close();
    ASSERT_EQ(auditOf(ledger).verdict, Audit::Verdict::Good);
    ledger.sql(QLatin1String(GetParam().away));
    const auto schema = QStringLiteral("PRAGMA writable_schema=ON;");
    const auto key = QStringLiteral("', PRIMARY KEY(sequence, position)'");
    ledger.sql(schema
               + QStringLiteral("CREATE TABLE kept AS SELECT * FROM sqlite_schema WHERE name = '%1';"
                                "CREATE TABLE whole AS SELECT * FROM sqlite_schema WHERE name = 'attachment';"
                                "UPDATE sqlite_schema SET sql = replace(sql, %2, '')"
                                " WHERE name = 'attachment' AND '%1' LIKE 'sqlite%';"
                                "DELETE FROM sqlite_schema WHERE name = '%1'")
                     .arg(index, key));
    ledger.sql(QLatin1String(GetParam().back));
    ledger.sql(schema
               + QStringLiteral("UPDATE sqlite_schema SET sql = (SELECT sql FROM whole) WHERE name = 'attachment';"
                                "INSERT INTO sqlite_schema SELECT * FROM kept; DROP TABLE kept; DROP TABLE whole"));
    const Audit audit = auditOf(ledger);
    EXPECT_EQ(audit.verdict, Audit::Verdict::Bad);
    EXPECT_TRUE(audit.reason.contains(QLatin1String(GetParam().words))) << audit.reason.toStdString();
    EXPECT_FALSE(ledger.tryOpen());
}

INSTANTIATE_TEST_SUITE_P(
    Indexes, MisfilingTest,
    ::testing::Values(Misfiling{"entry_run", "UPDATE entry SET run = x'00' WHERE sequence = 2",
                                "UPDATE entry SET run = (SELECT run FROM entry WHERE sequence = 4) WHERE sequence = 2",
                                "entry 2 does not stand in the index of runs where it should"},
                      Misfiling{"entry_type", "UPDATE entry SET type = 'other' WHERE sequence = 3",
                                "UPDATE entry SET type = 'note' WHERE sequence = 3",
                                "entry 3 does not stand in the index of types where it should"},
                      Misfiling{"sqlite_autoindex_attachment_1", "SELECT 1",
                                "INSERT INTO attachment VALUES(1, 0, x'00', 0, x'00')",
                                "the index of attachments is not that of the rows"}));

class RetypedIndexTest : public ::testing::TestWithParam<std::tuple<const char *, const char *>>
{
};

// The same bytes as a value of another type: whoever asks for what was recorded finds nothing.
TEST_P(RetypedIndexTest, isFound)
{
    const QString name = QLatin1String(std::get<0>(GetParam()));
    const auto define = QStringLiteral("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql ="
                                       " 'CREATE INDEX %1 ON entry(%2)' WHERE name = '%1'");
    TempLedger ledger;
    ledger.append(5);
    ledger.close();
    ledger.sql(define.arg(name, QLatin1String(std::get<1>(GetParam()))));
    ledger.sql(QStringLiteral("REINDEX %1").arg(name));
    ledger.sql(define.arg(name, name.sliced(QStringLiteral("entry_").size())));
    const Audit audit = auditOf(ledger);
    EXPECT_EQ(audit.verdict, Audit::Verdict::Bad);
    EXPECT_TRUE(audit.reason.contains(QLatin1String("an index"))) << audit.reason.toStdString();
}

INSTANTIATE_TEST_SUITE_P(Indexes, RetypedIndexTest,
                         ::testing::Values(std::tuple{"entry_type", "CAST(type AS BLOB)"},
                                           std::tuple{"entry_run", "CAST(run AS TEXT)"}));

TEST(TamperingTest, anAuditThatStopsVouchesForNothingBeyond)
{
    TempLedger ledger;
    ledger.append(40);
    ASSERT_TRUE(waitFor(ledger->checkpoint()));
    ledger.close();
    const QByteArray bytes = contentsOf(ledger.path());
    ledger.flipByte(bytes.indexOf("{\"number\":36}") + 10);
    const Audit audit = auditOf(ledger);
    EXPECT_EQ(audit.verdict, Audit::Verdict::Bad);
    EXPECT_EQ(audit.firstBad, 36u);
    EXPECT_EQ(audit.entries, 36u);
    EXPECT_EQ(audit.witnessed, 0u);
}

TEST(TamperingTest, aChangedOrMissingAttachmentIsFound)
{
    TempLedger ledger;
    ledger.append(2);
    Draft draft = TempLedger::draft(2);
    draft.attachments = {QByteArray("output")};
    ASSERT_TRUE(waitFor(ledger->append(draft)));
    ledger.close();
    ledger.sql(QStringLiteral("UPDATE attachment SET bytes = x'00'"));
    EXPECT_EQ(auditOf(ledger).firstBad, 2u);
    ledger.sql(QStringLiteral("DELETE FROM attachment"));
    EXPECT_EQ(auditOf(ledger).firstBad, 2u);
}

class StrayAttachmentTest : public ::testing::TestWithParam<std::tuple<int, int, const char *>>
{
};

TEST_P(StrayAttachmentTest, isFoundAndNamed)
{
    const auto &[sequence, position, words] = GetParam();
    TempLedger ledger;
    ledger.append(2);
    Draft draft = TempLedger::draft(2);
    draft.attachments = {QByteArray("output")};
    ASSERT_TRUE(waitFor(ledger->append(draft)));
    ledger.close();
    ASSERT_EQ(auditOf(ledger).verdict, Audit::Verdict::Good);
    ledger.sql(QStringLiteral("INSERT INTO attachment VALUES(%1, %2, x'00', 0, x'00')").arg(sequence).arg(position));
    EXPECT_EQ(auditOf(ledger).verdict, Audit::Verdict::Bad);
    EXPECT_TRUE(auditOf(ledger).reason.contains(QLatin1String(words))) << auditOf(ledger).reason.toStdString();
}

INSTANTIATE_TEST_SUITE_P(Places, StrayAttachmentTest,
                         ::testing::Values(std::tuple{1, 0, "entry 1: bytes are attached to it"},
                                           std::tuple{2, 1, "entry 2 has an attachment too many"},
                                           std::tuple{2, -1, "entry 2 has an attachment too many"},
                                           std::tuple{3, 0, "entry 3, which there is not"},
                                           std::tuple{-4, 0, "entry -4, which there is not"}));

TEST(TamperingTest, historyRewrittenUnderAWitnessedSizeIsFound)
{
    TempLedger ledger;
    ledger.append(9);
    const QByteArray witness = checkpointBody(ledger->origin(), ledger->head());
    EXPECT_EQ(auditOf(ledger, witness).witnessed, 9u);
    ledger.rewriteTail(7, 5);
    const Audit audit = auditOf(ledger, witness);
    EXPECT_EQ(audit.verdict, Audit::Verdict::Bad);
    EXPECT_TRUE(audit.reason.contains(QLatin1String("history rewritten before size 9"))) << audit.reason.toStdString();
}

TEST(TamperingTest, historyRewrittenAfterTheWitnessedSizeIsOnlyNotWitnessed)
{
    TempLedger ledger;
    ledger.append(7);
    const QByteArray witness = checkpointBody(ledger->origin(), ledger->head());
    ledger.append(2);
    ledger.rewriteTail(7, 5);
    const Audit audit = auditOf(ledger, witness);
    EXPECT_EQ(audit.verdict, Audit::Verdict::Good);
    EXPECT_EQ(audit.entries, 12u);
    EXPECT_EQ(audit.witnessed, 7u);
}

TEST(TamperingTest, aTailThatIsCutOffIsFoundByAWitness)
{
    TempLedger ledger;
    ledger.append(9);
    const QByteArray witness = checkpointBody(ledger->origin(), ledger->head());
    ledger.close();
    ledger.truncate(6);
    ASSERT_TRUE(QFile::remove(ledger.folder() + QStringLiteral("/ledger.highwater")));
    EXPECT_EQ(auditOf(ledger).verdict, Audit::Verdict::Good);
    EXPECT_EQ(auditOf(ledger, witness).verdict, Audit::Verdict::Bad);
    EXPECT_EQ(auditOf(ledger, witness).firstBad, 6u);
}

TEST(TamperingTest, aWitnessOfAnotherLedgerOrNoneAtAllIsNotTaken)
{
    TempLedger ledger;
    ledger.append(2);
    EXPECT_EQ(auditOf(ledger, checkpointBody(QStringLiteral("holdpoint/other"), ledger->head())).verdict,
              Audit::Verdict::Bad);
    EXPECT_EQ(auditOf(ledger, "nonsense").verdict, Audit::Verdict::Unknown);
}

TEST(TamperingTest, anOlderCopyIsRefusedAtTheNextStartAndLeftAsItIs)
{
    TempLedger ledger;
    ledger.append(3);
    ledger.close();
    const QByteArray older = contentsOf(ledger.path());
    ledger.open();
    ledger.append(4);
    ledger.close();
    QFile file(ledger.path());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(older);
    file.close();
    const auto opened = ledger.tryOpen();
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::Corrupt);
    EXPECT_TRUE(opened.error().detail.contains(QLatin1String("ledger is older than high-water mark (size 3 < 7)")))
        << opened.error().detail.toStdString();
    EXPECT_EQ(contentsOf(ledger.path()), older);
}

TEST(TamperingTest, aLedgerThatIsGoneIsMissedAtTheNextStart)
{
    TempLedger ledger;
    ledger.append(3);
    ledger.close();
    ASSERT_TRUE(QFile::remove(ledger.path()));
    const auto opened = ledger.tryOpen();
    ASSERT_FALSE(opened);
    EXPECT_TRUE(opened.error().detail.contains(QLatin1String("(size 0 < 3)")));
    EXPECT_FALSE(QFile::exists(ledger.path()));
}

TEST(TamperingTest, aDamagedHeaderIsRefusedAndTheFileIsLeftAsItIs)
{
    for (const qsizetype zeroed : {qsizetype(16), qsizetype(100), qsizetype(4096), qsizetype(-1)}) {
        TempLedger ledger;
        ledger.append(3);
        ledger.close();
        QByteArray damaged = contentsOf(ledger.path());
        if (zeroed < 0)
            damaged.clear();
        else
            damaged.replace(0, zeroed, QByteArray(zeroed, '\0'));
        QFile file(ledger.path());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(damaged);
        file.close();
        const auto opened = ledger.tryOpen();
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().kind, ErrorKind::Corrupt);
        EXPECT_EQ(contentsOf(ledger.path()), damaged);
        EXPECT_EQ(auditOf(ledger).verdict, Audit::Verdict::Bad);
    }
}

TEST(TamperingTest, aNewerFormatIsRefusedWithItsNumber)
{
    TempLedger ledger;
    ledger.append(1);
    ledger.close();
    ledger.sql(QStringLiteral("PRAGMA user_version = 2"));
    const auto opened = ledger.tryOpen();
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::NotPermitted);
    EXPECT_TRUE(opened.error().detail.contains(QLatin1String("newer format 2")));
    EXPECT_EQ(auditOf(ledger).verdict, Audit::Verdict::Unknown);
}

TEST(TamperingTest, foreignTriggersViewsAndTablesAreRefused)
{
    for (const char *statement : {"CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM checkpoint; END",
                                  "CREATE TABLE other(x)", "DROP TRIGGER entry_no_delete"}) {
        TempLedger ledger;
        ledger.append(1);
        ledger.close();
        ledger.sql(QLatin1String(statement));
        EXPECT_FALSE(ledger.tryOpen()) << statement;
        EXPECT_EQ(auditOf(ledger).verdict, Audit::Verdict::Bad) << statement;
    }
}

TEST(TamperingTest, anyOtherFileIsNoLedger)
{
    TempLedger ledger;
    ledger.close();
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("SQLite format 3"), QByteArray(5000, 'x'), randomBytes(9000)}) {
        QFile file(ledger.path());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        EXPECT_EQ(auditOf(ledger).verdict, Audit::Verdict::Bad);
        EXPECT_EQ(readEntries(ledger.path(), Ledger::Attachments::Skip).error().kind, ErrorKind::Corrupt);
    }
}

} // namespace
