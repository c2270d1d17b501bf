// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Many live sessions in the one SSH worker: what they cost when idle, how much memory each takes, and the echo of one among
// them beside the echo of one alone. Usage: sessions_bench [COUNT]

#include <tests/bench/sshrig.h>

#include <QFile>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <sys/resource.h>
#include <unistd.h>

using namespace holdpoint;
using namespace holdpoint::bench;

namespace {

constexpr int echoes = 1000;
constexpr int idleMs = 20'000; // longer than the pause between two signs of life

struct Session
{
    std::unique_ptr<session::Transport> transport;
    session::Channel *channel = nullptr;
};

Session openSession(SshRig &rig)
{
    Session session{rig.open()};
    session.channel = session.transport->openShell(80, 24, "stty raw -echo; echo; exec cat");
    spinUntil([&] { return !session.channel->read(100).isEmpty(); });
    return session;
}

double residentKib()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1024;
}

double cpuMs()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto of = [](const timeval &time) { return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3; };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

/// On any of the sessions in turn, by chance.
double echoMs(std::vector<Session> &sessions)
{
    std::mt19937 random(1);
    Series series;
    for (int i = 0; i < echoes; ++i) {
        session::Channel *channel = sessions[random() % sessions.size()].channel;
        series.add(milliseconds([&] {
            channel->write("x");
            spinUntil([&] { return !channel->read(100).isEmpty(); });
        }));
    }
    return series.quantile(0.5);
}

/// Percent of one core.
double idlePercent()
{
    bool isOver = false;
    QTimer::singleShot(idleMs, [&] { isOver = true; });
    const double before = cpuMs();
    spinUntil([&] { return isOver; });
    return (cpuMs() - before) / idleMs * 100;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    qunsetenv("SSH_AUTH_SOCK");
    const int count = argc > 1 ? std::atoi(argv[1]) : 500;
    SshRig rig;
    std::vector<Session> sessions;
    sessions.push_back(openSession(rig));
    const double alone = echoMs(sessions);
    const double before = residentKib();
    while (int(sessions.size()) < count)
        sessions.push_back(openSession(rig));
    std::printf("sessions %d\n", count);
    std::printf("KiB each %.1f\n", (residentKib() - before) / (count - 1));
    std::printf("idle percent %.3f\n", idlePercent());
    std::printf("echo alone %.3f ms among them %.3f ms\n", alone, echoMs(sessions));
    return 0;
}
