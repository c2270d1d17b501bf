// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Attachments that are erased by rule or on request: gone from the disk, accounted for in the chain.

#include <models/base/bytes.h>
#include <models/ledger/packing.h>
#include <tests/support/templedger.h>

#include <QDir>

#include <algorithm>

using namespace holdpoint;
using namespace holdpoint::ledger;
using namespace holdpoint::testing;

namespace {

const QByteArray run(16, 'r');
const QByteArray otherRun(16, 's');

class ErasureTest : public ::testing::Test
{
protected:
    Entry append(const QByteArray &bytes, const QByteArray &ofRun = run)
    {
        const auto entry = waitFor(m_ledger->append({.type = QStringLiteral("output"),
                                                     .actor = QStringLiteral("op"),
                                                     .run = ofRun,
                                                     .body = {},
                                                     .attachments = {bytes}}));
        EXPECT_TRUE(entry);
        return entry.value_or(Entry());
    }

    static Erasure erasure(const QList<quint64> &sequences)
    {
        return {run, QStringLiteral("recordings-90-days"), QStringLiteral("older than 90 days"), QStringLiteral("op"),
                sequences};
    }

    /// How many of these the files in the ledger's folder hold.
    [[nodiscard]] int countOnDisk(const QByteArrayList &traces) const
    {
        QByteArray all;
        const QDir folder(m_ledger.folder());
        for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden)) {
            QFile file(folder.filePath(name));
            EXPECT_TRUE(file.open(QIODevice::ReadOnly));
            if (name != QLatin1String("ledger.reserve")) // never written
                all += file.readAll();
        }
        return int(std::ranges::count_if(traces, [&](const QByteArray &trace) { return all.contains(trace); }));
    }

    [[nodiscard]] Audit fileAudit() const { return auditFile(m_ledger.path(), {}).value_or(Audit()); }

    TempLedger m_ledger;
};

