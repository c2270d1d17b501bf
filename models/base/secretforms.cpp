// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/secretforms.h>

#include <QString>

#include <array>

namespace holdpoint {

namespace {

/// The part of a base64 text that depends on the secret alone, whatever stands before and after it.
QList<QByteArray> base64Forms(const QByteArray &secret)
{
    QList<QByteArray> forms;
    for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
        for (int lead = 0; lead < 3; ++lead) {
            const QByteArray encoded =
                (QByteArray(lead, 'x') + secret).toBase64(alphabet | QByteArray::OmitTrailingEquals);
            const qsizetype skip = (lead * 8 + 5) / 6;
            const qsizetype cut = (lead + secret.size()) % 3 == 0 ? 0 : 1;
            forms.append(encoded.mid(skip, encoded.size() - skip - cut));
        }
    }
    return forms;
}

/// What a JSON writer escapes beyond what it must (RFC 8259 section 7).
struct JsonStyle
{
    QString characters;
    bool slash = false;
    bool beyondAscii = false;
    bool upperHex = false;
};

QString jsonEscape(QChar character, const JsonStyle &style)
{
    const char16_t code = character.unicode();
    if (code < 0x20 || style.characters.contains(character) || (style.beyondAscii && code > 0x7e)) {
        switch (code) {
        case '\b': return QStringLiteral("\\b");
        case '\f': return QStringLiteral("\\f");
        case '\n': return QStringLiteral("\\n");
        case '\r': return QStringLiteral("\\r");
        case '\t': return QStringLiteral("\\t");
        default: break;
        }
        const QString digits = QString::number(code, 16).rightJustified(4, u'0');
        return QStringLiteral("\\u") + (style.upperHex ? digits.toUpper() : digits);
    }
    if (code == '"' || code == '\\' || (style.slash && code == '/'))
        return QStringLiteral("\\") + character;
    return character;
}

QList<QByteArray> jsonForms(const QString &secret)
{
    // Of Go; of PHP's JSON_HEX_*; of .NET.
    static const std::array sets{QString(), QStringLiteral("<>&\u2028\u2029"), QStringLiteral("<>&'"),
                                 QStringLiteral("<>&'\"+`")};
    QList<QByteArray> forms;
    for (const QString &characters : sets) {
        for (const unsigned traits : {0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U}) {
            const JsonStyle style{characters, (traits & 1U) != 0, (traits & 2U) != 0, (traits & 4U) != 0};
            QString form;
            for (const QChar character : secret)
                form += jsonEscape(character, style);
            forms.append(form.toUtf8());
        }
    }
    return forms;
}

QByteArray escaped(const QByteArray &text, const char *characters)
{
    QByteArray form;
    for (const char character : text) {
        if (QByteArrayView(characters).contains(character))
            form += '\\';
        form += character;
    }
    return form;
}

/// As POSIX shells quote words: what `set -x`, `export -p` and `printf %q` of bash print, and Python's shlex.
QList<QByteArray> shellForms(const QByteArray &secret)
{
    return {QByteArray(secret).replace('\'', "'\\''"), QByteArray(secret).replace('\'', "'\"'\"'"),
            escaped(secret, "$`\"\\"), escaped(secret, " \t'\"\\|&;()<>!{}*[]?^$`,#~"),
            escaped(secret, " \t'\"\\|&;()<>!{}*[]?^$`,")};
}

/// RFC 3986, by what is left as it is: nothing more; by Python's quote(); JavaScript's encodeURIComponent() and encodeURI(); and
/// forms of HTML, which have a plus for a space.
QList<QByteArray> percentForms(const QByteArray &secret)
{
    QList<QByteArray> forms;
    for (const char *kept : {"", "/", "!'()*", ";,/?:@&=+$!'()*#", "*"}) {
        for (const char *quoted : {"", "~"}) {
            const QByteArray upper = secret.toPercentEncoding(kept, quoted);
            QByteArray lower = upper;
            for (qsizetype at = lower.indexOf('%'); at >= 0; at = lower.indexOf('%', at + 3))
                lower.replace(at, 3, lower.mid(at, 3).toLower());
            for (const QByteArray &form : {upper, lower})
                forms << form << QByteArray(form).replace("%20", "+");
        }
    }
    return forms;
}

/// As libraries write attributes and text of HTML and XML.
QList<QByteArray> htmlForms(const QByteArray &secret)
{
    const QByteArray common = QByteArray(secret).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    QList<QByteArray> forms;
    for (const char *quote : {"\"", "&quot;", "&#34;"}) {
        for (const char *apostrophe : {"'", "&#39;", "&#x27;", "&#039;", "&apos;"})
            forms.append(QByteArray(common).replace('"', quote).replace('\'', apostrophe));
    }
    return forms;
}

} // namespace

QList<QByteArray> secretForms(const QByteArray &secret, qsizetype shortest)
{
    const QString text = QString::fromUtf8(secret);
    const QList<QByteArray> json = jsonForms(text);
    const QList<QByteArray> all = QList<QByteArray>{secret} + secret.split('\n') + percentForms(secret) + base64Forms(secret)
                                  + json + jsonForms(QString::fromUtf8(json.first())) + shellForms(secret)
                                  + htmlForms(secret);
    QList<QByteArray> forms;
    for (const QByteArray &form : all) {
        if (form.size() >= shortest && !forms.contains(form))
            forms.append(form);
    }
    return forms;
}

} // namespace holdpoint
