// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace holdpoint {

/// Bytes from the kernel's generator (getrandom(2)).
QByteArray randomBytes(qsizetype count);

/// Appends big-endian integers and length-prefixed strings, as SSH (RFC 4251) and the ledger write them.
class ByteWriter
{
public:
    void u8(quint8 value);
    void u16(quint16 value);
    void u32(quint32 value);
    void u64(quint64 value);
    void raw(QByteArrayView bytes);
    /// u32 length, then the bytes (RFC 4251 "string").
    void string(QByteArrayView bytes);
    /// u16 length, then the bytes.
    void shortString(QByteArrayView bytes);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Reads what ByteWriter wrote. After the first read past the end every read gives zero or empty and isGood() is false.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes) : m_rest(bytes) {}

    quint8 u8();
    quint16 u16();
    quint32 u32();
    quint64 u64();
    QByteArray raw(qsizetype count) { return view(count).toByteArray(); }
    QByteArray string() { return stringView().toByteArray(); }
    QByteArray shortString() { return shortStringView().toByteArray(); }
    // As long as the bytes that are read from.
    QByteArrayView view(qsizetype count);
    QByteArrayView stringView() { return view(qsizetype(u32())); }
    QByteArrayView shortStringView() { return view(qsizetype(u16())); }

    [[nodiscard]] bool isGood() const { return m_good; }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] qsizetype remaining() const { return m_rest.size(); }

private:
    quint64 integer(qsizetype width);

    QByteArrayView m_rest;
    bool m_good = true;
};

} // namespace holdpoint
