// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/channelpipe.h>

#include <algorithm>

namespace holdpoint::ssh {

namespace {

constexpr qsizetype chunkSize = 64 << 10;

} // namespace

void Inbox::append(const char *bytes, qsizetype count)
{
    m_size += count;
    if (m_chunks.empty() || m_chunks.back().size() + count > chunkSize) {
        m_chunks.emplace_back();
        m_chunks.back().reserve(std::max(count, chunkSize));
    }
    m_chunks.back().append(bytes, count);
}

QByteArray Inbox::take(qsizetype limit)
{
    QByteArray taken;
    while (!m_chunks.empty() && taken.size() < limit) {
        QByteArray &first = m_chunks.front();
        const qsizetype length = first.size();
        const qsizetype count = std::min(length - m_taken, limit - taken.size());
        if (taken.isEmpty() && count == length)
            taken = std::move(first); // the usual case: nothing is copied
        else
            taken.append(first.constData() + m_taken, count);
        m_taken += count;
        m_size -= count;
        if (m_taken == length) {
            m_chunks.pop_front();
            m_taken = 0;
        }
    }
    return taken;
}

qsizetype ChannelPipe::room(Stream stream)
{
    const std::lock_guard lock(m_mutex);
    const qsizetype free = std::max<qsizetype>(0, capacity - inbox(stream).size());
    m_stalled = m_stalled || free == 0;
    return free;
}

void ChannelPipe::deliver(Stream stream, const char *bytes, qsizetype count)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_inboxes[0].size() + m_inboxes[1].size() == 0;
        inbox(stream).append(bytes, count);
        m_news.readable = m_news.readable || first;
    }
    if (first)
        m_notify();
}

void ChannelPipe::finish(std::optional<session::ChannelEnd> end, std::optional<Error> failure)
{
    {
        const std::lock_guard lock(m_mutex);
        m_news.finished = true;
        m_news.end = std::move(end);
        m_news.failure = std::move(failure);
    }
    m_notify();
}

QByteArray ChannelPipe::outgoing(qsizetype limit)
{
    const std::lock_guard lock(m_mutex);
    QByteArray bytes;
    for (auto chunk = m_outgoing.begin(); chunk != m_outgoing.end() && bytes.size() < limit; ++chunk) {
        const qsizetype from = chunk == m_outgoing.begin() ? m_sent : 0;
        bytes.append(chunk->constData() + from, std::min(chunk->size() - from, limit - bytes.size()));
    }
    return bytes;
}

bool ChannelPipe::hasOutgoing()
{
    const std::lock_guard lock(m_mutex);
    return !m_outgoing.empty();
}

void ChannelPipe::dropOutgoing(qsizetype count)
{
    const std::lock_guard lock(m_mutex);
    m_sent += count;
    while (!m_outgoing.empty() && m_sent >= m_outgoing.front().size()) {
        m_sent -= m_outgoing.front().size();
        m_outgoing.pop_front();
    }
}

std::optional<TerminalSize> ChannelPipe::takeResize()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_resize, std::nullopt);
}

bool ChannelPipe::wantsEof()
{
    const std::lock_guard lock(m_mutex);
    return m_eof && m_outgoing.empty();
}

bool ChannelPipe::wantsClose()
{
    const std::lock_guard lock(m_mutex);
    return m_close;
}

QByteArray ChannelPipe::read(Stream stream, qsizetype limit)
{
    QByteArray bytes;
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        bytes = inbox(stream).take(limit);
        wake = m_stalled && inbox(stream).size() <= capacity / 2;
        m_stalled = m_stalled && !wake;
    }
    if (wake)
        m_wake();
    return bytes;
}

bool ChannelPipe::hasPending()
{
    const std::lock_guard lock(m_mutex);
    return m_inboxes[0].size() + m_inboxes[1].size() > 0;
}

void ChannelPipe::write(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    {
        const std::lock_guard lock(m_mutex);
        if (m_eof || m_close)
            return;
        m_outgoing.push_back(bytes);
    }
    m_wake();
}

void ChannelPipe::writeEof()
{
    {
        const std::lock_guard lock(m_mutex);
        m_eof = true;
    }
    m_wake();
}

void ChannelPipe::resize(TerminalSize size)
{
    {
        const std::lock_guard lock(m_mutex);
        m_resize = size;
    }
    m_wake();
}

void ChannelPipe::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_close = true;
    }
    m_wake();
}

ChannelPipe::News ChannelPipe::takeNews()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_news, {});
}

} // namespace holdpoint::ssh
