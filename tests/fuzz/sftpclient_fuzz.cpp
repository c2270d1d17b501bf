// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// What a host's file service sends: no crash, every request answered once, and the same story however the bytes are cut.

#include <models/files/sftpclient.h>

#include <QByteArrayList>

#include <cstdlib>
#include <functional>
#include <vector>

using namespace holdpoint;
using namespace holdpoint::files;

namespace {

/// Text in place of the protocol is quoted as far as it had come.
QByteArray withoutQuote(const Error &error)
{
    const QByteArray words = error.detail.toUtf8();
    return words.startsWith("the host printed text") ? QByteArray("text") : words;
}

/// One request of each kind, and how many those are.
int askAll(SftpClient &client, const SftpClient::Answer &answer)
{
    const std::vector<std::function<void()>> requests{
        [&] { client.open("a", openRead, std::nullopt, answer); },
        [&] { client.read("h", 0, 100, answer); },
        [&] { client.stat("a", answer); },
        [&] { client.realPath("a", answer); },
        [&] { client.lstat("a", answer); },
        [&] { client.fstat("h", answer); },
        [&] { client.openFolder("d", answer); },
        [&] { client.readFolder("h", answer); },
        [&] { client.makeFolder("d", 0700, answer); },
        [&] { client.readLink("l", answer); },
        [&] { client.setPermissions("h", 0600, answer); },
        [&] {
            client.setTimes("h", {1, 2}, answer);
        },
        [&] {
            client.setOwner("h", {1, 2}, answer);
        },
        [&] { client.write("h", 0, "x", answer); },
        [&] { client.sync("h", answer); },
        [&] { client.rename("a", "b", answer); },
        [&] { client.posixRename("a", "b", answer); },
        [&] { client.remove("a", answer); },
        [&] { client.close("h", answer); },
    };
    for (const auto &request : requests)
        request();
    return int(requests.size());
}

/// What a listing comes to, name by name.
QByteArray listed(const Reply &reply)
{
    QByteArray names;
    for (const FolderEntry &entry : reply.entries)
        names += entry.name + char('0' + int(entry.attributes.type()))
                 + QByteArray::number(entry.attributes.size.value_or(0));
    return names + QByteArray::number(reply.attributes.modified.value_or(0));
}

/// What a conversation comes to.
QByteArrayList storyOf(const QByteArray &bytes, qsizetype cut)
{
    QByteArrayList story;
    int answered = 0;
    int asked = 0;
    {
        SftpClient client([](const QByteArray &) {});
        const auto answer = [&](const Result<Reply> &reply) {
            ++answered;
            story.append(reply ? QByteArray::number(int(reply->type)) + reply->bytes + listed(*reply)
                               : withoutQuote(reply.error()));
        };
        client.start(
            [&](const Result<> &ready) { story.append(ready ? QByteArray("ready") : withoutQuote(ready.error())); });
        asked = askAll(client, answer);
        client.feed(bytes.first(cut));
        client.feed(bytes.sliced(cut));
        story.append(client.isAtRest() ? "at rest" : "under way");
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
