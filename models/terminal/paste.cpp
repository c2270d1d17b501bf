// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/paste.h>

#include <algorithm>

namespace holdpoint::terminal {

namespace {

constexpr qsizetype longPaste = 1024; // bytes

bool isForbidden(QChar character)
{
    const char16_t code = character.unicode();
    return (code < 0x20 && code != '\t' && code != '\n') || (code >= 0x7f && code < 0xa0);
}

// Zero-width characters, bidirectional controls and the Unicode line ends: text that is not what it looks like.
bool isInvisible(QChar character)
{
    return character.category() == QChar::Other_Format || character.category() == QChar::Separator_Line
        || character.category() == QChar::Separator_Paragraph;
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
    // Whole, before single characters go: else "[201~" would be left behind as text.
    const QString pasteEnd = QStringLiteral("\u001b[201~");
    while (clean.contains(pasteEnd)) {
        clean.remove(pasteEnd);
        findings.hadControls = true;
    }
    const qsizetype before = clean.size();
    clean.removeIf(isForbidden);
    findings.hadControls = findings.hadControls || clean.size() != before;
    findings.hasInvisible = std::any_of(clean.cbegin(), clean.cend(), isInvisible);
    findings.isLong = clean.toUtf8().size() > longPaste;
    findings.lines = static_cast<int>(clean.count(QLatin1Char('\n')))
        + (clean.isEmpty() || clean.endsWith(QLatin1Char('\n')) ? 0 : 1);
    findings.isMultiLine = clean.contains(QLatin1Char('\n'));
    findings.cleanText = clean;
    return findings;
}

QByteArray encodePaste(const QString &cleanText, const Modes &modes)
{
    QByteArray bytes = inspectPaste(cleanText).cleanText.toUtf8();
    bytes.replace('\n', '\r');
    return modes.bracketedPaste ? "\033[200~" + bytes + "\033[201~" : bytes;
}

} // namespace holdpoint::terminal
