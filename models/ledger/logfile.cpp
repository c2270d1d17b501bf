// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/logfile.h>

#include <QFile>

#include <unistd.h>

namespace holdpoint::ledger {

namespace {

constexpr qint64 headerSize = 32;
constexpr qint64 frameSize = 24 + 4096;
constexpr int spareFrames = 100; // of the commit that reaches the end
constexpr qint64 blockSize = 1 << 18;

/// False when not all of it fits.
bool appendZeros(QFile &file, qint64 count)
{
    const QByteArray zeros(blockSize, '\0');
    for (; count > 0; count -= blockSize) {
        const qint64 size = std::min(count, blockSize);
        if (file.write(zeros.constData(), size) != size)
            return false;
    }
    return file.flush() && ::fdatasync(file.handle()) == 0;
}

} // namespace

QString logPath(const QString &ledgerPath) { return ledgerPath + QStringLiteral("-wal"); }

bool isLogUsed(const QString &ledgerPath)
{
    QFile log(logPath(ledgerPath));
    if (!log.open(QIODevice::ReadOnly))
        return log.exists(); // what cannot be read may hold anything
    char first = 0;
    // A header begins with a number that is not zero.
    return log.read(&first, 1) == 1 && first != 0;
}

void makeLogRoom(const QString &ledgerPath)
{
    QFile log(logPath(ledgerPath));
    if (!log.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        return;
    const qint64 size = log.size();
    const qint64 missing = headerSize + (logFrames + spareFrames) * frameSize - size;
    if (missing > 0 && log.seek(size) && !appendZeros(log, missing))
        log.resize(size);
}

} // namespace holdpoint::ledger
