// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// What a host's file service sends: no crash, every request answered once, and the same story however the bytes are cut.

#include <models/files/sftpclient.h>

#include <QByteArrayList>

#include <cstdlib>

using namespace holdpoint;
using namespace holdpoint::files;

namespace {

/// Text in place of the protocol is quoted as far as it had come.
QByteArray withoutQuote(const Error &error)
{
    const QByteArray words = error.detail.toUtf8();
    return words.startsWith("the host printed text") ? QByteArray("text") : words;
}

/// What a conversation comes to.
QByteArrayList storyOf(const QByteArray &bytes, qsizetype cut)
{
    QByteArrayList story;
    int answered = 0;
    constexpr int asked = 4;
    {
        SftpClient client([](const QByteArray &) {});
        const auto answer = [&](const Result<Reply> &reply) {
            ++answered;
            story.append(reply ? QByteArray::number(int(reply->type)) + reply->bytes + QByteArray::number(qint64(reply->entries.size()))
                               : withoutQuote(reply.error()));
        };
        client.start([&](const Result<> &ready) { story.append(ready ? QByteArray("ready") : withoutQuote(ready.error())); });
        client.open("a", openRead, std::nullopt, answer);
        client.read("h", 0, 100, answer);
        client.stat("a", answer);
        client.realPath("a", answer);
        client.feed(bytes.first(cut));
        client.feed(bytes.sliced(cut));
        client.lose({ErrorKind::Disconnected, QStringLiteral("end")});
    }
    if (answered != asked)
        std::abort();
    return story;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size - 1));
    const qsizetype cut = bytes.isEmpty() ? 0 : data[0] % (bytes.size() + 1);
    if (storyOf(bytes, cut) != storyOf(bytes, bytes.size()))
        std::abort();
    return 0;
}
