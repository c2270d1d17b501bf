// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/shelllexer.h>

#include <QStringTokenizer>

#include <algorithm>

namespace holdpoint::runbooks {

namespace {

constexpr qsizetype deepest = 200;

bool isOperator(QChar c) { return c == u';' || c == u'&' || c == u'|' || c == u'(' || c == u')'; }
bool isBlank(QChar c) { return c == u' ' || c == u'\t' || c == u'\r'; }

/// Characters that mean only themselves wherever they stand in a word, a quote or a comment.
bool isOrdinary(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'-' || u == u'_'
           || u == u'.' || u == u'/' || u == u',' || u == u':';
}

} // namespace

ShellLexer::ShellLexer(Placeholders placeholders)
    : m_recognition(placeholders)
{
    m_frames.emplace_back();
}

QChar ShellLexer::peek(qsizetype ahead) const { return m_at + ahead < m_end ? m_text[m_at + ahead] : QChar(); }

void ShellLexer::mark(qsizetype count, ShellContext context)
{
    const ShellContext effective = top().forced.value_or(context);
    const qsizetype end = std::min(m_at + count, m_text.size());
    std::fill(m_contexts.begin() + m_at, m_contexts.begin() + end, effective);
    m_at = end;
}

/// Marks the character at hand and the ordinary ones that follow it.
void ShellLexer::markOrdinary(ShellContext context)
{
    qsizetype count = 1;
    if (isOrdinary(peek())) {
        while (isOrdinary(peek(count)))
            ++count;
    }
    mark(count, context);
}

bool ShellLexer::push(Mode mode, QChar closer)
{
    if (qsizetype(m_frames.size()) >= deepest)
        return false;
    Frame frame;
    frame.mode = mode;
    frame.closer = closer;
    frame.forced = top().forced;
    frame.inDouble = top().mode == Mode::Double || top().inDouble;
    if (!frame.forced && mode == Mode::Parameter)
        frame.forced = ShellContext::ParameterExpansion;
    if (!frame.forced && mode == Mode::Arithmetic)
        frame.forced = ShellContext::Arithmetic;
    if (!frame.forced && mode == Mode::Backtick)
        frame.forced = ShellContext::Backtick;
    if (mode == Mode::Commands)
        frame.inDouble = false;
    m_frames.push_back(std::move(frame));
    return true;
}

void ShellLexer::pop() { m_frames.pop_back(); }

bool ShellLexer::takePlaceholder(Quoting quoting, ShellContext context)
{
    if (m_recognition == Placeholders::Ignored || peek() != u'<')
        return false;
    const qsizetype length = placeholderLength(QStringView(m_text).left(m_end), m_at, quoting);
    if (length == 0)
        return false;
    m_placeholders.append({m_at, length, m_text.mid(m_at + 1, length - 2)});
    mark(length, context);
    return true;
}

void ShellLexer::feedLine(QStringView line)
{
    const qsizetype start = m_text.size();
    m_text += line;
    m_text += u'\n';
    m_contexts.resize(m_text.size(), ShellContext::Bare);
    m_at = start;
    m_end = m_text.size() - 1;
    m_continued = false;
    if (m_inBodies) {
        bodyLine(start);
        return;
    }
    if (m_cutDelimiter)
        delimiterWord(*std::exchange(m_cutDelimiter, std::nullopt));
    while (m_at < m_end)
        step();
    newline();
}

bool ShellLexer::isComplete() const
{
    const Frame &frame = m_frames.front();
    return m_frames.size() == 1 && frame.compounds.isEmpty() && !frame.needsMore && !frame.redirect && !m_continued
           && m_bodies.isEmpty() && frame.place != Place::FunctionName;
}

void ShellLexer::step()
{
    switch (top().mode) {
    case Mode::Commands:
    case Mode::Words: commandCharacter(); break;
    case Mode::Double:
    case Mode::Single:
    case Mode::DollarSingle:
    case Mode::Backtick: quotedCharacter(top().mode); break;
    case Mode::Parameter: parameterCharacter(); break;
    case Mode::Arithmetic: arithmeticCharacter(); break;
    }
}

void ShellLexer::commandCharacter()
{
    const QChar c = peek();
    if (isBlank(c)) {
        endWord();
        mark(1, ShellContext::Bare);
    } else if (c == u'\\') {
        backslash(ShellContext::Bare);
    } else if (c == u'#' && top().wordStart < 0) {
        while (m_at < m_end) {
            if (!takePlaceholder(Quoting::Quoted, ShellContext::Comment))
                markOrdinary(ShellContext::Comment);
        }
    } else if (c == u'<' || c == u'>') {
        angle();
    } else if (top().mode == Mode::Commands && (!isInTest() || isAtTestEnd()) && isOperator(c)) {
        operatorCharacter(c);
    } else if (top().mode == Mode::Words && c == u')') {
        endWord();
        mark(1, ShellContext::Bare);
        pop();
    } else {
        startWord();
        wordCharacter(c);
    }
}

void ShellLexer::wordCharacter(QChar c)
{
    const auto quote = [&](Mode mode, ShellContext context) {
        top().wordQuoted = true;
        const bool pushed = push(mode, c);
        mark(1, pushed ? context : ShellContext::Bare);
    };
    if (c == u'\'')
        quote(Mode::Single, ShellContext::SingleQuoted);
    else if (c == u'"')
        quote(Mode::Double, ShellContext::DoubleQuoted);
    else if (c == u'`')
        quote(Mode::Backtick, ShellContext::Backtick);
    else if (c == u'$')
        dollar(ShellContext::Bare);
    else if (c == u'[' && startsSubscript() && push(Mode::Parameter, u']'))
        mark(1, ShellContext::ParameterExpansion);
    else
        markOrdinary(ShellContext::Bare);
}

void ShellLexer::backslash(ShellContext context)
{
    if (m_at + 1 == m_end) {
        m_continued = true;
        mark(1, context);
        return;
    }
    if (top().mode == Mode::Commands || top().mode == Mode::Words) {
        startWord();
        top().wordQuoted = true;
    }
    mark(2, context);
}

void ShellLexer::dollar(ShellContext context)
{
    const QChar next = peek(1);
    const bool isWord = top().mode == Mode::Commands || top().mode == Mode::Words;
    if (isWord)
        top().wordQuoted = true;
    if (next == u'(' && peek(2) == u'(' && looksArithmetic(m_at + 1)) {
        mark(1, context);
        const bool pushed = push(Mode::Arithmetic, u')');
        mark(2, pushed ? ShellContext::Arithmetic : context);
    } else if (next == u'(') {
        mark(2, context);
        push(Mode::Commands, u')');
    } else if (next == u'{') {
        mark(1, context);
        push(Mode::Parameter, u'}');
        mark(1, context);
    } else if (next == u'\'' && isWord) {
        mark(1, ShellContext::Bare);
        push(Mode::DollarSingle, u'\'');
        mark(1, ShellContext::DollarSingleQuoted);
    } else {
        // "$#" and "$$" are expansions: their second character starts nothing.
        mark(next == u'#' || next == u'$' ? 2 : 1, context);
    }
}

void ShellLexer::quotedCharacter(Mode mode)
{
    const ShellContext context = mode == Mode::Double         ? ShellContext::DoubleQuoted
                                 : mode == Mode::Single       ? ShellContext::SingleQuoted
                                 : mode == Mode::DollarSingle ? ShellContext::DollarSingleQuoted
                                                              : ShellContext::Backtick;
    const QChar c = peek();
    if (takePlaceholder(Quoting::Quoted, context))
        return;
    if (c == top().closer) {
        mark(1, context);
        pop();
    } else if (c == u'\\' && mode == Mode::Double) {
        backslash(context);
    } else if (c == u'\\' && mode != Mode::Single) {
        mark(2, context);
    } else if (c == u'$' && mode == Mode::Double) {
        dollar(context);
    } else if (c == u'`' && mode == Mode::Double) {
        push(Mode::Backtick, u'`');
        mark(1, ShellContext::Backtick);
    } else {
        markOrdinary(context);
    }
}

void ShellLexer::parameterCharacter()
{
    constexpr ShellContext context = ShellContext::ParameterExpansion;
    const QChar c = peek();
    if (takePlaceholder(Quoting::Quoted, context))
        return;
    const bool nests = top().closer == u']'; // subscripts count their brackets, expansions end at the first brace
    if (nests && (c == u'[' || (c == u']' && top().depth > 0))) {
        top().depth += c == u'[' ? 1 : -1;
        mark(1, context);
    } else if (c == top().closer) {
        mark(1, context);
        pop();
    } else if (c == u'\\') {
        backslash(context);
    } else if (c == u'$') {
        dollar(context);
    } else if (c == u'"' || c == u'`' || (c == u'\'' && !top().inDouble)) {
        push(c == u'"' ? Mode::Double : c == u'`' ? Mode::Backtick : Mode::Single, c);
        mark(1, context);
    } else if ((c == u'<' || c == u'>') && peek(1) == u'(' && push(Mode::Commands, u')')) {
        mark(2, context);
    } else {
        mark(1, context);
    }
}

void ShellLexer::arithmeticCharacter()
{
    constexpr ShellContext context = ShellContext::Arithmetic;
    const QChar c = peek();
    if (takePlaceholder(Quoting::Quoted, context))
        return;
    if (c == u'$') {
        dollar(context);
    } else if (c == u'\\') {
        backslash(context);
    } else if (c == u'\'' || c == u'"' || c == u'`') {
        push(c == u'"' ? Mode::Double : c == u'`' ? Mode::Backtick : Mode::Single, c);
        mark(1, context);
    } else if (c == u')' && top().depth == 0) {
        if (peek(1) == u')') {
            mark(2, context);
            pop();
        } else {
            // No arithmetic after all: "$((a) ...)" is a subshell in a substitution, which is still open.
            mark(1, context);
            top().mode = Mode::Commands;
            top().place = Place::Argument;
        }
    } else {
        top().depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        mark(1, context);
    }
}

bool ShellLexer::looksArithmetic(qsizetype open) const
{
    // "((a) + 1))" closes with two parentheses side by side; "( (a); b )" does not.
    int depth = 0;
    const qsizetype limit = std::min(m_end, open + 512);
    for (qsizetype at = open; at < limit; ++at) {
        if (m_text[at] == u'(')
            ++depth;
        else if (m_text[at] == u')' && --depth == 1)
            return at + 1 < limit && m_text[at + 1] == u')';
    }
    return true;
}

void ShellLexer::newline()
{
    const bool commands = top().mode == Mode::Commands || top().mode == Mode::Words;
    const ShellContext context = top().mode == Mode::Double         ? ShellContext::DoubleQuoted
                                 : top().mode == Mode::Single       ? ShellContext::SingleQuoted
                                 : top().mode == Mode::DollarSingle ? ShellContext::DollarSingleQuoted
                                                                    : ShellContext::Bare;
    if (m_continued || !commands) {
        mark(1, context);
        return;
    }
    endWord();
    if (top().mode == Mode::Commands && !isInTest()) {
        endCommand();
        if (top().place == Place::Argument || top().place == Place::ForWords)
            top().place = Place::Command;
    }
    mark(1, context);
    m_inBodies = !m_bodies.isEmpty();
}

void ShellLexer::bodyLine(qsizetype start)
{
    const HereDocument &body = m_bodies.first();
    const ShellContext context = body.quoted ? ShellContext::QuotedHereDocument : ShellContext::HereDocument;
    qsizetype from = start;
    while (body.stripTabs && from < m_end && m_text[from] == u'\t')
        ++from;
    const bool last = QStringView(m_text).mid(from, m_end - from) == body.delimiter;
    while (m_at < m_end) {
        if (!takePlaceholder(Quoting::Quoted, context))
            markOrdinary(context);
    }
    mark(1, context);
    if (last) {
        m_bodies.removeFirst();
        m_inBodies = !m_bodies.isEmpty();
    }
}

ShellLexer readShell(QStringView text, ShellLexer::Placeholders placeholders)
{
    ShellLexer lexer(placeholders);
    for (const QStringView line : QStringTokenizer{text, u'\n'})
        lexer.feedLine(line);
    return lexer;
}

QString unquoted(QStringView word)
{
    const auto isQuoting = [](QChar c) { return c == u'\\' || c == u'\'' || c == u'"'; };
    if (std::none_of(word.begin(), word.end(), isQuoting))
        return word.toString();
    QString plain;
    QChar quote;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const QChar c = word[i];
        if (c == u'\\' && quote != u'\'' && i + 1 < word.size())
            plain += word[++i];
        else if (quote.isNull() && (c == u'\'' || c == u'"'))
            quote = c;
        else if (c == quote)
            quote = QChar();
        else
            plain += c;
    }
    return plain;
}

} // namespace holdpoint::runbooks
