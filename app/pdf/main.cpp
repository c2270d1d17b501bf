// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// holdpoint-pdf: an HTML page on standard input, a PDF on standard output. Needs no display.

#include <app/pdf/pdfpages.h>

#include <QFile>
#include <QGuiApplication>

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <unistd.h>

namespace {

// More than any report; what is larger is a mistake or an attack.
constexpr qint64 inputLimit = 256 << 20;
constexpr qint64 pieceSize = 1 << 20;

/// Until its end, or one byte more than the limit. Nothing when it cannot be read. From a stream of C, Qt would take what a
/// pipe holds at the moment for all of it; from a descriptor it says what it got, and an end is nothing.
std::optional<QByteArray> standardInput()
{
    QFile input;
    if (!input.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    QByteArray bytes;
    while (bytes.size() <= inputLimit) {
        const QByteArray piece = input.read(pieceSize);
        if (piece.isEmpty())
            return input.error() == QFileDevice::NoError ? std::optional(bytes) : std::nullopt;
        bytes += piece;
    }
    return bytes;
}

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
    const auto html = standardInput();
    QFile output;
    if (!html || !output.open(stdout, QIODevice::WriteOnly))
        return failed("standard input cannot be read, or standard output is closed");
    if (html->isEmpty() || html->size() > inputLimit)
        return failed("the input is empty or too large");
    const QByteArray pdf = holdpoint::pdf::pdfFrom(QString::fromUtf8(*html));
    if (pdf.isEmpty())
        return failed("the PDF could not be made");
    if (output.write(pdf) != pdf.size() || !output.flush())
        return failed("standard output refused the PDF");
    return EXIT_SUCCESS;
}
