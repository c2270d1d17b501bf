// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/escalation.h>

#include <runbooks/inlinetext.h>

#include <QRegularExpression>

namespace holdpoint::runbooks {

namespace {

int numberOf(const QString &word)
{
    static const QStringList words =
        QStringLiteral("zero one two three four five six seven eight nine ten").split(u' ');
    static const QStringList german =
        QStringLiteral("null einem zwei drei vier fünf sechs sieben acht neun zehn").split(u' ');
    const qsizetype spelled = std::max(words.indexOf(word.toLower()), german.indexOf(word.toLower()));
    return spelled >= 0 ? int(spelled) : word.toInt();
}

void readCount(EscalationRule &rule)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\b(?:after|nach|for more than|within|länger als)\\s+(\\d{1,6}|\\p{L}{3,6})\\s+(?:failed "
                       "|consecutive |fehlgeschlagenen )?"
                       "(attempts?|failures?|tries|retries|times?|versuchen?|fehlversuchen|\\p{L}+)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression failures(
        QStringLiteral("^(?:attempt|failure|tries|retries|time|versuch|fehlversuch)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(rule.text);
    const int count = match.hasMatch() ? numberOf(match.captured(1)) : 0;
    if (count <= 0)
        return;
    if (failures.match(match.captured(2)).hasMatch())
        rule.afterFailures = count;
    else
        rule.after = parseDuration(QString::number(count) + match.captured(2)).value_or(rule.after);
}

QString contactOf(const QString &sentence)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\b(?:escalate\\s+(?:\\w+\\s+)?to|contact|notify|call|page|inform|alert|eskalieren "
                       "an|eskalation an|benachrichtigen sie|"
                       "informieren sie|kontaktieren sie|rufen sie)\\s+(?:the\\s+|den\\s+|die\\s+|das\\s+)?"
                       "(.{2,80}?)(?=\\s+(?:if|when|after|for|immediately|within|via|by|wenn|falls|nach|sofort|bei|"
                       "über)\\b|[,;.]|$)"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(sentence).captured(1).trimmed();
}

} // namespace

EscalationRule readEscalation(const QString &sentence, Position position)
{
    static const QRegularExpression atOnce(
        QStringLiteral("\\b(?:immediately|at once|right away|sofort|unverzüglich|umgehend)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression severity(
        QStringLiteral(
            "\\b(?:for|bei|if|when|severity)\\b[^.]{0,40}?\\b(critical|high|medium|low|kritisch|hoch|mittel|niedrig)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QHash<QString, QString> german{{QStringLiteral("kritisch"), QStringLiteral("critical")},
                                                {QStringLiteral("hoch"), QStringLiteral("high")},
                                                {QStringLiteral("mittel"), QStringLiteral("medium")},
                                                {QStringLiteral("niedrig"), QStringLiteral("low")}};
    EscalationRule rule;
    rule.text = plainText(sentence);
    rule.position = position;
    rule.immediately = atOnce.match(rule.text).hasMatch();
    const QString word = severity.match(rule.text).captured(1).toLower();
    rule.severity = german.value(word, word);
    rule.contact = contactOf(rule.text);
    readCount(rule);
    return rule;
}

QList<EscalationRule> escalationRules(const QList<Block> &blocks)
{
    QList<EscalationRule> rules;
    for (const Block &block : blocks) {
        if (block.kind == BlockKind::Paragraph)
            rules.append(readEscalation(block.text, block.position));
        else if (block.kind == BlockKind::List || block.kind == BlockKind::Item)
            rules.append(escalationRules(block.children)); // parseMarkdown() bounds the depth
    }
    return rules;
}

} // namespace holdpoint::runbooks
