// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/files/remotereader.h>

#include <models/base/whenfinished.h>
#include <models/files/sftperror.h>

#include <QPointer>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace holdpoint::files {

namespace {

constexpr qint64 requestBytes = 32 << 10; // what every server answers whole
constexpr int mostUnderWay = 64;
constexpr qint64 mostAhead = 8 << 20;

} // namespace

RemoteReader::RemoteReader(SftpClient &client, QByteArray handle, Range range, QThreadPool &pool, ByteSink sink, Done done)
    : m_client(client)
    , m_handle(std::move(handle))
    , m_pool(pool)
    , m_sink(std::move(sink))
    , m_done(std::move(done))
    , m_asked(range.start)
    , m_handedOn(range.start)
    , m_sunk(range.start)
    , m_end(range.end)
{}

void RemoteReader::start(std::function<void(qint64)> progressed)
{
    m_progressed = std::move(progressed);
    fill();
    finishIfDone();
}

void RemoteReader::fill()
{
    while (m_done && m_underWay < mostUnderWay && m_asked < m_end && m_asked - m_sunk < mostAhead) {
        const qint64 count = std::min(requestBytes, m_end - m_asked);
        m_asked += count;
        ask(m_asked - count, count);
    }
}

void RemoteReader::ask(qint64 offset, qint64 count)
{
    ++m_underWay;
    m_client.read(m_handle, quint64(offset), quint32(count),
                  [self = QPointer<RemoteReader>(this), offset, count](const Result<Reply> &reply) {
                      if (self)
                          self->answered(offset, count, reply);
                  });
}

void RemoteReader::answered(qint64 offset, qint64 count, const Result<Reply> &reply)
{
    --m_underWay;
    if (!m_done)
        return;
    const bool isEnd = reply && reply->type == PacketType::Status && reply->status == StatusCode::Eof;
    if (isEnd) {
        m_end = std::min(m_end, offset);
    } else {
        const auto data = bytesOf(reply, PacketType::Data, QStringLiteral("reading"));
        if (!data)
            return finish(fail(data.error()));
        const qint64 got = data->size();
        if (got == 0 || got > count)
            return finish(fail(ErrorKind::Corrupt, QStringLiteral("the host's file service sent %1 bytes for %2").arg(got).arg(count)));
        m_early.emplace(offset, *data);
        if (got < count)
            ask(offset + got, count - got);
        handOn();
    }
    fill();
    finishIfDone();
}

void RemoteReader::handOn()
{
    for (auto next = m_early.find(m_handedOn); next != m_early.end(); next = m_early.find(m_handedOn)) {
        const qint64 offset = next->first;
        const QByteArray bytes = std::move(next->second);
        m_early.erase(next);
        m_handedOn += bytes.size();
        whenFinished(QtConcurrent::run(&m_pool, m_sink, offset, bytes), this,
                     [this, reached = m_handedOn](const Result<> &sunk) {
                         if (!m_done)
                             return;
                         if (!sunk)
                             return finish(fail(sunk.error()));
                         m_sunk = reached;
                         m_progressed(m_sunk);
                         fill();
                         finishIfDone();
                     });
    }
}

void RemoteReader::finishIfDone()
{
    if (m_underWay == 0 && m_handedOn >= m_end && m_sunk == m_handedOn)
        finish(m_sunk);
    else if (m_underWay == 0 && m_early.empty() && m_asked >= m_end && m_sunk == m_handedOn && m_handedOn < m_end)
        finish(fail(ErrorKind::Corrupt, QStringLiteral("the host's file service left a gap in the file")));
}

void RemoteReader::finish(const Result<qint64> &result)
{
    if (const auto done = std::exchange(m_done, nullptr))
        done(result);
}

} // namespace holdpoint::files
