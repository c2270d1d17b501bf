// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/workqueue.h>

namespace holdpoint::ledger {

namespace {

constexpr std::size_t maximumAppends = 1024;
constexpr qsizetype maximumBytes = 32 * 1024 * 1024;

qsizetype attachedBytes(const Draft &draft)
{
    qsizetype bytes = 0;
    for (const QByteArray &attachment : draft.attachments)
        bytes += attachment.size();
    return bytes;
}

} // namespace

bool WorkQueue::push(AppendJob &job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return false;
        m_appends.push_back(std::move(job));
        // Whoever came first has woken the ledger's thread.
        if (m_appends.size() > 1)
            return true;
    }
    m_wake.notify_one();
    return true;
}

bool WorkQueue::push(StoreJob job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return false;
        m_checkpoints.push_back(std::move(job));
    }
    m_wake.notify_one();
    return true;
}

bool WorkQueue::push(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return false;
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
    return true;
}

void WorkQueue::pushFront(Task task)
{
    const std::lock_guard lock(m_mutex);
    m_tasks.push_front(std::move(task));
}

void WorkQueue::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_wake.notify_one();
}

bool WorkQueue::isUrgent() const
{
    return !m_appends.empty() || !m_tasks.empty()
           || std::any_of(m_checkpoints.begin(), m_checkpoints.end(), [](const StoreJob &job) { return job.promise; });
}

std::optional<WorkQueue::Batch> WorkQueue::take(std::chrono::milliseconds wait)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, wait, [this] { return m_closed || isUrgent(); });
    if (m_closed && !isUrgent() && m_checkpoints.empty())
        return {};
    Batch batch;
    for (qsizetype bytes = 0; !m_appends.empty() && batch.appends.size() < maximumAppends && bytes < maximumBytes;) {
        bytes += attachedBytes(m_appends.front().encoded.draft);
        batch.appends.push_back(std::move(m_appends.front()));
        m_appends.pop_front();
    }
    batch.checkpoints.swap(m_checkpoints);
    if (m_appends.empty() && !m_tasks.empty()) {
        batch.task = std::move(m_tasks.front());
        m_tasks.pop_front();
    }
    return batch;
}

} // namespace holdpoint::ledger
