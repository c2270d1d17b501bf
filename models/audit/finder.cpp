// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/finder.h>

#include <models/audit/grams.h>

#include <algorithm>
#include <limits>

namespace holdpoint::audit {

namespace {

bool holds(const QString &text, const QString &part) { return text.contains(part, Qt::CaseInsensitive); }

/// The line, or the part around its first match that fits beside others.
void setExcerpt(Hit &hit, const QString &line, const QList<SearchQuery::Span> &spans)
{
    constexpr qsizetype longest = 240;
    constexpr qsizetype before = 60;
    const qsizetype start = spans.isEmpty() ? 0 : spans.first().start;
    const qsizetype from = line.size() <= longest ? 0 : std::clamp<qsizetype>(start - before, 0, line.size() - longest);
    const qsizetype length = std::min(longest, line.size() - from);
    const QString lead = from > 0 ? QStringLiteral("…") : QString();
    hit.text = lead + line.sliced(from, length) + (from + length < line.size() ? QStringLiteral("…") : QString());
    for (const SearchQuery::Span &span : spans) {
        if (span.start >= from && span.start + span.length <= from + length)
            hit.spans.append({span.start - from + lead.size(), span.length});
    }
}

} // namespace

Finder::Finder(IndexFile &file, const SearchQuery &query, int mostHits, std::function<bool()> isCancelled)
    : m_file(file)
    , m_query(query)
    , m_mostHits(mostHits)
    , m_isCancelled(std::move(isCancelled))
{
    for (const SearchQuery::Term &term : query.terms) {
        const QByteArray word = term.text.toUtf8().toLower();
        if (!term.isExcluded && std::ranges::all_of(word, [](char byte) { return quint8(byte) < 0x80; }))
            m_words.push_back(word.toStdString());
    }
}

Result<SearchResults> Finder::find()
{
    const auto indexed = m_file.property(QStringLiteral("cursor"));
    const auto range = chooseRange();
    if (!indexed || !range)
        return fail(indexed ? range.error() : indexed.error());
    m_results.indexed = indexed->toULongLong();
    Result<> found;
    if (*range) {
        const auto sample = sampleOf(**range);
        if (!sample)
            return fail(sample.error());
        found = m_file.candidates(blockExpression(m_query, *sample), **range,
                                  [this](const IndexFile::Candidate &candidate) { return take(candidate); });
    }
    if (!found || m_failure)
        return fail(found ? *m_failure : found.error());
    std::ranges::stable_sort(m_results.hits, std::greater(), &Hit::sequence);
    return std::move(m_results);
}

/// False only where a word is missing for certain. Beyond ASCII upper and lower case are more than a bit apart.
bool Finder::mayHaveHit(const QByteArray &utf8)
{
    m_lower.resize(size_t(utf8.size()));
    unsigned all = 0;
    for (size_t at = 0; at < m_lower.size(); ++at) {
        const auto byte = quint8(utf8[qsizetype(at)]);
        all |= byte;
        m_lower[at] = char(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
    }
    if (all >= 0x80)
        return true;
    return std::ranges::all_of(m_words, [&](const std::string &word) { return m_lower.find(word) != std::string::npos; });
}

bool Finder::isFiltered() const
{
    return !m_query.run.isEmpty() || !m_query.host.isEmpty() || !m_query.runbook.isEmpty() || !m_query.by.isEmpty();
}

bool Finder::passes(const IndexFile::NamedPlace &named) const
{
    const Place &place = named.place;
    return QString::fromLatin1(place.run.toHex()).startsWith(m_query.run, Qt::CaseInsensitive)
           && (holds(place.role, m_query.host) || holds(place.address, m_query.host))
           && (named.runbook.compare(m_query.runbook, Qt::CaseInsensitive) == 0 || holds(named.title, m_query.runbook))
           && holds(place.who, m_query.by);
}

Result<std::optional<IndexFile::Range>> Finder::chooseRange()
{
    if (!isFiltered())
        return IndexFile::Range{0, std::numeric_limits<qint64>::max()};
    const auto places = m_file.places([this](const IndexFile::NamedPlace &place) { return passes(place); });
    if (!places)
        return fail(places.error());
    for (const IndexFile::NamedPlace &place : *places)
        m_places.insert(place.number, place);
    return m_file.rangeOf(*places);
}

Result<QStringList> Finder::sampleOf(IndexFile::Range range)
{
    constexpr int blocks = 64;
    const auto sample = m_file.sample(range, blocks);
    if (!sample)
        return fail(sample.error());
    QStringList texts;
    for (const QByteArray &bytes : *sample) {
        const auto unpacked = BlockText::unpacked(bytes);
        if (!unpacked)
            return fail(unpacked.error());
        texts.append(indexedText(QString::fromUtf8(unpacked->utf8())));
    }
    return texts;
}

/// Null where the block's place is not one that the query means.
Result<const IndexFile::NamedPlace *> Finder::placeOf(qint64 number)
{
    if (const auto known = m_places.constFind(number); known != m_places.constEnd())
        return &*known;
    if (isFiltered())
        return nullptr;
    const auto place = m_file.place(number);
    return place ? Result<const IndexFile::NamedPlace *>(&*m_places.insert(number, *place)) : fail(place.error());
}

bool Finder::give(const Error &error)
{
    m_failure = error;
    return false;
}

/// False when there are enough hits, or something failed.
bool Finder::take(const IndexFile::Candidate &candidate)
{
    if (m_isCancelled && m_isCancelled())
        return give({ErrorKind::Cancelled, QStringLiteral("the search was stopped")});
    const auto place = placeOf(candidate.place);
    if (!place)
        return give(place.error());
    if (!*place)
        return true;
    const auto unpacked = BlockText::unpacked(candidate.bytes);
    if (!unpacked)
        return give(unpacked.error());
    if (!mayHaveHit(unpacked->utf8()))
        return true;
    const Block block = unpacked->block();
    for (auto line = block.lines.rbegin(); line != block.lines.rend(); ++line) {
        const auto spans = m_query.match(line->text);
        if (!spans)
            continue;
        m_results.hasMore = m_results.hits.size() >= m_mostHits;
        if (m_results.hasMore)
            return false;
        addHit(**place, *line, *spans);
    }
    return true;
}

void Finder::addHit(const IndexFile::NamedPlace &named, const Line &line, const QList<SearchQuery::Span> &spans)
{
    const bool isRecorded = !named.place.pane.isEmpty() && line.moment.castMs >= 0;
    Hit hit{.place = named.place,
            .runbook = named.runbook,
            .title = named.title,
            .utc = QDateTime::fromMSecsSinceEpoch(line.moment.utcMs, Qt::UTC),
            .sequence = line.moment.sequence,
            .seconds = isRecorded ? double(line.moment.castMs) / 1000 : -1};
    setExcerpt(hit, line.text, spans);
    m_results.hits.append(std::move(hit));
}

} // namespace holdpoint::audit
