// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/ledger/entry.h>

/// The bytes of one entry, as FORMAT.md lays them out: stored as they are hashed, never encoded a second time.
namespace holdpoint::ledger {

constexpr qsizetype runIdSize = 16;
constexpr qsizetype bootIdSize = 16;
constexpr qsizetype maximumBodySize = 16 * 1024 * 1024;
constexpr quint64 maximumAttachmentSize = 64 * 1024 * 1024;

/// A draft that can become a record, and its body in the bytes that the record will have.
///
/// It is made where the draft comes from: many callers then share the work that one ledger thread would do for them all.
struct EncodedDraft
{
    Draft draft;
    QByteArray body;
};

/// Only what reads back is recorded, so what has no JSON or no UTF-8 of its own is replaced by what it reads back as.
/// Errors: Invalid, with what is off.
Result<EncodedDraft> encodeDraft(Draft draft);

/// The record of an entry whose fields are all set but `record` and `leaf`. REQUIRES a draft that passed encodeDraft(), or
/// fields that were read back.
QByteArray encodeRecord(const Entry &entry);
/// The same with the bytes of its body at hand.
QByteArray encodeRecord(const Entry &entry, QByteArrayView body);

/// The fields of a record where they stand in it.
struct RecordView
{
    quint64 sequence = 0;
    qint64 utcMs = 0;
    quint64 bootMs = 0;
    QByteArrayView bootId;
    bool clockSynchronised = false;
    QByteArrayView previousLeaf;
    QByteArrayView type;  ///< UTF-8
    QByteArrayView actor; ///< UTF-8
    QByteArrayView run;
    QByteArrayView body; ///< a JSON object
    int attachments = 0;
    QByteArrayView attachmentList;
};

/// Reads a record without taking anything out of it. Errors: as decodeRecord().
Result<RecordView> viewRecord(QByteArrayView record);

/// Reads a record back; attachments have size and commitment only. Errors: Corrupt for every other byte sequence than
/// one a ledger writes (wrong magic or version, lengths, trailing bytes, body that is no JSON object).
Result<Entry> decodeRecord(const QByteArray &record);

/// SHA-256(salt || bytes).
QByteArray attachmentCommitment(QByteArrayView salt, QByteArrayView bytes);

} // namespace holdpoint::ledger
