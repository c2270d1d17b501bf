// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/sessionlog.h>

#include <models/base/bytes.h>
#include <models/base/clock.h>
#include <models/base/jsontext.h>
#include <models/base/strictjson.h>
#include <models/ledger/merkle.h>
#include <models/ledger/record.h>

#include <QJsonArray>

#include <limits>

namespace holdpoint::report {

using ledger::Attachment;
using ledger::Entry;

namespace {

// Up to the type of a record: magic, sequence, utc, boot-ms, boot-id, synced, prev (models/ledger/FORMAT.md).
constexpr qsizetype headerSize = 5 + 8 + 8 + 8 + ledger::bootIdSize + 1 + ledger::hashSize;
constexpr qsizetype saltSize = 16;
constexpr qint64 year10000 = 253'402'300'800'000; // milliseconds since 1970

QString hex(const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); }

QJsonArray attachmentsJson(const QList<Attachment> &attachments)
{
    QJsonArray array;
    for (const Attachment &attachment : attachments) {
        array.append(QJsonObject{{QStringLiteral("size"), qint64(attachment.size)},
                                 {QStringLiteral("commitment"), hex(attachment.commitment)},
                                 {QStringLiteral("salt"), hex(attachment.salt)},
                                 {QStringLiteral("erased"), !attachment.present}});
    }
    return array;
}

/// All that stands beside the record, and can be computed from it but for salts and erasures.
QJsonObject fields(const Entry &entry)
{
    return {{QStringLiteral("seq"), qint64(entry.sequence)},
            {QStringLiteral("utc"), isoUtc(entry.utc)},
            {QStringLiteral("clock_synchronised"), entry.clockSynchronised},
            {QStringLiteral("type"), entry.type},
            {QStringLiteral("actor"), entry.actor},
            {QStringLiteral("run"), hex(entry.run)},
            {QStringLiteral("body"), entry.body},
            {QStringLiteral("attachments"), attachmentsJson(entry.attachments)},
            {QStringLiteral("leaf"), hex(entry.leaf)}};
}

/// The bytes that a record keeps as its body. REQUIRES a record that decodeRecord() takes.
QByteArray bodyOf(const QByteArray &record)
{
    ByteReader reader(record);
    reader.raw(headerSize);
    reader.shortString(); // type
    reader.shortString(); // actor
    reader.raw(ledger::runIdSize);
    return reader.string();
}

/// The record of a line, where every reader finds the same in it.
Result<Entry> entryOf(const QString &base64)
{
    const auto record = QByteArray::fromBase64Encoding(base64.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!record || QString::fromLatin1(record.decoded.toBase64()) != base64)
        return fail(ErrorKind::Corrupt, QStringLiteral("its record is not base64"));
    auto entry = ledger::decodeRecord(*record);
    if (!entry)
        return entry;
    if (auto body = checkStrictJson(bodyOf(*record)); !body)
        return fail(ErrorKind::Corrupt, QStringLiteral("its body: %1").arg(body.error().detail));
    const qint64 utc = entry->utc.toMSecsSinceEpoch();
    if (entry->sequence > quint64(std::numeric_limits<qint64>::max()) || utc < 0 || utc >= year10000)
        return fail(ErrorKind::Corrupt, QStringLiteral("its record holds a number or time out of range"));
    return entry;
}

/// Takes over what no record holds: the salts, and what was erased.
Result<> readAttachments(const QJsonArray &attachments, Entry &entry)
{
    if (attachments.size() != entry.attachments.size())
        return fail(ErrorKind::Corrupt, QStringLiteral("its \"attachments\" is not that of its record"));
    for (qsizetype i = 0; i < attachments.size(); ++i) {
        const QJsonObject said = attachments.at(i).toObject();
        Attachment &attachment = entry.attachments[i];
        attachment.salt = QByteArray::fromHex(said[QLatin1String("salt")].toString().toLatin1());
        attachment.present = !said[QLatin1String("erased")].toBool();
        // A salt of another length would let bytes wander between it and the attachment.
        if (attachment.salt.size() != (attachment.present ? saltSize : 0))
            return fail(ErrorKind::Corrupt, QStringLiteral("the salt of an attachment has a bad length"));
    }
    return {};
}

Result<Entry> readLine(const QByteArray &line)
{
    if (auto strict = checkStrictJson(line); !strict)
        return fail(ErrorKind::Corrupt, strict.error().detail);
    QJsonObject object = jsonObjectFrom(line).value_or(QJsonObject());
    auto entry = entryOf(object.take(QStringLiteral("record")).toString());
    if (!entry)
        return entry;
    if (auto read = readAttachments(object[QLatin1String("attachments")].toArray(), *entry); !read)
        return fail(read.error());
    const QJsonObject expected = fields(*entry);
    if (object.size() != expected.size())
        return fail(ErrorKind::Corrupt, QStringLiteral("it has other keys than the format says"));
    for (auto field = expected.begin(); field != expected.end(); ++field) {
        if (object.value(field.key()) != field.value())
            return fail(ErrorKind::Corrupt, QStringLiteral("its \"%1\" is not that of its record").arg(field.key()));
    }
    return entry;
}

/// The fields by name, and among them the body in the record's own bytes: written anew it could read as something else.
QByteArray lineOf(const Entry &entry)
{
    QJsonObject behind = fields(entry);
    behind.remove(QStringLiteral("body"));
    behind.insert(QStringLiteral("record"), QString::fromLatin1(entry.record.toBase64()));
    const QJsonObject before{{QStringLiteral("actor"), behind.take(QStringLiteral("actor"))},
                             {QStringLiteral("attachments"), behind.take(QStringLiteral("attachments"))}};
    QByteArray body = bodyOf(entry.record);
    body.replace('\n', ' '); // a blank, in JSON as it is
    return jsonText(before).chopped(1) + ",\"body\":" + body + ',' + jsonText(behind).sliced(1) + '\n';
}

} // namespace

QByteArray writeSessionLog(const QList<Entry> &entries)
{
    QByteArray bytes;
    for (const Entry &entry : entries)
        bytes += lineOf(entry);
    return bytes;
}

Result<QList<Entry>> readSessionLog(const QByteArray &bytes)
{
    QList<Entry> entries;
    qsizetype from = 0;
    while (from < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', from);
        if (end < 0)
            return fail(ErrorKind::Corrupt, QStringLiteral("line %1 is cut off").arg(entries.size() + 1));
        auto entry = readLine(bytes.mid(from, end - from));
        if (!entry) {
            return fail(ErrorKind::Corrupt,
                        QStringLiteral("line %1: %2").arg(entries.size() + 1).arg(entry.error().detail));
        }
        entries.append(*std::move(entry));
        from = end + 1;
    }
    return entries;
}

} // namespace holdpoint::report
