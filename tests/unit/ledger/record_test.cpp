// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/bytes.h>
#include <models/ledger/checkpoint.h>
#include <models/ledger/merkle.h>
#include <models/ledger/packing.h>
#include <models/ledger/record.h>

#include <QJsonArray>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::ledger;

namespace {

Entry sample()
{
    Entry entry;
    entry.sequence = 1;
    entry.utc = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000, Qt::UTC);
    entry.bootMs = 5'000'000;
    entry.bootId = QByteArray(16, 'a');
    entry.clockSynchronised = true;
    entry.previousLeaf = QByteArray(32, '\x11');
    entry.type = QStringLiteral("note");
    entry.actor = QStringLiteral("op");
    entry.run = QByteArray(16, '\0');
    entry.body = {{QStringLiteral("n"), 1}};
    entry.attachments.append({3, QByteArray(32, '\x22'), {}, {}, false});
    return entry;
}

TEST(RecordTest, theBytesAreThoseOfTheFormatPage)
{
    // FORMAT.md, "Worked example": a change here is a new format version.
    EXPECT_EQ(encodeRecord(sample()).toHex().toStdString(),
              "4f50534c31"
              "0000000000000001"
              "000001a0c4506c00"
              "00000000004c4b40"
              "61616161616161616161616161616161"
              "01"
              "1111111111111111111111111111111111111111111111111111111111111111"
              "0004"
              "6e6f7465"
              "0002"
              "6f70"
              "00000000000000000000000000000000"
              "00000007"
              "7b226e223a317d"
              "0001"
              "0000000000000003"
              "2222222222222222222222222222222222222222222222222222222222222222");
}

TEST(RecordTest, aRecordReadsBackAsItWasWritten)
{
    const QByteArray record = encodeRecord(sample());
    const auto entry = decodeRecord(record);
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->sequence, 1u);
    EXPECT_EQ(entry->utc, sample().utc);
    EXPECT_EQ(entry->body, sample().body);
    EXPECT_EQ(entry->attachments.size(), 1);
    EXPECT_EQ(entry->leaf, leafHash(record));
    EXPECT_EQ(encodeRecord(*entry), record);
}

TEST(RecordTest, aRecordCutAnywhereOrLongerByAByteIsRefused)
{
    const QByteArray record = encodeRecord(sample());
    for (qsizetype length = 0; length < record.size(); ++length)
        EXPECT_FALSE(decodeRecord(record.first(length))) << length;
    EXPECT_FALSE(decodeRecord(record + '\0'));
}

TEST(RecordTest, aByteOrderMarkIsPartOfAName)
{
    Entry entry = sample();
    entry.actor.prepend(QChar(0xfeff));
    const auto read = decodeRecord(encodeRecord(entry));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->actor, entry.actor);
}

TEST(RecordTest, aByteOrderMarkIsPartOfATextInTheBody)
{
    const QString mark(QChar(0xfeff));
    const QJsonObject body{{QStringLiteral("value"), mark + QStringLiteral("id;name")},
                           {mark + QStringLiteral("key"), mark + mark},
                           {QStringLiteral("list"), QJsonArray{mark, QJsonArray{mark + QStringLiteral("\"\\")},
                                                               QStringLiteral("\"") + mark}}};
    const auto encoded = encodeDraft({QStringLiteral("note"), mark + QStringLiteral("op"), {}, body, {}});
    ASSERT_TRUE(encoded);
    EXPECT_EQ(encoded->draft.body, body);
    EXPECT_EQ(encoded->draft.actor, mark + QStringLiteral("op"));
    Entry entry = sample();
    entry.body = body;
    const auto read = decodeRecord(encodeRecord(entry, encoded->body));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->body, body);
    EXPECT_EQ(encodeRecord(*read), encodeRecord(entry, encoded->body));
    const auto raw = decodeRecord(encodeRecord(entry, "{\"\xef\xbb\xbfk\":\"\xef\xbb\xbfx\",\"k\":1}"));
    ASSERT_TRUE(raw) << "as ledgers have it that are there";
    EXPECT_EQ(raw->body, (QJsonObject{{mark + QStringLiteral("k"), mark + QStringLiteral("x")}, {QStringLiteral("k"), 1}}));
}

TEST(RecordTest, aLaterVersionIsRefused)
{
    QByteArray record = encodeRecord(sample());
    record[4] = '2';
    const auto entry = decodeRecord(record);
    ASSERT_FALSE(entry);
    EXPECT_EQ(entry.error().kind, ErrorKind::Corrupt);
}

