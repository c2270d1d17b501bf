// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/ledgerproof.h>

#include <models/ledger/merkle.h>

namespace holdpoint::report {

namespace {

constexpr char firstLine[] = "holdpoint-ledger-proof 1";
// A path is as long as the tree is high; sequences have 64 bits.
constexpr qsizetype longestPath = 64;

std::optional<QByteArray> hashFrom(QByteArrayView digits)
{
    const QByteArray bytes = QByteArray::fromHex(digits.toByteArray());
    return bytes.size() == ledger::hashSize && bytes.toHex() == digits ? std::optional(bytes) : std::nullopt;
}

/// Decimal, without sign and leading zeros, below 2^63.
std::optional<qint64> numberFrom(QByteArrayView digits)
{
    bool isNumber = false;
    const qint64 number = digits.toByteArray().toLongLong(&isNumber);
    return isNumber && number >= 0 && QByteArray::number(number) == digits ? std::optional(number) : std::nullopt;
}

QByteArray numbered(const char *word, const QByteArray &text)
{
    return QByteArray(word) + ' ' + QByteArray::number(text.count('\n')) + '\n' + text;
}

QList<QByteArray> hashesOf(const QByteArray &path)
{
    QList<QByteArray> hashes;
    for (qsizetype at = 0; at < path.size(); at += ledger::hashSize)
        hashes.append(path.mid(at, ledger::hashSize));
    return hashes;
}

} // namespace

QByteArray writeProof(const LedgerProof &proof)
{
    QByteArray bytes = QByteArray(firstLine) + '\n' + numbered("checkpoint", proof.checkpoint)
        + numbered("signature", proof.signature);
    for (const LedgerProof::Item &item : proof.items) {
        bytes += "entry " + QByteArray::number(item.sequence) + ' ' + item.leaf.toHex() + '\n';
        for (const QByteArray &hash : hashesOf(item.path))
            bytes += ' ' + hash.toHex() + '\n';
    }
    return bytes;
}

void ProofReader::add(QByteArrayView piece)
{
    while (!m_isOff) {
        const qsizetype end = piece.indexOf('\n');
        m_rest.append(piece.first(end < 0 ? piece.size() : end));
        if (end < 0)
            return;
        m_isOff = !take(m_rest);
        m_rest.clear();
        piece = piece.sliced(end + 1);
        ++m_line;
    }
}

Result<LedgerProof> ProofReader::finish() const
{
    if (m_next == Next::FirstLine)
        return fail(ErrorKind::Invalid, QStringLiteral("it is not a ledger proof of version 1"));
    if (m_isOff || !m_rest.isEmpty() || m_next != Next::EntryOrHash)
        return fail(ErrorKind::Invalid, QStringLiteral("line %1 is not what the format says").arg(m_line));
    return m_proof;
}

bool ProofReader::take(QByteArrayView line)
{
    switch (m_next) {
    case Next::FirstLine:
        if (line != QByteArrayView(firstLine))
            return false;
        m_next = Next::CheckpointCount;
        return true;
    case Next::CheckpointCount:
        return takeCount(line, "checkpoint ", Next::CheckpointLine, Next::SignatureCount);
    case Next::CheckpointLine: takeCounted(line, m_proof.checkpoint, Next::SignatureCount); return true;
    case Next::SignatureCount: return takeCount(line, "signature ", Next::SignatureLine, Next::EntryOrHash);
    case Next::SignatureLine: takeCounted(line, m_proof.signature, Next::EntryOrHash); return true;
    case Next::EntryOrHash: return line.startsWith(' ') ? takeHash(line.sliced(1)) : takeEntry(line);
    }
    return false;
}

bool ProofReader::takeCount(QByteArrayView line, QByteArrayView word, Next counted, Next after)
{
    const auto count = line.startsWith(word) ? numberFrom(line.sliced(word.size())) : std::nullopt;
    m_left = count.value_or(0);
    m_next = m_left > 0 ? counted : after;
    return count.has_value();
}

void ProofReader::takeCounted(QByteArrayView line, QByteArray &text, Next after)
{
    text.append(line).append('\n');
    if (--m_left == 0)
        m_next = after;
}

/// "entry SEQUENCE LEAF", then a line " HASH" for each step of the path.
bool ProofReader::takeEntry(QByteArrayView line)
{
    const QList<QByteArray> words = line.toByteArray().split(' ');
    if (words.size() != 3 || words[0] != "entry")
        return false;
    const auto sequence = numberFrom(words[1]);
    const auto leaf = hashFrom(words[2]);
    if (sequence && leaf)
        m_proof.items.append({.sequence = quint64(*sequence), .leaf = *leaf, .path = {}});
    return sequence && leaf;
}

bool ProofReader::takeHash(QByteArrayView digits)
{
    const auto hash = hashFrom(digits);
    if (!hash || m_proof.items.isEmpty() || m_proof.items.last().path.size() == longestPath * ledger::hashSize)
        return false;
    m_proof.items.last().path.append(*hash);
    return true;
}

Result<LedgerProof> readProof(const QByteArray &bytes)
{
    ProofReader reader;
    reader.add(bytes);
    return reader.finish();
}

std::optional<ProofFailure> checkProof(const LedgerProof &proof, const ledger::Checkpoint &checkpoint,
                                       const QList<ledger::Entry> &entries)
{
    if (proof.items.size() != entries.size()) {
        return ProofFailure{{}, QStringLiteral("the proof is for %1 entries, the session log has %2")
                                    .arg(proof.items.size()).arg(entries.size())};
    }
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const ledger::Entry &entry = entries[i];
        const LedgerProof::Item &item = proof.items[i];
        const auto failure = [&](const QString &reason) { return ProofFailure{entry.sequence, reason}; };
        if (item.sequence != entry.sequence || item.leaf != entry.leaf)
            return failure(QStringLiteral("the record is not the one the proof is for"));
        if (i > 0 && entry.sequence <= entries[i - 1].sequence)
            return failure(QStringLiteral("the entries are out of order"));
        if (i > 0 && entry.sequence == entries[i - 1].sequence + 1 && entry.previousLeaf != entries[i - 1].leaf)
            return failure(QStringLiteral("the entry does not continue the one before it"));
        if (auto included = ledger::verifyInclusion(entry.leaf, entry.sequence, checkpoint.head.size, hashesOf(item.path),
                                                    checkpoint.head.root);
            !included) {
            return failure(QStringLiteral("the entry is not in the ledger of this checkpoint: %1")
                               .arg(included.error().detail));
        }
    }
    return std::nullopt;
}

} // namespace holdpoint::report
