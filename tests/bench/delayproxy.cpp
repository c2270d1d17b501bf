// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/bench/delayproxy.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <deque>
#include <memory>
#include <vector>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace holdpoint::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t readSize = 256 * 1024;
constexpr int stopCheckMs = 50;

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// What goes one way, with the time at which it arrives.
class Lane
{
public:
    Lane(int from, int to, Clock::duration delay)
        : m_from(from)
        , m_to(to)
        , m_delay(delay)
    {
    }

    void take()
    {
        const auto count = m_ended ? 0 : ::recv(m_from, m_buffer.data(), m_buffer.size(), MSG_DONTWAIT);
        if (count > 0)
            m_pieces.push_back({Clock::now() + m_delay, {m_buffer.begin(), m_buffer.begin() + count}});
        else if (count == 0 || (errno != EAGAIN && errno != EINTR))
            m_ended = true;
    }
    /// False when the other side is gone.
    bool give()
    {
        while (!m_pieces.empty() && m_pieces.front().due <= Clock::now()) {
            const std::vector<char> &bytes = m_pieces.front().bytes;
            const auto count =
                ::send(m_to, bytes.data() + m_given, bytes.size() - m_given, MSG_DONTWAIT | MSG_NOSIGNAL);
            m_isBlocked = count < static_cast<ssize_t>(bytes.size() - m_given);
            if (count < 0)
                return errno == EAGAIN || errno == EINTR;
            m_given += static_cast<std::size_t>(count);
            if (m_isBlocked)
                return true;
            m_pieces.pop_front();
            m_given = 0;
        }
        return true;
    }
    [[nodiscard]] bool isOver() const { return m_ended && m_pieces.empty(); }
    [[nodiscard]] short wantsToTake() const { return m_ended ? short(0) : short(POLLIN); }
    [[nodiscard]] short wantsToGive() const { return m_isBlocked ? short(POLLOUT) : short(0); }
    [[nodiscard]] Clock::time_point due() const
    {
        return m_pieces.empty() || m_isBlocked ? Clock::time_point::max() : m_pieces.front().due;
    }

private:
    struct Piece
    {
        Clock::time_point due;
        std::vector<char> bytes;
    };

    const int m_from;
    const int m_to;
    const Clock::duration m_delay;
    std::deque<Piece> m_pieces;
    std::size_t m_given = 0; ///< of the first piece
    std::vector<char> m_buffer = std::vector<char>(readSize);
    bool m_isBlocked = false; ///< the socket took less than there was
    bool m_ended = false;
};

timespec untilDue(const Lane &one, const Lane &other)
{
    const auto due = std::min({one.due(), other.due(), Clock::now() + std::chrono::milliseconds(stopCheckMs)});
    const auto left = std::max<std::chrono::nanoseconds>(due - Clock::now(), std::chrono::nanoseconds(0));
    return {0, static_cast<long>(left.count())};
}

} // namespace

DelayProxy::DelayProxy(quint16 port, std::chrono::milliseconds roundTrip)
    : m_target(port)
    , m_oneWay(roundTrip / 2)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto *raw = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, raw, size) != 0 || ::listen(m_listener, 8) != 0
        || ::getsockname(m_listener, raw, &size) != 0)
        qFatal("the delaying proxy cannot listen");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { accept(); });
}

DelayProxy::~DelayProxy()
{
    m_stopping = true;
    ::shutdown(m_listener, SHUT_RDWR);
    m_thread.join();
    ::close(m_listener);
}

void DelayProxy::accept()
{
    std::vector<std::thread> connections;
    while (!m_stopping) {
        const int near = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (near >= 0)
            connections.emplace_back([this, near] { serve(near, m_stopping); });
    }
    for (std::thread &connection : connections)
        connection.join();
}

void DelayProxy::serve(int near, std::atomic<bool> &stopping) const
{
    const int far = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(m_target);
    const int on = 1;
    for (const int end : {near, far})
        ::setsockopt(end, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    Lane out(near, far, m_oneWay);
    Lane back(far, near, m_oneWay);
    bool alive = ::connect(far, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    while (alive && !stopping && !out.isOver() && !back.isOver()) {
        std::array<pollfd, 2> ends{pollfd{near, short(out.wantsToTake() | back.wantsToGive()), 0},
                                   pollfd{far, short(back.wantsToTake() | out.wantsToGive()), 0}};
        const timespec wait = untilDue(out, back);
        ::ppoll(ends.data(), ends.size(), &wait, nullptr);
        if ((ends[0].revents & ~POLLOUT) != 0)
            out.take();
        if ((ends[1].revents & ~POLLOUT) != 0)
            back.take();
        alive = out.give() && back.give();
    }
    ::close(near);
    ::close(far);
}

} // namespace holdpoint::bench
