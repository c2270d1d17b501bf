// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/sqlsyntax.h>

#include <runbooks/shellsyntax.h>

namespace holdpoint::runbooks {

namespace {

/// Walks an SQL text once, filling in the contexts.
class SqlScanner
{
public:
    explicit SqlScanner(const QString &text)
        : m_text(text)
        , m_contexts(text.size(), SqlContext::Bare)
    {
    }

    QList<SqlContext> scan()
    {
        while (m_at < m_text.size())
            step();
        return m_contexts;
    }

private:
    void step()
    {
        const QChar c = m_text[m_at];
        if (c == u'\'')
            quoted(u'\'', isEscapeString() ? SqlContext::EscapeString : SqlContext::String);
        else if (c == u'"')
            quoted(u'"', SqlContext::Identifier);
        else if (startsWith("--"))
            until(endOfLine(), SqlContext::Comment);
        else if (startsWith("/*"))
            blockComment();
        else if (c == u'$' && dollarQuoted())
            return;
        else if (c == u'\\') // psql reads a command from here to the end of the line, wherever it stands
            until(endOfLine(), SqlContext::MetaCommand);
        else
            ++m_at;
    }

    [[nodiscard]] bool startsWith(const char *two) const
    {
        return QStringView(m_text).mid(m_at, 2) == QLatin1String(two);
    }
    [[nodiscard]] qsizetype endOfLine() const
    {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        return end < 0 ? m_text.size() : end;
    }
    [[nodiscard]] bool isEscapeString() const
    {
        return m_at > 0 && m_text[m_at - 1].toLower() == u'e' && (m_at == 1 || !m_text[m_at - 2].isLetterOrNumber());
    }

    void until(qsizetype end, SqlContext context)
    {
        for (; m_at < end; ++m_at)
            m_contexts[m_at] = context;
    }

    void quoted(QChar quote, SqlContext context)
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end] != quote)
            end += context == SqlContext::EscapeString && m_text[end] == u'\\' ? 2 : 1;
        until(std::min(end + 1, m_text.size()), context);
    }

    void blockComment()
    {
        int depth = 0;
        qsizetype end = m_at;
        do {
            const QStringView two = QStringView(m_text).mid(end, 2);
            if (two == QLatin1String("/*"))
                ++depth;
            else if (two == QLatin1String("*/"))
                --depth;
            end += two == QLatin1String("/*") || two == QLatin1String("*/") ? 2 : 1;
        } while (depth > 0 && end < m_text.size());
        until(std::min(end, m_text.size()), SqlContext::Comment);
    }

    bool dollarQuoted()
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && (m_text[end].isLetterOrNumber() || m_text[end] == u'_'))
            ++end;
        const bool number = end > m_at + 1 && m_text[m_at + 1].isDigit();
        if (end >= m_text.size() || m_text[end] != u'$' || number)
            return false;
        const QString tag = m_text.mid(m_at, end + 1 - m_at);
        const qsizetype close = m_text.indexOf(tag, end + 1);
        until(close < 0 ? m_text.size() : close + tag.size(), SqlContext::DollarQuoted);
        return true;
    }

    const QString &m_text;
    QList<SqlContext> m_contexts;
    qsizetype m_at = 0;
};

QString sqlComment(QStringView line)
{
    QStringView text = line.trimmed();
    while (text.startsWith(u'-'))
        text = text.mid(1);
    return text.trimmed().toString();
}

void addStatement(QList<ShellPiece> &pieces, const QString &statement, int line)
{
    ShellPiece piece;
    QStringList lines = statement.split(u'\n');
    QStringList caption;
    while (!lines.isEmpty()) {
        const QString first = lines.first().trimmed();
        const bool isComment = first.startsWith(QStringLiteral("--"));
        if (!first.isEmpty() && !isComment)
            break;
        if (isComment)
            caption.append(sqlComment(first));
        else if (!caption.isEmpty()) {
            piece.remark += (piece.remark.isEmpty() ? QString() : QStringLiteral("\n")) + caption.join(u'\n');
            caption.clear();
        }
        lines.removeFirst();
        ++line;
    }
    piece.text = lines.join(u'\n').trimmed();
    piece.caption = caption.join(u'\n');
    piece.line = line;
    if (piece.text.isEmpty()) {
        piece.remark += (piece.remark.isEmpty() ? QString() : QStringLiteral("\n")) + piece.caption;
        piece.caption.clear();
    }
    if (!piece.text.isEmpty() || !piece.remark.trimmed().isEmpty())
        pieces.append(piece);
}

} // namespace

QList<SqlContext> sqlContexts(const QString &text) { return SqlScanner(text).scan(); }

QList<ShellPiece> splitSql(const QString &block)
{
    const QList<SqlContext> contexts = sqlContexts(block);
    QList<ShellPiece> pieces;
    qsizetype start = 0;
    int startLine = 0;
    int line = 0;
    for (qsizetype at = 0; at < block.size(); ++at) {
        const bool lineEnd = block[at] == u'\n';
        line += lineEnd ? 1 : 0;
        const bool metaEnd = lineEnd && at > start && contexts[at - 1] == SqlContext::MetaCommand;
        if (!metaEnd && (block[at] != u';' || contexts[at] != SqlContext::Bare))
            continue;
        addStatement(pieces, block.mid(start, at + 1 - start), startLine);
        start = at + 1;
        startLine = line;
    }
    addStatement(pieces, block.mid(start), startLine);
    return pieces;
}

} // namespace holdpoint::runbooks
