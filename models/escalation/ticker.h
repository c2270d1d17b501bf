// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/escalation/escalation.h>

#include <QObject>
#include <QSet>
#include <QTimer>

namespace holdpoint::escalation {

/// Watches an escalation's deadlines and says when a rung's time has come.
///
/// Thread: the thread it lives on (GUI). Deadlines are judged anew at every tick, so that a suspended or restarted
/// machine says once, at the next tick, what is overdue.
class Ticker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Ticker)

public:
    Ticker(const Escalation &escalation, const Clock &clock, QObject *parent = nullptr);

    /// Call after every change of the escalation: starts or stops the clock.
    void escalationChanged();
    /// One look at the deadlines; the timer calls it every second.
    void check();

signals:
    void tick();
    void rungDue(int rung);
    void followUpDue();

private:
    const Escalation &m_escalation;
    const Clock &m_clock;
    QTimer m_timer;
    int m_announced = -1; ///< the last rung that was announced
    bool m_followUpAnnounced = false;
};

} // namespace holdpoint::escalation
