// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/merkle.h>
#include <models/ledger/record.h>
#include <models/report/ledgerproof.h>
#include <models/report/manifest.h>
#include <models/report/recordingcheck.h>
#include <models/report/sessionlog.h>
#include <models/report/sizelimits.h>

#include <models/base/sha256.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::report;

namespace {

ledger::Entry entryWith(quint64 sequence, const QByteArray &previous, const QByteArray &attached)
{
    ledger::Entry entry{.sequence = sequence,
                        .utc = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + qint64(sequence), Qt::UTC),
                        .bootMs = 5,
                        .bootId = QByteArray(16, 'b'),
                        .clockSynchronised = true,
                        .previousLeaf = previous,
                        .type = QStringLiteral("output"),
                        .actor = QStringLiteral("holdpoint"),
                        .run = QByteArray(16, 'r'),
                        .body = {{QStringLiteral("pane"), QStringLiteral("web")}}};
    const QByteArray salt = QByteArray(16, 's');
    entry.attachments = {{quint64(attached.size()), ledger::attachmentCommitment(salt, attached), salt, attached, true}};
    entry.record = ledger::encodeRecord(entry);
    entry.leaf = ledger::leafHash(entry.record);
    return entry;
}

QList<ledger::Entry> chainOf(int count)
{
    QList<ledger::Entry> entries;
    QByteArray previous(32, '\0');
    for (int i = 0; i < count; ++i) {
        entries.append(entryWith(quint64(i), previous, "[0." + QByteArray::number(i) + ",\"o\",\"x\"]\n"));
        previous = entries.last().leaf;
    }
    return entries;
}

struct Proven
{
    LedgerProof proof;
    ledger::Checkpoint checkpoint;
    QList<ledger::Entry> entries;
};

Proven provenChain(int count)
{
    Proven proven{.proof = {}, .checkpoint = {}, .entries = chainOf(count)};
    ledger::MerkleTree tree;
    for (const ledger::Entry &entry : std::as_const(proven.entries))
        tree.append(entry.leaf);
    proven.checkpoint.head = {tree.size(), proven.entries.last().leaf, tree.root()};
    proven.proof.checkpoint = "holdpoint.test/1\n3\nAAAA\n";
    for (const ledger::Entry &entry : std::as_const(proven.entries))
        proven.proof.items.append({entry.sequence, entry.leaf, tree.inclusionPath(entry.sequence, tree.size()).join()});
    return proven;
}

TEST(ManifestTest, whatIsWrittenIsReadBackInNameOrder)
{
    const QByteArray bytes = writeManifest({{QStringLiteral("b"), sha256("2")}, {QStringLiteral("a"), sha256("1")}});
    EXPECT_EQ(bytes.split('\n').first(), sha256("1").toHex() + "  a");
    const auto lines = readManifest(bytes);
    ASSERT_TRUE(lines);
    EXPECT_EQ(*lines, (QList<ManifestLine>{{QStringLiteral("a"), sha256("1")}, {QStringLiteral("b"), sha256("2")}}));
}

TEST(ManifestTest, aNameThatLeavesTheFolderOrComesTwiceIsRefused)
{
    const QByteArray hash = QByteArray(64, 'a');
    for (const QByteArray name : {"../x", "/etc/passwd", "..", ".", "a/b", "a b", "a\\b", "", "a\x1b[31m"})
        EXPECT_FALSE(readManifest(hash + "  " + name + '\n')) << name.constData();
    EXPECT_FALSE(readManifest(hash + "  a\n" + hash + "  a\n"));
    EXPECT_FALSE(readManifest(hash + " *a\n"));
    EXPECT_FALSE(readManifest(hash.toUpper() + "  a\n"));
    EXPECT_FALSE(readManifest(hash + "  a"));
    EXPECT_TRUE(readManifest(hash + "  a\n"));
}

