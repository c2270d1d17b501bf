// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/strictjson.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace holdpoint {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isHexDigit(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

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
        QSet<QString> keys;
        return container('{', '}', [&] {
            const qsizetype begin = m_at;
            if (!string())
                return false;
            const QString key = keyFrom(m_text.sliced(begin, m_at - begin));
            const bool isNew = !keys.contains(key);
            keys.insert(key);
            return isNew && (blanks(), take(':')) && value();
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
        while (!atEnd() && peek() != '"') {
            if (quint8(peek()) < 0x20 || (peek() == '\\' && !escape()))
                return false;
            ++m_at;
        }
        return take('"');
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

    bool number()
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

    static QString keyFrom(QByteArrayView quoted)
    {
        if (!quoted.contains('\\'))
            return QString::fromUtf8(quoted);
        const QJsonDocument document = QJsonDocument::fromJson('[' + quoted.toByteArray() + ']');
        return QLatin1Char('"') + document.array().first().toString() + QLatin1Char('"');
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
