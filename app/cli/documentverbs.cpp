// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/documentverbs.h>
#include <app/cli/print.h>
#include <app/contactlist.h>
#include <app/paths.h>
#include <models/session/commandline.h>
#include <models/session/query.h>
#include <models/session/transport.h>
#include <runbooks/binding.h>
#include <runbooks/json.h>
#include <runbooks/lint/codes.h>
#include <runbooks/lint/sarif.h>
#include <runbooks/parser.h>

#include <QDate>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace holdpoint::cli {

namespace {

using runbooks::Diagnostic;
using runbooks::Document;
using runbooks::Runbook;

QStringList idsOf(const Document &document)
{
    QStringList ids;
    for (const Runbook &runbook : document.runbooks)
        ids.append(runbook.id);
    return ids;
}

ExitCode reportErrors(const QList<Error> &errors)
{
    for (const Error &error : errors)
        complain(error);
    return errors.isEmpty() ? ExitCode::Done : exitCodeFor(errors.first());
}

QString listText(const Document &document)
{
    QString text = document.path + u'\n';
    for (const Runbook &runbook : document.runbooks) {
        qsizetype commands = 0;
        qsizetype checks = runbook.checks.size();
        for (const runbooks::Step &step : runbook.steps) {
            commands += step.commands.size();
            checks += step.checks.size();
        }
        text += QStringLiteral("  %1  %2  (%3 steps, %4 commands, %5 checks, %6 parameters)\n")
                    .arg(runbook.id, -5)
                    .arg(runbook.title, -40)
                    .arg(runbook.steps.size())
                    .arg(commands)
                    .arg(checks)
                    .arg(runbook.parameters.size());
    }
    return text;
}

QString lintText(const QList<runbooks::lint::FileFindings> &files)
{
    QString text;
    for (const runbooks::lint::FileFindings &file : files) {
        for (const Diagnostic &found : file.diagnostics)
            text += QStringLiteral("%1:%2:%3: %4: %5: %6. %7.\n")
                        .arg(file.path)
                        .arg(found.position.line)
                        .arg(found.position.column)
                        .arg(runbooks::lint::levelName(found.level), found.code, found.message, found.cure);
    }
    return text;
}

QString indented(const QString &text)
{
    if (text.trimmed().isEmpty())
        return {};
    return QStringLiteral("  %1\n").arg(QString(text.trimmed()).replace(u'\n', QStringLiteral("\n  ")));
}

QString commandsText(const QList<runbooks::Command> &commands)
{
    QString text;
    for (const runbooks::Command &command : commands) {
        if (!command.caption.isEmpty())
            text += QStringLiteral("  # %1\n").arg(command.caption);
        text += QStringLiteral("  %1  %2\n").arg(command.id, QString(command.text).replace(u'\n', QStringLiteral("\n       ")));
        if (!command.dangerous.isEmpty())
            text += QStringLiteral("       DANGEROUS: %1\n").arg(command.dangerous);
        if (!command.approval.isEmpty())
            text += QStringLiteral("       NEEDS A SECOND PERSON: %1\n").arg(command.approval);
        if (command.mustBeRecorded)
            text += QStringLiteral("       MUST BE RECORDED\n");
    }
    return text;
}

QString parametersText(const QList<runbooks::Parameter> &parameters)
{
    QString text = parameters.isEmpty() ? QString() : QStringLiteral("\nParameters\n");
    for (const runbooks::Parameter &parameter : parameters) {
        text += QStringLiteral("  %1  %2 (%3%4)\n")
                    .arg(parameter.name, parameter.label, runbooks::parameterTypeName(parameter.type),
                         parameter.defaultValue.isEmpty() ? QString() : QStringLiteral(", default %1").arg(parameter.defaultValue));
    }
    return text;
}

QString showText(const Runbook &runbook)
{
    QString text = QStringLiteral("%1 %2\n\n%3\n").arg(runbook.id, runbook.title, runbook.purpose);
    const auto checks = [&](const QString &heading, const QList<runbooks::Check> &list) {
        if (!list.isEmpty())
            text += QStringLiteral("\n%1\n").arg(heading);
        for (const runbooks::Check &check : list)
            text += QStringLiteral("  - %1%2\n")
                        .arg(check.text, check.command ? QStringLiteral("  [automated]") : QString());
    };
    const auto rollback = [&](const QString &heading, const std::optional<runbooks::Rollback> &undo) {
        if (undo)
            text += QStringLiteral("\n%1\n").arg(heading) + indented(undo->text) + commandsText(undo->commands);
    };
    text += parametersText(runbook.parameters);
    text += QStringLiteral("\nHosts: %1\n").arg(runbook.hostRoles.isEmpty() ? QStringLiteral("none, all of it is done by hand")
                                                                            : runbook.hostRoles.join(QStringLiteral(", ")));
    checks(QStringLiteral("Prerequisites"), runbook.prerequisites);
    QString group;
    for (const runbooks::Step &step : runbook.steps) {
        if (runbook.hasGroups() && step.group != group)
            text += QStringLiteral("\n== %1\n").arg(step.group);
        group = step.group;
        text += QStringLiteral("\nStep %1: %2\n").arg(step.id, step.title);
        text += indented(step.instructions) + commandsText(step.commands);
        checks(QStringLiteral("  Checks"), step.checks);
        rollback(QStringLiteral("  Rollback"), step.rollback);
    }
    checks(QStringLiteral("Verification"), runbook.checks);
    rollback(QStringLiteral("Rollback"), runbook.rollback);
    if (!runbook.notes.isEmpty())
        text += QStringLiteral("\nNotes\n") + indented(runbook.notes);
    for (const runbooks::EscalationRule &rule : runbook.escalation)
        text += QStringLiteral("\nEscalation: %1\n").arg(rule.text);
    return text;
}

/// One command of a plan: what would be sent, or why nothing can be.
QJsonObject planned(const Runbook &runbook, const runbooks::Command &command, const runbooks::Values &values,
                    const QMap<QString, QString> &hosts)
{
    const auto line = session::commandLine(runbook, command, values);
    const QString role = command.host.role.isEmpty() ? runbook.hostRoles.value(0) : command.host.role;
    return {{QStringLiteral("id"), command.id},
            {QStringLiteral("role"), role},
            {QStringLiteral("host"), hosts.value(role)},
            {QStringLiteral("text"), line ? line->text : command.text},
            {QStringLiteral("caption"), command.caption},
            {QStringLiteral("dangerous"), command.dangerous},
            {QStringLiteral("approve"), command.approval},
            {QStringLiteral("recorded"), command.mustBeRecorded},
            {QStringLiteral("blocked"), !line},
            {QStringLiteral("reason"), line ? QString() : line.error().detail}};
}

QJsonObject plannedCheck(const Runbook &runbook, const runbooks::Check &check, const runbooks::Values &values,
                         const QMap<QString, QString> &hosts)
{
    QJsonObject json{{QStringLiteral("id"), check.id},
                     {QStringLiteral("text"), check.text},
                     {QStringLiteral("kind"), check.command ? QStringLiteral("automated") : QStringLiteral("manual")}};
    if (!check.command)
        return json;
    QJsonObject command = planned(runbook, *check.command, values, hosts);
    // A check runs on a channel of its own, by the line made for that.
    const auto line = session::execLine(runbook, *check.command, values);
    command.insert(QStringLiteral("blocked"), !line);
    command.insert(QStringLiteral("reason"), line ? QString() : line.error().detail);
    command.insert(QStringLiteral("text"), line ? QString::fromUtf8(line->command) : check.command->text);
    command.insert(QStringLiteral("input"), line ? QString::fromUtf8(line->input) : QString());
    json.insert(QStringLiteral("command"), command);
    return json;
}

struct Plan
{
    QJsonObject json;
    bool blocked = false;
};

Plan planOf(const Runbook &runbook, const runbooks::Values &values, const QMap<QString, QString> &hosts)
{
    Plan plan;
    const auto checksOf = [&](const QList<runbooks::Check> &checks) {
        QJsonArray array;
        for (const runbooks::Check &check : checks) {
            const QJsonObject json = plannedCheck(runbook, check, values, hosts);
            plan.blocked |= json[QLatin1String("command")].toObject()[QLatin1String("blocked")].toBool();
            array.append(json);
        }
        return array;
    };
    const auto commandsOf = [&](const QList<runbooks::Command> &list) {
        QJsonArray array;
        for (const runbooks::Command &command : list) {
            const QJsonObject json = planned(runbook, command, values, hosts);
            plan.blocked |= json[QLatin1String("blocked")].toBool();
            array.append(json);
        }
        return array;
    };
    const auto rollbackOf = [&](const std::optional<runbooks::Rollback> &rollback) {
        return commandsOf(rollback ? rollback->commands : QList<runbooks::Command>());
    };
    QJsonArray steps;
    for (const runbooks::Step &step : runbook.steps) {
        steps.append(QJsonObject{{QStringLiteral("id"), step.id},
                                 {QStringLiteral("title"), step.title},
                                 {QStringLiteral("commands"), commandsOf(step.commands)},
                                 {QStringLiteral("checks"), checksOf(step.checks)},
                                 {QStringLiteral("rollback"), rollbackOf(step.rollback)}});
    }
    plan.json = {{QStringLiteral("runbook"), runbook.id},
                 {QStringLiteral("prerequisites"), checksOf(runbook.prerequisites)},
                 {QStringLiteral("steps"), steps},
                 {QStringLiteral("checks"), checksOf(runbook.checks)},
                 {QStringLiteral("rollback"), rollbackOf(runbook.rollback)}};
    return plan;
}

/// Where a planned command would run, in words.
QString hostWords(const QJsonObject &command)
{
    const QString host = command[QLatin1String("host")].toString();
    const QString role = command[QLatin1String("role")].toString();
    return host.isEmpty() ? QStringLiteral("host \"%1\" not chosen").arg(role) : host;
}

QString plannedText(const QJsonArray &commands)
{
    QString text;
    for (const auto item : commands) {
        const QJsonObject command = item.toObject();
        text += QStringLiteral("  %1 [%2] %3\n")
                    .arg(command[QLatin1String("id")].toString(), hostWords(command),
                         command[QLatin1String("text")].toString());
        if (const QString why = command[QLatin1String("dangerous")].toString(); !why.isEmpty())
            text += QStringLiteral("      DANGEROUS: %1\n").arg(why);
        if (const QString who = command[QLatin1String("approve")].toString(); !who.isEmpty())
            text += QStringLiteral("      NEEDS A SECOND PERSON: %1\n").arg(who);
        if (command[QLatin1String("recorded")].toBool())
            text += QStringLiteral("      MUST BE RECORDED\n");
        if (command[QLatin1String("blocked")].toBool())
            text += QStringLiteral("      BLOCKED: %1\n").arg(command[QLatin1String("reason")].toString());
    }
    return text;
}

QString plannedChecks(const QString &heading, const QJsonArray &checks)
{
    QString text = checks.isEmpty() ? QString() : heading + u'\n';
    for (const auto item : checks) {
        const QJsonObject check = item.toObject();
        text += QStringLiteral("  - %1\n").arg(check[QLatin1String("text")].toString());
        if (const QJsonObject command = check[QLatin1String("command")].toObject(); !command.isEmpty())
            text += plannedText({command});
    }
    return text;
}

QString plannedRollback(const QJsonArray &commands)
{
    return commands.isEmpty() ? QString() : QStringLiteral("  Rollback\n") + plannedText(commands);
}

QString planText(const QJsonObject &plan)
{
    QString text = plannedChecks(QStringLiteral("Prerequisites"), plan[QLatin1String("prerequisites")].toArray());
    for (const auto value : plan[QLatin1String("steps")].toArray()) {
        const QJsonObject step = value.toObject();
        text += QStringLiteral("Step %1: %2\n")
                    .arg(step[QLatin1String("id")].toString(), step[QLatin1String("title")].toString());
        text += plannedText(step[QLatin1String("commands")].toArray());
        text += plannedChecks(QStringLiteral("  Checks"), step[QLatin1String("checks")].toArray());
        text += plannedRollback(step[QLatin1String("rollback")].toArray());
    }
    text += plannedChecks(QStringLiteral("Verification"), plan[QLatin1String("checks")].toArray());
    return text + plannedRollback(plan[QLatin1String("rollback")].toArray());
}

} // namespace

