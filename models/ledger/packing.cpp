// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/packing.h>

#include <models/ledger/record.h>

#include <zlib.h>

namespace holdpoint::ledger {

Packed packedIfSmaller(const QByteArray &bytes)
{
    QByteArray stream(bytes.size(), Qt::Uninitialized);
    auto length = uLongf(stream.size());
    const auto *source = reinterpret_cast<const Bytef *>(bytes.constData());
    const int status = compress2(reinterpret_cast<Bytef *>(stream.data()), &length, source, uLong(bytes.size()),
                                 Z_BEST_SPEED);
    if (status != Z_OK || qsizetype(length) >= bytes.size())
        return {bytes, false};
    stream.truncate(qsizetype(length));
    return {stream, true};
}

std::optional<QByteArray> unpacked(const Packed &packed, quint64 size)
{
    if (!packed.isPacked)
        return quint64(packed.bytes.size()) == size ? std::optional(packed.bytes) : std::nullopt;
    if (size > maximumAttachmentSize)
        return {};
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.bytes.constData()));
    stream.avail_in = uInt(packed.bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(bytes.data());
    stream.avail_out = uInt(size);
    // In one go zlib needs no window of its own, which takes as long to make as a small stream to read.
    const int status = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    const bool isAll = status == Z_STREAM_END && stream.avail_in == 0 && stream.avail_out == 0;
    return isAll ? std::optional(bytes) : std::nullopt;
}

} // namespace holdpoint::ledger
