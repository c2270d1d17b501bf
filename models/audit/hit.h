// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/place.h>
#include <models/audit/searchquery.h>

#include <QDateTime>

namespace holdpoint::audit {

/// A line that holds what was looked for.
struct Hit
{
    Place place;
    QString runbook;
    QString title; ///< of the runbook
    QDateTime utc;
    quint64 sequence = 0;           ///< of the ledger's entry
    double seconds = -1;            ///< in the recording of place.pane; -1 where there is none
    QString text;                   ///< the line, or the part of it around the first match
    QList<SearchQuery::Span> spans; ///< the matches in it
};

struct SearchResults
{
    QList<Hit> hits; ///< newest first
    bool hasMore = false;
    quint64 indexed = 0; ///< entries of the ledger that were looked through: all before this one
};

} // namespace holdpoint::audit
