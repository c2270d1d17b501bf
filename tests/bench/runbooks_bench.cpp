// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// How fast runbooks are read and linted, beside cmark-gfm's own parse of the same bytes: processor time, medians.
// Usage: runbooks_bench [FILE...]; without files the shipped library.

#include <runbooks/lint/linter.h>
#include <runbooks/parser.h>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace holdpoint;

namespace {

template <class Act> double medianMs(int runs, Act act)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const std::clock_t start = std::clock();
        act();
        times.push_back(1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void parseWithCmark(const QByteArray &bytes)
{
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    for (const char *name : {"table", "tasklist"})
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    cmark_parser_feed(parser, bytes.constData(), std::size_t(bytes.size()));
    cmark_node_free(cmark_parser_finish(parser));
    cmark_parser_free(parser);
}

void report(const QString &name, const QByteArray &bytes, int runs)
{
    const auto document = runbooks::parseDocument(bytes, name);
    if (!document) {
        std::printf("%s: %s\n", qPrintable(name), qPrintable(document.error().detail));
        return;
    }
    const double parse = medianMs(runs, [&] { (void)runbooks::parseDocument(bytes, name); });
    const double lint = medianMs(runs, [&] { (void)runbooks::lint::lint(*document, QDate(2026, 11, 23)); });
    const double cmark = medianMs(runs, [&] { parseWithCmark(bytes); });
    const double megabytes = double(bytes.size()) / 1e6;
    std::printf("%-34s %8.1f KB  parse %8.2f ms (%6.1f MB/s, %5.2fx cmark-gfm)  lint %8.2f ms\n", qPrintable(name),
                megabytes * 1000, parse, megabytes / parse * 1000, parse / cmark, lint);
}

} // namespace

int main(int argc, char **argv)
{
    QStringList files;
    for (int i = 1; i < argc; ++i)
        files.append(QString::fromLocal8Bit(argv[i]));
    const QDir library(QStringLiteral(HOLDPOINT_SOURCE_DIR "/runbooks/library"));
    if (files.isEmpty()) {
        for (const QString &name : library.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name))
            files.append(library.filePath(name));
    }
    QByteArray all;
    for (const QString &path : std::as_const(files)) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        report(QFileInfo(path).fileName(), bytes, 31);
        all += bytes.startsWith("---\n") ? bytes.mid(bytes.indexOf("\n---\n") + 5) : bytes;
    }
    if (all.isEmpty())
        return 1;
    QByteArray large;
    while (large.size() + all.size() < runbooks::maximumDocumentBytes)
        large += all;
    report(QStringLiteral("all of them, to 1 MiB"), large, 11);
    return 0;
}
