// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/bytes.h>
#include <models/base/sha256.h>
#include <models/ledger/checkpoint.h>
#include <models/ledger/merkle.h>
#include <models/ledger/record.h>
#include <models/ledger/sshsig.h>
#include <tests/support/templedger.h>

#include <QSignalSpy>

#include <thread>

using namespace holdpoint;
using namespace holdpoint::ledger;
using namespace holdpoint::testing;

namespace {

/// Signs with nothing: what is asked of it is what matters.
class RecordingSigner final : public Signer
{
public:
    explicit RecordingSigner(Result<QByteArray> answer) : m_answer(std::move(answer)) {}
    [[nodiscard]] QByteArray publicKey() const override { return "key"; }
    [[nodiscard]] QString identity() const override { return QStringLiteral("op"); }
    [[nodiscard]] bool isUnattended() const override { return unattended; }
    [[nodiscard]] QFuture<Result<QByteArray>> signature(const QString &nameSpace, const QByteArray &message) override
    {
        nameSpaces.append(nameSpace);
        messages.append(message);
        QPromise<Result<QByteArray>> promise;
        promise.start();
        promise.addResult(m_answer);
        promise.finish();
        return promise.future();
    }
    bool unattended = true;
    QStringList nameSpaces;
    QByteArrayList messages;

private:
    Result<QByteArray> m_answer;
};

TEST(LedgerTest, anEmptyLedgerHasTheEmptyHead)
{
    const TempLedger ledger;
    EXPECT_EQ(ledger->head(), Ledger::emptyHead());
    EXPECT_EQ(Ledger::emptyHead().root, sha256({}));
}

TEST(LedgerTest, whatWasAppendedIsThereAfterARestartWordForWord)
{
    TempLedger ledger;
    Draft draft = TempLedger::draft(7);
    draft.attachments = {QByteArray(100'000, 'x'), randomBytes(3000), QByteArray()};
    const auto written = waitFor(ledger->append(draft));
    ASSERT_TRUE(written);
    EXPECT_EQ(written->sequence, 0u);
    EXPECT_EQ(written->utc, ledger.clock().utcNow());
    const QString origin = ledger->origin();
    ledger.close();
    ledger.open();
    EXPECT_EQ(ledger->origin(), origin);
    const auto entries = waitFor(ledger->entries({}, Ledger::Attachments::Load));
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 1);
    const Entry &entry = entries->first();
    EXPECT_EQ(entry.record, written->record);
    EXPECT_EQ(entry.body, draft.body);
    EXPECT_EQ(entry.actor, draft.actor);
    EXPECT_EQ(entry.bootId, ledger.clock().bootId());
    EXPECT_TRUE(entry.clockSynchronised);
    ASSERT_EQ(entry.attachments.size(), 3);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(entry.attachments[i].bytes, draft.attachments[i]);
}

TEST(LedgerTest, eachEntryFollowsTheOneBefore)
{
    TempLedger ledger;
    ledger.append(5);
    const auto entries = waitFor(ledger->entries({}, Ledger::Attachments::Skip));
    ASSERT_TRUE(entries);
    QByteArray previous(32, '\0');
    MerkleTree tree;
    for (const Entry &entry : *entries) {
        EXPECT_EQ(entry.previousLeaf, previous);
        EXPECT_EQ(entry.leaf, leafHash(entry.record));
        previous = entry.leaf;
        tree.append(entry.leaf);
    }
    EXPECT_EQ(ledger->head(), (Head{5, previous, tree.root()}));
}

TEST(LedgerTest, manyThreadsAppendAtOnceAndTheirOwnOrderIsKept)
{
    TempLedger ledger;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&ledger, t] {
            for (int i = 0; i < 100; ++i) {
                Draft draft = TempLedger::draft(i);
                draft.run = QByteArray(16, char('A' + t));
                (void)ledger->append(draft);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (int t = 0; t < 4; ++t) {
        const auto entries = waitFor(ledger->entries(QByteArray(16, char('A' + t)), Ledger::Attachments::Skip));
        ASSERT_TRUE(entries);
        ASSERT_EQ(entries->size(), 100);
        for (int i = 0; i < 100; ++i)
            EXPECT_EQ(entries->at(i).body.value(QStringLiteral("number")).toInt(), i);
    }
    EXPECT_EQ(waitFor(ledger->audit())->verdict, Audit::Verdict::Good);
}

TEST(LedgerTest, entriesAreFoundByRunAndByType)
{
    TempLedger ledger;
    ledger.append(6);
    Draft started = TempLedger::draft(0);
    started.type = QStringLiteral("run-started");
    ASSERT_TRUE(waitFor(ledger->append(started)));
    EXPECT_EQ(waitFor(ledger->entries(QByteArray(16, 'a'), Ledger::Attachments::Skip))->size(), 4);
    EXPECT_EQ(waitFor(ledger->entries(QByteArray(16, 'b'), Ledger::Attachments::Skip))->size(), 3);
    EXPECT_EQ(waitFor(ledger->entries(QByteArray(16, 'z'), Ledger::Attachments::Skip))->size(), 0);
    EXPECT_EQ(waitFor(ledger->entriesOfType(QStringLiteral("run-started")))->size(), 1);
}

TEST(LedgerTest, aReadSeesEveryAppendThatWasCalledBeforeIt)
{
    TempLedger ledger;
    for (int i = 0; i < 50; ++i)
        (void)ledger->append(TempLedger::draft(i));
    EXPECT_EQ(waitFor(ledger->entries({}, Ledger::Attachments::Skip))->size(), 50);
}

TEST(LedgerTest, anInvalidDraftIsRefusedAndKeepsNoOtherOut)
{
    TempLedger ledger;
    Draft bad = TempLedger::draft(0);
    bad.type = QStringLiteral("No Type");
    QJsonObject deep;
    for (int i = 0; i < 3000; ++i)
        deep = {{QStringLiteral("d"), deep}};
    Draft tooDeep = TempLedger::draft(0);
    tooDeep.body = deep;
    const auto first = ledger->append(bad);
    const auto second = ledger->append(TempLedger::draft(1));
    const auto third = ledger->append(tooDeep);
    EXPECT_EQ(waitFor(first).error().kind, ErrorKind::Invalid);
    EXPECT_TRUE(waitFor(second));
    EXPECT_EQ(waitFor(third).error().kind, ErrorKind::Invalid);
    EXPECT_EQ(ledger->head().size, 1u);
}

TEST(LedgerTest, everyEntryAndEveryGrowthCanBeProved)
{
    TempLedger ledger;
    ledger.append(9);
    const Head head = ledger->head();
    const auto entries = waitFor(ledger->entries({}, Ledger::Attachments::Skip));
    for (const Entry &entry : *entries) {
        const auto path = waitFor(ledger->inclusionProof(entry.sequence, head.size));
        ASSERT_TRUE(path);
        EXPECT_TRUE(verifyInclusion(entry.leaf, entry.sequence, head.size, *path, head.root));
    }
    ledger.append(4);
    const auto growth = waitFor(ledger->consistencyProof(head.size, 13));
    ASSERT_TRUE(growth);
    EXPECT_TRUE(verifyConsistency(head.size, head.root, 13, ledger->head().root, *growth));
    EXPECT_EQ(waitFor(ledger->inclusionProof(13, 13)).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(waitFor(ledger->consistencyProof(1, 14)).error().kind, ErrorKind::NotFound);
}

TEST(LedgerTest, aCheckpointHoldsOriginSizeAndRootAndIsStored)
{
    TempLedger ledger;
    ledger.append(3);
    auto signer = std::make_shared<RecordingSigner>(QByteArray("signature"));
    ledger->setSigner(signer);
    const auto checkpoint = waitFor(ledger->checkpoint());
    ASSERT_TRUE(checkpoint);
    EXPECT_EQ(checkpoint->signature, "signature");
    EXPECT_EQ(checkpoint->body, ledger->origin().toUtf8() + "\n3\n" + ledger->head().root.toBase64() + '\n');
    EXPECT_EQ(signer->nameSpaces, QStringList{QStringLiteral("ledger-checkpoint@holdpoint")});
    EXPECT_EQ(signer->messages, QByteArrayList{checkpoint->body});
    const auto stored = waitFor(ledger->checkpoints());
    ASSERT_TRUE(stored);
    ASSERT_EQ(stored->size(), 1);
    EXPECT_EQ(stored->first().body, checkpoint->body);
    EXPECT_EQ(stored->first().signature, "signature");
    EXPECT_EQ(stored->first().utc, checkpoint->utc);
}

TEST(LedgerTest, aCheckpointNobodyCanSignIsStoredUnsigned)
{
    TempLedger ledger;
    ledger.append(1);
    ASSERT_TRUE(waitFor(ledger->checkpoint()));
    ledger->setSigner(std::make_shared<RecordingSigner>(fail(ErrorKind::Timeout, QStringLiteral("no touch"))));
    const auto checkpoint = waitFor(ledger->checkpoint());
    ASSERT_TRUE(checkpoint);
    EXPECT_TRUE(checkpoint->signature.isEmpty());
    EXPECT_EQ(waitFor(ledger->checkpoints())->size(), 2);
}

TEST(LedgerTest, fiftyEntriesMakeACheckpointByThemselvesAndSoDoesAMinute)
{
    TempLedger ledger;
    ledger.append(51);
    ledger.close();
    ledger.open();
    EXPECT_EQ(waitFor(ledger->checkpoints())->size(), 1);
    ledger.append(1);
    ledger.clock().advance(61'000);
    ledger.append(1);
    ledger.close();
    ledger.open();
    EXPECT_EQ(waitFor(ledger->checkpoints())->size(), 2);
}

TEST(LedgerTest, aKeyThatNeedsAPersonIsNotAskedByTheTimer)
{
    TempLedger ledger;
    auto signer = std::make_shared<RecordingSigner>(QByteArray("signature"));
    signer->unattended = false;
    ledger->setSigner(signer);
    ledger.append(60);
    ASSERT_TRUE(waitFor(ledger->entries({}, Ledger::Attachments::Skip)));
    EXPECT_TRUE(signer->messages.isEmpty());
}

TEST(LedgerTest, aTurnedClockIsRecordedAndTheOrderStays)
{
    TempLedger ledger;
    ledger.append(1);
    ledger.clock().jumpWall(-86'400'000);
    ledger.append(1);
    const auto jumps = waitFor(ledger->entriesOfType(QStringLiteral("clock-jump")));
    ASSERT_TRUE(jumps);
    ASSERT_EQ(jumps->size(), 1);
    EXPECT_EQ(jumps->first().sequence, 1u);
    EXPECT_EQ(jumps->first().body.value(QStringLiteral("byMs")).toInteger(), -86'400'000);
    ledger.clock().advance(3'600'000);
    ledger.append(1);
    ledger.clock().reboot();
    ledger.append(1);
    EXPECT_EQ(waitFor(ledger->entriesOfType(QStringLiteral("clock-jump")))->size(), 1);
}

TEST(LedgerTest, updatesAndDeletionsByAccidentAreRefused)
{
    TempLedger ledger;
    ledger.append(2);
    ledger.close();
    sqlite3 *handle = nullptr;
    ASSERT_EQ(sqlite3_open(QFile::encodeName(ledger.path()).constData(), &handle), SQLITE_OK);
    EXPECT_NE(sqlite3_exec(handle, "UPDATE entry SET type = 'x'", nullptr, nullptr, nullptr), SQLITE_OK);
    EXPECT_NE(sqlite3_exec(handle, "DELETE FROM entry", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(handle);
    ledger.open();
    EXPECT_EQ(ledger->head().size, 2u);
}

TEST(LedgerTest, aLedgerIsReadAndAuditedWhileItIsWritten)
{
    TempLedger ledger;
    ledger.append(200);
    const auto entries = readEntries(ledger.path(), Ledger::Attachments::Load);
    ASSERT_TRUE(entries) << entries.error().detail.toStdString();
    EXPECT_EQ(entries->size(), 200);
    for (int round = 0; round < 5; ++round) {
        for (int i = 0; i < 200; ++i)
            (void)ledger->append(TempLedger::draft(i));
        const auto audit = auditFile(ledger.path(), {});
        ASSERT_TRUE(audit);
        EXPECT_EQ(audit->verdict, Audit::Verdict::Good) << audit->reason.toStdString();
    }
}

TEST(LedgerTest, aMissingFileIsSaidToBeMissing)
{
    EXPECT_EQ(auditFile(QStringLiteral("/nonexistent/ledger.db"), {}).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(readEntries(QStringLiteral("/nonexistent/ledger.db"), Ledger::Attachments::Skip).error().kind,
              ErrorKind::NotFound);
}

TEST(LedgerTest, theLedgerIsReadInPiecesOfAFewMegabytes)
{
    TempLedger ledger;
    for (int number = 0; number < 8; ++number) {
        Draft draft = TempLedger::draft(number);
        draft.attachments = {QByteArray(1024 * 1024, char('a' + number))};
        ASSERT_TRUE(waitFor(ledger->append(draft)));
    }
    quint64 next = 0;
    while (true) {
        const auto piece = waitFor(ledger->entriesFrom(next, 100, Ledger::Attachments::Load));
        ASSERT_TRUE(piece);
        if (piece->isEmpty())
            break;
        EXPECT_LE(piece->size(), 2);
        for (const Entry &entry : *piece) {
            EXPECT_EQ(entry.sequence, next++);
            EXPECT_TRUE(entry.attachments.first().present);
        }
    }
    EXPECT_EQ(next, 8u);
    EXPECT_EQ(waitFor(ledger->entriesFrom(3, 2, Ledger::Attachments::Skip))->size(), 2);
    EXPECT_TRUE(waitFor(ledger->entriesFrom(8, 2, Ledger::Attachments::Skip))->isEmpty());
}

TEST(LedgerTest, anAuditTellsItsProgressAndMayBeCancelled)
{
    TempLedger ledger;
    for (int number = 0; number < 200; ++number) {
        Draft draft = TempLedger::draft(number);
        draft.attachments = {QByteArray(100 * 1024, 'x')};
        ledger->append(draft);
    }
    QFuture<Result<Audit>> audit = ledger->audit(); // behind all that is to be written first
    audit.cancel();
    audit.waitForFinished();
    EXPECT_EQ(audit.resultCount(), 0);
    audit = ledger->audit();
    EXPECT_EQ(waitFor(audit)->verdict, Audit::Verdict::Good);
    EXPECT_EQ(audit.progressMaximum(), 200);
    EXPECT_GT(audit.progressValue(), 0);
}

} // namespace
