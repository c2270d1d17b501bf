// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/zipindex.h>

#include <QByteArrayView>
#include <QFile>
#include <QList>
#include <QtEndian>

#include <algorithm>
#include <optional>

namespace holdpoint::report {

namespace {

constexpr quint64 largestIndex = 4 << 20;

// The end of central directory record (APPNOTE.TXT, 4.3.16); it stands before a comment of at most 65535 bytes.
constexpr char endMark[] = "PK\x05\x06";
constexpr qint64 endRecordSize = 22;
constexpr qint64 longestTail = 65'535 + endRecordSize;

// 4.3.12 and 4.3.7: what stands before the name of a file, in the index and before its bytes.
constexpr char indexMark[] = "PK\x01\x02";
constexpr qint64 indexHeaderSize = 46;
constexpr char fileMark[] = "PK\x03\x04";
constexpr qint64 fileHeaderSize = 30;
constexpr char descriptorMark[] = "PK\x07\x08";
constexpr qint64 longestDescriptor = 4 + 4 + 8 + 8;

constexpr quint16 isEncrypted = 1;
constexpr quint16 hasDescriptor = 8; ///< sum and sizes stand behind the bytes
constexpr quint16 hasUtf8Name = 0x800;

tl::unexpected<Error> invalid(const char *what) { return fail(ErrorKind::Invalid, QString::fromLatin1(what)); }

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

/// A file as the index or its own header tells of it: both lay these fields out alike.
struct Told
{
    quint16 flags = 0;
    quint16 method = 0;
    quint32 sum = 0;
    quint32 packed = 0;
    quint32 size = 0;
    qint64 nameSize = 0;
    qint64 extraSize = 0;

    Told() = default;
    /// `fields` begins with the flags.
    explicit Told(QByteArrayView fields)
        : flags(at<quint16>(fields, 0))
        , method(at<quint16>(fields, 2))
        , sum(at<quint32>(fields, 8))
        , packed(at<quint32>(fields, 12))
        , size(at<quint32>(fields, 16))
        , nameSize(at<quint16>(fields, 20))
        , extraSize(at<quint16>(fields, 22))
    {
    }

    /// Whether a file's own header says the same, as far as it can before the file is packed.
    [[nodiscard]] bool fits(const Told &own) const
    {
        constexpr quint16 matter = isEncrypted | hasDescriptor;
        return (flags & matter) == (own.flags & matter) && method == own.method && nameSize == own.nameSize
               && ((flags & hasDescriptor) != 0 || (sum == own.sum && packed == own.packed && size == own.size));
    }
    /// What may stand behind the bytes: nothing but the sum and the sizes again.
    [[nodiscard]] QList<QByteArray> descriptors() const
    {
        if ((flags & hasDescriptor) == 0)
            return {QByteArray()};
        const QByteArray narrow = littleEndian(sum) + littleEndian(packed) + littleEndian(size);
        const QByteArray wide = littleEndian(sum) + littleEndian<quint64>(packed) + littleEndian<quint64>(size);
        return {descriptorMark + narrow, descriptorMark + wide, narrow, wide};
    }
};

struct Member
{
    qint64 offset = 0;
    Told told;
    QByteArrayView name;
};

/// Nothing where the index is not as many lines as it says.
std::optional<QList<Member>> membersOf(QByteArrayView index, quint64 count)
{
    QList<Member> members;
    while (index.size() >= indexHeaderSize && index.startsWith(indexMark)) {
        const Told told(index.sliced(8));
        const qint64 whole = indexHeaderSize + told.nameSize + told.extraSize + at<quint16>(index, 32);
        if (whole > index.size())
            return std::nullopt;
        const QByteArrayView name = index.sliced(indexHeaderSize, told.nameSize);
        if (name.contains('\0') || ((told.flags & hasUtf8Name) != 0 && !QUtf8StringView(name).isValidUtf8()))
            return std::nullopt;
        members.append({at<quint32>(index, 42), told, name});
        index = index.sliced(whole);
    }
    return index.isEmpty() && quint64(members.size()) == count ? std::optional(members) : std::nullopt;
}

QByteArray readAt(QFile &file, qint64 place, qint64 size)
{
    return file.seek(place) ? file.read(size) : QByteArray();
}

/// Whether the file begins there with the same said of it, and goes on until `next`.
bool fills(const Member &member, QFile &file, qint64 next)
{
    const QByteArray header = readAt(file, member.offset, fileHeaderSize + member.told.nameSize);
    if (header.size() != fileHeaderSize + member.told.nameSize || !header.startsWith(fileMark))
        return false;
    const Told own(QByteArrayView(header).sliced(6));
    if (!member.told.fits(own) || QByteArrayView(header).sliced(fileHeaderSize) != member.name)
        return false;
    const qint64 behind = member.offset + header.size() + own.extraSize + member.told.packed;
    return behind <= next && next - behind <= longestDescriptor
           && member.told.descriptors().contains(readAt(file, behind, next - behind));
}

/// Whether the files fill everything up to the index.
bool areTiled(QList<Member> members, QFile &file, qint64 end)
{
    std::sort(members.begin(), members.end(), [](const Member &a, const Member &b) { return a.offset < b.offset; });
    qint64 place = 0;
    for (qsizetype i = 0; i < members.size(); ++i) {
        const qint64 next = i + 1 < members.size() ? members[i + 1].offset : end;
        if (members[i].offset != place || !fills(members[i], file, next))
            return false;
        place = next;
    }
    return place == end;
}

} // namespace

Result<> checkZipIndex(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, QStringLiteral("%1: %2").arg(path, file.errorString()));
    const QByteArray tail = readAt(file, std::max<qint64>(0, file.size() - longestTail), longestTail);
    const qsizetype place = tail.lastIndexOf(endMark);
    if (place < 0 || tail.size() < place + endRecordSize)
        return invalid("it is neither a folder nor a zip");
    const QByteArrayView end = QByteArrayView(tail).sliced(place);
    const quint64 count = at<quint16>(end, 10);
    const quint64 size = at<quint32>(end, 12);
    // The index is read whole into memory, so its size is looked at first.
    if (count > mostZipFiles || size > largestIndex)
        return invalid("the zip has too many files");
    const qint64 begin = at<quint32>(end, 16);
    const bool isOnlyOne = at<quint32>(end, 4) == 0 && at<quint16>(end, 8) == count && tail.count(endMark) == 1;
    const QByteArray index = readAt(file, begin, qint64(size));
    const auto members = membersOf(index, count);
    if (!isOnlyOne || end.size() != endRecordSize + at<quint16>(end, 20)
        || begin + qint64(size) != file.size() - end.size() || !members || !areTiled(*members, file, begin))
        return invalid("the zip has something beside its files and their index");
    return {};
}

} // namespace holdpoint::report
