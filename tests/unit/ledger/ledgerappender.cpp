// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Appends entries to the ledger in argv[1] and prints the sequence number of each as it is acknowledged: "ok 17". A
// failed append prints "failed: ..." and ends the program with 3. argv[2], when given, is how many to append;
// argv[3], when given, makes it wait for its standard input to end then, with the ledger open.

#include <models/base/clock.h>
#include <models/ledger/ledger.h>

#include <QCoreApplication>

#include <cstdio>

using namespace holdpoint;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const SystemClock clock;
    const auto ledger = ledger::Ledger::open(QString::fromLocal8Bit(argv[1]), clock);
    if (!ledger) {
        std::printf("failed: %s\n", qPrintable(ledger.error().detail));
        return 3;
    }
    const int count = argc > 2 ? std::atoi(argv[2]) : -1;
    for (int i = 0; i != count; ++i) {
        const ledger::Draft draft{QStringLiteral("note"), QStringLiteral("op"), {},
                                  {{QStringLiteral("number"), i}}, {QByteArray(2000, char('a' + i % 26))}};
        const auto entry = (*ledger)->append(draft).result();
        if (!entry) {
            std::printf("failed: %s\n", qPrintable(entry.error().detail));
            return 3;
        }
        std::printf("ok %llu\n", entry->sequence);
        std::fflush(stdout);
    }
    if (argc > 3)
        std::getchar();
    return 0;
}
