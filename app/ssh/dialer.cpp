// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/dialer.h>

#include <app/ssh/resolver.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>

namespace holdpoint::ssh {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds headStart{250}; // RFC 8305 section 5
constexpr unsigned int unacknowledgedLimit = 45'000; // ms, as LinkTiming::lostAfter

/// One attempt after the other, those under way all watched at once.
class Dialer
{
public:
    Dialer(const Destination &destination, const CancelSwitch &cancel, std::vector<SocketAddress> addresses,
           Clock::time_point deadline)
        : m_destination(destination), m_cancel(cancel), m_addresses(std::move(addresses)), m_deadline(deadline)
    {}

    Result<Descriptor> run()
    {
        for (;;) {
            if (m_next < m_addresses.size() && (m_attempts.empty() || Clock::now() >= m_nextStart))
                startNext();
            if (m_attempts.empty() && m_next == m_addresses.size())
                return refused();
            if (auto connected = wait(); connected.isOpen())
                return connected;
            if (m_cancel.isCancelled())
                return fail(ErrorKind::Cancelled, QStringLiteral("called off while connecting"));
            if (Clock::now() >= m_deadline) {
                return fail(ErrorKind::Timeout,
                            QStringLiteral("%1 did not answer in time").arg(m_destination.toString()));
            }
        }
    }

private:
    void startNext()
    {
        const SocketAddress &address = m_addresses[m_next++];
        m_nextStart = Clock::now() + headStart;
        Descriptor socket(::socket(address.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        if (!socket.isOpen()) {
            m_lastError = errno;
            return;
        }
        const int on = 1;
        ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        ::setsockopt(socket.get(), IPPROTO_TCP, TCP_USER_TIMEOUT, &unacknowledgedLimit, sizeof unacknowledgedLimit);
        // POSIX takes every socket address by this pointer.
        const int rc = ::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address.storage), address.length);
        if (rc == 0 || errno == EINPROGRESS)
            m_attempts.push_back(std::move(socket));
        else
            m_lastError = errno;
    }

    Descriptor wait()
    {
        std::vector<pollfd> waited{{m_cancel.fd(), POLLIN, 0}};
        for (const Descriptor &attempt : m_attempts)
            waited.push_back({attempt.get(), POLLOUT, 0});
        const auto until = m_next < m_addresses.size() ? std::min(m_deadline, m_nextStart) : m_deadline;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
        ::poll(waited.data(), waited.size(), int(std::max<qint64>(left.count(), 0)));
        for (size_t i = waited.size() - 1; i >= 1; --i) {
            if (waited[i].revents == 0)
                continue;
            socklen_t size = sizeof m_lastError;
            int error = 0;
            ::getsockopt(waited[i].fd, SOL_SOCKET, SO_ERROR, &error, &size);
            Descriptor finished = std::move(m_attempts[i - 1]);
            if (error == 0)
                return finished;
            m_lastError = error;
            m_attempts.erase(m_attempts.begin() + qsizetype(i) - 1);
            m_nextStart = Clock::now();
        }
        return {};
    }

    [[nodiscard]] tl::unexpected<Error> refused() const
    {
        const auto kind = m_lastError == ETIMEDOUT ? ErrorKind::Timeout : ErrorKind::Disconnected;
        return fail(kind, QStringLiteral("cannot connect to %1: %2")
                              .arg(m_destination.toString(), QString::fromLocal8Bit(std::strerror(m_lastError))));
    }

    const Destination &m_destination;
    const CancelSwitch &m_cancel;
    const std::vector<SocketAddress> m_addresses;
    const Clock::time_point m_deadline;
    size_t m_next = 0;
    Clock::time_point m_nextStart{};
    std::vector<Descriptor> m_attempts;
    int m_lastError = 0;
};

} // namespace

Result<Descriptor> dial(const Destination &destination, const CancelSwitch &cancel)
{
    const auto deadline = Clock::now() + destination.connectTimeout;
    auto addresses = resolve(destination.host, destination.port, cancel, deadline);
    if (!addresses) {
        return fail(addresses.error().kind, QStringLiteral("cannot connect to %1: %2")
                                                .arg(destination.toString(), addresses.error().detail));
    }
    return Dialer(destination, cancel, std::move(*addresses), deadline).run();
}

} // namespace holdpoint::ssh
