// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/entrysource.h>
#include <models/audit/hit.h>

#include <memory>

namespace holdpoint::audit {

class IndexFile;

/// Full-text search over what was sent, shown and said in all runs: search.db beside the ledger, derived from its entries. It
/// may be deleted at any time, and is made anew when it is missing, damaged, of another version or of another ledger.
///
/// Thread: one; opened, used and destroyed there. Several may have the same index open, in this process or others: one
/// updates or forgets at a time, and searches see what was last committed.
/// Invariants: text that the ledger has erased is in the index at most until update() came to the "erased" entry or
/// forget() was called; afterwards no byte of the file holds it. Memory: a piece of the ledger, never all of it.
class SearchIndex
{
public:
    /// `origin`: of the ledger in this folder. Errors: Busy (another process makes it), Io.
    static Result<std::unique_ptr<SearchIndex>> open(const QString &folder, const QString &origin);
    static QString path(const QString &folder);
    ~SearchIndex();
    SearchIndex(const SearchIndex &) = delete;
    SearchIndex &operator=(const SearchIndex &) = delete;

    /// Entries done and entries in all; false to stop.
    using Progress = std::function<bool(quint64 done, quint64 total)>;
    /// Reads what the ledger got since the last time. What is done stays done.
    /// Errors: Cancelled; Busy (another one updates it); those of the source; Io.
    Result<> update(const EntrySource &source, const Progress &progress);

    struct Limits
    {
        int hits = 200;
        std::function<bool()> isCancelled; ///< may be empty
    };
    /// Errors: Cancelled; Corrupt, after which the index is made anew by the next open() and update(); Io.
    Result<SearchResults> search(const SearchQuery &query, const Limits &limits);

    /// Takes out the text that came from attachments of these entries, for good: the file is written anew without it.
    /// Errors: Busy (the index is being updated or read: what is left goes with the next update()), Io.
    Result<> forget(const QList<quint64> &sequences);
    /// The same for the index in this folder, where there is one.
    static Result<> forgetIn(const QString &folder, const QString &origin, const QList<quint64> &sequences);

private:
    SearchIndex(QString folder, QString origin, std::unique_ptr<IndexFile> file);
    static Result<std::unique_ptr<IndexFile>> openFile(const QString &folder, const QString &origin);
    Result<> makeAnew();
    Result<> readFrom(const EntrySource &source, const Progress &progress);
    Result<> remove(const QList<quint64> &sequences);
    Result<> purgeIfDue();

    QString m_folder;
    QString m_origin;
    std::unique_ptr<IndexFile> m_file; ///< null after it could not be made anew
};

} // namespace holdpoint::audit
