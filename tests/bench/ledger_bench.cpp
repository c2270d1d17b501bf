// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// The ledger beside what bounds it, in turns so that neither has the quieter machine; medians of the rounds.
//
//   ledger_bench append [ROUNDS]    one durable append after the other, beside bare fdatasync of the same bytes
//   ledger_bench group [ROUNDS]     64 callers that wait, as threads and as futures of one thread, beside one that does
//   ledger_bench verify [ENTRIES]   the audit of a whole file, beside the rate of `openssl speed` for entries of that size
//
// Its files lie in TMPDIR, which has to be on a disk: a tmpfs has no fdatasync worth the name.

#include <models/base/clock.h>
#include <models/ledger/ledger.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <fcntl.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace holdpoint;
using ledger::Ledger;

namespace {

struct Figures
{
    double perSecond = 0;
    double p99Ms = 0;
};

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

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
    return {count / seconds, milliseconds[milliseconds.size() * 99 / 100]};
}

/// As large as the entries of a run are on average.
ledger::Draft draft(int number)
{
    return {QStringLiteral("command-intended"), QStringLiteral("operator@noc.example"), QByteArray(16, 'r'),
            {{QStringLiteral("number"), number},
             {QStringLiteral("host"), QStringLiteral("db-07.example")},
             {QStringLiteral("text"), QString(200, u'x')}},
            {}};
}

template <class T> T orEnd(const Result<T> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return *result;
}

class BareFile
{
public:
    explicit BareFile(const QString &path)
        : m_fd(::open(QFile::encodeName(path).constData(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600))
    {
    }
    ~BareFile() { ::close(m_fd); }
    BareFile(const BareFile &) = delete;
    BareFile &operator=(const BareFile &) = delete;

    void append(const QByteArray &bytes) const
    {
        if (::write(m_fd, bytes.constData(), std::size_t(bytes.size())) < 0 || ::fdatasync(m_fd) != 0)
            qFatal("the bare file cannot be written");
    }

private:
    int m_fd;
};

void benchAppend(Ledger &ledger, const QString &folder, int rounds)
{
    constexpr int count = 1000;
    const BareFile file(folder + QStringLiteral("/bare"));
    const QByteArray bytes = orEnd(ledger.append(draft(0)).result()).record;
    std::vector<double> bareRate;
    std::vector<double> rate;
    std::vector<double> ratio;
    std::vector<double> bareP99;
    std::vector<double> p99;
    for (int round = 0; round < rounds; ++round) {
        const Figures bare = measure(count, [&](int) { file.append(bytes); });
        const Figures append = measure(count, [&](int i) { orEnd(ledger.append(draft(i)).result()); });
        bareRate.push_back(bare.perSecond);
        rate.push_back(append.perSecond);
        ratio.push_back(append.perSecond / bare.perSecond);
        bareP99.push_back(bare.p99Ms);
        p99.push_back(append.p99Ms);
    }
    std::printf("bytes of an entry            %9lld\n", qlonglong(bytes.size()));
    std::printf("bare fdatasync               %9.0f /s   p99 %.3f ms\n", medianOf(bareRate), medianOf(bareP99));
    std::printf("ledger, one at a time        %9.0f /s   p99 %.3f ms\n", medianOf(rate), medianOf(p99));
    std::printf("ratio (G14: at least 0.85)   %9.2f      p99 %.2f (at most 2)\n", medianOf(ratio),
                medianOf(p99) / medianOf(bareP99));
}

/// One thread with so many appends under way, as a window with many panes has them.
double futuresPerSecond(Ledger &ledger, std::size_t callers, int count)
{
    std::deque<QFuture<Result<ledger::Entry>>> underWay;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i) {
        if (underWay.size() == callers) {
            orEnd(underWay.front().result());
            underWay.pop_front();
        }
        underWay.push_back(ledger.append(draft(i)));
    }
    for (auto &future : underWay)
        orEnd(future.result());
    return count / (double(timer.nsecsElapsed()) / 1e9);
}

