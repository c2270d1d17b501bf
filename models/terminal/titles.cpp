// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/titles.h>

#include <models/terminal/eventtext.h>
#include <models/terminal/limits.h>

namespace holdpoint::terminal {

void Titles::set(Which which, const QByteArray &text)
{
    const QString title = eventText(m_setHex ? QByteArray::fromHex(text) : text);
    if (which != Window)
        m_now.icon = title;
    if (which != Icon)
        m_now.window = title;
}

void Titles::push()
{
    if (m_kept.size() < Limits::keptTitles)
        m_kept.push_back(m_now);
}

void Titles::pop(Which which)
{
    if (m_kept.empty())
        return;
    if (which != Window)
        m_now.icon = m_kept.back().icon;
    if (which != Icon)
        m_now.window = m_kept.back().window;
    m_kept.pop_back();
}

void Titles::setMode(int mode, bool on)
{
    if (mode == SetHex || mode == SetUtf8)
        m_setHex = on == (mode == SetHex);
    else if (mode == ReportHex || mode == ReportUtf8)
        m_reportHex = on == (mode == ReportHex);
}

QByteArray Titles::report(Which which) const
{
    const QByteArray text = (which == Icon ? m_now.icon : m_now.window).toUtf8();
    return m_reportHex ? text.toHex().toUpper() : text;
}

} // namespace holdpoint::terminal
