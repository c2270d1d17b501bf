// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// holdpoint-pdf: an HTML page on standard input, a PDF on standard output. Needs no display.

#include <app/pdf/pdfpages.h>

#include <QFile>
#include <QGuiApplication>

#include <cstdio>
#include <cstdlib>

namespace {

// More than any report; what is larger is a mistake or an attack.
constexpr qint64 inputLimit = 256 << 20;

int failed(const char *why)
{
    std::fprintf(stderr, "holdpoint-pdf: %s\n", why);
    return EXIT_FAILURE;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (argc > 1)
        return failed("takes no arguments: HTML on standard input, PDF on standard output");
    QFile input;
    QFile output;
    if (!input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly))
        return failed("standard input or output is closed");
    const QByteArray html = input.read(inputLimit + 1);
    if (html.isEmpty() || html.size() > inputLimit)
        return failed("the input is empty or too large");
    const QByteArray pdf = holdpoint::pdf::pdfFrom(QString::fromUtf8(html));
    if (pdf.isEmpty())
        return failed("the PDF could not be made");
    if (output.write(pdf) != pdf.size() || !output.flush())
        return failed("standard output refused the PDF");
    return EXIT_SUCCESS;
}
