// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/chainwalk.h>

#include <models/ledger/checkpoint.h>
#include <models/ledger/record.h>
#include <models/ledger/sshsig.h>

namespace holdpoint::ledger {

ChainWalk::ChainWalk(Database &database, Attachments attachments, quint64 trusted)
    : m_database(database)
    , m_attachments(attachments)
    , m_trusted(trusted)
{
}

void ChainWalk::bad(std::optional<quint64> sequence, const QString &reason)
{
    m_done = true;
    m_audit.verdict = Audit::Verdict::Bad;
    m_audit.firstBad = sequence;
    m_audit.reason = reason;
}

bool ChainWalk::step(int count)
{
    const quint64 size = m_tree.size();
    // The last trusted entry is read whole: the next one links to it, and time goes on from it.
    const auto columns = size + 1 < m_trusted ? Database::Columns::WithoutRecord : Database::Columns::All;
    if (columns == Database::Columns::WithoutRecord)
        count = int(std::min<quint64>(quint64(count), m_trusted - 1 - size));
    if (m_attachments == Attachments::Check && !readStored(size, size + quint64(count) - 1))
        return true;
    const auto seen =
        m_database.eachRow(size, count, columns, [&](const Database::RowView &row) { return take(row, columns); });
    if (!seen)
        bad(m_tree.size(), QStringLiteral("the ledger file cannot be read from entry %1 on: %2")
                               .arg(m_tree.size())
                               .arg(seen.error().detail));
    else if (*seen == 0)
        end();
    return m_done;
}

bool ChainWalk::readStored(quint64 first, quint64 last)
{
    auto stored = m_database.sequencesWithAttachments(first, last);
    if (!stored) {
        bad(first, stored.error().detail);
        return false;
    }
    m_stored = std::move(*stored);
    return true;
}

void ChainWalk::finish()
{
    constexpr int rowsAtOnce = 1000;
    while (!step(rowsAtOnce)) {
    }
}

bool ChainWalk::take(const Database::RowView &row, Database::Columns columns)
{
    const quint64 sequence = m_tree.size();
    if (row.sequence != sequence) {
        bad(sequence, QStringLiteral("entry %1 is missing: entry %2 follows entry %3")
                          .arg(sequence)
                          .arg(row.sequence)
                          .arg(qint64(sequence) - 1));
        return false;
    }
    if (row.leaf.size() != hashSize) {
        bad(sequence, QStringLiteral("entry %1 has no hash").arg(sequence));
        return false;
    }
    if (columns == Database::Columns::All && !judge(row))
        return false;
    if (m_filings) {
        m_filings->runs.add(row.run, row.sequence);
        m_filings->types.add(row.type, row.sequence);
    }
    m_tree.append(row.leaf);
    m_audit.entries = m_tree.size();
    return true;
}

bool ChainWalk::judge(const Database::RowView &row)
{
    const auto refuse = [&](const QString &reason) {
        bad(row.sequence, QStringLiteral("entry %1: %2").arg(row.sequence).arg(reason));
        return false;
    };
    if (row.sequence < m_leavesLeft && !isLeafOf(row.leaf, row.record)) {
        takeUnfitLeaf(row.sequence);
        return false;
    }
    const Result<RecordView> record = viewRecord(row.record);
    if (!record)
        return refuse(record.error().detail);
    if (record->sequence != row.sequence)
        return refuse(QStringLiteral("it was written as entry %1").arg(record->sequence));
    if (record->previousLeaf != m_tree.lastLeaf())
        return refuse(QStringLiteral("it does not follow the entry before it"));
    if (record->run != row.run || record->type != row.type)
        return refuse(QStringLiteral("it is filed under another run or type"));
    if (auto judged = judgeWhole(row, *record); !judged)
        return refuse(judged.error().detail);
    m_lastRecord.resize(0);
    m_lastRecord.append(row.record);
    return true;
}

/// What takes more than the record where it stands.
Result<> ChainWalk::judgeWhole(const Database::RowView &row, const RecordView &record)
{
    const bool isChecked = m_attachments == Attachments::Check;
    const bool isStored = isChecked && m_stored.contains(record.sequence);
    if (record.attachments == 0 && isStored)
        return fail(ErrorKind::Corrupt, QStringLiteral("bytes are attached to it that its record does not name"));
    const bool isErasure = QAnyStringView(QUtf8StringView(record.type)) == QStringView(erasedType);
    if (!isErasure && (record.attachments == 0 || !isChecked))
        return {};
    Result<Entry> entry = decodeRecord(row.record.toByteArray());
    if (!entry)
        return fail(entry.error());
    if (isChecked) {
        if (auto judged = judgeAttachments(*entry); !judged)
            return judged;
    }
    const auto erasure = erasureIn(*entry);
    return erasure ? take(*entry, *erasure) : Result<>();
}

std::optional<Entry> ChainWalk::lastEntry() const
{
    const Result<Entry> last = decodeRecord(m_lastRecord);
    return last ? std::optional(*last) : std::nullopt;
}

Result<> ChainWalk::judgeAttachments(Entry &entry)
{
    if (auto loaded = m_database.loadAttachments(entry); !loaded)
        return loaded;
    for (Attachment &attachment : entry.attachments) {
        if (!attachment.present)
            m_missing.insert(entry.sequence, entry.run);
        attachment.bytes.clear();
    }
    return {};
}

/// The first entry that has bytes although the record says they are erased.
Result<std::optional<quint64>> ChainWalk::firstLeft(const Entry &entry, const ErasureRecord &erasure)
{
    for (const auto &[first, last] : erasure.ranges) {
        const auto left = m_database.firstStored({first, last, entry.run});
        if (!left || *left)
            return left;
    }
    return std::nullopt;
}

Result<> ChainWalk::take(const Entry &entry, const ErasureRecord &erasure)
{
    for (const auto &[first, last] : erasure.ranges) {
        for (auto missing = m_missing.lowerBound(first); missing != m_missing.end() && missing.key() <= last;)
            missing = missing.value() == entry.run ? m_missing.erase(missing) : std::next(missing);
    }
    // Asked of the file as it is now: a writer may have erased what was there when the walk came past.
    const auto left = m_attachments == Attachments::Check ? firstLeft(entry, erasure) : std::nullopt;
    if (!left)
        return fail(left.error());
    if (!*left)
        m_audit.erasures.append({erasure.rule, entry.utc, erasure.attachments, erasure.bytes});
    else if (!m_left)
        m_left = Left{**left, entry.sequence};
    return {};
}

void ChainWalk::end()
{
    if (!m_missing.isEmpty()) {
        return bad(m_missing.firstKey(),
                   QStringLiteral("entry %1: an attachment is missing, and no erasure of it is recorded")
                       .arg(m_missing.firstKey()));
    }
    m_done = true;
    m_audit.verdict = Audit::Verdict::Good;
    judgeCheckpoints();
    if (m_attachments == Attachments::Check && m_audit.verdict == Audit::Verdict::Good)
        judgeStored();
}

/// Bytes that no record names, and those that one says are erased.
void ChainWalk::judgeStored()
{
    const auto beyond = m_database.attachmentBeyond(m_tree.size());
    if (!beyond)
        return bad({}, beyond.error().detail);
    if (*beyond)
        return bad({}, QStringLiteral("bytes are attached to entry %1, which there is not").arg(**beyond));
    if (!m_left)
        return;
    bad(m_left->sequence,
        QStringLiteral("an erasure is recorded and not complete: entry %1 still has bytes that entry %2 "
                       "says are erased; they go when Holdpoint opens the ledger")
            .arg(m_left->sequence)
            .arg(m_left->record));
}

void ChainWalk::judgeCheckpoints()
{
    const auto origin = m_database.origin();
    const auto checkpoints = m_database.checkpoints();
    if (!origin || !checkpoints)
        return bad({}, origin ? checkpoints.error().detail : origin.error().detail);
    for (const Checkpoint &checkpoint : *checkpoints) {
        if (checkpoint.origin != *origin)
            return bad({}, QStringLiteral("a stored checkpoint is of another ledger"));
        require(checkpoint.head, QStringLiteral("a stored checkpoint"));
        if (m_audit.verdict == Audit::Verdict::Bad)
            return;
        if (checkpoint.signature.isEmpty())
            continue;
        if (!sshsig::verify(checkpoint.signature, checkpointNamespace(), checkpoint.body))
            return bad(
                {},
                QStringLiteral("the signature of the checkpoint of size %1 does not fit").arg(checkpoint.head.size));
        m_audit.witnessed = std::max(m_audit.witnessed, checkpoint.head.size);
    }
}

Head ChainWalk::head() const { return {m_tree.size(), m_tree.lastLeaf().toByteArray(), m_tree.root()}; }

void ChainWalk::takeUnfitLeaf(quint64 sequence)
{
    if (m_audit.verdict == Audit::Verdict::Bad && sequence >= m_audit.firstBad.value_or(sequence + 1))
        return;
    // As if the walk had ended there.
    m_tree.truncate(sequence);
    m_audit = {.entries = sequence};
    bad(sequence, QStringLiteral("entry %1: its bytes do not fit its hash").arg(sequence));
}

void ChainWalk::compareWithIndexes(const Filings &indexes)
{
    if (m_audit.verdict != Audit::Verdict::Good)
        return;
    const auto compare = [this](const Filing &index, const Filing &entries, const char *what) {
        if (const auto first = Filing::firstDifference(index, entries))
            bad(first, QStringLiteral("entry %1 does not stand in the index of %2 where it should")
                           .arg(*first)
                           .arg(QLatin1String(what)));
    };
    compare(indexes.types, m_filings->types, "types");
    compare(indexes.runs, m_filings->runs, "runs");
}

void ChainWalk::require(const Head &head, const QString &name)
{
    if (m_audit.verdict != Audit::Verdict::Good)
        return;
    if (head.size > m_tree.size())
        return bad(
            m_tree.size(),
            QStringLiteral("ledger is older than %1 (size %2 < %3)").arg(name).arg(m_tree.size()).arg(head.size));
    if (m_tree.root(head.size) != head.root)
        return bad({}, QStringLiteral("history rewritten before size %1, as %2 shows").arg(head.size).arg(name));
}

} // namespace holdpoint::ledger
