// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/text.h>

#include <QList>
#include <QStringDecoder>

namespace holdpoint {

namespace {

enum class LineBreaks { Show, Keep };

QString shown(const QString &text, LineBreaks lineBreaks)
{
    QString clean;
    clean.reserve(text.size());
    for (const char32_t character : text.toUcs4()) {
        const bool control = character < 0x20 || (character >= 0x7f && character < 0xa0);
        const bool kept = lineBreaks == LineBreaks::Keep && (character == '\n' || character == '\t');
        if ((control && !kept) || isInvisibleControl(character))
            clean += QStringLiteral("[U+%1]").arg(uint(character), 4, 16, QLatin1Char('0')).toUpper();
        else
            clean += QString::fromUcs4(&character, 1);
    }
    return clean;
}

} // namespace

QString textFrom(QByteArrayView utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder(utf8);
}

bool isInvisibleControl(char32_t character)
{
    return character == 0x061c || character == 0xfeff || character == 0x00ad || character == 0x180e
        || (character >= 0x200b && character <= 0x200f) || (character >= 0x2028 && character <= 0x202e)
        || (character >= 0x2060 && character <= 0x2069) || (character >= 0xe0000 && character <= 0xe007f);
}

/// The letters and marks of Default_Ignorable_Code_Point (UAX #44), what is kept free for more of them, and Braille's blank.
bool isBlankLetter(char32_t character)
{
    return character == 0x034f || character == 0x115f || character == 0x1160 || character == 0x3164 || character == 0xffa0
        || character == 0x2065 || character == 0x2800 || (character >= 0xfff0 && character <= 0xfff8)
        || (character >= 0x17b4 && character <= 0x17b5) || (character >= 0x180b && character <= 0x180f)
        || (character >= 0xfe00 && character <= 0xfe0f) || (character >= 0xe0000 && character <= 0xe0fff);
}

QString visibleControls(const QString &text) { return shown(text, LineBreaks::Show); }

QString visibleControlsKeepingLines(const QString &text) { return shown(text, LineBreaks::Keep); }

QString elided(const QString &text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    return length > 0 ? text.first(length - 1) + QChar(0x2026) : QString();
}

} // namespace holdpoint