Result<RunbookChoice> chooseRunbook(const QString &text)
{
    QString path = text.section(u'#', 0, 0);
    QString id = text.section(u'#', 1);
    if (!QFileInfo::exists(path) && id.isEmpty()) {
        const auto library = runbooks::loadDocuments({app::libraryFolder()});
        for (const Document &document : library.documents) {
            if (document.find(path))
                return RunbookChoice{document, document.find(path)->id};
        }
    }
    auto document = runbooks::loadDocument(path);
    if (!document)
        return fail(document.error());
    const QString known = idsOf(*document).join(QStringLiteral(", "));
    if (document->runbooks.isEmpty())
        return fail(ErrorKind::NotFound, QStringLiteral("%1 holds no runbook").arg(path));
    if (id.isEmpty() && document->runbooks.size() != 1)
        return fail(ErrorKind::NotPermitted,
                    QStringLiteral("%1 holds several runbooks: say which, as FILE#ID (%2)").arg(path, known));
    const Runbook *runbook = id.isEmpty() ? &document->runbooks.first() : document->find(id);
    if (!runbook)
        return fail(ErrorKind::NotFound, QStringLiteral("%1 holds no runbook \"%2\"; it has %3").arg(path, id, known));
    id = runbook->id;
    return RunbookChoice{std::move(*document), id};
}

