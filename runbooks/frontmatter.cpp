// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/frontmatter.h>

#include <runbooks/inlinetext.h>
#include <runbooks/parameters.h>

#include <QRegularExpression>
#include <QSet>

namespace holdpoint::runbooks {

namespace {

/// How many lines the front matter takes, or 0.
int frontMatterLines(const QList<QStringView> &lines)
{
    if (lines.isEmpty() || lines.first().trimmed() != u"---" || lines.first().startsWith(u' '))
        return 0;
    for (int i = 1; i < lines.size(); ++i) {
        if (lines[i].trimmed() == u"---" || lines[i].trimmed() == u"...")
            return i + 1;
    }
    return 0;
}

/// "---" and a key below it, and no second "---" in the whole file: a line across a page has neither.
bool isNeverClosed(const QList<QStringView> &lines)
{
    static const QRegularExpression key(QStringLiteral("^[A-Za-z_]+:(?: |$)"));
    return lines.size() > 1 && lines.first().startsWith(u"---")
           && lines.first().trimmed() == u"---" && key.match(lines[1].toString()).hasMatch();
}

QString joined(const QList<QStringView> &lines)
{
    QString text;
    for (const QStringView line : lines)
        text.append(line).append(u'\n');
    return text;
}

Position positionOf(const YamlValue &value) { return {value.line + 1, 1}; }

QList<EscalationRule> escalationOf(const YamlValue &list)
{
    QList<EscalationRule> rules;
    for (const YamlValue::Entry &entry : list.entries) {
        EscalationRule rule;
        const YamlValue &value = *entry.value;
        rule.afterFailures = std::max(0, value.textOf(QStringLiteral("after_failures")).toInt());
        rule.after = parseDuration(value.textOf(QStringLiteral("after"))).value_or(rule.after);
        rule.severity = value.textOf(QStringLiteral("severity")).toLower();
        rule.contact = value.textOf(QStringLiteral("to"));
        rule.immediately = rule.afterFailures == 0 && rule.after.count() == 0;
        rule.origin = Origin::Declared;
        rule.position = positionOf(value);
        const QString when = rule.afterFailures > 0 ? QStringLiteral("after %1 failures").arg(rule.afterFailures)
                             : rule.after.count() > 0
                                 ? QStringLiteral("after %1").arg(value.textOf(QStringLiteral("after")))
                                 : QStringLiteral("immediately");
        rule.text = QStringLiteral("Escalate to %1 %2").arg(rule.contact, when);
        if (!rule.severity.isEmpty())
            rule.text += QStringLiteral(" when it is %1").arg(rule.severity);
        if (const YamlValue *via = value.find(QStringLiteral("via")))
            rule.text += QStringLiteral(", by %1").arg(via->asList().join(QStringLiteral(" and ")));
        rules.append(rule);
    }
    return rules;
}

QList<Contact> contactsOf(const YamlValue &map)
{
    QList<Contact> contacts;
    for (const YamlValue::Entry &entry : map.entries) {
        const YamlValue &value = *entry.value;
        Contact contact;
        contact.id = entry.key;
        contact.name = value.find(QStringLiteral("name")) ? value.textOf(QStringLiteral("name")) : entry.key;
        contact.phone = value.textOf(QStringLiteral("phone"));
        contact.email = value.textOf(QStringLiteral("email"));
        contact.chat = value.textOf(QStringLiteral("chat"));
        contact.value = value.kind == YamlValue::Kind::Text ? value.text
                        : !contact.phone.isEmpty()          ? contact.phone
                        : !contact.email.isEmpty()          ? contact.email
                                                            : contact.chat;
        contact.placeholder = contact.phone.contains(u'X', Qt::CaseInsensitive);
        contact.position = positionOf(value);
        contacts.append(contact);
    }
    return contacts;
}

/// A date that cannot be read is a diagnostic and counts as none.
QDate dateOf(const YamlValue &map, const QString &key, QList<Diagnostic> &diagnostics)
{
    const YamlValue *value = map.find(key);
    if (!value)
        return {};
    const QDate date = QDate::fromString(value->asText(), Qt::ISODate);
    if (!date.isValid())
        diagnostics.append({Diagnostic::Level::Error, QStringLiteral("HP004"),
                            QStringLiteral("\"%1\" is no date: %2").arg(key, value->asText()),
                            QStringLiteral("Write it as 2026-11-23"), positionOf(*value)});
    return date;
}

QDate reviewDateOf(const YamlValue &map, QList<Diagnostic> &diagnostics)
{
    const QDate by = dateOf(map, QStringLiteral("review_by"), diagnostics);
    const QDate last = dateOf(map, QStringLiteral("last_reviewed_on"), diagnostics);
    const YamlValue *span = map.find(QStringLiteral("review_in"));
    const auto duration = span ? parseDuration(span->asText()) : std::nullopt;
    if (span && !duration)
        diagnostics.append({Diagnostic::Level::Error, QStringLiteral("HP004"),
                            QStringLiteral("\"review_in\" is no duration: %1").arg(span->asText()),
                            QStringLiteral("Write it as 180d or 26w"), positionOf(*span)});
    if (by.isValid() || !last.isValid() || !duration)
        return by;
    return last.addDays(std::chrono::duration_cast<std::chrono::hours>(*duration).count() / 24);
}

RunbookMetadata metadataOf(const YamlValue &map, QList<Diagnostic> &diagnostics)
{
    RunbookMetadata metadata;
    metadata.id = map.textOf(QStringLiteral("id"));
    metadata.title = map.textOf(QStringLiteral("title"));
    metadata.version = map.textOf(QStringLiteral("version"));
    metadata.severity = map.textOf(QStringLiteral("severity")).toLower();
    metadata.owner = map.textOf(QStringLiteral("owner"));
    metadata.reviewBy = reviewDateOf(map, diagnostics);
    if (const YamlValue *tags = map.find(QStringLiteral("tags")))
        metadata.tags = tags->asList();
    if (const YamlValue *hosts = map.find(QStringLiteral("hosts"))) {
        for (const YamlValue::Entry &entry : hosts->entries)
            metadata.hostRoles.append(entry.key.isEmpty() ? entry.value->text : entry.key);
        if (hosts->kind == YamlValue::Kind::Text)
            metadata.hostRoles.append(hosts->text);
    }
    if (const YamlValue *params = map.find(QStringLiteral("params"))) {
        for (const YamlValue::Entry &entry : params->entries)
            metadata.parameters.append(
                declaredParameter(entry.key, *entry.value, positionOf(*entry.value), diagnostics));
    }
    if (const YamlValue *prerequisites = map.find(QStringLiteral("prerequisites")))
        metadata.prerequisites = prerequisites->asList();
    if (const YamlValue *escalation = map.find(QStringLiteral("escalation")))
        metadata.escalation = escalationOf(*escalation);
    if (const YamlValue *defaults = map.find(QStringLiteral("defaults"))) {
        for (const YamlValue::Entry &entry : defaults->entries)
            metadata.defaults.insert(entry.key, entry.value->asText());
    }
    return metadata;
}

void warnAboutUnknownKeys(const YamlValue &map, QList<Diagnostic> &diagnostics)
{
    static const QStringList known =
        QStringLiteral("holdpoint kind id title version severity tags owner review_by "
                       "last_reviewed_on review_in hosts params defaults prerequisites "
                       "escalation contacts alerts alert_urls requires runbooks cwd shell "
                       "skipPrompts terminalRows runme author date weight menu type "
                       "aliases draft description linkTitle layout slug permalink parent "
                       "nav_order has_children toc summary categories keywords lastmod "
                       "bookFlatSection bookCollapseSection bookHidden weblink sidebar_label "
                       "sidebar_position sidebar_title")
            .split(u' ');
    for (const YamlValue::Entry &entry : map.entries) {
        if (!known.contains(entry.key))
            diagnostics.append({Diagnostic::Level::Warning, QStringLiteral("HP002"),
                                QStringLiteral("Unknown key \"%1\" in the front matter").arg(entry.key),
                                QStringLiteral("Check its spelling; it has no effect"), positionOf(*entry.value)});
    }
}

} // namespace

FrontMatter readFrontMatter(const QList<QStringView> &lines, QList<Diagnostic> &diagnostics)
{
    FrontMatter front;
    front.lines = frontMatterLines(lines);
    if (front.lines == 0) {
        if (isNeverClosed(lines))
            diagnostics.append({Diagnostic::Level::Error,
                                QStringLiteral("HP001"),
                                QStringLiteral("The front matter is never closed; it counts as none"),
                                QStringLiteral("Put a line \"---\" behind its last line"),
                                {1, 1}});
        return front;
    }
    const Result<YamlValue> root = parseYaml(joined(lines.mid(1, front.lines - 2)));
    if (!root || (root->kind != YamlValue::Kind::Map && root->kind != YamlValue::Kind::Null)) {
        diagnostics.append({Diagnostic::Level::Error,
                            QStringLiteral("HP001"),
                            root ? QStringLiteral("The front matter is no list of keys and values")
                                 : QStringLiteral("The front matter cannot be read: %1").arg(root.error().detail),
                            QStringLiteral("Correct the YAML between the two \"---\" lines"),
                            {1, 1}});
        return front;
    }
    warnAboutUnknownKeys(*root, diagnostics);
    front.top = metadataOf(*root, diagnostics);
    front.isReference = root->textOf(QStringLiteral("kind")) == QStringLiteral("reference");
    if (const YamlValue *runbooks = root->find(QStringLiteral("runbooks"))) {
        for (const YamlValue::Entry &entry : runbooks->entries)
            front.runbooks.append({entry.key, metadataOf(*entry.value, diagnostics)});
    }
    if (const YamlValue *contacts = root->find(QStringLiteral("contacts")))
        front.contacts = contactsOf(*contacts);
    return front;
}

} // namespace holdpoint::runbooks
