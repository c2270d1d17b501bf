// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/historysearch.h>

#include <models/base/whenfinished.h>

#include <QtConcurrentRun>

namespace holdpoint::audit {

namespace {

constexpr int threads = 2; // one updates, one searches

/// Looks into the index, and gives up when the promise's future is cancelled.
void searchInto(QPromise<Result<SearchResults>> &promise, const QString &folder, const QString &origin,
                const SearchQuery &query, int limit)
{
    const auto index = SearchIndex::open(folder, origin);
    promise.addResult(index ? (*index)->search(query, {limit, [&promise] { return promise.isCanceled(); }})
                            : fail(index.error()));
}

} // namespace

HistorySearch::HistorySearch(ledger::Ledger &ledger, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
{
    m_pool.setMaxThreadCount(threads);
}

HistorySearch::~HistorySearch()
{
    m_stop = true;
    m_searching.cancel();
    m_pool.waitForDone();
}

void HistorySearch::update()
{
    if (m_isUpdating)
        return;
    m_isUpdating = true;
    m_stop = false;
    // The object waits for its pool when it dies, so it is there as long as this runs.
    m_updating = QtConcurrent::run(&m_pool, [this]() -> Result<> {
        const auto index = SearchIndex::open(m_ledger.folder(), m_ledger.origin());
        if (!index)
            return fail(index.error());
        return (*index)->update(sourceOf(m_ledger), [this](quint64 done, quint64 total) {
            QMetaObject::invokeMethod(
                this, [this, done, total] { emit progressed(done, total); }, Qt::QueuedConnection);
            return !m_stop;
        });
    });
    whenFinished(m_updating, this, [this](const Result<> &result) {
        m_isUpdating = false;
        if (result)
            emit updated();
        else
            emit updateFailed(result.error());
    });
}

void HistorySearch::stopUpdate() { m_stop = true; }

QFuture<Result<SearchResults>> HistorySearch::search(const SearchQuery &query, int limit)
{
    m_searching.cancel();
    m_searching = QtConcurrent::run(&m_pool, searchInto, m_ledger.folder(), m_ledger.origin(), query, limit);
    return m_searching;
}

} // namespace holdpoint::audit
