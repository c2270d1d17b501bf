// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Whatever stands in place of tmux on a host, or prints through it: no crash, bounded memory, and the same items however the
// stream is cut.

#include <models/session/tmuxstream.h>

#include <cstdlib>

using namespace holdpoint::session;

namespace {

using Items = QList<TmuxStream::Item>;

void expect(bool holds)
{
    if (!holds)
        std::abort();
}

/// Of one kind and pane one after the other is one: how output is cut says nothing.
void add(Items &all, const Items &more)
{
    for (const TmuxStream::Item &item : more) {
        const bool joins = item.kind == TmuxStream::Item::Kind::Output && !all.isEmpty()
                           && all.last().kind == TmuxStream::Item::Kind::Output && all.last().pane == item.pane;
        if (joins)
            all.last().bytes += item.bytes;
        else
            all.append(item);
    }
}

void compare(const Items &one, const Items &other)
{
    expect(one.size() == other.size());
    for (qsizetype i = 0; i < one.size(); ++i) {
        expect(one[i].kind == other[i].kind && one[i].bytes == other[i].bytes && one[i].pane == other[i].pane
               && one[i].failed == other[i].failed);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    Items whole;
    Items cut;
    TmuxStream stream;
    add(whole, stream.feed(bytes));
    TmuxStream other;
    const qsizetype step = 1 + data[0] % 7;
    for (qsizetype at = 0; at < bytes.size(); at += step)
        add(cut, other.feed(bytes.mid(at, step)));
    compare(whole, cut);
    return 0;
}
