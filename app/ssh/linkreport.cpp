// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/linkreport.h>

namespace holdpoint::ssh {

void LinkReport::setSilent(bool silent)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_silent == silent)
            return;
        m_silent = silent;
    }
    m_notify();
}

void LinkReport::setLost(Error why)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_lost)
            return;
        m_lost = std::move(why);
    }
    m_notify();
}

bool LinkReport::isSilent() const
{
    const std::lock_guard lock(m_mutex);
    return m_silent;
}

std::optional<Error> LinkReport::lost() const
{
    const std::lock_guard lock(m_mutex);
    return m_lost;
}

} // namespace holdpoint::ssh
