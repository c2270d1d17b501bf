// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// How long it takes to index so many megabytes of recorded output, how large the index gets, and how long searches take in
// it. The output is log lines, file lists and hashes that differ in every line. Usage: search_bench [FOLDER] [MEGABYTES]

#include <models/audit/searchindex.h>
#include <models/base/clock.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

using namespace holdpoint;

namespace {

constexpr int rounds = 5;
constexpr qsizetype batchBytes = 64 * 1024; // as a pane's recorder makes them
constexpr int batchesOfRun = 160;

QStringList vocabulary(QRandomGenerator &random)
{
    QStringList words;
    for (int index = 0; index < 20'000; ++index) {
        QString word;
        for (int length = random.bounded(3, 11); length > 0; --length)
            word += QChar(u'a' + random.bounded(26));
        words.append(word);
    }
    return words;
}

QString line(QRandomGenerator &random, const QStringList &words)
{
    const auto word = [&] { return words[random.bounded(int(words.size()))]; };
    switch (random.bounded(10)) {
    case 0:
        return QStringLiteral("%1%2%3  %4.tar.gz")
            .arg(random.generate64(), 16, 16, QLatin1Char('0'))
            .arg(random.generate64(), 16, 16, QLatin1Char('0'))
            .arg(random.generate64(), 16, 16, QLatin1Char('0'))
            .arg(word());
    case 1:
    case 2:
    case 3:
        return QStringLiteral("-rw-r--r-- 1 root root %1 Nov %2 %3:%4 /var/lib/%5/%6.log")
            .arg(random.bounded(1'000'000'000))
            .arg(random.bounded(1, 29))
            .arg(random.bounded(24), 2, 10, QLatin1Char('0'))
            .arg(random.bounded(60), 2, 10, QLatin1Char('0'))
            .arg(word(), word());
    default: break;
    }
    static const QStringList programs{QStringLiteral("sshd"), QStringLiteral("cron"), QStringLiteral("nginx"),
                                      QStringLiteral("postgres"), QStringLiteral("kubelet")};
    QString text = QStringLiteral("2026-11-%1T%2:%3:07Z host%4 %5[%6]: ")
                       .arg(random.bounded(1, 29), 2, 10, QLatin1Char('0'))
                       .arg(random.bounded(24), 2, 10, QLatin1Char('0'))
                       .arg(random.bounded(60), 2, 10, QLatin1Char('0'))
                       .arg(random.bounded(40))
                       .arg(programs[random.bounded(5)])
                       .arg(random.bounded(100, 100'000));
    for (int count = random.bounded(4, 10); count > 0; --count)
        text += word() + u' ';
    return text
           + QStringLiteral("from 10.%1.%2.%3 port %4")
                 .arg(random.bounded(256))
                 .arg(random.bounded(256))
                 .arg(random.bounded(256))
                 .arg(random.bounded(1024, 65536));
}

template <class T> T insist(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

void write(ledger::Ledger &ledger, qint64 megabytes, const QStringList &words)
{
    QRandomGenerator random(7);
    qint64 written = 0;
    for (int batch = 0; written < megabytes << 20; ++batch) {
        const QByteArray run(16, char('a' + batch / batchesOfRun % 26));
        if (batch % batchesOfRun == 0) {
            ledger.append({QStringLiteral("run-started"),
                           QStringLiteral("ada"),
                           run,
                           {{QStringLiteral("runbook"), QStringLiteral("6.1")},
                            {QStringLiteral("title"), QStringLiteral("Backup %1").arg(batch)}},
                           {}});
        }
        QString text;
        while (text.size() < batchBytes)
            text += line(random, words) + QStringLiteral("\r\n");
        if (batch == 3)
            text += QStringLiteral("needle-in-haystack-8731\r\n");
        written += text.size();
        const QByteArray event =
            QJsonDocument(QJsonArray{batch * 0.25, QStringLiteral("o"), text}).toJson(QJsonDocument::Compact);
        insist(ledger
                   .append({QStringLiteral("output"),
                            QStringLiteral("ada"),
                            run,
                            {{QStringLiteral("pane"), QStringLiteral("web")}, {QStringLiteral("to_ms"), batch * 250}},
                            {event}})
                   .result());
    }
}

double milliseconds(const QElapsedTimer &timer) { return double(timer.nsecsElapsed()) / 1e6; }

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder((argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::tempPath())
                               + QStringLiteral("/bench-XXXXXX"));
    const qint64 megabytes = argc > 2 ? std::atoll(argv[2]) : 100;
    const SystemClock clock;
    QRandomGenerator random(3);
    const QStringList words = vocabulary(random);
    const auto ledger = insist(ledger::Ledger::open(folder.filePath(QStringLiteral("ledger")), clock));
    write(*ledger, megabytes, words);

    const auto index = insist(audit::SearchIndex::open(ledger->folder(), ledger->origin()));
    QElapsedTimer timer;
    timer.start();
    insist(index->update(audit::sourceOf(*ledger), [](quint64, quint64) { return true; }));
    const double seconds = milliseconds(timer) / 1000;
    const double size = double(QFileInfo(audit::SearchIndex::path(ledger->folder())).size()) / (1 << 20);
    std::printf("%lld MB of output indexed in %.1f s (%.1f MB/s), index %.0f MB\n", static_cast<long long>(megabytes),
                seconds, double(megabytes) / seconds, size);

    const QStringList queries{QStringLiteral("needle-in-haystack-8731"),
                              QStringLiteral("10.12.13.14"),
                              QStringLiteral("postgres"),
                              QStringLiteral("kubelet \"port 4242\""),
                              QStringLiteral("nginx ") + words[5],
                              words[7] + u' ' + words[8],
                              QStringLiteral("/var/lib/") + words[11],
                              QStringLiteral("zzzzqqq"),
                              QStringLiteral("host7 cron \"from 10.200\""),
                              QStringLiteral("cron"),
                              QStringLiteral("7f3a91"),
                              QStringLiteral("vg"),
                              QStringLiteral("sshd -root 02:41"),
                              QStringLiteral("by:ada ") + words[21]};
    std::vector<double> times;
    for (const QString &text : queries) {
        const audit::SearchQuery query = insist(audit::SearchQuery::parse(text));
        double slowest = 0;
        qsizetype hits = 0;
        for (int round = 0; round < rounds; ++round) {
            timer.restart();
            hits = insist(index->search(query, {})).hits.size();
            times.push_back(milliseconds(timer));
            slowest = std::max(slowest, times.back());
        }
        std::printf("  %-30s %4lld hits, slowest of %d: %7.1f ms\n", qPrintable(text), static_cast<long long>(hits),
                    rounds, slowest);
    }
    std::sort(times.begin(), times.end());
    std::printf("searches: median %.1f ms, p95 %.1f ms, longest %.1f ms\n", times[times.size() / 2],
                times[times.size() * 95 / 100], times.back());
    return 0;
}
