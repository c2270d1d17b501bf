// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/paste.h>

#include <models/base/text.h>
#include <models/terminal/charwidth.h>

#include <QList>

#include <algorithm>
#include <utility>

namespace holdpoint::terminal {

namespace {

constexpr qsizetype longPaste = 1024; // bytes

bool isForbidden(QChar character)
{
    const char16_t code = character.unicode();
    return (code < 0x20 && code != '\t' && code != '\n') || (code >= 0x7f && code < 0xa0);
}

// Zero-width characters, bidirectional controls, tags, fillers and the Unicode line ends: text that is not what it looks like.
bool isInvisible(char32_t character, char32_t before)
{
    // Behind a sign that has two looks a selector is seen: it makes it an emoji. Digits have them too, but look alike.
    if ((character == 0xfe0e || character == 0xfe0f) && before >= 0x80 && hasTwoLooks(before))
        return false;
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Format || category == QChar::Separator_Line || category == QChar::Separator_Paragraph
        || isInvisibleControl(character) || isBlankLetter(character);
}

bool hasInvisible(const QString &text)
{
    char32_t before = 0;
    return std::ranges::any_of(text.toUcs4(), [&before](char32_t character) {
        return isInvisible(character, std::exchange(before, character));
    });
}

/// Without any end of a bracketed paste, those included that stand there once another is taken out of them.
QString withoutPasteEnds(const QString &text)
{
    const QStringView pasteEnd = u"\u001b[201~";
    QString clean;
    clean.reserve(text.size());
    for (const QChar character : text) {
        clean += character;
        if (character == QLatin1Char('~') && clean.endsWith(pasteEnd))
            clean.chop(pasteEnd.size());
    }
    return clean;
}

QString withPlainLineEnds(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    return text;
}

} // namespace

PasteFindings inspectPaste(const QString &text)
{
    PasteFindings findings;
    QString clean = withPlainLineEnds(text);
    const qsizetype before = clean.size();
    clean = withoutPasteEnds(clean); // before single characters go: else "[201~" would be left behind as text
    clean.removeIf(isForbidden);
    findings.hadControls = clean.size() != before;
    findings.hasInvisible = hasInvisible(clean);
    findings.isLong = clean.toUtf8().size() > longPaste;
    findings.lines = static_cast<int>(clean.count(QLatin1Char('\n')))
        + (clean.isEmpty() || clean.endsWith(QLatin1Char('\n')) ? 0 : 1);
    findings.isMultiLine = clean.contains(QLatin1Char('\n'));
    findings.cleanText = clean;
    return findings;
}

QString shownPaste(const QString &cleanText)
{
    QString shown;
    char32_t before = 0;
    for (const char32_t character : cleanText.toUcs4()) {
        if (isInvisible(character, before))
            shown += QStringLiteral("[U+%1]").arg(uint(character), 4, 16, QLatin1Char('0')).toUpper();
        else
            shown += QString::fromUcs4(&character, 1);
        before = character;
    }
    return shown;
}

QByteArray encodePaste(const QString &cleanText, const Modes &modes)
{
    QByteArray bytes = inspectPaste(cleanText).cleanText.toUtf8();
    bytes.replace('\n', '\r');
    return modes.bracketedPaste ? "\033[200~" + bytes + "\033[201~" : bytes;
}

} // namespace holdpoint::terminal
