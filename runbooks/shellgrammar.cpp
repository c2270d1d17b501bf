// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// The part of ShellLexer that knows words, keywords, operators and here-documents.

#include <runbooks/shelllexer.h>

#include <QHash>
#include <QRegularExpression>

namespace holdpoint::runbooks {

namespace {

bool isAssignment(const QString &word)
{
    static const QRegularExpression assignment(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*(\\[[^\\]]{0,200}\\])?\\+?="));
    return assignment.match(word.left(300)).hasMatch();
}

} // namespace

bool ShellLexer::isInTest() const
{
    const QList<Compound> &compounds = m_frames.last().compounds;
    return !compounds.isEmpty() && compounds.last() == Compound::Test;
}

/// Whether the word so far is the "]]" that ends a test, so that an operator may follow.
bool ShellLexer::isAtTestEnd() const
{
    const Frame &frame = m_frames.last();
    return frame.wordStart >= 0 && QStringView(m_text).mid(frame.wordStart, m_at - frame.wordStart) == u"]]";
}

/// Whether a '[' here opens the subscript of an assignment, which bash reads up to its ']' over blanks and lines.
bool ShellLexer::startsSubscript() const
{
    static const QRegularExpression name(QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z_][A-Za-z0-9_]*")));
    const Frame &frame = m_frames.last();
    return frame.mode == Mode::Commands && frame.place == Place::Command && !frame.redirect && m_at > frame.wordStart
           && m_at - frame.wordStart < 200 && name.match(m_text.mid(frame.wordStart, m_at - frame.wordStart)).hasMatch();
}

void ShellLexer::startWord()
{
    Frame &frame = top();
    if (frame.wordStart >= 0)
        return;
    frame.wordStart = m_at;
    frame.wordQuoted = false;
    frame.needsMore = false;
}

void ShellLexer::endWord()
{
    Frame &frame = top();
    if (frame.wordStart < 0)
        return;
    const ShellWord range{frame.wordStart, m_at};
    const QString word = m_text.mid(range.start, range.end - range.start);
    frame.wordStart = -1;
    if (frame.mode == Mode::Words)
        return;
    if (frame.redirect) {
        frame.redirect = false;
        return;
    }
    switch (frame.place) {
    case Place::Command: commandWord(word, range); break;
    case Place::Argument:
        frame.command.append(range);
        if (isInTest() && word == QStringLiteral("]]"))
            frame.compounds.removeLast();
        break;
    case Place::CaseWord: frame.place = Place::CaseIn; break;
    case Place::CaseIn:
        if (word == QStringLiteral("in"))
            frame.place = Place::Pattern;
        break;
    case Place::Pattern:
        if (word == QStringLiteral("esac"))
            popCompound(Compound::Case);
        break;
    case Place::ForName: frame.place = Place::ForWords; break;
    case Place::ForWords: break;
    case Place::FunctionName:
        frame.place = Place::Command;
        frame.needsMore = true;
        break;
    }
}

void ShellLexer::commandWord(const QString &word, ShellWord range)
{
    Frame &frame = top();
    if (!frame.wordQuoted && !frame.begun && keyword(word))
        return;
    if (isAssignment(word)) {
        frame.begun = true;
        m_assignments.append(range);
        return;
    }
    if (!frame.forced) {
        for (qsizetype i = range.start; i < range.end; ++i)
            m_contexts[i] = ShellContext::CommandWord;
    }
    frame.command.append(range);
    frame.place = Place::Argument;
}

bool ShellLexer::keyword(const QString &word)
{
    enum class Action { Open, Close, Again, Case, For, Function, Test };
    struct Entry
    {
        Action action;
        Compound compound;
    };
    static const QHash<QString, Entry> keywords{
        {QStringLiteral("if"), {Action::Open, Compound::If}},
        {QStringLiteral("fi"), {Action::Close, Compound::If}},
        {QStringLiteral("while"), {Action::Open, Compound::Loop}},
        {QStringLiteral("until"), {Action::Open, Compound::Loop}},
        {QStringLiteral("done"), {Action::Close, Compound::Loop}},
        {QStringLiteral("{"), {Action::Open, Compound::Brace}},
        {QStringLiteral("}"), {Action::Close, Compound::Brace}},
        {QStringLiteral("then"), {Action::Again, {}}},
        {QStringLiteral("else"), {Action::Again, {}}},
        {QStringLiteral("elif"), {Action::Again, {}}},
        {QStringLiteral("do"), {Action::Again, {}}},
        {QStringLiteral("!"), {Action::Again, {}}},
        {QStringLiteral("time"), {Action::Again, {}}},
        {QStringLiteral("coproc"), {Action::Again, {}}},
        {QStringLiteral("for"), {Action::For, Compound::Loop}},
        {QStringLiteral("select"), {Action::For, Compound::Loop}},
        {QStringLiteral("case"), {Action::Case, Compound::Case}},
        {QStringLiteral("esac"), {Action::Close, Compound::Case}},
        {QStringLiteral("function"), {Action::Function, {}}},
        {QStringLiteral("[["), {Action::Test, Compound::Test}},
    };
    const auto entry = keywords.constFind(word);
    if (entry == keywords.constEnd())
        return false;
    Frame &frame = top();
    if (entry->action == Action::Test)
        frame.command.append({m_at - word.size(), m_at});
    if (entry->action == Action::Close)
        popCompound(entry->compound);
    else if (entry->action != Action::Again && entry->action != Action::Function)
        frame.compounds.append(entry->compound);
    switch (entry->action) {
    case Action::Open:
    case Action::Again: frame.place = Place::Command; break;
    case Action::Case: frame.place = Place::CaseWord; break;
    case Action::For: frame.place = Place::ForName; break;
    case Action::Function: frame.place = Place::FunctionName; break;
    case Action::Close:
    case Action::Test: frame.place = Place::Argument; break;
    }
    return true;
}

void ShellLexer::popCompound(Compound compound)
{
    Frame &frame = top();
    if (!frame.compounds.isEmpty() && frame.compounds.last() == compound)
        frame.compounds.removeLast();
    frame.place = Place::Argument;
}

void ShellLexer::endCommand()
{
    Frame &frame = top();
    frame.redirect = false;
    frame.begun = false;
    if (!frame.command.isEmpty())
        m_commands.append(frame.command);
    frame.command.clear();
}

void ShellLexer::operatorCharacter(QChar c)
{
    if (c == u'(') {
        openParenthesis();
        return;
    }
    if (c == u')') {
        closeParenthesis();
        return;
    }
    endWord();
    Frame &frame = top();
    if (c == u'|' && frame.place == Place::Pattern) {
        mark(1, ShellContext::Bare);
        return;
    }
    if (c == u'&' && peek(1) == u'>') {
        mark(peek(2) == u'>' ? 3 : 2, ShellContext::Bare);
        frame.redirect = true;
        return;
    }
    endCommand();
    const bool inCase = !frame.compounds.isEmpty() && frame.compounds.last() == Compound::Case;
    const bool endsClause = c == u';' && (peek(1) == u';' || peek(1) == u'&');
    frame.place = endsClause && inCase ? Place::Pattern : Place::Command;
    const bool isDouble = peek(1) == c || endsClause || (c == u'|' && peek(1) == u'&');
    frame.needsMore = c == u'|' || (c == u'&' && peek(1) == u'&');
    mark(endsClause && peek(1) == u';' && peek(2) == u'&' ? 3 : isDouble ? 2 : 1, ShellContext::Bare);
}

void ShellLexer::openParenthesis()
{
    Frame &frame = top();
    if (functionParentheses())
        return;
    if (frame.wordStart >= 0 || frame.place == Place::Pattern) {
        const bool inWord = frame.wordStart >= 0;
        const QChar before = inWord ? m_text[m_at - 1] : QChar();
        mark(1, ShellContext::Bare);
        // An array, or bash's extended pattern @(a|b).
        if (inWord && QStringLiteral("=@?*+!").contains(before))
            push(Mode::Words, u')');
        return;
    }
    const bool arithmetic =
        peek(1) == u'(' && looksArithmetic(m_at) && (frame.place == Place::Command || frame.place == Place::ForName);
    if (frame.place != Place::Command && !arithmetic) {
        startWord();
        mark(1, ShellContext::Bare);
        return;
    }
    frame.needsMore = false;
    frame.place = frame.place == Place::ForName ? Place::ForWords : Place::Argument;
    mark(arithmetic ? 2 : 1, ShellContext::Bare);
    push(arithmetic ? Mode::Arithmetic : Mode::Commands, u')');
}

bool ShellLexer::functionParentheses()
{
    Frame &frame = top();
    const bool named = frame.wordStart >= 0 ? frame.place == Place::Command || frame.place == Place::FunctionName
                                            : frame.command.size() == 1 && frame.place == Place::Argument;
    qsizetype close = 1;
    while (peek(close) == u' ')
        ++close;
    const bool afterFunctionWord = frame.wordStart < 0 && frame.needsMore && frame.place == Place::Command;
    if (peek(close) != u')' || !(named || afterFunctionWord))
        return false;
    if (frame.wordStart >= 0 && m_text[m_at - 1] == u'=')
        return false; // an empty array
    mark(close + 1, ShellContext::Bare);
    frame.wordStart = -1;
    frame.command.clear();
    frame.begun = false;
    frame.place = Place::Command;
    frame.needsMore = true;
    return true;
}

void ShellLexer::closeParenthesis()
{
    endWord();
    if (top().place == Place::Pattern) {
        top().place = Place::Command;
        mark(1, ShellContext::Bare);
        return;
    }
    endCommand();
    if (m_frames.size() > 1 && top().closer == u')')
        pop();
    mark(1, top().mode == Mode::Double ? ShellContext::DoubleQuoted : ShellContext::Bare);
}

void ShellLexer::angle()
{
    if (m_recognition == Placeholders::Recognised && peek() == u'<'
        && placeholderLength(QStringView(m_text).left(m_end), m_at, Quoting::Unquoted) > 0) {
        startWord();
        top().wordQuoted = true;
        takePlaceholder(Quoting::Unquoted, ShellContext::Bare);
        return;
    }
    if (peek(1) == u'(') {
        startWord();
        mark(2, ShellContext::Bare);
        push(Mode::Commands, u')');
        return;
    }
    if (isInTest() || top().mode == Mode::Words) {
        endWord();
        mark(1, ShellContext::Bare);
        return;
    }
    const QStringView word = QStringView(m_text).mid(std::max<qsizetype>(top().wordStart, 0), m_at - top().wordStart);
    const bool isDescriptor =
        top().wordStart >= 0 && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    if (isDescriptor)
        top().wordStart = -1;
    endWord();
    top().needsMore = false;
    top().begun = true;
    if (peek() == u'<' && peek(1) == u'<' && peek(2) != u'<') {
        hereDocument();
        return;
    }
    qsizetype length = 1;
    while (length < 3 && (peek(length) == u'<' || peek(length) == u'>' || peek(length) == u'&' || peek(length) == u'|'))
        ++length;
    mark(length, ShellContext::Bare);
    top().redirect = true;
}

void ShellLexer::hereDocument()
{
    HereDocument body;
    mark(2, ShellContext::Bare);
    if (peek() == u'-') {
        body.stripTabs = true;
        mark(1, ShellContext::Bare);
    }
    while (peek() == u' ' || peek() == u'\t')
        mark(1, ShellContext::Bare);
    const qsizetype start = m_at;
    QChar quote;
    while (m_at < m_end) {
        const QChar c = peek();
        if (quote.isNull() && QStringLiteral(" \t\r;&|()<>").contains(c))
            break;
        if (quote.isNull() && (c == u'\'' || c == u'"'))
            quote = c;
        else if (c == quote)
            quote = QChar();
        mark(1, ShellContext::Bare);
    }
    const QStringView word = QStringView(m_text).mid(start, m_at - start);
    body.delimiter = unquoted(word);
    body.quoted = body.delimiter.size() != word.size();
    if (!word.isEmpty())
        m_bodies.append(body);
}

} // namespace holdpoint::runbooks
