// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/record.h>

#include <models/base/bytes.h>
#include <models/ledger/merkle.h>

#include <QJsonDocument>
#include <QStringDecoder>

namespace holdpoint::ledger {

namespace {

constexpr char magic[] = "OPSL1";
constexpr qsizetype magicSize = 5;
constexpr qsizetype maximumTypeSize = 64;
constexpr qsizetype maximumActorSize = 1024;

tl::unexpected<Error> corrupt(const char *what)
{
    return fail(ErrorKind::Corrupt, QStringLiteral("the record has a bad %1").arg(QLatin1String(what)));
}

bool isTypeName(QStringView type)
{
    return !type.isEmpty() && type.size() <= maximumTypeSize
           && std::all_of(type.begin(), type.end(), [](QChar c) {
                  return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
              });
}

std::optional<QString> textFromUtf8(const QByteArray &bytes)
{
    // A byte order mark is part of the text: two records must not read as one.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

Result<> readAttachments(ByteReader &reader, Entry &entry)
{
    const quint16 count = reader.u16();
    for (int i = 0; i < count; ++i) {
        Attachment attachment;
        attachment.size = reader.u64();
        attachment.commitment = reader.raw(hashSize);
        if (!reader.isGood() || attachment.size > maximumAttachmentSize)
            return corrupt("attachment");
        entry.attachments.append(attachment);
    }
    return {};
}

} // namespace

Result<> checkDraft(const Draft &draft)
{
    const auto invalid = [](const char *what) {
        return fail(ErrorKind::Invalid, QStringLiteral("the draft has a bad %1").arg(QLatin1String(what)));
    };
    if (!isTypeName(draft.type))
        return invalid("type");
    if (draft.actor.isEmpty() || draft.actor.toUtf8().size() > maximumActorSize)
        return invalid("actor");
    if (!draft.run.isEmpty() && draft.run.size() != runIdSize)
        return invalid("run");
    if (draft.attachments.size() > 0xffff)
        return invalid("number of attachments");
    for (const QByteArray &bytes : draft.attachments) {
        if (quint64(bytes.size()) > maximumAttachmentSize)
            return invalid("attachment: it is too large");
    }
    return {};
}

QByteArray encodeRecord(const Entry &entry)
{
    ByteWriter writer;
    writer.raw(QByteArrayView(magic, magicSize));
    writer.u64(entry.sequence);
    writer.u64(quint64(entry.utc.toMSecsSinceEpoch()));
    writer.u64(entry.bootMs);
    writer.raw(entry.bootId);
    writer.u8(entry.clockSynchronised ? 1 : 0);
    writer.raw(entry.previousLeaf);
    writer.shortString(entry.type.toUtf8());
    writer.shortString(entry.actor.toUtf8());
    writer.raw(entry.run);
    writer.string(QJsonDocument(entry.body).toJson(QJsonDocument::Compact));
    writer.u16(quint16(entry.attachments.size()));
    for (const Attachment &attachment : entry.attachments) {
        writer.u64(attachment.size);
        writer.raw(attachment.commitment);
    }
    return writer.bytes();
}

Result<Entry> decodeRecord(const QByteArray &record)
{
    ByteReader reader(record);
    if (reader.raw(magicSize) != QByteArrayView(magic, magicSize))
        return corrupt("magic or version");
    Entry entry;
    entry.sequence = reader.u64();
    entry.utc = QDateTime::fromMSecsSinceEpoch(qint64(reader.u64()), Qt::UTC);
    entry.bootMs = reader.u64();
    entry.bootId = reader.raw(bootIdSize);
    const quint8 synchronised = reader.u8();
    entry.clockSynchronised = synchronised == 1;
    entry.previousLeaf = reader.raw(hashSize);
    const auto type = textFromUtf8(reader.shortString());
    const auto actor = textFromUtf8(reader.shortString());
    entry.run = reader.raw(runIdSize);
    const QByteArray body = reader.string();
    if (!reader.isGood() || synchronised > 1)
        return corrupt("header");
    if (!type || !isTypeName(*type) || !actor)
        return corrupt("type or actor");
    if (auto attachments = readAttachments(reader, entry); !attachments)
        return fail(attachments.error());
    if (!reader.isGood() || !reader.atEnd())
        return corrupt("length");
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (body.size() > maximumBodySize || !json.isObject())
        return corrupt("body");
    entry.type = *type;
    entry.actor = *actor;
    entry.body = json.object();
    entry.record = record;
    entry.leaf = leafHash(record);
    return entry;
}

QByteArray attachmentCommitment(QByteArrayView salt, QByteArrayView bytes)
{
    QByteArray salted;
    salted.reserve(salt.size() + bytes.size());
    return sha256(salted.append(salt).append(bytes));
}

} // namespace holdpoint::ledger
