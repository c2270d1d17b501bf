// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/terminalpair.h>

#include <cstdlib>
#include <fcntl.h>
#include <initializer_list>
#include <sys/ioctl.h>
#include <unistd.h>

namespace holdpoint::secrets {

TerminalPair::TerminalPair()
{
    m_near = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    char name[64] = {};
    if (m_near >= 0 && ::grantpt(m_near) == 0 && ::unlockpt(m_near) == 0 && ::ptsname_r(m_near, name, sizeof name) == 0)
        m_far = ::open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
}

TerminalPair::~TerminalPair()
{
    for (const int fd : {m_near, m_far}) {
        if (fd >= 0)
            ::close(fd);
    }
}

void TerminalPair::becomeTerminal() const
{
    ::setsid();
    ::ioctl(m_far, TIOCSCTTY, 0);
}

} // namespace holdpoint::secrets
