// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// The part of ShellLexer that knows words, keywords, operators and here-documents.

#include <runbooks/shelllexer.h>
#include <runbooks/words.h>

#include <algorithm>

namespace holdpoint::runbooks {

namespace {

bool isNameStart(QChar c) { return c == u'_' || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }
bool isNameCharacter(QChar c) { return isNameStart(c) || (c >= u'0' && c <= u'9'); }

/// How many characters at the start of the text make a variable's name.
qsizetype nameLength(QStringView text)
{
    if (text.isEmpty() || !isNameStart(text.front()))
        return 0;
    return std::find_if_not(text.begin(), text.end(), isNameCharacter) - text.begin();
}

/// Whether the text is a variable's name, continuations in it left out; no text is read further than its first other character.
bool isName(QStringView text)
{
    if (text.isEmpty() || !isNameStart(text.front()))
        return false;
    for (qsizetype at = 1; at < text.size(); ++at) {
        const bool continued = text[at] == u'\\' && at + 1 < text.size() && text[at + 1] == u'\n';
        at += continued ? 1 : 0;
        if (!continued && !isNameCharacter(text[at]))
            return false;
    }
    return true;
}

/// NAME=, NAME+= and NAME[SUBSCRIPT]= begin an assignment.
bool isAssignment(QStringView word)
{
    qsizetype at = nameLength(word);
    if (at == 0)
        return false;
    if (at < word.size() && word[at] == u'[') {
        const qsizetype close = word.mid(0, at + 202).indexOf(u']', at);
        if (close < 0)
            return false;
        at = close + 1;
    }
    at += at < word.size() && word[at] == u'+' ? 1 : 0;
    return at < word.size() && word[at] == u'=';
}

} // namespace

bool ShellLexer::isInTest() const
{
    const QList<Compound> &compounds = m_frames.back().compounds;
    return !compounds.isEmpty() && compounds.last() == Compound::Test;
}

/// Whether the word so far is the "]]" that ends a test, so that an operator may follow.
bool ShellLexer::isAtTestEnd() const
{
    const Frame &frame = m_frames.back();
    return frame.wordStart >= 0 && QStringView(m_text).mid(frame.wordStart, m_at - frame.wordStart) == u"]]";
}

/// Whether a '[' here opens the subscript of an assignment, which bash reads up to its ']' over blanks and lines.
bool ShellLexer::startsSubscript() const
{
    const Frame &frame = m_frames.back();
    if (frame.mode == Mode::Words) // of an array: ([index]=value ...)
        return m_at == frame.wordStart;
    return frame.mode == Mode::Commands && frame.place == Place::Command && !frame.redirect && !frame.redirected
           && m_at > frame.wordStart && isName(QStringView(m_text).mid(frame.wordStart, m_at - frame.wordStart));
}

/// The word that is being read, with the pieces that continuations cut it into put together in `joined`.
QStringView ShellLexer::wordSoFar(QString &joined) const
{
    const QStringView word = QStringView(m_text).mid(m_frames.back().wordStart, m_at - m_frames.back().wordStart);
    if (!word.contains(u'\\'))
        return word;
    joined = word.toString().remove(QStringLiteral("\\\n"));
    return joined;
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
    QString joined;
    const QStringView word = wordSoFar(joined);
    frame.wordStart = -1;
    if (frame.mode == Mode::Words)
        return;
    if (frame.redirect) {
        frame.redirect = false;
        frame.redirected = frame.assigned;
        return;
    }
    switch (frame.place) {
    case Place::Command: commandWord(word, range); break;
    case Place::Argument:
        frame.command.append(range);
        if (isInTest() && word == u"]]")
            frame.compounds.removeLast();
        break;
    case Place::CaseWord: frame.place = Place::CaseIn; break;
    case Place::CaseIn:
        if (word == u"in")
            frame.place = Place::Pattern;
        break;
    case Place::Pattern:
        if (word == u"esac")
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

void ShellLexer::commandWord(QStringView word, ShellWord range)
{
    Frame &frame = top();
    if (!frame.wordQuoted && !frame.begun && keyword(word, range))
        return;
    if (isAssignment(word)) {
        frame.begun = true;
        frame.assigned = true;
        m_assignments.append(range);
        return;
    }
    if (!frame.forced) {
        std::fill(m_contexts.begin() + range.start, m_contexts.begin() + range.end, ShellContext::CommandWord);
    }
    frame.command.append(range);
    frame.place = Place::Argument;
}

/// How many characters here are the name of a coprocess, which only a compound command may follow.
qsizetype ShellLexer::coprocNameLength() const
{
    const QStringView rest = QStringView(m_text).mid(m_at, m_end - m_at);
    const auto skipBlanks = [&](qsizetype at) {
        while (at < rest.size() && (rest[at] == u' ' || rest[at] == u'\t'))
            ++at;
        return at;
    };
    constexpr const char *compounds = "{ if while until for case select [[";
    const qsizetype start = skipBlanks(0);
    const QStringView name = rest.mid(start, nameLength(rest.mid(start)));
    const qsizetype next = skipBlanks(start + name.size());
    if (name.isEmpty() || next == start + name.size() || next == rest.size() || isOneOf(name, compounds))
        return 0;
    const QStringView tail = rest.mid(next);
    const auto end = std::find_if(tail.begin(), tail.end(), [](QChar c) { return c == u' ' || c == u'\t'; });
    const QStringView following = tail.left(end - tail.begin());
    return following.startsWith(u'(') || isOneOf(following, compounds) ? start + name.size() : 0;
}

bool ShellLexer::keyword(QStringView word, ShellWord range)
{
    enum class Action { Open, Close, Again, Case, For, Function, Test, Coproc };
    struct Entry
    {
        QStringView word;
        Action action;
        Compound compound;
    };
    static constexpr Entry keywords[] = {
        {u"if", Action::Open, Compound::If},
        {u"fi", Action::Close, Compound::If},
        {u"while", Action::Open, Compound::Loop},
        {u"until", Action::Open, Compound::Loop},
        {u"done", Action::Close, Compound::Loop},
        {u"{", Action::Open, Compound::Brace},
        {u"}", Action::Close, Compound::Brace},
        {u"then", Action::Again, {}},
        {u"else", Action::Again, {}},
        {u"elif", Action::Again, {}},
        {u"do", Action::Again, {}},
        {u"!", Action::Again, {}},
        {u"time", Action::Again, {}},
        {u"coproc", Action::Coproc, {}},
        {u"for", Action::For, Compound::Loop},
        {u"select", Action::For, Compound::Loop},
        {u"case", Action::Case, Compound::Case},
        {u"esac", Action::Close, Compound::Case},
        {u"function", Action::Function, {}},
        {u"[[", Action::Test, Compound::Test},
    };
    const auto *const entry = std::ranges::find(keywords, word, &Entry::word);
    if (entry == std::end(keywords))
        return false;
    Frame &frame = top();
    if (entry->action == Action::Test)
        frame.command.append(range);
    if (entry->action == Action::Close)
        popCompound(entry->compound);
    else if (entry->action != Action::Again && entry->action != Action::Function && entry->action != Action::Coproc)
        frame.compounds.append(entry->compound);
    switch (entry->action) {
    case Action::Open:
    case Action::Again: frame.place = Place::Command; break;
    case Action::Coproc:
        frame.place = Place::Command;
        mark(coprocNameLength(), ShellContext::Bare);
        break;
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
    frame.assigned = false;
    frame.redirected = false;
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
    const bool negates = frame.wordStart >= 0 && frame.place == Place::Command && m_at - frame.wordStart == 1
                         && m_text[frame.wordStart] == u'!';
    if (negates) // "!(grep -q x file)": no shell has extended patterns on from the start
        endWord();
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
    if (frame.wordStart >= 0 && isAssignment(QStringView(m_text).mid(frame.wordStart, m_at - frame.wordStart)))
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
    if ((isInTest() && !isAtTestEnd()) || top().mode == Mode::Words) {
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
    // > >> >& >| and < <> <& <<<: what follows, "<(" for example, is a word of its own.
    const QChar next = peek(1);
    const bool out = peek() == u'>';
    const bool isDouble = next == u'&' || next == u'>' || (out && next == u'|');
    const qsizetype length = !out && next == u'<' ? 3 : isDouble ? 2 : 1;
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
    delimiterWord(std::move(body));
}

/// Reads a here-document's delimiter, or what a continuation has left of it; `body` has what was read before, as written.
void ShellLexer::delimiterWord(HereDocument body)
{
    while (body.delimiter.isEmpty() && (peek() == u' ' || peek() == u'\t'))
        mark(1, ShellContext::Bare);
    const qsizetype start = m_at;
    QChar quote;
    while (m_at < m_end) {
        const QChar c = peek();
        if (quote.isNull() && QStringView(u" \t\r;&|()<>").contains(c))
            break;
        if (quote.isNull() && c == u'\\' && m_at + 1 == m_end) {
            body.delimiter += QStringView(m_text).mid(start, m_at - start);
            m_cutDelimiter = std::move(body);
            return;
        }
        if (quote.isNull() && (c == u'\'' || c == u'"'))
            quote = c;
        else if (c == quote)
            quote = QChar();
        mark(1, ShellContext::Bare);
    }
    if (!quote.isNull()) { // a delimiter of several lines: no shell is done before its quote is closed
        body.delimiter = QStringLiteral("\n"); // which is no line
        m_bodies.append(body);
        push(quote == u'"' ? Mode::Double : Mode::Single, quote);
        return;
    }
    QString word = body.delimiter + m_text.mid(start, m_at - start);
    if (word.isEmpty())
        return;
    const qsizetype written = word.size();
    // $'...' and $"..." are quotes here too, and their dollar goes with them.
    body.delimiter = unquoted(word.replace(QStringLiteral("$'"), QStringLiteral("'")).replace(QStringLiteral("$\""), QStringLiteral("\"")));
    body.quoted = body.delimiter.size() != written;
    m_bodies.append(body);
}

} // namespace holdpoint::runbooks
