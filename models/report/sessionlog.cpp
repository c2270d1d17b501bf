// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/sessionlog.h>

#include <models/base/clock.h>
#include <models/ledger/record.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace holdpoint::report {

using ledger::Attachment;
using ledger::Entry;

namespace {

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

Result<Entry> readLine(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return fail(ErrorKind::Corrupt, QStringLiteral("it is not a JSON object"));
    QJsonObject object = document.object();
    const auto record = QByteArray::fromBase64Encoding(object.take(QStringLiteral("record")).toString().toLatin1(),
                                                       QByteArray::AbortOnBase64DecodingErrors);
    if (!record)
        return fail(ErrorKind::Corrupt, QStringLiteral("its record is not base64"));
    auto entry = ledger::decodeRecord(*record);
    if (!entry)
        return entry;
    const QJsonArray attachments = object[QLatin1String("attachments")].toArray();
    for (qsizetype i = 0; i < std::min(attachments.size(), entry->attachments.size()); ++i) {
        const QJsonObject attachment = attachments.at(i).toObject();
        entry->attachments[i].salt = QByteArray::fromHex(attachment[QLatin1String("salt")].toString().toLatin1());
        entry->attachments[i].present = !attachment[QLatin1String("erased")].toBool();
    }
    const QJsonObject expected = fields(*entry);
    for (auto field = expected.begin(); field != expected.end(); ++field) {
        if (object.value(field.key()) != field.value())
            return fail(ErrorKind::Corrupt, QStringLiteral("its \"%1\" is not that of its record").arg(field.key()));
    }
    return entry;
}

} // namespace

QByteArray writeSessionLog(const QList<Entry> &entries)
{
    QByteArray bytes;
    for (const Entry &entry : entries) {
        QJsonObject object = fields(entry);
        object.insert(QStringLiteral("record"), QString::fromLatin1(entry.record.toBase64()));
        bytes += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
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
