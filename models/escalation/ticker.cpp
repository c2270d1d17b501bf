// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/escalation/ticker.h>

namespace holdpoint::escalation {

Ticker::Ticker(const Escalation &escalation, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_escalation(escalation)
    , m_clock(clock)
{
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &Ticker::check);
}

void Ticker::escalationChanged()
{
    if (!m_escalation.isActive()) {
        m_timer.stop();
        m_announced = -1;
        m_followUpAnnounced = false;
        return;
    }
    if (m_escalation.state == Escalation::State::Running)
        m_followUpAnnounced = false;
    if (!m_timer.isActive()) {
        // The rungs that are due already were announced by whoever started or resumed the escalation.
        m_announced = m_escalation.currentRung(m_clock);
        m_timer.start();
    }
}

void Ticker::check()
{
    emit tick();
    if (m_escalation.state == Escalation::State::Running) {
        const int current = m_escalation.currentRung(m_clock);
        if (current > m_announced) {
            m_announced = current;
            emit rungDue(current);
        }
    } else if (m_escalation.state == Escalation::State::Acknowledged && !m_followUpAnnounced
               && m_escalation.followUpRemainingMs(m_clock) <= 0) {
        m_followUpAnnounced = true;
        emit followUpDue();
    }
}

} // namespace holdpoint::escalation
