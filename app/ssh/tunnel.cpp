// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/tunnel.h>

#include <array>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

namespace holdpoint::ssh {

Tunnel::Tunnel(QString host, quint16 port)
    : m_host(std::move(host)), m_port(port), m_settled(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0)
        return;
    m_loginEnd.reset(ends[0]);
    m_workerEnd.reset(ends[1]);
}

Result<Descriptor> Tunnel::wait(const CancelSwitch &cancel, std::chrono::milliseconds limit)
{
    if (!m_loginEnd.isOpen() || !m_settled.isOpen())
        return fail(ErrorKind::Io, QStringLiteral("no descriptors are left"));
    std::array<pollfd, 2> waited{pollfd{m_settled.get(), POLLIN, 0}, pollfd{cancel.fd(), POLLIN, 0}};
    while (::poll(waited.data(), waited.size(), int(limit.count())) < 0) {
    }
    if (cancel.isCancelled())
        return fail(ErrorKind::Cancelled, QStringLiteral("called off while connecting"));
    const std::lock_guard lock(m_mutex);
    if (!m_outcome)
        return fail(ErrorKind::Timeout, QStringLiteral("no answer in time"));
    if (!*m_outcome)
        return fail(m_outcome->error());
    return std::move(m_loginEnd);
}

void Tunnel::settle(Result<> outcome)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_outcome)
            return;
        m_outcome = std::move(outcome);
    }
    ::eventfd_write(m_settled.get(), 1);
}

} // namespace holdpoint::ssh
