// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/block.h>

#include <models/ledger/packing.h>

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace holdpoint::audit {

namespace {

constexpr quint32 mostBytes = 1024 * 1024; // of an unpacked block: many times what one can have
constexpr auto streamVersion = QDataStream::Qt_6_4;

} // namespace

QList<BlockText::Mark> BlockText::marksOf(const QList<Line> &lines)
{
    QList<Mark> marks;
    for (qsizetype index = 0; index < lines.size(); ++index) {
        const Line &line = lines[index];
        if (marks.isEmpty() || marks.last().first != line.first || marks.last().moment != line.moment)
            marks.append({quint32(index), line.first, line.moment});
    }
    return marks;
}

bool Block::isFull() const
{
    qsizetype size = 0;
    for (const Line &line : lines)
        size += line.text.size() + 1;
    return size >= fullSize;
}

QString Block::text() const
{
    QString text;
    for (const Line &line : lines)
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + line.text;
    return text;
}

quint64 Block::firstSequence() const { return lines.isEmpty() ? 0 : lines.first().first; }

quint64 Block::lastSequence() const { return lines.isEmpty() ? 0 : lines.last().moment.sequence; }

QByteArray Block::packed() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(streamVersion);
    const QList<BlockText::Mark> marks = BlockText::marksOf(lines);
    stream << quint32(marks.size());
    for (const BlockText::Mark &mark : marks)
        stream << mark.line << mark.first << mark.moment.sequence << mark.moment.utcMs << mark.moment.castMs;
    stream << text().toUtf8();
    const ledger::Packed packed = ledger::packedIfSmaller(bytes);
    QByteArray stored;
    QDataStream(&stored, QIODevice::WriteOnly) << quint32(bytes.size()) << packed.isPacked;
    return stored + packed.bytes;
}

Result<Block> Block::unpacked(const QByteArray &bytes)
{
    const auto unpacked = BlockText::unpacked(bytes);
    return unpacked ? Result<Block>(unpacked->block()) : fail(unpacked.error());
}

Result<BlockText> BlockText::unpacked(const QByteArray &bytes)
{
    const auto corrupt = fail(ErrorKind::Corrupt, QStringLiteral("a block of the search index is damaged"));
    constexpr qsizetype headerSize = 5;
    quint32 size = 0;
    bool isPacked = false;
    QDataStream(bytes) >> size >> isPacked;
    if (bytes.size() <= headerSize || size > mostBytes)
        return corrupt;
    const auto plain = ledger::unpacked({bytes.sliced(headerSize), isPacked}, size);
    if (!plain)
        return corrupt;
    QDataStream stream(*plain);
    stream.setVersion(streamVersion);
    quint32 count = 0;
    stream >> count;
    BlockText unpacked;
    for (quint32 index = 0; index < count && stream.status() == QDataStream::Ok; ++index) {
        Mark mark;
        stream >> mark.line >> mark.first >> mark.moment.sequence >> mark.moment.utcMs >> mark.moment.castMs;
        unpacked.m_marks.append(mark);
    }
    stream >> unpacked.m_utf8;
    if (stream.status() != QDataStream::Ok || unpacked.m_marks.isEmpty() || unpacked.m_marks.first().line != 0)
        return corrupt;
    return unpacked;
}

Block BlockText::block() const
{
    Block block;
    qsizetype mark = 0;
    for (const QString &line : QString::fromUtf8(m_utf8).split(u'\n')) {
        if (mark + 1 < m_marks.size() && m_marks[mark + 1].line <= quint32(block.lines.size()))
            ++mark;
        block.lines.append({line, m_marks[mark].first, m_marks[mark].moment});
    }
    return block;
}

} // namespace holdpoint::audit
