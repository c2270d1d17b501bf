// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/hit.h>
#include <models/audit/indexfile.h>

#include <string>
#include <vector>

namespace holdpoint::audit {

/// One search in the index's file: which places the query means, which blocks may have hits, which of their lines are hits.
///
/// Thread: that of the file. Borrows file and query.
class Finder
{
public:
    /// `isCancelled` may be empty.
    Finder(IndexFile &file, const SearchQuery &query, int mostHits, std::function<bool()> isCancelled);

    /// Errors: Cancelled, and those of the file.
    Result<SearchResults> find();

private:
    [[nodiscard]] bool mayHaveHit(const QByteArray &utf8);
    [[nodiscard]] bool isFiltered() const;
    [[nodiscard]] bool passes(const IndexFile::NamedPlace &named) const;
    Result<std::optional<IndexFile::Range>> chooseRange();
    Result<QStringList> sampleOf(IndexFile::Range range);
    Result<const IndexFile::NamedPlace *> placeOf(qint64 number);
    bool take(const IndexFile::Candidate &candidate);
    bool give(const Error &error);
    void addHit(const IndexFile::NamedPlace &named, const Line &line, const QList<SearchQuery::Span> &spans);

    IndexFile &m_file;
    const SearchQuery &m_query;
    std::vector<std::string> m_words; ///< that a hit has: those in ASCII, in lower case
    std::string m_lower;              ///< of the block at hand
    int m_mostHits;
    std::function<bool()> m_isCancelled;
    QHash<qint64, IndexFile::NamedPlace> m_places;
    SearchResults m_results;
    std::optional<Error> m_failure;
};

} // namespace holdpoint::audit
