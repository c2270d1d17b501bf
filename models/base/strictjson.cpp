// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/strictjson.h>

#include <models/base/jsontext.h>
#include <models/base/text.h>

#include <QSet>
#include <QVarLengthArray>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace holdpoint {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isHexDigit(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Where the next character stands that ends a string or has no place in one; the size where there is none. Eight at a time:
/// ledgers are checked by the hundred megabytes.
qsizetype endOfPlain(QByteArrayView text, qsizetype from)
{
    constexpr quint64 ones = 0x0101010101010101;
    constexpr quint64 highs = 0x8080808080808080;
    const auto hasZero = [](quint64 word) { return (word - ones) & ~word & highs; };
    for (; from + 8 <= text.size(); from += 8) {
        quint64 word = 0;
        std::memcpy(&word, text.data() + from, sizeof word);
        const quint64 control = (word - ones * 0x20) & ~word & highs;
        if ((control | hasZero(word ^ ones * '"') | hasZero(word ^ ones * '\\')) != 0)
            break;
    }
    while (from < text.size() && text[from] != '"' && text[from] != '\\' && quint8(text[from]) >= 0x20)
        ++from;
    return from;
}

/// The keys of one object, as they stand there in quotes.
class Keys
{
public:
    /// False when it was there before.
    bool add(QByteArrayView quoted)
    {
        m_hasEscapes = m_hasEscapes || quoted.contains('\\');
        m_quoted.append(quoted);
        if (!m_hasEscapes && m_quoted.size() <= fewKeys)
            return std::find(m_quoted.begin(), m_quoted.end() - 1, quoted) == m_quoted.end() - 1;
        if (m_texts.isEmpty()) {
            return std::all_of(m_quoted.begin(), m_quoted.end(), [this](QByteArrayView key) { return addText(key); });
        }
        return addText(quoted);
    }

private:
    static constexpr qsizetype fewKeys = 16;

    bool addText(QByteArrayView quoted)
    {
        const qsizetype before = m_texts.size();
        m_texts.insert(quoted.contains('\\')
                           ? jsonObjectFrom('{' + quoted.toByteArray() + ":0}")->keys().first()
                           : textFrom(quoted.sliced(1).chopped(1)));
        return m_texts.size() > before;
    }

    QVarLengthArray<QByteArrayView, fewKeys> m_quoted;
    QSet<QString> m_texts; ///< of all of them, once there are many or one has an escape
    bool m_hasEscapes = false;
};

/// Walks over one text, a production of the grammar a function; each says whether it stood there.
class Walker
{
public:
    explicit Walker(QByteArrayView text)
        : m_text(text)
    {
    }

    bool object()
    {
        Keys keys;
        return container('{', '}', [&] {
            const qsizetype begin = m_at;
            if (!string())
                return false;
            return keys.add(m_text.sliced(begin, m_at - begin)) && (blanks(), take(':')) && value();
        });
    }
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }

private:
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }

    bool take(char wanted)
    {
        if (atEnd() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }
    bool take(QByteArrayView word)
    {
        if (!m_text.sliced(m_at).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }
    void blanks()
    {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')
            ++m_at;
    }

    template <class Member> bool container(char open, char close, Member member)
    {
        if (!take(open) || ++m_depth > deepestJson)
            return false;
        blanks();
        if (!take(close)) {
            do {
                blanks();
                if (!member())
                    return false;
                blanks();
            } while (take(','));
            if (!take(close))
                return false;
        }
        --m_depth;
        return true;
    }

    bool value()
    {
        blanks();
        switch (peek()) {
        case '{': return object();
        case '[': return container('[', ']', [this] { return value(); });
        case '"': return string();
        default: return take("true") || take("false") || take("null") || number();
        }
    }

    bool string()
    {
        if (!take('"'))
            return false;
        for (;;) {
            m_at = endOfPlain(m_text, m_at);
            if (peek() != '\\')
                return take('"');
            if (!escape())
                return false;
            ++m_at;
        }
    }

    /// Ends on its last character.
    bool escape()
    {
        ++m_at;
        if (peek() != 'u')
            return !atEnd() && QByteArrayView("\"\\/bfnrt").contains(peek());
        for (int i = 0; i < 4; ++i) {
            ++m_at;
            if (!isHexDigit(peek()))
                return false;
        }
        return true;
    }

    bool digits()
    {
        const qsizetype begin = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > begin;
    }

    /// One too large for a double is read as an error by some and as infinity by others.
    bool number()
    {
        const qsizetype begin = m_at;
        if (!numeral())
            return false;
        constexpr qsizetype surelyFinite = 300;
        const QByteArrayView text = m_text.sliced(begin, m_at - begin);
        if (text.size() < surelyFinite && !text.contains('e') && !text.contains('E'))
            return true;
        bool isFinite = false;
        const double value = text.toByteArray().toDouble(&isFinite);
        return isFinite && std::isfinite(value);
    }

    bool numeral()
    {
        take('-');
        if (!take('0') && !digits())
            return false;
        if (take('.') && !digits())
            return false;
        if (!take('e') && !take('E'))
            return true;
        static_cast<void>(take('+') || take('-'));
        return digits();
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

Result<> checkStrictJson(QByteArrayView text)
{
    Walker walker(text);
    if (!QUtf8StringView(text).isValidUtf8())
        return fail(ErrorKind::Invalid, QStringLiteral("it is not UTF-8"));
    if (!walker.object() || !walker.atEnd())
        return fail(ErrorKind::Invalid, QStringLiteral("it is not one object of strict JSON without a repeated key"));
    return {};
}

} // namespace holdpoint
