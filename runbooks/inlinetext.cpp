// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/inlinetext.h>

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace holdpoint::runbooks {

namespace {

bool isWordCharacter(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at].isLetterOrNumber();
}

/// Reads inline Markdown once, keeping the words.
class PlainReader
{
public:
    explicit PlainReader(const QString &markdown)
        : m_text(markdown)
    {
    }

    QString read()
    {
        while (m_at < m_text.size())
            step();
        return m_plain.simplified();
    }

private:
    void step()
    {
        const QChar c = m_text[m_at];
        if (c == u'\\' && m_at + 1 < m_text.size() && m_text[m_at + 1].isPunct()) {
            m_plain += m_text[m_at + 1];
            m_at += 2;
        } else if (c == u'`') {
            codeSpan();
        } else if (c == u'[' || (c == u'!' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'[')) {
            link();
        } else if (isEmphasis()) {
            while (m_at < m_text.size() && m_text[m_at] == c)
                ++m_at;
        } else {
            m_plain += c;
            ++m_at;
        }
    }

    void codeSpan()
    {
        qsizetype ticks = 0;
        while (m_at + ticks < m_text.size() && m_text[m_at + ticks] == u'`')
            ++ticks;
        const QString fence(ticks, u'`');
        const qsizetype close = m_text.indexOf(fence, m_at + ticks);
        m_plain += close < 0 ? fence : m_text.mid(m_at + ticks, close - m_at - ticks);
        m_at = close < 0 ? m_at + ticks : close + ticks;
    }

    void link()
    {
        static const QRegularExpression pattern(
            QStringLiteral("\\G!?\\[([^\\[\\]]{0,1000})\\]\\(([^()\\s]{0,2000})(?:\\s+\"[^\"]{0,500}\")?\\)"));
        const QRegularExpressionMatch match =
            pattern.match(m_text, m_at, QRegularExpression::NormalMatch,
                          // Checked once by the decoder; each check walks the whole text.
                          QRegularExpression::DontCheckSubjectStringMatchOption);
        if (match.hasMatch()) {
            m_plain += plainText(match.captured(1));
            m_at = match.capturedEnd();
        } else {
            m_plain += m_text[m_at++];
        }
    }

    [[nodiscard]] bool isEmphasis() const
    {
        const QChar c = m_text[m_at];
        if (c != u'*' && c != u'_')
            return false;
        qsizetype end = m_at;
        while (end < m_text.size() && m_text[end] == c)
            ++end;
        const bool before = m_at > 0 && !m_text[m_at - 1].isSpace();
        const bool after = end < m_text.size() && !m_text[end].isSpace();
        if (c == u'_' && isWordCharacter(m_text, m_at - 1) && isWordCharacter(m_text, end))
            return false;
        return before != after
               || (before && c == u'*' && (!isWordCharacter(m_text, m_at - 1) || !isWordCharacter(m_text, end)));
    }

    const QString &m_text;
    QString m_plain;
    qsizetype m_at = 0;
};

} // namespace

namespace {

/// Whether QString::simplified() would change nothing.
bool isSimple(QStringView text)
{
    bool space = true; // in front of the text
    for (const QChar c : text) {
        if (c.isSpace() && (space || c != u' '))
            return false;
        space = c == u' ';
    }
    return text.isEmpty() || !space;
}

} // namespace

QString plainText(const QString &markdown)
{
    const bool marked = std::any_of(markdown.begin(), markdown.end(), [](QChar c) {
        return c == u'\\' || c == u'`' || c == u'[' || c == u'*' || c == u'_';
    });
    if (marked)
        return PlainReader(markdown).read();
    return isSimple(markdown) ? markdown : markdown.simplified();
}

namespace {

/// Where bold text of at most 200 characters in one line, which begins at `start`, ends; -1 when it does not.
qsizetype closingMark(QStringView text, qsizetype start, QStringView mark)
{
    constexpr qsizetype longest = 200;
    if (start >= text.size() || text[start].isSpace())
        return -1;
    const QStringView line = text.left(start + longest + mark.size());
    for (qsizetype at = start + 1; at + mark.size() <= line.size() && text[at - 1] != u'\n'; ++at) {
        if (line.mid(at, mark.size()) == mark && !line[at - 1].isSpace())
            return at;
    }
    return -1;
}

} // namespace

std::optional<LeadingBold> leadingBold(QStringView text)
{
    const auto skipSpace = [&](qsizetype at) {
        while (at < text.size() && text[at].isSpace())
            ++at;
        return at;
    };
    const qsizetype open = skipSpace(0);
    const QStringView mark = text.mid(open, 2);
    if (open > 3 || (mark != u"**" && mark != u"__"))
        return std::nullopt;
    const qsizetype close = closingMark(text, open + 2, mark);
    if (close < 0)
        return std::nullopt;
    LeadingBold bold;
    bold.label = plainText(text.mid(open + 2, close - open - 2).toString());
    qsizetype end = skipSpace(close + 2);
    bold.colon = end < text.size() && (text[end] == u':' || text[end] == u'\uFF1A');
    end += bold.colon ? 1 : 0;
    if (bold.label.endsWith(u':')) {
        bold.label = bold.label.chopped(1).trimmed();
        bold.colon = true;
    }
    QStringView rest = text.mid(end).trimmed();
    const auto word = std::ranges::find_if_not(rest, [](QChar c) { return QStringView(u"-\u2013\u2014").contains(c); });
    const qsizetype dashes = word - rest.begin();
    if (dashes > 0 && dashes < rest.size() && rest[dashes].isSpace())
        rest = rest.mid(dashes).trimmed();
    bold.rest = rest.toString();
    return bold;
}

