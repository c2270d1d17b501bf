// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// The engine alone, beside libvterm where that was built in: MB/s of CPU for what terminals are fed with, at two sizes;
// search and memory of the history. Usage: terminal_bench [ROUNDS]

#include <models/terminal/screen.h>
#include <models/terminal/scrollback.h>
#include <models/terminal/search.h>
#include <tests/bench/payloads.h>

#ifdef HOLDPOINT_VTERM
#include <vterm.h>
#endif

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

using namespace holdpoint::terminal;
using namespace holdpoint::bench;

namespace {

constexpr qsizetype slice = 64 * 1024;       // as the pane feeds it
constexpr qsizetype mostForPeer = 2'000'000; // it takes half a minute for all of the slowest payload

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

template <class Feed> double speed(const QByteArray &payload, Feed feed)
{
    const double begin = cpuSeconds();
    for (qsizetype at = 0; at < payload.size(); at += slice)
        feed(QByteArrayView(payload).sliced(at, std::min(slice, payload.size() - at)));
    return static_cast<double>(payload.size()) / 1e6 / (cpuSeconds() - begin);
}

double ours(const QByteArray &payload, int columns, int rows)
{
    Screen screen(columns, rows);
    return speed(payload, [&](QByteArrayView bytes) { screen.feed(bytes); });
}

#ifdef HOLDPOINT_VTERM
constexpr bool hasPeer = true;

/// With damage merged and a callback for lines that leave the screen, as the terminals built on it use it.
double peers(const QByteArray &payload, int columns, int rows)
{
    VTerm *terminal = vterm_new(rows, columns);
    vterm_set_utf8(terminal, 1);
    VTermScreen *screen = vterm_obtain_screen(terminal);
    VTermScreenCallbacks callbacks{};
    callbacks.sb_pushline = [](int, const VTermScreenCell *, void *) { return 1; };
    vterm_screen_set_callbacks(screen, &callbacks, nullptr);
    vterm_screen_set_damage_merge(screen, VTERM_DAMAGE_SCROLL);
    vterm_screen_enable_altscreen(screen, 1);
    vterm_screen_reset(screen, 1);
    const double result = speed(payload, [&](QByteArrayView bytes) {
        vterm_input_write(terminal, bytes.data(), static_cast<std::size_t>(bytes.size()));
        vterm_screen_flush_damage(screen);
    });
    vterm_free(terminal);
    return result;
}
#else
constexpr bool hasPeer = false;
double peers(const QByteArray &, int, int) { return 0; }
#endif

/// Ours and the peer in turns; one line: name, ours and the peer at 80x24, the same at 200x50.
void report(const Payload &small, const Payload &large, int rounds)
{
    std::vector<double> results[4];
    const QByteArray smallBytes = behindTty(small.bytes);
    const QByteArray largeBytes = behindTty(large.bytes);
    for (int round = 0; round < rounds; ++round) {
        results[0].push_back(ours(smallBytes, 80, 24));
        results[1].push_back(hasPeer ? peers(smallBytes.first(mostForPeer), 80, 24) : 0);
        results[2].push_back(ours(largeBytes, 200, 50));
        results[3].push_back(hasPeer ? peers(largeBytes.first(mostForPeer), 200, 50) : 0);
    }
    std::printf("%-18s %8.1f %8.1f %8.1f %8.1f\n", small.name, median(results[0]), median(results[1]),
                median(results[2]), median(results[3]));
    std::fflush(stdout);
}

void reportHistory(int rounds)
{
    Screen screen(80, 24);
    for (int number = 0; number < 100'000; ++number)
        screen.feed(behindTty(colouredLine(number)));
    std::printf("history of 100,000 coloured lines: %.1f MB\n", static_cast<double>(screen.scrollback().bytes()) / 1e6);
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        const auto found =
            search(screen, QRegularExpression(QStringLiteral("status [45]\\d\\d")), {0, -1}, SearchDirection::Forward);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        if (found)
            std::abort(); // there is none, so all of the history was searched
    }
    std::printf("regular expression over all of it: %.1f ms\n", median(times));
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = std::max(1, argc > 1 ? std::atoi(argv[1]) : 3);
    std::printf("%-18s %8s %8s %8s %8s  MB/s of CPU\n", "payload", "80x24", hasPeer ? "libvterm" : "-", "200x50",
                hasPeer ? "libvterm" : "-");
    const std::vector<Payload> small = payloads(80, 24);
    const std::vector<Payload> large = payloads(200, 50);
    const QByteArray only = argc > 2 ? argv[2] : "";
    for (std::size_t i = 0; i < small.size(); ++i) {
        if (only.isEmpty() || only == small[i].name)
            report(small[i], large[i], rounds);
    }
    if (only.isEmpty())
        reportHistory(rounds);
    return 0;
}
