// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/chain.h>
#include <models/ledger/record.h>

#include <QPromise>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <vector>

namespace holdpoint::ledger {

struct AppendJob
{
    EncodedDraft encoded;
    QPromise<Result<Entry>> promise;
};

/// A checkpoint that waits for its place in a transaction. Nobody waits for an automatic one: it has no promise, wakes no
/// thread and rides with the next transaction, so that it costs no fdatasync of its own.
struct StoreJob
{
    Checkpoint checkpoint;
    std::shared_ptr<QPromise<Result<Checkpoint>>> promise;
};

/// Runs on the ledger's thread; false to be called again after what was appended meanwhile.
using Task = std::function<bool()>;

/// What waits for the ledger's thread.
///
/// Thread: any. Invariants: a task is handed out only with every append that was pushed before it; after close() nothing
/// more gets in, and what is in is still handed out.
class WorkQueue
{
public:
    struct Batch
    {
        std::vector<AppendJob> appends;
        std::vector<StoreJob> checkpoints;
        Task task;
    };

    /// False, and the job is untouched, when the queue is closed.
    bool push(AppendJob &job);
    bool push(StoreJob job);
    bool push(Task task);
    void pushFront(Task task);
    void close();

    /// Waits for work at most so long: an empty batch then. Nothing after close() when all is done.
    std::optional<Batch> take(std::chrono::milliseconds wait);

private:
    [[nodiscard]] bool isUrgent() const;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<AppendJob> m_appends;
    std::vector<StoreJob> m_checkpoints;
    std::deque<Task> m_tasks;
    bool m_closed = false;
};

} // namespace holdpoint::ledger
