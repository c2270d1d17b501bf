// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// What FORMAT.md says about attributes, as a judge of what an author wrote.

#include <runbooks/attributes.h>

#include <runbooks/inlinetext.h>
#include <runbooks/words.h>

#include <QRegularExpression>
#include <QSet>

namespace holdpoint::runbooks {

namespace {

const QSet<QString> &known()
{
    static const QSet<QString> keys =
        wordSet("name host cwd timeout expect dangerous readonly interactive background until mode rollback reversible "
                "ignore ignored verify match nomatch contains value json status retry every for after before db url "
                "arguments approve replace optional excludeFromRunAll recorded");
    return keys;
}

/// Those of Runme that say nothing about what is run.
const QSet<QString> &harmless()
{
    static const QSet<QString> keys = wordSet("tag category id language promptEnv closeTerminalOnSuccess mimeType "
                                              "terminalRows hidden_output openTerminalOnError");
    return keys;
}

/// Known elsewhere and named in older drafts: an author may count on them.
constexpr const char *withoutEffect = "user sudo env tty parallel serial confirm capture if always choice interpreter";

bool isDuration(const QString &value) { return parseDuration(value).has_value(); }

bool isStatusList(const QString &value)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:\\d{1,3}|any|disconnect)(?:[,|\\s]+(?:\\d{1,3}|any|disconnect))*$"));
    return form.match(value).hasMatch();
}

bool isComparison(const QString &value)
{
    static const QRegularExpression form(QStringLiteral(
        "^\\s*(?:>=|<=|==|!=|=|>|<)\\s*(?:-?\\d+(?:\\.\\d+)?|<[^<>]+>|\\{\\{.+\\}\\}|\\$\\{?[A-Z_]+\\}?)\\s*$"));
    return form.match(value).hasMatch();
}

QString patternProblem(const QString &value)
{
    const QRegularExpression pattern(value);
    return pattern.isValid() ? QString() : pattern.errorString();
}

/// What the value should have been; empty when it is fine.
QString expectedInstead(const QString &key, const QString &value)
{
    constexpr const char *durations = "timeout every for";
    constexpr const char *patterns = "match nomatch";
    if (isOneOf(key, durations) && !isDuration(value))
        return QStringLiteral("a duration such as 30s, 15m or 2h");
    if (key == QStringLiteral("expect") && !isStatusList(value))
        return QStringLiteral("exit statuses such as 0 or 0,3, \"any\" or \"disconnect\"");
    if (key == QStringLiteral("status") && !isStatusList(value))
        return QStringLiteral("HTTP statuses such as 200 or 200,204");
    if (key == QStringLiteral("value") && !isComparison(value))
        return QStringLiteral("a comparison such as \">= 3\"");
    if (isOneOf(key, patterns) && !patternProblem(value).isEmpty())
        return QStringLiteral("a regular expression (%1)").arg(patternProblem(value));
    if (key == QStringLiteral("retry") && value.toInt() < 1)
        return QStringLiteral("a number of tries");
    if (key == QStringLiteral("reversible") && !isOneOf(value, "yes check no"))
        return QStringLiteral("yes, check or no");
    if (key == QStringLiteral("mode") && !isOneOf(value, "script terminal commands"))
        return QStringLiteral("script or terminal");
    if (key == QStringLiteral("arguments") && value != QStringLiteral("data"))
        return QStringLiteral("data");
    if (key == QStringLiteral("approve") && (value.trimmed().isEmpty() || !isOn(value) || value.at(0).isDigit() || isOneOf(value, "yes true on")))
        return QStringLiteral("the role of the person who has to agree, such as incident-lead");
    if (key == QStringLiteral("recorded") && !isOneOf(value, "true yes on false no 0 1"))
        return QStringLiteral("it alone, or recorded=no");
    if (key == QStringLiteral("until") && !isDuration(value) && (value.isEmpty() || !patternProblem(value).isEmpty()))
        return QStringLiteral("a duration such as 30s, or a regular expression that the output will match");
    if (key == QStringLiteral("json") && !value.startsWith(u'.'))
        return QStringLiteral("a path such as .status or .items[0].phase");
    return {};
}

} // namespace

QList<AttributeProblem> attributeProblems(const Attributes &attributes)
{
    using Kind = AttributeProblem::Kind;
    QList<AttributeProblem> problems;
    for (auto entry = attributes.begin(); entry != attributes.end(); ++entry) {
        const QString &key = entry.key();
        if (isOneOf(key, withoutEffect)) {
            problems.append({Kind::NoEffect, key, QStringLiteral("The attribute \"%1\" has no effect").arg(key),
                             QStringLiteral("Write what it means into the command itself, and remove it")});
        } else if (!known().contains(key) && !harmless().contains(key)) {
            problems.append({Kind::Unknown, key, QStringLiteral("Nobody knows the attribute \"%1\"").arg(key),
                             QStringLiteral("Check its spelling; FORMAT.md lists those that count")});
        } else if (const QString expected = expectedInstead(key, *entry); !expected.isEmpty()) {
            problems.append({Kind::BadValue, key,
                             QStringLiteral("%1=\"%2\" is not understood").arg(key, entry->left(80)),
                             QStringLiteral("Write %1").arg(expected)});
        }
    }
    return problems;
}

} // namespace holdpoint::runbooks
