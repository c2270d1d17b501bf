// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/record.h>

#include <models/base/bytes.h>
#include <models/base/jsontext.h>
#include <models/base/sha256.h>
#include <models/base/strictjson.h>
#include <models/base/text.h>
#include <models/ledger/merkle.h>

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

bool isTypeName(QByteArrayView type)
{
    return !type.isEmpty() && type.size() <= maximumTypeSize && std::all_of(type.begin(), type.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// What we write passes the strict reading, which builds nothing.
bool isJsonObject(QByteArrayView body)
{
    return checkStrictJson(body) || jsonObjectFrom(body).has_value();
}

bool areAttachments(QByteArrayView list, int count)
{
    ByteReader reader(list);
    for (int i = 0; i < count; ++i) {
        if (reader.u64() > maximumAttachmentSize)
            return false;
        reader.view(hashSize);
    }
    return reader.isGood() && reader.atEnd();
}

tl::unexpected<Error> invalid(const char *what)
{
    return fail(ErrorKind::Invalid, QStringLiteral("the draft has a bad %1").arg(QLatin1String(what)));
}

Result<> checkDraft(const Draft &draft)
{
    if (!isTypeName(draft.type.toUtf8()))
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

} // namespace

Result<EncodedDraft> encodeDraft(Draft draft)
{
    if (auto checked = checkDraft(draft); !checked)
        return fail(checked.error());
    const QByteArray body = jsonText(draft.body);
    if (body.size() > maximumBodySize)
        return invalid("body: it is too large");
    const auto read = jsonObjectFrom(body);
    if (!read)
        return invalid("body: it cannot be read back");
    draft.body = *read;
    draft.actor = textFrom(draft.actor.toUtf8());
    return EncodedDraft{std::move(draft), body};
}

QByteArray encodeRecord(const Entry &entry) { return encodeRecord(entry, jsonText(entry.body)); }

QByteArray encodeRecord(const Entry &entry, QByteArrayView body)
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
    writer.string(body);
    writer.u16(quint16(entry.attachments.size()));
    for (const Attachment &attachment : entry.attachments) {
        writer.u64(attachment.size);
        writer.raw(attachment.commitment);
    }
    return writer.bytes();
}

Result<RecordView> viewRecord(QByteArrayView record)
{
    ByteReader reader(record);
    if (reader.view(magicSize) != QByteArrayView(magic, magicSize))
        return corrupt("magic or version");
    RecordView view;
    view.sequence = reader.u64();
    view.utcMs = qint64(reader.u64());
    view.bootMs = reader.u64();
    view.bootId = reader.view(bootIdSize);
    const quint8 synchronised = reader.u8();
    view.clockSynchronised = synchronised == 1;
    view.previousLeaf = reader.view(hashSize);
    view.type = reader.shortStringView();
    view.actor = reader.shortStringView();
    view.run = reader.view(runIdSize);
    view.body = reader.stringView();
    view.attachments = reader.u16();
    view.attachmentList = reader.view(reader.remaining());
    if (!reader.isGood() || synchronised > 1)
        return corrupt("header");
    if (!isTypeName(view.type) || !QUtf8StringView(view.actor).isValidUtf8())
        return corrupt("type or actor");
    if (!areAttachments(view.attachmentList, view.attachments))
        return corrupt("attachment or length");
    if (view.body.size() > maximumBodySize || !isJsonObject(view.body))
        return corrupt("body");
    return view;
}

Result<Entry> decodeRecord(const QByteArray &record)
{
    const Result<RecordView> view = viewRecord(record);
    if (!view)
        return fail(view.error());
    const auto body = jsonObjectFrom(view->body);
    if (!body)
        return corrupt("body");
    Entry entry;
    entry.sequence = view->sequence;
    entry.utc = QDateTime::fromMSecsSinceEpoch(view->utcMs, Qt::UTC);
    entry.bootMs = view->bootMs;
    entry.bootId = view->bootId.toByteArray();
    entry.clockSynchronised = view->clockSynchronised;
    entry.previousLeaf = view->previousLeaf.toByteArray();
    entry.type = textFrom(view->type);
    entry.actor = textFrom(view->actor);
    entry.run = view->run.toByteArray();
    entry.body = *body;
    ByteReader attachments(view->attachmentList);
    while (!attachments.atEnd()) {
        Attachment attachment;
        attachment.size = attachments.u64();
        attachment.commitment = attachments.raw(hashSize);
        entry.attachments.append(attachment);
    }
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