TEST(SessionLogTest, everyEntryIsReadBackFromItsRecord)
{
    const QList<ledger::Entry> entries = chainOf(3);
    const auto read = readSessionLog(writeSessionLog(entries));
    ASSERT_TRUE(read) << read.error().detail.toStdString();
    ASSERT_EQ(read->size(), 3);
    EXPECT_EQ(read->at(2).leaf, entries[2].leaf);
    EXPECT_EQ(read->at(2).body, entries[2].body);
    EXPECT_EQ(read->at(2).attachments.first().salt, entries[2].attachments.first().salt);
}

TEST(SessionLogTest, aBodyStandsThereInTheBytesThatWereHashed)
{
    ledger::Entry entry = chainOf(1).first();
    entry.actor.prepend(QChar(0xfeff));
    for (const QByteArray &body :
         {QByteArray("{\"pane\":\"\xef\xbb\xbfid;name\"}"), QByteArray("{\"\xef\xbb\xbf\":[\"\xef\xbb\xbf\"]}"),
          QByteArray("{\"pane\":\"\\ufeffid\"}"), QByteArray("{ \"n\" :\n1.50e1 }"),
          QByteArray("{\"n\":9007199254740993}")}) {
        entry.record = ledger::encodeRecord(entry, body);
        auto decoded = ledger::decodeRecord(entry.record);
        ASSERT_TRUE(decoded) << body.constData();
        decoded->attachments.first().salt = entry.attachments.first().salt;
        decoded->attachments.first().present = true;
        const QByteArray log = writeSessionLog({*decoded});
        EXPECT_TRUE(log.contains("\"body\":" + QByteArray(body).replace('\n', ' ') + ',')) << log.constData();
        const auto read = readSessionLog(log);
        ASSERT_TRUE(read) << read.error().detail.toStdString();
        EXPECT_EQ(read->first().body, decoded->body);
    }
}

TEST(SessionLogTest, aMarkThatIsLeftOutOrPutInIsNotThatOfTheRecord)
{
    ledger::Entry entry = chainOf(1).first();
    for (const auto &[recorded, told] : {std::pair("\xef\xbb\xbfid", "id"), std::pair("id", "\xef\xbb\xbfid"),
                                         std::pair("id", "\\ufeffid")}) {
        const QByteArray body = QByteArray("{\"pane\":\"") + recorded + "\"}";
        entry.record = ledger::encodeRecord(entry, body);
        entry.body = ledger::decodeRecord(entry.record)->body;
        entry.leaf = ledger::leafHash(entry.record);
        QByteArray log = writeSessionLog({entry});
        ASSERT_TRUE(readSessionLog(log));
        EXPECT_FALSE(readSessionLog(log.replace(body, QByteArray(body).replace(recorded, told)))) << log.constData();
    }
}

TEST(SessionLogTest, aFieldThatIsNotThatOfTheRecordNamesItsLine)
{
    const QByteArray good = writeSessionLog(chainOf(2));
    for (const auto &[from, to] : {std::pair("\"actor\":\"holdpoint\"", "\"actor\":\"somebody\""),
                                   std::pair("\"seq\":1", "\"seq\":7"), std::pair("\"pane\":\"web\"", "\"pane\":\"db\""),
                                   std::pair("\"clock_synchronised\":true", "\"clock_synchronised\":false"),
                                   std::pair("\"size\":14", "\"size\":15")}) {
        QByteArray changed = good;
        const qsizetype at = changed.lastIndexOf(from);
        ASSERT_GE(at, 0) << from;
        changed.replace(at, qsizetype(qstrlen(from)), to);
        const auto read = readSessionLog(changed);
        ASSERT_FALSE(read) << from;
        EXPECT_TRUE(read.error().detail.startsWith(QStringLiteral("line 2"))) << read.error().detail.toStdString();
    }
}

