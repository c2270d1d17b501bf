// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// How many appends a second are durable, beside how many bare fdatasync calls the same disk takes: one after the other,
// then in groups of 100. Usage: ledger_bench [FOLDER] [COUNT]

#include <models/base/clock.h>
#include <models/ledger/ledger.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

using namespace holdpoint;

namespace {

struct Figures
{
    double perSecond = 0;
    double medianMs = 0;
    double p99Ms = 0;
};

template <class Act> Figures measure(int count, Act act)
{
    std::vector<double> milliseconds;
    QElapsedTimer whole;
    whole.start();
    for (int i = 0; i < count; ++i) {
        QElapsedTimer one;
        one.start();
        act(i);
        milliseconds.push_back(double(one.nsecsElapsed()) / 1e6);
    }
    const double seconds = double(whole.nsecsElapsed()) / 1e9;
    std::sort(milliseconds.begin(), milliseconds.end());
    return {count / seconds, milliseconds[milliseconds.size() / 2], milliseconds[milliseconds.size() * 99 / 100]};
}

void print(const char *name, const Figures &figures, int factor = 1)
{
    std::printf("%-28s %9.0f /s   median %7.3f ms   p99 %7.3f ms\n", name, figures.perSecond * factor, figures.medianMs,
                figures.p99Ms);
}

ledger::Draft draft(int number)
{
    return {QStringLiteral("command-intended"), QStringLiteral("operator@noc.example"), QByteArray(16, 'r'),
            {{QStringLiteral("number"), number}, {QStringLiteral("text"), QString(200, u'x')}}, {}};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder((argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::tempPath()) + QStringLiteral("/bench-XXXXXX"));
    const int count = argc > 2 ? std::atoi(argv[2]) : 3000;
    const int fd = ::open(QFile::encodeName(folder.filePath(QStringLiteral("bare"))).constData(), O_CREAT | O_WRONLY | O_APPEND, 0600);
    const QByteArray bytes(400, 'x');
    const auto bare = [&](int) {
        if (::write(fd, bytes.constData(), std::size_t(bytes.size())) < 0 || ::fdatasync(fd) != 0)
            qFatal("the bare loop failed");
    };
    const SystemClock clock;
    const auto ledger = ledger::Ledger::open(folder.filePath(QStringLiteral("ledger")), clock);
    if (!ledger)
        qFatal("%s", qPrintable(ledger.error().detail));
    const auto append = [&](int i) {
        if (!(*ledger)->append(draft(i)).result())
            qFatal("an append failed");
    };
    // In turns, so that neither has the quieter disk.
    print("bare fdatasync", measure(count, bare));
    print("ledger append", measure(count, append));
    print("bare fdatasync, again", measure(count, bare));
    print("ledger append, again", measure(count, append));
    constexpr int group = 100;
    print("ledger, groups of 100", measure(count / group, [&](int round) {
              QList<QFuture<Result<ledger::Entry>>> futures;
              for (int i = 0; i < group; ++i)
                  futures.append((*ledger)->append(draft(round * group + i)));
              for (const auto &future : futures) {
                  if (!future.result())
                      qFatal("an append failed");
              }
          }), group);
    ::close(fd);
    return 0;
}
