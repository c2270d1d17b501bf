// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/grams.h>

#include <QSet>

#include <algorithm>
#include <tuple>

namespace holdpoint::audit {

namespace {

constexpr qsizetype gramLength = 3;
constexpr qsizetype mostGrams = 24;      // of one term: more make the index work without ruling out anything
constexpr QChar shortWordMark = u'\x01'; // in no line

/// Runs of letters and digits that are too short for a trigram.
QList<QStringView> shortWords(QStringView text)
{
    QList<QStringView> words;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && text[end].isLetterOrNumber())
            ++end;
        if (end > at && end - at < gramLength)
            words.append(text.sliced(at, end - at));
        at = std::max(end, at + 1);
    }
    return words;
}

QString marked(QStringView word) { return word.toString().rightJustified(gramLength, shortWordMark); }

QString quoted(QString gram) { return u'"' + gram.replace(u'"', QStringLiteral("\"\"")) + u'"'; }

void addGrams(const QString &term, QSet<QString> &grams)
{
    const QList<uint> characters = term.toUcs4();
    if (term.size() < gramLength) {
        for (const QStringView word : shortWords(term))
            grams.insert(marked(word));
        return;
    }
    const qsizetype count = characters.size() - gramLength + 1;
    const qsizetype stride = std::max<qsizetype>(1, (count + mostGrams - 1) / mostGrams);
    for (qsizetype at = 0; at < count; at += stride) {
        const auto *gram = reinterpret_cast<const char32_t *>(characters.constData() + at);
        grams.insert(QString::fromUcs4(gram, gramLength));
    }
}

struct GramShare
{
    QString gram;
    double share = 0; ///< of the blocks
};

QList<GramShare> sharesOf(const QSet<QString> &grams, const QStringList &sample)
{
    QList<GramShare> shares;
    for (const QString &gram : grams) {
        const auto count = std::ranges::count_if(
            sample, [&](const QString &text) { return text.contains(gram, Qt::CaseInsensitive); });
        shares.append({gram, (double(count) + 0.5) / (double(sample.size()) + 0.5)});
    }
    std::ranges::sort(shares, [](const GramShare &one, const GramShare &other) {
        return std::tie(one.share, one.gram) < std::tie(other.share, other.gram);
    });
    return shares;
}

/// From the rarest on, those whose entries in the index are passed over in less time than it takes to read the blocks they
/// rule out.
QStringList worthAsking(const QSet<QString> &grams, const QStringList &sample)
{
    constexpr double readingToPassing = 300; // 11 µs a block to 35 ns an entry, by search_bench
    constexpr double rare = 0.05;            // costs nothing
    if (sample.isEmpty())
        return grams.values();
    QStringList worth;
    double left = 1; // of the blocks
    for (const GramShare &one : sharesOf(grams, sample)) {
        if (worth.isEmpty() || one.share <= rare || left * (1 - one.share) * readingToPassing > one.share) {
            worth.append(one.gram);
            left *= one.share;
        }
    }
    return worth;
}

} // namespace

QString indexedText(const QString &lines)
{
    QSet<QString> seen;
    QString words;
    for (const QStringView word : shortWords(lines)) {
        const QString form = marked(word);
        if (!seen.contains(form)) {
            seen.insert(form);
            words += form;
        }
    }
    return words.isEmpty() ? lines : lines + u'\n' + words;
}

QString blockExpression(const SearchQuery &query, const QStringList &sample)
{
    QSet<QString> grams;
    for (const SearchQuery::Term &term : query.terms) {
        if (!term.isExcluded)
            addGrams(term.text, grams);
    }
    QStringList parts;
    for (const QString &gram : worthAsking(grams, sample))
        parts.append(quoted(gram));
    parts.sort();
    return parts.join(QStringLiteral(" AND "));
}

} // namespace holdpoint::audit
