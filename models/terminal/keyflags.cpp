// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/keyflags.h>

namespace holdpoint::terminal {

void KeyFlags::push(int flags)
{
    if (m_aside.size() == most)
        m_aside.erase(m_aside.begin());
    m_aside.push_back(m_current);
    m_current = flags & known;
}

void KeyFlags::pop(int count)
{
    for (; count > 0 && !m_aside.empty(); --count) {
        m_current = m_aside.back();
        m_aside.pop_back();
    }
    if (count > 0)
        m_current = 0;
}

void KeyFlags::change(int flags, Change how)
{
    flags &= known;
    switch (how) {
    case Change::Replace: m_current = flags; break;
    case Change::Add: m_current |= flags; break;
    case Change::Remove: m_current &= ~flags; break;
    }
}

} // namespace holdpoint::terminal
