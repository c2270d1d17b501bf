// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/loginslots.h>

namespace holdpoint::ssh {

void LoginSlots::request(const void *who, std::function<void()> start)
{
    m_waiting.emplace_back(who, std::move(start));
    fill();
}

void LoginSlots::release(const void *who)
{
    std::erase(m_inside, who);
    std::erase_if(m_waiting, [who](const auto &each) { return each.first == who; });
    fill();
}

void LoginSlots::fill()
{
    while (m_inside.size() < m_room && !m_waiting.empty()) {
        const auto [who, start] = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_inside.push_back(who);
        start();
    }
}

} // namespace holdpoint::ssh
