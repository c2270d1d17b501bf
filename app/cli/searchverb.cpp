// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/print.h>
#include <app/cli/searchverb.h>
#include <app/cli/viewingrecord.h>
#include <models/audit/hitviewing.h>
#include <models/audit/searchindex.h>
#include <models/base/clock.h>

#include <QFileInfo>
#include <QJsonArray>

#include <cstdio>

namespace holdpoint::cli {

namespace {

using audit::Hit;
using audit::SearchIndex;
using audit::SearchQuery;

void tell(const QString &message) { std::fprintf(stderr, "holdpoint-cli: %s\n", qUtf8Printable(message)); }

Result<SearchQuery> queryOf(const SearchRequest &request)
{
    auto query = SearchQuery::parse(request.text);
    if (!query)
        return query;
    const auto take = [](QString &part, const QString &given) {
        if (!given.isEmpty())
            part = given;
    };
    take(query->run, request.run);
    take(query->host, request.host);
    take(query->runbook, request.runbook);
    take(query->by, request.by);
    return query;
}

/// Brings the index up to date first. One that another program is updating is searched as it is, and that is said.
Result<audit::SearchResults> find(const SearchRequest &request, const SearchQuery &query)
{
    const QString folder = request.paths.ledger();
    const auto copy = ledger::LedgerCopy::take(folder + QStringLiteral("/ledger.db"));
    if (!copy)
        return fail(copy.error());
    const auto origin = (*copy)->origin();
    const auto source = origin ? audit::sourceOf(**copy) : fail(origin.error());
    if (!source)
        return fail(source.error());
    const auto index = SearchIndex::open(folder, *origin);
    if (!index)
        return fail(index.error());
    const auto updated = (*index)->update(*source, [](quint64, quint64) { return true; });
    if (!updated && updated.error().kind != ErrorKind::Busy)
        return fail(updated.error());
    auto results = (*index)->search(query, {.hits = request.limit, .isCancelled = {}});
    if (results && !updated)
        tell(QStringLiteral("%1; entries from %2 on were not looked at")
                 .arg(updated.error().detail)
                 .arg(results->indexed));
    return results;
}

QString placeText(const Hit &hit) { return hit.place.subject.isEmpty() ? hit.place.stage : hit.place.subject; }

QJsonObject hitJson(const Hit &hit)
{
    QJsonArray matches;
    for (const SearchQuery::Span &span : hit.spans)
        matches.append(QJsonArray{qint64(span.start), qint64(span.length)});
    return {{QStringLiteral("run"), QString::fromLatin1(hit.place.run.toHex())},
            {QStringLiteral("runbook"), hit.runbook},
            {QStringLiteral("title"), hit.title},
            {QStringLiteral("kind"), audit::kindName(hit.place.kind)},
            {QStringLiteral("step"), hit.place.stage},
            {QStringLiteral("subject"), hit.place.subject},
            {QStringLiteral("host"), hit.place.role},
            {QStringLiteral("address"), hit.place.address},
            {QStringLiteral("by"), hit.place.who},
            {QStringLiteral("utc"), isoUtc(hit.utc)},
            {QStringLiteral("seq"), qint64(hit.sequence)},
            {QStringLiteral("pane"), hit.place.pane},
            {QStringLiteral("seconds"), hit.seconds < 0 ? QJsonValue() : QJsonValue(hit.seconds)},
            {QStringLiteral("text"), hit.text},
            {QStringLiteral("matches"), matches}};
}

void printText(const audit::SearchResults &results, int limit)
{
    for (const Hit &hit : results.hits) {
        print(QStringLiteral("%1  %2  %3 %4  %5  %6  %7\n")
                  .arg(isoUtc(hit.utc), QString::fromLatin1(hit.place.run.toHex().first(8)), hit.runbook,
                       placeText(hit), hit.place.role.isEmpty() ? hit.place.who : hit.place.role,
                       audit::kindName(hit.place.kind), hit.text));
    }
    if (results.hits.isEmpty())
        tell(QStringLiteral("no line in %1 entries of the ledger holds that").arg(results.indexed));
    else if (results.hasMore)
        tell(QStringLiteral("the newest %1 hits; there are older ones (--limit)").arg(limit));
}

} // namespace

ExitCode search(const SearchRequest &request)
{
    const auto query = queryOf(request);
    if (!query) {
        complain(query.error());
        return ExitCode::Usage;
    }
    Result<audit::SearchResults> results;
    if (QFileInfo::exists(request.paths.ledger() + QStringLiteral("/ledger.db")))
        results = find(request, *query);
    if (!results) {
        complain(results.error());
        return ExitCode::LedgerTrouble;
    }
    recordViewings(
        request.paths.ledger(),
        audit::viewedDrafts(results->hits, session::ViewedIn::SearchTerminal, viewer(request.operatorName)),
        QStringLiteral("this look at recorded output"));
    if (request.format == Format::Text) {
        printText(*results, request.limit);
        return ExitCode::Done;
    }
    QJsonArray hits;
    for (const Hit &hit : std::as_const(results->hits))
        hits.append(hitJson(hit));
    print(QJsonObject{{QStringLiteral("hits"), hits},
                      {QStringLiteral("more"), results->hasMore},
                      {QStringLiteral("indexed"), qint64(results->indexed)}});
    return ExitCode::Done;
}

} // namespace holdpoint::cli
