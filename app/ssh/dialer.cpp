// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/dialer.h>

#include <app/ssh/resolver.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>

namespace holdpoint::ssh {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds headStart{250};     // RFC 8305 section 5
constexpr std::chrono::milliseconds attemptPause{1000}; // ConnectionAttempts of ssh_config(5): one a second

/// How long what was sent may stay unacknowledged, in ms for TCP_USER_TIMEOUT: not shorter than the link itself hopes, nor
/// than a slow host needs to accept a connection. 0: as long as the system has it.
unsigned int unacknowledgedLimit(const LinkTiming &timing)
{
    const auto limit = std::max(timing.lostAfter, LinkTiming().lostAfter).count();
    return limit > std::numeric_limits<int>::max() ? 0 : unsigned(limit);
}

/// One attempt after the other, those under way all watched at once.
class Dialer
{
public:
    Dialer(const Destination &destination, const CancelSwitch &cancel, const std::vector<SocketAddress> &addresses,
           const std::vector<SocketAddress> &from, Clock::time_point deadline)
        : m_destination(destination)
        , m_cancel(cancel)
        , m_addresses(addresses)
        , m_from(from)
        , m_deadline(deadline)
    {
    }

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
        setOptions(socket.get());
        if (!bindFrom(socket.get(), address.storage.ss_family)) {
            m_lastError = errno;
            return;
        }
        // POSIX takes every socket address by this pointer.
        const int rc = ::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address.storage), address.length);
        if (rc == 0 || errno == EINPROGRESS)
            m_attempts.push_back(std::move(socket));
        else
            m_lastError = errno;
    }

    void setOptions(int socket) const
    {
        const int on = 1;
        const int keepAlive = m_destination.tcpKeepAlive ? 1 : 0;
        const unsigned int limit = unacknowledgedLimit(m_destination.timing);
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        ::setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &limit, sizeof limit);
        ::setsockopt(socket, SOL_SOCKET, SO_KEEPALIVE, &keepAlive, sizeof keepAlive);
    }

    /// Sets errno when it fails.
    [[nodiscard]] bool bindFrom(int socket, sa_family_t addressFamily) const
    {
        if (m_destination.bindAddress.isEmpty())
            return true;
        for (const SocketAddress &from : m_from) {
            if (from.storage.ss_family == addressFamily)
                return ::bind(socket, reinterpret_cast<const sockaddr *>(&from.storage), from.length) == 0;
        }
        errno = EADDRNOTAVAIL;
        return false;
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
        const QString &from = m_destination.bindAddress;
        return fail(kind,
                    QStringLiteral("cannot connect to %1%2: %3")
                        .arg(m_destination.toString(), from.isEmpty() ? from : QStringLiteral(" from %1").arg(from),
                             QString::fromLocal8Bit(std::strerror(m_lastError))));
    }

    const Destination &m_destination;
    const CancelSwitch &m_cancel;
    const std::vector<SocketAddress> &m_addresses;
    const std::vector<SocketAddress> &m_from;
    const Clock::time_point m_deadline;
    size_t m_next = 0;
    Clock::time_point m_nextStart{};
    std::vector<Descriptor> m_attempts;
    int m_lastError = 0;
};

Result<Descriptor> attempt(const Destination &destination, const CancelSwitch &cancel, const LookUpListener &looksUp)
{
    const auto deadline = Clock::now() + destination.connectTimeout;
    const auto look = [&](const QString &host, quint16 port) {
        looksUp(host);
        return resolve(host, port, destination.addressFamily, cancel, deadline);
    };
    const QString &name = destination.lookedUpName.isEmpty() ? destination.host : destination.lookedUpName;
    const auto addresses = look(name, destination.port);
    const bool isFree = destination.bindAddress.isEmpty() || !addresses;
    const auto from = isFree ? Result<std::vector<SocketAddress>>() : look(destination.bindAddress, 0);
    looksUp({});
    if (!addresses || !from) {
        const Error &why = addresses ? from.error() : addresses.error();
        return fail(why.kind, QStringLiteral("cannot connect to %1: %2").arg(destination.toString(), why.detail));
    }
    return Dialer(destination, cancel, *addresses, *from, deadline).run();
}

} // namespace

Result<Descriptor> dial(const Destination &destination, const CancelSwitch &cancel, const LookUpListener &looksUp)
{
    auto connected = attempt(destination, cancel, looksUp);
    for (int tried = 1; !connected && tried < destination.connectionAttempts; ++tried) {
        pollfd waited{cancel.fd(), POLLIN, 0};
        ::poll(&waited, 1, int(attemptPause.count()));
        if (cancel.isCancelled())
            return fail(ErrorKind::Cancelled, QStringLiteral("called off while connecting"));
        connected = attempt(destination, cancel, looksUp);
    }
    return connected;
}

} // namespace holdpoint::ssh