Result<QMap<QString, QString>> parseSettings(const QStringList &settings)
{
    QMap<QString, QString> values;
    for (const QString &setting : settings) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals <= 0)
            return fail(ErrorKind::Invalid, QStringLiteral("\"%1\" is not NAME=VALUE").arg(setting));
        values.insert(setting.first(equals), setting.mid(equals + 1));
    }
    return values;
}

ExitCode list(const QStringList &paths, Format format)
{
    const auto loaded = runbooks::loadDocuments(paths);
    if (format == Format::Json) {
        QJsonArray documents;
        for (const Document &document : loaded.documents)
            documents.append(runbooks::listJson(document));
        print(QJsonObject{{QStringLiteral("documents"), documents}});
    } else {
        for (const Document &document : loaded.documents)
            print(listText(document));
    }
    return reportErrors(loaded.errors);
}

ExitCode show(const QString &runbook, Format format)
{
    const auto choice = chooseRunbook(runbook);
    if (!choice)
        return reportErrors({choice.error()});
    if (format == Format::Json)
        print(runbooks::showJson(choice->document, choice->runbook()));
    else
        print(showText(choice->runbook()));
    return ExitCode::Done;
}

ExitCode lint(const QStringList &paths, LintFormat format, app::Shellcheck shellcheck)
{
    const auto loaded = runbooks::loadDocuments(paths);
    QList<runbooks::lint::FileFindings> files;
    bool failed = false;
    const QList<runbooks::Contact> contacts = app::knownContacts(loaded.documents);
    for (const Document &document : loaded.documents) {
        files.append({document.path, app::lintDocument(document, contacts, shellcheck)});
        failed |= std::ranges::any_of(files.last().diagnostics,
                                      [](const Diagnostic &found) { return found.level == Diagnostic::Level::Error; });
    }
    switch (format) {
    case LintFormat::Text: print(lintText(files)); break;
    case LintFormat::Json: print(runbooks::lint::diagnosticsJson(files)); break;
    case LintFormat::Sarif: print(runbooks::lint::sarif(files, QStringLiteral(HOLDPOINT_VERSION))); break;
    }
    const ExitCode errors = reportErrors(loaded.errors);
    return errors != ExitCode::Done ? errors : failed ? ExitCode::Failed : ExitCode::Done;
}