TEST(SessionLogTest, aLineThatReadersCouldReadDifferentlyIsRefused)
{
    const QByteArray good = writeSessionLog(chainOf(1));
    ASSERT_TRUE(readSessionLog(good));
    for (const auto &[from, to] : {std::pair("{\"actor\"", "{\"actor\":\"somebody\",\"actor\""),
                                   std::pair("{\"actor\"", "{\"approved\":true,\"actor\""),
                                   std::pair("{\"actor\"", "\xef\xbb\xbf{\"actor\""),
                                   std::pair("\"seq\":0", "\"seq\":00"), std::pair("\"web\"", "\"w\\eb\""),
                                   std::pair("\"erased\":false", "\"erased\":0"),
                                   std::pair("\"erased\":false", "\"erased\":true"),
                                   std::pair("\"salt\":\"73", "\"salt\":\"")}) {
        QByteArray changed = good;
        ASSERT_TRUE(changed.contains(from)) << from;
        changed.replace(changed.indexOf(from), qsizetype(qstrlen(from)), to);
        EXPECT_FALSE(readSessionLog(changed)) << changed.constData();
    }
}

TEST(SessionLogTest, aRecordWhoseBodyNamesAKeyTwiceIsRefused)
{
    ledger::Entry entry = chainOf(1).first();
    entry.record.replace("\"pane\":\"web\"", "\"p\":1,\"p\" :2");
    auto decoded = ledger::decodeRecord(entry.record);
    ASSERT_TRUE(decoded) << "the ledger itself keeps what it was given";
    decoded->attachments.first().salt = entry.attachments.first().salt;
    decoded->attachments.first().present = true;
    EXPECT_FALSE(readSessionLog(writeSessionLog({*decoded})));
}

TEST(SessionLogTest, cutAtAnyPlaceItIsNeverReadAsWhole)
{
    const QByteArray good = writeSessionLog(chainOf(2));
    const qsizetype lineEnd = good.indexOf('\n') + 1;
    for (qsizetype length = 1; length < good.size(); ++length) {
        EXPECT_EQ(readSessionLog(good.first(length)).has_value(), length == lineEnd) << "length " << length;
    }
}

TEST(LedgerProofTest, whatIsWrittenIsReadBack)
{
    Proven proven = provenChain(5);
    proven.proof.signature = "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n";
    const auto read = readProof(writeProof(proven.proof));
    ASSERT_TRUE(read) << read.error().detail.toStdString();
    EXPECT_EQ(read->checkpoint, proven.proof.checkpoint);
    EXPECT_EQ(read->signature, proven.proof.signature);
    ASSERT_EQ(read->items.size(), 5);
    EXPECT_EQ(read->items[4].path, proven.proof.items[4].path);
    EXPECT_FALSE(checkProof(*read, proven.checkpoint, proven.entries));
}

TEST(LedgerProofTest, anySingleByteChangedIsNoticed)
{
    const Proven proven = provenChain(3);
    const QByteArray good = writeProof(proven.proof);
    const qsizetype from = good.indexOf("entry ");
    for (qsizetype at = from; at < good.size(); ++at) {
        QByteArray changed = good;
        changed[at] = char(changed[at] ^ 0x01);
        const auto read = readProof(changed);
        EXPECT_TRUE(!read || checkProof(*read, proven.checkpoint, proven.entries)) << "byte " << at;
    }
}

TEST(LedgerProofTest, cutAtAnyPlaceItNeverProvesAllEntries)
{
    const Proven proven = provenChain(3);
    const QByteArray good = writeProof(proven.proof);
    for (qsizetype length = 0; length < good.size(); ++length) {
        const auto read = readProof(good.first(length));
        EXPECT_TRUE(!read || checkProof(*read, proven.checkpoint, proven.entries)) << "length " << length;
    }
}

TEST(LedgerProofTest, whereverItIsCutIntoPiecesItReadsAlike)
{
    const QByteArray good = writeProof(provenChain(5).proof);
    for (const QByteArray &bytes : {good, good.chopped(1), good + 'x', QByteArray(good).replace("entry 2", "entry 02")}) {
        const auto whole = readProof(bytes);
        for (qsizetype size = 1; size < bytes.size(); size += 7) {
            ProofReader reader;
            for (qsizetype at = 0; at < bytes.size(); at += size)
                reader.add(QByteArrayView(bytes).sliced(at, std::min(size, bytes.size() - at)));
            const auto read = reader.finish();
            ASSERT_EQ(read.has_value(), whole.has_value()) << size;
            if (read)
                EXPECT_EQ(writeProof(*read), bytes);
            else
                EXPECT_EQ(read.error().detail, whole.error().detail);
        }
    }
}

