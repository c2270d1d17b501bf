// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/ledger/ledger.h>

#include <QByteArray>
#include <QList>

namespace holdpoint::report {

/// ledger-proof.txt: a checkpoint of the ledger, and for every entry of the report the way from its leaf to the
/// checkpoint's root (RFC 6962 inclusion proof). FORMAT.md has the grammar.
struct LedgerProof
{
    struct Item
    {
        quint64 sequence = 0;
        QByteArray leaf;
        QList<QByteArray> path;
    };
    QByteArray checkpoint; ///< the signed text: origin, size and base64 root, a line each
    QByteArray signature;  ///< armoured SSHSIG, empty when nobody signed
    QList<Item> items;
};

QByteArray writeProof(const LedgerProof &proof);
/// Errors: Invalid with the line's number.
Result<LedgerProof> readProof(const QByteArray &bytes);

/// Holds every entry against its leaf, its neighbour in the chain, and the checkpoint's root.
struct ProofFailure
{
    std::optional<quint64> sequence; ///< the first entry that does not fit
    QString reason;
};
std::optional<ProofFailure> checkProof(const LedgerProof &proof, const ledger::Checkpoint &checkpoint,
                                       const QList<ledger::Entry> &entries);

} // namespace holdpoint::report
