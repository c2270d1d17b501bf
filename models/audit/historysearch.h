// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/searchindex.h>

#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace holdpoint::audit {

/// Searches an open ledger for a window: keeps the index up to date and looks into it, both off the caller's thread.
///
/// Thread: that of the caller, who gets signals and futures there. Borrows the ledger; destruction stops what is under way and
/// waits for the piece of it that is at work.
class HistorySearch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistorySearch)

public:
    explicit HistorySearch(ledger::Ledger &ledger, QObject *parent = nullptr);
    ~HistorySearch() override;

    /// Brings the index up to date; nothing when that is under way.
    void update();
    void stopUpdate();
    [[nodiscard]] bool isUpdating() const { return m_isUpdating; }

    /// Looks in what is indexed now. A search that is under way is given up: its future has no result.
    QFuture<Result<SearchResults>> search(const SearchQuery &query, int limit);

signals:
    void progressed(quint64 done, quint64 total);
    /// The end of update(), one way or the other.
    void updated();
    void updateFailed(const holdpoint::Error &error);

private:
    ledger::Ledger &m_ledger;
    QThreadPool m_pool;
    QFuture<Result<>> m_updating;
    QFuture<Result<SearchResults>> m_searching;
    std::atomic_bool m_stop = false;
    bool m_isUpdating = false;
};

} // namespace holdpoint::audit
