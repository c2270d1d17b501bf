// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/entry.h>

#include <QList>
#include <QPair>

#include <optional>

/// Erasing the bytes of attachments for good, and the record of it: the entries stay, and the chain verifies as before
/// (FORMAT.md).
namespace holdpoint::ledger {

/// What somebody wants erased: every attachment of these entries.
struct Erasure
{
    QByteArray run; ///< the entries' own; the record of the erasure is filed under it
    QString rule;   ///< "recordings-90-days", or "request"
    QString reason; ///< one sentence
    QString actor;  ///< by whom, or by whose rules
    QList<quint64> sequences;
};

/// An attachment whose bytes are there.
struct StoredAttachment
{
    quint64 sequence = 0; ///< of its entry
    QByteArray run;
    QString type;      ///< of its entry
    quint64 bytes = 0; ///< it takes in the file
};

/// What was erased.
struct Erased
{
    QList<Entry> records; ///< the "erased" entries
    QList<quint64>
        sequences; ///< of the entries whose attachments are gone: whoever keeps copies of their bytes forgets them now
    quint64 attachments = 0;
    quint64 bytes = 0; ///< as recorded, before packing
    QString
        remainder; ///< why traces may be left in unused parts of the file until the next erasure; empty when there are none
};

/// An "erased" entry as it is read back.
struct ErasureRecord
{
    QString rule;
    QString reason;
    quint64 attachments = 0;
    quint64 bytes = 0;
    QList<QPair<quint64, quint64>> ranges; ///< first and last sequence; entries of the record's own run in between

    [[nodiscard]] bool covers(quint64 sequence) const;
};

inline constexpr char16_t erasedType[] = u"erased";

/// The draft of the record. REQUIRES sequences in rising order.
Draft erasedDraft(const Erasure &erasure, quint64 attachments, quint64 bytes);
/// Nothing for entries of other types, and for one that names no entries before itself.
std::optional<ErasureRecord> erasureIn(const Entry &entry);

} // namespace holdpoint::ledger
