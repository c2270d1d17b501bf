// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>

namespace holdpoint::report {

constexpr quint64 mostZipFiles = 10'000;

/// A file in a zip, as its line in the index and its own header say alike.
struct ZipMember
{
    QByteArray name;         ///< UTF-8
    bool isDeflated = false; ///< else stored
    quint32 sum = 0;         ///< CRC-32
    quint32 packed = 0;
    quint32 size = 0;
    quint32 attributes = 0; ///< those of DOS in the lower half, the mode of Unix in the upper one
    qint64 header = 0;      ///< where its own header begins
    qint64 place = 0;       ///< where its bytes begin
};

/// What is in a zip that every program for zips finds the same files in: there is one end record, and the files that the index
/// lists, the index and the end record lie one behind the other from the first byte to the last, with the same said in the
/// index and before each file, and nothing said that only some programs understand (FORMAT.md has the rules).
///
/// Others go by a second index in ZIP64, by what looks like an end record, by what stands before each file, or by extra
/// fields. In the order of the index. Any thread; reads the index and the header of each file. Errors: Invalid, with what is
/// wrong.
Result<QList<ZipMember>> readZipIndex(QFile &file);

/// Whether there is such an index. Errors: those of readZipIndex(), Io.
Result<> checkZipIndex(const QString &path);

} // namespace holdpoint::report
