// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/sftpclient.h>

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <map>

namespace holdpoint::files {

/// What becomes of the bytes of a file, in their order. Called on a thread of a pool, never twice at once.
using ByteSink = std::function<Result<>(qint64 offset, const QByteArray &bytes)>;

/// Reads a part of an open remote file with many requests under way, and hands the bytes on in order.
///
/// Thread: its owner's; the sink works on the pool's only thread. Invariants: at most `mostAhead` bytes wait for the sink;
/// `done` is called once, with where reading ended: the host's end of file may come before `end`.
class RemoteReader final : public QObject
{
public:
    using Done = std::function<void(const Result<qint64> &)>;
    struct Range
    {
        qint64 start = 0;
        qint64 end = 0;
    };

    /// Borrows client and pool, which outlive it.
    RemoteReader(SftpClient &client, QByteArray handle, Range range, QThreadPool &pool, ByteSink sink, Done done);

    /// Begins; `progressed` is told how far the bytes have been handed on.
    void start(std::function<void(qint64)> progressed);

private:
    void fill();
    void ask(qint64 offset, qint64 count);
    void answered(qint64 offset, qint64 count, const Result<Reply> &reply);
    void handOn();
    void finishIfDone();
    void finish(const Result<qint64> &result);

    SftpClient &m_client;
    const QByteArray m_handle;
    QThreadPool &m_pool;
    const ByteSink m_sink;
    Done m_done;
    std::function<void(qint64)> m_progressed;
    qint64 m_asked;
    qint64 m_handedOn;
    qint64 m_sunk;
    qint64 m_end;
    int m_underWay = 0;
    std::map<qint64, QByteArray> m_early; ///< answers that came before their turn
};

} // namespace holdpoint::files
