// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/spooledrun.h>

#include <models/base/privatefile.h>
#include <models/base/whenfinished.h>
#include <models/report/reportfiles.h>

#include <QtConcurrent>

namespace holdpoint::report {

using ledger::Attachment;
using ledger::Entry;

namespace {

constexpr quint64 bytesAtOnce = 4 << 20;

quint64 attachedBytes(const Entry &entry)
{
    quint64 bytes = 0;
    for (const Attachment &attachment : entry.attachments)
        bytes += attachment.size;
    return bytes;
}

} // namespace

SpooledRun::SpooledRun(ledger::Ledger &ledger, const QList<Entry> &entries, QObject *context)
    : m_ledger(ledger)
    , m_context(context)
{
    m_input.entries = entries;
}

QFuture<Result<ReportInput>> SpooledRun::load(ledger::Ledger &ledger, const QList<Entry> &entries,
                                              const QString &folder, QObject *context)
{
    const std::shared_ptr<SpooledRun> run(new SpooledRun(ledger, entries, context));
    QFuture<Result<ReportInput>> future = run->m_promise.future();
    run->m_promise.start();
    if (const auto opened = run->openSpools(folder); opened)
        run->loadMore();
    else
        run->finish(opened);
    return future;
}

Result<> SpooledRun::openSpools(const QString &folder)
{
    const QList<Recording> recordings = recordingsOf(m_input.entries);
    if (recordings.isEmpty())
        return {};
    if (auto made = makePrivateFolder(folder); !made)
        return made;
    const session::RunState state = session::foldRun(m_input.entries);
    for (const Recording &recording : recordings) {
        auto spool = Spool::open(folder);
        if (!spool)
            return fail(spool.error());
        if (auto begun = (*spool)->append(castHeader(recording, recordingTitle(recording, state), state.started));
            !begun)
            return begun;
        m_input.spools.insert(recording.fileName, *spool);
        for (const qsizetype index : recording.entries)
            m_spoolOf.insert(index, *spool);
    }
    return {};
}

void SpooledRun::loadMore()
{
    m_loading.clear();
    QList<quint64> sequences;
    for (quint64 bytes = 0; m_next < m_input.entries.size() && bytes < bytesAtOnce; ++m_next) {
        const Entry &entry = m_input.entries[m_next];
        if (entry.attachments.isEmpty())
            continue;
        bytes += attachedBytes(entry);
        m_loading.append(m_next);
        sequences.append(entry.sequence);
    }
    if (sequences.isEmpty())
        return finish({});
    const auto taking = m_ledger.entriesAt(sequences).then(
        QtFuture::Launch::Async, [self = shared_from_this()](const Result<QList<Entry>> &loaded) -> Result<> {
            return loaded ? self->take(*loaded) : fail(loaded.error());
        });
    whenFinished(taking, m_context, [self = shared_from_this()](const Result<> &taken) {
        if (taken)
            self->loadMore();
        else
            self->finish(taken);
    });
}

Result<> SpooledRun::take(QList<Entry> loaded)
{
    for (qsizetype i = 0; i < loaded.size(); ++i) {
        if (const auto spool = m_spoolOf.value(m_loading[i])) {
            Attachment &recorded = loaded[i].attachments.first();
            if (auto kept = spool->append(castPiece(recorded.bytes)); !kept)
                return kept;
            recorded.bytes.clear();
        }
        m_input.entries[m_loading[i]] = loaded[i];
    }
    return {};
}

void SpooledRun::finish(const Result<> &done)
{
    m_promise.addResult(done ? Result<ReportInput>(std::move(m_input)) : fail(done.error()));
    m_promise.finish();
}

} // namespace holdpoint::report
