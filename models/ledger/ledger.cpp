// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/ledger.h>

#include <models/ledger/chainwalk.h>
#include <models/ledger/writer.h>

#include <QDeadlineTimer>
#include <QFileInfo>

namespace holdpoint::ledger {

namespace {

constexpr int auditRowsAtOnce = 20;
constexpr int auditStepMs = 8; ///< what an append may have to wait for

Error closed() { return {ErrorKind::Cancelled, QStringLiteral("the ledger is closed")}; }

template <class T> void answer(QPromise<Result<T>> &promise, Result<T> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

/// Queues `task(promise)` for the ledger's thread; it returns false to be called again.
template <class T, class Run> QFuture<Result<T>> queueTask(WorkQueue &queue, Run run)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    if (!queue.push([promise, run = std::move(run)]() mutable { return run(promise); }))
        answer<T>(*promise, fail(closed()));
    return future;
}

tl::unexpected<Error> beyondTheEnd()
{
    return fail(ErrorKind::NotFound, QStringLiteral("the ledger has no such entry or size"));
}

} // namespace

Ledger::Ledger(QString folder, std::unique_ptr<Writer> writer)
    : m_folder(std::move(folder))
    , m_writer(std::move(writer))
{
    m_writer->listen(this);
}

Ledger::~Ledger() = default;

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &folder, const Clock &clock)
{
    const QString path = QFileInfo(folder).absoluteFilePath();
    auto writer = Writer::open(path, clock);
    if (!writer)
        return fail(writer.error());
    return std::unique_ptr<Ledger>(new Ledger(path, std::move(*writer)));
}

QString Ledger::folder() const { return m_folder; }
QString Ledger::origin() const { return m_writer->origin(); }
Head Ledger::head() const { return m_writer->head(); }
void Ledger::setSigner(std::shared_ptr<Signer> signer) { m_writer->setSigner(std::move(signer)); }

Head Ledger::emptyHead() { return {0, QByteArray(hashSize, '\0'), MerkleTree().root()}; }

QFuture<Result<Entry>> Ledger::append(Draft draft)
{
    AppendJob job;
    job.promise.start();
    QFuture<Result<Entry>> future = job.promise.future();
    auto encoded = encodeDraft(std::move(draft));
    if (encoded)
        job.encoded = *std::move(encoded);
    if (!encoded || !m_writer->queue().push(job))
        answer<Entry>(job.promise, fail(encoded ? closed() : encoded.error()));
    return future;
}

template <class T, class Read> QFuture<Result<T>> Ledger::ask(Read read)
{
    return queueTask<T>(m_writer->queue(), [writer = m_writer.get(), read = std::move(read)](const auto &promise) {
        const Result<Chain *> chain = writer->chain();
        answer<T>(*promise, chain ? read(**chain) : Result<T>(fail(chain.error())));
        return true;
    });
}

QFuture<Result<QList<Entry>>> Ledger::entries(const QByteArray &run, Attachments attachments)
{
    return ask<QList<Entry>>([run, attachments](Chain &chain) -> Result<QList<Entry>> {
        const auto rows = run.isEmpty() ? chain.database().rows(0, -1, Database::Columns::All)
                                        : chain.database().rowsOfRun(run);
        return rows ? chain.entriesFrom(*rows, attachments) : fail(rows.error());
    });
}

QFuture<Result<QList<Entry>>> Ledger::entriesFrom(quint64 sequence, int count, Attachments attachments)
{
    return ask<QList<Entry>>(
        [=](Chain &chain) { return chain.piece(sequence, count, attachments); });
}

QFuture<Result<QList<Entry>>> Ledger::entriesOfType(const QString &type)
{
    return ask<QList<Entry>>([type](Chain &chain) -> Result<QList<Entry>> {
        const auto rows = chain.database().rowsOfType(type);
        return rows ? chain.entriesFrom(*rows, Attachments::Skip) : fail(rows.error());
    });
}

QFuture<Result<QList<Entry>>> Ledger::entriesAt(const QList<quint64> &sequences)
{
    return ask<QList<Entry>>([sequences](Chain &chain) -> Result<QList<Entry>> {
        QList<Database::Row> rows;
        for (const quint64 sequence : sequences) {
            const auto row = chain.database().rows(sequence, 1, Database::Columns::All);
            if (!row)
                return fail(row.error());
            if (row->isEmpty() || row->first().sequence != sequence)
                return beyondTheEnd();
            rows.append(row->first());
        }
        return chain.entriesFrom(rows, Attachments::Load);
    });
}

QFuture<Result<QList<QByteArray>>> Ledger::inclusionProof(quint64 sequence, quint64 size)
{
    return ask<QList<QByteArray>>([sequence, size](Chain &chain) -> Result<QList<QByteArray>> {
        if (sequence >= size || size > chain.tree().size())
            return beyondTheEnd();
        return chain.tree().inclusionPath(sequence, size);
    });
}

QFuture<Result<QList<QByteArray>>> Ledger::consistencyProof(quint64 oldSize, quint64 size)
{
    return ask<QList<QByteArray>>([oldSize, size](Chain &chain) -> Result<QList<QByteArray>> {
        if (oldSize > size || size > chain.tree().size())
            return beyondTheEnd();
        return chain.tree().consistencyPath(oldSize, size);
    });
}

QFuture<Result<QList<Checkpoint>>> Ledger::checkpoints()
{
    return ask<QList<Checkpoint>>([](Chain &chain) { return chain.database().checkpoints(); });
}

QFuture<Result<Checkpoint>> Ledger::checkpoint()
{
    return queueTask<Checkpoint>(m_writer->queue(), [writer = m_writer.get()](const auto &promise) {
        writer->requestCheckpoint(promise);
        return true;
    });
}

QFuture<Result<Audit>> Ledger::audit()
{
    // Made at its first step, on the ledger's thread; then it goes on between the writes.
    auto walk = std::make_shared<std::optional<ChainWalk>>();
    return queueTask<Audit>(m_writer->queue(), [writer = m_writer.get(), walk](const auto &promise) {
        const Result<Chain *> chain = writer->chain();
        if (!chain) {
            answer<Audit>(*promise, fail(chain.error()));
            return true;
        }
        if (!*walk) {
            walk->emplace((*chain)->database(), ChainWalk::Attachments::Check);
            promise->setProgressRange(0, int((*chain)->tree().size()));
        }
        for (const QDeadlineTimer end(auditStepMs); !(*walk)->step(auditRowsAtOnce);) {
            promise->setProgressValue(int((*walk)->tree().size()));
            if (promise->isCanceled()) {
                promise->finish();
                return true;
            }
            if (end.hasExpired())
                return false;
        }
        (*walk)->require((*chain)->head(), QStringLiteral("the chain in memory"));
        answer<Audit>(*promise, (*walk)->audit());
        return true;
    });
}

QFuture<Result<QList<StoredAttachment>>> Ledger::storedAttachments()
{
    return ask<QList<StoredAttachment>>([](Chain &chain) { return chain.database().storedAttachments(); });
}

QFuture<Result<Erased>> Ledger::erase(QList<Erasure> erasures)
{
    return queueTask<Erased>(m_writer->queue(), [writer = m_writer.get(), erasures = std::move(erasures)](const auto &promise) {
        answer<Erased>(*promise, writer->erase(erasures));
        return true;
    });
}

QFuture<Result<>> Ledger::recover()
{
    return queueTask<void>(m_writer->queue(), [writer = m_writer.get()](const auto &promise) {
        answer<void>(*promise, writer->recover());
        return true;
    });
}

} // namespace holdpoint::ledger
