// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Characters that lie, and dates that have passed.

#include <runbooks/lint/findings.h>

#include <models/base/text.h>
#include <runbooks/shellsyntax.h>

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace holdpoint::runbooks::lint {

namespace {

QString named(char32_t character) { return QStringLiteral("U+%1").arg(uint(character), 4, 16, QLatin1Char('0')).toUpper(); }

/// A zero-width joiner holds emoji together; that hides nothing.
bool joinsEmoji(const QString &line, qsizetype at)
{
    return line[at] == QChar(0x200D) && at > 0 && at + 1 < line.size()
           && (line[at - 1].isSurrogate() || line[at - 1] == QChar(0xFE0F)) && !line[at + 1].isLetterOrNumber();
}

void judgeInvisible(const Document &document, Findings &findings)
{
    // Most documents hold none: the bytes tell without decoding. U+00AD is the only one of two bytes.
    static const QRegularExpression suspicious(
        QStringLiteral("[\\x{00AD}\\x{061C}\\x{180E}\\x{200B}-\\x{200F}\\x{2028}-\\x{202E}\\x{2060}-\\x{206F}\\x{FEFF}]"));
    if (std::ranges::all_of(document.source, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return;
    const QStringList lines = QString::fromUtf8(document.source).split(u'\n');
    qsizetype block = 0;
    for (int number = 1; number <= lines.size(); ++number) {
        const QString &line = lines[number - 1];
        QRegularExpressionMatchIterator matches = suspicious.globalMatch(line);
        while (block < document.blocks.size() && document.blocks[block].endLine < number)
            ++block;
        const bool code = block < document.blocks.size() && document.blocks[block].kind == SourceBlock::Kind::Code
                          && document.blocks[block].position.line <= number;
        while (matches.hasNext()) {
            const qsizetype at = matches.next().capturedStart();
            const char32_t character = line[at].unicode();
            const bool mark = number == 1 && at == 0 && character == 0xFEFF;
            if (!isInvisibleControl(character) || mark || (!code && joinsEmoji(line, at)))
                continue;
            findings.add(code ? "HP060" : "HP061", {number, int(at) + 1},
                         QStringLiteral("The character %1 cannot be seen, and can make text read other than it is")
                             .arg(named(character)),
                         QStringLiteral("Delete it"));
        }
    }
}

/// What word processors and wikis make of quotes, dashes and spaces; to a shell they are letters.
void judgeTypography(const Command &command, Findings &findings)
{
    static const QRegularExpression suspicious(
        QStringLiteral("[\\x{00A0}\\x{2007}\\x{202F}\\x{2018}\\x{2019}\\x{201C}\\x{201D}\\x{201E}\\x{2013}\\x{2014}\\x{2212}]"));
    if (command.language != Language::Shell || !command.text.contains(suspicious))
        return;
    const QList<ShellContext> contexts = shellContexts(command.text);
    QRegularExpressionMatchIterator matches = suspicious.globalMatch(command.text);
    while (matches.hasNext()) {
        const qsizetype at = matches.next().capturedStart();
        const bool bare = contexts[at] == ShellContext::Bare || contexts[at] == ShellContext::CommandWord
                          || contexts[at] == ShellContext::NestedCode;
        if (bare)
            findings.add("HP062", positionIn(command, at),
                         QStringLiteral("\"%1\" (%2) is a letter to a shell, no quote, dash or space")
                             .arg(command.text[at])
                             .arg(named(command.text[at].unicode())),
                         QStringLiteral("Type it again as \", ', - or a space"));
    }
}

/// The day after which a "Last updated" line is a year old; invalid when the words name no date.
QDate endOfDate(const QString &text)
{
    const QString words = text.simplified();
    for (const char *format : {"yyyy-MM-dd", "d MMMM yyyy", "MMMM d, yyyy", "d.M.yyyy"}) {
        const QDate date = QLocale::c().toDate(words, QString::fromLatin1(format));
        if (date.isValid())
            return date;
    }
    for (const char *format : {"MMMM yyyy", "yyyy-MM", "MMM yyyy"}) {
        const QDate month = QLocale::c().toDate(words, QString::fromLatin1(format));
        if (month.isValid())
            return month.addMonths(1).addDays(-1);
    }
    return {};
}

void judgeFooter(const Document &document, const QDate &today, Findings &findings)
{
    static const QRegularExpression footer(
        QStringLiteral("\\blast[ _-](?:updated|reviewed|modified|review)\\W{1,6}"
                       "(\\d{4}-\\d{2}(?:-\\d{2})?|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|(?:\\d{1,2} )?[A-Z][a-z]{2,8}(?: \\d{1,2},)? \\d{4})"),
        QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromUtf8(document.source);
    QRegularExpressionMatchIterator matches = footer.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QDate date = endOfDate(match.captured(1));
        if (!date.isValid() || date.addYears(1) >= today)
            continue;
        const QStringView before = QStringView(text).left(match.capturedStart(1));
        findings.add("HP050",
                     {int(before.count(u'\n')) + 1, int(before.size() - before.lastIndexOf(u'\n'))},
                     QStringLiteral("Nobody has looked at this for more than a year: %1").arg(match.captured(1)),
                     QStringLiteral("Walk through it once, correct it, and set the new date"));
    }
}

void judgeReview(const Document &document, const QDate &today, Findings &findings)
{
    bool told = false;
    for (const Runbook &runbook : document.runbooks) {
        if (runbook.reviewBy.isValid() && runbook.reviewBy < today)
            findings.add("HP050", runbook.position,
                         QStringLiteral("\"%1\" was to be reviewed by %2")
                             .arg(runbook.title, runbook.reviewBy.toString(Qt::ISODate)),
                         QStringLiteral("Walk through it once, correct it, and set the next date"));
        if (document.hasFrontMatter && !runbook.reviewBy.isValid() && !std::exchange(told, true))
            findings.add("HP051", runbook.position, QStringLiteral("Nobody has said when this is to be reviewed"),
                         QStringLiteral("Set review_by, or last_reviewed_on and review_in, in the front matter"));
    }
}

/// "\ " at a line's end: an escaped space, and the next line is a command of its own.
void judgeContinuations(const Command &command, Findings &findings)
{
    static const QRegularExpression blanks(QStringLiteral("(?<!\\\\)\\\\[ \\t]+(?=\\n|$)"));
    const QRegularExpressionMatch match = blanks.match(command.text);
    if (command.language == Language::Shell && match.hasMatch())
        findings.add("HP064", positionIn(command, match.capturedStart()),
                     QStringLiteral("The line does not go on: spaces stand behind its backslash"),
                     QStringLiteral("Delete the spaces at the end of the line"));
}

/// "[--namespace <ns>]" of a manual page: the shell would send the brackets.
void judgeUsageBrackets(const Command &command, Findings &findings)
{
    static const QRegularExpression optional(QStringLiteral("(?:^|\\s)(\\[-{1,2}[A-Za-z][A-Za-z-]*(?:[ =](?:<[^<>]{1,80}>|[A-Z_]{2,40}))?\\])"));
    const QRegularExpressionMatch match = optional.match(command.text);
    if (command.language == Language::Shell && match.hasMatch())
        findings.add("HP065", positionIn(command, match.capturedStart(1)),
                     QStringLiteral("%1 would be sent with its brackets").arg(shown(match.captured(1))),
                     QStringLiteral("Write the option out, or leave it away"));
}

} // namespace

void characterRules(const Subject &subject, Findings &findings)
{
    for (const Seen &seen : subject.commands) {
        judgeTypography(*seen.command, findings);
        judgeContinuations(*seen.command, findings);
        judgeUsageBrackets(*seen.command, findings);
    }
}

void textRules(const Document &document, const QDate &today, Findings &findings)
{
    judgeInvisible(document, findings);
    judgeReview(document, today, findings);
    if (!document.runbooks.isEmpty())
        judgeFooter(document, today, findings);
}

} // namespace holdpoint::runbooks::lint