TEST(SizeLimitsTest, aReportThatVerifiersWouldRefuseIsNotMade)
{
    const ReportFile page{QStringLiteral("report.html"), "x"};
    EXPECT_TRUE(checkSizes({page}, "m"));
    const QByteArray large((64 << 20) + 1, 'x');
    EXPECT_TRUE(checkSizes({page, {QStringLiteral("terminal-1.cast"), large}}, "m"));
    const auto refused = checkSizes({page, {QStringLiteral("runbook.md"), large}}, "m");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
    EXPECT_TRUE(refused.error().detail.contains(QStringLiteral("runbook.md would have 67108865 bytes")));
    EXPECT_FALSE(checkSizes({page}, QByteArray((1 << 20) + 1, 'm')));
    EXPECT_TRUE(checkZipSizes(QList<ReportFile>(9'996, page)));
    EXPECT_FALSE(checkZipSizes(QList<ReportFile>(9'997, page)));
    EXPECT_FALSE(checkZipSizes(QList<ReportFile>(64, {QStringLiteral("report.html"), large})));
}

TEST(SizeLimitsTest, theProofHasRoomForWhatTheSessionLogHolds)
{
    // A short entry of a ledger of sixteen million.
    constexpr qint64 line = 830;
    constexpr qint64 proof = 75 + 24 * 66;
    EXPECT_GE(sizeLimit(QStringLiteral("ledger-proof.txt")) / proof, sizeLimit(QStringLiteral("session.jsonl")) / line);
}

TEST(LedgerProofTest, swappedEntriesAreOutOfOrder)
{
    Proven proven = provenChain(4);
    proven.entries.swapItemsAt(1, 2);
    proven.proof.items.swapItemsAt(1, 2);
    const auto failure = checkProof(proven.proof, proven.checkpoint, proven.entries);
    ASSERT_TRUE(failure);
    EXPECT_EQ(failure->sequence, 1U);
}

TEST(LedgerProofTest, aCountFarBeyondTheFileIsRefused)
{
    EXPECT_FALSE(readProof("holdpoint-ledger-proof 1\ncheckpoint 2000000000\na\n"));
    EXPECT_FALSE(readProof("holdpoint-ledger-proof 1\ncheckpoint -1\nsignature 0\n"));
    EXPECT_FALSE(readProof("holdpoint-ledger-proof 2\ncheckpoint 0\nsignature 0\n"));
    EXPECT_TRUE(readProof("holdpoint-ledger-proof 1\ncheckpoint 0\nsignature 0\n"));
    for (const char *count : {"+0", "00", " 0", "0 ", "", "0x0"})
        EXPECT_FALSE(readProof("holdpoint-ledger-proof 1\ncheckpoint " + QByteArray(count) + "\nsignature 0\n")) << count;
}

std::optional<quint64> firstForeignPiece(const Recording &recording, const QList<ledger::Entry> &entries,
                                         const QByteArray &file, qsizetype step = 1 << 20)
{
    RecordingCheck check(recording, entries);
    for (qsizetype at = 0; at < file.size(); at += step)
        check.add(QByteArrayView(file).sliced(at, std::min(step, file.size() - at)));
    return check.firstForeign();
}

TEST(RecordingTest, theFileIsAHeaderAndTheEntriesLinesAsTheyAre)
{
    const QList<ledger::Entry> entries = chainOf(3);
    const QList<Recording> recordings = recordingsOf(entries);
    ASSERT_EQ(recordings.size(), 1);
    const QByteArray file = asciicast(recordings[0], entries, QStringLiteral("Title \"x\""), entries[0].utc);
    const QList<QByteArray> lines = file.split('\n');
    ASSERT_EQ(lines.size(), 5); // the last one is what follows the last line feed
    const QJsonObject header = QJsonDocument::fromJson(lines[0]).object();
    EXPECT_EQ(header[QLatin1String("version")].toInt(), 2);
    EXPECT_EQ(header[QLatin1String("timestamp")].toInteger(), 1'790'000'000);
    for (int i = 1; i < 4; ++i)
        EXPECT_EQ(QJsonDocument::fromJson(lines[i]).array().size(), 3) << lines[i].constData();
    EXPECT_FALSE(firstForeignPiece(recordings[0], entries, file));
}

TEST(RecordingTest, aFurtherShellIsKnownAsOutsideTheSteps)
{
    QList<ledger::Entry> entries = chainOf(3);
    const QString pane = entries[1].body[QLatin1String("pane")].toString();
    EXPECT_FALSE(recordingsOf(entries).first().outsideSteps);
    entries.prepend({.type = QStringLiteral("shell-opened"), .body = {{QStringLiteral("pane"), pane}}});
    EXPECT_TRUE(recordingsOf(entries).first().outsideSteps);
}

TEST(RecordingTest, aChangeInAPieceNamesItsEntry)
{
    const QList<ledger::Entry> entries = chainOf(3);
    const Recording recording = recordingsOf(entries).first();
    const QByteArray good = asciicast(recording, entries, QString(), entries[0].utc);
    const qsizetype header = good.indexOf('\n') + 1;
    for (qsizetype at = header; at < good.size(); ++at) {
        QByteArray changed = good;
        changed[at] = char(changed[at] ^ 0x01);
        EXPECT_EQ(firstForeignPiece(recording, entries, changed), quint64((at - header) / 14)) << at;
    }
    for (qsizetype length = 0; length < good.size(); ++length)
        EXPECT_TRUE(firstForeignPiece(recording, entries, good.first(length))) << length;
    EXPECT_TRUE(firstForeignPiece(recording, entries, good + "[9,\"o\",\"more\"]\n"));
    QList<ledger::Entry> erased = entries;
    for (ledger::Entry &entry : erased)
        entry.attachments.first().present = false;
    EXPECT_FALSE(firstForeignPiece(recording, erased, good.first(header)));
    EXPECT_TRUE(firstForeignPiece(recording, erased, {})) << "without its header line it is no recording";
}

TEST(RecordingTest, whereverTheFileIsCutIntoPiecesItIsJudgedAlike)
{
    // With a line feed at its end, without, nothing at all, and one that was erased.
    QList<ledger::Entry> entries{entryWith(0, QByteArray(32, '\0'), "[0,\"o\",\"a\"]\n")};
    for (const QByteArray attached : {"[1,\"o\",\"b\"]", "", "[2,\"o\",\"c\"]\n", "[3,\"o\",\"d\"]"})
        entries.append(entryWith(quint64(entries.size()), entries.last().leaf, attached));
    entries[3].attachments.first().present = false;
    entries[3].attachments.first().bytes.clear();
    const Recording recording = recordingsOf(entries).first();
    const QByteArray good = asciicast(recording, entries, QString(), entries[0].utc);
    for (qsizetype step = 1; step <= good.size(); ++step) {
        EXPECT_FALSE(firstForeignPiece(recording, entries, good, step)) << step;
        EXPECT_EQ(firstForeignPiece(recording, entries, good.chopped(1), step), 4U) << step;
        EXPECT_EQ(firstForeignPiece(recording, entries, good + '\n', step), 4U) << step;
        QByteArray changed = good;
        changed.replace("\"b\"", "\"B\"");
        EXPECT_EQ(firstForeignPiece(recording, entries, changed, step), 1U) << step;
        changed.replace("\"B\"]\n", "\"b\"] ");
        EXPECT_EQ(firstForeignPiece(recording, entries, changed, step), 1U) << step;
    }
}

TEST(RecordingTest, aSizeThatIsNotThatOfThePieceIsNoticed)
{
    QList<ledger::Entry> entries = chainOf(2);
    const Recording recording = recordingsOf(entries).first();
    const QByteArray good = asciicast(recording, entries, QString(), entries[0].utc);
    entries[0].attachments[0].size = 1'000'000;
    EXPECT_EQ(firstForeignPiece(recording, entries, good), 0U);
}

} // namespace