namespace {

/// How long the mark is that ends a sentence at this place: a full stop, a colon or a hard line break; 0 when there is none.
qsizetype endLength(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c == u'.' || c == u'!' || c == u'?' || c == u':')
        return at + 1 == text.size() || text[at + 1].isSpace() ? 1 : 0;
    if (c == u' ' && text.mid(at, 3) == u"  \n")
        return 3;
    return c == u'\\' && text.mid(at, 2) == u"\\\n" ? 2 : 0;
}

} // namespace

FirstSentence firstSentence(const QString &text)
{
    static const QRegularExpression abbreviation(
        QStringLiteral("(?:\\b(?:e\\.g|i\\.e|z\\.B|etc|bzw|vs|No|Nr|approx|ca)|\\b\\d{1,2}|(?:^|\\s):[a-z_]{2,30})$"));
    static const QRegularExpression softBreak(QStringLiteral("\\s*\\n\\s*"));
    const auto joined = [](QString sentence) {
        return sentence.contains(u'\n') ? sentence.replace(softBreak, QStringLiteral(" ")).trimmed()
                                        : sentence.trimmed();
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype length = endLength(text, at);
        if (length == 0)
            continue;
        const QStringView sentence = QStringView(text).left(at);
        if (length == 1 && abbreviation.match(sentence.right(40).toString()).hasMatch())
            continue;
        if (sentence.trimmed().isEmpty())
            continue; // ":warning: ..." begins with a colon
        return {joined(sentence.toString()), text.mid(at + length).trimmed()};
    }
    return {joined(text), {}};
}

Numbered leadingNumber(const QString &title)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,4}(?:\\.\\d{1,4}){0,5})[.):]?\\s+(\\S.*)$"));
    if (title.isEmpty() || !title.front().isDigit())
        return {{}, title};
    const QRegularExpressionMatch match = pattern.match(title);
    if (!match.hasMatch())
        return {{}, title};
    return {match.captured(1), match.captured(2)};
}

QString slug(const QString &text)
{
    QString made;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.isLetterOrNumber())
            made += c.toLower();
        else if (!c.isMark() && !made.isEmpty() && !made.endsWith(u'-'))
            made += u'-';
    }
    while (made.endsWith(u'-'))
        made.chop(1);
    return made;
}

std::optional<std::chrono::milliseconds> parseDuration(const QString &text)
{
    static const QHash<QString, qint64> units = [] {
        QHash<QString, qint64> all;
        const auto add = [&](const char *names, qint64 milliseconds) {
            for (const QString &name : QString::fromUtf8(names).split(u' '))
                all.insert(name, milliseconds);
        };
        add("ms msec millisecond milliseconds", 1);
        add("s sec secs second seconds sekunde sekunden seconde secondes segundo segundos secondo secondi", 1000);
        add("m min mins minute minutes minuten minuto minutos minuti", 60'000);
        add("h hr hrs hour hours stunde stunden heure heures hora horas ora ore", 3'600'000);
        add("d day days tag tage tagen jour jours día días giorno giorni", 86'400'000);
        add("w week weeks woche wochen semaine semaines semana semanas settimana settimane", 604'800'000);
        add("month months monat monate mois mes meses mese mesi", 2'592'000'000); // 30 days
        add("y year years jahr jahre an ans año años anno anni", 31'536'000'000); // 365 days
        return all;
    }();
    static const QRegularExpression part(QStringLiteral("\\G\\s*(\\d{1,9})\\s*(\\p{L}+)"));
    qint64 total = 0;
    qsizetype at = 0;
    const QString trimmed = text.trimmed().toLower();
    while (at < trimmed.size()) {
        const QRegularExpressionMatch match = part.match(trimmed, at);
        const qint64 unit = match.hasMatch() ? units.value(match.captured(2)) : 0;
        if (unit == 0)
            return std::nullopt;
        total += match.captured(1).toLongLong() * unit;
        at = match.capturedEnd();
    }
    if (trimmed.isEmpty())
        return std::nullopt;
    return std::chrono::milliseconds(total);
}

namespace {

/// Where `[title` begins whose `](` stands at `close`; -1 when there is none, or when it is an image.
qsizetype linkStart(QStringView text, qsizetype close)
{
    constexpr qsizetype longestTitle = 500;
    for (qsizetype at = close - 1; at >= 0 && close - at <= longestTitle + 1 && text[at] != u']'; --at) {
        if (text[at] == u'[')
            return close - at > 1 && (at == 0 || text[at - 1] != u'!') ? at : -1;
    }
    return -1;
}

} // namespace

QStringList linksOf(const QString &markdown)
{
    // What follows "](": the target, perhaps a title, and the closing parenthesis.
    static const QRegularExpression target(QStringLiteral("\\G([^()\\s]{1,2000})[^()]{0,500}\\)"));
    QStringList links;
    const QStringView text(markdown);
    for (qsizetype close = text.indexOf(u']'); close >= 0; close = text.indexOf(u']', close + 1)) {
        const bool link = close + 1 < text.size() && text[close + 1] == u'(';
        const qsizetype start = link ? linkStart(text, close) : -1;
        if (start < 0)
            continue;
        const QRegularExpressionMatch match = target.match(markdown, close + 2, QRegularExpression::NormalMatch,
                                                           QRegularExpression::DontCheckSubjectStringMatchOption);
        if (match.hasMatch())
            links.append(plainText(text.mid(start + 1, close - start - 1).toString()) + QStringLiteral(" -> ")
                         + match.captured(1));
    }
    return links;
}

} // namespace holdpoint::runbooks
