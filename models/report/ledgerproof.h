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
        QByteArray path; ///< the hashes one behind the other: long runs have millions of them
    };
    QByteArray checkpoint; ///< the signed text: origin, size and base64 root, a line each
    QByteArray signature;  ///< armoured SSHSIG, empty when nobody signed
    QList<Item> items;
};

QByteArray writeProof(const LedgerProof &proof);
/// Errors: Invalid with the line's number.
Result<LedgerProof> readProof(const QByteArray &bytes);

/// Reads ledger-proof.txt in pieces as they come, so that it is never in memory as a whole.
class ProofReader
{
public:
    void add(QByteArrayView piece);
    /// What all the pieces come to. Errors: Invalid with the line's number.
    [[nodiscard]] Result<LedgerProof> finish() const;

private:
    enum class Next { FirstLine, CheckpointCount, CheckpointLine, SignatureCount, SignatureLine, EntryOrHash };

    [[nodiscard]] bool take(QByteArrayView line);
    [[nodiscard]] bool takeCount(QByteArrayView line, QByteArrayView word, Next counted, Next after);
    void takeCounted(QByteArrayView line, QByteArray &text, Next after);
    [[nodiscard]] bool takeEntry(QByteArrayView line);
    [[nodiscard]] bool takeHash(QByteArrayView digits);

    Next m_next = Next::FirstLine;
    qint64 m_left = 0; ///< lines of the checkpoint or the signature that are still to come
    int m_line = 0;
    bool m_isOff = false;
    QByteArray m_rest; ///< of a line whose end is still to come
    LedgerProof m_proof;
};

/// Holds every entry against its leaf, its neighbour in the chain, and the checkpoint's root.
struct ProofFailure
{
    std::optional<quint64> sequence; ///< the first entry that does not fit
    QString reason;
};
std::optional<ProofFailure> checkProof(const LedgerProof &proof, const ledger::Checkpoint &checkpoint,
                                       const QList<ledger::Entry> &entries);

} // namespace holdpoint::report
