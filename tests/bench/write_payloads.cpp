// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Writes the payloads for a screen of 80x24 as files, and 100,000 coloured lines beside them. Prints their names in order.
// Usage: write_payloads FOLDER

#include <tests/bench/payloads.h>

#include <QDir>
#include <QFile>

#include <cstdio>

using namespace holdpoint;

namespace {

void write(const QDir &folder, const char *name, const QByteArray &bytes)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: write_payloads FOLDER\n", stderr);
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    for (const bench::Payload &payload : bench::payloads(80, 24)) {
        write(folder, payload.name, payload.bytes);
        std::puts(payload.name);
    }
    QByteArray lines;
    for (int number = 0; number < 100'000; ++number)
        lines += bench::colouredLine(number);
    write(folder, "history", lines);
    return 0;
}
