// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/ledgerproof.h>

#include <models/ledger/merkle.h>

namespace holdpoint::report {

namespace {

constexpr char firstLine[] = "holdpoint-ledger-proof 1";
// A path is as long as the tree is high; sequences have 64 bits.
constexpr qsizetype longestPath = 64;

/// Takes a text apart line by line and knows where it is.
class LineReader
{
public:
    explicit LineReader(QByteArrayView text) : m_rest(text) {}

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] bool startsWith(char c) const { return m_rest.startsWith(c); }

    /// The next line without its line feed; nothing when there is no complete one.
    std::optional<QByteArrayView> next()
    {
        const qsizetype end = m_rest.indexOf('\n');
        if (end < 0)
            return std::nullopt;
        const QByteArrayView taken = m_rest.first(end);
        m_rest = m_rest.sliced(end + 1);
        ++m_line;
        return taken;
    }

private:
    QByteArrayView m_rest;
    int m_line = 0;
};

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

/// "word COUNT", then that many lines, given back with their line feeds.
std::optional<QByteArray> readNumbered(LineReader &reader, QByteArrayView word)
{
    const auto head = reader.next();
    if (!head || !head->startsWith(word) || head->size() <= word.size() + 1 || head->at(word.size()) != ' ')
        return std::nullopt;
    const auto count = numberFrom(head->sliced(word.size() + 1));
    QByteArray text;
    for (qint64 i = 0; count && i < *count; ++i) {
        const auto line = reader.next();
        if (!line)
            return std::nullopt;
        text += line->toByteArray() + '\n';
    }
    return count ? std::optional(text) : std::nullopt;
}

/// "entry SEQUENCE LEAF", then a line " HASH" for each step of the path.
std::optional<LedgerProof::Item> readItem(LineReader &reader)
{
    const auto head = reader.next();
    const QList<QByteArray> words = head ? head->toByteArray().split(' ') : QList<QByteArray>();
    if (words.size() != 3 || words[0] != "entry")
        return std::nullopt;
    const auto sequence = numberFrom(words[1]);
    const auto leaf = hashFrom(words[2]);
    if (!sequence || !leaf)
        return std::nullopt;
    LedgerProof::Item item{.sequence = quint64(*sequence), .leaf = *leaf, .path = {}};
    while (reader.startsWith(' ')) {
        const auto line = reader.next();
        const auto hash = line ? hashFrom(line->sliced(1)) : std::nullopt;
        if (!hash || item.path.size() == longestPath)
            return std::nullopt;
        item.path.append(*hash);
    }
    return item;
}

} // namespace

QByteArray writeProof(const LedgerProof &proof)
{
    QByteArray bytes = QByteArray(firstLine) + '\n' + numbered("checkpoint", proof.checkpoint)
        + numbered("signature", proof.signature);
    for (const LedgerProof::Item &item : proof.items) {
        bytes += "entry " + QByteArray::number(item.sequence) + ' ' + item.leaf.toHex() + '\n';
        for (const QByteArray &hash : item.path)
            bytes += ' ' + hash.toHex() + '\n';
    }
    return bytes;
}

Result<LedgerProof> readProof(const QByteArray &bytes)
{
    LineReader reader(bytes);
    const auto off = [&] {
        return fail(ErrorKind::Invalid, QStringLiteral("line %1 is not what the format says").arg(reader.line()));
    };
    LedgerProof proof;
    if (reader.next() != QByteArrayView(firstLine))
        return fail(ErrorKind::Invalid, QStringLiteral("it is not a ledger proof of version 1"));
    auto checkpoint = readNumbered(reader, "checkpoint");
    if (!checkpoint)
        return off();
    auto signature = readNumbered(reader, "signature");
    if (!signature)
        return off();
    proof.checkpoint = *std::move(checkpoint);
    proof.signature = *std::move(signature);
    while (!reader.atEnd()) {
        auto item = readItem(reader);
        if (!item)
            return off();
        proof.items.append(*std::move(item));
    }
    return proof;
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
        if (auto included = ledger::verifyInclusion(entry.leaf, entry.sequence, checkpoint.head.size, item.path,
                                                    checkpoint.head.root);
            !included) {
            return failure(QStringLiteral("the entry is not in the ledger of this checkpoint: %1")
                               .arg(included.error().detail));
        }
    }
    return std::nullopt;
}

} // namespace holdpoint::report
