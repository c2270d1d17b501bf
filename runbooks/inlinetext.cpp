// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/inlinetext.h>

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

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

QString plainText(const QString &markdown) { return PlainReader(markdown).read(); }

std::optional<LeadingBold> leadingBold(const QString &markdown)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s{0,3}(\\*\\*|__)(?=\\S)(.{1,200}?)(?<=\\S)\\1\\s*([:\uFF1A]?)"));
    const QStringView start = QStringView(markdown).trimmed().left(2);
    if (start != QLatin1String("**") && start != QLatin1String("__"))
        return std::nullopt;
    const QRegularExpressionMatch match = pattern.match(markdown);
    if (!match.hasMatch())
        return std::nullopt;
    LeadingBold bold;
    bold.label = plainText(match.captured(2));
    bold.colon = !match.captured(3).isEmpty();
    if (bold.label.endsWith(u':')) {
        bold.label = bold.label.chopped(1).trimmed();
        bold.colon = true;
    }
    bold.rest = markdown.mid(match.capturedEnd()).trimmed();
    static const QRegularExpression dash(QStringLiteral("^(?:[-\u2013\u2014]+\\s+)"));
    bold.rest.remove(dash);
    return bold;
}

FirstSentence firstSentence(const QString &text)
{
    static const QRegularExpression end(QStringLiteral("[.!?:](?=\\s|$)|(?:  |\\\\)\\n"));
    static const QRegularExpression abbreviation(
        QStringLiteral("(?:\\b(?:e\\.g|i\\.e|z\\.B|etc|bzw|vs|No|Nr|approx|ca)|\\b\\d{1,2}|(?:^|\\s):[a-z_]{2,30})$"));
    static const QRegularExpression softBreak(QStringLiteral("\\s*\\n\\s*"));
    const auto joined = [](QString sentence) { return sentence.replace(softBreak, QStringLiteral(" ")).trimmed(); };
    QRegularExpressionMatchIterator matches = end.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString sentence = text.left(match.capturedStart());
        if (match.capturedLength() == 1 && abbreviation.match(sentence.right(40)).hasMatch())
            continue;
        if (sentence.trimmed().isEmpty())
            continue; // ":warning: ..." begins with a colon
        return {joined(sentence), text.mid(match.capturedEnd()).trimmed()};
    }
    return {joined(text), {}};
}

Numbered leadingNumber(const QString &title)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,4}(?:\\.\\d{1,4}){0,5})[.):]?\\s+(\\S.*)$"));
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

QStringList linksOf(const QString &markdown)
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<!!)\\[([^\\[\\]]{1,500})\\]\\(([^()\\s]{1,2000})[^()]{0,500}\\)"));
    QStringList links;
    QRegularExpressionMatchIterator matches = pattern.globalMatch(markdown);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        links.append(plainText(match.captured(1)) + QStringLiteral(" -> ") + match.captured(2));
    }
    return links;
}

} // namespace holdpoint::runbooks
