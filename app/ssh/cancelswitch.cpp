// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/cancelswitch.h>

#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

namespace holdpoint::ssh {

CancelSwitch::CancelSwitch() : m_event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

void CancelSwitch::cancel()
{
    m_cancelled = true;
    ::eventfd_write(m_event.get(), 1);
    const std::lock_guard lock(m_mutex);
    for (const Descriptor &socket : m_sockets)
        ::shutdown(socket.get(), SHUT_RDWR);
}

void CancelSwitch::guard(int socket)
{
    const std::lock_guard lock(m_mutex);
    m_sockets.emplace_back(::fcntl(socket, F_DUPFD_CLOEXEC, 0));
    if (m_cancelled)
        ::shutdown(socket, SHUT_RDWR);
}

void CancelSwitch::release()
{
    const std::lock_guard lock(m_mutex);
    m_sockets.clear();
}

} // namespace holdpoint::ssh
