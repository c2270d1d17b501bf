// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/recordingcheck.h>

#include <algorithm>

namespace holdpoint::report {

RecordingCheck::RecordingCheck(const Recording &recording, const QList<ledger::Entry> &entries)
    : m_recording(recording)
    , m_entries(entries)
{
}

const ledger::Attachment &RecordingCheck::attachment() const
{
    return m_entries[m_recording.entries[m_at]].attachments.first();
}

void RecordingCheck::add(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && !m_foreign)
        bytes = bytes.sliced(take(bytes));
}

std::optional<quint64> RecordingCheck::firstForeign() const
{
    return m_foreign || m_expects == Expects::Nothing ? m_foreign : std::optional(sequence());
}

/// Goes on with the first piece from here that has bytes; those that were erased are not in the file.
void RecordingCheck::begin(qsizetype at)
{
    for (m_at = at; m_at < m_recording.entries.size() && !m_foreign; ++m_at) {
        if (!attachment().present)
            continue;
        m_hash.reset();
        m_hash.add(attachment().salt);
        m_left = attachment().size;
        m_expects = Expects::Piece;
        if (m_left > 0)
            return;
        if (m_hash.result() != attachment().commitment)
            m_foreign = sequence();
    }
    m_at = m_recording.entries.size() - 1;
    m_expects = Expects::Nothing;
}

/// Gives how many of the bytes belonged to what was expected.
qsizetype RecordingCheck::take(QByteArrayView bytes)
{
    switch (m_expects) {
    case Expects::Header: {
        const qsizetype end = bytes.indexOf('\n');
        if (end < 0)
            return bytes.size();
        begin(0);
        return end + 1;
    }
    case Expects::Piece: {
        const auto count = qsizetype(std::min<quint64>(m_left, quint64(bytes.size())));
        m_hash.add(bytes.first(count));
        m_left -= quint64(count);
        if (m_left == 0)
            endPiece(bytes[count - 1]);
        return count;
    }
    case Expects::LineFeed:
        if (bytes.front() != '\n')
            m_foreign = sequence();
        else
            begin(m_at + 1);
        return 1;
    case Expects::Nothing: break;
    }
    m_foreign = sequence(); // more than all of it
    return bytes.size();
}

void RecordingCheck::endPiece(char last)
{
    if (m_hash.result() != attachment().commitment)
        m_foreign = sequence();
    else if (last != '\n')
        m_expects = Expects::LineFeed;
    else
        begin(m_at + 1);
}

} // namespace holdpoint::report
