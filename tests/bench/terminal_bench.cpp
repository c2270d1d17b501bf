// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// The engine alone: MB/s of CPU for what terminals are fed with, at two sizes; search and memory of the history.

#include <models/terminal/scrollback.h>
#include <models/terminal/search.h>
#include <models/terminal/screen.h>

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>

using namespace holdpoint::terminal;

namespace {

constexpr qsizetype payloadBytes = 8 * 1024 * 1024;

template <class Line> QByteArray repeated(Line line)
{
    QByteArray bytes;
    for (int number = 0; bytes.size() < payloadBytes; ++number)
        bytes += line(number);
    return bytes;
}

QByteArray logLines()
{
    return repeated([](int n) {
        return "2026-11-23T16:10:53.123 web-01 nginx[4711]: GET /api/v1/items/" + QByteArray::number(n)
            + " 200 took 12 ms for client 10.0.0.1\r\n";
    });
}

QByteArray colouredLog()
{
    return repeated([](int n) {
        return "\033[90m16:10:53.123\033[0m \033[32mINFO\033[0m \033[36mserver\033[0m request \033[1m"
            + QByteArray::number(n) + "\033[0m served in \033[33m12 ms\033[0m\r\n";
    });
}

QByteArray unicode()
{
    return repeated([](int n) {
        return "\346\227\245\346\234\254\350\252\236 \355\225\234\352\265\255\354\226\264 \360\237\230\200 "
               "e\314\201 \316\265\316\273\316\273 " + QByteArray::number(n) + "\r\n";
    });
}

QByteArray regions(int rows)
{
    return "\033[?1049h\033[2;" + QByteArray::number(rows - 1) + "r\033[" + QByteArray::number(rows - 1) + ";1H"
        + repeated([](int n) { return "\r\nscrolling line " + QByteArray::number(n) + " of a region"; });
}

QByteArray cursorMotion(int columns, int rows)
{
    std::mt19937 random(1);
    return repeated([&](int) {
        return "\033[" + QByteArray::number(1 + static_cast<int>(random() % static_cast<unsigned>(rows))) + ';'
            + QByteArray::number(1 + static_cast<int>(random() % static_cast<unsigned>(columns))) + "Hx";
    });
}

QByteArray flood() { return QByteArray("y\r\n").repeated(payloadBytes / 3); }

double speed(const QByteArray &payload, int columns, int rows)
{
    double best = 0;
    for (int run = 0; run < 3; ++run) {
        Screen screen(columns, rows);
        const std::clock_t begin = std::clock();
        for (qsizetype at = 0; at < payload.size(); at += 65536)
            screen.feed(QByteArrayView(payload).sliced(at, std::min<qsizetype>(65536, payload.size() - at)));
        const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        best = std::max(best, static_cast<double>(payload.size()) / 1e6 / seconds);
    }
    return best;
}

void report(const char *name, const QByteArray &small, const QByteArray &large)
{
    std::printf("%-16s %8.0f %8.0f\n", name, speed(small, 80, 24), speed(large, 200, 50));
}

void reportHistory()
{
    Screen screen(80, 24);
    for (int number = 0; number < 100000; ++number)
        screen.feed("\033[90m12:34:56.789\033[0m \033[32mINFO\033[0m \033[36mserver\033[0m request "
                    + QByteArray::number(number) + " served in 12 ms with status 200\r\n");
    std::printf("history of 100,000 coloured lines: %.1f MB\n", static_cast<double>(screen.scrollback().bytes()) / 1e6);
    QElapsedTimer timer;
    timer.start();
    const auto missing = search(screen, QRegularExpression(QStringLiteral("status [45]\\d\\d")), {0, -1},
                                SearchDirection::Forward);
    std::printf("regular expression over all of it: %.1f ms%s\n", static_cast<double>(timer.nsecsElapsed()) / 1e6,
                missing ? " (found?)" : "");
}

} // namespace

int main()
{
    std::printf("%-16s %8s %8s  MB/s\n", "payload", "80x24", "200x50");
    report("log lines", logLines(), logLines());
    report("coloured log", colouredLog(), colouredLog());
    report("unicode", unicode(), unicode());
    report("scroll regions", regions(24), regions(50));
    report("cursor motion", cursorMotion(80, 24), cursorMotion(200, 50));
    report("y flood", flood(), flood());
    reportHistory();
    return 0;
}
