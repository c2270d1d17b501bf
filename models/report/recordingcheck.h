// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/sha256.h>
#include <models/report/recordings.h>

namespace holdpoint::report {

/// Whether the pieces of a recording's file are those that its entries commit to, while the file passes by; nothing is said
/// about the header line. No byte is kept, so a recording of any length takes the same memory.
///
/// Thread: one at a time. Borrows both, which outlive it. REQUIRES a recording with entries.
class RecordingCheck
{
public:
    RecordingCheck(const Recording &recording, const QList<ledger::Entry> &entries);

    /// What comes next of the file.
    void add(QByteArrayView bytes);
    /// After the last of them: nothing when all is as committed to; else the sequence of the first entry that does not fit.
    [[nodiscard]] std::optional<quint64> firstForeign() const;

private:
    enum class Expects { Header, Piece, LineFeed, Nothing };

    [[nodiscard]] quint64 sequence() const { return m_entries[m_recording.entries[m_at]].sequence; }
    [[nodiscard]] const ledger::Attachment &attachment() const;
    void begin(qsizetype at);
    qsizetype take(QByteArrayView bytes);
    void endPiece(char last);

    const Recording &m_recording;
    const QList<ledger::Entry> &m_entries;
    Expects m_expects = Expects::Header;
    qsizetype m_at = 0; ///< of the piece that is under way
    quint64 m_left = 0; ///< bytes of it that have not come
    Sha256 m_hash;
    std::optional<quint64> m_foreign;
};

} // namespace holdpoint::report
