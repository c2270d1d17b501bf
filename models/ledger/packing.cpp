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
    auto length = uLongf(size);
    const auto *source = reinterpret_cast<const Bytef *>(packed.bytes.constData());
    const int status = uncompress(reinterpret_cast<Bytef *>(bytes.data()), &length, source, uLong(packed.bytes.size()));
    return status == Z_OK && length == size ? std::optional(bytes) : std::nullopt;
}

} // namespace holdpoint::ledger