double threadsPerSecond(Ledger &ledger, int callers, int count)
{
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> threads;
    for (int caller = 0; caller < callers; ++caller) {
        threads.emplace_back([&] {
            for (int i = 0; i < count / callers; ++i)
                orEnd(ledger.append(draft(i)).result());
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    return count / (double(timer.nsecsElapsed()) / 1e9);
}

void benchGroup(Ledger &ledger, int rounds)
{
    constexpr int callers = 64;
    constexpr int count = 32'000;
    std::vector<double> single;
    std::vector<double> futures;
    std::vector<double> threads;
    for (int round = 0; round < rounds; ++round) {
        single.push_back(measure(1000, [&](int i) { orEnd(ledger.append(draft(i)).result()); }).perSecond);
        futures.push_back(futuresPerSecond(ledger, callers, count));
        threads.push_back(threadsPerSecond(ledger, callers, count));
    }
    std::printf("one caller                   %9.0f /s\n", medianOf(single));
    std::printf("64 futures of one thread     %9.0f /s   %.1f times (G14: at least 20)\n", medianOf(futures),
                medianOf(futures) / medianOf(single));
    std::printf("64 threads that wait         %9.0f /s   %.1f times\n", medianOf(threads),
                medianOf(threads) / medianOf(single));
}

/// Bytes a second of `openssl speed` for pieces of this size.
double opensslRate(qint64 size)
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"), {QStringLiteral("speed"), QStringLiteral("-mr"), QStringLiteral("-seconds"),
                                              QStringLiteral("2"), QStringLiteral("-bytes"), QString::number(size),
                                              QStringLiteral("-evp"), QStringLiteral("sha256")});
    openssl.waitForFinished(60'000);
    for (const QByteArray &line : openssl.readAllStandardOutput().split('\n')) {
        if (line.startsWith("+F:"))
            return line.split(':').last().toDouble();
    }
    qFatal("openssl speed gave no rate");
}

void benchVerify(std::unique_ptr<Ledger> ledger, const QString &path, int entries)
{
    futuresPerSecond(*ledger, 1000, entries);
    const qint64 size = orEnd(ledger->append(draft(0)).result()).record.size();
    ledger.reset();
    ::sync(); // what is still written to the disk is not the audit's time
    std::vector<double> seconds;
    for (int round = 0; round < 5; ++round) {
        QElapsedTimer timer;
        timer.start();
        const auto audit = orEnd(ledger::auditFile(path, {}));
        seconds.push_back(double(timer.nsecsElapsed()) / 1e9);
        if (audit.verdict != ledger::Audit::Verdict::Good || audit.entries != quint64(entries) + 1)
            qFatal("the ledger is not good: %s", qPrintable(audit.reason));
    }
    const double rate = double(size) * entries / medianOf(seconds);
    const double openssl = opensslRate(size);
    std::printf("%d entries of %lld bytes\n", entries, qlonglong(size));
    std::printf("audit of the file            %9.2f s   %.0f MB/s\n", medianOf(seconds), rate / 1e6);
    std::printf("openssl speed                %9.2f s   %.0f MB/s\n", double(size) * entries / openssl, openssl / 1e6);
    std::printf("ratio (at least 0.5)         %9.2f\n", rate / openssl);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString mode = QCoreApplication::arguments().value(1);
    const int number = QCoreApplication::arguments().value(2).toInt();
    const QTemporaryDir folder;
    const SystemClock clock;
    const QString path = folder.filePath(QStringLiteral("ledger"));
    auto opened = Ledger::open(path, clock);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    if (mode == QLatin1String("append"))
        benchAppend(**opened, folder.path(), number > 0 ? number : 9);
    else if (mode == QLatin1String("group"))
        benchGroup(**opened, number > 0 ? number : 9);
    else if (mode == QLatin1String("verify"))
        benchVerify(std::move(*opened), path + QStringLiteral("/ledger.db"), number > 0 ? number : 1'000'000);
    else
        std::fprintf(stderr, "usage: ledger_bench append|group|verify [NUMBER]\n");
    return 0;
}
