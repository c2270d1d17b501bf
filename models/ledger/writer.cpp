// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/writer.h>

#include <models/base/log.h>
#include <models/ledger/checkpoint.h>
#include <models/ledger/highwater.h>
#include <models/ledger/ledgerfile.h>
#include <models/ledger/logfile.h>

#include <QFileInfo>
#include <QUuid>

#include <array>

namespace holdpoint::ledger {

namespace {

constexpr std::chrono::milliseconds upkeepInterval(1000);
constexpr quint64 checkpointEntries = 50;
constexpr qint64 checkpointIntervalMs = 60'000;
/// Free bytes beside the reserve without which a disk that was full still is.
constexpr qint64 roomToRecover = 1 << 20;
/// Free bytes under which the operator is warned, the later the more urgent.
constexpr std::array<qint64, 2> spaceLimits{qint64(1) << 30, qint64(200) << 20};

} // namespace

Ledger::Writer::Writer(std::unique_ptr<Storage> storage, const Clock &clock)
    : m_clock(clock)
    , m_storage(std::move(storage))
{
}

Result<std::unique_ptr<Ledger::Writer>> Ledger::Writer::open(const QString &folder, const Clock &clock)
{
    auto storage = Storage::open(folder);
    if (!storage)
        return fail(storage.error());
    std::unique_ptr<Writer> writer(new Writer(std::move(*storage), clock));
    QPromise<Result<>> opened;
    QFuture<Result<>> future = opened.future();
    opened.start();
    writer->m_thread.reset(QThread::create([self = writer.get(), promise = std::move(opened)]() mutable {
        const Result<> result = self->openChain();
        promise.addResult(result);
        promise.finish();
        if (result)
            self->run();
        self->m_chain.reset();
    }));
    writer->m_thread->setObjectName(QStringLiteral("ledger"));
    writer->m_thread->start();
    if (const Result<> result = future.result(); !result)
        return fail(result.error());
    return writer;
}

Ledger::Writer::~Writer()
{
    m_queue->close();
    if (m_thread)
        m_thread->wait();
}

Result<> Ledger::Writer::openChain()
{
    const QString path = m_storage->ledgerPath();
    if (!QFileInfo::exists(path)) {
        const auto highWater = readHighWater(highWaterPath(path));
        if (!highWater)
            return fail(highWater.error());
        if (*highWater && (*highWater)->size > 0)
            return fail(ErrorKind::Corrupt, QStringLiteral("%1: ledger is older than high-water mark (size 0 < %2)")
                                                .arg(path)
                                                .arg((*highWater)->size));
        const QString origin = QStringLiteral("holdpoint/") + QUuid::createUuid().toString(QUuid::WithoutBraces);
        if (auto created = createLedgerFile(path, origin); !created)
            return created;
    }
    auto chain = Chain::open(path, m_clock);
    if (!chain)
        return fail(chain.error());
    m_chain = std::move(*chain);
    m_origin = m_chain->origin();
    m_checkpointSize = m_chain->head().size;
    m_checkpointMs = m_clock.bootMs();
    if (auto reserved = m_storage->makeReserve(); !reserved)
        log::warning(QStringLiteral("no space for the ledger's reserve: %1").arg(reserved.error().detail));
    else if (m_storage->freeBytes() > spaceLimits.back())
        makeLogRoom(path);
    if (m_chain->isRecovered()) {
        if (auto added = addOwn("recovered-after-crash", QString()); !added)
            return added;
    }
    if (auto completed = completeErasures(); !completed)
        log::warning(QStringLiteral("an erasure stays incomplete: %1").arg(completed.error().detail));
    publishHead();
    keepHighWater();
    return {};
}

Result<Chain *> Ledger::Writer::chain() { return m_chain ? Result<Chain *>(m_chain.get()) : fail(m_failure); }

void Ledger::Writer::run()
{
    while (auto batch = m_queue->take(upkeepInterval)) {
        write(*batch);
        if (batch->task && !batch->task())
            m_queue->pushFront(std::move(batch->task));
        maintain();
    }
    keepHighWater();
}

void Ledger::Writer::write(Batch &batch)
{
    std::vector<AppendJob> refused;
    std::vector<StoreJob> refusedCheckpoints;
    if (m_mode == Mode::Failed)
        refused.swap(batch.appends);
    if (m_mode != Mode::Open)
        refusedCheckpoints.swap(batch.checkpoints);
    if (m_mode == Mode::Closing) {
        const auto ordinary =
            std::stable_partition(batch.appends.begin(), batch.appends.end(),
                                  [](const AppendJob &job) { return job.encoded.draft.kind == Draft::Kind::Closing; });
        std::move(ordinary, batch.appends.end(), std::back_inserter(refused));
        batch.appends.erase(ordinary, batch.appends.end());
    }
    finish(refused, refusedCheckpoints, fail(m_failure));
    if (!batch.appends.empty() || !batch.checkpoints.empty())
        writeOut(batch.appends, batch.checkpoints);
}

void Ledger::Writer::writeOut(std::vector<AppendJob> &appends, std::vector<StoreJob> &checkpoints)
{
    std::vector<EncodedDraft> drafts;
    drafts.reserve(appends.size());
    for (const AppendJob &job : appends)
        drafts.push_back(job.encoded);
    std::vector<Checkpoint> rows;
    rows.reserve(checkpoints.size());
    for (const StoreJob &job : checkpoints)
        rows.push_back(job.checkpoint);
    auto written = m_chain->write(drafts, rows);
    if (written) {
        publishHead();
        finish(appends, checkpoints, std::move(written));
        return;
    }
    if (m_mode != Mode::Open || !m_chain->database().diskFull()) {
        fall(written.error(), Mode::Failed);
        finish(appends, checkpoints, std::move(written));
        return;
    }
    // The disk is full: give the reserve back and try once more with what ends things.
    m_storage->freeReserve();
    fall(written.error(), Mode::Closing);
    if (auto noted = addOwn("storage-full", written.error().detail); !noted)
        fall(noted.error(), Mode::Failed);
    Batch again{std::move(appends), std::move(checkpoints), {}};
    write(again);
}

void Ledger::Writer::finish(std::vector<AppendJob> &appends, std::vector<StoreJob> &checkpoints,
                            Result<std::vector<Entry>> written)
{
    // All answers first: who waits for the first one finds the others there when it has woken up, and sleeps once a group.
    for (std::size_t i = 0; i < appends.size(); ++i) {
        appends[i].promise.addResult(written ? Result<Entry>(std::move((*written)[i]))
                                             : Result<Entry>(fail(written.error())));
    }
    for (AppendJob &job : appends)
        job.promise.finish();
    for (const StoreJob &job : checkpoints) {
        if (!job.promise)
            continue;
        job.promise->addResult(written ? Result<Checkpoint>(job.checkpoint) : fail(written.error()));
        job.promise->finish();
    }
}

void Ledger::Writer::fall(const Error &error, Mode mode)
{
    const bool isFirst = m_mode == Mode::Open;
    m_mode = mode;
    if (!isFirst)
        return;
    m_failure = error;
    log::error(QStringLiteral("the ledger cannot be written: %1").arg(error.detail));
    const std::lock_guard lock(m_mutex);
    if (m_listener)
        QMetaObject::invokeMethod(
            m_listener, [ledger = m_listener, error] { emit ledger->failed(error); }, Qt::QueuedConnection);
}

Result<> Ledger::Writer::addOwn(const char *type, const QString &detail)
{
    QJsonObject body;
    if (!detail.isEmpty())
        body.insert(QStringLiteral("reason"), detail);
    auto encoded =
        encodeDraft({QString::fromLatin1(type), QStringLiteral("holdpoint"), {}, body, {}, Draft::Kind::Closing});
    if (!encoded)
        return fail(encoded.error());
    const auto written = m_chain->write({&*encoded, 1}, {});
    if (!written)
        return fail(written.error());
    publishHead();
    return {};
}

Result<> Ledger::Writer::recover()
{
    if (m_mode == Mode::Open)
        return {};
    const Head before = head();
    // A fresh connection: the old one's cache may hold what the failed write never brought to disk.
    m_chain.reset();
    auto chain = Chain::open(m_storage->ledgerPath(), m_clock);
    if (!chain) {
        m_failure = chain.error();
        return fail(chain.error());
    }
    m_chain = std::move(*chain);
    if (m_chain->head().size < before.size || m_chain->tree().root(before.size) != before.root)
        return fail(ErrorKind::Corrupt, QStringLiteral("the ledger lost entries that were on disk"));
    if (auto reserved = m_storage->makeReserve(); !reserved)
        return reserved;
    // A few bytes fit into a log that is there already, on a disk that has no room for more.
    if (const qint64 free = m_storage->freeBytes(); free >= 0 && free < roomToRecover)
        return fail(ErrorKind::Io, QStringLiteral("%1: the disk is still full").arg(m_storage->ledgerPath()));
    if (auto added = addOwn("ledger-recovered", m_failure.detail); !added)
        return added;
    m_mode = Mode::Open;
    return {};
}

void Ledger::Writer::requestCheckpoint(const std::shared_ptr<QPromise<Result<Checkpoint>>> &promise)
{
    Checkpoint checkpoint;
    checkpoint.head = head();
    checkpoint.origin = m_origin;
    checkpoint.body = checkpointBody(m_origin, checkpoint.head);
    checkpoint.utc = m_clock.utcNow();
    m_checkpointSize = checkpoint.head.size;
    m_checkpointMs = m_clock.bootMs();
    std::shared_ptr<Signer> signer;
    {
        const std::lock_guard lock(m_mutex);
        signer = m_signer;
    }
    const auto store = [queue = m_queue, checkpoint, promise](const QByteArray &signature) {
        StoreJob job{checkpoint, promise};
        job.checkpoint.signature = signature;
        if (!queue->push(std::move(job)) && promise) {
            promise->addResult(fail(ErrorKind::Cancelled, QStringLiteral("the ledger is closed")));
            promise->finish();
        }
    };
    if (!signer || (!promise && !signer->isUnattended()))
        return store(QByteArray());
    // The signer outlives the future's answer because the continuation holds it.
    signer->signature(checkpointNamespace(), checkpoint.body)
        .then([store, signer](const Result<QByteArray> &signature) {
            if (!signature)
                log::warning(QStringLiteral("a checkpoint stays unsigned: %1").arg(signature.error().detail));
            store(signature.value_or(QByteArray()));
        });
}

void Ledger::Writer::listen(Ledger *ledger)
{
    const std::lock_guard lock(m_mutex);
    m_listener = ledger;
}

void Ledger::Writer::setSigner(std::shared_ptr<Signer> signer)
{
    const std::lock_guard lock(m_mutex);
    m_signer = std::move(signer);
}

Head Ledger::Writer::head() const
{
    const std::lock_guard lock(m_mutex);
    return m_head;
}

void Ledger::Writer::publishHead()
{
    const Head head = m_chain->head();
    const std::lock_guard lock(m_mutex);
    m_head = head;
}

void Ledger::Writer::maintain()
{
    if (m_mode == Mode::Open)
        takeDueCheckpoint();
    if (!m_nextUpkeep.hasExpired())
        return;
    m_nextUpkeep.setRemainingTime(upkeepInterval);
    keepHighWater();
    watchSpace();
}

void Ledger::Writer::keepHighWater()
{
    const Head current = head();
    if (current.size == m_highWaterSize && m_highWaterSize > 0)
        return;
    if (auto kept = writeHighWater(highWaterPath(m_storage->ledgerPath()), current); !kept)
        log::warning(QStringLiteral("the ledger's high-water file cannot be written: %1").arg(kept.error().detail));
    else
        m_highWaterSize = current.size;
}

void Ledger::Writer::watchSpace()
{
    const qint64 bytes = m_storage->freeBytes();
    const qsizetype level = bytes < 0 ? 0
                                      : std::count_if(spaceLimits.begin(), spaceLimits.end(),
                                                      [bytes](qint64 limit) { return bytes < limit; });
    const bool isWorse = level > m_spaceLevel;
    m_spaceLevel = level;
    const std::lock_guard lock(m_mutex);
    if (isWorse && m_listener)
        QMetaObject::invokeMethod(
            m_listener, [ledger = m_listener, bytes] { emit ledger->spaceLow(bytes); }, Qt::QueuedConnection);
    else if (isWorse)
        m_spaceLevel = 0; // nobody heard it: say it again
}

void Ledger::Writer::takeDueCheckpoint()
{
    const quint64 fresh = head().size - m_checkpointSize;
    if (fresh >= checkpointEntries || (fresh > 0 && m_clock.bootMs() - m_checkpointMs >= checkpointIntervalMs))
        requestCheckpoint(nullptr);
}

} // namespace holdpoint::ledger
