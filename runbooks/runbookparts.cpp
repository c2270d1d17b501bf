// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Numbers and roles of a runbook whose parts are read.

#include <runbooks/runbookbuilder.h>

namespace holdpoint::runbooks {

namespace {

void numberChecks(QList<Check> &checks, const QString &prefix)
{
    for (qsizetype i = 0; i < checks.size(); ++i) {
        checks[i].id = prefix + QString::number(i + 1);
        if (checks[i].command)
            checks[i].command->id = checks[i].id;
    }
}

void numberCommands(QList<Command> &commands, const QString &prefix)
{
    for (qsizetype i = 0; i < commands.size(); ++i)
        commands[i].id = prefix + QString::number(i + 1);
}

void addRole(QStringList &roles, const QString &role)
{
    static const QStringList selectors{QStringLiteral("all"), QStringLiteral("each"), QStringLiteral("local")};
    if (!role.isEmpty() && !selectors.contains(role) && !roles.contains(role))
        roles.append(role);
}

} // namespace

void numberParts(Runbook &runbook)
{
    numberChecks(runbook.prerequisites, QStringLiteral("pre."));
    numberChecks(runbook.checks, QStringLiteral("verify."));
    for (qsizetype i = 0; i < runbook.steps.size(); ++i) {
        Step &step = runbook.steps[i];
        step.id = QString::number(i + 1);
        numberCommands(step.commands, step.id + u'.');
        numberChecks(step.checks, step.id + QStringLiteral(".check."));
        if (step.rollback)
            numberCommands(step.rollback->commands, step.id + QStringLiteral(".rollback."));
    }
    if (runbook.rollback)
        numberCommands(runbook.rollback->commands, QStringLiteral("rollback."));
}

QStringList hostRolesOf(const Runbook &runbook, const QStringList &declared, const QString &byDefault)
{
    QStringList roles;
    addRole(roles, byDefault);
    for (const QString &role : declared)
        addRole(roles, role);
    bool needed = false;
    const auto ofCommand = [&](const Command &command) {
        needed = true;
        addRole(roles, command.host.role);
    };
    const auto ofChecks = [&](const QList<Check> &checks) {
        for (const Check &check : checks) {
            if (check.command)
                ofCommand(*check.command);
        }
    };
    const auto ofCommands = [&](const QList<Command> &commands) {
        std::for_each(commands.begin(), commands.end(), ofCommand);
    };
    ofChecks(runbook.prerequisites);
    for (const Step &step : runbook.steps) {
        ofCommands(step.commands);
        ofChecks(step.checks);
        ofCommands(step.rollback ? step.rollback->commands : QList<Command>());
    }
    ofChecks(runbook.checks);
    ofCommands(runbook.rollback ? runbook.rollback->commands : QList<Command>());
    return roles.isEmpty() && needed ? QStringList{QStringLiteral("host")} : roles;
}

} // namespace holdpoint::runbooks
