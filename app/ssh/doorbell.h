// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace holdpoint::ssh {

/// Calls a function on its owner's thread after any thread rang; ringing again before that costs nothing.
///
/// Thread: ring() any; the rest on the owner's.
/// Invariants: at most one call is under way to the owner's event loop; none arrives after silence().
class Doorbell : public std::enable_shared_from_this<Doorbell>
{
public:
    Doorbell(QObject *owner, std::function<void()> answer) : m_owner(owner), m_answer(std::move(answer)) {}

    void ring()
    {
        if (m_rung.exchange(true))
            return;
        const std::lock_guard lock(m_mutex);
        if (m_owner != nullptr)
            QMetaObject::invokeMethod(m_owner, [self = shared_from_this()] { self->answer(); }, Qt::QueuedConnection);
    }
    /// The owner is about to die or wants no more calls.
    void silence()
    {
        const std::lock_guard lock(m_mutex);
        m_owner = nullptr;
    }

private:
    void answer()
    {
        m_rung = false; // before answering: what happens from now on rings again
        if (m_owner != nullptr)
            m_answer();
    }

    std::atomic<bool> m_rung = false;
    std::mutex m_mutex;
    QObject *m_owner; ///< written under m_mutex on the owner's thread, read under it elsewhere
    const std::function<void()> m_answer;
};

} // namespace holdpoint::ssh
