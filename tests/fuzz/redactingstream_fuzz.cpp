// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Whatever a host prints, and however it is cut: the same is stored, no secret is in it, neither in its bytes nor in what a
// terminal shows of them, and where there is none, every byte is stored and shown once.

#include <models/base/redactingstream.h>

#include <cstdlib>

using namespace holdpoint;

namespace {

const QList<QByteArray> secrets{"SwordFish7", "aaaaaab", "one;two", "12;34m", "upper\nlower", "p\xc3\xa4ss w\xc3\xb6rd"};
const QByteArray mask = "[redacted]";

void expect(bool holds)
{
    if (!holds)
        std::abort();
}

Redactor redactorOfAll()
{
    Redactor redactor;
    for (const QByteArray &secret : secrets)
        redactor.addSecret(secret);
    return redactor;
}

/// What a terminal shows of it, where a shell mark parts what is not one text.
QByteArray textOf(const QByteArray &bytes)
{
    EscapeScan scan;
    QByteArray text;
    for (const char byte : bytes) {
        switch (scan.next(byte)) {
        case EscapeScan::Kind::Text: text += byte; break;
        case EscapeScan::Kind::Skipped: break;
        case EscapeScan::Kind::Boundary: text += '\x01'; break;
        }
    }
    return text;
}

bool holdsSecret(const QByteArray &stored)
{
    const QByteArray text = textOf(stored);
    return std::any_of(secrets.cbegin(), secrets.cend(), [&](const QByteArray &secret) {
        QByteArray shown = secret;
        shown.removeIf(isSkippedControl);
        return stored.contains(secret) || text.contains(shown);
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    constexpr std::size_t largest = 8 * 1024; // below what may stand inside one secret
    if (size < 2 || size > largest)
        return 0;
    static const Redactor redactor = redactorOfAll();
    const QByteArray bytes(reinterpret_cast<const char *>(data + 2), qsizetype(size - 2));
    RedactingStream whole(redactor);
    QByteArray stored = whole.feed(bytes).stored;
    stored += whole.flush().stored;

    RedactingStream cut(redactor);
    QByteArray storedCut;
    QByteArray shown;
    const qsizetype step = 1 + data[0] % 13;
    const qsizetype quietAfter = 1 + data[1] % 5;
    for (qsizetype at = 0, round = 0; at < bytes.size(); at += step, ++round) {
        const RedactedBytes let = cut.feed(bytes.mid(at, step));
        storedCut += let.stored;
        shown += let.shown;
        if (round % quietAfter == 0)
            shown += cut.preview();
    }
    const RedactedBytes last = cut.flush();
    storedCut += last.stored;
    shown += last.shown;

    expect(stored == storedCut);
    expect(!holdsSecret(stored));
    if (!stored.contains(mask)) {
        expect(stored == bytes);
        expect(shown == bytes);
    }
    return 0;
}
