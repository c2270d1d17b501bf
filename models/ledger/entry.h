// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace holdpoint::ledger {

/// What somebody wants recorded. The ledger adds sequence, times and chain.
struct Draft
{
    QString type;  ///< "command-intended"; the types are listed in FORMAT.md
    QString actor; ///< who: "operator@noc.example", or "holdpoint" for the program itself
    QByteArray run; ///< 16 bytes, zeros for entries outside a run
    QJsonObject body;
    QList<QByteArray> attachments; ///< large bytes (output, runbook source): stored beside, committed to by salted hash
    /// It ends something that was begun (a result, a verdict): still taken, from the reserve, after the disk filled up.
    enum class Kind { Ordinary, Closing } kind = Kind::Ordinary;
};

/// An attachment as recorded: its size and commitment SHA-256(salt || bytes); the bytes may have been erased by rule.
struct Attachment
{
    quint64 size = 0;
    QByteArray commitment;
    QByteArray salt; ///< empty when erased
    QByteArray bytes; ///< empty when erased or not loaded
    bool present = false;
};

/// One durable record.
struct Entry
{
    quint64 sequence = 0; ///< from 0
    QDateTime utc;
    quint64 bootMs = 0;
    QByteArray bootId;
    bool clockSynchronised = false;
    QByteArray previousLeaf; ///< 32 bytes
    QString type;
    QString actor;
    QByteArray run;
    QJsonObject body;
    QList<Attachment> attachments;
    QByteArray record; ///< the exact stored and hashed bytes
    QByteArray leaf;   ///< SHA-256(0x00 || record)
};

/// Size and tip of the chain.
struct Head
{
    quint64 size = 0;     ///< number of entries
    QByteArray lastLeaf;  ///< 32 zero bytes when empty
    QByteArray root;      ///< RFC 6962 Merkle tree head over all leaves

    friend bool operator==(const Head &, const Head &) = default;
};

} // namespace holdpoint::ledger
