// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/bytes.h>

#include <QtEndian>

#include <sys/random.h>

namespace holdpoint {

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < count) {
        const ssize_t got = getrandom(bytes.data() + filled, size_t(count - filled), 0);
        if (got > 0)
            filled += got;
    }
    return bytes;
}

void ByteWriter::u8(quint8 value) { m_bytes.append(char(value)); }

void ByteWriter::u16(quint16 value)
{
    value = qToBigEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

void ByteWriter::u32(quint32 value)
{
    value = qToBigEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

void ByteWriter::u64(quint64 value)
{
    value = qToBigEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

void ByteWriter::raw(QByteArrayView bytes) { m_bytes.append(bytes); }

void ByteWriter::string(QByteArrayView bytes)
{
    u32(quint32(bytes.size()));
    raw(bytes);
}

void ByteWriter::shortString(QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() <= 0xffff);
    u16(quint16(bytes.size()));
    raw(bytes);
}

quint64 ByteReader::integer(qsizetype width)
{
    const QByteArrayView bytes = view(width);
    quint64 value = 0;
    for (const char byte : bytes)
        value = value << 8 | quint8(byte);
    return value;
}

quint8 ByteReader::u8() { return quint8(integer(1)); }
quint16 ByteReader::u16() { return quint16(integer(2)); }
quint32 ByteReader::u32() { return quint32(integer(4)); }
quint64 ByteReader::u64() { return integer(8); }

QByteArrayView ByteReader::view(qsizetype count)
{
    if (count < 0 || count > m_rest.size()) {
        m_good = false;
        m_rest = {};
        return {};
    }
    const QByteArrayView bytes = m_rest.first(count);
    m_rest = m_rest.sliced(count);
    return bytes;
}

} // namespace holdpoint
