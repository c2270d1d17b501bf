// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/runcontext.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace holdpoint::audit {

namespace {

using ledger::Entry;

QString text(const Entry &entry, const char *key) { return entry.body[QLatin1String(key)].toString(); }

QString personOf(const Entry &entry)
{
    const QString by = text(entry, "by");
    const QString stated = entry.body[QLatin1String("evidence")].toObject()[QLatin1String("by")].toString();
    return !by.isEmpty() ? by : !stated.isEmpty() ? stated : entry.actor;
}

QJsonObject jsonOf(const QHash<QString, QString> &texts)
{
    QJsonObject json;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        json.insert(text.key(), text.value());
    return json;
}

QHash<QString, QString> textsFrom(const QJsonValue &json)
{
    QHash<QString, QString> texts;
    const QJsonObject object = json.toObject();
    for (auto text = object.begin(); text != object.end(); ++text)
        texts.insert(text.key(), text.value().toString());
    return texts;
}

} // namespace

void RunContext::apply(const Entry &entry)
{
    const QString role = text(entry, "role");
    if (entry.body.contains(QLatin1String("stage")))
        stage = text(entry, "stage");
    if (entry.type == QLatin1String("run-started")) {
        runbook = text(entry, "runbook");
        title = text(entry, "title");
        addresses = textsFrom(entry.body[QLatin1String("hosts")]);
        zeroUtcMs = entry.utc.toMSecsSinceEpoch();
    } else if (entry.type == QLatin1String("shell-opened")) {
        roles.insert(text(entry, "pane"), role);
    } else if (entry.type == QLatin1String("command-intended")) {
        running.insert(role, {text(entry, "command"), stage});
    } else if (entry.type == QLatin1String("command-finished") || entry.type == QLatin1String("command-unknown")) {
        running.remove(role);
    } else if (entry.type == QLatin1String("check-intended")) {
        checked.insert(text(entry, "check"), role);
    } else if (entry.type == QLatin1String("output")) {
        zeroUtcMs = entry.utc.toMSecsSinceEpoch() - entry.body[QLatin1String("to_ms")].toInteger();
    }
}

Place RunContext::placeOf(const Entry &entry, Kind kind) const
{
    Place place{.run = entry.run, .kind = kind, .stage = stage};
    if (kind == Kind::Output) {
        place.pane = text(entry, "pane");
        place.role = roles.value(place.pane, place.pane);
        if (const auto subject = running.constFind(place.pane); subject != running.constEnd()) {
            place.subject = subject->id;
            place.stage = subject->stage;
        }
    } else {
        const QString check = text(entry, "check");
        place.subject = !check.isEmpty()                   ? check
                        : text(entry, "command").isEmpty() ? text(entry, "subject")
                                                           : text(entry, "command");
        place.role = text(entry, "role").isEmpty() ? checked.value(check) : text(entry, "role");
        place.pane = kind == Kind::Command ? place.role : QString();
        place.who = kind == Kind::Statement ? personOf(entry) : entry.actor;
    }
    place.address = addresses.value(place.role);
    return place;
}

QByteArray RunContext::toJson() const
{
    QJsonObject commands;
    for (auto subject = running.begin(); subject != running.end(); ++subject)
        commands.insert(subject.key(), QJsonArray{subject->id, subject->stage});
    return QJsonDocument(QJsonObject{{QStringLiteral("runbook"), runbook},
                                     {QStringLiteral("title"), title},
                                     {QStringLiteral("stage"), stage},
                                     {QStringLiteral("zero"), zeroUtcMs},
                                     {QStringLiteral("addresses"), jsonOf(addresses)},
                                     {QStringLiteral("roles"), jsonOf(roles)},
                                     {QStringLiteral("checked"), jsonOf(checked)},
                                     {QStringLiteral("running"), commands}})
        .toJson(QJsonDocument::Compact);
}

RunContext RunContext::fromJson(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    RunContext context;
    context.runbook = json[QLatin1String("runbook")].toString();
    context.title = json[QLatin1String("title")].toString();
    context.stage = json[QLatin1String("stage")].toString();
    context.zeroUtcMs = json[QLatin1String("zero")].toInteger();
    context.addresses = textsFrom(json[QLatin1String("addresses")]);
    context.roles = textsFrom(json[QLatin1String("roles")]);
    context.checked = textsFrom(json[QLatin1String("checked")]);
    const QJsonObject commands = json[QLatin1String("running")].toObject();
    for (auto subject = commands.begin(); subject != commands.end(); ++subject)
        context.running.insert(subject.key(), {subject.value()[0].toString(), subject.value()[1].toString()});
    return context;
}

} // namespace holdpoint::audit
