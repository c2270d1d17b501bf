// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/bench/payloads.h>

#include <random>

namespace holdpoint::bench {

namespace {

constexpr qsizetype payloadBytes = 8'000'000;

template <class Part> QByteArray repeated(Part part)
{
    QByteArray bytes;
    bytes.reserve(payloadBytes + 65536);
    for (int number = 0; bytes.size() < payloadBytes; ++number)
        bytes += part(number);
    return bytes;
}

QByteArray moveTo(int row, int column)
{
    return "\033[" + QByteArray::number(row) + ';' + QByteArray::number(column) + 'H';
}

/// Between entering and leaving the alternate screen.
QByteArray onAlternateScreen(const QByteArray &bytes) { return "\033[?1049h" + bytes + "\033[r\033[m\033[?1049l"; }

int below(std::mt19937 &random, int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); }

QByteArray logLine(int number)
{
    return "2026-11-23T16:10:53.123 web-01 nginx[4711]: GET /api/v1/items/" + QByteArray::number(number)
           + " 200 took 12 ms for client 10.0.0.1\n";
}

/// Chinese, Korean, an emoji, a combining accent, Greek.
QByteArray unicodeLine(int number)
{
    return "\346\227\245\346\234\254\350\252\236 \355\225\234\352\265\255\354\226\264 \360\237\230\200 "
           "e\314\201 \316\265\316\273\316\273 "
           + QByteArray::number(number) + '\n';
}

QByteArray codeLine(int number)
{
    return "\033[33mif\033[m (item\033[35m" + QByteArray::number(number % 97)
           + "\033[m == \033[34m\"value\"\033[m) "
             "{ \033[33mreturn\033[m compute(item, \033[31m"
           + QByteArray::number(number) + "\033[m); } \033[36m// why\033[m";
}

/// What an editor sends: pages of coloured code, typed letters with the status line, lines pushed in and out.
QByteArray editorSession(int columns, int rows)
{
    std::mt19937 random(2);
    const auto status = [&](int line) {
        return moveTo(rows, 1) + "\033[7m"
               + QByteArray("file.cpp  line " + QByteArray::number(line)).leftJustified(columns - 1) + "\033[m";
    };
    return onAlternateScreen(repeated([&](int number) {
        QByteArray bytes = "\033[?25l";
        for (int row = 1; number % 8 == 0 && row < rows; ++row)
            bytes += moveTo(row, 1) + codeLine(number + row) + "\033[K";
        const int row = 1 + below(random, rows - 2);
        bytes += moveTo(row, 1) + (number % 2 == 0 ? "\033[L" : "\033[M") + codeLine(number) + "\033[K";
        for (int letter = 0; letter < 10; ++letter)
            bytes += moveTo(row, 8 + letter) + static_cast<char>('a' + letter) + status(row) + moveTo(row, 9 + letter);
        return bytes + "\033[?25h";
    }));
}

QByteArray alternateScroll(int rows)
{
    return onAlternateScreen(
        "\033[2;" + QByteArray::number(rows - 1) + 'r' + moveTo(rows - 1, 1)
        + repeated([](int number) { return "\nscrolling line " + QByteArray::number(number) + " of a region"; }));
}

/// Each cell with colours and a style of its own.
QByteArray denseCells(int columns, int rows)
{
    return onAlternateScreen(repeated([=](int frame) {
        QByteArray bytes = "\033[H";
        for (int cell = 0; cell < columns * rows; ++cell)
            bytes += "\033[38;5;" + QByteArray::number((cell + frame) % 256) + ";48;5;"
                     + QByteArray::number((cell * 7 + frame) % 256) + ";1;3;4m"
                     + static_cast<char>('A' + (cell + frame) % 26);
        return bytes;
    }));
}

QByteArray cursorMotion(int columns, int rows)
{
    std::mt19937 random(1);
    return onAlternateScreen(repeated([&](int number) {
        return moveTo(1 + below(random, rows), 1 + below(random, columns)) + static_cast<char>('a' + number % 26);
    }));
}

} // namespace

QByteArray colouredLine(int number)
{
    return "\033[90m16:10:53.123\033[0m \033[32mINFO\033[0m \033[36mserver\033[0m request \033[1m"
           + QByteArray::number(number).rightJustified(8)
           + "\033[0m served in \033[33m12 ms\033[0m status 200, 512 B sent\n";
}

std::vector<Payload> payloads(int columns, int rows)
{
    return {{"log lines", repeated(logLine)},
            {"coloured log", repeated(colouredLine)},
            {"unicode", repeated(unicodeLine)},
            {"editor session", editorSession(columns, rows)},
            {"alternate scroll", alternateScroll(rows)},
            {"dense cells", denseCells(columns, rows)},
            {"cursor motion", cursorMotion(columns, rows)},
            {"full lines",
             repeated([=](int number) { return QByteArray(columns, static_cast<char>('a' + number % 26)) + '\n'; })},
            {"y flood", QByteArray("y\n").repeated(payloadBytes / 2)}};
}

QByteArray behindTty(const QByteArray &bytes)
{
    QByteArray result(bytes);
    return result.replace('\n', "\r\n");
}

} // namespace holdpoint::bench
