// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/chain.h>
#include <models/ledger/storage.h>
#include <models/ledger/workqueue.h>

#include <QDeadlineTimer>
#include <QThread>

#include <mutex>

namespace holdpoint::ledger {

/// The ledger's thread: takes what waits, writes it in groups, keeps the high-water file and the checkpoints, and decides
/// what a failed write means.
///
/// Thread: construction, destruction and listen() on one; queue(), head(), setSigner() and requestCheckpoint() from any.
/// Owns: thread, storage lock and chain. Destruction writes what waits, then the high-water file.
class Ledger::Writer
{
public:
    /// Opens the ledger on its thread and waits for that. Errors: as Ledger::open().
    static Result<std::unique_ptr<Writer>> open(const QString &folder, const Clock &clock);
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// `ledger` emits failed() and spaceLow() on its own thread from now on.
    void listen(Ledger *ledger);
    void setSigner(std::shared_ptr<Signer> signer);
    [[nodiscard]] Head head() const;
    [[nodiscard]] const QString &origin() const { return m_origin; }
    [[nodiscard]] WorkQueue &queue() { return *m_queue; }

    // The rest runs on the ledger's thread, from tasks.
    /// The open chain, or why there is none since a recover() failed.
    [[nodiscard]] Result<Chain *> chain();
    void requestCheckpoint(const std::shared_ptr<QPromise<Result<Checkpoint>>> &promise);
    Result<> recover();
    Result<Erased> erase(const QList<Erasure> &erasures);

private:
    /// Closing: the disk is full and the reserve takes what ends things.
    enum class Mode { Open, Closing, Failed };
    using Batch = WorkQueue::Batch;

    Writer(std::unique_ptr<Storage> storage, const Clock &clock);
    Result<> openChain();
    void run();
    void write(Batch &batch);
    void writeOut(std::vector<AppendJob> &appends, std::vector<StoreJob> &checkpoints);
    void finish(std::vector<AppendJob> &appends, std::vector<StoreJob> &checkpoints,
                Result<std::vector<Entry>> written);
    void fall(const Error &error, Mode mode);
    Result<> addOwn(const char *type, const QString &detail);
    [[nodiscard]] Result<> takeAway(const QList<Entry> &records);
    /// Goes on where a process was interrupted between the record of an erasure and the erasure.
    Result<> completeErasures();
    QString rebuild();
    void publishHead();
    void maintain();
    void keepHighWater();
    void watchSpace();
    void takeDueCheckpoint();

    const Clock &m_clock;
    std::unique_ptr<Storage> m_storage;
    std::shared_ptr<WorkQueue> m_queue = std::make_shared<WorkQueue>();
    std::unique_ptr<QThread> m_thread;
    QString m_origin;

    mutable std::mutex m_mutex; ///< guards the next three
    Head m_head;
    Ledger *m_listener = nullptr;
    std::shared_ptr<Signer> m_signer;

    // The ledger's thread only.
    std::unique_ptr<Chain> m_chain;
    Mode m_mode = Mode::Open;
    Error m_failure;
    quint64 m_checkpointSize = 0;
    qint64 m_checkpointMs = 0;
    quint64 m_highWaterSize = 0;
    QDeadlineTimer m_nextUpkeep;
    qsizetype m_spaceLevel = 0;
};

} // namespace holdpoint::ledger