ExitCode plan(const QString &runbook, const QStringList &hosts, const QStringList &settings, Format format)
{
    const auto choice = chooseRunbook(runbook);
    if (!choice)
        return reportErrors({choice.error()});
    if (const auto readable = runbooks::requireReadable(choice->document); !readable)
        return reportErrors({readable.error()});
    const auto given = parseSettings(settings);
    if (!given) {
        complain(given.error());
        return ExitCode::Usage;
    }
    const auto values = runbooks::bind(choice->runbook(), *given, QDate::currentDate());
    if (!values)
        return reportErrors({values.error()});
    QMap<QString, QString> addresses;
    for (const QString &host : hosts) {
        const qsizetype equals = host.indexOf(u'=');
        const QString role = equals < 0 ? choice->runbook().hostRoles.value(0) : host.first(equals);
        if (const auto address = session::HostAddress::parse(host.mid(equals + 1)); !address)
            return reportErrors({address.error()});
        if (!choice->runbook().hostRoles.contains(role))
            return reportErrors(
                {{ErrorKind::Invalid, QStringLiteral("the runbook has no host \"%1\"; it has %2")
                                          .arg(role, choice->runbook().hostRoles.join(QStringLiteral(", ")))}});
        addresses.insert(role, host.mid(equals + 1));
    }
    const Plan made = planOf(choice->runbook(), *values, addresses);
    if (format == Format::Json)
        print(made.json);
    else
        print(planText(made.json));
    return made.blocked ? ExitCode::Refused : ExitCode::Done;
}

} // namespace holdpoint::cli
