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

/// Lines of the same entries and moment have them once.
struct Mark
{
    quint32 line = 0;
    quint64 first = 0;
    Moment moment;
};

QList<Mark> marksOf(const QList<Line> &lines)
{
    QList<Mark> marks;
    for (qsizetype index = 0; index < lines.size(); ++index) {
        const Line &line = lines[index];
        if (marks.isEmpty() || marks.last().first != line.first || marks.last().moment != line.moment)
            marks.append({quint32(index), line.first, line.moment});
    }
    return marks;
}

} // namespace

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
    const QList<Mark> marks = marksOf(lines);
    stream << quint32(marks.size());
    for (const Mark &mark : marks)
        stream << mark.line << mark.first << mark.moment.sequence << mark.moment.utcMs << mark.moment.castMs;
    stream << text().toUtf8();
    const ledger::Packed packed = ledger::packedIfSmaller(bytes);
    QByteArray stored;
    QDataStream(&stored, QIODevice::WriteOnly) << quint32(bytes.size()) << packed.isPacked;
    return stored + packed.bytes;
}

Result<Block> Block::unpacked(const QByteArray &bytes)
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
    QList<Mark> marks;
    for (quint32 index = 0; index < count && stream.status() == QDataStream::Ok; ++index) {
        Mark mark;
        stream >> mark.line >> mark.first >> mark.moment.sequence >> mark.moment.utcMs >> mark.moment.castMs;
        marks.append(mark);
    }
    QByteArray text;
    stream >> text;
    if (stream.status() != QDataStream::Ok || marks.isEmpty() || marks.first().line != 0)
        return corrupt;
    Block block;
    qsizetype mark = 0;
    for (const QString &line : QString::fromUtf8(text).split(u'\n')) {
        if (mark + 1 < marks.size() && marks[mark + 1].line <= quint32(block.lines.size()))
            ++mark;
        block.lines.append({line, marks[mark].first, marks[mark].moment});
    }
    return block;
}

} // namespace holdpoint::audit
