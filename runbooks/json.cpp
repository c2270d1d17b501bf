// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/json.h>

#include <QJsonArray>

namespace holdpoint::runbooks {

namespace {

template <class List, class ToJson> QJsonArray arrayOf(const List &list, const ToJson &toJson)
{
    QJsonArray array;
    for (const auto &item : list)
        array.append(toJson(item));
    return array;
}

QJsonArray textsOf(const QStringList &texts) { return QJsonArray::fromStringList(texts); }

QString languageName(Language language)
{
    switch (language) {
    case Language::Shell: return QStringLiteral("shell");
    case Language::Sql: return QStringLiteral("sql");
    case Language::Sftp: return QStringLiteral("sftp");
    case Language::PromQl: return QStringLiteral("promql");
    case Language::Http: return QStringLiteral("http");
    case Language::Script: return QStringLiteral("script");
    case Language::Data: return QStringLiteral("data");
    }
    Q_UNREACHABLE();
}

QString endingName(Ending ending)
{
    return ending == Ending::ByItself      ? QStringLiteral("by-itself")
           : ending == Ending::Interactive ? QStringLiteral("interactive")
                                           : QStringLiteral("endless");
}

QString reversibilityName(Reversibility reversibility)
{
    return reversibility == Reversibility::Reversible     ? QStringLiteral("yes")
           : reversibility == Reversibility::Irreversible ? QStringLiteral("no")
                                                          : QStringLiteral("check");
}

QJsonObject placed(QJsonObject object, Position position)
{
    object.insert(QStringLiteral("line"), position.line);
    object.insert(QStringLiteral("column"), position.column);
    return object;
}

QJsonObject commandJson(const Command &command)
{
    QJsonObject attributes;
    for (auto entry = command.attributes.begin(); entry != command.attributes.end(); ++entry)
        attributes.insert(entry.key(), *entry);
    return placed({{QStringLiteral("id"), command.id},
                   {QStringLiteral("name"), command.name},
                   {QStringLiteral("text"), command.text},
                   {QStringLiteral("caption"), command.caption},
                   {QStringLiteral("language"), languageName(command.language)},
                   {QStringLiteral("interpreter"), command.interpreter},
                   {QStringLiteral("placeholders"), textsOf(command.placeholders)},
                   {QStringLiteral("host"), command.host.role},
                   {QStringLiteral("ending"), endingName(command.ending)},
                   {QStringLiteral("dangerous"), command.dangerous},
                   {QStringLiteral("dangerousInferred"),
                    !command.dangerous.isEmpty() && command.dangerousOrigin == Origin::Inferred},
                   {QStringLiteral("guessed"), command.guessed},
                   {QStringLiteral("rollback"), command.rollback},
                   {QStringLiteral("attributes"), attributes}},
                  command.position);
}

QJsonObject checkJson(const Check &check)
{
    QJsonObject object{{QStringLiteral("id"), check.id},
                       {QStringLiteral("text"), check.text},
                       {QStringLiteral("kind"),
                        check.kind == CheckKind::Manual ? QStringLiteral("manual") : QStringLiteral("automated")}};
    if (check.command) {
        object.insert(QStringLiteral("command"), commandJson(*check.command));
        object.insert(QStringLiteral("expectation"),
                      QJsonObject{{QStringLiteral("match"), check.expectation.match},
                                  {QStringLiteral("nomatch"), check.expectation.noMatch},
                                  {QStringLiteral("contains"), check.expectation.contains},
                                  {QStringLiteral("value"), check.expectation.value},
                                  {QStringLiteral("json"), check.expectation.json}});
        object.insert(QStringLiteral("attempts"), check.attempts);
    }
    return placed(object, check.position);
}

QJsonArray rollbackJson(const std::optional<Rollback> &rollback)
{
    if (!rollback)
        return {};
    return {placed({{QStringLiteral("text"), rollback->text},
                    {QStringLiteral("reversible"), reversibilityName(rollback->reversibility)},
                    {QStringLiteral("commands"), arrayOf(rollback->commands, commandJson)}},
                   rollback->position)};
}

QJsonObject stepJson(const Step &step)
{
    return placed({{QStringLiteral("id"), step.id},
                   {QStringLiteral("title"), step.title},
                   {QStringLiteral("group"), step.group},
                   {QStringLiteral("instructions"), step.instructions},
                   {QStringLiteral("commands"), arrayOf(step.commands, commandJson)},
                   {QStringLiteral("checks"), arrayOf(step.checks, checkJson)},
                   {QStringLiteral("rollback"), rollbackJson(step.rollback)},
                   {QStringLiteral("optional"), step.optional}},
                  step.position);
}

QJsonObject parameterJson(const Parameter &parameter)
{
    return placed({{QStringLiteral("name"), parameter.name},
                   {QStringLiteral("type"), parameterTypeName(parameter.type)},
                   {QStringLiteral("inferred"), parameter.origin == Origin::Inferred},
                   {QStringLiteral("label"), parameter.label},
                   {QStringLiteral("help"), parameter.help},
                   {QStringLiteral("default"), parameter.defaultValue},
                   {QStringLiteral("required"), parameter.required},
                   {QStringLiteral("choices"), textsOf(parameter.choices)},
                   {QStringLiteral("aliases"), textsOf(parameter.aliases)}},
                  parameter.position);
}

QJsonObject escalationJson(const EscalationRule &rule)
{
    return placed({{QStringLiteral("text"), rule.text},
                   {QStringLiteral("afterFailures"), rule.afterFailures},
                   {QStringLiteral("afterSeconds"), double(rule.after.count()) / 1000},
                   {QStringLiteral("immediately"), rule.immediately},
                   {QStringLiteral("severity"), rule.severity},
                   {QStringLiteral("contact"), rule.contact},
                   {QStringLiteral("inferred"), rule.origin == Origin::Inferred}},
                  rule.position);
}

qsizetype commandCount(const Runbook &runbook)
{
    qsizetype count = 0;
    for (const Step &step : runbook.steps)
        count += step.commands.size();
    return count;
}

qsizetype checkCount(const Runbook &runbook)
{
    qsizetype count = runbook.checks.size();
    for (const Step &step : runbook.steps)
        count += step.checks.size();
    return count;
}

/// The commands that undo something; a rollback in prose counts as one.
qsizetype rollbackCount(const Runbook &runbook)
{
    const auto size = [](const std::optional<Rollback> &rollback) -> qsizetype {
        return rollback ? std::max<qsizetype>(rollback->commands.size(), rollback->text.isEmpty() ? 0 : 1) : 0;
    };
    qsizetype count = size(runbook.rollback);
    for (const Step &step : runbook.steps)
        count += size(step.rollback);
    return count;
}

QJsonObject listEntry(const Runbook &runbook)
{
    return {{QStringLiteral("id"), runbook.id},
            {QStringLiteral("title"), runbook.title},
            {QStringLiteral("version"), runbook.version},
            {QStringLiteral("line"), runbook.position.line},
            {QStringLiteral("steps"), runbook.steps.size()},
            {QStringLiteral("commands"), commandCount(runbook)},
            {QStringLiteral("checks"), checkCount(runbook)},
            {QStringLiteral("prerequisites"), runbook.prerequisites.size()},
            {QStringLiteral("parameters"), runbook.parameters.size()},
            {QStringLiteral("rollbacks"), rollbackCount(runbook)},
            {QStringLiteral("escalations"), runbook.escalation.size()}};
}

} // namespace

QJsonObject listJson(const Document &document)
{
    return {{QStringLiteral("path"), document.path},
            {QStringLiteral("title"), document.title},
            {QStringLiteral("sha256"), document.sha256()},
            {QStringLiteral("runbooks"), arrayOf(document.runbooks, listEntry)},
            {QStringLiteral("contacts"), document.matrix.size() + document.directory.size()},
            {QStringLiteral("ladders"), document.ladder.isEmpty() ? 0 : 1},
            {QStringLiteral("rungs"), document.ladder.size()},
            {QStringLiteral("channels"), document.channels.size()},
            {QStringLiteral("references"), document.references.size()}};
}

QJsonObject showJson(const Document &document, const Runbook &runbook)
{
    return placed({{QStringLiteral("path"), document.path},
                   {QStringLiteral("sha256"), document.sha256()},
                   {QStringLiteral("id"), runbook.id},
                   {QStringLiteral("title"), runbook.title},
                   {QStringLiteral("version"), runbook.version},
                   {QStringLiteral("severity"), runbook.severity},
                   {QStringLiteral("tags"), textsOf(runbook.tags)},
                   {QStringLiteral("hosts"), textsOf(runbook.hostRoles)},
                   {QStringLiteral("purpose"), runbook.purpose},
                   {QStringLiteral("prerequisites"), arrayOf(runbook.prerequisites, checkJson)},
                   {QStringLiteral("parameters"), arrayOf(runbook.parameters, parameterJson)},
                   {QStringLiteral("steps"), arrayOf(runbook.steps, stepJson)},
                   {QStringLiteral("checks"), arrayOf(runbook.checks, checkJson)},
                   {QStringLiteral("rollback"), rollbackJson(runbook.rollback)},
                   {QStringLiteral("escalation"), arrayOf(runbook.escalation, escalationJson)},
                   {QStringLiteral("notes"), runbook.notes}},
                  runbook.position);
}

} // namespace holdpoint::runbooks
