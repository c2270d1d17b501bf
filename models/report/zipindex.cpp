// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/zipindex.h>

#include <QByteArrayView>
#include <QtEndian>

#include <algorithm>
#include <iterator>

namespace holdpoint::report {

namespace {

constexpr qint64 largestIndex = 4 << 20;

// The end of central directory record (APPNOTE.TXT, 4.3.16); it stands before a comment of at most 65535 bytes.
constexpr char endMark[] = "PK\x05\x06";
constexpr qint64 endRecordSize = 22;
constexpr qint64 longestTail = 65'535 + endRecordSize;
// 4.3.15: just before the end record it leads to another index, which some programs take for the only one.
constexpr char locatorMark[] = "PK\x06\x07";
constexpr qint64 locatorSize = 20;

// 4.3.12 and 4.3.7: what stands before the name of a file, in the index and before its bytes.
constexpr char indexMark[] = "PK\x01\x02";
constexpr qint64 indexHeaderSize = 46;
constexpr char fileMark[] = "PK\x03\x04";
constexpr qint64 fileHeaderSize = 30;
constexpr char descriptorMark[] = "PK\x07\x08";

constexpr quint16 packerSettings = 2 | 4; ///< how hard it tried: nothing for who unpacks
constexpr quint16 hasDescriptor = 8;      ///< sum and sizes stand behind the bytes
constexpr quint16 hasUtf8Name = 0x800;

constexpr quint16 isStored = 0;
constexpr quint16 isDeflated = 8;

constexpr quint16 newestVersion = 45;
constexpr quint32 standsElsewhere = 0xffffffff; ///< in an extra field of ZIP64

// Tags of extra fields (4.5, 4.6) that give a file another size, name, comment, kind or target of a link for those who read them.
constexpr quint16 misleading[] = {0x0001, 0x000d, 0x6375, 0x6c78, 0x7075, 0x756e};

tl::unexpected<Error> invalid(const char *what) { return fail(ErrorKind::Invalid, QString::fromLatin1(what)); }

tl::unexpected<Error> tooMuch() { return invalid("the zip has something beside its files and their index"); }

tl::unexpected<Error> notAlike()
{
    return invalid("the zip says of its files what not every program for zips takes alike");
}

template <class Integer> Integer at(QByteArrayView bytes, qsizetype place)
{
    return qFromLittleEndian<Integer>(bytes.data() + place);
}

template <class Integer> QByteArray littleEndian(Integer value)
{
    QByteArray bytes(sizeof value, Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

bool isAscii(QByteArrayView name)
{
    return std::ranges::all_of(name, [](char c) { return uchar(c) < 0x80; });
}

/// Whether it is whole records, none of which misleads.
bool areHarmless(QByteArrayView extra)
{
    constexpr qsizetype recordHeader = 4;
    while (extra.size() >= recordHeader) {
        const qsizetype whole = recordHeader + at<quint16>(extra, 2);
        if (whole > extra.size() || std::ranges::find(misleading, at<quint16>(extra, 0)) != std::end(misleading))
            return false;
        extra = extra.sliced(whole);
    }
    return extra.isEmpty();
}

/// A file as the index or its own header tells of it: both lay these fields out alike.
struct Told
{
    quint16 version = 0; ///< needed to unpack it
    quint16 flags = 0;
    quint16 method = 0;
    quint32 time = 0; ///< and date
    quint32 sum = 0;
    quint32 packed = 0;
    quint32 size = 0;
    qint64 nameSize = 0;
    qint64 extraSize = 0;

    /// `fields` begins with the version.
    explicit Told(QByteArrayView fields)
        : version(at<quint16>(fields, 0))
        , flags(at<quint16>(fields, 2))
        , method(at<quint16>(fields, 4))
        , time(at<quint32>(fields, 6))
        , sum(at<quint32>(fields, 10))
        , packed(at<quint32>(fields, 14))
        , size(at<quint32>(fields, 18))
        , nameSize(at<quint16>(fields, 22))
        , extraSize(at<quint16>(fields, 24))
    {
    }

    /// Whether every program can read it, and none reads it in a way of its own.
    [[nodiscard]] bool isPlain() const
    {
        constexpr quint16 known = packerSettings | hasDescriptor | hasUtf8Name;
        return version <= newestVersion && (flags & ~known) == 0 && packed != standsElsewhere && size != standsElsewhere
               && (method == isDeflated || (method == isStored && packed == size));
    }
    /// Whether a file's own header says the same, as far as it can before the file is packed: how long stored bytes are has
    /// to stand before them, for nothing in them says where they end.
    [[nodiscard]] bool fits(const Told &own) const
    {
        const bool isLate = (flags & hasDescriptor) != 0;
        const auto fits = [](quint32 here, quint32 there, bool mayBeLate) {
            return here == there || (mayBeLate && there == 0);
        };
        return version == own.version && flags == own.flags && method == own.method && time == own.time
               && nameSize == own.nameSize && fits(sum, own.sum, isLate)
               && fits(packed, own.packed, isLate && method == isDeflated)
               && fits(size, own.size, isLate && method == isDeflated);
    }
    /// What stands behind the bytes: nothing but the sum and the sizes again.
    [[nodiscard]] QByteArray descriptor() const
    {
        if ((flags & hasDescriptor) == 0)
            return {};
        return descriptorMark + littleEndian(sum) + littleEndian(packed) + littleEndian(size);
    }
};

struct Line
{
    Told told;
    ZipMember member;
};

/// The line at the begin of the index, which holds all of it.
Result<Line> lineFrom(QByteArrayView index, const Told &told)
{
    const QByteArrayView name = index.sliced(indexHeaderSize, told.nameSize);
    const QByteArrayView extra = index.sliced(indexHeaderSize + told.nameSize, told.extraSize);
    const bool isUtf8 = (told.flags & hasUtf8Name) != 0;
    if (!isUtf8 && !isAscii(name))
        return invalid("the zip has a name that is not ASCII and not marked as UTF-8");
    const quint16 disk = at<quint16>(index, 34);
    if (!told.isPlain() || disk != 0 || !areHarmless(extra) || name.contains('\0')
        || !QUtf8StringView(name).isValidUtf8())
        return notAlike();
    return Line{told,
                {name.toByteArray(), told.method == isDeflated, told.sum, told.packed, told.size,
                 at<quint32>(index, 38), at<quint32>(index, 42)}};
}

Result<QList<Line>> linesOf(QByteArrayView index, quint64 count)
{
    QList<Line> lines;
    while (index.size() >= indexHeaderSize && index.startsWith(indexMark)) {
        const Told told(index.sliced(6));
        const qint64 whole = indexHeaderSize + told.nameSize + told.extraSize;
        // A comment could hold a whole index of its own.
        if (whole > index.size() || at<quint16>(index, 32) != 0)
            return notAlike();
        const auto line = lineFrom(index, told);
        if (!line)
            return fail(line.error());
        lines.append(*line);
        index = index.sliced(whole);
    }
    if (!index.isEmpty() || quint64(lines.size()) != count)
        return tooMuch();
    return lines;
}

QByteArray readAt(QFile &file, qint64 place, qint64 size) { return file.seek(place) ? file.read(size) : QByteArray(); }

/// Whether the file begins there with the same said of it; then its bytes have their place.
bool isSaidBefore(Line &line, QFile &file)
{
    const QByteArray header = readAt(file, line.member.header, fileHeaderSize);
    if (header.size() != fileHeaderSize || !header.startsWith(fileMark))
        return false;
    const Told own(QByteArrayView(header).sliced(4));
    const QByteArray rest = file.read(own.nameSize + own.extraSize);
    line.member.place = line.member.header + fileHeaderSize + own.nameSize + own.extraSize;
    return line.told.fits(own) && rest.size() == own.nameSize + own.extraSize && rest.startsWith(line.member.name)
           && areHarmless(QByteArrayView(rest).sliced(own.nameSize));
}

/// Whether the files, each with what is said of it, fill everything up to the index.
Result<> checkFilling(const QList<Line *> &inOrder, QFile &file, qint64 end)
{
    qint64 place = 0;
    for (Line *line : inOrder) {
        if (line->member.header != place)
            return tooMuch();
        if (!isSaidBefore(*line, file))
            return notAlike();
        const QByteArray behind = line->told.descriptor();
        place = line->member.place + line->member.packed;
        if (place + behind.size() > end || readAt(file, place, behind.size()) != behind)
            return tooMuch();
        place += behind.size();
    }
    return place == end ? Result<>() : tooMuch();
}

struct End
{
    quint64 count = 0;
    qint64 begin = 0; ///< of the index
    qint64 size = 0;
};

/// Where the only end record says that the index lies, which reaches up to it.
Result<End> findEnd(QFile &file)
{
    const QByteArray tail = readAt(file, std::max<qint64>(0, file.size() - longestTail), longestTail);
    const qsizetype place = tail.lastIndexOf(endMark);
    if (place < 0 || tail.size() < place + endRecordSize)
        return invalid("it is neither a folder nor a zip");
    const QByteArrayView record = QByteArrayView(tail).sliced(place);
    const End end{at<quint16>(record, 10), at<quint32>(record, 16), at<quint32>(record, 12)};
    // The index is read whole into memory, so its size is looked at first.
    if (end.count > mostZipFiles || end.size > largestIndex)
        return invalid("the zip has too many files");
    const qint64 size = endRecordSize + at<quint16>(record, 20);
    if (readAt(file, file.size() - record.size() - locatorSize, locatorSize).startsWith(locatorMark))
        return notAlike();
    const bool isOnlyOne =
        at<quint32>(record, 4) == 0 && at<quint16>(record, 8) == end.count && tail.count(endMark) == 1;
    if (!isOnlyOne || record.size() != size || end.begin + end.size != file.size() - size)
        return tooMuch();
    return end;
}

} // namespace

Result<QList<ZipMember>> readZipIndex(QFile &file)
{
    const auto end = findEnd(file);
    if (!end)
        return fail(end.error());
    auto lines = linesOf(readAt(file, end->begin, end->size), end->count);
    if (!lines)
        return fail(lines.error());
    QList<Line *> inOrder;
    for (Line &line : *lines)
        inOrder.append(&line);
    std::ranges::sort(inOrder, {}, [](const Line *line) { return line->member.header; });
    if (auto filled = checkFilling(inOrder, file, end->begin); !filled)
        return fail(filled.error());
    QList<ZipMember> members;
    for (const Line &line : *lines)
        members.append(line.member);
    return members;
}

Result<> checkZipIndex(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, QStringLiteral("%1: %2").arg(path, file.errorString()));
    const auto members = readZipIndex(file);
    return members ? Result<>() : fail(members.error());
}

} // namespace holdpoint::report
