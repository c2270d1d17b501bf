// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/searchquery.h>

#include <algorithm>
#include <array>

namespace holdpoint::audit {

namespace {

constexpr qsizetype longestQuery = 1000; // characters
constexpr qsizetype shortTerm = 2;

struct Filter
{
    const char16_t *prefix;
    QString SearchQuery::*value;
};
constexpr std::array filters{Filter{u"run:", &SearchQuery::run}, Filter{u"host:", &SearchQuery::host},
                             Filter{u"runbook:", &SearchQuery::runbook}, Filter{u"by:", &SearchQuery::by}};

/// A reader of what was typed: pieces between spaces, with quotes that keep spaces together.
class Pieces
{
public:
    explicit Pieces(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    void skipSpaces()
    {
        while (!atEnd() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool take(QStringView prefix)
    {
        const bool isThere = m_text.sliced(m_at).startsWith(prefix, Qt::CaseInsensitive)
                             && m_at + prefix.size() < m_text.size() && !m_text[m_at + prefix.size()].isSpace();
        m_at += isThere ? prefix.size() : 0;
        return isThere;
    }
    /// A phrase in quotes, or all up to a space. A phrase that nobody ended goes to the end of the text.
    QString value()
    {
        const bool isQuoted = !atEnd() && m_text[m_at] == u'"';
        const qsizetype from = m_at + (isQuoted ? 1 : 0);
        qsizetype to = from;
        while (to < m_text.size() && (isQuoted ? m_text[to] != u'"' : !m_text[to].isSpace()))
            ++to;
        m_at = isQuoted ? std::min(to + 1, m_text.size()) : to;
        return m_text.sliced(from, to - from).toString();
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

bool stands(QStringView line, qsizetype at, qsizetype length)
{
    const auto joins = [&](qsizetype left, qsizetype right) {
        return left >= 0 && right < line.size() && line[left].isLetterOrNumber() && line[right].isLetterOrNumber();
    };
    return !joins(at - 1, at) && !joins(at + length - 1, at + length);
}

qsizetype findTerm(QStringView line, const QString &text, qsizetype from)
{
    for (qsizetype at = line.indexOf(text, from, Qt::CaseInsensitive); at >= 0;
         at = line.indexOf(text, at + 1, Qt::CaseInsensitive)) {
        if (text.size() > shortTerm || stands(line, at, text.size()))
            return at;
    }
    return -1;
}

QList<SearchQuery::Span> joined(QList<SearchQuery::Span> spans)
{
    std::ranges::sort(spans, {}, &SearchQuery::Span::start);
    QList<SearchQuery::Span> apart;
    for (const SearchQuery::Span &span : std::as_const(spans)) {
        if (apart.isEmpty() || span.start > apart.last().start + apart.last().length)
            apart.append(span);
        else
            apart.last().length = std::max(apart.last().length, span.start + span.length - apart.last().start);
    }
    return apart;
}

} // namespace

Result<SearchQuery> SearchQuery::parse(const QString &text)
{
    if (text.size() > longestQuery)
        return fail(ErrorKind::Invalid, QStringLiteral("a search has at most %1 characters").arg(longestQuery));
    QString clean = text;
    for (QChar &character : clean) {
        if (character.category() == QChar::Other_Control)
            character = u' ';
    }
    SearchQuery query;
    Pieces pieces(clean);
    for (pieces.skipSpaces(); !pieces.atEnd(); pieces.skipSpaces()) {
        const auto filter =
            std::ranges::find_if(filters, [&](const Filter &known) { return pieces.take(known.prefix); });
        if (filter != filters.end()) {
            query.*(filter->value) = pieces.value().trimmed();
            continue;
        }
        const bool isExcluded = pieces.take(u"-");
        const QString value = pieces.value().trimmed();
        if (!value.isEmpty())
            query.terms.append({value, isExcluded});
    }
    if (std::ranges::all_of(query.terms, &Term::isExcluded))
        return fail(ErrorKind::Invalid,
                    QStringLiteral("there is no word to look for: -words and run:, host:, runbook: and by: "
                                   "only narrow a search"));
    return query;
}

std::optional<QList<SearchQuery::Span>> SearchQuery::match(QStringView line) const
{
    QList<Span> spans;
    for (const Term &term : terms) {
        const qsizetype first = findTerm(line, term.text, 0);
        if ((first >= 0) == term.isExcluded)
            return {};
        for (qsizetype at = first; at >= 0; at = findTerm(line, term.text, at + term.text.size()))
            spans.append({at, term.text.size()});
    }
    return joined(std::move(spans));
}

} // namespace holdpoint::audit
