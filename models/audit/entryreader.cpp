// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/entryreader.h>

#include <models/audit/erasing.h>
#include <models/audit/indexer.h>

namespace holdpoint::audit {

namespace {

constexpr quint64 pieceEntries = 500;
constexpr quint64 committedBytes =
    16 * 1024 * 1024; // of attachments: what is written in large parts is merged less often

} // namespace

Result<> EntryReader::findPlace()
{
    const auto cursor = m_file.property(QStringLiteral("cursor"));
    const auto leaf = m_file.property(QStringLiteral("leaf"));
    if (!cursor || !leaf)
        return fail(cursor ? leaf.error() : cursor.error());
    m_next = cursor->toULongLong();
    m_leaf = QByteArray::fromHex(leaf->toLatin1());
    if (m_next == 0)
        return {};
    const auto last = m_next <= m_source.size ? m_source.piece(m_next - 1, 1) : QList<ledger::Entry>();
    m_sourceFailed = !last;
    if (!last)
        return fail(last.error());
    return !last->isEmpty() && last->first().leaf == m_leaf
               ? Result<>()
               : fail(ErrorKind::Corrupt, QStringLiteral("the search index is of another history"));
}

Result<> EntryReader::readAll(const std::function<bool(quint64 done, quint64 total)> &progress)
{
    bool goesOn = true;
    while (goesOn && m_next < m_source.size) {
        if (auto begun = m_file.begin(); !begun)
            return begun;
        Result<> done = readSome(progress, goesOn);
        if (done)
            done = m_file.commit();
        if (!done) {
            m_file.rollback();
            return done;
        }
    }
    return goesOn ? Result<>()
                  : fail(ErrorKind::Cancelled, QStringLiteral("bringing the search index up to date was stopped"));
}

Result<> EntryReader::readSome(const std::function<bool(quint64 done, quint64 total)> &progress, bool &goesOn)
{
    Indexer indexer(m_file);
    for (quint64 bytes = 0; goesOn && m_next < m_source.size && bytes < committedBytes;) {
        const auto read = readPiece(indexer);
        if (!read)
            return fail(read.error());
        bytes += *read;
        goesOn = progress(m_next, m_source.size);
    }
    if (auto flushed = indexer.flush(); !flushed)
        return flushed;
    if (auto kept = m_file.setProperty(QStringLiteral("cursor"), QString::number(m_next)); !kept)
        return kept;
    return m_file.setProperty(QStringLiteral("leaf"), QString::fromLatin1(m_leaf.toHex()));
}

/// Gives the bytes of its attachments.
Result<quint64> EntryReader::readPiece(Indexer &indexer)
{
    const auto entries = m_source.piece(m_next, int(std::min(pieceEntries, m_source.size - m_next)));
    m_sourceFailed = !entries || entries->isEmpty();
    if (m_sourceFailed)
        return fail(entries ? Error{ErrorKind::Io, QStringLiteral("entry %1 cannot be read").arg(m_next)}
                            : entries.error());
    quint64 bytes = 0;
    for (const ledger::Entry &entry : *entries) {
        for (const ledger::Attachment &attachment : entry.attachments)
            bytes += quint64(attachment.bytes.size());
        if (auto added = add(indexer, entry); !added)
            return fail(added.error());
    }
    m_next += quint64(entries->size());
    m_leaf = entries->last().leaf;
    return bytes;
}

Result<> EntryReader::add(Indexer &indexer, const ledger::Entry &entry)
{
    const Ranges erased = erasedBy(entry);
    if (erased.isEmpty())
        return indexer.add(entry);
    if (auto flushed = indexer.flush(); !flushed)
        return flushed;
    return removeLines(m_file, erased, entry.run);
}

} // namespace holdpoint::audit
