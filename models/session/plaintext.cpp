// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/plaintext.h>

#include <models/base/redactor.h>

namespace holdpoint::session {

namespace {

/// The index after the escape sequence that starts at `at` (an ESC).
qsizetype afterEscape(const QString &text, qsizetype at)
{
    qsizetype index = at + 1;
    if (index >= text.size())
        return index;
    const QChar kind = text[index++];
    if (kind == u'[') { // CSI: parameters and intermediates, then a final byte
        while (index < text.size() && text[index] >= u' ' && text[index] < u'@')
            ++index;
        return index + 1;
    }
    if (kind == u']' || kind == u'P' || kind == u'X' || kind == u'^' || kind == u'_') { // strings, to BEL or ST
        while (index < text.size() && text[index] != u'\a' && text[index] != u'\x1b')
            ++index;
        return index < text.size() && text[index] == u'\x1b' ? index + 2 : index + 1;
    }
    if (kind >= u' ' && kind <= u'/') // an intermediate and its final byte
        return index + 1;
    return index;
}

} // namespace

QString plainText(const QByteArray &output, qsizetype limit)
{
    const QString text = QString::fromUtf8(output);
    QString done;
    QString line;
    qsizetype column = 0;
    for (qsizetype index = 0; index < text.size() && done.size() + line.size() < limit;) {
        const QChar character = text[index];
        if (character == u'\x1b') {
            index = afterEscape(text, index);
            continue;
        }
        ++index;
        if (character == u'\n') {
            done += line + u'\n';
            line.clear();
            column = 0;
        } else if (character == u'\r') {
            column = 0;
        } else if (character == u'\b') {
            column = qMax<qsizetype>(0, column - 1);
        } else if (character >= u' ' || character == u'\t') {
            if (column < line.size())
                line[column] = character;
            else
                line += character;
            ++column;
        }
    }
    return (done + line).left(limit);
}

QString redactedText(const Redactor &redactor, const QByteArray &output, qsizetype limit)
{
    return redactor.redacted(plainText(output, limit)).left(limit);
}

} // namespace holdpoint::session
