// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/environment.h>

#include <models/session/transport.h>

#include <QByteArray>

#include <array>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace holdpoint::ssh {

enum class Stream { Output = 0, Error = 1 };

struct TerminalSize
{
    int columns = 80;
    int rows = 24;
    friend bool operator==(const TerminalSize &, const TerminalSize &) = default;
};

/// What a channel asks of the other side when it opens.
struct ChannelRequest
{
    std::optional<TerminalSize> pty; ///< none: no terminal
    QByteArray command;              ///< empty: the login shell
    QByteArray subsystem{};          ///< in place of a command
    QList<EnvironmentVariable> environment{}; ///< as far as the other side takes it
};

/// The bytes of a channel waiting to be read, in the chunks they came in.
class Inbox
{
public:
    void append(const char *bytes, qsizetype count);
    [[nodiscard]] QByteArray take(qsizetype limit);
    [[nodiscard]] qsizetype size() const { return m_size; }

private:
    std::deque<QByteArray> m_chunks;
    qsizetype m_taken = 0; ///< of the first chunk
    qsizetype m_size = 0;
};

/// Where a channel's GUI end and its worker end meet.
///
/// Thread: any; every call holds the lock for a moment and copies values.
/// Invariants: an inbox holds at most `capacity` bytes: the worker asks room() first and leaves the rest to the SSH
/// window, which then stops the sender.
class ChannelPipe
{
public:
    static constexpr qsizetype capacity = 1 << 20;

    /// `notify` wakes the GUI end, `wake` the worker. Both must be safe to call from any thread.
    ChannelPipe(std::function<void()> notify, std::function<void()> wake)
        : m_notify(std::move(notify)), m_wake(std::move(wake))
    {}

    // The worker's end.
    [[nodiscard]] qsizetype room(Stream stream);
    void deliver(Stream stream, const char *bytes, qsizetype count);
    void finish(std::optional<session::ChannelEnd> end, std::optional<Error> failure);
    /// At most `limit` bytes to send; they are kept until dropOutgoing().
    [[nodiscard]] QByteArray outgoing(qsizetype limit);
    [[nodiscard]] bool hasOutgoing();
    void dropOutgoing(qsizetype count);
    [[nodiscard]] std::optional<TerminalSize> takeResize();
    [[nodiscard]] bool wantsEof();
    [[nodiscard]] bool wantsClose();

    // The GUI's end.
    [[nodiscard]] QByteArray read(Stream stream, qsizetype limit);
    [[nodiscard]] bool hasPending();
    void write(const QByteArray &bytes);
    void writeEof();
    void resize(TerminalSize size);
    void close();

    struct News
    {
        bool readable = false;
        bool finished = false;
        std::optional<session::ChannelEnd> end;
        std::optional<Error> failure;
    };
    /// What happened since the last call; `readable` once for each time an empty inbox got bytes.
    [[nodiscard]] News takeNews();

private:
    Inbox &inbox(Stream stream) { return m_inboxes[size_t(stream)]; }

    const std::function<void()> m_notify;
    const std::function<void()> m_wake;
    std::mutex m_mutex; ///< protects all below
    std::array<Inbox, 2> m_inboxes;
    std::deque<QByteArray> m_outgoing;
    qsizetype m_sent = 0; ///< of the first outgoing chunk
    News m_news;
    std::optional<TerminalSize> m_resize;
    bool m_eof = false;
    bool m_close = false;
    bool m_stalled = false; ///< the worker found an inbox full and waits for room
};

} // namespace holdpoint::ssh
