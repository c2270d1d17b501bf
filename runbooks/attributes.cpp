// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/attributes.h>

#include <runbooks/inlinetext.h>
#include <runbooks/yamlvalue.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace holdpoint::runbooks {

namespace {

bool isSeparator(QChar c) { return c.isSpace() || c == u','; }

/// Reads a value from `at` on: quoted, or up to the next separator.
QString takeValue(QStringView text, qsizetype &at)
{
    QString value;
    const QChar quote = at < text.size() && (text[at] == u'"' || text[at] == u'\'') ? text[at] : QChar();
    if (quote.isNull()) {
        // A comma separates only in front of a space: "expect=0,3" is one value.
        while (at < text.size() && !text[at].isSpace())
            value += text[at++];
        return value.endsWith(u',') ? value.chopped(1) : value;
    }
    for (++at; at < text.size() && text[at] != quote; ++at) {
        if (text[at] == u'\\' && at + 1 < text.size() && (text[at + 1] == quote || text[at + 1] == u'\\'))
            ++at;
        value += text[at];
    }
    ++at;
    return value;
}

Attributes fromJson(const QJsonObject &object)
{
    Attributes attributes;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        attributes.insert(entry.key(), entry->toVariant().toString());
    return attributes;
}

Attributes fromYaml(const QString &text)
{
    Attributes attributes;
    const Result<YamlValue> value = parseYaml(text);
    if (!value)
        return parseAttributes(text);
    for (const YamlValue::Entry &entry : value->entries)
        attributes.insert(entry.key, entry.value->asText());
    return attributes;
}

/// One `<!-- hp ... -->` in a text.
struct Comment
{
    qsizetype start = 0;
    qsizetype end = 0;
    QString body;
};

std::optional<Comment> nextComment(const QString &text, qsizetype from)
{
    from = text.indexOf(u'<', from);
    from = from < 0 ? from : text.indexOf(QStringLiteral("<!--"), from);
    if (from < 0)
        return std::nullopt;
    static const QRegularExpression opening(QStringLiteral("<!--[ \\t]*hp(?=\\s)"));
    const QRegularExpressionMatch match = opening.match(text, from, QRegularExpression::NormalMatch,
                                                        QRegularExpression::DontCheckSubjectStringMatchOption);
    const qsizetype close = match.hasMatch() ? text.indexOf(QStringLiteral("-->"), match.capturedEnd()) : -1;
    if (close < 0)
        return std::nullopt;
    return Comment{match.capturedStart(), close + 3, text.mid(match.capturedEnd(), close - match.capturedEnd())};
}

Attributes commentAttributes(const QString &body)
{
    const bool lines = body.trimmed().contains(u'\n') || (body.startsWith(u'\n') && body.contains(u':'));
    return lines ? fromYaml(body) : parseAttributes(body);
}

ExpectedExit parseExpect(const QString &value)
{
    ExpectedExit expect;
    expect.statuses.clear();
    static const QRegularExpression separators(QStringLiteral("[,|\\s]+"));
    const QStringList words = value.split(separators, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        bool isNumber = false;
        const int status = word.toInt(&isNumber);
        if (word == QStringLiteral("any"))
            expect.any = true;
        else if (word == QStringLiteral("disconnect"))
            expect.disconnect = true;
        else if (isNumber && status >= 0 && status <= 255)
            expect.statuses.append(status);
    }
    if (expect.statuses.isEmpty())
        expect.statuses.append(0);
    return expect;
}

QList<int> statusesOf(const QString &value)
{
    static const QRegularExpression separators(QStringLiteral("[,|\\s]+"));
    QList<int> statuses;
    for (const QString &word : value.split(separators, Qt::SkipEmptyParts)) {
        if (const int status = word.toInt(); status >= 100 && status <= 599)
            statuses.append(status);
    }
    return statuses;
}

} // namespace

bool isOn(const QString &value)
{
    return value != QStringLiteral("false") && value != QStringLiteral("no") && value != QStringLiteral("0");
}

Attributes parseAttributes(QStringView text)
{
    Attributes attributes;
    qsizetype at = 0;
    while (at < text.size()) {
        while (at < text.size() && isSeparator(text[at]))
            ++at;
        const qsizetype start = at;
        while (at < text.size() && !isSeparator(text[at]) && text[at] != u'=')
            ++at;
        const QString key = text.mid(start, at - start).toString();
        const bool hasValue = at < text.size() && text[at] == u'=';
        at += hasValue ? 1 : 0;
        const QString value = hasValue ? takeValue(text, at) : QStringLiteral("true");
        if (!key.isEmpty())
            attributes.insert(key, value);
    }
    return attributes;
}