TEST(RecordTest, aDraftThatCouldNotBeReadBackIsRefused)
{
    const auto kindOf = [](const Draft &draft) { return encodeDraft(draft).error().kind; };
    EXPECT_TRUE(encodeDraft({QStringLiteral("note"), QStringLiteral("op"), {}, {}, {}}));
    EXPECT_EQ(kindOf({QString(), QStringLiteral("op"), {}, {}, {}}), ErrorKind::Invalid);
    EXPECT_EQ(kindOf({QStringLiteral("Note"), QStringLiteral("op"), {}, {}, {}}), ErrorKind::Invalid);
    EXPECT_EQ(kindOf({QStringLiteral("note"), QString(), {}, {}, {}}), ErrorKind::Invalid);
    EXPECT_EQ(kindOf({QStringLiteral("note"), QString(2000, u'x'), {}, {}, {}}), ErrorKind::Invalid);
    EXPECT_EQ(kindOf({QStringLiteral("note"), QStringLiteral("op"), "short", {}, {}}), ErrorKind::Invalid);
    QJsonObject deep;
    for (int depth = 0; depth < 2000; ++depth)
        deep = {{QStringLiteral("d"), deep}};
    EXPECT_EQ(kindOf({QStringLiteral("note"), QStringLiteral("op"), {}, deep, {}}), ErrorKind::Invalid);
    const QJsonObject large{{QStringLiteral("text"), QString(maximumBodySize, u'x')}};
    EXPECT_EQ(kindOf({QStringLiteral("note"), QStringLiteral("op"), {}, large, {}}), ErrorKind::Invalid);
}

TEST(RecordTest, aDraftIsTakenAsItWillReadBack)
{
    const QString half(QChar(0xd800));
    const QJsonObject body{{QStringLiteral("half"), half},
                           {QStringLiteral("not a number"), qQNaN()},
                           {QStringLiteral("large"), qint64(9'007'199'254'740'993)},
                           {QStringLiteral("tenth"), 0.1}};
    const auto encoded = encodeDraft({QStringLiteral("note"), QChar(0xfeff) + half, {}, body, {}});
    ASSERT_TRUE(encoded);
    Entry entry = sample();
    entry.actor = encoded->draft.actor;
    entry.body = encoded->draft.body;
    const auto read = decodeRecord(encodeRecord(entry, encoded->body));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->actor, encoded->draft.actor);
    EXPECT_EQ(read->body, encoded->draft.body);
    EXPECT_EQ(read->body[QLatin1String("large")].toInteger(), 9'007'199'254'740'993);
    EXPECT_EQ(encodeRecord(*read), encodeRecord(entry, encoded->body));
}

TEST(CheckpointTest, aTextThatIsNotWordForWordWhatItMeansIsRefused)
{
    const QByteArray root = QByteArray(32, 'r').toBase64();
    const auto parsed = parseCheckpoint("holdpoint/x\n7\n" + root + "\n\nsignature");
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->origin, QStringLiteral("holdpoint/x"));
    EXPECT_EQ(parsed->head.size, 7u);
    EXPECT_EQ(parsed->head.root, QByteArray(32, 'r'));
    for (const QByteArray &text : {QByteArray("hold\xff\n7\n" + root + '\n'), QByteArray("x\n07\n" + root + '\n'),
                                   QByteArray("x\n-7\n" + root + '\n'), QByteArray("\n7\n" + root + '\n'),
                                   QByteArray("x\n7\n" + root), QByteArray("x\n7\nAAAA\n")})
        EXPECT_FALSE(parseCheckpoint(text)) << text.constData();
}

TEST(PackingTest, whatShrinksIsPackedAndComesBackWhole)
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("x"), QByteArray(100'000, 'y'), randomBytes(5000)}) {
        const Packed packed = packedIfSmaller(bytes);
        EXPECT_EQ(packed.isPacked, bytes.size() == 100'000);
        EXPECT_EQ(unpacked(packed, quint64(bytes.size())), bytes);
        EXPECT_FALSE(unpacked(packed, quint64(bytes.size()) + 1));
    }
}

TEST(PackingTest, aStreamThatWouldGrowBeyondItsSizeIsRefused)
{
    const Packed packed = packedIfSmaller(QByteArray(1'000'000, 'y'));
    EXPECT_FALSE(unpacked(packed, 10));
    EXPECT_FALSE(unpacked({"garbage", true}, 10));
}

} // namespace