TEST_F(ErasureTest, leavesNoByteOfWhatIsErasedInTheFileOrItsLog)
{
    const QByteArray plain = randomBytes(90'000); // cannot be packed, does not fit a page
    const QByteArray text = QByteArray("Password for ops@web1: ").repeated(900);
    const QByteArray packed = packedIfSmaller(text).bytes;
    QByteArrayList traces{plain.sliced(40'000, 32), packed.right(24)};
    QList<quint64> sequences;
    // Pieces of all sizes, in between others that stay: pages are split, and split again.
    for (int i = 0; i < 200; ++i) {
        const QByteArray small = randomBytes(20 + (i * 37) % 3000);
        const Entry entry = append(small);
        sequences.append(entry.sequence);
        traces << small.first(20) << entry.attachments.first().salt;
        append(randomBytes(20 + (i * 91) % 2500), otherRun);
    }
    sequences << append(plain).sequence << append(text).sequence;
    ASSERT_EQ(countOnDisk(traces), traces.size());
    const auto erased = waitFor(m_ledger->erase({erasure(sequences)}));
    ASSERT_TRUE(erased) << erased.error().detail.toStdString();
    EXPECT_TRUE(erased->remainder.isEmpty()) << erased->remainder.toStdString();
    EXPECT_EQ(erased->attachments, 202u);
    EXPECT_EQ(erased->sequences, sequences);
    EXPECT_EQ(countOnDisk(traces), 0);
    m_ledger.close();
    EXPECT_EQ(countOnDisk(traces), 0);
}

TEST_F(ErasureTest, keepsTheChainGoodAndEveryRecord)
{
    const Entry first = append("what the pane showed");
    const Entry kept = append("what another run showed", otherRun);
    const auto erased = waitFor(m_ledger->erase({erasure({first.sequence})}));
    ASSERT_TRUE(erased);
    ASSERT_EQ(erased->records.size(), 1);
    EXPECT_EQ(erased->bytes, 20u);
    EXPECT_EQ(erased->records.first().run, run);
    EXPECT_EQ(erased->records.first().body[QLatin1String("rule")].toString(), QStringLiteral("recordings-90-days"));
    const auto audit = waitFor(m_ledger->audit());
    ASSERT_TRUE(audit);
    EXPECT_EQ(audit->verdict, Audit::Verdict::Good) << audit->reason.toStdString();
    ASSERT_EQ(audit->erasures.size(), 1);
    EXPECT_EQ(audit->erasures.first().rule, QStringLiteral("recordings-90-days"));
    EXPECT_EQ(audit->erasures.first().attachments, 1u);
    EXPECT_EQ(audit->erasures.first().utc, erased->records.first().utc);
    const auto entries = waitFor(m_ledger->entries({}, Ledger::Attachments::Load));
    ASSERT_TRUE(entries);
    EXPECT_EQ(entries->at(0).record, first.record);
    EXPECT_FALSE(entries->at(0).attachments.first().present);
    EXPECT_EQ(entries->at(0).attachments.first().commitment, first.attachments.first().commitment);
    EXPECT_EQ(entries->at(1).attachments.first().bytes, kept.attachments.first().bytes);
    m_ledger.close();
    EXPECT_EQ(fileAudit().verdict, Audit::Verdict::Good) << fileAudit().reason.toStdString();
    m_ledger.open();
    m_ledger.append(1);
}

TEST_F(ErasureTest, bytesThatAreMissingWithoutARecordAreFound)
{
    append("first");
    const Entry taken = append("second");
    m_ledger.close();
    m_ledger.sql(QStringLiteral("DELETE FROM attachment WHERE sequence = %1").arg(taken.sequence));
    EXPECT_EQ(fileAudit().verdict, Audit::Verdict::Bad);
    EXPECT_EQ(fileAudit().firstBad, taken.sequence);
    EXPECT_TRUE(fileAudit().reason.contains(QLatin1String("no erasure of it is recorded")))
        << fileAudit().reason.toStdString();
}

TEST_F(ErasureTest, aRecordOfAnotherErasureDoesNotCoverWhatIsMissing)
{
    const Entry erasedByRule = append("first");
    const Entry taken = append("second");
    const Entry ofOtherRun = append("third", otherRun);
    ASSERT_TRUE(waitFor(m_ledger->erase({erasure({erasedByRule.sequence})})));
    // It claims what is not its run's, and what comes after it.
    ASSERT_TRUE(waitFor(m_ledger->append(erasedDraft(erasure({ofOtherRun.sequence, 900}), 1, 1))));
    m_ledger.close();
    m_ledger.sql(QStringLiteral("DELETE FROM attachment WHERE sequence = %1").arg(ofOtherRun.sequence));
    EXPECT_EQ(fileAudit().firstBad, ofOtherRun.sequence);
    m_ledger.sql(QStringLiteral("DELETE FROM attachment WHERE sequence = %1").arg(taken.sequence));
    EXPECT_EQ(fileAudit().firstBad, taken.sequence);
}

TEST_F(ErasureTest, whatACrashInterruptedIsCompletedAtTheNextStart)
{
    const QByteArray bytes = randomBytes(5000);
    const Entry first = append(bytes);
    const Entry second = append(bytes);
    const Entry kept = append("stays", otherRun);
    // The record is on disk and the process is gone before the bytes are.
    ASSERT_TRUE(waitFor(m_ledger->append(erasedDraft(erasure({first.sequence}), 1, 5000))));
    ASSERT_TRUE(waitFor(m_ledger->append(erasedDraft(erasure({second.sequence}), 1, 5000))));
    m_ledger.close();
    EXPECT_EQ(fileAudit().verdict, Audit::Verdict::Bad);
    EXPECT_EQ(fileAudit().firstBad, first.sequence);
    EXPECT_TRUE(fileAudit().reason.contains(QLatin1String("an erasure is recorded and not complete: entry 0 ")))
        << fileAudit().reason.toStdString();
    EXPECT_TRUE(fileAudit().erasures.isEmpty());
    ASSERT_EQ(countOnDisk({bytes.first(32)}), 1);
    m_ledger.open();
    const auto stored = waitFor(m_ledger->storedAttachments());
    ASSERT_TRUE(stored);
    ASSERT_EQ(stored->size(), 1);
    EXPECT_EQ(stored->first().sequence, kept.sequence);
    EXPECT_EQ(stored->first().run, otherRun);
    EXPECT_EQ(countOnDisk({bytes.first(32)}), 0);
    const auto audit = waitFor(m_ledger->audit());
    EXPECT_EQ(audit->verdict, Audit::Verdict::Good) << audit->reason.toStdString();
    EXPECT_EQ(audit->erasures.size(), 2);
}

TEST_F(ErasureTest, whatAnEarlierRecordNamesIsCompletedAfterALaterErasureWasComplete)
{
    const QByteArray bytes = randomBytes(5000);
    const Entry first = append(bytes);
    const Entry second = append("second");
    ASSERT_TRUE(waitFor(m_ledger->append(erasedDraft(erasure({first.sequence}), 1, 5000))));
    ASSERT_TRUE(waitFor(m_ledger->erase({erasure({second.sequence})})));
    const auto audit = waitFor(m_ledger->audit());
    EXPECT_EQ(audit->firstBad, first.sequence);
    EXPECT_EQ(audit->erasures.size(), 1);
    m_ledger.close();
    m_ledger.open();
    EXPECT_EQ(countOnDisk({bytes.first(32)}), 0);
    EXPECT_EQ(waitFor(m_ledger->audit())->verdict, Audit::Verdict::Good);
}

TEST_F(ErasureTest, bytesThatArePutBackAreFoundAndGoAtTheNextStart)
{
    const Entry entry = append("put back");
    const Entry later = append("later");
    ASSERT_TRUE(waitFor(m_ledger->erase({erasure({entry.sequence})})));
    ASSERT_TRUE(waitFor(m_ledger->erase({erasure({later.sequence})})));
    m_ledger.close();
    EXPECT_EQ(fileAudit().verdict, Audit::Verdict::Good) << fileAudit().reason.toStdString();
    const Attachment &attachment = entry.attachments.first();
    m_ledger.sql(QStringLiteral("INSERT INTO attachment VALUES(%1, 0, x'%2', 0, x'%3')")
                     .arg(entry.sequence)
                     .arg(QString::fromLatin1(attachment.salt.toHex()), QString::fromLatin1(attachment.bytes.toHex())));
    EXPECT_EQ(fileAudit().verdict, Audit::Verdict::Bad);
    EXPECT_EQ(fileAudit().firstBad, entry.sequence);
    EXPECT_EQ(fileAudit().erasures.size(), 1);
    m_ledger.open();
    EXPECT_TRUE(waitFor(m_ledger->storedAttachments())->isEmpty());
    EXPECT_EQ(waitFor(m_ledger->audit())->verdict, Audit::Verdict::Good);
}

TEST_F(ErasureTest, whatIsErasedAlreadyIsNotErasedAgain)
{
    const Entry entry = append("once");
    ASSERT_TRUE(waitFor(m_ledger->erase({erasure({entry.sequence})})));
    const quint64 size = m_ledger->head().size;
    const auto again = waitFor(m_ledger->erase({erasure({entry.sequence})}));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->attachments, 0u);
    EXPECT_EQ(m_ledger->head().size, size);
}

TEST_F(ErasureTest, anEntryOfAnotherRunIsRefusedAndNothingHappens)
{
    const Entry mine = append("mine");
    const Entry theirs = append("theirs", otherRun);
    const auto refused = waitFor(m_ledger->erase({erasure({mine.sequence, theirs.sequence})}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::NotFound);
    EXPECT_EQ(m_ledger->head().size, 2u);
    EXPECT_EQ(waitFor(m_ledger->storedAttachments())->size(), 2);
}

TEST_F(ErasureTest, anyOtherDeletionIsStillRefusedByTheFile)
{
    const Entry entry = append("mine");
    ASSERT_TRUE(waitFor(m_ledger->erase({erasure({entry.sequence})})));
    append("stays");
    m_ledger.close();
    sqlite3 *handle = nullptr;
    ASSERT_EQ(sqlite3_open(QFile::encodeName(m_ledger.path()).constData(), &handle), SQLITE_OK);
    char *message = nullptr;
    sqlite3_exec(handle, "DELETE FROM attachment", nullptr, nullptr, &message);
    EXPECT_STREQ(message, "a ledger is append-only");
    sqlite3_free(message);
    sqlite3_close(handle);
}

} // namespace