Fence parseFence(const QString &info)
{
    Fence fence;
    const qsizetype open = info.indexOf(u'{');
    const QString words = (open < 0 ? info : info.left(open)).trimmed();
    const auto space = std::ranges::find_if(words, [](QChar c) { return c.isSpace(); });
    fence.language = words.left(space - words.begin()).toLower();
    while (fence.language.startsWith(u'.')) // Pandoc's "{.bash}" habit
        fence.language.remove(0, 1);
    if (open < 0)
        return fence;
    const qsizetype close = info.lastIndexOf(u'}');
    const QString body = info.mid(open, close < open ? -1 : close + 1 - open);
    const QJsonDocument json = QJsonDocument::fromJson(body.toUtf8());
    QStringView inner = QStringView(body).mid(1);
    if (inner.endsWith(u'}'))
        inner.chop(1);
    fence.attributes = json.isObject() ? fromJson(json.object()) : parseAttributes(inner);
    return fence;
}

std::optional<Attributes> hpComment(const QString &text)
{
    const QString trimmed = text.trimmed();
    const std::optional<Comment> comment = nextComment(trimmed, 0);
    if (!comment || comment->start != 0 || comment->end != trimmed.size())
        return std::nullopt;
    return commentAttributes(comment->body);
}

QString takeComments(const QString &text, Attributes &attributes)
{
    QString rest;
    qsizetype at = 0;
    while (const std::optional<Comment> comment = nextComment(text, at)) {
        rest += text.mid(at, comment->start - at);
        at = comment->end;
        attributes = merged(attributes, commentAttributes(comment->body));
    }
    return at == 0 ? text : (rest + text.mid(at)).trimmed();
}

Attributes inheritable(const Attributes &attributes)
{
    static const QStringList keys =
        QStringLiteral(
            "host cwd mode arguments timeout expect retry every for approve db url dangerous readonly reversible recorded")
            .split(u' ');
    Attributes inherited;
    for (const QString &key : keys) {
        if (attributes.contains(key))
            inherited.insert(key, attributes.value(key));
    }
    return inherited;
}

Attributes merged(Attributes under, const Attributes &over)
{
    under.insert(over);
    return under;
}

bool mustBeRecorded(const Attributes &attributes)
{
    return attributes.contains(QStringLiteral("recorded")) && isOn(attributes.value(QStringLiteral("recorded")));
}

void applyAttributes(Command &command, const Attributes &attributes)
{
    command.attributes = attributes;
    command.name = attributes.value(QStringLiteral("name"));
    command.rollback = attributes.value(QStringLiteral("rollback"));
    command.host.role = attributes.value(QStringLiteral("host"), command.host.role);
    command.timeout = attributes.contains(QStringLiteral("timeout"))
                          ? parseDuration(attributes.value(QStringLiteral("timeout")))
                          : command.timeout;
    command.readOnly =
        attributes.contains(QStringLiteral("readonly")) && isOn(attributes.value(QStringLiteral("readonly")));
    if (attributes.contains(QStringLiteral("expect")))
        command.expect = parseExpect(attributes.value(QStringLiteral("expect")));
    if (attributes.contains(QStringLiteral("dangerous"))) {
        const QString why = attributes.value(QStringLiteral("dangerous"));
        const bool named = why != QStringLiteral("true") && !why.isEmpty();
        command.dangerous = !isOn(why) ? QString() : named ? why : QStringLiteral("The runbook marks it as dangerous");
        command.dangerousOrigin = Origin::Declared;
    }
    const QString approval = attributes.value(QStringLiteral("approve"));
    command.approval = isOn(approval) ? approval : QString();
    command.mustBeRecorded = mustBeRecorded(attributes);
    command.until = attributes.value(QStringLiteral("until"));
    if (attributes.contains(QStringLiteral("interactive")))
        command.ending = isOn(attributes.value(QStringLiteral("interactive"))) ? Ending::Interactive : Ending::ByItself;
    const bool background =
        attributes.contains(QStringLiteral("background")) && isOn(attributes.value(QStringLiteral("background")));
    if (background || !command.until.isEmpty())
        command.ending = Ending::Endless;
}

void applyAttributes(Check &check, const Attributes &attributes)
{
    check.expectation.match = attributes.value(QStringLiteral("match"));
    check.expectation.noMatch = attributes.value(QStringLiteral("nomatch"));
    check.expectation.contains = attributes.value(QStringLiteral("contains"));
    check.expectation.value = attributes.value(QStringLiteral("value"));
    check.expectation.json = attributes.value(QStringLiteral("json"));
    check.expectation.httpStatuses = statusesOf(attributes.value(QStringLiteral("status")));
    if (attributes.contains(QStringLiteral("expect")))
        check.expectation.exit = parseExpect(attributes.value(QStringLiteral("expect")));
    check.attempts = std::clamp(attributes.value(QStringLiteral("retry")).toInt(), 1, 10'000);
    check.interval = parseDuration(attributes.value(QStringLiteral("every"))).value_or(check.interval);
    check.timeout = parseDuration(attributes.value(QStringLiteral("timeout"))).value_or(check.timeout);
    // "every=10s for=2m" without a count: as many tries as fit.
    const auto span = parseDuration(attributes.value(QStringLiteral("for")));
    if (span && !attributes.contains(QStringLiteral("retry")) && check.interval.count() > 0)
        check.attempts = int(std::clamp<qint64>(*span / check.interval + 1, 1, 10'000));
}

} // namespace holdpoint::runbooks
